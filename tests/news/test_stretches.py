"""Lists that go on from an article, not from a page's number."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news import stretches
from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.stretches import stretch_of

MORNING = datetime.datetime(2024, 2, 29, 2, tzinfo=datetime.UTC)


@pytest.fixture
def articles(site_tree) -> list[ArticlePage]:
    """Seven, newest first; the third and the fourth came out at the same moment."""
    days = (0, 1, 2, 2, 3, 4, 5)
    pages = [
        ArticlePageFactory(
            parent=site_tree.emulation, published_at=MORNING - datetime.timedelta(days=day)
        )
        for day in days
    ]
    return sorted(pages, key=lambda page: (page.published_at, page.pk), reverse=True)


@pytest.fixture(autouse=True)
def three_to_a_stretch(monkeypatch):
    monkeypatch.setattr(stretches, "LENGTH", 3)


def stretch(query: str = "") -> stretches.Stretch:
    asked = dict(part.split("=", 1) for part in query.split("&") if part)
    return stretch_of(ArticlePage.objects.publicly_visible().newest_first(), asked)


def test_every_article_is_shown_once_on_the_way_to_the_oldest(articles):
    first = stretch()
    second = stretch(first.older)
    third = stretch(second.older)

    assert [*first, *second, *third] == articles
    assert (first.is_newest, second.is_newest, third.is_newest) == (True, False, False)
    assert (first.newer, third.older) == ("", "")
    assert (first.own, second.own, third.own) == ("", first.older, second.older)


def test_the_way_back_shows_the_same_stretches(articles):
    second = stretch(stretch().older)
    third = stretch(second.older)

    assert list(stretch(third.newer)) == list(second)
    assert stretch(third.newer).own == second.own
    assert list(stretch(second.newer)) == list(stretch())


def test_a_stretch_stays_the_same_when_something_new_comes_in_front(articles, site_tree):
    older = stretch().older
    before = list(stretch(older))
    ArticlePageFactory(parent=site_tree.emulation, published_at=MORNING.replace(month=3, day=1))

    assert list(stretch(older)) == before


def test_an_article_that_is_gone_still_marks_its_place(articles):
    older = stretch().older
    articles[2].unpublish()

    assert list(stretch(older)) == articles[3:6]


@pytest.mark.parametrize(
    "query",
    [
        "truoc=",
        "truoc=abc",
        "truoc=20240231T000000000000-1",
        "truoc=99999999T999999999999-1",
        "truoc=00010101T000000000000-1",
        "sau=20240229T020000000000-999999999999999999",
        "sau=99991231T235959999999-1",
        "sau=x&truoc=y",
        "page=2",
    ],
)
def test_what_makes_no_sense_shows_the_newest(articles, query):
    assert list(stretch(query)) == articles[:3]


def test_a_list_links_to_what_is_older_and_newer(articles, site_tree, client):
    html = client.get("/tin-tuc/").content.decode()
    older = stretch().older
    assert f'href="?{older}" rel="next"' in html
    assert "Mới hơn" not in html

    html = client.get(f"/tin-tuc/?{older}").content.decode()
    assert f'href="?{stretch(older).newer}" rel="prev"' in html
    assert articles[3].title in html


def test_a_stretch_costs_the_same_however_far_back(articles):
    def cost(query: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            stretch(query)
        return len(queries)

    older = stretch().older
    assert cost("") == cost(older) == cost(stretch(older).older)


def test_the_database_begins_where_the_stretch_begins(articles):
    place = stretches.Place(articles[2].published_at, articles[2].pk)
    plan = ArticlePage.objects.order_by("-published_at", "-pk").filter(place.before)[:3].explain()
    assert (
        "published_at" in plan or connection.vendor == "postgresql"
    )  # few rows: it reads them all
