"""Links in running text, as readers get them."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail.rich_text import RichText

from news.factories import ArticlePageFactory
from tests.news.test_visibility import set_fields

pytestmark = pytest.mark.once

ENDED = "2020-01-01T00:00:00Z"


@pytest.fixture
def target(site_tree):
    return ArticlePageFactory(parent=site_tree.emulation, title="Bài được dẫn")


@pytest.fixture
def document(db):
    collection = Collection.get_first_root_node().add_child(name="Văn bản")
    return get_document_model().objects.create(
        title="Quyết định", file=ContentFile(b"%PDF-1.4", "qd.pdf"), collection=collection
    )


def linked(kind, target) -> str:
    return str(RichText(f'Xem <a linktype="{kind}" id="{target.pk}">ở đây</a>.'))


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_a_link_leads_to_a_public_page(target):
    assert linked("page", target) == f'Xem <a href="{target.url}">ở đây</a>.'


@pytest.mark.parametrize(
    "hide",
    [
        lambda page: page.unpublish(),
        restrict,
        lambda page: restrict(page.get_parent()),
        lambda page: set_fields(page, expire_at=ENDED),
    ],
)
def test_a_link_to_a_hidden_page_keeps_its_words_alone(target, hide):
    hide(target)

    assert linked("page", target) == "Xem ở đây."


def test_a_link_leads_to_a_document_for_all(document):
    assert linked("document", document) == f'Xem <a href="{document.url}">ở đây</a>.'


def test_a_link_to_a_private_document_keeps_its_words_alone(document):
    CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="login"
    )

    assert linked("document", document) == "Xem ở đây."


def test_links_to_what_is_gone_keep_their_words(target, document):
    pages = linked("page", target), linked("document", document)
    assert all("href" in each for each in pages)
    target.delete()
    document.delete()

    assert str(RichText('<a linktype="page" id="987654">ở đây</a>')) == "ở đây"
    assert str(RichText('<a linktype="document" id="987654">ở đây</a>')) == "ở đây"
