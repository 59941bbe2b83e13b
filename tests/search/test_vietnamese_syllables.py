"""Which letters make a Vietnamese syllable, and where its marks go."""

import doctest
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.vietnamese import syllables as module
from search.vietnamese.normalise import fold, place_tones, strip_accents
from search.vietnamese.syllables import (
    HORN,
    LETTERS,
    STROKE,
    Syllable,
    beginnings,
    could_be_typed,
    is_possible,
    parse,
    write,
)
from search.vietnamese.tones import TONES, tone_of
from tests.search.vietnamese_corpus import frequent_words
from tests.search.vietnamese_syllables import POSSIBLE

pytestmark = pytest.mark.once

MARKS = list(module._BEARERS)

syllables = st.sampled_from(POSSIBLE)
any_letters = st.builds(
    Syllable,
    st.text(st.sampled_from(sorted(LETTERS)), max_size=8),
    st.frozensets(st.sampled_from(MARKS)),
    st.sampled_from(TONES),
)


def possible(word: str) -> bool:
    syllable = parse(word)
    return syllable is not None and is_possible(syllable)


def test_the_examples_in_the_docstrings_are_true():
    results = doctest.testmod(module)
    assert results.attempted >= 6
    assert results.failed == 0


def test_every_possible_syllable_is_read_as_it_is_written():
    """All of them: hypothesis would try a hundred."""
    for syllable in POSSIBLE:
        word = write(syllable)
        assert parse(word) == syllable
        assert place_tones(word) == word
        assert fold(word) == syllable.letters
        assert tone_of(word) == syllable.tone


def test_there_are_as_many_syllables_as_a_language_has():
    assert 10_000 < len(POSSIBLE) < 20_000
    assert len({write(syllable) for syllable in POSSIBLE}) == len(POSSIBLE)


@given(syllables)
def test_case_and_unicode_form_make_no_difference(syllable: Syllable):
    word = write(syllable)
    for form in ("NFC", "NFD"):
        for written in (word, word.upper(), word.title()):
            assert parse(unicodedata.normalize(form, written)) == syllable


@pytest.mark.parametrize(
    "word",
    """
    hòa thúy ủy hoàn hoàng toán loét quý quỳnh quả quái già giữa giá gì gìn giếng giặc thuở quở huơ
    khuya khuỷu ngoài ngoáy ngoẻo ngoằn ngoèo mùa của chìa lúa mía bìa rượu hươu người tuổi chuối
    thưởng được thuyền tuyết yến nghiêng nguyễn đường ướt ừ ý ạ ổ quốc xoong tuýp
    """.split(),
)
def test_the_tone_sits_where_the_older_school_puts_it(word: str):
    syllable = parse(word)
    assert syllable
    assert write(syllable) == word
    assert is_possible(syllable)


@pytest.mark.parametrize(
    ("newer", "older"), [("hoà", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("uỷ", "ủy")]
)
def test_the_newer_school_is_read_as_well(newer: str, older: str):
    assert parse(newer) == parse(older)


@pytest.mark.parametrize("half", ["thưong", "thuơng"])
def test_one_horn_on_two_letters_is_enough(half: str):
    assert parse(half) == Syllable("thuong", frozenset({HORN}))


def test_a_syllable_is_its_letters_marks_and_tone():
    assert parse("Đường") == Syllable("duong", frozenset({STROKE, HORN}), "huyen")
    assert parse("ba") == Syllable("ba")


@pytest.mark.parametrize("word", ["", "ôtô", "hồà", "uư", "đ đ", "a1", "d\u0301", "ä", "é́", "мир"])
def test_what_one_syllable_cannot_hold_is_none(word: str):
    assert parse(word) is None


@pytest.mark.parametrize(
    "word",
    """
    cê gê ngê ka ghu nghang qa qo quu
    sàch hòp họcx đẹpz nguyê bă tâ iên ơng
    fa wa zu jà bra stu tent khoong phuơ buya
    """.split(),
)
def test_what_breaks_a_rule_is_no_syllable(word: str):
    assert not possible(word)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("kể", "cể"),
        ("cá", "ká"),
        ("ghế", "gế"),
        ("gà", "ghà"),
        ("nghỉ", "ngỉ"),
        ("ngà", "nghà"),
        ("quen", "cuen"),
        ("học", "hòc"),
        ("sách", "sach"),
        ("đẹp", "đẽp"),
        ("mát", "mảt"),
    ],
)
def test_each_rule_of_spelling_tells_two_words_apart(right: str, wrong: str):
    assert possible(right)
    assert not possible(wrong)


@pytest.mark.parametrize("name", ["Kạn", "Đắk", "Đăk", "Lắk", "Krông", "Kông", "Pắk"])
def test_names_of_places_keep_their_own_spelling(name: str):
    assert possible(name)


ENGLISH = """
    about after again all also america because been before best between board business but center
    children city company could country director each email energy even every family federal first
    food for foreign found free friday from general good google government great group growth hand
    have health help high home house human important information interest international internet
    investment island just keep kind knowledge large last learn level life local look made make
    market member minister more most much must national need never news next north not number of
    office online only other our over people place plan plant police power president press price
    problem program project public read report research right river school science second security
    service should show small social some south special start state still story street study such
    support system take tax team technology their there these thing think time trade training
    travel under union university used very video village vision visit voice war was water week well
    were what when where which while who why will windows with women word work world would write
    year your
""".split()


def test_english_is_mostly_no_syllable():
    taken = [word for word in ENGLISH if possible(word)]
    assert len(taken) <= len(ENGLISH) * 0.03, taken


@given(st.text(max_size=20))
def test_any_text_can_be_asked(text: str):
    syllable = parse(text)
    if syllable:
        assert parse(write(syllable)) == syllable
        assert LETTERS.issuperset(syllable.letters)


@given(any_letters)
def test_any_syllable_can_be_written(syllable: Syllable):
    assert strip_accents(write(syllable)) == syllable.letters
    assert all(parse(start) == syllable for start in beginnings(syllable))


@given(syllables, st.data())
def test_a_syllable_could_be_typed_before_all_its_marks_are(syllable: Syllable, data):
    some = data.draw(st.frozensets(st.sampled_from(sorted(syllable.marks) or [HORN])))
    tone = data.draw(st.sampled_from(["ngang", syllable.tone]))
    assert could_be_typed(Syllable(syllable.letters, some & syllable.marks, tone))


@given(syllables, st.integers(min_value=1, max_value=7))
def test_every_start_of_a_syllable_is_known_as_one(syllable: Syllable, length: int):
    start = write(syllable)[:length]
    begun = parse(start)
    assert begun
    assert start in beginnings(begun)


@pytest.mark.parametrize(
    ("begun", "starts"),
    [("nguyê", ["nguyê"]), ("hòa", ["hòa", "hoà"]), ("thuơ", ["thuơ", "thươ"]), ("ngha", [])],
)
def test_an_unfinished_syllable_has_its_ways_to_be_written(begun: str, starts: list[str]):
    syllable = parse(begun)
    assert syllable
    assert beginnings(syllable) == starts


def test_nearly_all_words_of_real_texts_are_possible():
    words = [word for word in frequent_words() if strip_accents(word) != word]
    assert len(words) > 2000
    impossible = [word for word in words if not possible(word)]
    assert len(impossible) <= len(words) * 0.01, impossible


def test_words_of_real_texts_are_written_back_as_they_were():
    for word in frequent_words():
        syllable = parse(word)
        if syllable and is_possible(syllable):
            assert write(syllable) == place_tones(word)
