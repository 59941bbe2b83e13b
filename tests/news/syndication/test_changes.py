"""The feed of changes and the snapshot, as a portal follows them."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db.models import F
from django.utils import timezone
from wagtail.models import PageViewRestriction

from news.factories import ArticlePageFactory
from news.syndication.models import Edition, Publication

HOUR = datetime.timedelta(hours=1)


class Mirror:
    """A portal of the plainest kind: what it holds of us, by id and language."""

    def __init__(self, api, limit=3) -> None:
        self.api, self.limit = api, limit
        self.held: dict[tuple[str, str], dict] = {}
        self.versions: dict[tuple[str, str], int] = {}
        self.since = ""

    def start(self) -> None:
        self.held, self.versions = {}, {}
        page = self.api.get("snapshot/", limit=self.limit)
        self.since = page["since"]
        while True:
            for item in page["items"]:
                self._take(item)
            if page["next"] is None:
                return
            cursor = page["next"].rpartition("cursor=")[2].replace("%3D", "=")
            page = self.api.get("snapshot/", limit=self.limit, cursor=cursor)

    def follow(self) -> list[dict]:
        told = []
        while True:
            answer = self.api.get("changes/", since=self.since, limit=self.limit)
            for change in answer["items"]:
                told.append(change)
                self._apply(change)
            self.since = answer["next"]
            if not answer["has_more"]:
                return told

    def _apply(self, change: dict) -> None:
        key = (change["id"], change["locale"])
        if change["version"] <= self.versions.get(key, 0):
            return
        self.versions[key] = change["version"]
        if not change["visible"]:
            self.held.pop(key, None)
            return
        path = f"articles/{change['id']}/"
        response = self.api.client.get(f"/api/v1/{path}", {"locale": change["locale"]})
        if response.status_code == 200:
            self._take(response.json())

    def _take(self, item: dict) -> None:
        key = (item["id"], item["locale"])
        self.held[key] = item
        self.versions[key] = max(item["version"], self.versions.get(key, 0))

    def titles(self) -> list[str]:
        return sorted(item["title"] for item in self.held.values())


@pytest.fixture
def mirror(api, db):
    return Mirror(api)


@pytest.fixture
def publish(site_tree):
    def article(title):
        return ArticlePageFactory(parent=site_tree.emulation, title=title)

    return article


def test_a_portal_starts_with_all_and_then_follows(mirror, publish):
    one, two, *_ = [publish(title) for title in ("Một", "Hai", "Ba", "Bốn")]
    mirror.start()
    assert mirror.titles() == ["Ba", "Bốn", "Hai", "Một"]
    assert mirror.follow() == []

    one.unpublish()
    two.title = "Hai, sửa"
    two.save_revision().publish()
    publish("Năm")

    told = mirror.follow()
    assert [(change["visible"], change["reason"]) for change in told] == [
        (False, "withdrawn"),
        (True, "corrected"),
        (True, "published"),
    ]
    assert mirror.titles() == ["Ba", "Bốn", "Hai, sửa", "Năm"]


def test_a_change_tells_what_the_contract_says(api, publish):
    article = publish("Một")

    answer = api.get("changes/")

    row = Publication.objects.get()
    assert answer["items"] == [
        {
            "id": str(article.translation_key),
            "type": "article",
            "locale": "vi",
            "version": row.version,
            "visible": True,
            "reason": "published",
            "url": row.url,
            "replaced_by": None,
            "at": timezone.localtime(row.changed_at).isoformat(timespec="seconds"),
        }
    ]
    assert answer["has_more"] is False
    assert answer["epoch"] == str(Edition.now().epoch)


def test_of_an_object_only_the_last_change_is_told(api, publish):
    article = publish("Một")
    for title in ("Hai", "Ba"):
        article.title = title
        article.save_revision().publish()

    assert len(api.get("changes/")["items"]) == 1


def test_what_changes_while_the_snapshot_is_taken_is_told_afterwards(mirror, api, publish):
    first, *_ = [publish(title) for title in ("Một", "Hai", "Ba", "Bốn")]
    page = api.get("snapshot/", limit=2)

    first.unpublish()
    publish("Năm")
    told = api.get("changes/", since=page["since"])["items"]

    assert [change["reason"] for change in told] == ["withdrawn", "published"]


def test_many_objects_of_one_edition_are_told_in_pages(mirror, publish, site_tree):
    for number in range(8):
        publish(f"Tin {number}")
    mirror.start()

    PageViewRestriction.objects.create(page=site_tree.emulation, restriction_type="login")

    assert len(mirror.follow()) == 8
    assert mirror.held == {}


@pytest.mark.parametrize("word", ["", "abc", "a.b.c.d.e", "AAAA" * 70])
@pytest.mark.parametrize(("path", "name"), [("changes/", "since"), ("snapshot/", "cursor")])
def test_a_word_not_given_out_by_us_means_start_again(api, db, path, name, word):
    problem = api.get(path, status=410 if word else 200, **{name: word})

    assert not word or "/api/v1/snapshot/" in problem["detail"]


def test_a_word_of_the_one_does_not_do_for_the_other(api, publish):
    for title in ("Một", "Hai"):
        publish(title)
    since = api.get("changes/", limit=1)["next"]
    cursor = api.get("snapshot/", limit=1)["next"].rpartition("cursor=")[2]

    api.get("snapshot/", status=410, cursor=since)
    api.get("changes/", status=410, since=cursor)


def test_after_a_restore_a_portal_starts_again(mirror, publish):
    publish("Một")
    mirror.start()

    Edition.start_new_epoch()

    mirror.api.get("changes/", status=410, since=mirror.since)


def test_after_a_restore_that_nobody_told_of_a_portal_that_is_further_starts_again(mirror, publish):
    for title in ("Một", "Hai"):
        publish(title)
    mirror.start()

    Edition.objects.update(number=F("number") - 1)

    mirror.api.get("changes/", status=410, since=mirror.since)


def test_the_command_after_a_restore_makes_portals_start_again(mirror, publish, capsys):
    publish("Một")
    mirror.start()

    call_command("start_new_epoch")

    assert "kỷ nguyên mới" in capsys.readouterr().out
    mirror.api.get("changes/", status=410, since=mirror.since)


def test_the_changes_are_sent_again_only_when_there_are_new_ones(client, publish):
    publish("Một")
    first = client.get("/api/v1/changes/")

    assert (
        client.get("/api/v1/changes/", headers={"if-none-match": first["ETag"]}).status_code == 304
    )
    publish("Hai")
    again = client.get("/api/v1/changes/", headers={"if-none-match": first["ETag"]})
    assert len(again.json()["items"]) == 2


def test_what_is_over_is_not_told_as_public(api, site_tree):
    ArticlePageFactory(parent=site_tree.emulation, expire_at=timezone.now() + HOUR)

    with time_machine.travel(timezone.now() + 2 * HOUR):
        assert api.get("changes/")["items"][0]["visible"] is False
        assert api.get("snapshot/")["items"] == []
