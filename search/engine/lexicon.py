"""The words the site's public texts hold, and how many hold each: what a query is weighed by.

Counts are kept in the database and change with the texts, see `counting`. Only the list for undoing
slips is kept in memory, because looking for near words takes thousands of look-ups; it may be
minutes old.
"""

import math
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db import connections
from django.db.models import QuerySet

from search.models import IndexedDocument, Term
from search.vietnamese.analysis import folded_tokens
from search.vietnamese.slips import SlipIndex

from .counting import LONGEST

EXACT, FOLDED, PAIR = (kind.value for kind in Term.Kind)
Key = tuple[str, str]

MEMORY_LASTS = 600  # seconds
MANY = 10_000  # documents; what is written in a minute changes no weight that anybody could tell
NUMBER_LASTS = 60
FEWEST_DOCUMENTS = 2  # a word of one text alone is as likely a slip itself
AT_ONCE = 500
LONGEST_NAME = 10  # words of a name that is abbreviated
MOST_ACRONYMS = 30
EXPLAINED = (
    'SELECT short, "full" FROM search_indexedacronym AS acronym'
    " JOIN search_indexeddocument AS document ON document.id = acronym.document_id"
    f" WHERE (short_key IN ({{0}}) OR full_key IN ({{0}})) AND document.is_counted IS NOT NULL"
    f' GROUP BY short, "full" ORDER BY count(*) DESC LIMIT {MOST_ACRONYMS}'
)


@dataclass
class Lexicon:
    """Counts for one query, each asked for once."""

    using: str
    _known: dict[Key, int] = field(default_factory=dict)

    @cached_property
    def documents(self) -> int:
        """How many of them the public sees, at least one."""
        return max(_number_of_documents(self.using), 1)

    def learn(self, keys: Iterable[Key]) -> None:
        """Ask for many counts together."""
        wanted = [key for key in dict.fromkeys(keys) if key not in self._known]
        self._known.update((key, 0) for key in wanted)
        stored = [key for key in wanted if len(key[1]) <= LONGEST]
        for start in range(0, len(stored), AT_ONCE):
            for kind, text, count in self._stored(stored[start : start + AT_ONCE]):
                self._known[kind, text] = max(count, 0)

    def exact(self, word: str) -> int:
        return self._count((EXACT, word))

    def folded(self, word: str) -> int:
        return self._count((FOLDED, word))

    def pair(self, one: str, other: str) -> int:
        """How many texts hold the two folded words side by side."""
        return self._count((PAIR, f"{one} {other}"))

    def weight(self, count: int) -> float:
        """How much it says that a document holds what `count` documents hold (BM25's idf)."""
        return math.log(1 + (self.documents - count + 0.5) / (count + 0.5))

    def near(self, word: str, slips: int = 1) -> list[tuple[str, float]]:
        """Known folded words that may have been meant, with how unlikely the slip is."""
        index = _remembered.get(self.using)
        return [(slip.word, slip.cost) for slip in index.within(word, slips)]

    def acronyms(self, words: Sequence[str]) -> dict[str, list[str]]:
        """What texts explain of the abbreviations and the full names among folded words.

        By abbreviation as written; its meanings, the commonest first.
        """
        keys = {
            "".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
        }
        listed = ", ".join(["%s"] * len(keys))
        found: dict[str, list[str]] = {}
        with connections[self.using].cursor() as cursor:
            cursor.execute(EXPLAINED.format(listed), [*keys, *keys])
            for short, full in cursor.fetchall():
                found.setdefault(short, []).append(full)
        return found

    def _stored(self, keys: Sequence[Key]) -> list[tuple[str, str, int]]:
        """Kind, text and count of those that are stored, in one statement."""
        texts: dict[str, list[str]] = {}
        for kind, text in keys:
            texts.setdefault(kind, []).append(text)
        statement = " UNION ALL ".join(
            "SELECT kind, text, documents FROM search_term WHERE kind = %s"
            f" AND text IN ({', '.join(['%s'] * len(some))})"
            for some in texts.values()
        )
        with connections[self.using].cursor() as cursor:
            cursor.execute(statement, [word for kind in texts for word in (kind, *texts[kind])])
            return cursor.fetchall()

    def _count(self, key: Key) -> int:
        if key not in self._known:
            self.learn([key])
        return self._known[key]


def acronym_key(text: str) -> str:
    return "".join(folded_tokens(text))


def _public_documents(using: str) -> QuerySet:
    return IndexedDocument.objects.using(using).filter(is_counted__isnull=False)


class _Remembered:
    """One slip index per database, read again when it is old."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._indexes: dict[str, tuple[float, SlipIndex]] = {}

    def get(self, using: str) -> SlipIndex:
        read_at, index = self._indexes.get(using, (0.0, None))
        if index is not None and time.monotonic() - read_at < MEMORY_LASTS:
            return index
        with self._lock:
            again = self._indexes.get(using)
            if again is None or again[0] == read_at:
                self._indexes[using] = (time.monotonic(), _read_words(using))
        return self._indexes[using][1]

    def forget(self) -> None:
        self._indexes.clear()


_remembered = _Remembered()


def forget_words() -> None:
    """Read the list for slips again when it is next needed."""
    _remembered.forget()


_numbers: dict[str, tuple[float, int]] = {}


def _number_of_documents(using: str) -> int:
    """To count a hundred thousand takes as long as all else that is asked of some words."""
    counted_at, number = _numbers.get(using, (0.0, 0))
    if number < MANY or time.monotonic() - counted_at >= NUMBER_LASTS:
        number = _public_documents(using).count()
        _numbers[using] = time.monotonic(), number
    return number


def _read_words(using: str) -> SlipIndex:
    """All words of several texts; of few texts even those of one."""
    known = Term.objects.using(using).filter(kind=FOLDED)
    few = _number_of_documents(using) < 1000
    words = known.filter(documents__gte=1 if few else FEWEST_DOCUMENTS)
    return SlipIndex(
        word for word in words.values_list("text", flat=True) if word.isascii() and word.isalpha()
    )
