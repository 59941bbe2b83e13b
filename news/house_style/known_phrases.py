"""Set phrases and lists of words: our own in data/, and what the tables add."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from .words import words_of

SHORTEST = 3  # syllables
DATA = Path(__file__).parent / "data"


def lines(name: str) -> list[str]:
    """Of a file in data/, without its remarks."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@dataclass
class Phrases:
    """Set phrases by their folded words; those that fold alike are left out."""

    texts: tuple[str, ...] = ()
    known: dict[tuple[str, ...], list[str]] = field(init=False)
    lengths: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        known: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for text in self.texts:
            words = words_of(text)
            if len(words) >= SHORTEST:
                forms = tuple(word.written.lower() for word in words)
                known[tuple(word.folded for word in words)].add(forms)
        clear: dict[tuple[str, ...], list[str]] = {
            folded: list(*forms) for folded, forms in known.items() if len(forms) == 1
        }
        self.known = clear
        lengths = sorted({len(folded) for folded in clear}, reverse=True)
        self.lengths = tuple(lengths)


def house_phrases(more: Iterable[str] = ()) -> Phrases:
    """Those of data/phrases.txt, and more."""
    return Phrases((*lines("phrases.txt"), *more))
