"""Days as Vietnamese news writes them, from "29/02/2024" to "ngày 29 tháng 02 năm 2024"."""

import datetime
import re
from typing import NamedTuple
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_WORDS = re.compile(
    r"(?:ngày )?(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?:(?: năm |/| )(?P<year>\d{4}))?(?!\d)",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?<!\d)(?P<day>\d{1,2}) ?[/-] ?(?P<month>\d{1,2})(?: ?[/-] ?(?P<year>\d{4}))?(?![\d/]|-\d)"
    r"|(?<!\d)(?P<day_>\d{1,2})\.(?P<month_>\d{1,2})\.(?P<year_>\d{4})(?!\d)"
)
_RANGE = re.compile(
    r"(?P<day>\d{1,2})(?: ?[/-] ?(?P<month>\d{1,2})(?: ?[/-] ?(?P<year>\d{4}))?)?"
    r"(?: ?[-–] ?| (?:đến|và|tới) )(?:hết )?(?:ngày )?"
    r"(?P<day2>\d{1,2}) ?[/-] ?(?P<month2>\d{1,2})(?: ?[/-] ?(?P<year2>\d{4}))?(?![\d/]|-\d)"
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?::|h|g| giờ ?)(?P<minute>\d{2})(?::\d{2})?(?!\d)")
_HALF_DAY = re.compile(r" ?(?<![^\W_])(am|pm|sa|ch)(?![^\W_])", re.IGNORECASE)
EARLIEST, LATEST = 1945, 2100


class PrintedDay(NamedTuple):
    """A day, or the first and last of several, as far as it is printed."""

    words: str
    day: int
    month: int
    year: int | None
    last: tuple[int, int] | None
    end: int

    def dates(
        self, published: datetime.date | None = None
    ) -> tuple[datetime.date | None, datetime.date | None]:
        """First and last day; the first is None without a year, the last unless there are two.

        A missing year is taken from the day of publication, which the event does not follow by
        more than a week. Raises ValueError for a day that is in no calendar, such as 30/02.
        """
        year = self.year
        if year is None:
            # 29/02 exists in some years: without a year only impossible days are refused.
            first = datetime.date(2000, self.month, self.day)
            if published is None:
                return None, None
            year = _year_before(first, published)
        first = datetime.date(year, self.month, self.day)
        if self.last is None:
            return first, None
        last = datetime.date(year, self.last[1], self.last[0])
        if last < first:  # 30/12 - 02/01/2025: the printed year is the last day's
            first = datetime.date(year - 1, self.month, self.day)
        return first, last


def read_day(text: str, start: int) -> PrintedDay | None:
    """The day written at `start`, or None."""
    if several := _RANGE.match(text, start):
        month2, year = int(several["month2"]), several["year2"] or several["year"]
        return PrintedDay(
            words=several[0],
            day=int(several["day"]),
            month=int(several["month"] or month2),
            year=int(year) if year else None,
            last=(int(several["day2"]), month2),
            end=several.end(),
        )
    if one := _WORDS.match(text, start) or _DIGITS.match(text, start):
        parts = one.groupdict()
        year = parts["year"] or parts.get("year_")
        return PrintedDay(
            words=one[0],
            day=int(parts["day"] or parts["day_"]),
            month=int(parts["month"] or parts["month_"]),
            year=int(year) if year else None,
            last=None,
            end=one.end(),
        )
    return None


def read_moment(text: str) -> datetime.datetime | None:
    """A publication time as printed on a page or given in a row, in Vietnam's time.

    ISO first, then "29/02/2024 14:05" with the clock on either side. Raises ValueError for a day
    or an hour that does not exist or cannot be meant; None when no full date is there.
    """
    moment: datetime.datetime | None
    try:
        moment = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        moment = _printed_moment(text)
    if moment is not None and not EARLIEST <= moment.year <= LATEST:
        raise ValueError(text)
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=VIETNAM)


_ISO_SHAPE = re.compile(r"\s*\d{4}-\d{1,2}-\d{1,2}")


def _printed_moment(text: str) -> datetime.datetime | None:
    if _ISO_SHAPE.match(text):
        raise ValueError(text)
    for digits in _DIGITS.finditer(text):
        year = digits["year"] or digits["year_"]
        if year is None:
            continue
        day = datetime.date(
            int(year),
            int(digits["month"] or digits["month_"]),
            int(digits["day"] or digits["day_"]),
        )
        clock = _CLOCK.search(text, 0, digits.start()) or _CLOCK.search(text, digits.end())
        return datetime.datetime.combine(day, _time_of(clock, text) if clock else datetime.time())
    return None


def _time_of(clock: re.Match[str], text: str) -> datetime.time:
    hour = int(clock["hour"])
    half = _HALF_DAY.search(text, clock.end())
    if half and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (half[1].lower() in ("pm", "ch"))
    return datetime.time(hour, int(clock["minute"]))


def _year_before(day: datetime.date, published: datetime.date) -> int:
    """The year in which a day without one fell, seen from the day of publication."""
    latest = published + datetime.timedelta(days=7)
    return latest.year - ((day.month, day.day) > (latest.month, latest.day))
