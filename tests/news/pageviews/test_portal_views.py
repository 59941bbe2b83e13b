"""What portals report: keyed, repeat-safe, in the total, and apart from our own."""

import datetime
import uuid

import pytest
import time_machine
from django.test import Client

from news.factories import ArticlePageFactory
from news.pageviews.models import ViewDay, ViewTotal
from news.syndication.models import Portal, PortalKey

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel("2026-03-01T05:00:00Z", tick=False):
        yield


@pytest.fixture
def portal(site_tree) -> Portal:
    return Portal.objects.create(name="Cổng tỉnh Bắc Kạn", may_report_views=True)


@pytest.fixture
def report(portal, article):
    """POST a report about the article; returns the answer."""
    key = PortalKey.make(portal)[1]
    client = Client(enforce_csrf_checks=True)

    def send(
        views=120,
        day="2026-03-01",
        key=key,
        articles=None,
        kind="application/json",
        query="",
        **more,
    ):
        about = [{"id": str(article.translation_key), "views": views}]
        return client.post(
            f"/api/v1/portal-views/{query}",
            {"day": day, "articles": about if articles is None else articles, **more},
            content_type=kind,
            headers={"Authorization": f"Bearer {key}"} if key else {},
        )

    return send


def total(article) -> ViewTotal:
    return ViewTotal.objects.get(article=article.translation_key)


def test_a_report_is_in_the_total_and_apart(report, article, portal):
    answer = report()

    assert answer.status_code == 200
    assert answer.json() == {"day": "2026-03-01", "accepted": 1, "unknown": []}
    assert (total(article).portals, total(article).total) == (120, 33 + 120)
    assert total(article).last_week == 120
    day = ViewDay.objects.get()
    assert (day.channel, day.views, day.day) == (f"portal-{portal.pk}", 120, TODAY)


def test_the_same_report_again_changes_nothing_and_a_newer_one_replaces_it(report, article):
    for views, held in ((120, 120), (120, 120), (150, 150), (90, 90), (0, 0)):
        assert report(views).status_code == 200
        assert total(article).portals == held
    assert ViewDay.objects.count() == 1


def test_days_and_portals_add_up(report, article):
    other = Portal.objects.create(name="Cổng tỉnh khác", may_report_views=True)
    report(10)
    report(20, day="2026-02-28")
    report(5, key=PortalKey.make(other)[1])

    assert total(article).portals == 35
    report(11)
    assert total(article).portals == 36


def test_readers_of_our_own_stay_what_they_were(report, article, read, fold):
    read()
    fold()
    report()

    assert (total(article).website, total(article).portals, total(article).legacy) == (1, 120, 33)


def test_portals_that_say_too_much_cannot_stop_the_counting(report, article, read, fold):
    rows = [
        ViewDay(
            article=article.translation_key,
            day=TODAY - datetime.timedelta(days=number % 25),
            channel=f"portal-{1000 + number}",
            views=2_000_000_000,
        )
        for number in range(40)
    ]
    ViewDay.objects.bulk_create(rows)
    ViewTotal.objects.update(legacy=1_000_000_000)

    assert report(1_000_000).status_code == 200
    read()
    fold()

    assert total(article).website == 1
    assert total(article).portals == 1_000_000_000


def test_what_is_no_article_is_named_and_left_out(report, article, site_tree):
    draft = ArticlePageFactory(parent=site_tree.emulation, published=False)
    made_up = [str(uuid.uuid4()), str(draft.translation_key)]
    rows = [{"id": key, "views": 3} for key in made_up]

    answer = report(articles=[*rows, {"id": str(article.translation_key), "views": 4}])

    assert answer.json()["accepted"] == 1
    assert sorted(answer.json()["unknown"]) == sorted(made_up)
    assert ViewTotal.objects.count() == 1


def test_an_article_taken_down_since_was_read_while_it_was_there(report, article):
    article.unpublish()

    assert report().json()["accepted"] == 1


def test_only_portals_that_may_report_do(report, article, portal):
    assert report(key=None).status_code == 401
    assert report(key="cnv_sai").status_code == 401
    portal.may_report_views = False
    portal.save()
    assert report().status_code == 403
    assert not ViewDay.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "2026-03-02"},
        {"day": "2024-01-01"},
        {"day": "2026-02-30"},
        {"day": ""},
        {"day": 1_772_323_200},
        {"day": 20260301},
        {"views": -1},
        {"views": 2**63},
        {"views": 1_000_001},
        {"views": 1.5},
        {"views": "120"},
        {"views": None},
        {"articles": []},
        {"articles": [{"id": "1", "views": 1}]},
        {"articles": [{"id": str(uuid.UUID(int=1)), "views": 1}] * 2},
        {"articles": [{"id": str(uuid.UUID(int=n)), "views": 1} for n in range(1001)]},
        {"articles": "tất cả"},
        {"them": 1},
    ],
)
def test_a_wrong_report_is_refused_whole(report, wrong):
    answer = report(**wrong)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"].strip()
    assert not ViewDay.objects.exists()


def test_another_kind_of_content_is_refused(report):
    assert report(kind="text/plain").status_code == 415


def test_the_address_takes_no_parameters(report, article):
    answer = report(query="?cong=1")

    assert (answer.status_code, answer.json()["parameters"]) == (400, ["cong"])
    assert not ViewDay.objects.exists()
