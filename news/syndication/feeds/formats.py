"""RSS 2.0, Atom 1.0 and JSON Feed 1.1 of the same entries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, rfc3339_date
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from news.syndication.objects.encoding import encoded

from .entries import Entry, Picture
from .xml import element


@dataclass(frozen=True)
class Channel:
    title: str
    description: str
    home: str
    address: str  # its own
    language: str
    author: str


class _Rss(Rss201rev2Feed):
    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        if item["html"]:
            handler.addQuickElement("content:encoded", item["html"])
        if item["picture"]:
            _write_media(handler, item["picture"])


class _Atom(Atom1Feed):
    def root_attributes(self) -> dict[str, str]:
        return super().root_attributes() | {"xmlns:media": "http://search.yahoo.com/mrss/"}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        # Django names one author; a byline may have several, each an element of its own.
        super().add_item_elements(handler, item | {"author_name": None})
        for author in item["authors"]:
            with element(handler, "author"):
                handler.addQuickElement("name", author)
        if item["html"]:
            handler.addQuickElement("content", item["html"], {"type": "html"})
        if item["picture"]:
            _write_media(handler, item["picture"])


def _write_media(handler: SimplerXMLGenerator, picture: Picture) -> None:
    attributes = {
        "url": iri_to_uri(picture.url),
        "medium": "image",
        "type": picture.mime_type,
        "width": str(picture.width),
        "height": str(picture.height),
    }
    with element(handler, "media:content", attributes):
        if picture.description:
            handler.addQuickElement("media:description", picture.description, {"type": "plain"})
        if picture.credit:
            handler.addQuickElement("media:credit", picture.credit)


def rss(channel: Channel, entries: Iterable[Entry]) -> bytes:
    return _xml(_Rss, channel, entries)


def atom(channel: Channel, entries: Iterable[Entry]) -> bytes:
    return _xml(_Atom, channel, entries)


def _xml(form: type[_Rss] | type[_Atom], channel: Channel, entries: Iterable[Entry]) -> bytes:
    feed = form(
        title=channel.title,
        link=channel.home,
        description=channel.description,
        subtitle=channel.description,
        language=channel.language,
        author_name=channel.author,
        feed_url=channel.address,
        feed_guid=channel.address,
    )
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=entry.url,
            description=escape(entry.lead),  # both forms read it as HTML
            author_name=", ".join(entry.authors) or channel.author,
            authors=entry.authors,
            pubdate=entry.published_at,
            updateddate=entry.updated_at,
            unique_id=entry.urn,
            unique_id_is_permalink=False,
            categories=entry.categories,
            enclosures=_enclosures(entry.picture),
            html=entry.html,
            picture=entry.picture,
        )
    return feed.writeString("utf-8").encode()


def _enclosures(picture: Picture | None) -> list[Enclosure]:
    """Where it is known how long: RSS asks for the true length, and media:content tells the rest."""
    if picture is None or picture.length is None:
        return []
    return [Enclosure(picture.url, str(picture.length), picture.mime_type)]


def json_feed(channel: Channel, entries: Iterable[Entry]) -> bytes:
    return encoded(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": channel.title,
            "description": channel.description,
            "home_page_url": channel.home,
            "feed_url": channel.address,
            "language": channel.language,
            "authors": [{"name": channel.author, "url": channel.home}],
            "items": [_json_item(entry, channel) for entry in entries],
        }
    )


def _json_item(entry: Entry, channel: Channel) -> Mapping[str, Any]:
    item: dict[str, Any] = {
        "id": entry.urn,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.lead,
        "date_published": rfc3339_date(entry.published_at),
        "date_modified": rfc3339_date(entry.updated_at),
        "authors": [{"name": name} for name in entry.authors or [channel.author]],
        "tags": entry.categories,
        "language": channel.language,
    }
    if picture := entry.picture:
        item["image"] = picture.url
        item["attachments"] = [
            {
                "url": picture.url,
                "mime_type": picture.mime_type,
                "title": picture.description,
                **({"size_in_bytes": picture.length} if picture.length else {}),
                # An attachment has no size of its own in the standard; _ marks what is ours.
                "_size": {"width": picture.width, "height": picture.height},
            }
        ]
    return item
