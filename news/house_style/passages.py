"""The texts of an article as rules read them, and the way back into what is stored.

A rule reads plain, composed text: no tags, no entities. Every character knows where it stands in
the source, so a fix changes those letters alone, and bold words stay bold.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape, unescape
from itertools import pairwise
from typing import Any

from news.models import ArticlePage

_PIECE = re.compile(
    r"(?P<tag></?[a-zA-Z][^>]*>)|(?P<entity>&(?:#\d+|#[xX][\da-fA-F]+|\w+);)|.", re.S
)
_ENDS_A_LINE = re.compile(r"</(?:p|li|h\d)>|<br\b")
_PHOTO = (("caption", "Chú thích ảnh"), ("alt", "Mô tả ảnh"))
_FIELDS = (("title", "Tiêu đề"), ("lead", "Sapo"), ("event_place", "Địa điểm"))

Span = tuple[int, int]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """`place` is a field's name, or "body/<block id>/…"; `spans` say where in `source` each
    character of `text` is written."""

    place: str
    label: str
    text: str
    source: str
    spans: tuple[Span, ...]
    is_html: bool = False

    @property
    def anchor(self) -> str:
        """Where Wagtail's form shows it."""
        parts = self.place.split("/")
        return (
            f"block-{parts[1]}-section"
            if len(parts) > 1
            else f"panel-child-noi_dung-{parts[0]}-section"
        )

    def replaced(self, start: int, end: int, words: str) -> str | None:
        """The source with other words there; None when a tag stands between letters to change."""
        source = self.source
        changes = SequenceMatcher(None, self.text[start:end], words, autojunk=False).get_opcodes()
        for kind, first, last, new_first, new_last in reversed(changes):
            if kind == "equal":
                continue
            span = self._span(start + first, start + last)
            if span is None:
                return None
            new = words[new_first:new_last]
            source = (
                source[: span[0]]
                + (escape(new, quote=False) if self.is_html else new)
                + source[span[1] :]
            )
        return source

    def _span(self, start: int, end: int) -> Span | None:
        if start == end:
            place = self.spans[start - 1][1] if start else self.spans[0][0]
            return place, place
        spans = self.spans[start:end]
        is_unbroken = all(one[1] == other[0] for one, other in pairwise(spans))
        return (spans[0][0], spans[-1][1]) if is_unbroken else None


def passage(place: str, source: str, label: str = "", *, is_html: bool = False) -> Passage:
    """
    >>> passage("lead", "<p>thi &amp; <b>đua</b></p>", is_html=True).text
    'thi & đua\\n'
    """
    signs: list[str] = []
    spans: list[Span] = []
    for sign, span in _html_signs(source) if is_html else _signs(source):
        composed = (
            unicodedata.normalize("NFC", signs[-1] + sign)
            if signs and unicodedata.combining(sign)
            else ""
        )
        if len(composed) == 1 and spans[-1][1] == span[0]:
            signs[-1], spans[-1] = composed, (spans[-1][0], span[1])
        else:
            signs.append(sign)
            spans.append(span)
    return Passage(place, label, "".join(signs), source, tuple(spans), is_html)


def _signs(source: str) -> Iterator[tuple[str, Span]]:
    return ((sign, (place, place + 1)) for place, sign in enumerate(source))


def _html_signs(source: str) -> Iterator[tuple[str, Span]]:
    for piece in _PIECE.finditer(source):
        if piece["tag"]:
            if _ENDS_A_LINE.match(piece["tag"]):
                yield "\n", piece.span()
        elif piece["entity"] and len(sign := unescape(piece["entity"])) == 1:
            yield sign, piece.span()
        else:
            for place, sign in enumerate(piece[0], piece.start()):
                yield sign, (place, place + 1)


# --- Of an article -------------------------------------------------------------------------------


def passages(article: ArticlePage) -> list[Passage]:
    """Title, lead, place and the texts of the body in reading order; empty ones are left out."""
    found = [passage(name, getattr(article, name) or "", label) for name, label in _FIELDS]
    for number, block in enumerate(article.body.raw_data):
        for path, label, source, is_html in _texts(block):
            place = "/".join(map(str, ("body", _id_of(block, number), *path)))
            found.append(passage(place, source, label, is_html=is_html))
    return [each for each in found if each.text.strip()]


def put_back(article: ArticlePage, place: str, source: str) -> None:
    """The text at a place exchanged, in memory."""
    if "/" not in place:
        setattr(article, place, source)
        return
    _, block_id, *path = place.split("/")
    blocks = json.loads(json.dumps(list(article.body.raw_data)))
    block = next(each for number, each in enumerate(blocks) if _id_of(each, number) == block_id)
    holder: Any = block
    key: str | int = "value"
    for step in path:
        holder, key = holder[key], int(step) if step.isdigit() else step
    holder[key] = source
    article.body = article._meta.get_field("body").to_python(json.dumps(blocks))


def _id_of(block: dict[str, Any], number: int) -> str:
    """Blocks that were never saved have none yet."""
    return block.get("id") or f"#{number}"


def _texts(block: dict[str, Any]) -> Iterator[tuple[Path, str, str, bool]]:
    """Path inside the block's value, what an editor calls it, the text, whether it is HTML."""
    kind, value = block["type"], block["value"]
    if kind == "paragraph":
        yield (), "Đoạn văn", value, True
    elif kind == "heading":
        yield (), "Tiêu đề phụ", value, False
    elif kind == "list":
        for path, item in _items(value, "items"):
            yield path, "Danh sách", item, True
    elif kind == "speech":
        yield ("words",), "Phát biểu", value.get("words") or "", False
    elif kind == "photo":
        yield from _photo((), value)
    elif kind == "gallery":
        yield ("title",), "Tên bộ ảnh", value.get("title") or "", False
        for path, item in _items(value, "photos"):
            yield from _photo(path, item)
    elif kind == "table":
        yield from _table(value)


def _items(value: dict[str, Any], name: str) -> Iterator[tuple[Path, Any]]:
    """The values in a stored list block; old ones stand there bare."""
    for number, item in enumerate(value.get(name) or ()):
        if isinstance(item, dict) and item.keys() >= {"type", "value"}:
            yield (name, number, "value"), item["value"]
        else:
            yield (name, number), item


def _photo(path: Path, value: dict[str, Any]) -> Iterator[tuple[Path, str, str, bool]]:
    for name, label in _PHOTO:
        yield (*path, name), label, value.get(name) or "", False


def _table(value: dict[str, Any]) -> Iterator[tuple[Path, str, str, bool]]:
    yield ("caption",), "Tên bảng", value.get("caption") or "", False
    for row, cells in enumerate((value.get("table") or {}).get("rows") or ()):
        for column, cell in enumerate(cells.get("values") or ()):
            if isinstance(cell, str):
                yield ("table", "rows", row, "values", column), "Bảng", cell, False
