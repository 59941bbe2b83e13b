"""What stays of something that was public once: why it went, what took its place, and no text."""

import pytest
from wagtail.models import Page

from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.syndication.models import Publication, PublicationContent

pytestmark = pytest.mark.django_db


@pytest.fixture
def newer(site_tree):
    return ArticlePageFactory(parent=site_tree.structure, title="Bản mới")


@pytest.fixture
def older(site_tree, newer):
    """To be superseded: its editor has said so, and has not taken it down yet."""
    return ArticlePageFactory(
        parent=site_tree.emulation,
        title="Bản cũ",
        removal_reason="superseded",
        removal_note="Số liệu đã được cập nhật.",
        replaced_by=newer,
    )


def told(page) -> tuple[str, str, str]:
    row = Publication.objects.get(key=page.translation_key)
    assert not row.visible
    return row.reason, row.note, row.replaced_by


def test_deleted_at_once_it_still_says_why_and_what_took_its_place(older, newer):
    older.delete()

    assert told(older) == ("superseded", "Số liệu đã được cập nhật.", newer.full_url)


def test_a_reason_that_stands_in_the_draft_only_is_told_too(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)
    article.removal_reason = "withdrawn"
    article.removal_note = "Bài đăng nhầm."
    article.save_revision()

    ArticlePage.objects.get(pk=article.pk).delete()

    assert told(article) == ("withdrawn", "Bài đăng nhầm.", "")


def test_a_newer_reason_in_the_draft_counts_when_it_is_deleted_too(older, newer):
    older.removal_reason, older.removal_note = "withdrawn", "Bài đăng nhầm."
    older.save_revision()

    ArticlePage.objects.get(pk=older.pk).delete()

    assert told(older)[:2] == ("withdrawn", "Bài đăng nhầm.")


def test_deleted_with_its_section_it_says_why_too(older, site_tree):
    site_tree.emulation.delete()

    assert told(older)[0] == "superseded"


def test_without_a_reason_it_is_gone(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)

    article.delete()

    assert told(article) == ("gone", "", "")


def test_what_took_its_place_is_named_where_it_stands_now(older, newer, site_tree):
    older.delete()

    section = Page.objects.get(pk=site_tree.emulation.pk)
    Page.objects.get(pk=newer.pk).move(section, pos="last-child")

    assert told(older)[2].endswith("/thi-dua/ban-moi/")


def test_what_took_its_place_is_not_named_once_it_is_gone_itself(older, newer):
    older.delete()
    version = Publication.objects.get(key=older.translation_key).version

    newer.unpublish()

    assert told(older) == ("superseded", "Số liệu đã được cập nhật.", "")
    assert Publication.objects.get(key=older.translation_key).version > version


def test_its_text_is_not_kept(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, title="Có tên người trong bài")

    article.unpublish()

    assert not PublicationContent.objects.exists()

    article.get_latest_revision().publish()
    assert b"trong b" in bytes(PublicationContent.objects.get().json)


def test_another_page_in_its_place_is_told_with_a_version_that_grew(site_tree):
    """Taken down and shown again in one change: by an import that starts anew, for one."""
    from news.syndication.publications import changes

    gone = ArticlePageFactory(parent=site_tree.emulation, title="Một bài")
    version = Publication.objects.get(key=gone.translation_key).version

    with changes():
        gone.delete()
        ArticlePageFactory(
            parent=site_tree.emulation, title="Một bài", translation_key=gone.translation_key
        )

    row = Publication.objects.get(key=gone.translation_key)
    assert row.visible
    assert row.version > version
    assert PublicationContent.objects.filter(publication=row).exists()
