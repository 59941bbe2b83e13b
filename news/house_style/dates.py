"""Days that no calendar has, days of the week that do not fit, and the day of the event."""

import datetime
import re
from calendar import monthrange
from collections.abc import Sequence

from news.importing.dates import EARLIEST, LATEST, PrintedDay, read_day

from .findings import Facts, Finding, Found, Rule
from .passages import Passage
from .words import begins_a_sentence, like, sentence_around

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAY_WORDS = {
    **{name.lower(): number for number, name in enumerate(_WEEKDAYS)},
    **{f"thứ {number + 2}": number for number in range(6)},
    "chúa nhật": 6,
}
_FULL = re.compile(
    r"(?<![\w/.,-])(?:ngày\s)?(?=\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2})", re.I
)
_SHORT = re.compile(r"(?<!\w)ngày\s(?=\d{1,2} ?/ ?\d{1,2}(?![\d/]))", re.I)
# "Sáng thứ Hai, ngày 04/3/2024"; without such an opening "thứ hai" is more often a second time.
_WEEKDAY = re.compile(
    r"(?:(?<!\w)(?:sáng|trưa|chiều|tối|đêm|ngày|vào|hôm|từ|đến)\s|(?:^|(?<=[.;(\n–-])|(?<=, ))\s?)"
    rf"(?P<name>{'|'.join(_WEEKDAY_WORDS)})(?:,? \(?|\s?\()(?:ngày\s)?(?=\d)",
    re.I,
)
_OPENS = re.compile(
    r"(?:(?:rạng sáng|sáng|trưa|chiều|tối|đêm|trong)\s)?ngày\s|(?:sáng|trưa|chiều|tối)\s(?:nay\s\(?)?",
    re.I,
)
_LUNAR = re.compile(
    r"âm lịch|\bÂL\b|nông lịch|\b(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý) [A-ZĐ]\w+"
)
_DAY_AND_MONTH = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?P<between>[ \u00a0]?[/.-][ \u00a0]?|[ \u00a0]tháng[ \u00a0])"
    r"(?P<month>\d{1,2})(?!\d)",
    re.I,
)
_LONGEST_AGO = 400  # days; the wrong year is a common slip
_A_LEAP_YEAR = 2000  # 29/2 exists in some years
_DOCUMENT = re.compile(r"[Ss]ố:?\s?\Z")


def wrong_days(passages: Sequence[Passage], facts: Facts) -> Found:
    for passage in passages:
        text = passage.text.replace("\u00a0", " ")
        yield from _impossible_days(passage, text, facts)
        yield from _wrong_weekdays(passage, text, facts)
    yield from _other_event_day(passages, facts)


def _impossible_days(passage: Passage, text: str, facts: Facts) -> Found:
    told: list[tuple[int, int]] = []
    for pattern in (_FULL, _SHORT):
        for found in pattern.finditer(text):
            day = read_day(text, found.end())
            if day is None or _is_possible(day):
                continue
            if any(found.end() < end and start < day.end for start, end in told):
                continue
            if _LUNAR.search(sentence_around(text, found.start(), day.end)):
                continue
            if _DOCUMENT.search(text, 0, found.start()):
                continue
            told.append((found.end(), day.end))
            why = f"Không có ngày {day.words.strip()} trong lịch."
            words = passage.text[found.end() : day.end]
            year = day.year or (facts.day.year if facts.day else _A_LEAP_YEAR)
            yield Finding(Rule.DATES, passage, found.end(), day.end, why, _likely(words, year))


def _likely(words: str, year: int) -> str | None:
    """The last day of that month; where there is no such month, day and month changed about."""

    def mended(found: re.Match[str]) -> str:
        day, month = found["day"], found["month"]
        if not 1 <= int(month) <= 12:
            return f"{month}{found['between']}{day}"
        last = monthrange(year, int(month))[1]
        return f"{last}{found['between']}{month}" if int(day) > last else found[0]

    likely = _DAY_AND_MONTH.sub(mended, words)
    day = read_day(likely.replace("\u00a0", " "), 0)
    return likely if day and _is_possible(day) else None


def _is_possible(day: PrintedDay) -> bool:
    if day.year is not None and not EARLIEST <= day.year <= LATEST:
        return True  # a day of history, or no day at all
    try:
        day.dates()
    except ValueError:
        return False
    return True


def _wrong_weekdays(passage: Passage, text: str, facts: Facts) -> Found:
    for found in _WEEKDAY.finditer(text):
        day = read_day(text, found.end())
        date = _date_of(day, facts) if day and day.last is None else None
        if day is None or date is None or not _is_near(date):
            continue
        right = date.weekday()
        if right == _WEEKDAY_WORDS[found["name"].lower()]:
            continue
        if day.year is None and facts.day and abs((date - facts.day).days) > 180:
            continue  # the year is only guessed
        why = f"Ngày {date:%d/%m/%Y} là {_WEEKDAYS[right]}."
        start, name = found.start("name"), _WEEKDAYS[right]
        if found["name"].isupper() or begins_a_sentence(text, start):
            name = like(name, found["name"])
        new = name + passage.text[found.end("name") : day.end]
        yield Finding(Rule.DATES, passage, start, day.end, why, new)


def _date_of(day: PrintedDay, facts: Facts) -> datetime.date | None:
    try:
        return day.dates(facts.published_on or facts.day)[0]
    except ValueError:
        return None


def _is_near(date: datetime.date) -> bool:
    return EARLIEST <= date.year <= LATEST


def _other_event_day(passages: Sequence[Passage], facts: Facts) -> Found:
    """The day a text begins with, when the form's day of the event is another."""
    if facts.event is None:
        return
    openings = [
        each for each in passages if each.place != "title" and each.label in ("Sapo", "Đoạn văn")
    ]
    for passage in openings[:1]:
        text = passage.text.replace("\u00a0", " ")
        opening = _OPENS.match(text)
        day = read_day(text, opening.end()) if opening else None
        if opening is None or day is None:
            return
        try:
            first, last = day.dates(facts.published_on or facts.event[0])
        except ValueError:
            return
        if first is None or (first <= facts.event[1] and facts.event[0] <= (last or first)):
            return
        if abs((first - facts.event[0]).days) > _LONGEST_AGO:
            return  # history, told first
        why = f"Ô “ngày diễn ra” ghi {facts.event[0]:%d/%m/%Y}."
        is_one_day = day.last is None and facts.event[0] == facts.event[1]
        words = passage.text[opening.end() : day.end]
        new = _written_like(words, facts.event[0]) if is_one_day else None
        yield Finding(Rule.DATES, passage, opening.end(), day.end, why, new)


def _written_like(words: str, day: datetime.date) -> str:
    """
    >>> _written_like("05 tháng 3 năm 2024", datetime.date(2024, 2, 9))
    '09 tháng 2 năm 2024'
    """
    numbers = iter((day.day, day.month, day.year))
    return re.sub(r"\d+", lambda found: f"{next(numbers):0{len(found[0])}}", words)
