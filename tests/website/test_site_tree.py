"""The factories build what the editor's admin would have built."""

import pytest

from news.factories import ArticlePageFactory
from news.models import ArticlePage

pytestmark = pytest.mark.once


@pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/tin-tuc/thi-dua/", "/khen-thuong/"])
def test_every_page_of_the_small_site_answers(site_tree, client, path):
    assert client.get(path).status_code == 200


def test_a_published_page_has_the_revision_it_shows(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)
    assert article.live
    assert not article.has_unpublished_changes
    assert article.live_revision == article.latest_revision
    assert article.live_revision.as_object().body == article.body
    assert article.first_published_at == article.published_at


def test_a_draft_has_a_revision_and_is_not_live(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, published=False)
    assert not article.live
    assert article.live_revision is None
    assert article.latest_revision is not None
    assert article.published_at is None
    assert ArticlePage.objects.publicly_visible().count() == 0


def test_lan_writes_minh_publishes_and_a_stranger_may_do_neither(site_tree, lan, minh, stranger):
    rights = {
        user.username: site_tree.emulation.permissions_for_user(user)
        for user in (lan, minh, stranger)
    }
    assert {name: may.can_add_subpage() for name, may in rights.items()} == {
        "lan": True,
        "minh": True,
        "nguoi-la": False,
    }
    assert {name: may.can_publish_subpage() for name, may in rights.items()} == {
        "lan": False,
        "minh": False,  # what he makes himself, another has to approve
        "nguoi-la": False,
    }
    assert {name: may.can_publish() for name, may in rights.items()} == {
        "lan": False,
        "minh": True,
        "nguoi-la": False,
    }
