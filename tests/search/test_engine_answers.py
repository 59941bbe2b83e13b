"""What belongs to an answer, and what is offered where texts do not say what was asked."""

import pytest

from search.engine import expansions
from search.engine.expressions import Words, parts_of

from .known_store import answer, found

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def no_other_names(monkeypatch):
    """No names that rooms register, which stand in the database."""
    monkeypatch.setattr(expansions, "_sources", [])


FILLERS = tuple(f"Bản tin số {number} của cơ quan" for number in range(30))


def test_a_text_with_all_the_words_comes_before_one_that_repeats_a_few():
    whole = "Xe máy chở thức ăn qua trạm vệ sinh tới trại chăn nuôi trong xã"
    repeats = "Chăn nuôi lợn, chăn nuôi gà, chăn nuôi bò: vệ sinh chăn nuôi, vệ sinh chuồng trại"
    assert found("xe máy vệ sinh chăn nuôi", repeats, whole, *FILLERS)[:2] == [whole, repeats]


# --- Other words for the same --------------------------------------------------------------------


def test_an_expression_is_found_by_another_that_means_the_same():
    text = "Chi trả chế độ cho cán bộ nghỉ hưu tại phường"
    asked = answer("chế độ cho cán bộ về hưu", text, *FILLERS)
    assert [hit.key for hit in asked.head] == [text]
    assert asked.head[0].is_phrase


def test_who_says_all_the_words_comes_before_who_says_them_otherwise():
    exact = "Cán bộ cấp xã; khi về hưu"
    other = "Cán bộ; rồi nghỉ hưu"
    assert found("về hưu cán bộ", other, exact, *FILLERS)[:2] == [exact, other]


def test_nothing_else_is_looked_for_where_texts_say_it_as_typed():
    exact, other = "Danh sách cán bộ về hưu", "Danh sách cán bộ nghỉ hưu"
    assert found("cán bộ về hưu", exact, other, *FILLERS)[0] == exact
    assert other not in found("cán bộ về hưu", *[f"{exact} {n}" for n in range(30)], other)


# --- Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Phú Thọ", "phu tho"])
def test_the_name_of_a_province_is_never_taken_for_a_slip(typed):
    asked = answer(typed, *[f"Trong phút thi thứ {number}" for number in range(30)])
    assert asked.did_you_mean is None
    assert asked.understood_as == typed.lower()


def test_a_slip_beside_the_name_of_a_province_is_undone():
    text = "Tỉnh Phú Thọ khen thưởng"
    assert answer("phú thọ khem thưởng", text, *FILLERS).did_you_mean == "phú thọ khen thưởng"


def test_what_was_meant_is_told_with_the_accents_of_the_texts():
    texts = ("Đường lên Bắc Kạn, qua cầu mới", "Cầu treo và đường liên thôn")
    assert answer("duong cau treoo", *texts, *FILLERS).did_you_mean == "đường cầu treo"


# --- Days ----------------------------------------------------------------------------------------


def test_a_day_without_the_word_ngay_is_found_however_it_is_asked_for():
    text = "Tại nhiệm từ 12 tháng 8 năm 2012 đến 26 tháng 3 năm 2014."
    assert found("26.3.2014", text, *FILLERS) == [text]


@pytest.mark.parametrize(
    ("text", "instead"),
    [("Ngày 3/12/2017 khai mạc", "tháng 12/2017"), ("Ngày 5 tháng 6 năm 2017", "năm 2017")],
)
def test_for_a_day_no_text_has_its_month_or_year_is_shown_and_told(text, instead):
    asked = answer("9/12/2017", text, "Ngày 3/12/2016", *FILLERS)
    assert [hit.key for hit in asked.head] == [text]
    assert asked.did_you_mean == asked.understood_as == instead


def test_of_a_sentence_with_a_day_what_says_it_apart_on_that_day_is_first():
    on_day = "Ngày 9/12/2017 trao quyết định; lễ bổ nhiệm giám đốc, ông A, sở Y tế"
    other = "Trao quyết định bổ nhiệm giám đốc sở"
    typed = "lễ trao quyết định bổ nhiệm ông giám đốc sở ngày 9/12/2017"
    assert found(typed, other, on_day, *FILLERS) == [on_day, other]


def test_last_year_is_a_word_like_others_where_no_text_of_that_year_says_the_rest():
    text = "Năm ngoái cả làng trồng rừng"
    asked = answer("năm ngoái trồng rừng", text, "Ngày 1/2/2025 họp", *FILLERS)
    assert [hit.key for hit in asked.head] == [text]


def test_last_year_is_a_time_where_texts_of_that_year_say_the_rest():
    of_year = "Trồng rừng ngày 1/2/2025"
    asked = answer("năm ngoái trồng rừng", of_year, "Năm ngoái trồng rừng", *FILLERS)
    assert [hit.key for hit in asked.head] == [of_year]


# --- How it is asked for -------------------------------------------------------------------------


def test_what_every_reading_says_is_asked_for_once():
    asked = answer("UBND xã họp phiên", "UBND xã họp phiên", *FILLERS)
    assert asked.head
    common = [part for part in parts_of(asked.store.asked[0]) if isinstance(part, Words)]
    assert common == [Words(("xã",)), Words(("họp",)), Words(("phiên",))]


def test_words_without_accents_are_not_asked_for_twice():
    asked = answer("ban tin", *FILLERS[:3])
    assert asked.head
    assert len(set(asked.store.asked)) == len(asked.store.asked)
