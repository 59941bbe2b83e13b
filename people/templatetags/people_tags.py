"""Periods as readers write them, and the years chart of a person's posts."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from people.models import Cluster, Organisation, Person, Post
from search.templatetags.search_tags import (
    called,
    in_letters,
    letters_of,
    month_of,
    vietnamese,
)

register = template.Library()

CHART_WIDTH = 720
LANE_HEIGHT = 36
HEAD_HEIGHT = 20
LETTER_WIDTH = 6.3
DAYS_IN_YEAR = 365.25


@register.filter
def post_title(post: Post) -> SafeString | str:
    """Giám đốc; Director for those who read English, where somebody wrote it down."""
    title = title_read(post)
    return vietnamese(title) if title == post.title else title


def title_read(post: Post) -> str:
    """The same in letters alone, for a drawing."""
    return in_letters(post.title, post.title_en)


@register.filter
def addressed(person: Person) -> SafeString | str:
    """Bà Lò Thị Phương; Ms Lò Thị Phương for those who read English."""
    honorific = person.get_honorific_display()
    name = vietnamese(person.full_name)
    return format_html("{} {}", gettext(honorific), name) if honorific else name


@register.filter
def called_on(organisation: Organisation, day: datetime.date) -> SafeString | str:
    """By the name it bore that day. English names are of today, and stand for it."""
    name = organisation.name_on(day)
    return called(organisation) if name == organisation.name else vietnamese(name)


# --- In a sentence, for search engines and where a page is shared: words alone, no marks of a language


@register.filter
def addressed_in_words(person: Person) -> str:
    return letters_of(addressed(person))


@register.filter
def posts_in_words(posts: Iterable[Post]) -> str:
    """Giám đốc – Sở Nội vụ; Trưởng ban – …"""
    said = [
        f"{letters_of(post_title(post))} – {letters_of(called(post.organisation))}"
        for post in posts
    ]
    return "; ".join(said) or gettext("Hiện không giữ chức vụ nào được ghi ở đây.")


@register.filter
def organisation_in_words(organisation: Organisation) -> str:
    """What it does; else of what kind it is, and where."""
    above = [each for each in (organisation.parent, organisation.province) if each]
    facts = [
        gettext(organisation.get_kind_display()),
        *(letters_of(called(each)) for each in above),
    ]
    return organisation.description or " · ".join(facts)


@register.filter
def cluster_in_words(cluster: Cluster) -> str:
    """What it is for; else who is in it."""
    members = [letters_of(called(each.organisation)) for each in cluster.memberships.all()]
    return cluster.description or "; ".join(members) or gettext("Cụm thi đua")


@register.filter
def period(post: Post) -> str:
    """từ 05/2021 · 02/2018 – 05/2021 · đến 05/2021 · đã giữ vào 02/2024."""
    first = month_of(post.start)
    last = month_of(post.end)
    if first and last:
        return f"{first} – {last}"
    if first:
        return f"{gettext('từ')} {first}"
    known = f"{gettext('đã giữ vào')} {month_of(post.attested_on)}" if post.attested_on else ""
    return ", ".join(
        words for words in (known, f"{gettext('đến')} {last}" if last else "") if words
    )


@register.filter
def newest_first(posts: Iterable[Post], today: datetime.date) -> list[Post]:
    """Those held now before those of the past, in each part the last to begin first."""
    return sorted(posts, key=lambda post: (held_on(post, today), first_day(post)), reverse=True)


@register.filter
def held_on(post: Post, day: datetime.date) -> bool:
    first = post.start or post.attested_on
    return first is not None and first <= day and (post.end is None or day <= post.end)


@dataclass(frozen=True)
class Bar:
    label: str
    x: int
    y: int
    width: int
    is_current: bool

    @property
    def text_x(self) -> int:
        return self.x + 8

    @property
    def text_y(self) -> int:
        return self.y + 18

    @property
    def fits(self) -> bool:
        """No label is cut: a bar too short for its words says nothing, the list below does."""
        return len(self.label) * LETTER_WIDTH + 12 <= self.width


@dataclass(frozen=True)
class Chart:
    bars: list[Bar]
    years: list[tuple[int, int]]
    height: int
    width: int = CHART_WIDTH


@register.filter
def years_chart(posts: Iterable[Post], today: datetime.date) -> Chart | None:
    """One lane for each post held beside another; None when there is nothing to compare."""
    spans = sorted(
        ((first_day(post), post.end or today, post) for post in posts), key=lambda span: span[0]
    )
    if len(spans) < 2:
        return None
    start = datetime.date(spans[0][0].year, 1, 1)
    days = max((today - start).days, 1)

    def x(day: datetime.date) -> int:
        return round((min(day, today) - start).days / days * CHART_WIDTH)

    lanes: list[datetime.date] = []
    bars = []
    for first, last, post in spans:
        lane = free_lane(lanes, first, last)
        bars.append(
            Bar(
                label=title_read(post),
                x=x(first),
                y=HEAD_HEIGHT + lane * LANE_HEIGHT,
                width=max(x(last) - x(first), 4),
                is_current=held_on(post, today),
            )
        )
    step = max(1, round(days / DAYS_IN_YEAR / 8))
    years = [
        (year, x(datetime.date(year, 1, 1))) for year in range(start.year, today.year + 1, step)
    ]
    return Chart(bars, years, HEAD_HEIGHT + len(lanes) * LANE_HEIGHT)


def first_day(post: Post) -> datetime.date:
    """A post has one or the other day; the database sees to it."""
    return post.start or post.attested_on or datetime.date.max


def free_lane(lanes: list[datetime.date], first: datetime.date, last: datetime.date) -> int:
    """The first lane whose last post has ended; the lane is taken until `last`."""
    for number, busy_until in enumerate(lanes):
        if busy_until <= first:
            lanes[number] = last
            return number
    lanes.append(last)
    return len(lanes) - 1
