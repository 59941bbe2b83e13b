"""Times in a query, as people write them."""

import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.vietnamese import dates as module
from search.vietnamese.dates import date_ranges
from search.vietnamese.normalise import clean, fold

pytestmark = pytest.mark.once

TODAY = date(2024, 3, 15)  # a Friday
MONTHS = [*"một hai ba tư năm sáu bảy tám chín mười".split(), "mười một", "mười hai"]

days = st.dates(date(1945, 1, 1), date(2040, 12, 31))


def ranges(query: str, today: date | None = None) -> list[tuple[str, str]]:
    return [(str(each.start), str(each.end)) for each in date_ranges(query, today)]


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=1)


@given(days)
def test_a_day_is_read_in_every_way_of_writing_it(day: date):
    written = [
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} / {day.month} / {day.year}",
        f"ngày {day.day:02}/{day.month:02}/{day.year}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        f"{day.day} tháng {MONTHS[day.month - 1]} năm {day.year}",
        f"Ngày {day.day}/{day.month} năm {day.year}",
        day.isoformat(),
    ]
    for words in [*written, *map(fold, written)]:
        (found,) = date_ranges(f"họp {words} ở Bắc Kạn")
        assert (found.start, found.end, found.words) == (day, day, words)


@given(days)
def test_a_month_is_read_in_every_way_of_writing_it(day: date):
    last = (date(day.year, day.month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    for words in (
        f"tháng {day.month}/{day.year}",
        f"tháng {day.month:02} năm {day.year}",
        f"tháng {MONTHS[day.month - 1]} {day.year}",
        f"thang {day.month} {day.year}",
        f"{day.month:02}/{day.year}",
    ):
        assert ranges(words) == [(str(day.replace(day=1)), str(last))]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("năm 2024", "2024-01-01", "2024-12-31"),
        ("nam 2024", "2024-01-01", "2024-12-31"),
        ("quý I/2024", "2024-01-01", "2024-03-31"),
        ("quý 1 năm 2024", "2024-01-01", "2024-03-31"),
        ("quy 4/2024", "2024-10-01", "2024-12-31"),
        ("quý tư năm 2023", "2023-10-01", "2023-12-31"),
        ("6 tháng đầu năm 2024", "2024-01-01", "2024-06-30"),
        ("sáu tháng cuối năm 2024", "2024-07-01", "2024-12-31"),
        ("9 thang dau nam 2024", "2024-01-01", "2024-09-30"),
        ("giai đoạn 2020-2025", "2020-01-01", "2025-12-31"),
        ("nhiệm kỳ 2021 – 2026", "2021-01-01", "2026-12-31"),
        ("từ năm 2020 đến năm 2025", "2020-01-01", "2025-12-31"),
        ("29/2/24", "2024-02-29", "2024-02-29"),
        ("mùng 2 tháng 9 năm 1945", "1945-09-02", "1945-09-02"),
    ],
)
def test_longer_times_are_read(words: str, first: str, last: str):
    assert ranges(words) == [(first, last)]
    assert ranges(words.upper()) == [(first, last)]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("hôm nay", "2024-03-15", "2024-03-15"),
        ("hom qua", "2024-03-14", "2024-03-14"),
        ("tuần này", "2024-03-11", "2024-03-17"),
        ("tuần trước", "2024-03-04", "2024-03-10"),
        ("tháng này", "2024-03-01", "2024-03-31"),
        ("thang truoc", "2024-02-01", "2024-02-29"),
        ("quý trước", "2023-10-01", "2023-12-31"),
        ("năm nay", "2024-01-01", "2024-12-31"),
        ("năm ngoái", "2023-01-01", "2023-12-31"),
        ("7 ngày qua", "2024-03-08", "2024-03-15"),
        ("ngày 29/2", "2024-02-29", "2024-02-29"),
        ("ngày 20 tháng 11", "2023-11-20", "2023-11-20"),
        ("29 tháng 2", "2024-02-29", "2024-02-29"),
        ("20 thang 11", "2023-11-20", "2023-11-20"),
        ("20/11", "2023-11-20", "2023-11-20"),
        ("1 / 3", "2024-03-01", "2024-03-01"),
        ("tháng 2", "2024-02-01", "2024-02-29"),
        ("tháng 5", "2023-05-01", "2023-05-31"),
    ],
)
def test_times_that_depend_on_today_need_a_today(words: str, first: str, last: str):
    assert ranges(words, TODAY) == [(first, last)]
    assert ranges(words) == []


def test_in_january_last_month_is_december():
    assert ranges("tháng trước", date(2024, 1, 31)) == [("2023-12-01", "2023-12-31")]


def test_the_leap_day_without_a_year_is_the_last_one_there_was():
    assert ranges("ngày 29/2", date(2023, 5, 1)) == [("2020-02-29", "2020-02-29")]


@pytest.mark.parametrize(
    "words",
    [
        "31/02/2024",
        "ngày 30/2",
        "tháng 13/2024",
        "2025-2020",
        "thi đua 2024",
        "06/2022/QH15",
        "98/2023/NĐ-CP",
        "30/2",
        "19/19",
        "1/7/5",
        "1/7-3",
        "2.1/7",
        "1.500.000",
        "quỹ 1/2024/5",
        "",
    ],
)
def test_what_no_calendar_has_is_no_time(words: str):
    assert ranges(words, TODAY) == []


@pytest.mark.parametrize(
    ("words", "missing", "first", "last"),
    [
        ("30/2/2024", "ngày 30/2/2024", "2024-02-01", "2024-02-29"),
        ("31/04/2024", "ngày 31/4/2024", "2024-04-01", "2024-04-30"),
        ("29/2/2023", "ngày 29/2/2023", "2023-02-01", "2023-02-28"),
        ("2024-02-30", "ngày 30/2/2024", "2024-02-01", "2024-02-29"),
        ("30/2/24", "ngày 30/2/2024", "2024-02-01", "2024-02-29"),
        ("ngay 30 thang 2 nam 2024", "ngày 30/2/2024", "2024-02-01", "2024-02-29"),
        ("ngày 31 tháng tư năm 2024", "ngày 31/4/2024", "2024-04-01", "2024-04-30"),
        ("ngày 31/6", "ngày 31/6", "2023-06-01", "2023-06-30"),
        ("30 tháng 2", "ngày 30/2", "2024-02-01", "2024-02-29"),
        ("tháng 13/2024", "tháng 13/2024", "2024-01-01", "2024-12-31"),
        ("thang 13 nam 2024", "tháng 13/2024", "2024-01-01", "2024-12-31"),
        ("15/13/2024", "ngày 15/13/2024", "2024-01-01", "2024-12-31"),
        ("00/00/2024", "ngày 0/0/2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_what_no_calendar_has_is_given_as_its_month_or_year_when_asked_for(
    words: str, missing: str, first: str, last: str
):
    (found,) = date_ranges(f"họp {words} ở Bắc Kạn", TODAY, with_missing=True)
    assert (str(found.start), str(found.end)) == (first, last)
    assert (found.words, found.missing) == (words, missing)


@pytest.mark.parametrize(
    "words", ["13/2024", "tháng 13", "ngày 30/13", "2025-2020", "98/2023/NĐ-CP"]
)
def test_what_is_hardly_a_time_is_no_missing_one_either(words: str):
    assert date_ranges(words, TODAY, with_missing=True) == []


@pytest.mark.parametrize("words", ["thắng 2/202", "hòm qua", "tuân trước", "quỹ 1 2024"])
def test_wrong_accents_are_other_words(words: str):
    assert ranges(words, TODAY) == []


def test_each_time_of_a_query_is_found():
    assert ranges("họp ngày 29/2/2024 và tháng 3/2024") == [
        ("2024-02-29", "2024-02-29"),
        ("2024-03-01", "2024-03-31"),
    ]


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from("ngày tháng năm quý 2 31 2024 9999 / - . hôm qua đầu 00 ba".split()),
            max_size=9,
        ).map(" ".join),
    ),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_can_be_read(text: str, today: date | None):
    for found in date_ranges(text, today, with_missing=True):
        assert found.start <= found.end
        assert found.words in clean(text)
