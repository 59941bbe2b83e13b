"""A word with a slip of a finger leads to the words that may have been meant."""

import doctest
from string import ascii_lowercase

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.vietnamese import slips as module
from search.vietnamese.slips import SlipIndex, slip_cost, spellings

pytestmark = pytest.mark.once

VOCABULARY = """
    hanh chinh cai cach thi dua khen thuong quyet dinh uy ban nhan dan tinh thanh pho bo noi vu so
    can bo cong chuc vien chuc nghi nghiep hoi nghi tong ket phong trao bac kan thai nguyen
""".split()

words = st.text(st.sampled_from(ascii_lowercase + "0189"), max_size=8)
near_words = st.text(st.sampled_from("abg"), max_size=5)


def distance(one: str, other: str) -> int:
    """Optimal string alignment, as the textbooks have it: slow, and nothing of ours in it."""
    table = {(row, 0): row for row in range(len(one) + 1)}
    table |= {(0, column): column for column in range(len(other) + 1)}
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            best = min(
                table[row - 1, column] + 1,
                table[row, column - 1] + 1,
                table[row - 1, column - 1] + (one[row - 1] != other[column - 1]),
            )
            swapped = one[row - 2 : row] == other[column - 2 : column][::-1]
            if row > 1 and column > 1 and swapped:
                best = min(best, table[row - 2, column - 2] + 1)
            table[row, column] = best
    return table[len(one), len(other)]


def meant(typed: str, vocabulary: list[str]) -> list[str]:
    return [slip.word for slip in SlipIndex(vocabulary).within(typed, 1)]


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=2)


@given(words)
def test_every_spelling_of_one_slip_is_at_distance_one(word: str):
    assert {distance(word, other) for other in spellings(word)} <= {1}


@given(near_words, near_words)
def test_a_slip_has_a_cost_exactly_when_the_distance_is_one(typed: str, other: str):
    assert (slip_cost(typed, other) is not None) == (distance(typed, other) == 1)
    assert (other in spellings(typed)) == (distance(typed, other) == 1)


@given(st.sampled_from(VOCABULARY), st.data())
def test_a_known_word_is_found_from_every_slip_of_it(word: str, data):
    typed = data.draw(st.sampled_from(sorted(spellings(word))))
    assert word in meant(typed, VOCABULARY)


@given(st.lists(words, max_size=12), words)
def test_the_index_finds_what_the_vocabulary_holds(vocabulary: list[str], typed: str):
    assert set(meant(typed, vocabulary)) == spellings(typed) & set(vocabulary)


@given(st.lists(near_words, max_size=30), near_words)
def test_two_slips_reach_distance_two_and_no_farther(vocabulary: list[str], typed: str):
    found = {slip.word for slip in SlipIndex(vocabulary).within(typed, 2)}
    near = {word for word in vocabulary if 0 < distance(typed, word) <= 2}
    assert near <= found
    # Two swaps of the same three letters count three in the textbook's distance.
    assert all(distance(typed, word) <= 3 for word in found)


@given(st.lists(near_words, max_size=30), near_words)
@example(["aabb"], "ababb")  # two cheap slips together cost less than the one
def test_what_one_slip_explains_costs_what_one_slip_costs(vocabulary: list[str], typed: str):
    index = SlipIndex(vocabulary)
    once = {slip.word: slip.cost for slip in index.within(typed, 1)}
    twice = {slip.word: slip.cost for slip in index.within(typed, 2)}
    assert all(twice[word] == cost for word, cost in once.items())


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("hsnh", "hanh"),  # the key beside
        ("hnah", "hanh"),  # swapped
        ("hannh", "hanh"),  # doubled
        ("hah", "hanh"),  # dropped
        ("hanjh", "hanh"),  # the key beside as well
        ("thuogn", "thuong"),
        ("quyrt", "quyet"),
        ("chih", "chinh"),
        ("7uyet", "quyet"),
    ],
)
def test_the_likely_word_is_found(typed: str, word: str):
    assert word in meant(typed, VOCABULARY)


@pytest.mark.parametrize(
    ("typed", "likelier", "less_likely"),
    [
        ("hsnh", "hanh", "hpnh"),  # a is beside s, p is not
        ("hnah", "hanh", "hnat"),  # swapped before another key
        ("banh", "bann", "banq"),
        ("tinhh", "tinh", "tinhg"),
        ("cong", "cing", "fong"),  # not in the first letter
    ],
)
def test_neighbouring_keys_come_first(typed: str, likelier: str, less_likely: str):
    assert meant(typed, [less_likely, likelier]) == [likelier, less_likely]


@pytest.mark.parametrize("vocabulary", [[], ["hanh"], ["hanh", "hanh"]])
def test_a_word_is_no_slip_of_itself(vocabulary: list[str]):
    assert meant("hanh", vocabulary) == []
    assert SlipIndex(vocabulary).within("hanh", 2) == []


def test_two_slips_in_a_long_word():
    index = SlipIndex(VOCABULARY)
    assert [slip.word for slip in index.within("nghipeo", 2)] == ["nghiep"]
    assert index.within("nghipeo", 1) == []


def test_letters_of_other_alphabets_are_letters():
    assert [slip.word for slip in SlipIndex(["привет"]).within("превет", 1)] == ["привет"]
