"""Pages say the current names of persons, bodies and titles: renamed, they are indexed again.

What a page keeps as it was printed stays as it was: the name of who took part or received.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save, pre_delete, pre_save

from news.models import ArticlePage
from people.models import Organisation, Person
from search.outbox import remember_all

from .models import AwardAnnouncementPage, AwardTitle, ConsultationPage

# What a name is for the search: the words, and the key that facets know it by.
NAMES: Mapping[type[Model], Sequence[str]] = {
    Person: ("full_name", "slug"),
    Organisation: ("name", "slug"),
    AwardTitle: ("name", "code"),
}
PAGES_SAYING: Mapping[type[Model], Mapping[type[Model], Sequence[str]]] = {
    Person: {
        ArticlePage: ["participants__person"],
        AwardAnnouncementPage: [
            "decision__signer",
            "decision__grants__person",
            "more_grants__person",
            "more_grants__decision__signer",
        ],
    },
    Organisation: {
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
    AwardTitle: {
        ArticlePage: ["grants__title"],
        AwardAnnouncementPage: ["decision__grants__title", "more_grants__title"],
        ConsultationPage: ["nominees__title"],
    },
}


def connect() -> None:
    for model in NAMES:
        pre_save.connect(_compare_names, sender=model)
        post_save.connect(_index_pages_if_renamed, sender=model)
        pre_delete.connect(_index_pages, sender=model)


def _compare_names(sender: type[Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    fields = NAMES[sender]
    stored = sender._default_manager.filter(pk=instance.pk).values_list(*fields).first()
    now = tuple(getattr(instance, field) for field in fields)
    instance._is_renamed = not raw and stored is not None and stored != now


def _index_pages_if_renamed(instance: Any, **kwargs: Any) -> None:
    if instance.__dict__.pop("_is_renamed", False):
        _index_pages(type(instance), instance)


def _index_pages(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Noted together, however many there are; the worker writes them in its turns."""
    for model, ways in PAGES_SAYING[sender].items():
        pages: set[int] = set()
        for way in ways:
            pages |= {
                *model._default_manager.filter(**{way: instance.pk}).values_list("pk", flat=True)
            }
        remember_all(model, pages)
