"""The rules: what counts, once, and what is counted apart."""

import pytest

from news.pageviews import tally
from news.pageviews.records import Kind, Record
from news.pageviews.tally import Tally, Verdict

pytestmark = pytest.mark.once

MINUTE = 60
NOON = 1_772_337_600  # a whole minute


def opened(time=NOON, article=1, visitor="a", address="x", kind=Kind.READER) -> Record:
    return Record(
        kind,
        time,
        bytes([article]) * 16,
        f"{visitor}{address}{article}".encode(),
        f"{address}{article}".encode(),
        f"{address}{time // 60}".encode(),
    )


def verdicts(*records: Record) -> list[str]:
    rules = Tally()
    return [rules.take(record).value for record in records]


def test_a_reader_counts_once_in_half_an_hour():
    times = [0, 1, 29 * MINUTE, 30 * MINUTE, 31 * MINUTE, 60 * MINUTE]

    assert verdicts(*(opened(NOON + time) for time in times)) == [
        "counted", "again", "again", "counted", "again", "counted"
    ]  # fmt: skip


def test_another_reader_and_another_article_count():
    assert verdicts(opened(), opened(visitor="b"), opened(article=2)) == ["counted"] * 3


def test_robots_are_counted_apart_and_once():
    assert verdicts(opened(kind=Kind.ROBOT), opened(kind=Kind.ROBOT)) == ["robot", "again"]


def test_from_one_address_an_article_counts_so_often_a_day():
    records = [
        opened(NOON + number * MINUTE, visitor=f"{number}-")
        for number in range(tally.FROM_ONE_PLACE + 5)
    ]

    assert verdicts(*records) == ["counted"] * tally.FROM_ONE_PLACE + ["surplus"] * 5


def test_from_one_address_so_many_articles_count_in_a_minute():
    many = [opened(article=number % 256, visitor=f"{number}-") for number in range(65)]
    later = opened(NOON + MINUTE, visitor="later")

    assert verdicts(*many, later) == ["counted"] * 60 + ["surplus"] * 5 + ["counted"]


def test_a_flood_from_one_address_is_not_even_written():
    flood = [opened(article=number % 256, visitor=f"{number}-") for number in range(610)]

    assert verdicts(*flood)[-10:] == ["refused"] * 10


def test_judging_remembers_nothing():
    rules = Tally()

    assert [rules.judge(opened()) for _ in range(2)] == [Verdict.COUNTED] * 2


def test_a_clock_set_back_counts_nobody_twice():
    assert verdicts(opened(NOON), opened(NOON - 3600)) == ["counted", "again"]


def test_what_half_an_hour_ago_was_is_forgotten():
    rules = Tally()
    for number in range(100):
        rules.take(opened(NOON + number * MINUTE, visitor=f"{number}-", article=number))

    assert len(rules._seen) <= 31


@pytest.mark.parametrize("again", [1, 2])
def test_who_reads_the_log_again_comes_to_the_same(again):
    records = [
        opened(NOON + number * 7, visitor=str(number % 5), article=number % 3)
        for number in range(200)
    ]
    assert verdicts(*records) == verdicts(*records)
