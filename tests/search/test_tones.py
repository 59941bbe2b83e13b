import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.vietnamese.tones import TONES, tone_of, tones

pytestmark = pytest.mark.once


def test_the_six_tones_of_one_syllable():
    assert tones("ba bà bá bả bã bạ") == ["ngang", "huyen", "sac", "hoi", "nga", "nang"]


def test_the_name_that_makes_the_site_mark():
    assert tones("Sở Nội vụ tỉnh") == ["hoi", "nang", "nang", "hoi"]


def test_letters_with_hats_and_horns_are_not_taken_for_tones():
    assert tones("Đăng Lưu Thương Hưng Cô Ê") == ["ngang"] * 6


def test_stacked_marks_give_the_tone_not_the_hat():
    assert tones("Nguyễn Đỗ Ặ Ệ Ổ Ấ Ừ") == ["nga", "nga", "nang", "nang", "hoi", "sac", "huyen"]


def test_decomposed_text_gives_the_same_tones():
    name = "Hội nghị tổng kết Cụm thi đua"
    assert tones(unicodedata.normalize("NFD", name)) == tones(name)


def test_dashes_and_no_break_spaces_part_words_and_numbers_are_level():
    assert tones("Thi đua – Khen thưởng\u00a02024") == ["ngang", "ngang", "ngang", "hoi", "ngang"]


def test_text_without_words_has_no_tones():
    assert tones(" – … ") == []


@given(st.text(max_size=60))
def test_any_text_gives_known_tones(text: str):
    assert set(tones(text)) <= set(TONES)
    assert tone_of(text) in TONES
