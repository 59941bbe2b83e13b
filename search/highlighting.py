"""Words of an answer shown in the text's own spelling: the passage that fits, the words marked."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .vietnamese.analysis import Forms, Token, forms, spans
from .vietnamese.normalise import fold

PASSAGE_WORDS = 45
BEFORE = 8  # words shown before the first that was found
ELLIPSIS = "…"


def marked(text: str, words: Sequence[str]) -> SafeString:
    """The text, escaped, with the words marked.

    A word typed without accents marks every way to write it, one typed with accents only itself,
    unless the text never writes it so.
    """
    tokens = spans(text)
    return _marked(text, tokens, _found(tokens, words), 0, len(text))


def passage(texts: Iterable[str], words: Sequence[str]) -> SafeString:
    """Some forty words of the text that says most of the words, with these marked.

    The first of the texts where none says more: it is the lead.
    """
    best: tuple[int, str, list[Forms], set[int], int] | None = None
    for text in texts:
        written = forms(text)
        found = _found(written, words)
        start, count = _fullest(written, found)
        if written and (best is None or count > best[0]):
            best = (count, text, written, found, start)
        if best and best[0] >= len(set(words)):
            break
    if best is None:
        return SafeString("")
    _, text, written, found, start = best
    return _cut(text, len(written), found, start)


def _found(written: Sequence[Forms | Token], words: Sequence[str]) -> set[int]:
    """The places of the words to mark."""
    texts = {word.text for word in written}
    exact = {word for word in words if word != fold(word) and word in texts}
    plain = {fold(word) for word in words if word not in exact}
    return {
        place for place, word in enumerate(written) if word.text in exact or word.folded in plain
    }


def _fullest(written: Sequence[Forms], found: set[int]) -> tuple[int, int]:
    """Where the window of words begins that holds most different ones, and how many."""
    places = sorted(found)
    best_start, best_count = 0, 0
    for index, place in enumerate(places):
        inside = [each for each in places[index:] if each < place + PASSAGE_WORDS - BEFORE]
        count = len({written[each].folded for each in inside})
        if count > best_count:
            best_start, best_count = place, count
    return best_start, best_count


def _cut(text: str, length: int, found: set[int], start: int) -> SafeString:
    """From the text of so many words, those around the place where to start."""
    first = 0 if start < PASSAGE_WORDS - BEFORE else start - BEFORE
    last = min(first + PASSAGE_WORDS, length)
    tokens = spans(text, first, last)
    begin = tokens[0].start if first else 0
    end = len(text) if last == length else tokens[-1].end
    inside = {place - first for place in found if first <= place < last}
    inner = _marked(text, tokens, inside, begin, end)
    before = f"{ELLIPSIS} " if first else ""
    after = f" {ELLIPSIS}" if last < length else ""
    return mark_safe(f"{before}{inner}{after}")  # noqa: S308 - escaped by _marked


def _marked(
    text: str, tokens: Sequence[Token], found: set[int], begin: int, end: int
) -> SafeString:
    pieces, position = [], begin
    places = [place for place in sorted(found) if begin <= tokens[place].start < end]
    joined = {one for one, other in pairwise(places) if _is_blank_between(text, tokens, one, other)}
    opened = False
    for place in places:
        token = tokens[place]
        if not opened:
            pieces += [escape(text[position : token.start]), "<mark>"]
            position = token.start
        pieces.append(escape(text[position : token.end]))
        position = token.end
        opened = place in joined
        if not opened:
            pieces.append("</mark>")
    pieces.append(escape(text[position:end]))
    return mark_safe("".join(pieces))  # noqa: S308 - escaped above


def _is_blank_between(text: str, tokens: Sequence[Token], one: int, other: int) -> bool:
    return other == one + 1 and not text[tokens[one].end : tokens[other].start].strip(" ")
