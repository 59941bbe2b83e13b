"""Rich text as it may leave the house: full addresses, no database ids, no links to what is hidden."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.html import escape
from wagtail.rich_text.rewriters import extract_attrs

from search.addresses import absolute

LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL | re.IGNORECASE)
TAGS = {
    "a", "b", "blockquote", "br", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "strong",
    "sub", "sup", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True)
class LinkTargets:
    """Full addresses of what may be linked to, by pk; what is missing there is not public."""

    pages: Mapping[int, str]
    documents: Mapping[int, str]


def linked_pks(html: str, kind: str) -> Iterator[int]:
    """The pks of the pages or documents ("page", "document") a stored rich text links to."""
    for attributes, _words in LINK.findall(html):
        found = extract_attrs(attributes)
        if found.get("linktype") == kind:
            yield from pk_in(found)


def public_html(stored: str, targets: LinkTargets) -> str:
    """The stored rich text for any reader; a link that leads nowhere public keeps its words."""

    import nh3  # needed where something is published, and not where it is read

    def rewritten(link: re.Match[str]) -> str:
        address, words = _address(extract_attrs(link[1]), targets), link[2]
        return f'<a href="{escape(address)}">{words}</a>' if address else words

    return nh3.clean(
        LINK.sub(rewritten, stored),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    ).strip()


def _address(attributes: Mapping[str, str], targets: LinkTargets) -> str:
    kind, href = attributes.get("linktype"), attributes.get("href", "")
    if kind in ("page", "document"):
        known = targets.pages if kind == "page" else targets.documents
        return next((known[pk] for pk in pk_in(attributes) if pk in known), "")
    # A place in this page is none on the page where a portal shows the text.
    return "" if not href or href.startswith("#") else absolute(href)


def pk_in(attributes: Mapping[str, str]) -> Iterator[int]:
    """What a link names; nothing where that is no number of ours."""
    pk = attributes.get("id", "")
    if pk.isascii() and pk.isdigit() and len(pk) < 19:
        yield int(pk)
