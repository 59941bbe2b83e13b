"""Plain text: a title line, then paragraphs, one to a line."""

import re
from collections.abc import Sequence

from . import noise
from .language import LOWER, plain_lines
from .parsed import Paragraph, ParsedArticle
from .reading import Given, Piece, read_pieces

_BULLET = re.compile(r"[-–•*+●▪] (?=\S)")
# "b) …" begins with a small letter and is still a line of its own.
_GOES_ON = re.compile(rf"[{LOWER}](?![).])")
_ENDS = re.compile(r"[.!?:;…][”\"’')\]]*\Z")


def read_text(text: str, name: str) -> ParsedArticle:
    """The article a text file holds; `name` is the file, for messages."""
    return read_pieces(pieces_of(text), Given(), name)


def pieces_of(text: str) -> list[Piece]:
    """The lines of a text: broken lines put together again, bullets made a list."""
    return _with_lists(_unbroken(plain_lines(text)))


def _unbroken(lines: Sequence[str]) -> list[Piece]:
    """A line that goes on where the one before broke off is one with it."""
    pieces: list[Piece] = []
    parts: list[str] = []
    after_blank = True
    for number, line in enumerate(lines, 1):
        if not line:
            after_blank = True
        elif not after_blank and goes_on(parts[-1], line):
            parts.append(line)
        else:
            if parts:
                pieces[-1] = Piece(pieces[-1].line, " ".join(parts))
            pieces.append(Piece(number, line))
            parts = [line]
            after_blank = False
    if len(parts) > 1:
        pieces[-1] = Piece(pieces[-1].line, " ".join(parts))
    return pieces


def goes_on(before: str, line: str) -> bool:
    """Whether a line takes up a sentence that the line before it left unfinished."""
    if not _GOES_ON.match(line) or _ENDS.search(before):
        return False
    apart = (
        noise.reason_to_drop(text) or noise.read_stamp(text, in_header=True)
        for text in (before, line)
    )
    return not any(apart)


def _with_lists(pieces: list[Piece]) -> list[Piece]:
    """Two or more dashed lines behind a colon become a list; elsewhere a dash may be a voice."""
    result: list[Piece] = []
    position = 0
    while position < len(pieces):
        end = position
        if result and result[-1].text.endswith(":"):
            while end < len(pieces) and _BULLET.match(pieces[end].text):
                end += 1
        if end - position >= 2:
            result.append(_list_of(pieces[position:end]))
            position = end
        else:
            result.append(pieces[position])
            position += 1
    return result


def _list_of(pieces: Sequence[Piece]) -> Piece:
    items = tuple(Paragraph(_BULLET.sub("", piece.text, count=1), piece.line) for piece in pieces)
    text = "\n".join(item.text for item in items)
    return Piece(pieces[0].line, text, kind="list", items=items)
