"""What other rooms know about a person, organisation or cluster.

This room stands to the right of news and may not look there, so news registers what it wants
shown on these pages: lists for the templates, or parts of the page, under names of its own.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Model

RelatedLists = Callable[[Model], dict[str, Any]]

_providers: list[RelatedLists] = []


def register_related(provider: RelatedLists) -> RelatedLists:
    """Register a function that takes a person, organisation or cluster and gives context."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def related_to(subject: Model) -> dict[str, Any]:
    context: dict[str, Any] = {}
    for provider in _providers:
        context |= provider(subject)
    return context
