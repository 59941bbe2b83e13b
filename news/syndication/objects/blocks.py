"""Body blocks in the form the API gives them: typed, resolved, without ids of our database."""

from collections.abc import Callable
from typing import Any

from wagtail.models import Page

from news.photo_blocks import alt_of, caption_of, credit_of
from search.addresses import absolute

from .body_facts import BodyFacts
from .contract import (
    AwardsBlock,
    Block,
    DocumentBlock,
    EmbedBlock,
    GalleryBlock,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    PhotoBlock,
    PhotoObject,
    SpeechBlock,
    TableBlock,
)
from .raw_body import RawBlock, list_items
from .rich_text import LinkTargets, public_html


def public_blocks(page: Page, facts: BodyFacts) -> list[Block]:
    """The blocks of its body. A block of which nothing may be shown is left out."""
    links = facts.links[page.locale.language_code]
    shaped = (_shape(block, facts, links) for block in facts.blocks[page.pk])
    return [block for block in shaped if block]


def photo_object(raw: RawBlock, facts: BodyFacts) -> PhotoObject:
    """A photo where it is used. One in a private collection is treated as lost: words only."""
    photo = facts.photos.get(raw.get("image") or 0)
    words = {**raw, "image": photo}
    return {
        "caption": caption_of(words),
        "alt": alt_of(words),
        "credit": credit_of(words),
        "moment": raw.get("moment") or "other",
        "awards": [
            str(facts.grants[pk]) for pk in list_items(raw.get("grants")) if pk in facts.grants
        ],
        "width": photo.width if photo else None,
        "height": photo.height if photo else None,
        "renditions": facts.renditions[photo.pk] if photo else [],
    }


def _shape(block: RawBlock, facts: BodyFacts, links: LinkTargets) -> Block | None:
    kind, value = block["type"], block["value"]
    if kind in TEXTS:
        return TEXTS[kind](value, links)
    return SHAPES[kind](value, facts) if kind in SHAPES else None


def _paragraph(value: str, links: LinkTargets) -> ParagraphBlock | None:
    html = public_html(value, links)
    return {"type": "paragraph", "html": html} if html else None


def _heading(value: str, facts: BodyFacts) -> HeadingBlock:
    return {"type": "heading", "text": value}


def _list(value: RawBlock, links: LinkTargets) -> ListBlock:
    items = [public_html(item, links) for item in list_items(value.get("items"))]
    return {"type": "list", "ordered": bool(value.get("ordered")), "items": items}


def _speech(value: RawBlock, facts: BodyFacts) -> SpeechBlock:
    person = facts.speakers.get(value.get("speaker_person") or 0)
    name = value.get("speaker_name") or ""
    return {
        "type": "speech",
        "words": value.get("words") or "",
        "speaker": {
            "id": str(person) if person else None,
            "name": name,
            "posts": value.get("speaker_posts") or "",
        }
        if name or person
        else None,
    }


def _photo(value: RawBlock, facts: BodyFacts) -> PhotoBlock:
    return {"type": "photo", **photo_object(value, facts)}


def _gallery(value: RawBlock, facts: BodyFacts) -> GalleryBlock:
    photos = [photo_object(photo, facts) for photo in list_items(value.get("photos"))]
    return {"type": "gallery", "title": value.get("title") or "", "photos": photos}


def _table(value: RawBlock, facts: BodyFacts) -> TableBlock:
    table = value.get("table") or {"columns": [], "rows": []}
    return {
        "type": "table",
        "caption": value.get("caption") or table.get("caption") or "",
        "headings": [column["heading"] for column in table["columns"]],
        "rows": [[str(cell or "") for cell in row["values"]] for row in table["rows"]],
        "source": value.get("source") or "",
    }


def _document(value: RawBlock, facts: BodyFacts) -> DocumentBlock | None:
    document = facts.documents.get(value.get("document") or 0)
    if document is None:
        return None
    return {
        "type": "document",
        "title": value.get("title") or document.title,
        "url": absolute(document.url),
        "format": document.file_extension.lower(),
        "size": document.file_size,
    }


def _awards(value: RawBlock, facts: BodyFacts) -> AwardsBlock:
    return {"type": "awards", "title": value.get("title") or ""}


def _embed(value: str, facts: BodyFacts) -> EmbedBlock | None:
    """Only the address: what stands behind it is asked of nobody while a reader waits."""
    url = absolute(value)
    return {"type": "embed", "url": url} if url else None


TEXTS: dict[str, Callable[[Any, LinkTargets], Block | None]] = {
    "paragraph": _paragraph,
    "list": _list,
}
SHAPES: dict[str, Callable[[Any, BodyFacts], Block | None]] = {
    "heading": _heading,
    "speech": _speech,
    "photo": _photo,
    "gallery": _gallery,
    "table": _table,
    "document": _document,
    "awards": _awards,
    "embed": _embed,
}
