import datetime
from types import SimpleNamespace

import pytest
from django.utils import translation
from django.utils.html import strip_tags

from news.templatetags import news_tags

pytestmark = pytest.mark.once

LEAP_DAY = datetime.date(2024, 2, 29)


def event(**fields):
    blank = {"event_date": None, "event_end_date": None, "event_part_of_day": ""}
    return SimpleNamespace(**(blank | fields))


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (None, "0"), (33, "33"), (1284, "1.284"), (48216345, "48.216.345")],
)
def test_thousands_are_parted_by_dots(value, shown):
    assert news_tags.number(value) == shown


def test_an_event_is_told_with_part_of_day_weekday_and_date():
    article = event(event_date=LEAP_DAY, event_part_of_day="afternoon")
    assert news_tags.event_time(article) == "Chiều thứ Năm, 29/02/2024"
    assert news_tags.event_day(article) == "Sự kiện chiều 29/02/2024"


def test_an_event_on_a_sunday_without_part_of_day():
    article = event(event_date=datetime.date(2024, 3, 3))
    assert news_tags.event_time(article) == "Chủ nhật, 03/03/2024"
    assert news_tags.event_day(article) == "Sự kiện 03/03/2024"


def test_an_event_of_several_days_names_both_ends():
    article = event(event_date=LEAP_DAY, event_end_date=datetime.date(2024, 3, 1))
    assert news_tags.event_time(article) == "Thứ Năm, 29/02/2024 đến thứ Sáu, 01/03/2024"
    assert news_tags.event_day(article) == "Sự kiện 29/02/2024 – 01/03/2024"


def test_an_article_without_event_says_nothing():
    assert news_tags.event_time(event()) == ""
    assert news_tags.event_day(event()) == ""


def test_publication_is_shown_by_the_clock_in_ha_noi():
    late_in_utc = datetime.datetime(2025, 11, 14, 18, 30, tzinfo=datetime.UTC)
    assert news_tags.published(late_in_utc) == "01:30, thứ Bảy 15/11/2025"
    assert news_tags.day(late_in_utc) == "15/11/2025"
    assert news_tags.month(late_in_utc) == "Tháng 11/2025"
    assert news_tags.iso(late_in_utc) == "2025-11-15T01:30:00+07:00"


def test_what_is_not_known_leaves_no_words():
    assert news_tags.published(None) == news_tags.day(None) == news_tags.iso(None) == ""


BAC_KAN = SimpleNamespace(name="Bắc Kạn", full_name="Tỉnh Bắc Kạn", name_en="Bac Kan")


@pytest.mark.parametrize(
    ("place", "province", "shown"),
    [
        ("hội trường Sở", BAC_KAN, "Hội trường Sở, tỉnh Bắc Kạn"),
        ("tỉnh Bắc Kạn", BAC_KAN, "Tỉnh Bắc Kạn"),
        ("", BAC_KAN, "Tỉnh Bắc Kạn"),
        ("Hội trường Sở", None, "Hội trường Sở"),
        ("", None, ""),
    ],
)
def test_the_province_of_an_event_is_named_once(place, province, shown):
    page = SimpleNamespace(event_place=place, event_province=province)
    assert strip_tags(news_tags.event_location(page)) == shown


def test_a_short_name_of_a_province_stays_on_one_line():
    page = SimpleNamespace(event_place="hội <trường> Sở", event_province=BAC_KAN)
    shown = 'Hội &lt;trường&gt; Sở, <span class="unbroken">tỉnh Bắc Kạn</span>'
    assert news_tags.event_location(page) == shown


@pytest.mark.parametrize(
    ("place", "province", "shown"),
    [
        ("Department hall", BAC_KAN, "Department hall, Bac Kan"),
        ("bac Kan city", BAC_KAN, "Bac Kan city"),
        ("", BAC_KAN, "Bac Kan"),
        ("department hall", None, "Department hall"),
    ],
)
def test_who_reads_english_is_told_the_province_by_its_english_name(place, province, shown):
    with translation.override("en"):
        test_the_province_of_an_event_is_named_once(place, province, shown)


def test_who_reads_english_is_told_days_and_numbers_as_they_write_them():
    article = event(event_date=LEAP_DAY, event_part_of_day="afternoon")
    with translation.override("en"):
        assert news_tags.event_time(article) == "Thursday, 29 February 2024, afternoon"
        assert news_tags.event_day(article) == "Event: 29 February 2024, afternoon"
        assert news_tags.month(LEAP_DAY) == "February 2024"
        assert news_tags.number(1284) == "1,284"
