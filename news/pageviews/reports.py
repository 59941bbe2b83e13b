"""Page views added up for those who lead: by time, article, section, unit and author."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncMonth, TruncWeek
from django.urls import reverse
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page

from news.models import ArticlePage
from news.models.articles import ArticleByline

from .models import WEBSITE, ViewDay

COUNTED = ("website", "portals", "robots", "surplus")
UNKNOWN = "(không ghi)"
GONE = "(bài đã xoá)"
HIDDEN = "(bài không công khai)"


class By(models.TextChoices):
    DAY = "day", "Ngày"
    WEEK = "week", "Tuần"
    MONTH = "month", "Tháng"
    ARTICLE = "article", "Tin bài"
    SECTION = "section", "Chuyên mục"
    UNIT = "unit", "Đơn vị"
    AUTHOR = "author", "Tác giả"


@dataclass
class Line:
    """What was counted of one thing; `bar` in percent of the line with the most views."""

    label: str
    website: int = 0
    portals: int = 0
    robots: int = 0
    surplus: int = 0
    url: str = ""
    bar: float = 0

    @property
    def views(self) -> int:
        return self.website + self.portals


def report(
    by: By, since: datetime.date, until: datetime.date, article: ArticlePage | None = None
) -> list[Line]:
    """Times in their order, without gaps; all else by views. Both days belong to it."""
    days = ViewDay.objects.filter(day__range=(since, until))
    if article:
        days = days.filter(article=article.translation_key)
    if by in (By.DAY, By.WEEK, By.MONTH):
        lines = _by_time(by, days, since, until)
    else:
        lines = sorted(GROUPINGS[by](days), key=lambda line: (-line.views, line.label))
    most = max((line.views for line in lines), default=0) or 1
    for line in lines:
        line.bar = 100 * line.views / most
    return lines


def total_of(lines: Iterable[Line]) -> Line:
    """Of a report by time or article; in the others an article may stand in several lines."""
    total = Line("Tổng")
    for line in lines:
        _add(total, vars(line))
    return total


# --- By time ---------------------------------------------------------------------------------------


def _by_time(
    by: By, days: QuerySet[ViewDay], since: datetime.date, until: datetime.date
) -> list[Line]:
    first: Any = {By.DAY: "day", By.WEEK: TruncWeek("day"), By.MONTH: TruncMonth("day")}[by]
    first = models.F(first) if isinstance(first, str) else first
    rows = {row["first"]: row for row in _sums(days.annotate(first=first).values("first"))}
    lines = []
    for start in _starts(by, since, until):
        line = Line(_name(by, start))
        _add(line, rows.get(start, {}))
        lines.append(line)
    return lines


def _starts(by: By, since: datetime.date, until: datetime.date) -> Iterator[datetime.date]:
    start = _start(by, since)
    while start <= until:
        yield start
        length = {By.DAY: 1, By.WEEK: 7, By.MONTH: 31}[by]
        start = _start(by, start + datetime.timedelta(days=length))


def _start(by: By, day: datetime.date) -> datetime.date:
    if by == By.WEEK:
        return day - datetime.timedelta(days=day.weekday())
    return day.replace(day=1) if by == By.MONTH else day


def _name(by: By, start: datetime.date) -> str:
    if by == By.MONTH:
        return f"Tháng {start.month}/{start.year}"
    if by == By.WEEK:
        return f"{start:%d/%m} – {start + datetime.timedelta(days=6):%d/%m/%Y}"
    return f"{start:%d/%m/%Y}"


# --- By what the articles are ----------------------------------------------------------------------


def _by_article(days: QuerySet[ViewDay]) -> list[Line]:
    sums = _by_key(days)
    pages = _pages(sums)
    asked = ArticlePage.objects.publicly_visible().filter(translation_key__in=list(sums))
    public = set(asked.values_list("pk", flat=True))
    lines = []
    for key, row in sums.items():
        page = pages.get(key)
        line = Line(GONE if page is None else page.title if page.pk in public else HIDDEN)
        line.url = reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else ""
        _add(line, row)
        lines.append(line)
    return lines


def _by_section(days: QuerySet[ViewDay]) -> list[Line]:
    sums = _by_key(days)
    above = {key: page.path[: -Page.steplen] for key, page in _pages(sums).items()}
    titles = dict(Page.objects.filter(path__in=above.values()).values_list("path", "title"))
    return _grouped(sums, {key: {titles.get(path, UNKNOWN)} for key, path in above.items()})


def _by_unit(days: QuerySet[ViewDay]) -> list[Line]:
    return _by_byline(days, lambda row: row.organisation.name if row.organisation else row.unit)


def _by_author(days: QuerySet[ViewDay]) -> list[Line]:
    return _by_byline(days, lambda row: row.name)


def _by_byline(days: QuerySet[ViewDay], name: Callable[[ArticleByline], str]) -> list[Line]:
    """An article of several counts for each of them."""
    sums = _by_key(days)
    pages = _pages(sums)
    rows = ArticleByline.objects.filter(article__in=[page.pk for page in pages.values()])
    names: defaultdict[int, set[str]] = defaultdict(set)
    for row in rows.select_related("organisation"):
        names[row.article_id].add(name(row) or UNKNOWN)
    return _grouped(sums, {key: names[page.pk] or {UNKNOWN} for key, page in pages.items()})


GROUPINGS = {
    By.ARTICLE: _by_article,
    By.SECTION: _by_section,
    By.UNIT: _by_unit,
    By.AUTHOR: _by_author,
}
Sums = Mapping[uuid.UUID, Mapping[str, int]]


def _grouped(sums: Sums, labels: Mapping[uuid.UUID, set[str]]) -> list[Line]:
    lines: dict[str, Line] = {}
    for key, row in sums.items():
        for label in labels.get(key, {GONE}):
            _add(lines.setdefault(label, Line(label)), row)
    return list(lines.values())


def _by_key(days: QuerySet[ViewDay]) -> Sums:
    return {row["article"]: row for row in _sums(days.values("article"))}


def _pages(keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, ArticlePage]:
    """Of each text the page in the site's own language, or else in another."""
    own = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    pages = ArticlePage.objects.filter(translation_key__in=list(keys)).select_related("locale")
    found = list(pages.only("title", "path", "translation_key", "locale__language_code"))
    found.sort(key=lambda page: page.locale.language_code == own)
    return {page.translation_key: page for page in found}


# --- Sums ------------------------------------------------------------------------------------------


def _sums(days: Any) -> Any:
    own = Q(channel=WEBSITE)
    return days.annotate(
        website=Coalesce(Sum("views", filter=own), 0),
        portals=Coalesce(Sum("views", filter=~own), 0),
        robots=Sum("robots"),
        surplus=Sum("surplus"),
    ).order_by()


def _add(line: Line, row: Mapping[str, Any]) -> None:
    for name in COUNTED:
        setattr(line, name, getattr(line, name) + (row.get(name) or 0))
