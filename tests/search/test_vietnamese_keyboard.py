"""Keys typed while the Vietnamese keyboard was off become the words that were meant."""

import doctest

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from search.vietnamese import keyboard as module
from search.vietnamese.keyboard import (
    PLAIN,
    TELEX,
    VNI,
    could_be_keys,
    decode,
    decode_beginning,
)
from search.vietnamese.normalise import normalise
from search.vietnamese.syllables import (
    BREVE,
    CIRCUMFLEX,
    HORN,
    STROKE,
    VOWELS,
    Syllable,
    parse,
    take_apart,
    write,
)
from search.vietnamese.tones import LEVEL
from tests.search.vietnamese_corpus import frequent_words
from tests.search.vietnamese_syllables import POSSIBLE

pytestmark = pytest.mark.once

TELEX_TONES = {"sac": "s", "huyen": "f", "hoi": "r", "nga": "x", "nang": "j"}
VNI_TONES = {"sac": "1", "huyen": "2", "hoi": "3", "nga": "4", "nang": "5"}
VNI_MARKS = {CIRCUMFLEX: "6", HORN: "7", BREVE: "8", STROKE: "9"}

# "oo" is ô in Telex, so the few syllables with two o's have a test of their own.
WITHOUT_TWO_OS = [each for each in POSSIBLE if "oo" not in each.letters]
# What a Telex or VNI typist produces, and what others do with the same keys.
key_mashing = st.text(st.sampled_from("aăâbcdđeêghioôơưuysfrxjzw0123456789ÁẠ "), max_size=14)


def texts(word: str) -> list[str]:
    return [reading.text for reading in decode(word)]


@st.composite
def typed(draw: st.DrawFn, syllable: Syllable, method: str) -> str:
    """The keys of a syllable, each anywhere behind the letter it is for, in any order."""
    letters, marks, _ = take_apart(write(syllable))
    last = len(letters) - 1
    behind: list[list[str]] = [[] for _ in letters]
    horned = False
    for place, letter in enumerate(letters):
        for mark in marks[place]:
            # One horn key may do for both letters of "ươ", or each may have its own.
            if mark == HORN and horned and draw(st.booleans()):
                continue
            end = place if mark == HORN and not horned else last
            at = draw(st.integers(place, end if draw(st.booleans()) else last))
            behind[at].append(key_of(mark, letter, method))
            horned = horned or mark == HORN
    if syllable.tone != LEVEL:
        first = next(place for place, letter in enumerate(letters) if letter in VOWELS)
        key = (TELEX_TONES if method == TELEX else VNI_TONES)[syllable.tone]
        behind[draw(st.integers(first, last))].append(key)
    orders = [draw(st.permutations(keys)) for keys in behind]
    word = "".join(letter + "".join(keys) for letter, keys in zip(letters, orders, strict=True))
    assume("ww" not in word and "77" not in word)  # the same key twice takes its mark back
    return word


def key_of(mark: str, letter: str, method: str) -> str:
    if method == VNI:
        return VNI_MARKS[mark]
    return "w" if mark in (HORN, BREVE) else letter


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=5)


@given(st.data(), st.sampled_from(WITHOUT_TWO_OS), st.sampled_from([TELEX, VNI]))
def test_a_syllable_typed_in_any_order_of_keys_is_its_first_reading(data, syllable, method):
    word = data.draw(typed(syllable, method))
    assert decode(word)[0].text == write(syllable)


def test_every_syllable_typed_with_its_keys_at_the_end_is_its_first_reading():
    """All of them: hypothesis would try a hundred."""
    for syllable in WITHOUT_TWO_OS:
        letters, marks, _ = take_apart(write(syllable))
        for method, tones in ((TELEX, TELEX_TONES), (VNI, VNI_TONES)):
            keys = {
                mark: key_of(mark, letter, method)
                for letter, some in zip(letters, marks, strict=True)
                for mark in some
            }
            word = "".join([*letters, *keys.values(), tones.get(syllable.tone, "")])
            assert decode(word)[0].text == write(syllable), word


@given(st.data(), st.sampled_from(WITHOUT_TWO_OS), st.sampled_from([TELEX, VNI]))
def test_marks_already_there_and_keys_add_up(data, syllable, method):
    """The keyboard was switched on, or off, in the middle of a word."""
    there = data.draw(st.frozensets(st.sampled_from(sorted(syllable.marks) or [HORN])))
    there &= syllable.marks
    begun = write(Syllable(syllable.letters, there))
    letters, marks, _ = take_apart(write(syllable))
    keys = {
        key_of(mark, letter, method)
        for letter, some in zip(letters, marks, strict=True)
        for mark in some - there
    }
    tone = (TELEX_TONES if method == TELEX else VNI_TONES).get(syllable.tone, "")
    assume(keys or tone)
    assert decode(begun + "".join(sorted(keys)) + tone)[0].text == write(syllable)


@pytest.mark.parametrize(
    "keys",
    """
    thuwowrng thuongwr thuowngr thuwongr thurowng thwowrng thuwowngr thuonwgr thưongr thươngr
    thưởngr thuơngwr THUWOWRNG
    thuwo73ng thuo7ngr thuw7o7ngr thuwowng3
    thu7o7ng3 thuo73ng thuong73 thuo7ng3 thu7o73ng thưo3ng thuong37
    """.split(),
)
def test_a_word_is_found_wherever_its_keys_stand(keys: str):
    assert texts(keys)[0] == "thưởng"


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("ddua", "đua"),
        ("dduwowcj", "được"),
        ("duocwjd", "được"),
        ("d9uo75c", "được"),
        ("tw", "tư"),
        ("wng", "ưng"),
        ("nhwngx", "những"),
        ("twowngf", "tường"),
        ("giuwax", "giữa"),
        ("quyeets", "quyết"),
        ("ddinhj", "định"),
        ("hoaf", "hòa"),
        ("hoafn", "hoàn"),
        ("thuyr", "thủy"),
        ("thuowr", "thuở"),
        ("khuyur", "khuỷu"),
        ("ngoeof", "ngoèo"),
        ("xooong", "xoong"),
        ("hoawjc", "hoặc"),
        ("muwa", "mưa"),
        ("quawng", "quăng"),
        ("uy3", "ủy"),
        ("a6m", "âm"),
        ("ddawsk", "đắk"),
        ("kanj", "kạn"),
        ("thuwowngrz", "thương"),
        ("hoasf", "hòa"),
        ("viet65", "việt"),
    ],
)
def test_keys_are_read_as_the_keyboard_would_have(keys: str, word: str):
    assert texts(keys)[0] == word


@pytest.mark.parametrize(
    ("keys", "begun"), [("dduoc", "đuoc"), ("nuwoc", "nươc"), ("nuocs", "nuóc")]
)
def test_marks_that_were_left_out_stay_left_out(keys: str, begun: str):
    assert texts(keys)[0] == begun


@pytest.mark.parametrize(("keys", "english"), [("ass", "as"), ("neww", "new"), ("offf", "off")])
def test_a_key_pressed_twice_stands_for_itself(keys: str, english: str):
    assert english in texts(keys)
    assert keys in texts(keys)


def test_a_key_too_many_is_passed_over_last_of_all():
    assert texts("dduaa") == ["dduaa", "đua"]


@pytest.mark.parametrize(
    "word", "news off boss was for google windows covid19 a4 u23 wifi test post xoong".split()
)
def test_what_was_typed_is_always_a_reading(word: str):
    assert word in texts(word)


@pytest.mark.parametrize(
    "word", "news for google windows covid19 facebook qh15 h1n1 north smart wifi".split()
)
def test_what_no_syllable_answers_to_is_left_alone(word: str):
    assert texts(word) == [word]


def test_english_that_spells_a_syllable_has_both_readings():
    assert [(each.text, each.method) for each in decode("was")] == [("ứa", TELEX), ("was", PLAIN)]


@pytest.mark.parametrize("word", ["xoóc", "goòng", "ngoèo"])
def test_a_word_with_its_accents_is_first_what_it_is(word: str):
    assert decode(word)[0].text == word


def test_readings_know_how_they_were_typed():
    assert decode("tieengs")[0].method == TELEX
    assert decode("tie61ng")[0].method == VNI
    assert decode("tiếng")[0].method == PLAIN
    costs = [each.cost for each in decode("tieengs")]
    assert costs == sorted(costs)


@pytest.mark.parametrize(
    ("begun", "start"),
    [
        ("thuw", "thư"),
        ("thuwow", "thươ"),
        ("thuwowr", "thưở"),
        ("nghiee", "nghiê"),
        ("nguyee", "nguyê"),
        ("hoaw", "hoă"),
        ("hoaf", "hoà"),
        ("quoo", "quô"),
        ("ddu", "đu"),
        ("d9u7", "đư"),
        ("w", "ư"),
        ("khen", "khen"),
    ],
)
def test_an_unfinished_word_begins_the_words_that_are_meant(begun: str, start: str):
    assert start in [each.text for each in decode_beginning(begun)]


@given(st.data(), st.sampled_from(WITHOUT_TWO_OS), st.sampled_from([TELEX, VNI]))
def test_the_start_of_a_typed_syllable_begins_it(data, syllable, method):
    """Typed letter by letter, each with its keys, as most people do."""
    word = write(syllable)
    length = data.draw(st.integers(1, len(word)))
    begun = parse(word[:length])
    assert begun
    keys = data.draw(typed(begun, method))
    assert word[:length] in [each.text for each in decode_beginning(keys)]


@given(st.one_of(st.text(max_size=30), key_mashing))
def test_any_text_has_readings_and_is_one_of_them(word: str):
    for readings in (decode(word), decode_beginning(word)):
        assert normalise(word) in [each.text for each in readings]
        assert len({each.text for each in readings}) == len(readings)
        assert all(normalise(each.text) == each.text for each in readings if each.method != PLAIN)


def test_long_words_are_no_keys():
    assert not could_be_keys("a" * 8000)
    assert texts("was" * 3000) == ["was" * 3000]


def test_words_of_real_texts_are_not_taken_for_keys():
    words = [word for word in frequent_words(20) if not word.isascii()]
    taken = [word for word in words if could_be_keys(word)]
    assert len(taken) <= len(words) * 0.005, taken
    assert all(decode(word)[0].text == normalise(word) for word in words)
