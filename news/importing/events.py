"""When and where the event of an article took place."""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from .dates import EARLIEST, LATEST, PrintedDay, read_day
from .language import Passage, sentences
from .parsed import ParsedEvent, PartOfDay
from .places import NOWHERE, Place, read_place

_PARTS: dict[str, PartOfDay] = {
    "rạng sáng": "morning",
    "sáng": "morning",
    "trưa": "noon",
    "chiều": "afternoon",
    "tối": "evening",
    "đêm": "evening",
}
_PART = "(?P<part>" + "|".join(_PARTS) + ")"
_CLOCK = r"(?:(?:lúc |vào lúc )?\d{1,2} ?(?:h|g|giờ) ?(?:\d{2})?(?: phút)?,? )?"
# "Sáng nay (14/11)", "Chiều ngày 29/02/2024", "tối qua, ngày 14/11".
_PART_THEN_DAY = re.compile(
    rf"(?:^|[,.;(–-] ?)(?:vào |từ |trong )?{_CLOCK}{_PART}(?: nay| qua)?,? ?\(?(?:ngày )?(?=\d)",
    re.IGNORECASE,
)
# "Ngày 29/02/2024", "Trong 02 ngày 14 và 15/11", "Từ ngày 26 đến ngày 28/3": at the very start.
_DAY_FIRST = re.compile(
    rf"(?:Tại [^,.;]{{2,80}}, )?(?:vào |từ |trong (?:\d{{1,2}} |các |hai |ba )?)?{_CLOCK}(?:các )?"
    r"ngày,? ?\(?(?=\d)",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(r"Tại (?=[^,.;]{2,80}, )")
_THEN_PLACE = re.compile(r"\)?,? ?(?:tại|ở) ")
# "Từ ngày 01/01/2018 (trở đi), mức lương …" says since when a rule holds.
_SINCE = re.compile(r"từ ngày", re.IGNORECASE)
_AND_ON = re.compile(r",? trở (?:đi|về|lại)")
# Later in the text a day may be that of a document; then it is only offered.
_LATER_DAY = re.compile(r"[,.;] (?:vào )?[Nn]gày (?=\d)")


_LONGEST_WAIT = 400


class FoundEvents(NamedTuple):
    sure: ParsedEvent | None
    possible: ParsedEvent | None
    impossible_days: tuple[tuple[int, str], ...]


class _Mention(NamedTuple):
    line: int
    sentence: str
    start: int
    day: PrintedDay
    part: PartOfDay
    sure: bool


def read_event(passages: Sequence[Passage], published: datetime.date | None = None) -> FoundEvents:
    """The event told by the lead or, without one there, by the first paragraphs."""
    for number, passage in enumerate(passages):
        if mention := _first_mention(passage):
            # Further down a day may be that of something told in passing.
            told_first = number <= 1 and passage.text.startswith(mention.sentence)
            return _judge(mention, published, sure=mention.sure and told_first)
    return FoundEvents(None, None, ())


def _judge(mention: _Mention, published: datetime.date | None, *, sure: bool) -> FoundEvents:
    place = _place_of(mention)
    try:
        first, last = mention.day.dates(published)
    except ValueError:
        offered = _event(mention, None, None, place) if mention.part or place.text else None
        return FoundEvents(None, offered, ((mention.line, mention.day.words.strip()),))
    event = _event(mention, first, last, place)
    if sure and first is not None and _is_news(first, published):
        return FoundEvents(event, None, ())
    return FoundEvents(None, event, ())


def _is_news(day: datetime.date, published: datetime.date | None) -> bool:
    """An article tells of its own year; a day long before is history told in it."""
    return published is None or abs((published - day).days) <= _LONGEST_WAIT


def _event(
    mention: _Mention, first: datetime.date | None, last: datetime.date | None, place: Place
) -> ParsedEvent:
    end = mention.day.end
    return ParsedEvent(
        date=first,
        end_date=last,
        part_of_day=mention.part,
        place_text=place.text,
        province_name=place.province_name,
        words=mention.sentence[mention.start : end].lstrip(" ,.;(–-"),
    )


def _first_mention(passage: Passage) -> _Mention | None:
    at_start = True
    for sentence in sentences(passage.text):
        if mention := _mention_in(passage.line, sentence, at_start):
            return mention
        at_start = False
    return None


def _mention_in(line: int, sentence: str, at_start: bool) -> _Mention | None:
    first = _DAY_FIRST.match(sentence) if at_start else None
    if first and (day := _day_at(sentence, first.end())):
        since = _SINCE.match(sentence) and day.last is None
        sure = not since and not _AND_ON.match(sentence, day.end)
        return _Mention(line, sentence, 0, day, "", sure)
    for found in _PART_THEN_DAY.finditer(sentence):
        if day := _day_at(sentence, found.end()):
            part = _PARTS[found["part"].lower()]
            sure = not _AND_ON.match(sentence, day.end)
            return _Mention(line, sentence, found.start(), day, part, sure)
    for found in _LATER_DAY.finditer(sentence):
        if day := _day_at(sentence, found.end()):
            return _Mention(line, sentence, found.start(), day, "", sure=False)
    return None


def _day_at(sentence: str, start: int) -> PrintedDay | None:
    """The day there, unless it is no day ("13-15") or no news ("12/4/1861")."""
    day = read_day(sentence, start)
    if day is None or (day.year is None and not 1 <= day.month <= 12):
        return None
    return day if day.year is None or EARLIEST <= day.year <= LATEST else None


def _place_of(mention: _Mention) -> Place:
    """The place printed right beside the day: further off "tại" may belong to anything."""
    if after := _THEN_PLACE.match(mention.sentence, mention.day.end):
        return read_place(mention.sentence, after.end())
    if before := _PLACE_BEFORE.match(mention.sentence):
        return read_place(mention.sentence, before.end())
    return NOWHERE
