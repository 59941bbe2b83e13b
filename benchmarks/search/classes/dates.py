"""Days, written one way in a text and another way in the query; and years amid other words."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from search.vietnamese.analysis import tokens
from search.vietnamese.normalise import strip_accents

from ..corpus import Corpus
from ..phrases import pieces
from ..query import MOST_WANTED, Query
from .keywords import words_of

_IN_FIGURES = r"(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)"
_IN_WORDS = r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}),? năm (?P<year>(?:19|20)\d\d)"
_WRITTEN = tuple(re.compile(rf"(?<![\w/.-]){way}(?![\w/-])") for way in (_IN_FIGURES, _IN_WORDS))
_NEAR = 150
_YEAR_AMID_WORDS = re.compile(r"(?:[^\W\d_]+ ){2,3}năm (?:19|20)\d\d(?: [^\W\d_]+){0,2}")
_DRAWS = 20_000


def other_spelling(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    """The day alone where few texts name it, else with words that stand near it."""

    def rarity(word: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
        return len(corpus.with_phrase(word)), word

    days = _days(corpus)
    places = [(day, number) for day in sorted(days) for number in sorted(days[day])]
    chance.shuffle(places)
    for day, number in places:
        spellings = [each for each in _spellings(day) if number not in _with(corpus, each)]
        if not spellings:
            continue
        spelling = chance.choice(spellings)
        if len(days[day]) <= MOST_WANTED and chance.random() < 0.5:
            yield Query(spelling, corpus.ids(days[day]))
        elif near := _words_near(corpus, number, days[day][number]):
            word = chance.choice(sorted(set(near), key=rarity)[:3])
            found = corpus.with_phrase(word) & days[day].keys()
            if 0 < len(found) <= MOST_WANTED:
                yield Query(f"{' '.join(word)} {spelling}", corpus.ids(found))


def years_amid_words(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    """As they stand in a text, half of them without accents."""
    for _ in range(_DRAWS):
        text = corpus.texts[chance.randrange(len(corpus.texts))]
        written = _YEAR_AMID_WORDS.findall(f"{text.title}\n{text.body}")
        if not written:
            continue
        words = chance.choice(written)
        if chance.random() < 0.5:
            found = corpus.with_phrase(tokens(words))
        else:
            found = corpus.with_folded_phrase(tokens(words))
            words = strip_accents(words)
        if 0 < len(found) <= MOST_WANTED:
            yield Query(words, corpus.ids(found))


def _days(corpus: Corpus) -> dict[date, dict[int, int]]:
    """For each day the numbers of the texts that name it, and where in the text."""
    found: dict[date, dict[int, int]] = defaultdict(dict)
    for number in range(len(corpus.texts)):
        for pattern in _WRITTEN:
            for match in pattern.finditer(_whole(corpus, number)):
                if day := _day(match):
                    found[day].setdefault(number, match.start())
    return found


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _spellings(day: date) -> list[str]:
    d, m, y = day.day, day.month, day.year
    return [
        f"{d:02}/{m:02}/{y}",
        f"{d}/{m}/{y}",
        f"{d}-{m}-{y}",
        f"{d}.{m}.{y}",
        f"ngày {d} tháng {m} năm {y}",
        f"ngay {d} thang {m} nam {y}",
        f"{d} tháng {m} {y}",
    ]


def _with(corpus: Corpus, spelling: str) -> frozenset[int]:
    words = [word for word in tokens(spelling) if word not in ("ngày", "ngay")]
    return corpus.with_folded_phrase(words)


def _words_near(corpus: Corpus, number: int, place: int) -> list[tuple[str, ...]]:
    near = _whole(corpus, number)[max(place - _NEAR, 0) : place + _NEAR]
    # Without the first and the last piece, which may be cut in the middle of a word.
    return [word for piece in pieces(near)[1:-1] for word in words_of(corpus, piece)]


def _whole(corpus: Corpus, number: int) -> str:
    return f"{corpus.texts[number].title}\n{corpus.texts[number].body}"
