"""Two spellings of the same words are made equal, and nothing else is."""

import doctest
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.vietnamese import normalise as module
from search.vietnamese.normalise import clean, fold, normalise, place_tones, strip_accents

pytestmark = pytest.mark.once

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
INITIALS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
FINALS = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "o", "u", "i", "y"]

# What people type, and more of it than chance would bring: marks, odd spaces, both alphabets' D.
text = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from(VOWELS + "bcdđghBĐƠƯ \u00a0\u200b-–." + "".join(TONES)), max_size=60),
)
syllables = st.builds(
    lambda initial, vowel, tone, final: unicodedata.normalize(
        "NFC", initial + vowel + tone + final
    ),
    st.sampled_from(["", *INITIALS]),
    st.sampled_from(VOWELS),
    st.sampled_from(TONES),
    st.sampled_from(FINALS),
)


def test_the_examples_in_the_docstrings_are_true():
    results = doctest.testmod(module)
    assert results.attempted >= 5
    assert results.failed == 0


@given(text)
@example("İ")  # lower-cases to two characters
@example("ΑΣ")  # the last sigma has a form of its own
def test_normalising_twice_changes_nothing_more(words: str):
    assert normalise(normalise(words)) == normalise(words)


@given(text)
@example("İ")
def test_folding_what_is_normalised_is_folding(words: str):
    assert fold(normalise(words)) == fold(words)


@given(text)
@example("0 \u0300")  # a mark on nothing
def test_folding_twice_changes_nothing_more(words: str):
    assert fold(fold(words)) == fold(words)


@given(text)
def test_both_unicode_forms_are_one(words: str):
    forms = {normalise(unicodedata.normalize(form, words)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@given(text)
def test_nothing_invisible_and_no_mark_is_left_after_folding(words: str):
    assert not [letter for letter in fold(words) if unicodedata.combining(letter)]
    assert not set(fold(words)) & set("đĐ\u00a0\u200b\ufeff\u00ad")


@given(syllables)
def test_placing_tones_keeps_the_letters_and_the_tone(syllable: str):
    def sorted_marks(word: str) -> list[str]:
        return sorted(unicodedata.normalize("NFD", word))

    assert sorted_marks(place_tones(syllable)) == sorted_marks(syllable)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("hòa", "hoà"),
        ("hóa", "hoá"),
        ("tỏa", "toả"),
        ("xõa", "xoã"),
        ("họa", "hoạ"),
        ("khỏe", "khoẻ"),
        ("lòe", "loè"),
        ("ủy", "uỷ"),
        ("thúy", "thuý"),
        ("lũy", "luỹ"),
        ("tụy", "tuỵ"),
        ("thùy", "thuỳ"),
        ("ỦY BAN", "UỶ BAN"),
        ("Hòa Bình", "Hoà Bình"),
        ("Khánh Hòa, Thanh Hóa", "Khánh Hoà, Thanh Hoá"),
        ("Ủy ban nhân dân", "Uỷ ban nhân dân"),
    ],
)
def test_old_and_new_placement_of_the_tone_are_one(older: str, newer: str):
    assert older != newer
    assert place_tones(newer) == older
    assert place_tones(older) == older
    assert normalise(older) == normalise(newer)


@pytest.mark.parametrize("vowels", ["oa", "oe", "uy"])
@pytest.mark.parametrize("tone", [tone for tone in TONES if tone])
def test_every_open_syllable_has_one_form_whatever_school_wrote_it(vowels: str, tone: str):
    for initial in ["", *(i for i in INITIALS if not i.startswith("q"))]:
        older = unicodedata.normalize("NFC", initial + vowels[0] + tone + vowels[1])
        newer = unicodedata.normalize("NFC", initial + vowels + tone)
        assert place_tones(older) == place_tones(newer) == older


@pytest.mark.parametrize(
    "words",
    [
        "hoàn",
        "hoàng",
        "toán",
        "loét",
        "quý",
        "quỳ",
        "quà",
        "quả",
        "giải",
        "ngoài",
        "khuỷu",
        "thuyền",
    ],
)
def test_syllables_both_schools_write_alike_are_left_alone(words: str):
    assert place_tones(words) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "họa"), ("ma", "má"), ("Đông", "Dong"), ("thủy", "thúy"), ("tran", "trân")],
)
def test_different_words_stay_different(one: str, other: str):
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f", "\u3000", "\t", "   "])
def test_every_space_is_a_space(blank: str):
    assert normalise(f"thi{blank}đua") == "thi đua"


@pytest.mark.parametrize("nothing", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\x00"])
def test_what_cannot_be_seen_does_not_split_a_word(nothing: str):
    assert normalise(f"kỷ{nothing}luật") == "kỷluật"


def test_lines_are_kept():
    assert clean("một\r\nhai\rba\u2028bốn") == "một\nhai\nba\nbốn"


def test_accents_are_stripped_from_both_cases_and_stacked_marks():
    assert strip_accents("Ặ ề Ỡ ự Đ đ Ý") == "A e O u D d Y"
    assert fold("Nguyễn Thị Ướt ở Đắk Lắk") == "nguyen thi uot o dak lak"
