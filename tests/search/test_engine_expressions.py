"""What is asked is said as simply as can be, and still asks the same."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.backends import elastic_store, postgresql, sqlite
from search.engine.expressions import (
    EVERYTHING,
    NOTHING,
    All,
    Any,
    Beginning,
    Mark,
    Not,
    Words,
    all_of,
    any_of,
    has_negation,
    none_of,
    parts_of,
)

pytestmark = pytest.mark.once

A, B, C = (Words((word,)) for word in ("thi", "đua", "khen"))

leaves = st.sampled_from([A, B, C, EVERYTHING, NOTHING])
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(all_of),
        st.lists(inner, max_size=3).map(any_of),
        inner.map(none_of),
    ),
    max_leaves=8,
)
typed = st.text(max_size=12)
words = st.lists(typed, min_size=1, max_size=3).map(tuple)
positive = st.recursive(
    st.one_of(
        st.builds(Words, words, st.booleans(), st.booleans()),
        st.builds(Mark, typed),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Any(tuple(parts))),
    ),
    max_leaves=6,
)


def holds(expression, held) -> bool:
    """Whether a document that holds these three words, or not, belongs to the answer."""
    if isinstance(expression, All):
        return all(holds(part, held) for part in expression.parts)
    if isinstance(expression, Any):
        return any(holds(part, held) for part in expression.parts)
    if isinstance(expression, Not):
        return not holds(expression.part, held)
    return expression == EVERYTHING or expression in held


DOCUMENTS = [
    frozenset(held) for size in range(4) for held in itertools.combinations((A, B, C), size)
]


def answer(expression) -> list[bool]:
    return [holds(expression, document) for document in DOCUMENTS]


def test_one_part_is_itself_and_none_is_everything_or_nothing():
    assert all_of([A]) == any_of([A]) == any_of([A, A]) == all_of([A, A, EVERYTHING]) == A
    assert all_of([]) == EVERYTHING
    assert any_of([]) == NOTHING


def test_nothing_and_everything_decide():
    assert all_of([A, NOTHING, B]) == NOTHING
    assert any_of([A, EVERYTHING, B]) == EVERYTHING
    assert any_of([A, NOTHING]) == A


def test_a_negation_twice_is_none():
    assert none_of(none_of(A)) == A
    assert none_of(EVERYTHING) == NOTHING
    assert none_of(NOTHING) == EVERYTHING
    assert has_negation(all_of([A, any_of([B, none_of(C)])]))
    assert not has_negation(all_of([A, any_of([B, C])]))


@given(st.lists(expressions, min_size=1, max_size=4))
def test_said_simply_it_asks_the_same(parts):
    answers = list(zip(*map(answer, parts), strict=True))

    assert answer(all_of(parts)) == list(map(all, answers))
    assert answer(any_of(parts)) == list(map(any, answers))


@given(expressions)
def test_a_negation_asks_for_the_others(expression):
    assert answer(none_of(expression)) == [not each for each in answer(expression)]


@given(expressions)
def test_no_part_is_idle(expression):
    for part in parts_of(expression):
        assert part not in (EVERYTHING, NOTHING)
    assert len(set(parts_of(expression))) == len(parts_of(expression))
    assert len(parts_of(expression)) != 1


@given(positive)
def test_each_engine_has_words_for_it(expression):
    """Nothing that was typed becomes a sign of the engine's language: brackets and quotes match."""
    fts5 = sqlite.match(expression)
    assert fts5.count('"') % 2 == 0
    assert postgresql.query(expression).count("'") % 2 == 0
    assert elastic_store.query(expression)


def test_postgresql_asks_its_index_for_pairs_and_titles_before_it_looks_into_any_text():
    assert postgresql.query(Words(("thi", "dua"), folded=True)) == "('thi dua')"
    assert postgresql.query(Words(("dua",), folded=True, in_title=True)) == "('^dua')"
    assert postgresql.query(Words(("thi", "đua", "thi"))) == (
        "('thi dua' & 'dua thi' & ('=thi' <-> '=đua' <-> '=thi'))"
    )


def test_sqlite_looks_for_folded_words_in_any_column_unless_it_ranks_them():
    words = Words(("thi", "dua"), folded=True)
    assert sqlite.match(words) == '"thi dua"'
    assert sqlite.match(words, is_ranked=True) == '({title_folded body_folded} : "thi dua")'
    named = Words(("thi", "dua"), folded=True, in_title=True)
    assert sqlite.match(named) == '({title_folded} : "thi dua")'


def test_quotes_are_doubled_in_each_language():
    assert sqlite.match(Words(('a"b',))) == '({title body} : "a""b")'
    assert sqlite.match(Words(("thi", "đua"), in_title=True)) == '({title} : "thi đua")'
    assert sqlite.match(Beginning("th")) == '"th"*'
    assert postgresql.query(Words(("a'b\\",))) == "('=a''b\\\\')"
    assert postgresql.query(Words(("thi", "dua"), folded=True, in_title=True)) == (
        "('thi dua' & '^thi' & '^dua' & ('thi':A <-> 'dua':A))"
    )
    assert postgresql.query(Beginning("th")) == "'th':*"
