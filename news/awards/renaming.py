"""What pages and photos say of persons, bodies and titles: renamed, they are indexed again.

What a page keeps as it was printed stays as it was: the name of who took part or received.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save, pre_delete, pre_save

from news.models import ArticlePage, Photo
from people.models import Organisation, Person
from search.outbox import remember_all

from .models import AwardAnnouncementPage, AwardTitle, ConsultationPage

Pages = Mapping[type[Model], Sequence[str]]
"""Kinds of pages, with the ways from them to the object."""

_WITH_TITLE: Pages = {
    ArticlePage: ["grants__title"],
    AwardAnnouncementPage: ["decision__grants__title", "more_grants__title"],
    ConsultationPage: ["nominees__title"],
}
# By the field that changes: names are words of the index, slugs and codes are values of facets.
PAGES: Mapping[type[Model], Mapping[str, Pages]] = {
    Person: {
        "full_name": {
            AwardAnnouncementPage: ["decision__signer", "more_grants__decision__signer"],
            Photo: ["people"],
        },
        "slug": {
            ArticlePage: ["participants__person"],
            AwardAnnouncementPage: ["decision__grants__person", "more_grants__person"],
        },
    },
    Organisation: {
        "name": {
            AwardAnnouncementPage: [
                "decision__issuer",
                "decision__grants__decider",
                "more_grants__decider",
                "more_grants__decision__issuer",
            ],
            Photo: ["organisations"],
        },
        "slug": {
            ArticlePage: ["organisation_rows__organisation"],
            AwardAnnouncementPage: [
                "decision__issuer",
                "decision__grants__decider",
                "decision__grants__organisation",
                "more_grants__decider",
                "more_grants__organisation",
                "more_grants__decision__issuer",
            ],
        },
    },
    AwardTitle: {"name": _WITH_TITLE, "name_en": _WITH_TITLE, "code": _WITH_TITLE},
}


def connect() -> None:
    for model in PAGES:
        pre_save.connect(_compare, sender=model)
        post_save.connect(_index_pages_if_renamed, sender=model)
        pre_delete.connect(_index_all_pages, sender=model)


def _compare(sender: type[Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    stored = sender._default_manager.filter(pk=instance.pk).values(*PAGES[sender]).first()
    before = {} if raw or stored is None else stored
    instance._renamed = [name for name in before if before[name] != getattr(instance, name)]


def _index_pages_if_renamed(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    _index_pages(instance, [PAGES[sender][name] for name in instance.__dict__.pop("_renamed", [])])


def _index_all_pages(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    _index_pages(instance, PAGES[sender].values())


def _index_pages(instance: Any, told: Iterable[Pages]) -> None:
    """Noted together, however many there are; the worker writes them in its turns."""
    pages: dict[type[Model], set[int]] = {}
    for model, ways in chain.from_iterable(each.items() for each in told):
        for way in ways:
            found: Any = model._default_manager.filter(**{way: instance.pk})
            if model is ArticlePage:
                found = found.in_all_languages()  # a grant is told in each of them
            pages.setdefault(model, set()).update(found.values_list("pk", flat=True))
    for model, keys in pages.items():
        remember_all(model, keys)
