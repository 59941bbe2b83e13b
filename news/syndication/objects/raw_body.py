"""The stored form of a body, read without asking the database for anything.

Wagtail's block values fetch what they refer to body by body. A list of articles must not cost
more queries the longer it is, so we read the stored JSON, collect what all bodies refer to, and
fetch that once.
"""

from collections.abc import Iterator
from typing import Any

from wagtail.fields import StreamValue

RawBlock = dict[str, Any]


def raw_blocks(body: StreamValue) -> list[RawBlock]:
    return list(body.raw_data)


def list_items(raw: list[Any] | None) -> list[Any]:
    """The values in a stored list block; old ones stand there bare."""
    return [
        item["value"] if isinstance(item, dict) and item.keys() >= {"type", "value"} else item
        for item in raw or []
    ]


def raw_photos(blocks: list[RawBlock]) -> Iterator[RawBlock]:
    """The values of all photo blocks in reading order, those inside galleries too."""
    for block in blocks:
        if block["type"] == "photo":
            yield block["value"]
        elif block["type"] == "gallery":
            yield from list_items(block["value"].get("photos"))


def rich_texts(blocks: list[RawBlock]) -> Iterator[str]:
    for block in blocks:
        if block["type"] == "paragraph":
            yield block["value"]
        elif block["type"] == "list":
            yield from list_items(block["value"].get("items"))


def values_of(blocks: list[RawBlock], kind: str) -> Iterator[RawBlock]:
    return (block["value"] for block in blocks if block["type"] == kind)
