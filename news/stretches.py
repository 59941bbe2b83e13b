"""A list of articles in stretches, newest first: from any of them on to older and to newer ones.

An address names the article its stretch stands before or after, not a page's number: the database
begins there and reads no further than it shows, however far back; and what was linked yesterday
still shows the same articles when newer ones have come in front.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from search.templatetags.search_tags import day

LENGTH = 20
OLDER, NEWER = "truoc", "sau"
PLACE = re.compile(r"(\d{8}T\d{12})-(\d{1,18})", re.ASCII)
MOMENT = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Stretch:
    """Some articles; `own` is the query they stand at, `older` and `newer` for the ones beside them,
    or ""."""

    articles: list[Any]
    is_newest: bool
    own: str = ""
    older: str = ""
    newer: str = ""

    def __iter__(self) -> Iterator[Any]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    @property
    def first(self) -> Any:
        return self.articles[0]

    @property
    def days(self) -> str:
        """Which it is, for the title of the document; the newest is the list itself."""
        if self.is_newest:
            return ""
        first, last = day(self.articles[-1].published_at), day(self.articles[0].published_at)
        if first == last:
            return first
        return gettext("từ %(first)s đến %(last)s") % {"first": first, "last": last}

    @property
    def rows(self) -> list[Any]:
        """Where the newest of all is shown large, it is not shown again."""
        return self.articles[1:] if self.is_newest else self.articles


@dataclass(frozen=True)
class Place:
    """Where an article stands in the order."""

    moment: datetime.datetime
    pk: int

    def __str__(self) -> str:
        return f"{self.moment.astimezone(datetime.UTC):{MOMENT}}-{self.pk}"

    @property
    def before(self) -> Q:
        """What is older. The first condition is for the index."""
        return Q(published_at__lte=self.moment) & (
            Q(published_at__lt=self.moment) | Q(pk__lt=self.pk)
        )

    @property
    def after(self) -> Q:
        return Q(published_at__gte=self.moment) & (
            Q(published_at__gt=self.moment) | Q(pk__gt=self.pk)
        )


def stretch_of(articles: QuerySet, asked: Mapping[str, str]) -> Stretch:
    """The stretch an address asks for; of one that makes no sense, the newest.

    `articles` are ordered newest first: by `published_at`, then by `pk`.
    """
    newer_than = _place(asked.get(NEWER, ""))
    if newer_than:
        found = list(articles.filter(newer_than.after).reverse()[: LENGTH + 1])
        if len(found) > LENGTH:
            own = f"{OLDER}={_stands(found[LENGTH])}"  # as the way from the newest on calls it
            return _between(found[:LENGTH][::-1], own, has_older=True)
        return _newest(articles)  # a whole stretch, though some were seen before
    older_than = _place(asked.get(OLDER, ""))
    if older_than:
        found = list(articles.filter(older_than.before)[: LENGTH + 1])
        if found:
            own = f"{OLDER}={older_than}"
            return _between(found[:LENGTH], own, has_older=len(found) > LENGTH)
    return _newest(articles)


def _newest(articles: QuerySet) -> Stretch:
    found = list(articles[: LENGTH + 1])
    older = f"{OLDER}={_stands(found[LENGTH - 1])}" if len(found) > LENGTH else ""
    return Stretch(found[:LENGTH], is_newest=True, older=older)


def _between(found: list[Any], own: str, *, has_older: bool) -> Stretch:
    return Stretch(
        found,
        is_newest=False,
        own=own,
        older=f"{OLDER}={_stands(found[-1])}" if has_older else "",
        newer=f"{NEWER}={_stands(found[0])}",
    )


def _stands(article: Any) -> Place:
    return Place(article.published_at, article.pk)


def _place(text: str) -> Place | None:
    match = PLACE.fullmatch(text)
    if not match:
        return None
    try:
        moment = datetime.datetime.strptime(match[1], MOMENT)
    except ValueError:  # the 32nd of a month
        return None
    return Place(moment.replace(tzinfo=datetime.UTC), int(match[2]))
