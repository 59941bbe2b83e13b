"""Sitemaps as XML: https://www.sitemaps.org/protocol.html, with Google's images and news."""

import datetime
from collections.abc import Callable, Iterable
from io import StringIO

from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.utils.xmlutils import SimplerXMLGenerator

from .sitemaps import Line, NewsLine
from .xml import element

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def index(files: Iterable[tuple[str, datetime.datetime | None]]) -> bytes:
    """Of addresses of sitemaps, each with its last change when that is known."""

    def write(xml: SimplerXMLGenerator) -> None:
        for address, changed_at in files:
            with element(xml, "sitemap"):
                xml.addQuickElement("loc", iri_to_uri(address))
                _write_change(xml, changed_at)

    return _document("sitemapindex", {"xmlns": SITEMAP}, write)


def sitemap(lines: Iterable[Line]) -> bytes:
    def write(xml: SimplerXMLGenerator) -> None:
        for line in lines:
            with element(xml, "url"):
                _write_line(xml, line)

    return _document(
        "urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML, "xmlns:image": IMAGE}, write
    )


def _write_line(xml: SimplerXMLGenerator, line: Line) -> None:
    xml.addQuickElement("loc", iri_to_uri(line.url))
    _write_change(xml, line.changed_at)
    for language, url in line.alternates.items():
        alternate = {"rel": "alternate", "hreflang": language, "href": iri_to_uri(url)}
        xml.addQuickElement("xhtml:link", "", alternate)
    for image in line.images:
        with element(xml, "image:image"):
            xml.addQuickElement("image:loc", iri_to_uri(image))


def news_sitemap(lines: Iterable[NewsLine], publication: Callable[[str], str]) -> bytes:
    """`publication` gives the name of who publishes, in a language."""

    def write(xml: SimplerXMLGenerator) -> None:
        for line in lines:
            with element(xml, "url"):
                xml.addQuickElement("loc", iri_to_uri(line.url))
                with element(xml, "news:news"):
                    with element(xml, "news:publication"):
                        xml.addQuickElement("news:name", publication(line.language))
                        xml.addQuickElement("news:language", line.language)
                    xml.addQuickElement("news:publication_date", _moment(line.published_at))
                    xml.addQuickElement("news:title", line.title)

    return _document("urlset", {"xmlns": SITEMAP, "xmlns:news": NEWS}, write)


def _document(
    name: str, namespaces: dict[str, str], write: Callable[[SimplerXMLGenerator], None]
) -> bytes:
    text = StringIO()
    xml = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    with element(xml, name, namespaces):
        write(xml)
    return text.getvalue().encode()


def _write_change(xml: SimplerXMLGenerator, changed_at: datetime.datetime | None) -> None:
    if changed_at:
        xml.addQuickElement("lastmod", _moment(changed_at))


def _moment(value: datetime.datetime) -> str:
    return timezone.localtime(value).isoformat(timespec="seconds")
