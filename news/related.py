"""Articles and grants for the pages of people, organisations and clusters."""

from typing import Any

from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.models import Locale

from news.awards.models import AwardGrant
from news.awards.models.grants import AwardGrantQuerySet
from news.models import ArticlePage
from people.models import Cluster, Organisation, Person
from people.related import register_related

LIMIT = 20


@register_related
def articles_and_grants(subject: Model) -> dict[str, Any]:
    """`articles` that have to do with the subject (cards in the reader's language, newest first), and the
    box of its `awards`."""
    locale = Locale.get_active()
    public = ArticlePage.objects.publicly_visible().filter(locale=locale).for_cards()
    grants = AwardGrant.objects.public().for_display()
    if isinstance(subject, Person):
        articles = public.filter(participants__person=subject)
        return {
            "articles": articles.distinct()[:LIMIT],
            "awards": _box(grants.filter(person=subject)),
        }
    if isinstance(subject, Organisation):
        articles = public.filter(organisation_rows__organisation=subject)
        return {
            "articles": articles[:LIMIT],
            "awards": _box(grants.filter(organisation=subject)[:LIMIT]),
        }
    if isinstance(subject, Cluster):
        return {"articles": public.filter(clusters=subject)[:LIMIT]}
    return {}


def _box(grants: AwardGrantQuerySet) -> SafeString:
    """Nothing where there are none."""
    return render_to_string("awards/includes/received.html", {"grants": grants})
