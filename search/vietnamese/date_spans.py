"""Two times that belong together: từ tháng 1 đến tháng 6 năm 2024, quý I và quý II năm 2024.

What one of them leaves out it has from the other: its year, a day its month, a number what it
counts. Only for queries; in a text each is a time of its own, see `dates`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from .dates import IN_YEAR, MONTH_NUMBER, YEAR_NUMBER, accents_are_right, number
from .normalise import fold_letters

Days = tuple[date, date]

_DAY, _MONTH, _QUARTER, _YEAR, _NOW, _BARE = "ngày", "tháng", "quý", "năm", "nay", ""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """What `text[begin:end]` says: times from a day to a day, both included, oldest first."""

    begin: int
    end: int
    times: tuple[Days, ...]
    name: str
    """As it is understood: từ ngày 5/6/2024 đến ngày 10/6/2024."""
    missing: str = ""
    """What was said that no calendar has; the nearest it has is taken."""
    is_turned: bool = False
    """Whether the later time was said to be the first."""


@dataclass(frozen=True, slots=True)
class _Point:
    """One of the two as it was said; zero for what it leaves out."""

    begin: int
    end: int
    unit: str
    value: int = 0
    month: int = 0
    year: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Where in its year it is, among others of its unit."""
        return self.month, self.value


def date_spans(text: str, today: date) -> list[DateSpan]:
    """In reading order; `text` is clean.

    >>> [each.name for each in date_spans("từ quý 1 đến 3/2024", date(2024, 3, 15))]
    ['từ quý 1/2024 đến quý 3/2024']
    """
    folded = fold_letters(text)
    spans: list[DateSpan] = []
    for one, other in pairwise(_points(folded)):
        span = _span(one, other, folded, today)
        is_free = not spans or spans[-1].end <= one.begin
        if span and is_free and accents_are_right(text[span.begin : span.end]):
            spans.append(span)
    return spans


def _points(folded: str) -> list[_Point]:
    """The longest at each place; most of them are mere numbers."""
    found = sorted(
        (_point(unit, match) for unit, each in _PATTERNS for match in each.finditer(folded)),
        key=lambda point: (point.begin, -point.end),
    )
    points: list[_Point] = []
    for each in found:
        if not points or points[-1].end <= each.begin:
            points.append(each)
    return points


def _point(unit: str, match: re.Match[str]) -> _Point:
    said = {name: number(words) for name, words in match.groupdict().items() if words}
    return _Point(*match.span(), unit, **said)


def _span(one: _Point, other: _Point, folded: str, today: date) -> DateSpan | None:
    joint = folded[one.end : other.begin]
    is_from_to = bool(_TO.fullmatch(joint))
    if not is_from_to and not _AND.fullmatch(joint):
        return None
    both = _completed(*_of_one_kind(one, other), today)
    if not both or not (is_from_to or _may_be_listed(one, other, both)):
        return None
    before = _FROM.search(folded, 0, one.begin) if is_from_to else None
    is_called = bool(before) or folded[one.begin].isalpha()
    if not _may_be_meant(one, other, is_called, bool(before)):
        return None
    begin = before.start() if before else one.begin
    missing = ", ".join(_name(each) for each in both if _is_missing(each))
    is_turned = is_from_to and _days(both[0], today)[0] > _days(both[1], today)[1]
    if is_turned or (not is_from_to and _days(both[0], today) > _days(both[1], today)):
        both = both[::-1]
    (first, end), (start, last) = (_days(each, today) for each in both)
    names = [_name(_in_calendar(each)) for each in both]
    if not is_from_to:
        name = f"{names[0]} và {names[1]}"
        return DateSpan(begin, other.end, ((first, end), (start, last)), name, missing)
    name = f"từ {names[0]} đến {names[1]}"
    return DateSpan(begin, other.end, ((first, last),), name, missing, is_turned)


def _may_be_meant(one: _Point, other: _Point, is_called: bool, is_from: bool) -> bool:
    """Without a year "3/2 - 5/2" may be anything, and so the number in "tháng 6, 5 xã"."""
    if other.unit == _BARE:
        return bool(other.year) or is_from
    if one.unit == other.unit == _YEAR:
        return one.year > other.year  # else it is whole already, see `dates`
    return bool(is_called or one.year or other.year)


def _of_one_kind(one: _Point, other: _Point) -> tuple[_Point, _Point]:
    """A number counts what the other does; with a year it is that of a month."""
    if one.unit == _BARE:
        is_day = other.unit == _DAY and not one.year
        one = replace(one, unit=_DAY if is_day else _MONTH if one.year else _BARE)
    if other.unit == _BARE:
        unit = one.unit if one.unit in (_MONTH, _QUARTER) else _MONTH if other.year else _BARE
        other = replace(other, unit=unit)
    return one, other


def _completed(one: _Point, other: _Point, today: date) -> tuple[_Point, _Point] | None:
    """None where they do not belong together after all."""
    if _BARE in (one.unit, other.unit) or one.unit == _NOW:
        return None
    if one.unit == _DAY == other.unit:
        one = replace(one, month=one.month or other.month)
        other = replace(other, month=other.month or one.month)
    if any(each.unit == _DAY and not each.month for each in (one, other)):
        return None
    if other.unit == _NOW:
        return (one if one.year else replace(one, year=_last_year(one, today))), other
    is_later = one.unit == other.unit and one.place > other.place
    if not (one.year or other.year):
        other = replace(other, year=_last_year(other if is_later else one, today))
    if other.year:
        return replace(one, year=one.year or other.year - is_later), other
    return one, replace(other, year=one.year + is_later)


def _may_be_listed(one: _Point, other: _Point, both: tuple[_Point, _Point]) -> bool:
    """Months and quarters, called so, and days of which one needs the other's month or year.

    Of two whole days a text may well be asked for that has both.
    """
    units = {each.unit for each in both}
    if len(units) > 1 or one.unit == _BARE:
        return False
    return units <= {_MONTH, _QUARTER} or (units == {_DAY} and not (one.year and other.year))


def _last_year(point: _Point, today: date) -> int:
    """Of the last time there was such a one."""
    first = _in_calendar(replace(point, year=today.year))
    return today.year if _days(first, today)[0] <= today else today.year - 1


# --- In the calendar -----------------------------------------------------------------------------


def _days(point: _Point, today: date) -> Days:
    point = _in_calendar(point)
    if point.unit == _NOW:
        return today, today
    if point.unit == _DAY:
        day = date(point.year, point.month, point.value)
        return day, day
    first, last = {
        _MONTH: (point.value, point.value),
        _QUARTER: (3 * point.value - 2, 3 * point.value),
        _YEAR: (1, 12),
    }[point.unit]
    return date(point.year, first, 1), date(point.year, last, monthrange(point.year, last)[1])


def _in_calendar(point: _Point) -> _Point:
    """Or else the nearest that is."""
    if point.unit in (_MONTH, _QUARTER):
        return replace(point, value=min(max(point.value, 1), 12 if point.unit == _MONTH else 4))
    if point.unit != _DAY:
        return point
    month = min(max(point.month, 1), 12)
    day = min(max(point.value, 1), monthrange(point.year, month)[1])
    return replace(point, month=month, value=day)


def _is_missing(point: _Point) -> bool:
    return point != _in_calendar(point)


def _name(point: _Point) -> str:
    if point.unit == _NOW:
        return "nay"
    numbers = (point.month, point.year) if point.month else (point.year,)
    numbers = numbers if point.unit == _YEAR else (point.value, *numbers)
    return f"{point.unit} {'/'.join(map(str, numbers))}"


# --- How they are written ------------------------------------------------------------------------

_QUARTERS = r"\d|iv|i{1,3}|mot|hai|ba|bon|tu"


def _pattern(words: str) -> re.Pattern[str]:
    """A blank stands for any; a hyphen may stand before and behind, but no other part of a number."""
    return re.compile(r"(?<![\w/.,])" + words.replace(" ", r"\s+") + r"(?![\w/]|[.,]\d)")


_PATTERNS: list[tuple[str, re.Pattern[str]]] = [
    (
        _DAY,
        _pattern(
            rf"(?:(?:ngay|mung|mong) )?(?P<value>\d\d?)(?:\s?[/.]\s?| thang )"
            rf"(?P<month>{MONTH_NUMBER})(?:{IN_YEAR})?"
        ),
    ),
    (_DAY, _pattern(r"(?:ngay|mung|mong) (?P<value>\d\d?)")),
    (_DAY, _pattern(rf"(?P<value>\d\d?)-(?P<month>\d\d?)-{YEAR_NUMBER}")),
    (_MONTH, _pattern(rf"thang (?P<value>{MONTH_NUMBER})(?:{IN_YEAR})?")),
    (_QUARTER, _pattern(rf"quy (?P<value>{_QUARTERS})(?:{IN_YEAR})?")),
    (_YEAR, _pattern(rf"(?:(?:nam|giai doan|nhiem ky) )*{YEAR_NUMBER}")),
    (_NOW, _pattern(r"(?:(?:hom|hien) )?nay")),
    (_BARE, _pattern(rf"(?P<value>\d\d?|iv|i{{1,3}})(?:{IN_YEAR})?")),
]
_FROM = re.compile(r"(?<!\w)(?:trong khoang\s+)?(?:ke\s+)?tu\s+$")
_TO = re.compile(r"\s?[-\u2010-\u2015]\s?|\s+(?:cho\s+)?(?:den|toi)\s+(?:het\s+)?")
_AND = re.compile(r"\s+(?:va|hoac|hay)\s+|\s?[,&]\s?")
