"""Days, months, quarters and years as people write them, as days from and to.

Accents may be missing (thang hai nam 2024), but those that are typed must be right: "thắng 2" is
no month.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .analysis import forms_of
from .normalise import clean, fold_letters

_NUMBERS = {
    "mot": 1, "gieng": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_ROMAN_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_BACK = {"nay": 0, "qua": 1, "truoc": 1, "ngoai": 1, "roi": 1, "kia": 2}
_DAYS_IN = {"ngay": 1, "tuan": 7, "thang": 30, "nam": 365}
_ACCENTED = set(
    """
    ngày mùng mồng tháng năm quý quí tuần hôm này trước ngoái rồi gần đây nhất đầu cuối
    giai đoạn nhiệm kỳ kì từ đến tới hết cho kể trong khoảng và hoặc hiện một giêng bốn tư sáu bảy
    tám chín mười chạp
    """.split()
)

_Days = tuple[date, date]
_Read = Callable[[re.Match[str], date | None], _Days | None]


@dataclass(frozen=True, slots=True)
class DateRange:
    """From `start` to `end`, both included; `words` is what said so, as it was typed."""

    start: date
    end: date
    words: str
    missing: str = ""
    """What was said where no calendar has it ("ngày 30/2/2024"): then this is its month or year."""
    any_year: bool = False
    """No year was said, so that others may be meant: this is the last one before today."""


def date_ranges(
    text: str, today: date | None = None, with_missing: bool = False
) -> list[DateRange]:
    """The times a query names, in reading order; what no calendar has (31/02/2024) is left out.

    Times that depend on the day they are said (hôm qua, tháng trước, tháng 2 without a year) are
    read only when `today` is given; a day or month without a year is the last one before it.
    A month and a document look alike in "nghị định 10/2023": ask for document numbers first.
    `with_missing`: what no calendar has is given too, as the month or the year it was said of.

    >>> [(str(each.start), str(each.end)) for each in date_ranges("họp tháng 2/2024")]
    [('2024-02-01', '2024-02-29')]
    """
    text = clean(text)
    found = sorted(_matches(text, today, with_missing), key=lambda each: (each[0], -each[1]))
    ranges, end = [], 0
    for start, stop, days, missing, any_year in found:
        if start >= end:
            ranges.append(DateRange(*days, text[start:stop], missing, any_year))
            end = stop
    return ranges


def _matches(
    text: str, today: date | None, with_missing: bool
) -> Iterator[tuple[int, int, _Days, str, bool]]:
    folded = fold_letters(text)
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(folded):
            if not accents_are_right(text[match.start() : match.end()]):
                continue
            missing = ""
            days = _days(read, match, today)
            if days is None and with_missing:
                days, missing = _nearest(match, today)
            if days:
                any_year = read in (_day_without_year, _month_without_year)
                yield match.start(), match.end(), days, missing, any_year


def _days(read: _Read, match: re.Match[str], today: date | None) -> _Days | None:
    """None for a day that is in no calendar, and for "yesterday" when today is not known."""
    try:
        return read(match, today)
    except (ValueError, OverflowError):
        return None


def _nearest(match: re.Match[str], today: date | None) -> tuple[_Days | None, str]:
    """Of a day or a month that no calendar has: its month or else its year, and what was said.

    A month that is not called one (13/2024) is more likely the number of a document, and 30/2 a part.
    """
    said = match.groupdict()
    is_called = said.get("day") or match[0].startswith("thang")
    if not said.get("month") or not is_called or MAY_BE_A_PART.fullmatch(match[0]):
        return None, ""
    month, has_year = number(match["month"]), bool(said.get("year"))
    day = f"{int(match['day'])}/" if said.get("day") else ""
    year = f"/{_year(match)}" if has_year else ""
    missing = f"{'ngày' if day else 'tháng'} {day}{month}{year}"
    if 1 <= month <= 12:
        return (_month if has_year else _month_without_year)(match, today), missing
    return (_months(_year(match), 1, 12) if has_year else None), missing


def accents_are_right(words: str) -> bool:
    each = (forms_of(word) for word in re.findall(r"[^\W\d_]+", words))
    return all(word.text in _ACCENTED or word.text == word.folded for word in each)


# --- A reader for each way of saying it ----------------------------------------------------------


def _day(match: re.Match[str], today: date | None) -> _Days:
    day = date(_year(match), number(match["month"]), int(match["day"]))
    return day, day


def _day_without_year(match: re.Match[str], today: date | None) -> _Days | None:
    if not today:
        return None
    month, day = number(match["month"]), int(match["day"])
    # For up to eight years there may be no 29 February.
    years = range(today.year, today.year - 9, -1)
    days = (date(year, month, day) for year in years if day <= monthrange(year, month)[1])
    last = next((day for day in days if day <= today), None)
    return (last, last) if last else None


def _month(match: re.Match[str], today: date | None) -> _Days:
    month = number(match["month"])
    return _months(_year(match), month, month)


def _month_without_year(match: re.Match[str], today: date | None) -> _Days | None:
    if not today:
        return None
    month = number(match["month"])
    return _months(today.year if month <= today.month else today.year - 1, month, month)


def _quarter(match: re.Match[str], today: date | None) -> _Days:
    quarter = number(match["quarter"])
    return _months(int(match["year"]), 3 * quarter - 2, 3 * quarter)


def _part_of_year(match: re.Match[str], today: date | None) -> _Days:
    year, months = int(match["year"]), number(match["months"])
    return _months(year, 1, months) if match["end"] == "dau" else _months(year, 13 - months, 12)


def _years(match: re.Match[str], today: date | None) -> _Days | None:
    first = int(match["first"])
    last = int(match["last"] or first)
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _relative(match: re.Match[str], today: date | None) -> _Days | None:
    if not today:
        return None
    back = _BACK[match["which"]]
    unit = match["unit"]
    if unit == "hom":
        day = today - timedelta(days=back)
        return day, day
    if unit == "tuan":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=6)
    if unit == "nam":
        return _months(today.year - back, 1, 12)
    length = 3 if unit == "quy" else 1
    year, first = divmod(12 * today.year + today.month - 1 - length * back, 12)
    first -= first % length
    return _months(year, first + 1, first + length)


def _until_today(match: re.Match[str], today: date | None) -> _Days | None:
    if not today:
        return None
    return today - timedelta(days=_DAYS_IN[match["unit"]] * number(match["count"])), today


def _year(match: re.Match[str]) -> int:
    year = int(match["year"])
    return year + 2000 if year < 100 else year


def number(words: str) -> int:
    if words.isdigit():
        return int(words)
    return (_NUMBERS | _ROMAN_NUMBERS)[" ".join(words.split())]


def _months(year: int, first: int, last: int) -> _Days:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
YEAR_NUMBER = r"(?P<year>(?:19|20)\d\d)"
IN_YEAR = rf"(?:\s?[/.,-]\s?|\s+)(?:nam\s+)?{YEAR_NUMBER}"
_DAY = r"(?P<day>\d\d?)"
MONTH_NUMBER = rf"\d\d?|{_WORDS}"
_MONTH = rf"(?P<month>{MONTH_NUMBER})"
MAY_BE_A_PART = re.compile(r"\d\d?\s?/\s?\d\d?")
_TO = r"\s?(?:[-\u2010-\u2015]|(?<=\s)(?:den|toi)(?=\s))\s?"


def _pattern(words: str) -> re.Pattern[str]:
    """A blank stands for any, and the match neither begins nor ends inside a word or a number."""
    return re.compile(r"(?<![\w/])(?<!\d[.,-])" + words.replace(" ", r"\s+") + r"(?![\w/]|[.,-]\d)")


_PATTERNS: list[tuple[re.Pattern[str], _Read]] = [
    (_pattern(rf"{YEAR_NUMBER}-(?P<month>\d\d)-{_DAY}"), _day),
    (
        _pattern(rf"(?:ngay )?{_DAY}(?P<sign>\s?[/.-]\s?)(?P<month>\d\d?)(?P=sign){YEAR_NUMBER}"),
        _day,
    ),
    (_pattern(rf"(?:ngay )?{_DAY}/(?P<month>\d\d?)/(?P<year>\d\d)"), _day),
    (_pattern(rf"(?:(?:ngay|mung|mong) )*{_DAY}(?: thang |\s?/\s?){_MONTH}{IN_YEAR}"), _day),
    (_pattern(rf"(?:ngay|mung|mong) {_DAY}(?: thang |\s?/\s?){_MONTH}"), _day_without_year),
    (_pattern(rf"{_DAY} thang (?P<month>\d\d?)"), _day_without_year),
    (_pattern(rf"{_DAY}\s?/\s?(?P<month>\d\d?)"), _day_without_year),
    (_pattern(rf"thang {_MONTH}{IN_YEAR}"), _month),
    (_pattern(rf"(?P<month>\d\d?)\s?/\s?{YEAR_NUMBER}"), _month),
    (_pattern(rf"thang {_MONTH}"), _month_without_year),
    (_pattern(rf"quy (?P<quarter>[1-4]|iv|i{{1,3}}|mot|hai|ba|bon|tu){IN_YEAR}"), _quarter),
    (
        _pattern(rf"(?P<months>[369]|ba|sau|chin) thang (?P<end>dau|cuoi) nam {YEAR_NUMBER}"),
        _part_of_year,
    ),
    (
        _pattern(
            rf"(?:tu )?(?:(?:nam|giai doan|nhiem ky) )*"
            rf"(?P<first>(?:19|20)\d\d){_TO}(?:nam )?(?P<last>(?:19|20)\d\d)"
        ),
        _years,
    ),
    (_pattern(r"nam (?P<first>(?:19|20)\d\d)(?P<last>)"), _years),
    (_pattern(r"(?P<unit>hom) (?P<which>nay|qua|kia)"), _relative),
    (_pattern(r"(?P<unit>tuan|thang|quy) (?P<which>nay|qua|truoc|roi)"), _relative),
    (_pattern(r"(?P<unit>nam) (?P<which>nay|qua|truoc|ngoai|roi)"), _relative),
    (
        _pattern(
            rf"(?P<count>\d\d?|{_WORDS}) (?P<unit>ngay|tuan|thang|nam) (?:qua|gan day|gan nhat)"
        ),
        _until_today,
    ),
]
