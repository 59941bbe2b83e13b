import datetime

import pytest

from news.awards.templatetags.awards_tags import clock_of
from news.awards.working_days import working_days_after

pytestmark = pytest.mark.once


def november(day: int) -> datetime.date:
    return datetime.date(2025, 11, day)


OPENS = november(7)
HOLIDAY = november(20)
DAYS = [day for day, _ in zip(working_days_after(OPENS, {HOLIDAY}), range(10), strict=False)]


def clock_on(today: datetime.date):
    return clock_of(DAYS, OPENS, DAYS[-1], today)


def test_the_fifth_day_is_today_and_still_counts():
    clock = clock_on(november(14))
    assert clock.ticks == ["gone"] * 4 + ["today"] + [""] * 5
    assert (clock.gone, clock.left) == (4, 6)
    assert clock.is_open
    assert not clock.is_over


def test_on_a_sunday_no_tick_is_today():
    clock = clock_on(november(16))
    assert "today" not in clock.ticks
    assert (clock.gone, clock.left) == (5, 5)


def test_after_the_last_day_it_is_over():
    clock = clock_on(november(25))
    assert clock.is_over
    assert not clock.is_open
    assert clock.left == 0


def test_the_calendar_holds_whole_weeks_with_holidays_as_rest():
    weeks = clock_on(november(14)).weeks
    assert [cell.day.day for cell in weeks[0]] == [3, 4, 5, 6, 7, 8, 9]
    assert {len(week) for week in weeks} == {7}
    states = {cell.day.day: cell.state for week in weeks for cell in week}
    assert states[10] == "gone"
    assert states[14] == "open today"
    assert states[15] == states[20] == "rest"
    assert states[24] == "open last"
    assert states[7] == ""


def test_what_colours_say_is_said_in_words():
    clock = clock_on(november(14))
    words = {cell.day.day: cell.words for week in clock.weeks for cell in week}
    assert words[10] == "đã qua"
    assert words[14] == "còn nhận ý kiến, hôm nay"
    assert words[24] == "còn nhận ý kiến, ngày cuối"
    assert words[7] == ""
    assert dict(clock.legend).keys() == {"gone", "open", "today", "last", "rest"}
    assert "today" not in dict(clock_on(november(1)).legend)
