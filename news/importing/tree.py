"""The tree of an HTML text, with the end tags that HTML lets its author leave out.

Python's own parser puts an unclosed cell into the cell before it: a table of three thousand such
cells would nest three thousand deep, and be read as one row. (A parser that nests exactly as
browsers do is no way out: html5ever takes minutes over a megabyte of <div>.)
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag

# By what they close: a tag ends those of its own rank or a higher one, up to one of a lower.
_CELLS = {
    "table": 0, "caption": 1, "colgroup": 1, "thead": 1, "tbody": 1, "tfoot": 1, "tr": 2,
    "td": 3, "th": 3,
}  # fmt: skip
_ITEMS = {
    "ul": 0, "ol": 0, "dl": 0, "table": 0, "caption": 0, "td": 0, "th": 0, "li": 1, "dt": 1,
    "dd": 1,
}  # fmt: skip
_PARAGRAPHS = {
    "p": 1,
    **dict.fromkeys(
        (
            "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
            "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
            "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "section",
            "table", "td", "th", "ul",
        ),
        0,
    ),
}  # fmt: skip
_FAMILIES = (_CELLS, _ITEMS, _PARAGRAPHS)


class Tree(BeautifulSoup):
    """Parsed in time that grows with the text alone, however deep it nests."""

    _open: tuple[list[Tag], ...] = ()
    """The open tags of each family. Between two of rank 0 the ranks rise, so few are looked at."""

    def __init__(self, markup: str) -> None:
        super().__init__(_without_endless_comments(markup), "html.parser")

    def reset(self) -> None:
        self._open = tuple([] for _ in _FAMILIES)
        super().reset()

    def handle_starttag(self, name: str, *rest: Any, **more: Any) -> Tag | None:
        self.endData()
        for ranks, open_tags in zip(_FAMILIES, self._open, strict=True):
            rank = ranks.get(name, 0)
            while rank and open_tags and ranks[open_tags[-1].name] >= rank:
                self._close(open_tags[-1])
        return super().handle_starttag(name, *rest, **more)

    def pushTag(self, tag: Tag) -> None:  # noqa: N802  # Beautiful Soup's name
        super().pushTag(tag)
        for ranks, open_tags in zip(_FAMILIES, self._open, strict=True):
            if tag.name in ranks:
                open_tags.append(tag)

    def popTag(self) -> Tag | None:  # noqa: N802  # Beautiful Soup's name
        for open_tags in self._open:
            if open_tags and open_tags[-1] is self.currentTag:
                open_tags.pop()
        return super().popTag()

    def _close(self, tag: Tag) -> None:
        while self.currentTag is not tag:
            self.popTag()
        self.popTag()


def _without_endless_comments(markup: str) -> str:
    """For each that begins and never ends, Python's parser looks through all that follows."""
    start = markup.rfind("-->") + 1
    return markup[:start] + markup[start:].replace("<!--", "")


def tags_in(root: Tag) -> list[Tag]:
    """All of them, in reading order."""
    return list(_walk(root, lambda tag: False))


def outermost(root: Tag, is_wanted: Callable[[Tag], bool]) -> list[Tag]:
    """The tags wanted that stand in no other such, in reading order."""
    return [tag for tag in _walk(root, is_wanted) if is_wanted(tag)]


def _walk(root: Tag, is_end: Callable[[Tag], bool]) -> Iterator[Tag]:
    stack = [root]
    while stack:
        tag = stack.pop()
        if tag is not root:
            yield tag
            if is_end(tag):
                continue
        stack += [child for child in reversed(tag.contents) if isinstance(child, Tag)]


def cut(root: Tag, tags: Sequence[Tag]) -> None:
    """Take tags out of a tree, all at once: one by one, each is looked for among its siblings."""
    gone = {id(tag) for tag in tags}
    for parent in {id(tag.parent): tag.parent for tag in tags}.values():
        if parent is not None:
            parent.contents = [child for child in parent.contents if id(child) not in gone]
    if tags:
        _link(root)


def _link(root: Tag) -> None:
    """Say anew of each part of the tree what stands before and after it."""
    before: PageElement = root
    stack: list[PageElement] = [root]
    while stack:
        node = stack.pop()
        if node is not root:
            before.next_element, node.previous_element, before = node, before, node
        if isinstance(node, Tag):
            siblings = [None, *node.contents, None]
            for left, child, right in zip(siblings, node.contents, siblings[2:], strict=False):
                child.previous_sibling, child.next_sibling = left, right
            stack += reversed(node.contents)
    before.next_element = None
