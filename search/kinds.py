"""What kind of page an answer is: the first facet, and what the API calls it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from django.db.models import Model
from wagtail.models import Page, get_page_models

from .facets import KIND, Facet, register_facet

_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def kind_of(model: type[Page]) -> str:
    """What the API calls a page type: ArticlePage is article, NewsIndexPage news_index."""
    return _WORD_START.sub("_", model.__name__.removesuffix("Page")).lower()


def page_kinds() -> dict[str, type[Page]]:
    return {kind: models[-1] for kind, models in models_of_kinds().items()}


def models_of_kinds() -> dict[str, list[type[Page]]]:
    """All page types by their kinds; more than one only where two apps name theirs alike."""
    kinds: dict[str, list[type[Page]]] = {}
    for model in get_page_models():
        if model is not Page:
            kinds.setdefault(kind_of(model), []).append(model)
    return kinds


def _values(instances: Sequence[Model]) -> Iterator[tuple[Model, str]]:
    for instance in instances:
        if isinstance(instance, Page):
            yield instance, kind_of(type(instance))


def _names(values: Sequence[str]) -> Mapping[str, str]:
    kinds = page_kinds()
    return {
        value: str(kinds[value]._meta.verbose_name).capitalize()
        for value in values
        if value in kinds
    }


register_facet(Facet(name=KIND, label="Loại", values=_values, names_of=_names))
