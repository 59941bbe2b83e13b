"""What time alone changes."""

import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from news.factories import ArticlePageFactory
from news.pageviews.models import ViewTotal
from news.syndication.publications.reconcile import Sweep
from people.factories import PostFactory
from tests.website.byte_path.conftest import committed
from website.factories import StandardPageFactory

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime.datetime(2026, 11, 23, 8, 0, tzinfo=HERE)
EVENING = datetime.datetime(2026, 11, 23, 23, 59, 40, tzinfo=HERE)


@pytest.fixture
def clock():
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


def in_seconds(seconds: int) -> datetime.datetime:
    return timezone.now() + datetime.timedelta(seconds=seconds)


@pytest.mark.parametrize("factory", [StandardPageFactory, ArticlePageFactory])
def test_a_page_past_its_end_is_gone_with_no_worker_about(clock, site, site_tree, factory):
    parent = site_tree.home if factory is StandardPageFactory else site_tree.emulation
    with committed():
        page = factory(parent=parent, title="Chỉ hôm nay", expire_at=in_seconds(10))
        factory(parent=parent, title="Một lát nữa", expire_at=in_seconds(20))
    assert site.ask(page.url).status == 200
    listed = ["/tin-tuc/", "/", "/rss.xml", "/api/v1/articles/"]
    for address in listed:
        site.ask(address)

    clock.shift(10)

    assert site.ask(page.url).status in (404, 410)
    for address in listed:
        assert "Chỉ hôm nay" not in site.ask(address).words
        assert site.ask(address).body == site.ask_django(address).body

    clock.shift(10)

    for address in listed:
        assert "Một lát nữa" not in site.ask(address).words


def test_after_the_worker_took_it_down_all_is_as_before(clock, site, site_tree):
    with committed():
        page = ArticlePageFactory(parent=site_tree.emulation, expire_at=in_seconds(10))
    site.ask("/api/v1/articles/")
    clock.shift(11)
    with committed():
        Sweep().turn()

    site.ask("/api/v1/articles/")
    site.made.clear()

    assert page.title not in site.ask("/api/v1/articles/").words
    assert site.made == []


def test_at_midnight_it_is_another_day(clock, site, pages):
    clock.move_to(EVENING)
    with committed():
        PostFactory(
            person__full_name="Phùng Quốc Cường",
            title="Phó Chánh Văn phòng",
            start=None,
            end=datetime.date(2026, 11, 23),
            attested_on=datetime.date(2026, 1, 1),
        )
    evening = {each: site.ask(pages[each]).words for each in ("directory", "consultation")}
    assert "Phó Chánh Văn phòng" in evening["directory"]

    clock.shift(30)

    for each, words in evening.items():
        now = site.ask(pages[each])
        assert now.words != words
        assert now.body == site.ask_django(pages[each]).body


def test_counts_of_readers_are_a_minute_old_at_most(clock, site, site_tree):
    with committed():
        article = ArticlePageFactory(parent=site_tree.emulation)
    site.ask("/")
    site.made.clear()
    with committed():
        ViewTotal.objects.create(article=article.translation_key, last_week=987, last_month=987)

    assert "987" not in site.ask("/").words
    assert site.made == []

    clock.shift(61)

    assert "987" in site.ask("/").words
    assert len(site.made) == 1
