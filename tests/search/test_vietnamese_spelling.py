"""i and y are one sound in some words, and in others they tell two words apart."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.vietnamese import spelling as module
from search.vietnamese.normalise import fold, normalise
from search.vietnamese.spelling import canonical, same_sound_spellings
from search.vietnamese.syllables import write
from tests.search.vietnamese_syllables import POSSIBLE

pytestmark = pytest.mark.once

words = st.one_of(st.text(max_size=12), st.sampled_from([write(each) for each in POSSIBLE]))

SAME = [
    ("kỷ", "kỉ"),
    ("kỹ", "kĩ"),
    ("ký", "kí"),
    ("kỳ", "kì"),
    ("lý", "lí"),
    ("mỹ", "mĩ"),
    ("sỹ", "sĩ"),
    ("tỷ", "tỉ"),
    ("hy", "hi"),
    ("vỹ", "vĩ"),
    ("quý", "quí"),
    ("quy", "qui"),
    ("quýt", "quít"),
    ("quỳnh", "quình"),
    ("ý", "í"),
]


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=2)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_word_are_known_either_way(one: str, other: str):
    assert same_sound_spellings(one) == same_sound_spellings(other) == {one, other}
    assert canonical(one) == canonical(other) == other


@pytest.mark.parametrize(("one", "other"), SAME)
def test_without_accents_too(one: str, other: str):
    assert same_sound_spellings(fold(one)) == {fold(one), fold(other)}


@pytest.mark.parametrize(
    "word",
    """
    hai hay tai tay mai may thúi thúy núi thùy lũy khuya khuyên quyển tiếng yêu gì giữ đi nghị
    khi ghi phi trị việc hành uy wifi by 2024
    """.split(),
)
def test_where_the_letter_changes_the_word_there_is_one_spelling(word: str):
    assert same_sound_spellings(word) == {word}
    assert canonical(word) == word


@given(words)
def test_spellings_of_one_sound_are_a_family(word: str):
    family = same_sound_spellings(word)
    assert normalise(word) in family
    assert len(family) <= 2
    assert all(same_sound_spellings(other) == family for other in family)


@given(st.one_of(st.text(max_size=40), st.lists(words, max_size=6).map(" ".join)))
def test_a_canonical_text_is_its_own_canonical_text(text: str):
    assert canonical(canonical(text)) == canonical(text)


def test_texts_compare_equal_whichever_letter_was_used():
    assert canonical("Xử lý kỷ luật, tỷ lệ") == canonical("xử lí  kỉ luật, tỉ lệ")
    assert canonical("thủy lợi") != canonical("thủi lợi")
