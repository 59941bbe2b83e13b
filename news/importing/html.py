"""HTML pages of old content systems.

Finds the article in its page: the head's facts, the part that holds the text, and what the
template wraps around it, which is dropped with a reason, word by word.
"""

import datetime
import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field

from bs4.element import NavigableString, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup

from . import noise
from .bylines import read_byline
from .dates import read_moment
from .errors import UnreadableFile, place
from .language import plain
from .markup import pieces_of, words_in
from .parsed import DroppedLine, ParsedArticle, ParsedByline
from .reading import Given, Piece, PieceKind, read_pieces
from .tree import Tree, cut, outermost, tags_in

OUTSIDE = "ngoài phần nội dung bài của trang cũ"
MENU = "danh mục liên kết của trang web cũ"
CONTROL = "nút bấm, biểu mẫu của trang web cũ"
HIDDEN = "phần ẩn của trang web cũ"

_SILENT = ["script", "style", "noscript", "template", "svg", "meta", "link", "title"]
_CONTROLS = ["button", "select", "textarea", "input"]
_EMBEDDED = ["iframe", "video", "audio", "object", "embed"]
_AROUND = ["nav", "aside", "footer"]
_ROOT_CLASS = re.compile(
    r"article|news|post|entry|detail|content|noi-?dung|chi-?tiet|bai-?viet|journal", re.IGNORECASE
)
_AUTHOR_CLASS = re.compile(r"(?:author|tac-?gia|byline|but-?danh)\Z", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MENU_TAGS = ["ul", "ol", "td", "tr", "div", "p", "table"]
_MENU_LINKS = 3
_ROOT_SHARE = 0.5
_SHORTEST_ROOT = 200
_LONGEST_BYLINE = 100  # tags and stretches of words


@dataclass(slots=True)
class Parts:
    """What a page falls into."""

    pieces: list[Piece] = field(default_factory=list)
    dropped: list[DroppedLine] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def drop(self, tag: Tag, reason: str) -> None:
        for words in words_in(tag):
            if words:
                self.dropped.append(DroppedLine(tag.sourceline or 0, words, reason))


@dataclass(frozen=True, slots=True)
class _Head:
    title: str
    page_title: str
    url: str
    section: str
    published_at: datetime.datetime | None
    problem: str


def read_html(markup: str, name: str) -> ParsedArticle:
    """The article of a page; `name` is the file, for messages."""
    page = _parsed(markup, name)
    head = _read_head(page)
    parts = Parts()
    _clear(page, parts, name)
    byline = _take_author(page)
    _find_article(page, parts)
    given = Given(
        title=_title_outside(parts.pieces, head),
        published_at=head.published_at,
        byline=byline,
        section=head.section,
        url=head.url,
        dropped=tuple(parts.dropped),
        warnings=tuple(
            parts.warnings + ([f"{place(name)}: {head.problem}"] if head.problem else [])
        ),
    )
    return read_pieces(parts.pieces, given, name)


def read_fragment(markup: str, where: str) -> Parts:
    """The pieces of a body that is HTML but no page."""
    soup = _parsed(markup, where)
    parts = Parts()
    _clear(soup, parts, where)
    parts.pieces = pieces_of(soup)
    return parts


def _parsed(markup: str, where: str) -> Tree:
    """Nearly any markup is read; what the parser gives up, such as <![;, is said to be broken."""
    try:
        return Tree(markup)
    except ParserRejectedMarkup:
        raise UnreadableFile(where, "mã HTML hỏng, không đọc được") from None


# -- the head -----------------------------------------------------------------------------------


def _read_head(page: Tree) -> _Head:
    problem, published = "", None
    printed = (
        _meta(page, property="article:published_time")
        or _meta(page, itemprop="datePublished")
        or _meta(page, name="pubdate")
    )
    try:
        published = read_moment(printed) if printed else None
    except ValueError:
        problem = f"thời gian đăng {printed} không có thật, nên không ghi"
    link = page.find("link", rel="canonical")
    url = str(link.get("href") or "") if isinstance(link, Tag) else ""
    title = page.find("title")
    return _Head(
        title=_meta(page, property="og:title"),
        page_title=plain(title.get_text()) if isinstance(title, Tag) else "",
        url=url.strip() or _meta(page, property="og:url"),
        section=_meta(page, property="article:section"),
        published_at=published,
        problem=problem,
    )


def _meta(page: Tree, **wanted: str) -> str:
    tag = page.find("meta", attrs=dict(wanted))
    return plain(str(tag.get("content") or "")) if isinstance(tag, Tag) else ""


def _title_outside(pieces: list[Piece], head: _Head) -> str:
    """The head's title when the text has no heading of its own; else "", and the text's holds."""
    if any(piece.kind == "title" for piece in pieces):
        return ""
    if head.title:
        return head.title
    words = [piece.text for piece in pieces[:6] if piece.text]
    if any(text and head.page_title.startswith(text) for text in words) or not head.page_title:
        return ""
    return head.page_title


# -- what is no part of the article -------------------------------------------------------------


def _clear(page: Tag, parts: Parts, where: str) -> None:
    cut(page, outermost(page, _named(_SILENT)))
    embedded = outermost(page, _named(_EMBEDDED))
    for tag in embedded:
        source = str(tag.get("src") or tag.get("data") or "không rõ nguồn")
        parts.warnings.append(f"{place(where)}: bỏ qua một khung nhúng ({source[:200]})")
    _remove(page, embedded, parts, CONTROL)
    _remove(page, outermost(page, _named(_CONTROLS)), parts, CONTROL)
    _remove(page, outermost(page, _is_hidden), parts, HIDDEN)
    _remove(page, outermost(page, _named(_AROUND)), parts, OUTSIDE)
    _remove(page, _menus(page), parts, MENU)


def _named(names: Container[str]) -> Callable[[Tag], bool]:
    return lambda tag: tag.name in names


def _remove(page: Tag, tags: Sequence[Tag], parts: Parts, reason: str) -> None:
    for tag in tags:
        parts.drop(tag, reason)
    cut(page, tags)


def _is_hidden(tag: Tag) -> bool:
    if tag.has_attr("hidden"):
        return True
    style = tag.get("style")
    return style is not None and _HIDDEN.search(str(style)) is not None


def _menus(page: Tag) -> list[Tag]:
    """The outermost tags that hold little else than links."""
    lengths = _lengths(page)
    return outermost(page, lambda tag: tag.name in _MENU_TAGS and _is_menu(*lengths[id(tag)]))


def _is_menu(words: int, linked: int, links: int) -> bool:
    return links >= _MENU_LINKS and linked >= 0.8 * words


def _lengths(page: Tag) -> dict[int, tuple[int, int, int]]:
    """Of every tag, by id: letters in it, letters inside links, and how many links."""
    lengths: dict[int, tuple[int, int, int]] = {}
    for tag in [page, *tags_in(page)][::-1]:  # children before their parents
        lengths[id(tag)] = _measure(tag, lengths)
    return lengths


def _measure(tag: Tag, lengths: dict[int, tuple[int, int, int]]) -> tuple[int, int, int]:
    words = linked = links = 0
    for child in tag.children:
        if isinstance(child, Tag):
            more_words, more_linked, more_links = lengths[id(child)]
            words, linked, links = words + more_words, linked + more_linked, links + more_links
        elif isinstance(child, NavigableString):
            words += len(child.strip())
    if tag.name == "a" and words:
        return words, words, 1
    return words, linked, links


# -- the article --------------------------------------------------------------------------------


def _take_author(page: Tag) -> tuple[ParsedByline, ...]:
    """Who the page's own mark-up calls the author, taken out of the text."""
    for tag in page.find_all(class_=_AUTHOR_CLASS):
        found = read_byline(plain(" ".join(_first_words(tag))))
        if found is not None and found.people:
            tag.extract()
            return found.people
    return ()


def _first_words(tag: Tag) -> Iterator[str]:
    """A byline is short; what goes on may hold the whole page, and in it as many such tags."""
    stack: list[object] = [tag]
    for _ in range(_LONGEST_BYLINE):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, Tag):
            stack += reversed(node.contents)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield str(node)


def _find_article(page: Tag, parts: Parts) -> None:
    body = page.find("body")
    body = body if isinstance(body, Tag) else page
    root = _root(body)
    if root is body:
        parts.pieces = pieces_of(body)
        return
    inside = pieces_of(root)
    root.extract()
    has = {piece.kind for piece in inside}
    above: list[Piece] = []
    for piece in pieces_of(body):
        if _stands_above(piece, has):
            above.append(piece)
        else:
            _drop_outside(piece, parts)
    parts.pieces = above + inside


def _stands_above(piece: Piece, kinds_inside: set[PieceKind]) -> bool:
    """Title, lead and counter are often kept apart from the text."""
    if piece.kind in ("title", "lead"):
        return piece.kind not in kinds_inside
    return piece.kind == "text" and noise.read_stamp(piece.text, in_header=True) is not None


def _drop_outside(piece: Piece, parts: Parts) -> None:
    for words in filter(None, piece.text.split("\n")):
        parts.dropped.append(DroppedLine(piece.line, words, OUTSIDE))


def _root(body: Tag) -> Tag:
    """The part of the page that holds the article; the whole body when none stands out."""
    lengths = _lengths(body)
    enough = max(_SHORTEST_ROOT, _ROOT_SHARE * lengths[id(body)][0])
    marked = body.find_all(["article", "main"]) + body.find_all(
        True, attrs={"itemprop": "articleBody"}
    )
    named = body.find_all(["div", "td", "section", "table"], class_=_ROOT_CLASS)
    named += body.find_all(["div", "td", "section", "table"], id=_ROOT_CLASS)
    for candidates in (marked, named):
        fitting = [tag for tag in candidates if lengths[id(tag)][0] >= enough]
        if fitting:
            return min(fitting, key=lambda tag: lengths[id(tag)][0])
    return body
