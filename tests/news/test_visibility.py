"""What an anonymous reader may see, in lists and at the address itself."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction

from news.factories import ArticlePageFactory
from news.models import ArticlePage

RESTRICTIONS = [
    PageViewRestriction.LOGIN,
    PageViewRestriction.PASSWORD,
    PageViewRestriction.GROUPS,
]


@pytest.fixture
def article(site_tree):
    return ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị tổng kết")


def is_listed(article):
    return article in ArticlePage.objects.publicly_visible()


def restrict(page, kind):
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=kind, password="mật khẩu" if kind == "password" else ""
    )
    if kind == PageViewRestriction.GROUPS:
        restriction.groups.add(Group.objects.first())


def set_fields(article, **fields):
    """Without publishing: as time or another process would change them."""
    Page.objects.filter(pk=article.pk).update(**fields)
    article.refresh_from_db()


def test_a_published_article_is_listed_and_served(article, client):
    assert is_listed(article)
    response = client.get(article.url)
    assert response.status_code == 200
    assert "Hội nghị tổng kết" in response.content.decode()


def test_a_draft_is_neither_listed_nor_served(site_tree, client):
    draft = ArticlePageFactory(parent=site_tree.emulation, title="Dự thảo", published=False)
    assert not is_listed(draft)
    assert client.get(f"{site_tree.emulation.url}{draft.slug}/").status_code == 404


def test_an_unpublished_article_disappears(article, client):
    address = article.url
    article.unpublish()
    assert not is_listed(article)
    assert client.get(address).status_code == 410


def test_an_article_past_its_end_disappears_before_any_worker_has_run(article, client):
    set_fields(article, expire_at=timezone.now() - timedelta(seconds=1))
    assert article.live
    assert not is_listed(article)
    assert client.get(article.url).status_code == 404


def test_an_article_before_its_end_is_still_there(article, client):
    set_fields(article, expire_at=timezone.now() + timedelta(hours=1))
    assert is_listed(article)
    assert client.get(article.url).status_code == 200


def test_changes_waiting_for_approval_are_not_shown(article, client):
    article.title = "Hội nghị tổng kết (đang sửa)"
    article.save_revision()
    assert "đang sửa" not in client.get(article.url).content.decode()


@pytest.mark.parametrize("kind", RESTRICTIONS)
def test_a_private_article_is_not_shown(article, client, kind):
    restrict(article, kind)
    assert not is_listed(article)
    assert "Hội nghị tổng kết" not in client.get(article.url).content.decode()


@pytest.mark.parametrize("kind", RESTRICTIONS)
@pytest.mark.parametrize("ancestor", ["emulation", "news", "home"])
def test_an_article_below_a_private_page_is_not_shown(site_tree, article, client, ancestor, kind):
    restrict(getattr(site_tree, ancestor), kind)
    assert not is_listed(article)
    assert "Hội nghị tổng kết" not in client.get(article.url).content.decode()


def test_a_neighbour_of_a_private_section_is_still_shown(site_tree, article):
    restrict(site_tree.structure, PageViewRestriction.LOGIN)
    assert is_listed(article)


def test_an_article_stays_when_only_its_section_is_unpublished(site_tree, article, client):
    """Wagtail asks the editor whether to take the pages below down too; here the answer was no."""
    site_tree.emulation.unpublish()
    assert is_listed(article)
    assert client.get(article.url).status_code == 200
    assert client.get(site_tree.emulation.url).status_code == 404


def test_an_article_goes_with_its_section_when_the_editor_says_so(site_tree, article, client, minh):
    UnpublishPageAction(site_tree.emulation, user=minh, include_descendants=True).execute()
    assert not is_listed(article)
    assert client.get(f"/tin-tuc/thi-dua/{article.slug}/").status_code == 410


@pytest.mark.parametrize("kind", RESTRICTIONS)
def test_private_articles_are_in_no_list_of_their_section(site_tree, article, kind):
    restrict(article, kind)
    assert list(site_tree.emulation.articles()) == []
    assert list(site_tree.news.articles()) == []
