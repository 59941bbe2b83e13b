"""Candidates of an answer with their words, and the readings of a query they are held against."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from .documents import folded
from .expansions import OtherName


@dataclass(slots=True)
class Hit:
    """A candidate with its words, as the engine stores them: joined by single blanks."""

    key: str
    title: str
    body: str
    marks: frozenset[str] = frozenset()
    day: datetime.date | None = None
    score: float = 0.0
    variant: "Variant | None" = None
    """The reading of the query that fits it best."""
    is_phrase: bool = False
    """Whether it holds that reading as one phrase."""
    plain_title: str = ""
    plain_body: str = ""
    """The same folded, which stores keep and give: folding takes longer than ranking."""

    def __post_init__(self) -> None:
        self.plain_title = self.plain_title or _folded(self.title)
        self.plain_body = self.plain_body or _folded(self.body)


@dataclass(frozen=True)
class Variant:
    """One reading of the query. `penalty` is taken from the score of what only it finds."""

    words: tuple[str, ...]
    penalty: float = 0.0
    is_repair: bool = False
    reason: OtherName | None = None
    """The other name it says, of which the visitor is told; None for other spellings."""
    names: tuple[range, ...] = ()
    """Where its words are one name, which texts must hold as a phrase."""

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return tuple(map(folded, self.words))

    @property
    def folded_names(self) -> list[tuple[str, ...]]:
        return [self.folded[name.start : name.stop] for name in self.names]

    @cached_property
    def is_plain(self) -> bool:
        """Typed without any accent, so that accents in texts mean nothing."""
        return self.words == self.folded

    @cached_property
    def phrase(self) -> str:
        return f" {' '.join(self.words)} "

    @cached_property
    def folded_phrase(self) -> str:
        return f" {' '.join(self.folded)} "


def phrases_held(hits: Iterable[Hit], variants: Sequence[Variant]) -> list[Variant]:
    """Those of the readings that one of the texts holds as a phrase, with any accents."""
    held: dict[Variant, None] = {}
    for hit in hits:
        texts = f" {hit.plain_title} ", f" {hit.plain_body} "
        for variant in variants:
            if any(variant.folded_phrase in text for text in texts):
                held[variant] = None
    return list(held)


def spelt_in(hits: Sequence[Hit], variant: Variant, typed: Sequence[str]) -> Sequence[str]:
    """The words of the reading as the first text spells them that has them side by side.

    Where none has, each with the accents that were typed if texts have it so, or else as they most
    often spell it; as it is where they do not have it.
    """
    texts = [
        (f" {plain} ", text)
        for hit in hits
        for plain, text in ((hit.plain_title, hit.title), (hit.plain_body, hit.body))
    ]
    for plain, text in texts:
        before, found, _ = plain.partition(variant.folded_phrase)
        if found:
            first = len(before.split())
            return text.split()[first : first + len(variant.words)]
    return [_likeliest_spelling(word, typed, hits) for word in variant.words]


def _likeliest_spelling(word: str, typed: Sequence[str], hits: Sequence[Hit]) -> str:
    plain = folded(word)
    spellings = Counter(
        each
        for hit in hits
        for text in (hit.title, hit.body)
        for each in text.split()
        if folded(each) == plain
    )
    meant = [each for each in typed if each in spellings and each != plain]
    return max(meant or spellings, key=spellings.__getitem__, default=word)


def _folded(text: str) -> str:
    return " ".join(map(folded, text.split()))
