"""Where the API's answers come from: the rows of publications, never the pages."""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from wagtail.coreutils import get_supported_content_language_variant

from news.awards.models import AwardTitle
from news.models import SectionPage
from news.pageviews.models import ViewTotal
from news.syndication.models import Publication, PublicationFacet
from news.syndication.models.publications import Reason
from news.syndication.portals.areas import WHOLE, Area
from news.syndication.publications.reading import with_content
from people.models import Organisation, Person, Province

from .cursors import Cursor

Order = Literal["-published_at", "published_at", "views_7d", "views_30d"]
COUNTED_IN: dict[Order, str] = {"views_7d": "last_week", "views_30d": "last_month"}


@dataclass(frozen=True)
class Wanted:
    """What a list is to hold. Days are days of the site's clock; both ends belong to it."""

    kind: str
    language: str
    facets: Sequence[tuple[str, str]] = ()
    published_from: datetime.date | None = None
    published_to: datetime.date | None = None
    event_from: datetime.date | None = None
    event_to: datetime.date | None = None
    order: Order = "-published_at"


@dataclass(frozen=True)
class Slice:
    rows: list[Publication] = field(default_factory=list)
    end: Cursor | None = None  # where to go on; None when nothing is left


@dataclass(frozen=True)
class Found:
    """One object in a language; `is_fallback`: not in the one that was asked for."""

    row: Publication
    is_fallback: bool = False


@dataclass(frozen=True)
class Removal:
    """Something that was public once."""

    reason: str
    note: str
    replaced_by: str | None


class Unknown(Exception):
    """A filter names something that is not there: an empty answer would hide the slip."""

    def __init__(self, parameter: str) -> None:
        super().__init__(parameter)
        self.parameter = parameter


def default_language() -> str:
    return get_supported_content_language_variant(settings.LANGUAGE_CODE)


def publications_in_order(
    wanted: Wanted, limit: int, after: Cursor | None = None, area: Area = WHOLE
) -> Slice:
    """One query, whatever is asked for and however far down the list."""
    if wanted.order in COUNTED_IN:
        return _most_read(wanted, limit, after, area)
    # Narrowed, the list is read off the facet's index, which repeats language and date.
    table = "facets__" if wanted.facets else ""
    at, number = f"{table}published_at", "facets__publication" if table else "pk"
    rows = Publication.objects.told(timezone.now()).filter(
        Q(kind=wanted.kind),
        _first_facet(wanted) if table else Q(locale=wanted.language),
        _published(wanted, after, at, number),
        _happened(wanted),
    )
    narrowed = area.narrow(_with_facets(rows, wanted.facets[1:]))
    order = (at, number) if _is_oldest_first(wanted) else (f"-{at}", f"-{number}")
    found = list(with_content(narrowed).order_by(*order)[: limit + 1])
    shown = found[:limit]
    more = len(found) > limit
    return Slice(shown, Cursor.at(shown[-1].published_at, shown[-1].pk) if more else None)


def _most_read(wanted: Wanted, limit: int, after: Cursor | None, area: Area) -> Slice:
    """Only what was read in those days at all; driven by the few rows of totals that say so."""
    counted = COUNTED_IN[wanted.order]
    read = ViewTotal.objects.filter(**{f"{counted}__gt": 0})
    if after:
        read = read.filter(**{f"{counted}__lte": after.sorted_by})
    rows = Publication.objects.told(timezone.now()).filter(
        Q(kind=wanted.kind, locale=wanted.language, key__in=read.values("article")),
        _published(wanted, None, "published_at", "pk"),
        _happened(wanted),
    )
    own = ViewTotal.objects.filter(article=OuterRef("key")).values(counted)
    narrowed = with_content(area.narrow(_with_facets(rows, wanted.facets)))
    counted_rows: Any = narrowed.annotate(read=Subquery(own[:1]))
    if after:
        counted_rows = counted_rows.filter(Q(read__lt=after.sorted_by) | Q(pk__lt=after.number))
    found = list(counted_rows.order_by("-read", "-pk")[: limit + 1])
    shown = found[:limit]
    more = len(found) > limit
    return Slice(shown, Cursor(shown[-1].read, shown[-1].pk) if more else None)


def find_publication(key: uuid.UUID, language: str) -> Found | Removal | None:
    """In that language; else in the default one; else what became of it."""
    rows = {row.locale: row for row in with_content(Publication.objects.filter(key=key))}
    for locale in (language, default_language()):
        row = rows.get(locale)
        if row and row.is_told(timezone.now()):
            return Found(row, is_fallback=locale != language)
    removed = rows.get(language) or rows.get(default_language())
    return _removal(removed) if removed else None


# --- Filters -------------------------------------------------------------------------------------


def section_facet(slug: str, language: str) -> tuple[str, str]:
    sections = SectionPage.objects.publicly_visible()
    section = sections.filter(slug=slug, locale__language_code=language).first()
    if section is None:
        raise Unknown("section")
    return "section", str(section.translation_key)


def province_facet(key: str, mode: str) -> tuple[str, str]:
    """`then`: as it was recorded; `now`: where that province stands today; or either."""
    if not Province.objects.filter(key=key).exists():
        raise Unknown("province")
    return {"then": "province_then", "now": "province_now", "both": "province"}[mode], key


def organisation_facet(key: uuid.UUID) -> tuple[str, str]:
    if not Organisation.objects.filter(uuid=key).exists():
        raise Unknown("organisation")
    return "organisation", str(key)


def person_facet(key: uuid.UUID) -> tuple[str, str]:
    if not Person.objects.filter(uuid=key).exists():
        raise Unknown("person")
    return "person", str(key)


def award_facet(code: str) -> tuple[str, str]:
    if not AwardTitle.objects.filter(code=code).exists():
        raise Unknown("award")
    return "award", code


def _with_facets(
    rows: QuerySet[Publication], facets: Sequence[tuple[str, str]]
) -> QuerySet[Publication]:
    for name, value in facets:
        also = PublicationFacet.objects.filter(publication=OuterRef("pk"), name=name, value=value)
        rows = rows.filter(Exists(also))
    return rows


def _is_oldest_first(wanted: Wanted) -> bool:
    return wanted.order == "published_at"


def _first_facet(wanted: Wanted) -> Q:
    name, value = wanted.facets[0]
    return Q(facets__name=name, facets__value=value, facets__locale=wanted.language)


def _published(wanted: Wanted, after: Cursor | None, at: str, number: str) -> Q:
    """The days asked for, or from the cursor on: it lies within them, so one end is enough."""
    first = _moment(wanted.published_from, datetime.time.min)
    end = _moment(wanted.published_to, datetime.time.max)
    if after is None:
        return _since(at, first) & _until(at, end)
    tie = Q(**{f"{number}__gt" if _is_oldest_first(wanted) else f"{number}__lt": after.number})
    if _is_oldest_first(wanted):
        beyond = Q(**{f"{at}__gt": after.published_at}) | tie
        return Q(**{f"{at}__gte": after.published_at}) & beyond & _until(at, end)
    beyond = Q(**{f"{at}__lt": after.published_at}) | tie
    return Q(**{f"{at}__lte": after.published_at}) & beyond & _since(at, first)


def _since(at: str, first: datetime.datetime | None) -> Q:
    return Q(**{f"{at}__gte": first}) if first else Q()


def _until(at: str, end: datetime.datetime | None) -> Q:
    return Q(**{f"{at}__lte": end}) if end else Q()


def _moment(day: datetime.date | None, time: datetime.time) -> datetime.datetime | None:
    """By the site's clock; kept clear of the ends of the calendar, where no other clock follows."""
    if day is None:
        return None
    within = min(max(day, datetime.date(1000, 1, 1)), datetime.date(9000, 1, 1))
    return timezone.make_aware(datetime.datetime.combine(within, time))


def _happened(wanted: Wanted) -> Q:
    """Events of which a day at least lies between the two."""
    condition = Q()
    if wanted.event_from:
        condition &= Q(event_to__gte=wanted.event_from)
    if wanted.event_to:
        condition &= Q(event_from__lte=wanted.event_to)
    return condition


def _removal(row: Publication) -> Removal:
    if row.visible:  # past its end, and nobody has taken it down yet
        return Removal(Reason.WITHDRAWN, "", None)
    return Removal(row.reason, row.note, row.replaced_by or None)
