"""What search engines are told of: every public address, in files of at most a thousand.

What has a publication is read from there. Of the pages that have none, and of people and
organisations, only the address is told, and only of what an anonymous reader may open.
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Max, Model, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale, Page, Site

from news.models import Topic
from news.syndication.models import Publication
from news.syndication.models.publications import Kind, told_at
from news.syndication.objects.publicity import Publicity
from news.syndication.publications.kinds import published_types
from people.models import Cluster, Organisation, Person
from search.addresses import absolute, address_of

from .entries import picture, writable

# A file holds the rows of so many primary keys: nothing ever moves from one file to another, and no
# file comes near the 50,000 lines and 50 MB that are allowed, photos and translations included.
KEYS_IN_A_FILE = 1000
NEWS_DAYS = datetime.timedelta(days=2)
MOST_NEWS = 1000
WIDEST = 1440


@dataclass(frozen=True)
class File:
    number: int
    changed_at: datetime.datetime | None = None


@dataclass(frozen=True)
class Line:
    """One address; `alternates` are those of all its languages, its own too, by language."""

    url: str
    changed_at: datetime.datetime | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)
    images: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewsLine:
    url: str
    title: str
    language: str
    published_at: datetime.datetime


@dataclass(frozen=True)
class Sitemap:
    """`files` costs one query, and so does each file, whatever is in it (pages: a few)."""

    files: Callable[[], Iterable[File]]
    lines: Callable[[int], Iterator[Line]]


# --- Publications --------------------------------------------------------------------------------


def _publication_files() -> Iterator[File]:
    """When something falls, the file it stood in has changed too."""
    rows = _by_file(Publication.objects.all())
    counted = rows.annotate(
        shown=Count("pk", filter=told_at(timezone.now())), changed=Max("changed_at")
    )
    for number, shown, changed in counted.values_list("file", "shown", "changed"):
        if shown:
            yield File(number, changed)


def _publications(number: int) -> Iterator[Line]:
    rows = _in_file(Publication.objects.told(timezone.now()), number)
    alternates = _alternates(rows)
    contents = rows.values_list("key", "url", "updated_at", "content__json")
    for key, url, updated_at, content in contents.order_by("pk").iterator(chunk_size=100):
        languages = alternates[key]
        yield Line(
            url,
            updated_at,
            languages if len(languages) > 1 else {},
            tuple(_images(json.loads(bytes(content)))),
        )


def _alternates(rows: QuerySet[Publication]) -> Mapping[UUID, dict[str, str]]:
    """The addresses of the texts in these rows, in every language that is public, by key."""
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    texts = Publication.objects.told(timezone.now()).filter(key__in=rows.values("key"))
    for key, locale, url in texts.values_list("key", "locale", "url").order_by("locale"):
        found[key][locale] = url
    return found


def _images(content: Mapping[str, Any]) -> Iterator[str]:
    """The photos of a text, each once and as large as there is, the lead photo first."""
    photos = [content.get("lead_photo"), *content.get("photos", ())]
    pictures = (picture(photo, WIDEST) for photo in photos)
    yield from dict.fromkeys(each.url for each in pictures if each)


def news() -> Iterator[NewsLine]:
    """The articles of the last two days, in all languages, newest first; one query."""
    recent = Publication.objects.told(timezone.now()).filter(
        kind=Kind.ARTICLE, published_at__gt=timezone.now() - NEWS_DAYS
    )
    newest = recent.select_related("content").order_by("-published_at", "-pk")[:MOST_NEWS]
    for row in newest:
        title = writable(json.loads(bytes(row.content.json))["title"])
        yield NewsLine(row.url, title, row.locale, row.published_at)


# --- Pages without publications --------------------------------------------------------------------


def _page_files() -> Iterator[File]:
    changed = Max("last_published_at")
    rows = _by_file(_pages()).annotate(changed=changed).values_list("file", "changed")
    return (File(number, changed) for number, changed in rows)


def _pages_lines(number: int) -> Iterator[Line]:
    """By Wagtail's own hook, so that a page type of the host may add addresses or keep out."""
    # Deferred: of the forty columns of each type none is needed for an address.
    for page in _in_file(_pages(), number).order_by("pk").specific(defer=True):
        for entry in page.get_sitemap_urls():
            if entry["location"]:
                path = urlsplit(entry["location"]).path
                yield Line(absolute(urljoin(address_of(page), path)), entry.get("lastmod"))


def _pages() -> Any:
    """The public pages of the site in all its languages, from the home page down."""
    types = ContentType.objects.filter(pk__in=published_types())
    below = Q(pk__in=[])
    for site in Site.objects.select_related("root_page"):
        for root in site.root_page.get_translations(inclusive=True):
            below |= Q(path__startswith=root.path)
    return Publicity().pages(Page.objects.filter(below)).exclude(content_type__in=types)


# --- People, organisations, clusters ---------------------------------------------------------------


def _records(model: type[Model]) -> Sitemap:
    """Of a kind of thing that is public as such and has a page of its own."""

    def lines(number: int) -> Iterator[Line]:
        for record in _in_file(model._default_manager.only("slug"), number).order_by("pk"):
            yield from _in_each_language(record.get_absolute_url)

    def files() -> Iterator[File]:
        rows = _by_file(model._default_manager.order_by()).values_list("file", flat=True)
        return (File(number) for number in rows.distinct())

    return Sitemap(files, lines)


def _directory() -> Iterator[Line]:
    yield from _in_each_language(lambda: reverse("people:directory"))


def _in_each_language(address: Callable[[], str]) -> Iterator[Line]:
    """One line for each of its addresses; a host may have the same for every language."""
    alternates = {}
    for code in get_content_languages():
        with override(code):
            alternates[code] = absolute(address())
    addresses = list(dict.fromkeys(alternates.values()))
    for each in addresses:
        yield Line(each, alternates=alternates if len(addresses) > 1 else {})


def _topic_files() -> list[File]:
    return [File(0)] if any(_topics()) else []


def _topics() -> Iterator[Line]:
    """Those that something public is about, in each language; few, so one file holds them."""
    for locale in Locale.objects.all():
        with override(locale.language_code):
            topics = list(Topic.objects.with_articles(locale))
            addresses = [topic.get_absolute_url() for topic in topics]
        # A host that shows no topics has no addresses for them.
        yield from (Line(absolute(address)) for address in addresses if address)


SITEMAPS: Mapping[str, Sitemap] = {
    "bai": Sitemap(_publication_files, _publications),
    "trang": Sitemap(_page_files, _pages_lines),
    "chu-de": Sitemap(_topic_files, lambda number: iter(()) if number else _topics()),
    "danh-ba": Sitemap(lambda: [File(0)], lambda number: _directory()),
    "nhan-su": _records(Person),
    "co-quan": _records(Organisation),
    "cum-thi-dua": _records(Cluster),
}


def _by_file(rows: Any) -> Any:
    """Grouped by the number of the file they stand in."""
    return rows.annotate(file=F("pk") / KEYS_IN_A_FILE).values("file").order_by("file")


def _in_file(rows: Any, number: int) -> Any:
    first = number * KEYS_IN_A_FILE
    return rows.filter(pk__gte=first, pk__lt=first + KEYS_IN_A_FILE)
