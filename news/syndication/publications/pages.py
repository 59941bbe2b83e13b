"""Which pages a change concerns, and how they stand."""

import datetime
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from wagtail.models import Page

from news.syndication.models import Publication
from news.syndication.models.publications import Kind
from news.syndication.objects.publicity import Publicity
from news.syndication.statements import objects

from .kinds import published_types

AT_ONCE = 200  # rows in one statement, and pages projected together

Item = TypeVar("Item")


@dataclass(frozen=True)
class PageState:
    """A page of a published type as it is in the database, public or not."""

    pk: int
    kind: Kind
    key: uuid.UUID
    locale: str
    live: bool
    expire_at: datetime.datetime | None
    path: str

    def is_public(self, public: Publicity) -> bool:
        return public.includes(self.live, self.expire_at, self.path)


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while chunk := list(islice(rest, AT_ONCE)):
        yield chunk


_STATES = """
    SELECT page.id, content_type_id, translation_key, live, expire_at, path, language_code AS code
    FROM wagtailcore_page page JOIN wagtailcore_locale locale ON locale.id = locale_id
    WHERE page.id IN {keys} ORDER BY page.id
"""


def states_of(pages: Iterable[int]) -> dict[int, PageState]:
    """Of those that exist and are of a published type, by pk."""
    types = published_types()
    rows = (row for chunk in chunks(pages) for row in objects(Page, _STATES, chunk))
    return {
        row.pk: PageState(
            row.pk,
            types[row.content_type_id],
            row.translation_key,
            row.code,
            row.live,
            row.expire_at,
            row.path,
        )
        for row in rows
        if row.content_type_id in types
    }


def states_of_all() -> Iterator[PageState]:
    types = published_types()
    rows = Page.objects.filter(content_type__in=types).order_by("pk").values_list(
        "pk", "content_type", "translation_key", "locale__language_code",
        "live", "expire_at", "path",
    )  # fmt: skip
    for pk, content_type, *others in rows.iterator(chunk_size=2000):
        yield PageState(pk, types[content_type], *others)


def pages_below(pages: Iterable[int]) -> tuple[set[int], set[tuple[str, int]]]:
    """Of these and all below them: those of published types, and the others as things shown."""
    published: set[int] = set()
    others: set[tuple[str, int]] = set()
    above = set(pages)
    if not above:
        return published, others
    types = published_types()
    for path in Page.objects.filter(pk__in=above).values_list("path", flat=True):
        below = Page.objects.filter(path__startswith=path)
        for pk, content_type in below.values_list("pk", "content_type"):
            if content_type in types:
                published.add(pk)
            else:
                others.add(("page", pk))
    return published, others


def pages_showing(things: Iterable[tuple[str, int]]) -> set[int]:
    """Pages whose publications depend on one of these."""
    by_kind: dict[str, list[int]] = {}
    for kind, key in things:
        by_kind.setdefault(kind, []).append(key)
    found: set[int] = set()
    for kind, keys in by_kind.items():
        for chunk in chunks(keys):
            showing = Publication.objects.filter(
                dependencies__kind=kind, dependencies__key__in=chunk
            )
            found.update(showing.values_list("page", flat=True))
    return found


def in_every_language(things: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """With the translations of the pages among them: a link to a page may lead to any of these."""
    things = set(things)
    pages = [key for kind, key in things if kind == "page"]
    keys = {
        key
        for chunk in chunks(pages)
        for key in Page.objects.filter(pk__in=chunk).values_list("translation_key", flat=True)
    }
    return things | {("page", page) for page in pages_with_keys(keys)}


def pages_with_keys(keys: Iterable[uuid.UUID]) -> set[int]:
    """The same texts in all their languages."""
    return {
        page
        for chunk in chunks(keys)
        for page in Page.objects.filter(translation_key__in=chunk).values_list("pk", flat=True)
    }


_PUBLICATIONS = """
    SELECT * FROM syndication_publication WHERE page IN {keys}
    UNION
    SELECT publication.* FROM syndication_publication publication
    JOIN wagtailcore_page page ON page.translation_key = publication.key
    WHERE page.id IN {keys}
"""


def publications_of(pages: Iterable[int], states: Mapping[int, PageState]) -> list[Publication]:
    """Rows made from these pages, and rows these pages are to be written to."""
    found: dict[int, Publication] = {}
    for chunk in chunks(pages):
        addressed = {(states[page].key, states[page].locale) for page in chunk if page in states}
        for row in objects(Publication, _PUBLICATIONS, chunk):
            if row.page in chunk or (row.key, row.locale) in addressed:
                found[row.pk] = row
    return list(found.values())


def page_behind(row: Publication, states: Mapping[int, PageState]) -> PageState | None:
    """The page the row stands for; None when it is gone, or became another text."""
    state = states.get(row.page)
    return state if state and (state.key, state.locale) == (row.key, row.locale) else None
