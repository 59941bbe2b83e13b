"""Two times in a query that belong together."""

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.vietnamese import date_spans as module
from search.vietnamese.date_spans import DateSpan, date_spans
from search.vietnamese.normalise import clean, fold

pytestmark = pytest.mark.once

TODAY = date(2024, 3, 15)


def only_span(typed: str) -> DateSpan:
    (span,) = date_spans(f"họp {typed} ở Bắc Kạn", TODAY)
    assert f"họp {typed} ở Bắc Kạn"[span.begin : span.end] == typed
    return span


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(0, 1)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("từ tháng 1 đến tháng 6 năm 2024", "2024-01-01", "2024-06-30"),
        ("tháng 1-6/2024", "2024-01-01", "2024-06-30"),
        ("1/2024 – 6/2024", "2024-01-01", "2024-06-30"),
        ("từ tháng một đến hết tháng hai năm 2024", "2024-01-01", "2024-02-29"),
        ("từ 5/6/2024 đến 10/6/2024", "2024-06-05", "2024-06-10"),
        ("từ 5/6 đến 10/6/2024", "2024-06-05", "2024-06-10"),
        ("5-10/6/2024", "2024-06-05", "2024-06-10"),
        ("15-2-2024 - 20-2-2024", "2024-02-15", "2024-02-20"),
        ("từ ngày 5 đến ngày 10 tháng 6 năm 2024", "2024-06-05", "2024-06-10"),
        ("quý I và quý II năm 2024", "2024-01-01", "2024-06-30"),
        ("quý I, II năm 2024", "2024-01-01", "2024-06-30"),
        ("từ quý 1 đến quý 3/2024", "2024-01-01", "2024-09-30"),
        ("từ 15/12/2023 đến tháng 1/2024", "2023-12-15", "2024-01-31"),
        ("từ 10/6/2024 đến hết tháng 6/2024", "2024-06-10", "2024-06-30"),
        # A year that is left out is the one that makes sense of both.
        ("từ tháng 11 đến tháng 2/2024", "2023-11-01", "2024-02-29"),
        ("28/12/2023 đến 3/1", "2023-12-28", "2024-01-03"),
        ("từ tháng 2 đến tháng 3", "2024-02-01", "2024-03-31"),
        ("từ tháng 11 đến tháng 4", "2022-11-01", "2023-04-30"),
        ("từ năm 2021 đến nay", "2021-01-01", "2024-03-15"),
    ],
)
def test_from_one_time_to_another_is_one_time(typed: str, first: str, last: str):
    for words in (typed, typed.upper(), fold(typed)):
        span = only_span(words)
        assert (str(span.times[0][0]), str(span.times[-1][1])) == (first, last)
        assert (span.missing, span.is_turned) == ("", False)


def test_months_that_are_listed_are_those_alone():
    assert only_span("tháng 3 và tháng 5 năm 2024").times == (
        (date(2024, 3, 1), date(2024, 3, 31)),
        (date(2024, 5, 1), date(2024, 5, 31)),
    )


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("từ 10/6/2024 đến 5/6/2024", "từ ngày 5/6/2024 đến ngày 10/6/2024"),
        ("từ tháng 6/2024 đến tháng 1/2024", "từ tháng 1/2024 đến tháng 6/2024"),
        ("từ năm 2025 đến năm 2021", "từ năm 2021 đến năm 2025"),
    ],
)
def test_the_later_time_said_first_is_turned(typed: str, name: str):
    span = only_span(typed)
    assert (span.is_turned, span.name) == (True, name)
    assert span.times[0][0] < span.times[0][1]


@pytest.mark.parametrize(
    ("typed", "missing", "name"),
    [
        ("từ 30/2/2024 đến 10/3/2024", "ngày 30/2/2024", "từ ngày 29/2/2024 đến ngày 10/3/2024"),
        ("từ tháng 1 đến tháng 13 năm 2024", "tháng 13/2024", "từ tháng 1/2024 đến tháng 12/2024"),
        ("từ quý 0 đến quý 2/2024", "quý 0/2024", "từ quý 1/2024 đến quý 2/2024"),
    ],
)
def test_in_place_of_what_no_calendar_has_the_nearest_is_taken(typed, missing, name):
    span = only_span(typed)
    assert (span.missing, span.name) == (missing, name)


@pytest.mark.parametrize(
    "typed",
    [
        "nghị định 98/2023/NĐ-CP đến nay",
        "2-3 người, điều 5, 6/2024",
        "tỷ số 3/2 - 5/2",
        "trong tháng 6, 5 xã; tháng 1 - 3 người",
        "tứ tháng 1 đén tháng 6 năm 2024",  # other words
        "ngày 5/6/2024 và 10/6/2024",  # a text may have both
        "giai đoạn 2021-2025",  # one time by itself, see `dates`
        "6 tháng đầu năm 2024",
    ],
)
def test_what_does_not_belong_together_is_left_alone(typed: str):
    assert date_spans(typed, TODAY) == []


@given(
    st.lists(
        st.sampled_from(
            "từ đến và - , ngày tháng năm quý 0 2 31 99 2024 1900 / /2024 nay I iv ba".split()
        ),
        max_size=9,
    ).map(" ".join),
    st.dates(date(1990, 1, 1)),
)
def test_any_text_can_be_read(text: str, today: date):
    text, end = clean(text), 0
    for span in date_spans(text, today):
        assert end <= span.begin < span.end <= len(text)
        assert all(first <= last for first, last in span.times)
        end = span.end
