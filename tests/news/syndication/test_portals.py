"""Portals: their keys, what a key is for, what a portal takes, and what it used."""

import datetime

import pytest
import time_machine
from django.db.models import F
from django.utils import timezone

from news.factories import ArticlePageFactory
from news.syndication.models import Edition, Portal, PortalDay, PortalKey
from news.syndication.portals import usage
from people.models import Province

from .test_changes import Mirror

pytestmark = pytest.mark.once

DAY = datetime.timedelta(days=1)


@pytest.fixture
def portal(db) -> Portal:
    return Portal.objects.create(name="Cổng tỉnh Bắc Kạn")


@pytest.fixture
def key(portal) -> str:
    return PortalKey.make(portal)[1]


@pytest.fixture(autouse=True)
def nothing_counted():
    """Of tests before this one."""
    usage.forget()


class Caller:
    """The API as somebody with this key asks it."""

    def __init__(self, client, key: str) -> None:
        self.client, self.headers = client, {"Authorization": f"Bearer {key}"}

    def get(self, path: str, status: int = 200, **parameters):
        response = self.client.get(f"/api/v1/{path}", parameters, headers=self.headers)
        assert response.status_code == status, response.content.decode()
        return response.json()


@pytest.fixture
def caller(client, key) -> Caller:
    return Caller(client, key)


# --- Keys ------------------------------------------------------------------------------------------


def test_only_the_digest_and_the_beginning_of_a_key_are_kept(portal):
    row, key = PortalKey.make(portal)

    assert len(key) > 40
    assert key.startswith(str(row).removesuffix("…"))
    assert key not in str(PortalKey.objects.values())
    assert PortalKey.objects.written_as(key) == row


def test_reads_need_no_key_and_take_a_good_one(client, site_tree, caller):
    ArticlePageFactory(parent=site_tree.emulation, title="Tin")

    assert len(caller.get("articles/")["items"]) == 1
    assert len(client.get("/api/v1/articles/").json()["items"]) == 1


@pytest.mark.parametrize("written", ["cnv_sai", "", "cnv_" + "a" * 43, "Đ\x80", "a b"])
def test_a_wrong_key_is_refused_in_two_languages(client, db, written):
    response = client.get("/api/v1/articles/", headers={"Authorization": f"Bearer {written}"})

    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"
    assert response["WWW-Authenticate"] == 'Bearer realm="api"'
    problem = response.json()
    assert problem["detail"].startswith("Khóa không đúng")
    assert problem["detail_en"].startswith("The key is wrong")


def test_whoever_pastes_a_key_behind_another_blank_is_told_so(client, db):
    for written in ("Bearer\u00a0cnv_sai", ""):  # the second is what granian leaves of the first
        response = client.get("/api/v1/articles/", headers={"Authorization": written})

        assert response.status_code == 401, written


def test_a_password_of_a_test_site_is_not_taken_for_a_key(client, db):
    response = client.get("/api/v1/articles/", headers={"Authorization": "Basic YTpi"})

    assert response.status_code == 200


def test_a_revoked_key_opens_nothing_while_its_sister_does(client, portal, key):
    row, sister = PortalKey.make(portal)
    PortalKey.objects.written_as(key).revoke()

    assert client.get("/api/v1/articles/", headers=bearer(key)).status_code == 401
    assert client.get("/api/v1/articles/", headers=bearer(sister)).status_code == 200
    assert [each for each in portal.keys.all() if each.opens] == [row]


def test_keys_of_a_portal_that_is_not_active_open_nothing(portal, caller):
    Portal.objects.update(is_active=False)

    caller.get("articles/", status=401)


def test_a_key_that_is_not_for_reading_reads_nothing(portal, caller):
    Portal.objects.update(may_read=False)

    problem = caller.get("articles/", status=403)

    assert (problem["detail"], problem["detail_en"]) == (
        "Khóa này không dùng để đọc tin.",
        "This key is not for reading.",
    )


def test_caches_in_between_keep_answers_with_and_without_a_key_apart(client, site_tree, key):
    for headers in ({}, bearer(key)):
        assert "Authorization" in client.get("/api/v1/articles/", headers=headers)["Vary"]


def test_a_script_of_another_site_may_ask_with_a_key(client, db):
    response = client.options("/api/v1/articles/", headers={"Origin": "https://tinh.example.vn"})

    assert response.status_code == 204
    assert response["Allow"] == "GET, HEAD, OPTIONS"
    assert response["Access-Control-Allow-Origin"] == "*"
    allowed = response["Access-Control-Allow-Headers"].split(", ")
    assert {"Authorization", "If-None-Match", "If-Modified-Since"} <= {*allowed}
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD"


def test_a_preflight_to_nowhere_is_a_problem(client, db):
    assert client.options("/api/v1/khong-co/").status_code == 404


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


# --- What it takes ---------------------------------------------------------------------------------


@pytest.fixture
def articles(site_tree, bac_kan):
    """One inside both limits, one outside of the section, one outside of the province."""
    return [
        ArticlePageFactory(parent=site_tree.emulation, title="Trong", provinces=[bac_kan]),
        ArticlePageFactory(parent=site_tree.structure, title="Mục khác", provinces=[bac_kan]),
        ArticlePageFactory(parent=site_tree.emulation, title="Tỉnh khác"),
    ]


@pytest.fixture
def narrow(portal, articles, site_tree, take_only) -> Portal:
    """Takes one section of one province, as it is called today."""
    today = Province.objects.get(key="vn34-thai-nguyen")
    take_only(portal, sections=[site_tree.emulation], provinces=[today])
    return portal


def titles(answer) -> list[str]:
    return sorted(item["title"] for item in answer["items"])


def test_with_a_key_lists_and_the_snapshot_hold_what_the_portal_takes(client, narrow, caller):
    assert titles(caller.get("articles/")) == ["Trong"]
    assert titles(caller.get("articles/", section="thi-dua")) == ["Trong"]
    assert titles(caller.get("snapshot/")) == ["Trong"]
    assert len(client.get("/api/v1/articles/").json()["items"]) == 3


def test_an_article_outside_is_told_as_gone_to_that_portal_only(client, narrow, caller, articles):
    outside = articles[1].translation_key

    problem = caller.get(f"articles/{outside}/", status=410)

    assert problem["reason"] == "private"
    assert client.get(f"/api/v1/articles/{outside}/").status_code == 200


def test_an_article_that_leaves_what_the_portal_takes_reaches_it_as_a_tombstone(
    narrow, caller, articles, site_tree
):
    mirror = Mirror(caller)
    caller.client.defaults["HTTP_AUTHORIZATION"] = caller.headers["Authorization"]
    mirror.start()
    assert mirror.titles() == ["Trong"]

    articles[0].move(site_tree.structure, pos="last-child")

    (told,) = mirror.follow()
    assert (told["visible"], told["reason"]) == (False, "private")
    assert mirror.titles() == []

    articles[0].refresh_from_db()
    articles[0].move(site_tree.emulation, pos="last-child")
    mirror.follow()
    assert mirror.titles() == ["Trong"]


def test_a_portal_that_takes_something_else_from_now_on_starts_again(narrow, caller, site_tree):
    since = caller.get("snapshot/")["since"]
    assert caller.get("changes/", since=since)["items"] == []

    narrow.sections.set([site_tree.structure])

    caller.get("changes/", since=since, status=410)
    assert titles(caller.get("snapshot/")) == ["Mục khác"]


def test_a_portal_whose_only_section_is_deleted_takes_nothing(narrow, caller, site_tree):
    since = caller.get("snapshot/")["since"]

    site_tree.emulation.delete()

    assert titles(caller.get("articles/")) == []
    caller.get("changes/", since=since, status=410)
    assert caller.get("snapshot/")["items"] == []


def test_a_place_without_a_key_is_none_with_a_narrow_one(client, narrow, caller):
    since = client.get("/api/v1/snapshot/").json()["since"]

    caller.get("changes/", since=since, status=410)


def test_what_a_portal_knows_is_not_taken_for_what_it_may_take_now(client, narrow, key, site_tree):
    """Nothing was published in between, so by the edition alone it would be told 304."""
    before = client.get("/api/v1/articles/", headers=bearer(key))
    narrow.sections.set([site_tree.structure])

    known = {"If-None-Match": before["ETag"]}
    later = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}
    with time_machine.travel(timezone.now() + DAY):  # dates are told only when they are settled
        for path in ("articles/", "changes/"):
            for has in (known, later):
                response = client.get(f"/api/v1/{path}", headers=bearer(key) | has)
                assert response.status_code == 200


def test_a_portal_without_limits_goes_on_where_anybody_would(client, articles, caller):
    since = client.get("/api/v1/snapshot/").json()["since"]

    assert caller.get("changes/", since=since)["items"] == []


# --- What it used ----------------------------------------------------------------------------------


def test_requests_refusals_and_items_are_counted_by_the_day_in_vietnam(portal, articles, caller):
    with time_machine.travel("2024-02-29T17:30:00Z", tick=False):  # half past midnight, the 1st
        caller.get("articles/")
        caller.get(f"articles/{articles[0].translation_key}/")
        Portal.objects.update(may_read=False)
        caller.get("articles/", status=403)
        usage.write()

    day = PortalDay.objects.get()
    assert (day.day, day.requests, day.refused, day.items) == (datetime.date(2024, 3, 1), 3, 1, 4)


def test_counts_add_up_however_often_they_are_written(portal, caller):
    for _ in range(3):
        caller.get("articles/")
        usage.write()
        usage.write()

    assert PortalDay.objects.get().requests == 3


def test_no_request_waits_for_the_counts_to_be_written(caller, django_assert_num_queries):
    caller.get("provinces/")
    with django_assert_num_queries(2):  # the key, and the provinces
        caller.get("provinces/")


def test_the_last_visit_and_the_last_use_of_a_key_are_known(portal, caller):
    caller.get("articles/")
    usage.write()

    portal.refresh_from_db()
    assert timezone.now() - portal.last_seen_at < DAY
    assert portal.keys.get().last_used_at == portal.last_seen_at


def test_a_refused_key_is_no_visit(portal, caller):
    Portal.objects.update(is_active=False)
    caller.get("articles/", status=401)
    usage.write()

    portal.refresh_from_db()
    assert portal.last_seen_at is None
    assert PortalDay.objects.get().refused == 1


def test_the_lag_is_what_was_published_since_the_portal_last_asked(portal, caller, articles):
    assert portal.lag is None
    caller.get("changes/", since=caller.get("snapshot/")["since"])
    usage.write()
    portal.refresh_from_db()
    assert portal.lag == 0

    articles[0].unpublish()
    articles[1].unpublish()

    assert portal.lag == 2
    assert portal.asked_since == Edition.now().number - 2
    Edition.objects.update(number=F("number") + 5)  # the website changed, and nothing portals take
    assert portal.lag == 2


def test_counts_that_cannot_be_written_wait_for_the_next_time(portal, caller, monkeypatch):
    caller.get("articles/")
    with monkeypatch.context() as patch:
        patch.setattr(usage, "_write", _broken)
        with pytest.raises(RuntimeError):
            usage.write()
    caller.get("articles/")
    usage.write()

    assert PortalDay.objects.get().requests == 2


def _broken(counted):
    raise RuntimeError("the database is away")


def test_counts_of_a_portal_deleted_meanwhile_disturb_no_other(client, portal, caller):
    other = Portal.objects.create(name="Cổng khác")
    caller.get("articles/")
    Caller(client, PortalKey.make(other)[1]).get("articles/")
    portal.delete()

    usage.write()

    assert PortalDay.objects.get().portal == other
