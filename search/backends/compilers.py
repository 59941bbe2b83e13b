"""Wagtail's queries and free text as what an engine is asked, and its answers put in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import router
from django.db.models import Model, QuerySet
from django.utils import timezone
from modelsearch.backends.base import BaseSearchQueryCompiler
from wagtail.search.query import (
    And,
    Boost,
    Fuzzy,
    MatchAll,
    Not,
    Or,
    Phrase,
    PlainText,
    SearchQuery,
)

from search.engine.answers import Answer
from search.engine.documents import folded
from search.engine.expressions import (
    EVERYTHING,
    NOTHING,
    Beginning,
    Expression,
    Words,
    all_of,
    any_of,
    none_of,
)
from search.engine.hits import Hit, Variant
from search.engine.lexicon import Lexicon
from search.engine.ranking import Ranker
from search.engine.store import Store
from search.engine.understanding import MOST_CHARACTERS, MOST_WORDS, read_words, with_abbreviations
from search.engine.widening import keys_of
from search.models import IndexedDocument
from search.remembering import remembered_now
from search.vietnamese.analysis import tokens
from search.vietnamese.keyboard import could_be_keys, decode_beginning

if TYPE_CHECKING:
    from .base import SearchBackend

RANKED = 100
RANKED_WHILE_TYPING = 40
LAST_WORD_READINGS = 6


class QueryCompiler(BaseSearchQueryCompiler):
    """`chosen` narrows to values of facets; `newest_first` orders by the time of the document."""

    HANDLES_ORDER_BY_EXPRESSIONS = True
    degraded = False
    ranked = RANKED
    """How many of the best are ranked on their words."""
    backend: "SearchBackend"
    """Given by the backend itself, once Wagtail has made the compiler."""

    def __init__(
        self,
        queryset: QuerySet,
        query: Any,
        fields: Sequence[str] | None = None,
        operator: str | None = None,
        order_by_relevance: bool = True,
        chosen: Mapping[str, str] | None = None,
        newest_first: bool = False,
        as_typed: bool = False,
    ) -> None:
        is_free = isinstance(query, str) and operator is None and fields is None and not as_typed
        self.free_text = query if is_free else None
        super().__init__(queryset, query, fields, operator or "and", order_by_relevance)
        self.chosen, self.newest_first = dict(chosen or {}), newest_first
        self.as_typed = as_typed

    def check(self) -> None:
        """Filters need no FilterField: what an engine cannot filter by, the database filters."""

    # --- What is asked ---------------------------------------------------------------------------

    @cached_property
    def store(self) -> Store:
        return self.backend.store_for(self)

    @property
    def using(self) -> str:
        return router.db_for_read(IndexedDocument)

    @cached_property
    def lexicon(self) -> Lexicon:
        """One for all searches of a request: they are mostly for the same words."""
        return remembered_now(f"lexicon {self.using}", lambda: Lexicon(self.using))

    @cached_property
    def answer(self) -> Answer | None:
        """To a text typed freely; None where the query says exactly what it means."""
        if self.free_text is None:
            return None
        return Answer(self.free_text, self._unnarrowed().store, timezone.localdate())

    def _unnarrowed(self) -> "QueryCompiler":
        """The same search with nothing chosen of facets: it decides what belongs to the answer.

        Few answers with a chosen value are no reason to look for looser ones, or a value would
        have other answers than were counted when it was offered.
        """
        if not self.chosen:
            return self
        whole = type(self)(self.queryset, self.free_text)
        whole.backend = self.backend
        return whole

    @cached_property
    def expression(self) -> Expression:
        return self.answer.expression if self.answer else self.compile(self.query)

    @property
    def _is_ranked(self) -> bool:
        """Whether the best are to stand first, and there are words to tell them by."""
        if self.newest_first or not self.order_by_relevance:
            return False
        return self.answer is not None or bool(self.asked_words)

    @cached_property
    def head(self) -> list[Hit]:
        """The best, ranked on their words."""
        if not self._is_ranked:
            return []
        if self.answer and self.chosen:
            return self.answer.rank(self.store.best(self.answer.expression, self.ranked))
        if self.answer:
            return self.answer.head
        return self.rank(self.store.best(self.expression, self.ranked))

    def rank(self, hits: Sequence[Hit]) -> list[Hit]:
        """By the words of a query that says exactly what it means."""
        if not hits:
            return []
        asked = Variant(self.asked_words)
        self.lexicon.learn(keys_of(asked))
        return Ranker([asked], self.lexicon, today=timezone.localdate()).rank(hits)

    @property
    def tail(self) -> Expression:
        """What goes on behind the best, in the order of the engine."""
        return self.expression

    def compile(self, query: SearchQuery) -> Expression:
        """The expression of one of Wagtail's query objects."""
        if isinstance(query, MatchAll):
            return EVERYTHING
        if isinstance(query, And):
            return all_of(map(self.compile, query.subqueries))
        if isinstance(query, Or):
            return any_of(map(self.compile, query.subqueries))
        if isinstance(query, Not):
            return none_of(self.compile(query.subquery))
        if isinstance(query, Boost):
            return self.compile(query.subquery)
        if isinstance(query, Phrase):
            phrase = _tokens(query.query_string)
            return self.phrase(phrase) if phrase else NOTHING
        if isinstance(query, Fuzzy):
            return self._join(query.operator, map(self.fuzzy, _tokens(query.query_string)))
        if isinstance(query, PlainText):
            return self._join(query.operator, self.words(self._read(query)))
        raise NotImplementedError(f"{type(query).__name__} is no query this engine knows.")

    def _read(self, query: PlainText) -> Sequence[str]:
        """Its words, keys decoded unless they are meant exactly as they were typed."""
        typed = _tokens(query.query_string)
        return typed if self.as_typed else read_words(typed, self.lexicon)

    def words(self, words: Sequence[str]) -> Iterator[Expression]:
        """Each of the words, with or without the accents that were left out."""
        for word in words:
            yield self._word(word)

    def phrase(self, words: Sequence[str]) -> Expression:
        plain = tuple(map(folded, words))
        if plain == tuple(words):
            return Words(plain, folded=True, in_title=self.in_title)
        return Words(tuple(words), in_title=self.in_title)

    def fuzzy(self, word: str) -> Expression:
        near = [meant for meant, _ in self.lexicon.near(folded(word))]
        return any_of(
            Words((each,), folded=True, in_title=self.in_title) for each in [folded(word), *near]
        )

    @cached_property
    def in_title(self) -> bool:
        """Whether only what objects are called by is searched."""
        if self.fields is None:
            return False
        title = {"title"} | {
            field.field_name
            for field in self.queryset.model.get_searchable_search_fields()
            if (field.boost or 1) > 1
        }
        return set(self.fields) <= title

    def _word(self, word: str) -> Expression:
        plain = folded(word)
        is_exact = word != plain and (self.as_typed or self.lexicon.exact(word))
        words = (word,) if is_exact else (plain,)
        return Words(words, folded=not is_exact, in_title=self.in_title)

    def _join(self, operator: str, parts: Iterable[Expression]) -> Expression:
        """Nothing where there is no word."""
        asked = list(parts)
        if not asked:
            return NOTHING
        return any_of(asked) if operator == "or" else all_of(asked)

    def share(self, other: "QueryCompiler") -> None:
        """Take over what the other found for the same words among the same objects."""
        self.backend, self.degraded = other.backend, other.degraded
        self.__dict__ |= other.found_out()

    def found_out(self) -> dict[str, Any]:
        """All that was found out so far, by the names of the properties that hold it."""
        own = type(self)
        return {
            name: found
            for name, found in self.__dict__.items()
            if isinstance(getattr(own, name, None), cached_property)
        }

    # --- What is given ---------------------------------------------------------------------------

    def keys(self, start: int, stop: int | None) -> list[str]:
        """The primary keys of a slice of the answer: the head, then the rest without it."""
        head = [hit.key for hit in self.head]
        found = head[start:stop]
        is_all = self._is_ranked and self.answer is None and len(head) < self.ranked
        if not is_all and (stop is None or stop > len(head)):
            after = max(start - len(head), 0)
            last = None if stop is None else stop - len(head)
            found += self.store.keys(self.tail, after, last, head, self.newest_first)
        return found

    def score(self, key: str) -> float | None:
        found = self._ranked(key)
        return found.score if found else None

    @cached_property
    def asked_words(self) -> tuple[str, ...]:
        """The words asked for, to rank and to mark by."""
        if self.answer:
            return self.answer.understanding.words
        return tuple(dict.fromkeys(self._words_of(self.query)))

    def _words_of(self, query: SearchQuery) -> Iterator[str]:
        """Not those behind a Not."""
        if isinstance(query, PlainText):
            yield from self._read(query)
        elif isinstance(query, (Phrase, Fuzzy)):
            yield from _tokens(query.query_string)
        elif isinstance(query, (And, Or)):
            for part in query.subqueries:
                yield from self._words_of(part)
        elif isinstance(query, Boost):
            yield from self._words_of(query.subquery)

    def reading_of(self, key: str) -> Variant | None:
        """By which that object was found, if it was ranked: perhaps another spelling."""
        found = self._ranked(key)
        return found.variant if found else None

    def _ranked(self, key: str) -> Hit | None:
        return next((hit for hit in self.head if hit.key == key), None)


class AutocompleteQueryCompiler(QueryCompiler):
    """Looks where names begin; the last word may be unfinished.

    The admin searches pages this way, and an editor remembers what stood in a text: below the few
    names that have all the words stand texts that have them, but for `names_only`.
    """

    ranked = RANKED_WHILE_TYPING

    def __init__(self, *args: Any, names_only: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.free_text = None
        self.names_only = names_only or self.fields is not None

    @cached_property
    def expression(self) -> Expression:
        return any_of([self._named, self._in_texts])

    @cached_property
    def head(self) -> list[Hit]:
        """Names first, though a text may have the words more often."""
        if not self._is_ranked:
            return []
        texts = self.rank(self.store.best(self._in_texts, self.ranked))
        named = {hit.key for hit in self._hits_named}
        return self.rank(self._hits_named) + [hit for hit in texts if hit.key not in named]

    @property
    def tail(self) -> Expression:
        is_of_texts = self._is_ranked and self._in_texts != NOTHING
        return self._in_texts if is_of_texts else self.expression

    @cached_property
    def _named(self) -> Expression:
        return self.compile(self.query)

    @cached_property
    def _hits_named(self) -> list[Hit]:
        return self.store.best(self._named, self.ranked)

    @cached_property
    def _in_texts(self) -> Expression:
        """Nothing while names alone fill the pages that anybody looks at."""
        if self.names_only or len(self._hits_named) == self.ranked:
            return NOTHING
        texts = self.backend.query_compiler_class(self.queryset, self.query)
        texts.backend = self.backend
        return texts.compile(self.query)

    def words(self, words: Sequence[str]) -> Iterator[Expression]:
        for word in words[:-1]:
            yield Beginning(folded(word), whole=True)
        for word in words[-1:]:
            yield any_of(Beginning(letters) for letters in _readings_of_beginning(word))

    def compile(self, query: SearchQuery) -> Expression:
        if isinstance(query, PlainText):
            typed = _tokens(query.query_string)
            words = (*read_words(typed[:-1], self.lexicon), *typed[-1:])
            ways = (words, *with_abbreviations(words))
            return any_of(self._join(query.operator, self.words(each)) for each in ways)
        return super().compile(query)

    def phrase(self, words: Sequence[str]) -> Expression:
        return all_of(Beginning(folded(word), whole=True) for word in words)

    def fuzzy(self, word: str) -> Expression:
        return Beginning(folded(word))


def primary_key_field(model: type[Model]) -> Any:
    """The field that holds the key itself: of a page type, that of the page."""
    field: Any = model._meta.pk
    while field.remote_field:
        field = field.target_field
    return field


def _tokens(text: str) -> list[str]:
    return tokens(text[:MOST_CHARACTERS])[:MOST_WORDS]


def _readings_of_beginning(word: str) -> list[str]:
    if not could_be_keys(word):
        return [folded(word)]
    readings = (folded(reading.text) for reading in decode_beginning(word))
    return list(dict.fromkeys([folded(word), *readings]))[:LAST_WORD_READINGS]
