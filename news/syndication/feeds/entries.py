"""One article of a feed, read from its publication; the same whatever the form of the feed."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import SuspiciousOperation
from django.utils import timezone

from news.models import PhotoRendition
from news.syndication.models import Publication

# XML has no way to write these, not even escaped; an old text may have kept one.
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PICTURE_WIDTH = 1080
MIME_TYPES = {"jpeg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}


@dataclass(frozen=True)
class Picture:
    url: str
    width: int
    height: int
    mime_type: str
    length: int | None  # in bytes; None of a file that is stored elsewhere, or lost
    description: str
    credit: str


@dataclass(frozen=True)
class Entry:
    urn: str
    url: str
    title: str
    lead: str
    html: str
    published_at: datetime.datetime
    updated_at: datetime.datetime
    authors: list[str]
    categories: list[str]
    picture: Picture | None


def entry(publication: Publication, picture_width: int = PICTURE_WIDTH) -> Entry:
    """Of an article's row that was read with its content."""
    content = json.loads(bytes(publication.content.json))
    return Entry(
        urn=publication.key.urn,
        url=content["url"],
        title=writable(content["title"]),
        lead=writable(content["lead"]),
        html=writable(content["body_html"]),
        published_at=timezone.localtime(publication.published_at),
        # A date chosen by the editor may lie after the last change; feeds read that as a mistake.
        updated_at=timezone.localtime(max(publication.updated_at, publication.published_at)),
        authors=[writable(_author(row)) for row in content["byline"]],
        categories=list(dict.fromkeys(writable(name) for name in _categories(content))),
        picture=picture(content["lead_photo"], picture_width),
    )


def writable(text: str) -> str:
    return UNWRITABLE.sub("", text)


def picture(photo: Mapping[str, Any] | None, width: int) -> Picture | None:
    """The size of a photo that is as wide or the next smaller one, as JPEG where there is one."""
    if not photo or not photo["renditions"]:
        return None
    by_width = sorted(photo["renditions"], key=lambda each: each["width"])
    offered = [each for each in by_width if each["format"] == "jpeg"] or by_width
    fitting = [each for each in offered if each["width"] <= width] or offered[:1]
    chosen = fitting[-1]
    return Picture(
        url=chosen["url"],
        width=chosen["width"],
        height=chosen["height"],
        mime_type=MIME_TYPES[chosen["format"]],
        length=_length(chosen["url"]),
        description=writable(photo["caption"] or photo["alt"]),
        credit=writable(photo["credit"]),
    )


def _length(url: str) -> int | None:
    """Asked of the disc: nobody else needs it, and it is no part of what is told of a photo."""
    storage = PhotoRendition._meta.get_field("file").storage
    try:
        beginning = urlsplit(storage.url("")).path
        name = unquote(urlsplit(url).path.removeprefix(beginning))
        return Path(storage.path(name)).stat().st_size
    except (OSError, ValueError, NotImplementedError, SuspiciousOperation):
        return None


def _author(row: Mapping[str, str]) -> str:
    return f"{row['name']} – {row['unit']}" if row["unit"] else row["name"]


def _categories(content: Mapping[str, Any]) -> Iterator[str]:
    yield from (section["title"] for section in content["sections"])
    yield from (topic["name"] for topic in content["topics"])
    yield from content["tags"]
