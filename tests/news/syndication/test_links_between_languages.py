"""A link to a text in another language leads to the same place on the page and in the API."""

import re

import pytest
from wagtail.models import PageViewRestriction

from news.factories import ArticlePageFactory
from news.finished_pages import finish_pages
from news.models import ArticlePage
from news.syndication.models import PublicationHtml
from news.syndication.publications.reconcile import sweep
from website.models import StandardPage

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def translated(page, english):
    translation = page.copy_for_translation(english, copy_parents=True)
    translation.save_revision().publish()
    return type(page).objects.get(pk=translation.pk)


@pytest.fixture
def linked(site_tree) -> ArticlePage:
    return ArticlePageFactory(parent=site_tree.structure, title="Bài được dẫn")


@pytest.fixture
def link(client, api, site_tree, english):
    """Make an English article link to a page; tells where that leads, everywhere the same."""
    article = translated(ArticlePageFactory(parent=site_tree.emulation), english)

    class Link:
        def to(self, page) -> None:
            article.body = [("paragraph", f'<p><a linktype="page" id="{page.pk}">here</a></p>')]
            article.save_revision().publish()

        def leads_to(self) -> str | None:
            told = api.get(f"articles/{article.translation_key}/", locale="en")
            assert told["body_html"] == told["body"][0]["html"]
            address = _link_in(told["body_html"])
            made_now = _link_in(client.get(article.url).content.decode())
            finish_pages()
            kept = PublicationHtml.objects.get(publication__page=article.pk)
            assert made_now == _link_in(kept.main) == _without_host(address)
            assert sweep() == 0
            return _without_host(address)

    return Link()


def _link_in(html: str) -> str | None:
    found = re.search(r'<a href="([^"]*)">here</a>|<p>(?:<a>)?here', html)
    assert found
    return found[1]


def _without_host(address: str | None) -> str | None:
    return address and address.removeprefix("http://localhost")


def test_it_follows_the_translation(link, linked, english, site_tree):
    link.to(linked)
    assert link.leads_to() == linked.url

    there = translated(linked, english)
    assert link.leads_to() == there.url
    assert there.url.startswith("/en/")

    there.slug = "elsewhere"
    there.save_revision().publish()
    assert link.leads_to() == ArticlePage.objects.get(pk=there.pk).url
    assert "elsewhere" in link.leads_to()

    hidden = PageViewRestriction.objects.create(page=there, restriction_type="login")
    assert link.leads_to() == linked.url
    hidden.delete()
    assert "elsewhere" in link.leads_to()

    ArticlePage.objects.get(pk=linked.pk).unpublish()
    assert "elsewhere" in link.leads_to()

    ArticlePage.objects.get(pk=there.pk).delete()
    assert link.leads_to() is None


def test_a_page_that_no_portal_is_told_of_is_followed_too(link, english, site_tree):
    about = StandardPage(title="Giới thiệu")
    site_tree.home.add_child(instance=about)
    link.to(about)
    assert link.leads_to() == about.url

    there = translated(about, english)
    assert link.leads_to() == there.url

    there.unpublish()
    assert link.leads_to() == about.url
    there.save_revision().publish()
    assert link.leads_to() == there.url

    there.delete()
    assert link.leads_to() == about.url


def test_a_vietnamese_text_leads_to_the_vietnamese_page(api, linked, english, site_tree):
    there = translated(linked, english)
    body = [("paragraph", f'<p><a linktype="page" id="{there.pk}">ở đây</a></p>')]
    article = ArticlePageFactory(parent=site_tree.emulation, body=body)

    told = api.get(f"articles/{article.translation_key}/")
    assert told["body_html"] == f'<p><a href="{linked.full_url}">ở đây</a></p>'
