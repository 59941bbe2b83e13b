"""The engine inside PostgreSQL: one text-search vector per document, made of our own words.

Its lexemes are exact words behind "=", folded words as they are, and marks; both forms of a word
stand at the same place, so phrases work for either. Each two adjacent folded words are a lexeme too,
and each folded word of a title behind "^": for words side by side, and for those of a title, PostgreSQL
must look into every vector that holds them, which took most of the time. No text-search
configuration is used: it would take words apart its own way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from django.db import connections
from django.db.models import F, FloatField, QuerySet
from django.db.models.expressions import RawSQL

from search.engine.counting import TermCounts
from search.engine.documents import Document, folded
from search.engine.expressions import (
    All,
    Any,
    Beginning,
    Expression,
    Mark,
    Words,
    asks_for_names,
)
from search.remembering import remembered_now

from .rows import RowSearchBackend
from .words_table import ADDED_TO_WHAT_IS_THERE, Condition, WordsTable

# A vector counts places up to this one, and remembers at most 255 of a word.
LAST_PLACE = 16_383
MOST_PLACES = 255
BETWEEN_TITLE_AND_BODY = 64  # no phrase runs from the one into the other
MOST_BYTES = 900_000  # of a vector of at most 1 MiB
RANKED_OF_MANY = 1_500
COLUMNS = (
    *("document_id", "title", "body", "marks", "words", "beginnings"),
    *("title_folded", "body_folded"),
)
_EXCHANGED = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS[1:])
# Of a rebuild most are not: to sort the words of one into the index takes longer than all the rest.
_IS_CHANGED = " IS DISTINCT FROM ".join(
    f"({', '.join(f'{row}.{name}' for name in COLUMNS[1:])})" for row in ("search_text", "excluded")
)
# What a match in the body (D) and in the title (A) counts.
RANK = "ts_rank('{{0.1, 0.1, 0.1, 1.0}}', search_text.{}, %s::tsquery, 1)"


class PostgreSQLWords(WordsTable):
    number = "document_id"
    counted_at_once = 2_000  # they share most words, and each word is written once
    order_of_characters = "C"
    weighed_part = (
        "SELECT number, %s::float AS weight FROM search_texts_holding(%s::tsquery) AS number"
    )

    def __init__(self, using: str) -> None:
        super().__init__(using)
        self._known: dict[Expression, set[int]] = {}
        """All documents that hold what was ranked."""

    def write(self, documents: Mapping[int, Document]) -> None:
        rows = [
            (
                number,
                " ".join(each.title),
                " ".join(each.body),
                " ".join(each.marks),
                vector(each),
                " ".join(map(_quoted, each.beginnings)),
                " ".join(map(folded, each.title)),
                " ".join(map(folded, each.body)),
            )
            for number, each in documents.items()
        ]
        with connections[self.using].cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO search_text ({', '.join(COLUMNS)})"
                " VALUES (%s, %s, %s, %s, %s::tsvector, %s::tsvector, %s, %s)"
                f" ON CONFLICT (document_id) DO UPDATE SET {_EXCHANGED} WHERE {_IS_CHANGED}",
                rows,
            )
            # The words of all of them at once, or every search would read them one by one.
            cursor.execute("SELECT gin_clean_pending_list('search_text_words')")

    def delete(self, numbers: Sequence[int]) -> None:
        self.run("DELETE FROM search_text WHERE document_id = ANY(%s)", [list(numbers)])

    def tidy(self, wholly: bool = False) -> None:
        """PostgreSQL does it by itself."""

    def among(self, column: str, numbers: Iterable[int], *statements: Condition) -> Condition:
        """By numbers alone: PostgreSQL sees how many there are, and how best to look for them.

        As one text, which is made in a tenth of the time of a list.
        """
        every = {*numbers}.union(*map(self._given, statements))
        listed = f"{{{','.join(map(str, every))}}}"
        return Condition(f"{column} = ANY(%s::bigint[])", [listed])

    def add_counts(self, counts: TermCounts) -> None:
        """In one statement: of a hundred texts there are some ten thousand terms."""
        rows = counts.in_order()
        self.run(
            "INSERT INTO search_term (kind, text, documents)"
            " SELECT * FROM unnest(%s::text[], %s::text[], %s::int[])" + ADDED_TO_WHAT_IS_THERE,
            [[row[place] for row in rows] for place in range(3)],
        )

    def asked(self, expression: Expression) -> str:
        return query(expression)

    def matching(self, expression: Expression) -> Condition:
        return Condition(
            f"SELECT document_id FROM {_holding(expression)}(%s::tsquery) AS document_id",
            [self.asked(expression)],
        )

    def _given(self, statement: Condition) -> list[int]:
        """Its numbers; of a request for several kinds of things they are asked for once."""
        name = f"{self.using} {statement.sql} {statement.parameters}"
        return remembered_now(name, lambda: self.numbers(statement.sql, statement.parameters))

    def held(self, expression: Expression, known: Sequence[int]) -> set[int]:
        if expression in self._known:
            return self._known[expression]
        within = self.among(self.number, known)
        asked = self.matching(expression)
        return set(
            self.numbers(f"{asked.sql} WHERE {within.sql}", [*asked.parameters, *within.parameters])
        )

    def ranked(self, expression: Expression, few: int) -> tuple[list[int], bool]:
        numbers = sorted(self._given(self.matching(expression)), reverse=True)
        if len(numbers) <= few:
            return numbers, True
        self._known[expression] = every = set(numbers)
        titled = self._titled(expression, every)
        # Ranking reads whole vectors; of very many documents only some are worth it.
        some = list(dict.fromkeys([*titled, *numbers]))[:RANKED_OF_MANY]
        within = self.among(self.number, some)
        ranked = self.numbers(
            f"SELECT document_id FROM search_text WHERE {within.sql}"
            f" ORDER BY {_rank(expression)} DESC, document_id DESC",
            [*within.parameters, self.asked(expression)],
        )
        # A title counts little in a long text, and would be lost among short ones.
        return sorted(ranked, key=lambda number: number not in titled), len(some) == len(numbers)

    def _titled(self, expression: Expression, numbers: set[int]) -> dict[int, None]:
        """Those that are called so, however old: the shortest names, half of what is ranked."""
        if not (title := title_query(expression)):
            return {}
        called = self.numbers(
            "SELECT document_id FROM search_text WHERE document_id IN"
            " (SELECT search_beginnings_holding(%s::tsquery))"
            " ORDER BY length(title), document_id DESC",
            [title],
        )
        found = [number for number in called if number in numbers]
        return dict.fromkeys(found[: RANKED_OF_MANY // 2])

    def ordered(self, documents: QuerySet, expression: Expression) -> QuerySet:
        asked, matching = self.asked(expression), self.matching(expression)
        rank = RawSQL(
            f"SELECT {_rank(expression)} FROM search_text WHERE document_id = search_indexeddocument.id",
            [asked],
            output_field=FloatField(),
        )
        return (
            documents.filter(pk__in=RawSQL(matching.sql, matching.parameters))
            .annotate(rank=rank)
            .order_by(F("rank").desc(), "-pk")
        )


class SearchBackend(RowSearchBackend):
    table_class = PostgreSQLWords


def query(expression: Expression) -> str:
    """The expression as a tsquery."""
    if isinstance(expression, (All, Any)):
        joint = " & " if isinstance(expression, All) else " | "
        return f"({joint.join(map(query, expression.parts))})"
    if isinstance(expression, Words):
        return f"({' & '.join(_words_asked(expression))})"
    if isinstance(expression, Mark):
        return _quoted(expression.text)
    if isinstance(expression, Beginning):
        return _quoted(expression.letters) + ("" if expression.whole else ":*")
    raise TypeError(f"{expression!r} holds a negation.")


def title_query(expression: Expression) -> str:
    """What the names of documents hold of it, for there words are folded and have no order."""
    if isinstance(expression, All):
        parts = [part for part in map(title_query, expression.parts) if part]
        return f"({' & '.join(parts)})" if parts else ""
    if isinstance(expression, Any):
        parts = list(map(title_query, expression.parts))
        return f"({' | '.join(parts)})" if all(parts) else ""
    if isinstance(expression, Words):
        return f"({' & '.join(_quoted(folded(word)) for word in expression.words)})"
    return ""


def _words_asked(asked: Words) -> Iterator[str]:
    """First what the index alone knows, and only what holds all of that is looked into."""
    plain = list(map(folded, asked.words))
    pairs = list(_pairs(plain))
    known = pairs + (list(_titled(plain)) if asked.in_title else [])
    yield from map(_quoted, dict.fromkeys(known))
    if asked.folded and len(known) == 1:
        return
    sign = "" if asked.folded else "="
    weight = ":A" if asked.in_title else ""
    phrase = " <-> ".join(_quoted(sign + word) + weight for word in asked.words)
    yield f"({phrase})" if pairs else phrase


def _pairs(plain: Sequence[str]) -> Iterator[str]:
    """Each two adjacent folded words: a lexeme of its own, with a blank in it."""
    return (f"{one} {other}" for one, other in pairwise(plain))


def _titled(plain: Iterable[str]) -> Iterator[str]:
    """Each folded word of a title: a lexeme of its own."""
    return (f"^{word}" for word in plain)


def vector(document: Document) -> str:
    """The words of a document as a tsvector, those of its title, and each two that are adjacent.

    Of a text that is too long for one, pairs are left out first.
    """
    places: dict[str, list[str]] = {}
    _place(places, document.title, 1, "A")
    _place(places, document.body, len(document.title) + BETWEEN_TITLE_AND_BODY, "")
    title, body = list(map(folded, document.title)), list(map(folded, document.body))
    lexemes = list(map(_quoted, {*_titled(title)}))
    lexemes += (
        _quoted(word) + ":" + ",".join(found[:MOST_PLACES]) for word, found in places.items()
    )
    lexemes += map(_quoted, document.marks)
    lexemes += map(_quoted, {*_pairs(title), *_pairs(body)})
    return " ".join(_fitting(lexemes))


def _place(places: dict[str, list[str]], words: Sequence[str], first: int, weight: str) -> None:
    for place, word in enumerate(words, start=first):
        written = f"{min(place, LAST_PLACE)}{weight}"
        for lexeme in ("=" + word, folded(word)):
            found = places.setdefault(lexeme, [])
            if not found or found[-1] != written:
                found.append(written)


def _fitting(lexemes: Iterable[str]) -> Iterable[str]:
    size = 0
    for lexeme in lexemes:
        size += len(lexeme.encode()) + 8
        if size > MOST_BYTES:
            return
        yield lexeme


def _holding(expression: Expression) -> str:
    """The function that looks it up."""
    named = asks_for_names(expression)
    return "search_beginnings_holding" if named else "search_texts_holding"


def _rank(expression: Expression) -> str:
    """Of names that are typed, by the names: to read the texts for it took most of the time."""
    return RANK.format("beginnings" if asks_for_names(expression) else "words")


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
