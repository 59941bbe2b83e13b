"""What was read most in a period, in the API and on the front page."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.factories import ArticlePageFactory
from news.pageviews import models
from news.pageviews.models import ViewDay, ViewTotal, make_totals
from website.front_page import most_read


@pytest.fixture
def was_read(site_tree):
    """An article that was read so often so many days ago, by pairs of both."""

    def make(title, *days, legacy=0, parent=site_tree.emulation):
        page = ArticlePageFactory(parent=parent, title=title)
        make_totals([page.translation_key])
        for ago, views in days:
            day = timezone.localdate() - datetime.timedelta(days=ago)
            ViewDay.objects.create(article=page.translation_key, day=day, views=views)
        totals = ViewTotal.objects.filter(article=page.translation_key)
        totals.update(legacy=legacy, website=sum(views for _ago, views in days))
        totals.settle_periods(timezone.localdate())
        return page

    return make


@pytest.fixture
def titles(client):
    """Of a list of the API, page after page of two."""

    def read(**parameters):
        query = "&".join(f"{name}={value}" for name, value in parameters.items())
        found, address = [], f"/api/v1/articles/?limit=2&fields=title&{query}"
        while address:
            page = client.get(address).json()
            found += [item["title"] for item in page["items"]]
            address = (page["next"] or "").removeprefix("http://localhost")
        return found

    return read


@pytest.fixture
def five(was_read, site_tree):
    was_read("Cũ, đọc nhiều nhất từ trước đến nay", (40, 5000), legacy=900)
    was_read("Tháng này", (20, 300), (2, 1))
    was_read("Tuần này", (3, 40), parent=site_tree.structure)
    was_read("Tuần này, cũng thế", (1, 40))
    was_read("Không ai đọc")


def test_the_api_lists_what_was_read_most_in_the_period(titles, five):
    assert titles(order="views_7d") == ["Tuần này, cũng thế", "Tuần này", "Tháng này"]
    assert titles(order="views_30d") == ["Tháng này", "Tuần này, cũng thế", "Tuần này"]


def test_it_can_be_narrowed_as_any_list(titles, five):
    assert titles(order="views_7d", section="to-chuc-bo-may") == ["Tuần này"]
    assert titles(order="views_7d", published_from="2999-01-01") == []
    assert titles(order="views_7d", locale="en") == []


def test_readers_change_it_though_no_edition_does(client, five, was_read):
    address = "/api/v1/articles/?order=views_7d&limit=1"
    first = client.get(address)
    ViewTotal.objects.filter(last_week=1).update(last_week=100)

    again = client.get(address, headers={"If-None-Match": first.get("ETag", "")})

    assert again.status_code == 200
    assert again.json()["items"][0]["title"] == "Tháng này"


def test_what_nobody_may_see_is_not_listed(titles, was_read):
    was_read("Đã gỡ", (1, 99)).unpublish()

    assert titles(order="views_7d") == []


def test_the_front_page_tells_of_the_week_and_the_month(client, five):
    html = client.get("/").content.decode()

    week, month = html.index("Trong tuần"), html.index("Trong tháng")
    assert html.index("Tuần này, cũng thế", week) < html.index("Tháng này", week) < month
    assert html.index("Tháng này", month) < html.index("Tuần này, cũng thế", month)
    assert "Cũ, đọc nhiều nhất" not in html[week:]


def test_where_nobody_read_anything_for_a_month_there_is_no_such_list(client, was_read):
    was_read("Cũ", (40, 5000))

    assert "Trong tuần" not in client.get("/").content.decode()


def test_each_carries_the_number_of_its_period(five, site_tree):
    from news.models import ArticlePage

    public = ArticlePage.objects.publicly_visible()
    assert [page.views_counted for page in most_read(public, "last_week")] == [40, 40, 1]
    assert [page.views_counted for page in most_read(public, "last_month")] == [301, 40, 40]


def test_periods_are_settled_some_at_a_time_in_the_order_that_reports_hold_them(five, monkeypatch):
    monkeypatch.setattr(models, "SETTLED_TOGETHER", 2)
    before = dict(ViewTotal.objects.values_list("article", "last_week"))
    ViewTotal.objects.update(last_week=7)
    with CaptureQueriesContext(connection) as asked:
        models.settle_periods()
    of_totals = [
        query["sql"] for query in asked if "news_" in query["sql"] or "pageviews_" in query["sql"]
    ]
    held = [sql for sql in of_totals if "ORDER BY" in sql and " IN (" in sql]
    changed = [sql for sql in of_totals if sql.startswith("UPDATE")]
    assert len(held) == len(changed) == 2  # of four that were read within a month
    if connection.features.has_select_for_update:
        assert all("FOR UPDATE" in sql for sql in held)
    after = dict(ViewTotal.objects.values_list("article", "last_week"))
    read = ViewTotal.objects.filter(last_month__gt=0).values_list("article", flat=True)
    assert {article: after[article] for article in read} == {
        article: before[article] for article in read
    }
