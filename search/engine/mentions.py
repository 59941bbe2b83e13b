"""Where a text says the days and document numbers that were asked for, however it writes them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from search.vietnamese.dates import DateRange, date_ranges
from search.vietnamese.document_numbers import document_numbers

from .marks import marks_of_day, marks_of_number, passages_around

# Of any day of a month that is asked for, "ngày" is wanted: "1/2 số đại biểu" is none.
_DAY_WITHOUT_YEAR = re.compile(
    r"(?<![\w/.,-])(?P<called>(?:ng[àa]y|m[ùu]ng|m[ồo]ng)\s+)?"
    r"(?P<day>\d\d?)(?:\s?[/.-]\s?|\s+th[áa]ng\s+)(?P<month>\d\d?)"
    r"(?!\w|\s?[/.-]\s?\d|,\d|,?\s+(?:n[ăa]m\s+)?(?:19|20)\d\d)",
    re.I,
)


class Mention(NamedTuple):
    """Words of a text (`text[start:end]`) that say what the mark stands for."""

    mark: str
    start: int
    end: int


@dataclass(frozen=True)
class Sought:
    """The marks that were asked for, see `engine.marks`.

    `years` are those that days written without one are of: of the text and of what it tells.
    """

    marks: frozenset[str]
    years: frozenset[int] = frozenset()

    def may_be_in(self, text: str) -> bool:
        """Most texts have none of the digits, and need no closer reading."""
        return bool(self._digits and self._digits.search(text)) or bool(
            self._has_day_of_a_year and _DAY_WITHOUT_YEAR.search(text)
        )

    def mentions(self, text: str) -> Iterator[Mention]:
        """In a clean text; some may overlap."""
        if self._digits:
            for begin, part in passages_around(self._digits, text):
                for start, end, said in _said_in(part):
                    if asked := self.marks & said:
                        yield Mention(min(asked), begin + start, begin + end)
        if self._has_day_of_a_year:
            for match in _DAY_WITHOUT_YEAR.finditer(text):
                if asked := self.marks & self._marks_without_year(match):
                    yield Mention(min(asked), *match.span())

    @cached_property
    def _digits(self) -> re.Pattern[str] | None:
        """The year of each day, the number of each document."""
        digits = "|".join(sorted(set(map(_digits_of, self.marks))))
        return re.compile(rf"(?<!\d)0*(?:{digits})(?!\d)") if digits else None

    @cached_property
    def _has_day_of_a_year(self) -> bool:
        begins = tuple(f"{kind}_{year}" for kind in "dm" for year in self.years)
        return any(mark.startswith(begins) for mark in self.marks)

    def _marks_without_year(self, match: re.Match[str]) -> set[str]:
        day, month = f"{int(match['day']):02}", f"{int(match['month']):02}"
        marks = {f"d_{year}{month}{day}" for year in self.years}
        return marks | {f"m_{year}{month}" for year in self.years if match["called"]}


def _digits_of(mark: str) -> str:
    kind, *parts = mark.split("_")
    return max(filter(str.isdigit, parts), key=len) if kind == "n" else parts[0][:4]


def _said_in(text: str) -> Iterator[tuple[int, int, set[str]]]:
    """The days and document numbers of a text: where each begins and ends, and its marks."""
    numbers = document_numbers(text)
    for number in numbers:
        yield number.start, number.end, marks_of_number(number)
    begins = [number.start for number in numbers]
    position = 0
    for days in date_ranges(text):
        start = text.index(days.words, position)
        position = start + len(days.words)
        before = bisect_left(begins, position)
        # "Nghị định 10/2023" is no month.
        if not before or numbers[before - 1].end <= start:
            yield start, position, _marks_of(days)


def _marks_of(days: DateRange) -> set[str]:
    """Its day, month and year, as far as it says them."""
    day, month, year = sorted(marks_of_day(days.start))
    if days.start == days.end:
        return {day, month, year}
    if (days.start.year, days.start.month) == (days.end.year, days.end.month):
        return {month, year}
    return {year, f"y_{days.end.year}"}
