"""What the engine knows of a few texts, counted without a database."""

from collections.abc import Iterable

from search.engine.counting import TermCounts
from search.engine.hits import Hit
from search.engine.lexicon import FOLDED, Key, Lexicon
from search.vietnamese.analysis import tokens
from search.vietnamese.slips import SlipIndex


class KnownTexts(Lexicon):
    """The counts of these texts, each a document of its own; everything else is unknown."""

    def __init__(self, *texts: str) -> None:
        super().__init__("default")
        counts = TermCounts()
        for text in texts:
            counts.add(tokens(text), [])
        self._known.update({(kind, term): count for kind, term, count in counts.in_order()})
        self.__dict__["documents"] = len(texts)
        words = [text for kind, text in self._known if kind == FOLDED]
        self._slips = SlipIndex(word for word in words if word.isascii() and word.isalpha())

    def learn(self, keys: Iterable[Key]) -> None:
        for key in keys:
            self._known.setdefault(key, 0)

    def near(self, word: str, slips: int = 1) -> list[tuple[str, float]]:
        return [(slip.word, slip.cost) for slip in self._slips.within(word, slips)]


def hit(key: str, title: str = "", body: str = "", **more) -> Hit:
    """A candidate as an engine gives it."""
    return Hit(key, " ".join(tokens(title)), " ".join(tokens(body)), **more)
