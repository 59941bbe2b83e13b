import datetime

import pytest
from django.utils import translation

from people.models import Post
from people.templatetags.people_tags import held_on, period, years_chart

pytestmark = pytest.mark.once

TODAY = datetime.date(2025, 11, 14)


def post(title="Giám đốc", start=None, end=None, attested_on=None) -> Post:
    return Post(title=title, start=start, end=end, attested_on=attested_on)


def day(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, 1)


def test_periods_are_told_as_far_as_they_are_known():
    assert period(post(start=day(2021, 5))) == "từ 05/2021"
    assert period(post(start=day(2018, 2), end=day(2021, 5))) == "02/2018 – 05/2021"
    assert period(post(attested_on=day(2024, 2))) == "đã giữ vào 02/2024"
    assert period(post(attested_on=day(2024, 2), end=day(2025, 6))) == (
        "đã giữ vào 02/2024, đến 06/2025"
    )


def test_a_post_attested_once_counts_as_held_from_then_on():
    attested = post(attested_on=day(2024, 2))
    assert held_on(attested, TODAY)
    assert not held_on(attested, day(2023, 1))
    assert not held_on(post(start=day(2018, 1), end=day(2020, 1)), TODAY)


def test_parallel_posts_get_lanes_of_their_own():
    director = post(start=day(2021, 5))
    deputy = post("Phó Giám đốc", start=day(2018, 2), end=day(2021, 5))
    council = post("Phó Chủ tịch", start=day(2021, 8))
    chart = years_chart([director, deputy, council], TODAY)
    rows = {bar.label: bar.y for bar in chart.bars}
    assert rows["Phó Giám đốc"] == rows["Giám đốc"]
    assert rows["Phó Chủ tịch"] > rows["Giám đốc"]
    assert [bar.label for bar in chart.bars if bar.is_current] == ["Giám đốc", "Phó Chủ tịch"]
    assert all(bar.x >= 0 and bar.x + bar.width <= chart.width for bar in chart.bars)


def test_who_reads_english_sees_posts_under_their_english_titles():
    deputy = post("Phó Giám đốc", start=day(2018, 2), end=day(2021, 5))
    deputy.title_en = "Deputy Director"
    with translation.override("en"):
        chart = years_chart([deputy, post(start=day(2021, 5))], TODAY)
    assert [bar.label for bar in chart.bars] == ["Deputy Director", "Giám đốc"]


def test_one_post_needs_no_chart():
    assert years_chart([post(start=day(2021, 5))], TODAY) is None
