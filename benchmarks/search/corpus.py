"""Which texts hold which words: the judge of every query, independent of any search engine."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from search.vietnamese.analysis import tokens
from search.vietnamese.normalise import fold
from search.vietnamese.spelling import canonical

from .texts import Text

_BETWEEN_TITLE_AND_BODY = " ¶ "
_TOGETHER_AT_LEAST = 3
_COHESION_OF_A_WORD = 0.015

# They stand beside anything, so they never are half of a word that means something.
PARTICLES = frozenset(
    """
    và hay hoặc nhưng mà thì là của ở tại trong ngoài trên dưới với cho để vì do bởi nên nếu khi
    các những mọi mỗi một hai ba này đó kia ấy đây nào gì ai đã đang sẽ vẫn còn cũng lại rồi được
    bị có không chưa từ đến tới vào ra lên xuống về theo như rất hơn nhất cùng người ông bà anh chị em
    """.split()
)


@lru_cache(maxsize=131_072)
def comparable(word: str) -> str:
    """Two spellings of one word are equal (hoà and hòa, kỷ and kỉ), other accents are not."""
    return canonical(word)


@lru_cache(maxsize=131_072)
def folded(word: str) -> str:
    return fold(comparable(word))


class Corpus:
    """The texts by number, and the numbers of those that hold a word or a phrase."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self._exact: list[str] = []
        self._folded: list[str] = []
        self._titles: list[str] = []
        self._with: dict[str, set[int]] = defaultdict(set)
        self._with_folded: dict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(texts):
            self._add(number, text)
        self._phrase = cache(self._texts_with_phrase)
        self._neighbours = self._count_neighbours()

    def _add(self, number: int, text: Text) -> None:
        title, body = (
            [comparable(word) for word in tokens(part)] for part in (text.title, text.body)
        )
        self._titles.append(f" {' '.join(title)} ")
        self._exact.append(_line(title, body))
        self._folded.append(_line(map(folded, title), map(folded, body)))
        for word in {*title, *body}:
            self._with[word].add(number)
            self._with_folded[folded(word)].add(number)

    def with_word(self, word: str) -> set[int]:
        """Numbers of the texts that hold the word, accents and all."""
        return self._with.get(comparable(word), set())

    def share_with(self, word: str) -> float:
        return len(self.with_word(word)) / len(self.texts)

    def with_phrase(self, words: Sequence[str]) -> frozenset[int]:
        """Numbers of the texts that hold the words side by side, accents and all."""
        return self._phrase(tuple(map(comparable, words)), exact=True)

    def with_folded_phrase(self, words: Sequence[str]) -> frozenset[int]:
        """The same with whatever accents."""
        return self._phrase(tuple(map(folded, words)), exact=False)

    def with_phrases(self, phrases: Iterable[Sequence[str]]) -> frozenset[int]:
        """Numbers of the texts that hold every one of the phrases."""
        return frozenset.intersection(*map(self.with_phrase, phrases))

    def in_title(self, words: Sequence[str]) -> frozenset[int]:
        """Those of `with_phrase` that hold it in their title."""
        phrase = f" {' '.join(map(comparable, words))} "
        return frozenset(n for n in self.with_phrase(words) if phrase in self._titles[n])

    def ids(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.texts[number].id for number in sorted(numbers))

    def belong_together(self, first: str, second: str) -> bool:
        """Whether two neighbours make one word, judged by how often they stand together."""
        return self.cohesion(first, second) >= _COHESION_OF_A_WORD

    def cohesion(self, first: str, second: str) -> float:
        """From 0 for two words that never meet to 1 for two that are never apart."""
        if PARTICLES & {first, second} or not (first.isalpha() and second.isalpha()):
            return 0
        both = self._neighbours.get((comparable(first), comparable(second)), 0)
        return both**2 / (len(self.with_word(first)) * len(self.with_word(second))) if both else 0

    def _count_neighbours(self) -> dict[tuple[str, str], int]:
        """How many texts hold the two side by side; pairs that few hold are left out."""
        count: Counter[tuple[str, str]] = Counter()
        for line in self._exact:
            count.update(set(pairwise(line.split())))
        return {pair: texts for pair, texts in count.items() if texts >= _TOGETHER_AT_LEAST}

    def _texts_with_phrase(self, words: tuple[str, ...], exact: bool) -> frozenset[int]:
        index, lines = (self._with, self._exact) if exact else (self._with_folded, self._folded)
        by_rarity = sorted((index.get(word, set()) for word in words), key=len)
        phrase = f" {' '.join(words)} "
        return frozenset(
            number for number in set.intersection(*by_rarity) if phrase in lines[number]
        )


def _line(title: Iterable[str], body: Iterable[str]) -> str:
    return f" {' '.join(title)}{_BETWEEN_TITLE_AND_BODY}{' '.join(body)} "
