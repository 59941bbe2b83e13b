"""What the engines index, and where it stands in the text."""

import doctest
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.vietnamese import analysis as module
from search.vietnamese.analysis import folded_tokens, spans, tokens
from search.vietnamese.normalise import fold, fold_letters, normalise
from tests.search.vietnamese_corpus import some_texts

pytestmark = pytest.mark.once

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệhiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
text = st.one_of(
    st.text(max_size=60),
    st.text(
        st.sampled_from(
            VIETNAMESE + "ĐƯ 01_-–/.,\n\t\u00a0\u00ad\u200b\u202e\x00\x85\u0301\u0323\u031b😀"
        ),
        max_size=60,
    ),
)


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=6)


@given(text)
@example("a\u0301b c\u0323")
@example("kỷ\u00adluật")
@example("a\x85b")
@example("hoà_bình")
@example("0\x1f\u0300")  # a mark behind what cannot be seen
def test_a_text_and_its_normal_form_have_the_same_words(words: str):
    assert tokens(words) == tokens(normalise(words))


@given(text)
def test_both_unicode_forms_have_the_same_words(words: str):
    forms = [unicodedata.normalize(form, words) for form in ("NFC", "NFD")]
    assert tokens(forms[0]) == tokens(forms[1])


@given(text)
def test_folded_words_are_the_words_folded(words: str):
    assert folded_tokens(words) == [fold(word) for word in tokens(words)]


@given(text)
def test_each_word_is_cut_from_where_it_stands(words: str):
    end = 0
    for token in spans(words):
        assert end <= token.start < token.end <= len(words)
        assert fold(words[token.start : token.end]) == fold(token.text) == token.folded
        end = token.end
    assert [token.text for token in spans(words)] == tokens(words)


@given(text)
def test_words_hold_letters_and_digits_only(words: str):
    for word in folded_tokens(words):
        assert word
        assert not set(word) & set(" \n\t_-–/.,\u00ad\u200b\x00")


def test_marks_keep_the_accents_and_capitals_of_the_text():
    title = "Hội nghị Thi đua – KHEN THƯỞNG ở Hoà Bình"
    wanted = {"khen", "thuong", "hoa"}
    marked = [title[each.start : each.end] for each in spans(title) if each.folded in wanted]
    assert marked == ["KHEN", "THƯỞNG", "Hoà"]


def test_marks_are_right_in_a_decomposed_text():
    title = unicodedata.normalize("NFD", "Thưởng lớn")
    first, second = spans(title)
    assert unicodedata.normalize("NFC", title[first.start : first.end]) == "Thưởng"
    assert unicodedata.normalize("NFC", title[second.start : second.end]) == "lớn"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Quyết định 123/QĐ-BNV", ["quyết", "định", "123", "qđ", "bnv"]),
        ("ngày 29/02/2024", ["ngày", "29", "02", "2024"]),
        ("“Đền ơn” (đáp nghĩa)…", ["đền", "ơn", "đáp", "nghĩa"]),
        ("kỷ\u00adluật thi\u00a0đua", ["kỷluật", "thi", "đua"]),
        ("snake_case", ["snake", "case"]),
        ("covid19 A4", ["covid19", "a4"]),
        (" … – ", []),
    ],
)
def test_a_text_is_taken_apart_into_words_and_numbers(words: str, found: list[str]):
    assert tokens(words) == found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("họat động", "hoạt động"),
        ("tòan diện", "toàn diện"),
        ("qúy I", "quý i"),
        ("TRỪƠNG THPT", "trường thpt"),
        ("khen thủơng", "khen thưởng"),
        ("nguời đuợc", "người được"),
        ("gía, gỉai", "giá giải"),
        ("café Séoul", "café séoul"),  # no syllables of ours
        ("hoàn thuở khuỷu Đắk Lắk quới", "hoàn thuở khuỷu đắk lắk quới"),
    ],
)
def test_marks_on_another_letter_of_the_syllable_make_no_other_word(written: str, meant: str):
    assert tokens(written) == meant.split()
    assert tokens(unicodedata.normalize("NFD", written)) == meant.split()


@given(text)
def test_folding_letter_by_letter_keeps_every_place(words: str):
    assert len(fold_letters(words)) == len(words)


@pytest.mark.parametrize("letter", [*VIETNAMESE, *VIETNAMESE.upper()])
def test_every_vietnamese_letter_is_folded_in_its_place(letter: str):
    assert fold_letters(letter) == fold(letter)


def test_real_texts_have_the_same_words_normalised():
    for real in some_texts()[:300]:
        assert tokens(real) == tokens(normalise(real))
