"""The portal of benchmarks/portal follows our site over HTTP, whatever happens there."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from wagtail.models import PageViewRestriction, Site

from benchmarks.newsroom import plant
from benchmarks.portal.mirror import Mirror, hints
from benchmarks.portal.trial import follow
from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.syndication.models import Edition, Portal, PortalKey

from .real_server import real_server


@pytest.fixture
def address(settings, db):
    with real_server() as url:
        settings.PUBLIC_URL = url
        Site.objects.update(port=int(url.rpartition(":")[2]))
        yield url


@pytest.fixture
def mirror(address, tmp_path, monkeypatch) -> Mirror:
    monkeypatch.setattr(Mirror, "at_once", 3)
    return Mirror(address, str(tmp_path / "copy.sqlite3"))


@pytest.fixture
def articles(site_tree, everything) -> list[ArticlePage]:
    """One with everything in it, and more than an answer holds."""
    return [everything, *(ArticlePageFactory(parent=site_tree.emulation) for _ in range(7))]


def shown(address: str) -> list[dict]:
    """All that the public API shows, as a reader of its lists gets it."""
    items, url = [], f"{address}/api/v1/articles/?limit=5"
    while url:
        with urlopen(url) as answer:  # noqa: S310
            page = json.load(answer)
        items += page["items"]
        url = page["next"]
    return sorted(items, key=lambda item: (item["id"], item["locale"]))


def held(mirror: Mirror) -> list[dict]:
    return sorted(mirror.objects(), key=lambda item: (item["id"], item["locale"]))


def taken_down(mirror: Mirror) -> dict[str, tuple[str, str | None]]:
    """Reason and replacement by id."""
    rows = mirror.copy.execute(
        "SELECT id, reason, replaced_by FROM publication WHERE content IS NULL"
    )
    return {key: (reason, replacement) for key, reason, replacement in rows}


def correct(article: ArticlePage, title: str) -> None:
    article.title = title
    article.save_revision().publish()


def test_it_holds_field_by_field_what_the_api_shows(mirror, address, articles, site_tree):
    mirror.catch_up()
    assert len(held(mirror)) == 8
    assert held(mirror) == shown(address)

    full, corrected, moved, replaced, hidden, deleted, *_ = articles
    new = ArticlePageFactory(parent=site_tree.structure, title="Bài mới đăng")
    correct(corrected, "Đã sửa tiêu đề")
    moved.move(site_tree.structure, pos="last-child")
    replaced.removal_reason, replaced.replaced_by = "superseded", new
    replaced.save_revision().publish()
    replaced.unpublish()
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    deleted.delete()
    mirror.catch_up()

    assert held(mirror) == shown(address)
    assert taken_down(mirror) == {
        str(replaced.translation_key): (
            "superseded",
            f"{address}/tin-tuc/to-chuc-bo-may/bai-moi-dang/",
        ),
        str(hidden.translation_key): ("private", None),
        str(deleted.translation_key): ("gone", None),
    }
    titles = {item["title"] for item in mirror.objects()}
    assert {"Bài mới đăng", "Đã sửa tiêu đề", full.title} <= titles


def test_what_was_taken_down_comes_back(mirror, address, articles):
    articles[0].unpublish()
    mirror.catch_up()
    assert str(articles[0].translation_key) not in {item["id"] for item in held(mirror)}

    articles[0].save_revision().publish()
    mirror.catch_up()

    assert held(mirror) == shown(address)
    assert taken_down(mirror) == {}


def test_a_translation_is_taken_down_alone(mirror, address, everything, english, site_tree):
    section = site_tree.emulation.copy_for_translation(english, copy_parents=True)
    section.save_revision().publish()
    translated = everything.copy_for_translation(english)
    translated.save_revision().publish()
    mirror.catch_up()
    assert [item["locale"] for item in held(mirror)] == ["en", "vi"]

    translated.refresh_from_db()
    translated.unpublish()
    mirror.catch_up()

    assert held(mirror) == shown(address)


def test_after_a_restore_it_starts_again(mirror, address, articles):
    mirror.catch_up()
    # As after a restore from a backup: something is different, and no change tells of it.
    mirror.copy.execute("UPDATE publication SET version = version + 100, content = '{}'")
    mirror.copy.commit()
    Edition.start_new_epoch()

    mirror.catch_up()

    assert held(mirror) == shown(address)


def test_it_asks_for_nothing_it_knows(mirror, articles, monkeypatch):
    mirror.catch_up()
    mirror.catch_up()
    answers = []
    asked = mirror._ask
    monkeypatch.setattr(mirror, "_ask", lambda *a: answers.append(asked(*a)) or answers[-1])

    mirror.catch_up()

    assert [content for content, _etag in answers] == [None]


def test_an_error_in_the_middle_is_made_good_the_next_time(mirror, address, articles, site_tree):
    mirror.catch_up()
    mirror.catch_up()
    correct(articles[1], "Sửa lần một")
    before = held(mirror)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mirror, "_keep", _broken)
        with pytest.raises(RuntimeError):
            mirror.catch_up()
    assert held(mirror) == before

    mirror.catch_up()

    assert held(mirror) == shown(address)


def _broken(item):
    raise RuntimeError("the disc is full")


def test_a_portal_with_a_key_takes_its_sections_and_drops_what_leaves_them(
    address, articles, site_tree, tmp_path, take_only
):
    portal = Portal.objects.create(name="Cổng tỉnh Bắc Kạn")
    take_only(portal, sections=[site_tree.structure])
    mirror = Mirror(address, str(tmp_path / "part.sqlite3"), PortalKey.make(portal)[1])
    mirror.catch_up()
    # The one with everything stands in that section, too.
    assert [item["id"] for item in held(mirror)] == [str(articles[0].translation_key)]

    articles[1].move(site_tree.structure, pos="last-child")
    mirror.catch_up()
    assert len(held(mirror)) == 2

    ArticlePage.objects.get(pk=articles[1].pk).move(site_tree.emulation, pos="last-child")
    mirror.catch_up()
    assert len(held(mirror)) == 1


@pytest.mark.parametrize("seed", [1, 2])
def test_it_holds_what_we_show_whatever_editors_do(mirror, seed):
    """A short run of benchmarks/portal/operations.py."""
    plant()

    outcome = follow(mirror, seed, operations=30, compare_every=6)

    assert sum(outcome.operations.values()) == 30
    assert outcome.differences == []


def test_a_wrong_key_is_said_at_once(address, tmp_path):
    with pytest.raises(HTTPError, match="401"):
        Mirror(address, str(tmp_path / "none.sqlite3"), "cnv_sai").catch_up()


def test_a_hint_wakes_it():
    server, asked = hints(0)
    try:
        assert not asked.is_set()
        hint = Request(f"http://127.0.0.1:{server.server_port}/", data=b"{}", method="POST")
        with urlopen(hint) as answer:  # noqa: S310
            assert answer.status == 204
        assert asked.is_set()
    finally:
        server.shutdown()
        server.server_close()
