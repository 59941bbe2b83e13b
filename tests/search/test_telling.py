"""What the search says of its answer, to who reads Vietnamese and to who reads English."""

import datetime

import pytest
from django.utils import translation

from search.engine.expansions import OtherName
from search.engine.marks import said_in
from search.templatetags.telling_tags import hint, time_told, why, why_in_letters
from search.vietnamese.normalise import clean

pytestmark = pytest.mark.once

TODAY = datetime.date(2026, 11, 25)
MERGED = OtherName(
    "Bắc Kạn",
    "Thái Nguyên",
    "{name} nay thuộc {other} (từ {since})",
    datetime.date(2025, 7, 1),
)


def told(typed: str) -> str:
    return hint(said_in(clean(typed), TODAY))


def test_why_a_name_is_searched_for_is_told_in_the_readers_language():
    assert why_in_letters(MERGED) == why(MERGED) == "Bắc Kạn nay thuộc Thái Nguyên (từ 01/07/2025)"
    with translation.override("en"):
        assert why_in_letters(MERGED) == "Bắc Kạn is part of Thái Nguyên now (since 1 July 2025)"


def test_names_are_vietnamese_among_english_words():
    with translation.override("en"):
        assert why(MERGED) == (
            '<span lang="vi">Bắc Kạn</span> is part of <span lang="vi">Thái Nguyên</span> now'
            " (since 1 July 2025)"
        )


def test_names_are_only_letters():
    name = OtherName("<b>{since}</b>", "{name} & {x}", "{name} nay là {other}")
    assert why(name) == "&lt;b&gt;{since}&lt;/b&gt; nay là {name} &amp; {x}"
    assert why_in_letters(name) == "<b>{since}</b> nay là {name} & {x}"


@pytest.mark.parametrize(
    ("typed", "vietnamese", "english"),
    [
        (
            "30/2/2024",
            "Lịch không có ngày 30/2/2024; đang tìm tháng 2/2024.",
            "No calendar has 30 February 2024. Searched for instead: February 2024.",
        ),
        (
            "họp tháng 13/2024",
            "Lịch không có tháng 13/2024; đang tìm năm 2024.",
            "No calendar has month 13 of 2024. Searched for instead: 2024.",
        ),
        (
            "5/13/2024",
            "Lịch không có ngày 5/13/2024; đang tìm năm 2024.",
            "No calendar has 5/13/2024. Searched for instead: 2024.",
        ),
        (
            "từ quý 3/2024 đến quý 1/2024",
            "Thời gian “từ quý 3/2024 đến quý 1/2024” bị viết ngược;"
            " đang tìm từ quý 1/2024 đến quý 3/2024.",
            "The two times were the wrong way round."
            " Searched for instead: from quarter 1 of 2024 to quarter 3 of 2024.",
        ),
        ("29/2/2024", "", ""),
        ("từ 30/12/2022 đến 2/2/2024", "", ""),
    ],
)
def test_what_is_wrong_about_a_time_is_told_in_the_readers_language(typed, vietnamese, english):
    assert told(typed) == vietnamese
    with translation.override("en"):
        assert told(typed) == english


def test_a_time_may_be_out_of_the_calendar_and_the_wrong_way_round():
    assert told("họp từ tháng 3/2024 đến 30/2/2023") == (
        "Lịch không có ngày 30/2/2023; đang tìm từ ngày 28/2/2023 đến tháng 3/2024."
        " Thời gian “từ tháng 3/2024 đến 30/2/2023” bị viết ngược;"
        " đang tìm từ ngày 28/2/2023 đến tháng 3/2024."
    )


@pytest.mark.parametrize(
    ("label", "english"),
    [
        ("tháng 2/2024", "February 2024"),
        ("năm 2024", "2024"),
        ("tháng 7", "July"),
        ("từ năm 2021 đến nay", "from 2021 to today"),
        ("tháng 1/2024 và tháng 3/2024", "January 2024 and March 2024"),
        ("ngày 5/6/2024", "5 June 2024"),
        ("hôm nay", '<span lang="vi">hôm nay</span>'),
        ("<i> qua", '<span lang="vi">&lt;i&gt; qua</span>'),
    ],
)
def test_a_time_is_called_in_the_readers_language(label, english):
    assert time_told(label) == label
    with translation.override("en"):
        assert time_told(label) == english
