"""Readers of English pages are spoken to in English, by what stands around the text."""

import re
from pathlib import Path

import polib
import pytest
from wagtail.models import Locale

from news.factories import ArticlePageFactory

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "site/locale/en/LC_MESSAGES/django.po"
SAID = re.compile(r'{% translate "([^"]+)" %}|gettext\("([^"]+)"\)')


@pytest.fixture
def english(site_tree) -> dict[str, str]:
    """The words of the English front page, news, and an article."""
    locale = Locale.objects.get(language_code="en")
    article = ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị")
    site_tree.home.copy_for_translation(locale).save_revision().publish()
    translated = article.copy_for_translation(locale, copy_parents=True)
    translated.title = "Conference"
    for page in translated.get_ancestors().filter(locale=locale, live=False):
        page.specific.save_revision().publish()
    translated.save_revision().publish()
    return {"home": "/en/", "news": "/en/tin-tuc/", "article": translated.url, "vi": article.url}


def test_the_frame_speaks_the_language_of_the_page(client, english):
    for name in ("home", "news", "article"):
        html = client.get(english[name]).content.decode()
        assert '<html lang="en">' in html
        for words in ("Skip to main content", "Search news, people", "Site map", ">Home<"):
            assert words in html, (name, words)
        for words in ("Tới nội dung chính", "Sơ đồ trang", ">Trang chủ<"):
            assert words not in html, (name, words)


def test_an_article_is_surrounded_by_english(client, english):
    html = client.get(english["article"]).content.decode()
    for words in ("Published", "min read", "Views:", "Share", "Copy address", "Print, save as PDF"):
        assert words in html
    assert "Chia sẻ" not in html


def test_each_page_leads_to_itself_in_the_other_language(client, english):
    assert (
        f'href="{english["article"]}" hreflang="en" lang="en"'
        in client.get(english["vi"]).content.decode()
    )
    html = client.get(english["article"]).content.decode()
    assert f'href="{english["vi"]}" hreflang="vi" lang="vi"' in html


def test_the_menu_of_an_english_page_shows_english_pages(client, english, site_tree):
    site_tree.news.show_in_menus = True
    site_tree.news.save()
    page = site_tree.news.get_translation(Locale.objects.get(language_code="en"))
    page.title, page.show_in_menus = "News in English", True
    page.save()  # it is an alias still, which has no revisions
    html = client.get("/en/").content.decode()
    menu = html[html.index('id="muc-luc"') : html.index("<main")]
    assert 'href="/en/tin-tuc/">News in English<' in menu
    assert 'href="/en/" aria-current="page"' in menu
    assert 'class="brand" href="/en/"' in html


def test_vietnamese_pages_stay_vietnamese_after_an_english_one(client, english):
    client.get(english["article"])
    html = client.get(english["vi"]).content.decode()
    assert '<html lang="vi">' in html
    assert "Chia sẻ" in html


def test_nothing_that_is_to_be_translated_was_forgotten():
    known = {entry.msgid for entry in polib.pofile(str(CATALOGUE))}
    said = {
        words
        for room in ("site/website", "news")
        for kind in ("*.html", "*.py")
        for file in (ROOT / room).rglob(kind)
        for pair in SAID.findall(file.read_text("utf-8"))
        for words in pair
        if words and not words.isascii()
    }
    assert len(said) > 50
    assert said - known == set()


def test_the_compiled_catalogue_says_the_same():
    compiled = {e.msgid: e.msgstr for e in polib.mofile(str(CATALOGUE.with_suffix(".mo")))}
    assert {e.msgid: e.msgstr for e in polib.pofile(str(CATALOGUE))} == compiled
