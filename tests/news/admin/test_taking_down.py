"""“Gỡ xuống” asks what readers and portals are to be told, and tells it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Revision

from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.syndication.models import Publication

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NOTE = "Bài in sai tên người được khen."


@pytest.fixture
def article(site_tree) -> ArticlePage:
    return ArticlePageFactory(parent=site_tree.emulation, title="Đổi giờ tiếp công dân")


@pytest.fixture
def newer(site_tree) -> ArticlePage:
    return ArticlePageFactory(parent=site_tree.structure, title="Giờ tiếp công dân từ 01/12")


@pytest.fixture
def screen(client, minh, article):
    """The screen as Minh sees it; with words, as it is after “Gỡ xuống” was pressed."""
    client.force_login(minh)
    address = reverse("wagtailadmin_pages:unpublish", args=[article.pk])

    def seen(**words) -> BeautifulSoup:
        answer = client.post(address, words, follow=True) if words else client.get(address)
        return BeautifulSoup(answer.content, "html.parser")

    return seen


def told(article: ArticlePage) -> tuple[str, str, str]:
    row = Publication.objects.get(page=article.pk)
    assert not row.visible
    return row.reason, row.note, row.replaced_by


def form(**words) -> dict[str, str]:
    """As a browser sends it: every field, the empty ones too."""
    return {"removal_note": "", "replaced_by": "", "removal_reason": "", "next": ""} | words


def test_what_is_written_on_the_screen_is_told(screen, client, article):
    assert screen().select("main form textarea, main form select")[0]["name"] == "removal_note"

    screen(**form(removal_note=f"  {NOTE}\u00ad "))

    assert told(article) == ("withdrawn", NOTE, "")
    answer = client.get(article.url)
    assert (answer.status_code, NOTE in answer.content.decode()) == (410, True)
    answer = client.get(f"/api/v1/articles/{article.translation_key}/")
    assert (answer.status_code, answer.json()["note"]) == (410, NOTE)


def test_where_something_takes_its_place_readers_are_led_there(screen, article, newer):
    screen(**form(replaced_by=newer.pk))
    assert told(article) == ("superseded", "", f"http://localhost{newer.url}")


def test_the_reason_that_is_chosen_counts(screen, article, newer):
    screen(**form(replaced_by=newer.pk, removal_reason="redirected"))
    assert told(article) == ("redirected", "", f"http://localhost{newer.url}")


def test_who_writes_nothing_is_not_held_up(screen, article):
    screen(**form())
    assert told(article) == ("withdrawn", "", "")
    assert ArticlePage.objects.get(pk=article.pk).removal_reason == ""


def test_it_begins_with_what_the_draft_says_and_leaves_the_rest_of_it_alone(screen, article, newer):
    article.title, article.removal_note, article.replaced_by = "Tên mới", "Chờ xác minh.", newer
    draft = Revision.objects.get(pk=article.save_revision().pk)

    shown = screen()
    assert shown.select_one("textarea[name=removal_note]").text.strip() == "Chờ xác minh."
    assert shown.select_one("input[name=replaced_by]")["value"] == str(newer.pk)

    screen(**form(removal_note=NOTE))

    assert told(article) == ("withdrawn", NOTE, "")
    down = ArticlePage.objects.get(pk=article.pk)
    assert (down.title, down.latest_revision_id) == ("Đổi giờ tiếp công dân", draft.pk)
    before, after = draft.content, Revision.objects.get(pk=draft.pk).content
    assert after["title"] == "Tên mới"
    assert {name for name in after if after[name] != before[name]} == {
        "removal_note", "removal_reason", "replaced_by",
    }  # fmt: skip


def test_a_draft_that_is_not_finished_can_be_taken_down(screen, article):
    article.event_part_of_day = "morning"  # without its day
    article.save_revision(clean=False)
    screen(**form(removal_note=NOTE))
    assert told(article) == ("withdrawn", NOTE, "")


def test_it_is_still_told_when_somebody_works_on_the_text(screen, article):
    screen(**form(removal_note=NOTE))
    ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().save_revision()
    assert told(article) == ("withdrawn", NOTE, "")


def test_the_same_text_in_another_place_tells_it_too(screen, article, site_tree):
    alias = article.create_alias(parent=site_tree.structure)
    screen(**form(removal_note=NOTE))
    assert told(alias) == ("withdrawn", NOTE, "")


@pytest.mark.parametrize(
    ("which", "said"),
    [
        ("itself", "không phải chính trang này"),
        ("deleted", "Trang này không còn"),
        ("no page", "Trang này không còn"),
    ],
)
def test_what_cannot_take_its_place_is_said_and_nothing_is_lost(
    screen, article, newer, which, said
):
    wrong = {"itself": article.pk, "deleted": newer.pk, "no page": "abc"}[which]
    newer.delete()

    shown = screen(**form(removal_note=NOTE, replaced_by=wrong))

    assert said in shown.select_one("main form").text
    assert shown.select_one("textarea[name=removal_note]").text.strip() == NOTE
    assert ArticlePage.objects.get(pk=article.pk).live
    assert Publication.objects.get(page=article.pk).visible


def test_it_goes_and_is_told_or_neither(screen, article, monkeypatch):
    def fails(*args, **kwargs):
        raise InterruptedError

    monkeypatch.setattr(Revision, "save", fails)
    with pytest.raises(InterruptedError):
        screen(**form(removal_note=NOTE))
    stays = ArticlePage.objects.get(pk=article.pk)
    assert (stays.live, stays.removal_note) == (True, "")
    assert Publication.objects.get(page=article.pk).visible
