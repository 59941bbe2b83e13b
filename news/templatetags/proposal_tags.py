from django import template

from news.importing.proposals import Event, event_of
from news.models import Proposal

register = template.Library()


@register.simple_tag
def proposed_event(proposal: Proposal) -> Event:
    """What is written if an editor says yes."""
    return event_of(proposal.payload, proposal.article.event_date)
