"""HTML tags into pieces: where a stretch of words ends, what is bold, a list, a table, a photo.

Read from the tree with a stack of our own, because old pages nest deeper than Python calls.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import NamedTuple

from bs4.element import NavigableString, PreformattedString, Tag

from search.vietnamese.normalise import clean

from .language import plain
from .parsed import Paragraph, ParsedPhoto
from .reading import Piece, PieceKind
from .text import goes_on
from .tree import tags_in

_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i"}
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body center dd details div dl dt fieldset figcaption
        figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section
        summary table tbody td tfoot th thead tr ul""",
    )
)
_LAYOUT = frozenset(("h1", "h2", "h3", "div"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LEAD_CLASS = re.compile(
    r"(?:^|[-_ ])(?:sapo|lead|chapeau|summary|mo-?ta|tom-?tat|trich-?dan|intro)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CAPTION_CLASS = re.compile(r"caption|chu-?thich|note-?img|image-?note", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_ORNAMENT = re.compile(r"spacer|blank\.|pixel|icon|button|/logo|share|print\.|arrow|bullet", re.I)
_DATA_URI = re.compile(r"data:(image/[\w.+-]+);base64,", re.IGNORECASE)
_EMPTY_TAG = re.compile(r"<(b|i|a)(?: [^>]*)?>\s*</\1>")
_NO_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_SMALLEST_PHOTO = 40
_LONGEST_CELL = 300
_MOST_CELLS = 50_000  # as many as a small text can claim with wide cells and one long row
_LONGEST_CAPTION_TABLE = 400


@dataclass(slots=True)
class _Stretch:
    """Inline words since the last block boundary, as HTML and as text."""

    html: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    italic: int = 0
    line: int = 0


class _Content(NamedTuple):
    """What a tag holds, its own tags' content included."""

    letters: int
    photos: int
    tables: int
    items: int
    layout: int
    """Tags that no list of sentences has."""


@dataclass(slots=True)
class _Walk:
    """A pass over the tree: what is open around the present place, and the pieces so far."""

    survey: dict[int, _Content]
    pieces: list[Piece] = field(default_factory=list)
    stretch: _Stretch = field(default_factory=_Stretch)
    open_tags: list[tuple[str, str]] = field(default_factory=list)
    line: int = 0
    bold: int = 0
    italic: int = 0
    links: int = 0
    centred: int = 0
    captioned: int = 0
    kinds: list[PieceKind] = field(default_factory=list)
    continued: set[int] = field(default_factory=set)
    """The places of pieces that go on with the sentence of the one before."""
    after_break: bool = False
    """The last stretch ended at a single <br>, so its sentence may go on."""


def pieces_of(root: Tag) -> list[Piece]:
    """What the tag holds, in reading order."""
    walk = _Walk(_survey(root))
    stack: list[tuple[object, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if isinstance(node, Tag):
            if leaving:
                _leave(walk, node)
            elif _enter(walk, node):
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            _add_words(walk, str(node))
    _close_stretch(walk)
    return _whole(walk)


def _survey(root: Tag) -> dict[int, _Content]:
    """The content of every tag, by id: counted once, so that deep nesting costs no more."""
    survey: dict[int, _Content] = {}
    for tag in [root, *tags_in(root)][::-1]:  # children before their parents
        letters = photos = tables = items = layout = 0
        for child in tag.children:
            if isinstance(child, Tag):
                inner = survey[id(child)]
                letters, photos = letters + inner.letters, photos + inner.photos
                tables, items = tables + inner.tables, items + inner.items
                layout += inner.layout + (child.name in _LAYOUT)
                photos += child.name == "img"
                tables += child.name == "table"
                items += child.name == "li"
            elif isinstance(child, NavigableString):
                letters += len(child.strip())
        survey[id(tag)] = _Content(letters, photos, tables, items, layout)
    return survey


# -- tags ---------------------------------------------------------------------------------------


def _enter(walk: _Walk, tag: Tag) -> bool:
    """Take note of a tag; False when all of it has been read."""
    walk.line = tag.sourceline or walk.line
    name = tag.name
    if name == "br":
        _close_stretch(walk, at_break=True)
        return False
    if name == "img":
        _add_photo(walk, tag)
        return False
    if name in _BLOCKS:
        _close_stretch(walk)
        content = walk.survey[id(tag)]
        if name in ("ul", "ol") and _is_plain_list(tag, content):
            walk.pieces.append(_list_piece(tag, walk.line))
            return False
        if name == "table" and (rows := _data_rows(tag, content)):
            walk.pieces.append(_table_piece(tag, rows, walk.line))
            return False
    _shift(walk, tag, 1)
    return True


def _leave(walk: _Walk, tag: Tag) -> None:
    if tag.name in _BLOCKS:
        _close_stretch(walk)
    _shift(walk, tag, -1)


def _shift(walk: _Walk, tag: Tag, step: int) -> None:
    """Open (step 1) or close (step -1) what the tag says of the words in it."""
    name = tag.name
    letter = _INLINE.get(name) or ("a" if _leads_somewhere(tag) else "")
    if letter:
        _shift_inline(walk, tag, letter, step)
    walk.centred += step * _is_centred(tag)
    walk.captioned += step * _holds_caption(tag, walk.survey[id(tag)])
    kind = _kind_of(tag)
    if kind and step > 0:
        walk.kinds.append(kind)
    elif kind:
        walk.kinds.pop()


def _shift_inline(walk: _Walk, tag: Tag, letter: str, step: int) -> None:
    """Bold in bold is bold: only the outermost tag of its kind is written."""
    counter = {"b": "bold", "i": "italic", "a": "links"}[letter]
    before = getattr(walk, counter)
    setattr(walk, counter, before + step)
    if step > 0 and before == 0:
        opening = _opening(letter, tag)
        walk.open_tags.append((opening, f"</{letter}>"))
        walk.stretch.html.append(opening)
    elif step < 0 and before == 1:
        walk.open_tags.pop()
        walk.stretch.html.append(f"</{letter}>")


def _leads_somewhere(tag: Tag) -> bool:
    return tag.name == "a" and bool(tag.get("href"))


def _opening(letter: str, tag: Tag) -> str:
    return f'<a href="{escape(str(tag["href"]))}">' if letter == "a" else f"<{letter}>"


def _kind_of(tag: Tag) -> PieceKind | None:
    if tag.name == "h1":
        return "title"
    if tag.name in _HEADINGS:
        return "heading"
    if tag.name == "figcaption" or _CAPTION_CLASS.search(_classes(tag)):
        return "caption" if tag.name in ("figcaption", "p", "span", "div", "em", "td") else None
    if tag.name in ("p", "div", "h2", "span", "strong") and _LEAD_CLASS.search(_classes(tag)):
        return "lead"
    return None


def _classes(tag: Tag) -> str:
    value = tag.get("class")
    return " ".join(value) if isinstance(value, list) else str(value or "")


def _is_centred(tag: Tag) -> bool:
    if tag.name == "center" or str(tag.get("align", "")).lower() == "center":
        return True
    style = tag.get("style")
    return style is not None and _CENTRED.search(str(style)) is not None


def _holds_caption(tag: Tag, content: _Content) -> bool:
    """A figure, or a small table around a photo: the words beside the photo are its caption."""
    if tag.name not in ("figure", "table") or not content.photos:
        return False
    return tag.name == "figure" or content.letters <= _LONGEST_CAPTION_TABLE


# -- words --------------------------------------------------------------------------------------


def _add_words(walk: _Walk, words: str) -> None:
    stretch = walk.stretch
    if not stretch.text:
        if not words.strip():
            return
        stretch.line = walk.line
    stretch.text.append(words)
    stretch.html.append(escape(words, quote=False))
    letters = len(words.strip())
    stretch.letters += letters
    stretch.bold += letters if walk.bold else 0
    stretch.italic += letters if walk.italic else 0


def _close_stretch(walk: _Walk, *, at_break: bool = False) -> None:
    """The words so far become a piece; a second break in a row parts sentences for good."""
    stretch = walk.stretch
    text = plain("".join(stretch.text))
    if text:
        piece = _piece(walk, stretch, text)
        if walk.pieces and walk.after_break and _one_with(walk.pieces[-1], piece):
            walk.continued.add(len(walk.pieces))
        walk.pieces.append(piece)
        walk.after_break = at_break
    else:
        walk.after_break = False
    walk.stretch = _Stretch(html=[opening for opening, _ in walk.open_tags])


def _piece(walk: _Walk, stretch: _Stretch, text: str) -> Piece:
    closing = [closing for _, closing in reversed(walk.open_tags)]
    kind = walk.kinds[-1] if walk.kinds else "text"
    all_bold = stretch.bold == stretch.letters
    laid_out = walk.centred > 0 or walk.captioned > 0 or stretch.italic == stretch.letters
    return Piece(
        stretch.line,
        text,
        kind,
        html=inline_html("".join(stretch.html + closing)),
        under_photo=laid_out,
        strong=all_bold,
    )


def inline_html(markup: str) -> str:
    """Safe inline HTML (b, i, a); "" when no tag is left and the plain text will do."""
    if "<" not in markup:
        return ""
    import nh3  # needed where something is imported, and not where it is read

    allowed = nh3.clean(
        clean(markup),
        tags={"a", "b", "i"},
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    allowed = _NO_LINK.sub(r"\1", _EMPTY_TAG.sub("", _EMPTY_TAG.sub("", allowed)))
    allowed = " ".join(allowed.split())
    return allowed if "<" in allowed else ""


def _one_with(before: Piece, piece: Piece) -> bool:
    return before.kind == piece.kind and goes_on(before.text, piece.text)


def _whole(walk: _Walk) -> list[Piece]:
    """The pieces, those of one sentence together."""
    sentences: list[list[Piece]] = []
    for place, piece in enumerate(walk.pieces):
        if place in walk.continued:
            sentences[-1].append(piece)
        else:
            sentences.append([piece])
    return [_joined(parts) for parts in sentences]


def _joined(parts: Sequence[Piece]) -> Piece:
    if len(parts) == 1:
        return parts[0]
    text = " ".join(part.text for part in parts)
    marked = any(part.html for part in parts)
    html = " ".join(part.html or escape(part.text, quote=False) for part in parts)
    return replace(parts[0], text=text, html=html if marked else "")


# -- photos -------------------------------------------------------------------------------------


def _add_photo(walk: _Walk, tag: Tag) -> None:
    source = str(tag.get("src") or tag.get("data-src") or "").strip()
    if not source or _is_ornament(tag, source):
        return
    _close_stretch(walk)
    photo = _photo(source, plain(str(tag.get("alt") or "")))
    walk.pieces.append(Piece(walk.line, "", "photo", photo=photo))


def _is_ornament(tag: Tag, source: str) -> bool:
    sides = (str(tag.get(side, "")).strip().removesuffix("px") for side in ("width", "height"))
    if any(
        side.isascii() and side.isdigit() and int(side[:6]) <= _SMALLEST_PHOTO for side in sides
    ):
        return True
    return not source.startswith("data:") and _ORNAMENT.search(source) is not None


def _photo(source: str, alt: str) -> ParsedPhoto:
    """A photo by its address, or with its content when the page carries it inside."""
    inside = _DATA_URI.match(source)
    if inside is None:
        return ParsedPhoto(source, alt=alt)
    try:
        content = base64.b64decode(source[inside.end() :], validate=False)
    except (binascii.Error, ValueError):
        content = b""
    content_type = inside[1].lower()
    name = f"anh.{content_type.removeprefix('image/').replace('jpeg', 'jpg').split('+')[0]}"
    return ParsedPhoto(name, alt=alt, content=content, content_type=content_type)


# -- lists and tables ---------------------------------------------------------------------------


def _is_plain_list(tag: Tag, content: _Content) -> bool:
    if content.photos or content.tables or content.layout:
        return False
    strangers = (child for child in tag.children if isinstance(child, NavigableString))
    return content.items > 0 and not any(str(one).strip() for one in strangers)


def _list_piece(tag: Tag, line: int) -> Piece:
    """The items of a list and of the lists in it, one after the other."""
    items = [_item(item, line) for item in tag.find_all("li")]
    items = [item for item in items if item.text]
    text = "\n".join(item.text for item in items)
    return Piece(line, text, "list", items=tuple(items), ordered=tag.name == "ol")


def _item(item: Tag, line: int) -> Paragraph:
    """Its own words, without those of the lists in it."""
    text: list[str] = []
    html: list[str] = []
    depth = {"b": 0, "i": 0, "a": 0}
    stack: list[tuple[object, bool]] = [(child, False) for child in reversed(item.contents)]
    while stack:
        node, leaving = stack.pop()
        if isinstance(node, Tag):
            if node.name in ("ul", "ol", "li"):
                continue
            if node.name in _BLOCKS or node.name == "br":
                text.append(" ")
                html.append(" ")
            if letter := _INLINE.get(node.name) or ("a" if _leads_somewhere(node) else ""):
                depth[letter] += -1 if leaving else 1
                if depth[letter] == 1 - leaving:
                    html.append(f"</{letter}>" if leaving else _opening(letter, node))
            if not leaving:
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.contents))
        elif not isinstance(node, PreformattedString):
            text.append(str(node))
            html.append(escape(str(node), quote=False))
    words = plain("".join(text))
    return Paragraph(words, item.sourceline or line, inline_html("".join(html)) if words else "")


def _data_rows(table: Tag, content: _Content) -> list[list[str]]:
    """The rows of a table of data; empty for a table that only lays out the page."""
    if content.photos or content.tables or table.find(["ul", "ol", "h1", "h2"]) is not None:
        return []
    rows = [_cells(row) for row in table.find_all("tr")]
    rows = [row for row in rows if any(row)]
    wide = sum(len(row) >= 2 for row in rows)
    if wide < 2 or wide * 2 < len(rows):
        return []
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return []
    if len(rows) * max(len(row) for row in rows) > _MOST_CELLS:
        return []
    return rows


def _cells(row: Tag) -> list[str]:
    cells: list[str] = []
    for cell in row.find_all(["td", "th"]):
        cells.append(plain(cell.get_text(" ")))
        span = str(cell.get("colspan", "1"))
        cells += [""] * (min(int(span), 50) - 1 if span.isascii() and span.isdigit() else 0)
    return cells


def _table_piece(table: Tag, rows: Sequence[Sequence[str]], line: int) -> Piece:
    width = max(len(row) for row in rows)
    padded = tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)
    text = "\n".join(" ".join(cell for cell in row if cell) for row in rows)
    first = table.find("tr")
    has_header = first is not None and first.find("th") is not None and first.find("td") is None
    return Piece(line, text, "table", rows=padded, has_header=has_header)


def words_in(tag: Tag) -> Iterator[str]:
    """The stretches of words in a tag, for the record of what was dropped."""
    for piece in pieces_of(tag):
        yield from piece.text.split("\n")
