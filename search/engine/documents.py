"""What is stored of an object: its words, its marks, its facets and its time.

The object says it with Wagtail's own `search_fields`. Two more things it may say, both optional:
`search_time()`, when it is of, and `search_marks()`, days that its words do not write.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connections, router
from django.db.models import Manager, Model, QuerySet
from django.utils import timezone
from django.utils.encoding import force_str
from wagtail.search.index import AutocompleteField, RelatedFields, SearchField

from search.facets import facet_values
from search.vietnamese.acronyms import acronyms_in
from search.vietnamese.analysis import tokens
from search.vietnamese.normalise import fold

from .marks import marks_of_day, marks_of_text

# A text of a million words is a mistake or an attack; what lies behind is not found.
MOST_WORDS = 100_000
LONGEST_WORD = 60
MOST_FOLDED = 200_000


@dataclass(frozen=True, slots=True)
class Document:
    """The words are normalised and in reading order; `beginnings` are folded, each once."""

    content_type: int
    object_id: str
    title: list[str]
    body: list[str]
    beginnings: list[str]
    marks: list[str]
    facets: frozenset[tuple[str, str]] = frozenset()
    acronyms: frozenset[tuple[str, str]] = frozenset()
    """Each abbreviation the texts explain, and the words it stands for."""
    at: datetime.datetime | None = None
    """To the millisecond, as the search servers keep it."""

    @property
    def day(self) -> datetime.date | None:
        return _day_of(self.at)


@dataclass(frozen=True, slots=True)
class _Text:
    words: str
    is_title: bool
    is_beginning: bool


def keys_alone(objects: QuerySet) -> QuerySet:
    """The objects for an index to read: it does so itself, when nobody can change them."""
    return objects.select_related(None).prefetch_related(None).only("pk")


def documents_of(instances: Sequence[Model]) -> list[Document]:
    """Everything about the objects that can be searched for, as their rows are now."""
    facets = facet_values(instances)
    return [_document(instance, facets[instance]) for instance in instances]


def _document(instance: Any, facets: set[tuple[str, str]]) -> Document:
    texts = list(_texts(instance, instance.get_search_fields()))
    title = _words(text.words for text in texts if text.is_title)
    body = _words(text.words for text in texts if not text.is_title and not text.is_beginning)
    beginnings = _words(text.words for text in texts if text.is_beginning)
    at = _time_of(instance)
    return Document(
        content_type=ContentType.objects.get_for_model(instance).pk,
        object_id=stored_id(instance),
        title=title,
        body=body,
        beginnings=list(dict.fromkeys(map(folded, beginnings))),
        marks=sorted(_marks_of(instance, texts, _day_of(at))),
        facets=frozenset(facets),
        acronyms=frozenset(_acronyms_of(texts)),
        at=at.replace(microsecond=at.microsecond // 1000 * 1000) if at else None,
    )


def stored_id(instance: Model) -> str:
    return stored_key(type(instance), instance.pk)


def stored_key(model: type[Model], key: Any) -> str:
    """The key as the database itself would write it, so that it can be compared there."""
    return str(model._meta.pk.get_db_prep_value(key, connections[router.db_for_read(model)]))


def own_texts(instance: Any) -> list[str]:
    """What the object itself says, title apart, for showing where words were found."""
    fields = [field for field in instance.get_search_fields() if isinstance(field, SearchField)]
    return [text.words for text in _texts(instance, fields) if not text.is_title]


def years_of(instance: Any) -> frozenset[int]:
    """Those that days without a year may be of: when it was published, and what it tells of."""
    day = _day_of(_time_of(instance))
    return frozenset(each.year for each in (day, *_own_days(instance)) if each)


class _Folded(dict[str, str]):
    """Fills itself: Vietnamese has few different words, and every query looks up ten thousands."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_FOLDED:
            self.clear()
        self[word] = plain = fold(word)
        return plain


folded: Callable[[str], str] = _Folded().__getitem__
"""A word of the index without its accents."""


def _words(texts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        words = tokens(text[: 8 * MOST_WORDS])
        if max(map(len, words), default=0) > LONGEST_WORD:
            words = [word[:LONGEST_WORD] for word in words]
        found += words
    return found[:MOST_WORDS]


def _marks_of(instance: Model, texts: list[_Text], day: datetime.date | None) -> set[str]:
    written = [text.words[: 8 * MOST_WORDS] for text in texts if not text.is_beginning]
    marks: set[str] = set().union(*(marks_of_text(text, day) for text in written))
    for own in _own_days(instance):
        marks |= marks_of_day(own)
    return marks


def _acronyms_of(texts: list[_Text]) -> Iterator[tuple[str, str]]:
    for text in texts:
        for acronym in acronyms_in(text.words[: 8 * MOST_WORDS]):
            yield acronym.short, " ".join(acronym.words)


def _day_of(at: datetime.datetime | None) -> datetime.date | None:
    return timezone.localdate(at) if at else None


def _time_of(instance: Model) -> datetime.datetime | None:
    return getattr(instance, "search_time", lambda: None)()


def _own_days(instance: Model) -> Iterable[datetime.date]:
    return getattr(instance, "search_marks", tuple)()


def _texts(instance: Any, fields: Iterable[Any]) -> Iterator[_Text]:
    """The texts of the fields, and of the fields of related objects, in the order declared."""
    for field in fields:
        if isinstance(field, RelatedFields):
            for related in _related(field.get_value(instance)):
                yield from _texts(related, field.fields)
        elif isinstance(field, (SearchField, AutocompleteField)):
            words = _plain(field.get_value(instance))
            if words:
                yield _Text(words, _is_title(field), isinstance(field, AutocompleteField))


def _related(value: Any) -> Iterable[Model]:
    if value is None:
        return []
    if isinstance(value, Manager):
        return value.all()
    return value if isinstance(value, (list, tuple)) else [value]


def _is_title(field: Any) -> bool:
    """What the object is called by: a field of that name, or one its model gives more weight."""
    return isinstance(field, SearchField) and (
        field.field_name == "title" or (field.boost or 1) > 1
    )


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return "\n".join(map(_plain, value.values()))
    if isinstance(value, (list, tuple, set)):
        return "\n".join(map(_plain, value))
    return force_str(value)
