"""Days and document numbers as words of their own, so that every way of writing them is one.

"ngày 29 tháng 2 năm 2024", "29/02/2024" and "29-2-2024" all give the mark of that day; "Nghị định
98/2023" gives the beginning of the mark of 98/2023/NĐ-CP.
"""

import datetime
import re
from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from search.vietnamese.date_spans import DateSpan, date_spans
from search.vietnamese.dates import MAY_BE_A_PART, DateRange, date_ranges
from search.vietnamese.document_numbers import DocumentNumber, document_numbers
from search.vietnamese.normalise import clean, fold_letters

from .expressions import Expression, Mark, Words, all_of, any_of

NEAR = 80  # characters; a day or a number is not written longer
MOST_MONTHS = 12
# Of these the year is left out in speech; of others it may tell one document from another.
NEVER_WITHOUT_YEAR = {"NĐ", "TT", "TTLT", "QH", "UBTVQH"}
# Its laws are said without a sign, its resolutions like any other: 33/2024/QH15, 202/2025/QH15.
OF_ASSEMBLY = {"": ("QH", "UBTVQH"), "NQ": ("QH", "UBTVQH")}
MOST_YEARS = 10

# The ways texts write a day, and the two for a month; looser ones are only for queries.
_DAY = re.compile(
    r"(?<![\d/.,])(?P<day>\d\d?)\s?[/.-]\s?(?P<month>\d\d?)(?:\s?[/.-]\s?(?P<year>(?:19|20)\d\d))?(?![\d/])"
    r"|\b(?:ngay|mung)\s+(?P<day_>\d\d?)\s+thang\s+(?P<month_>\d\d?)(?:\s+nam\s+(?P<year_>(?:19|20)\d\d))?\b"
    # Without "ngày" only in full: "12 tháng 6" may be how long something takes.
    r"|(?<![\d/.,])(?P<day__>\d\d?)\s+thang\s+(?P<month__>\d\d?),?\s+nam\s+(?P<year__>(?:19|20)\d\d)\b"
)
_MONTH = re.compile(r"\bthang\s+(?P<month>\d\d?)(?:\s?[/-]\s?|\s+nam\s+)(?P<year>(?:19|20)\d\d)\b")
# Both look for a digit first, which passes over the letters four times as quickly.
_MAY_BE_A_DAY = re.compile(r"\d(?:\s?[/.-]\s?\d|\s+th[áa]ng|(?<=th[áa]ng\s\d)|(?<=\s\s\d))", re.I)
_MAY_BE_A_NUMBER = re.compile(
    r"\d(?:\s?[/-]\s?(?:\w+\s?/\s?)?[^\W\d_]|(?<=\s\d)"
    r"(?:(?<=định.\d)|(?<=quyết.\d)|(?<=tư.\d)|(?<=số.\d)|(?<=thị.\d)|(?<=luật.\d)))",
    re.S,
)

# Of a query only: a text may say "Nghị quyết 25/NQ-CP".
_BEFORE_A_NUMBER = re.compile(r"\b(?:số|so)\s*:?\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """A day or number in a query: the words that say it (`text[start:end]`), what it asks for."""

    start: int
    end: int
    label: str
    expression: Expression
    wider: "tuple[Said, ...]" = ()
    """What to ask for where no text has that day: its month, then its year."""
    missing: str = ""
    """What was said where no calendar has it, so that `label` is asked for in its place."""
    turned: str = ""
    """What was said where its later time stands first, so that `label` is asked for."""

    @property
    def is_relative(self) -> bool:
        """Said of today: hôm qua, năm ngoái."""
        return not _has_figures(self.label)

    @property
    def is_doubtful(self) -> bool:
        """Whether it may be no time at all: 24/7, or a word of the text itself."""
        return self.is_relative or bool(MAY_BE_A_PART.fullmatch(self.label))


def marks_of_text(text: str, day: datetime.date | None = None) -> set[str]:
    """The marks of a document: each day and month it writes, with their years, and document number.

    `day` is when the document was published: "sáng 29/02" is of that year.
    """
    text = clean(text)
    marks: set[str] = set()
    for _, passage in passages_around(_MAY_BE_A_DAY, text):
        folded = fold_letters(passage)
        for written in _days_written(folded, day):
            marks |= marks_of_day(written)
        for match in _MONTH.finditer(folded):
            if 1 <= int(match["month"]) <= 12:
                marks |= {_month(int(match["year"]), int(match["month"])), f"y_{match['year']}"}
    for _, passage in passages_around(_MAY_BE_A_NUMBER, text):
        for number in document_numbers(passage):
            marks |= marks_of_number(number)
    return marks


def passages_around(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """The parts of a text with something in them, each with where it begins.

    So that the rest need not be read closely.
    """
    start = end = 0
    for match in pattern.finditer(text):
        if match.start() - NEAR > end:
            if end:
                yield start, text[start:end]
            start = max(match.start() - NEAR, 0)
        end = match.end() + NEAR
    if end:
        yield start, text[start:end]


def marks_of_day(day: datetime.date) -> set[str]:
    return {f"d_{day:%Y%m%d}", _month(day.year, day.month), f"y_{day.year}"}


def marks_of_number(number: DocumentNumber) -> set[str]:
    """The whole number, and what people shorten it to: without who issued it, its year, its sign."""
    kind = re.split("[-/&]", number.sign)[0].rstrip("0123456789")
    years = {str(number.year or ""), *([""] if kind in NEVER_WITHOUT_YEAR else [])}
    known = {(year, sign) for year in years for sign in (number.sign, kind)}
    if number.year:
        known.add((str(number.year), ""))
    return {_number(str(number.number), *parts) for parts in known if any(parts)}


def said_in(text: str, today: datetime.date) -> list[Said]:
    """The days and numbers a query names, in reading order; `text` is clean."""
    numbers = [_number_said(text, each) for each in document_numbers(text)]
    said = numbers + [
        _joined(text, span)
        for span in date_spans(text, today)
        if not _is_taken(span.begin, span.end, numbers)
    ]
    taken = list(said)
    start = 0
    for each in date_ranges(text, today, with_missing=True):
        begin = text.find(each.words, start)
        end = begin + len(each.words)
        start = max(start, end)
        expression = _within(each)
        if expression and not _is_taken(begin, end, taken):
            label = _name_of(each) if each.missing else each.words
            wider = tuple(_wider(each, begin, end))
            said.append(Said(begin, end, label, expression, wider, each.missing))
    return sorted(said, key=lambda each: each.start)


def _has_figures(words: str) -> bool:
    return any(map(str.isdigit, words))


def _is_taken(begin: int, end: int, said: Iterable[Said]) -> bool:
    return any(begin < each.end and each.start < end for each in said)


def _number_said(text: str, number: DocumentNumber) -> Said:
    label = number.text if number.is_whole else text[number.start : number.end]
    before = _BEFORE_A_NUMBER.search(text[: number.start])
    return Said(
        before.start() if before else number.start,
        number.end,
        f"số {label}" if before else label,
        any_of(map(Mark, _number_marks(number))),
    )


def _joined(text: str, span: DateSpan) -> Said:
    """From one time to another, or both: any mark of them."""
    whole = DateRange(span.times[0][0], span.times[-1][1], span.name)
    marks = [Mark(mark) for first, last in span.times for mark in _marks_between(first, last)]
    return Said(
        span.begin,
        span.end,
        span.name,
        any_of([*marks, _written(whole)] if _is_whole_years(whole) else marks),
        tuple(_wider(whole, span.begin, span.end)),
        span.missing,
        text[span.begin : span.end] if span.is_turned else "",
    )


def _marks_between(first: datetime.date, last: datetime.date) -> Iterator[str]:
    """The fewest years, months and days that make up the time."""
    day = first
    while day <= last:
        month_ends = day.replace(day=monthrange(day.year, day.month)[1])
        year_ends = datetime.date(day.year, 12, 31)
        if (day.month, day.day) == (1, 1) and year_ends <= last:
            yield f"y_{day.year}"
            day = year_ends
        elif day.day == 1 and month_ends <= last:
            yield _month(day.year, day.month)
            day = month_ends
        else:
            yield f"d_{day:%Y%m%d}"
        day += datetime.timedelta(days=1)


def _written(days: DateRange) -> Expression:
    """Whole years as texts write them, who have no mark of "năm 1996": both ends of several."""
    ends = sorted({days.start.year, days.end.year})
    return all_of(Words((str(year),), folded=True) for year in ends)


def years(marks: Collection[str]) -> list[str]:
    """The figures of the one year that was asked for; of several, a text may write any."""
    (mark,) = marks if len(marks) == 1 else ("",)
    return [mark.removeprefix("y_")] if mark.startswith("y_") else []


def are_of_document(marks: Collection[str]) -> bool:
    """Whether they are those of a document's number, and of no day."""
    return bool(marks) and all(mark.startswith("n_") for mark in marks)


def _number_marks(number: DocumentNumber) -> Iterator[str]:
    """What is said in words may be of the National Assembly, whose signs tell no other kind."""
    signs = [number.sign] if number.is_whole else [number.sign, *OF_ASSEMBLY.get(number.sign, ())]
    for sign in signs:
        yield _number(str(number.number), str(number.year or ""), sign)


def _number(number: str, year: str, sign: str) -> str:
    letters = re.sub(r"[^a-z0-9]", "", fold_letters(clean(sign)).lower())
    return "_".join(part for part in ("n", number, year, letters) if part)


def _within(days: DateRange) -> Expression | None:
    """Any mark of the time; None where it is too long to be asked for piece by piece."""
    if days.any_year:
        return any_of(map(Mark, _in_any_year(days)))
    if days.start == days.end:
        return Mark(f"d_{days.start:%Y%m%d}")
    if _is_whole_years(days):
        asked = [Mark(f"y_{year}") for year in range(days.start.year, days.end.year + 1)]
        if len(asked) > MOST_YEARS:
            return None
        # What is said of today, texts say of their own day.
        return any_of([*asked, _written(days)] if _has_figures(days.words) else asked)
    length = (days.end - days.start).days + 1
    if length <= 7:
        each = (days.start + datetime.timedelta(days=step) for step in range(length))
        return any_of(Mark(f"d_{day:%Y%m%d}") for day in each)
    months = list(_months_between(days.start, days.end))
    return any_of(map(Mark, months)) if len(months) <= MOST_MONTHS else None


def _in_any_year(days: DateRange) -> Iterator[str]:
    """The day or the month in the years that texts are likely to be of."""
    day = days.start
    for year in _years_back(day.year):
        if days.start != days.end:
            yield _month(year, day.month)  # a whole month was said
        elif day.day <= monthrange(year, day.month)[1]:
            yield f"d_{year}{day:%m%d}"


def _years_back(year: int) -> range:
    return range(year, year - MOST_YEARS, -1)


def _wider(days: DateRange, begin: int, end: int) -> Iterator[Said]:
    first, last = days.start, days.end
    if days.any_year:
        if first == last:
            months = (_month(year, first.month) for year in _years_back(first.year))
            yield Said(begin, end, f"tháng {first.month}", any_of(map(Mark, months)))
        return
    if first.year != last.year or _is_whole_years(days):
        return
    if first.month == last.month and (last - first).days < 27:
        month = Mark(_month(first.year, first.month))
        yield Said(begin, end, f"tháng {first.month}/{first.year}", month)
    year = any_of([Mark(f"y_{first.year}"), _written(days)])
    yield Said(begin, end, f"năm {first.year}", year)


def _name_of(days: DateRange) -> str:
    """Of a whole month or year."""
    year = days.start.year
    return f"năm {year}" if _is_whole_years(days) else f"tháng {days.start.month}/{year}"


def _is_whole_years(days: DateRange) -> bool:
    return (days.start.month, days.start.day, days.end.month, days.end.day) == (1, 1, 12, 31)


def _months_between(start: datetime.date, end: datetime.date) -> Iterator[str]:
    for month in range(12 * start.year + start.month - 1, 12 * end.year + end.month):
        yield _month(month // 12, month % 12 + 1)


def _month(year: int, month: int) -> str:
    return f"m_{year}{month:02}"


def _days_written(folded: str, published: datetime.date | None) -> Iterator[datetime.date]:
    for match in _DAY.finditer(folded):
        year = match["year"] or match["year_"] or match["year__"]
        if not year and not published:
            continue
        try:
            yield datetime.date(
                int(year) if year else published.year,  # type: ignore[union-attr]
                int(match["month"] or match["month_"] or match["month__"]),
                int(match["day"] or match["day_"] or match["day__"]),
            )
        except ValueError:
            continue
