"""Links in running text lead to what anybody may open, in the reader's language where that is there.

A page or document that is hidden keeps the words of the link: its address would tell its title, and
lead to a refusal. Publications tell of the same addresses (`news.syndication.objects.rich_text`).
"""

import re

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Locale
from wagtail.rich_text.pages import PageLinkHandler

from news.syndication.objects.publicity import Publicity
from news.syndication.objects.rich_text import pk_in
from search.public_files import private_collections

# Wagtail lets only the opening tag be written; `without_empty_links` takes away both.
WORDS_ALONE = "<a>"
EMPTY_LINK = re.compile(f"{WORDS_ALONE}(.*?)</a>", re.DOTALL)


class PublicPageLinkHandler(PageLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        language = Locale.get_active().language_code
        linked = [next(pk_in(attributes), 0) for attributes in attrs_list]
        led_to = Publicity().led_to(linked, [language])[language]
        return [_opening(led_to[pk].url if pk in led_to else None) for pk in linked]


class PublicDocumentLinkHandler(DocumentLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        private = private_collections()
        return [
            _opening(document.url if document and document.collection_id not in private else None)
            for document in cls.get_many(attrs_list)
        ]


def without_empty_links(html: str) -> str:
    return EMPTY_LINK.sub(r"\1", html)


def _opening(address: str | None) -> str:
    return f'<a href="{escape(address)}">' if address else WORDS_ALONE
