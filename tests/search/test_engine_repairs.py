"""What was meant where nothing is known as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.lexicon import FOLDED
from search.engine.repairs import MOST_WAYS, repairs

from .known_texts import KnownTexts

pytestmark = pytest.mark.once

TEXTS = (
    "Ký kết giao ước thi đua giữa các huyện",
    "Hội nghị tổng kết công tác thi đua, khen thưởng",
    "Khen thưởng điển hình tiên tiến vùng cao",
    "Chuyển đổi số trong lưu trữ lịch sử",
)


@pytest.fixture(scope="module")
def known() -> KnownTexts:
    return KnownTexts(*TEXTS)


def test_what_has_no_vowel_is_an_abbreviation(known):
    assert repairs(["th"], known) == []


def best(typed: str, known: KnownTexts) -> str:
    return " ".join(repairs(typed.split(), known)[0].words)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("giao uocc", "giao uoc"),
        ("gioa uoc", "giao uoc"),
        ("khen thuogn", "khen thuong"),
        ("khen tuong", "khen thuong"),
        ("hoi nghi tong jet", "hoi nghi tong ket"),
        ("khenthuong dien hinh", "khen thuong dien hinh"),
        ("thi dau khen thuong", "thi dua khen thuong"),
        ("lihcj su", "lich su"),  # keys of lịch, two of them swapped
        ("li5hc su", "lich su"),
        ("dienhinhtientien", "dien hinh tien tien"),
        ("khen thuong dienhinhtientien", "khen thuong dien hinh tien tien"),
    ],
)
def test_the_likeliest_repair_is_what_the_texts_say(known, typed, meant):
    assert best(typed, known) == meant


def test_a_word_is_repaired_as_its_neighbours_want_it(known):
    known = KnownTexts(*TEXTS, "Giao nộp hồ sơ", "Nơi ước hẹn", "ruộc", "uop", "giao uop")

    assert best("luu tru lich sut", known) == "luu tru lich su"


def test_what_is_right_is_not_among_the_repairs(known):
    assert all(each.words != ("giao", "uoc") for each in repairs(["giao", "uoc"], known))


def test_words_that_are_right_are_left_alone(known):
    assert repairs(["giao", "uocc"], known, right={0, 1}) == []
    assert {each.words[0] for each in repairs(["gioa", "uocc"], known, right={0})} == {"gioa"}


def test_a_word_no_text_has_any_more_was_not_meant():
    known = KnownTexts(*TEXTS)
    assert best("dieen hinh", known) == "dien hinh"
    known._known[FOLDED, "dien"] = 0
    assert repairs(["dieen", "hinh"], known) == []


def test_words_nobody_meant_have_no_repair(known):
    assert repairs(["xyzzyqwk"], known) == []
    assert repairs(["hinhdientien"], known) == []  # no text has them in this order
    assert repairs([], known) == []


def test_very_long_words_are_left_alone(known):
    assert repairs(["u" * 300], known) == []


def test_two_slips_are_looked_for_in_two_words_and_in_no_long_one(monkeypatch):
    """Each takes as long as the rest of a search: ten such words would keep a process for a second."""
    known, tried = KnownTexts(*TEXTS), []
    near = known.near
    monkeypatch.setattr(
        known, "near", lambda word, slips=1: tried.append((word, slips)) or near(word, slips)
    )

    repairs(["zhuwqkxz" + "q" * 12, "zzhuocng", "xkzhuwqq", "qqzhuxkw"], known)

    assert [word for word, slips in tried if slips == 2] == ["zzhuocng", "xkzhuwqq"]


@given(st.lists(st.text(st.sampled_from("aghiknotuy1 ư"), max_size=9), max_size=6))
def test_repairs_are_few_different_and_likeliest_first(typed):
    known = KnownTexts(*TEXTS)
    found = repairs(typed, known)

    assert len(found) <= MOST_WAYS
    assert [each.cost for each in found] == sorted(each.cost for each in found)
    assert tuple(typed) not in [each.words for each in found]
