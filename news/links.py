"""Links in running text lead to what anybody may open.

A page or document that is hidden keeps the words of the link: its address would tell its title, and
lead to a refusal.
"""

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from search.public_files import private_collections

from .models.base import PublicPageQuerySet

WORDS_ALONE = "<a>"


class PublicPageLinkHandler(PageLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        pages = [page and page.localized for page in cls.get_many(attrs_list)]
        asked = PublicPageQuerySet(Page).filter(pk__in=[page.pk for page in pages if page])
        public = set(asked.publicly_visible().values_list("pk", flat=True))
        return [_opening(page.url if page and page.pk in public else None) for page in pages]


class PublicDocumentLinkHandler(DocumentLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        private = private_collections()
        return [
            _opening(document.url if document and document.collection_id not in private else None)
            for document in cls.get_many(attrs_list)
        ]


def _opening(address: str | None) -> str:
    return f'<a href="{escape(address)}">' if address else WORDS_ALONE
