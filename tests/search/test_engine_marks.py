"""Days and document numbers are one, however texts and queries write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.expressions import All, Any, Mark, Words, marks_in
from search.engine.marks import marks_of_day, marks_of_text, said_in
from search.vietnamese.normalise import clean

pytestmark = pytest.mark.once

TODAY = datetime.date(2026, 11, 25)
LEAP_DAY = datetime.date(2024, 2, 29)

days = st.dates(min_value=datetime.date(1945, 1, 1), max_value=datetime.date(2099, 12, 31))
texts = st.text(
    st.one_of(st.sampled_from("0123456789/-. ngàythángnămsốQĐNĐCP"), st.characters()), max_size=80
)


def a_year(figures: str) -> Any:
    """That a text has a day of it, or writes it."""
    return Any((Mark(f"y_{figures}"), Words((figures,), folded=True)))


def asked(query: str) -> list:
    return [each.expression for each in said_in(clean(query), TODAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Họp ngày 29/02/2024 tại hội trường",
        "Họp ngày 29-2-2024",
        "họp 29.2.2024.",
        "họp 29 / 02 / 2024",
        "Họp ngày 29 tháng 2 năm 2024",
        "HỌP NGÀY 29 THÁNG 02 NĂM 2024",
        "hop ngay 29 thang 2 nam 2024",
        "từ 29 tháng 2 năm 2024",
        "tuoitre.vn 29 tháng 2, năm 2024",
    ],
)
def test_a_text_has_the_mark_of_each_day_it_writes(text):
    assert marks_of_text(text) == {"d_20240229", "m_202402", "y_2024"}


@pytest.mark.parametrize("text", ["Sáng 29/2, Sở họp.", "Sáng ngày 29 tháng 2, Sở họp."])
def test_a_day_without_its_year_is_of_the_year_of_the_text(text):
    assert "d_20240229" in marks_of_text(text, LEAP_DAY)
    assert marks_of_text(text) == set()


def test_months_that_something_lasts_are_no_day():
    assert marks_of_text("Họp 12 tháng 6 lần", LEAP_DAY) == set()


def test_a_day_may_be_widened_to_its_month_and_year():
    (said,) = said_in("họp 9/12/2017", TODAY)
    assert [(each.label, each.expression) for each in said.wider] == [
        ("tháng 12/2017", Mark("m_201712")),
        ("năm 2017", a_year("2017")),
    ]


@pytest.mark.parametrize(
    ("typed", "labels"),
    [("tháng 12/2017", ["năm 2017"]), ("năm 2017", []), ("98/2023/NĐ-CP", [])],
)
def test_what_is_wide_is_widened_less(typed, labels):
    (said,) = said_in(typed, TODAY)
    assert [each.label for each in said.wider] == labels


def test_a_month_has_no_day():
    assert marks_of_text("Báo cáo tháng 2/2024") == {"m_202402", "y_2024"}


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2024",
        "ngày 32 tháng 1 năm 2024",
        "tháng 13/2024",
        "tỷ số 29/30/31/2024",
        "1.234.567",
        "",
    ],
)
def test_what_no_calendar_has_leaves_no_mark(text):
    assert not {mark for mark in marks_of_text(text) if mark.startswith("d_")}


@pytest.mark.parametrize(
    ("text", "shortened"),
    [
        (
            "Nghị định số 98/2023/NĐ-CP",
            {"n_98_2023_ndcp", "n_98_2023_nd", "n_98_2023", "n_98_ndcp", "n_98_nd"},
        ),
        ("Luật số 33/2024/QH15", {"n_33_2024_qh15", "n_33_2024_qh", "n_33_qh"}),
        ("Quyết định 1147/QĐ-UBND", {"n_1147_qdubnd", "n_1147_qd"}),
        ("Chỉ thị 35-CT/TW", {"n_35_cttw", "n_35_ct"}),
    ],
)
def test_a_number_has_marks_for_what_people_shorten_it_to(text, shortened):
    assert marks_of_text(text) >= shortened


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Nghị định số 98/2023/NĐ-CP", "98/2023/nd-cp"),
        ("Nghị định số 98/2023/NĐ-CP", "nghị định 98/2023"),
        ("Nghị định số 98/2023/NĐ-CP", "nghi dinh 98 nam 2023"),
        ("Quyết định số 1147/QĐ-UBND", "1147 / QĐ – UBND"),
        ("Quyết định số 1147/QĐ-UBND", "quyet dinh 1147"),
        ("Quyết định số 1147/QĐ-UBND", "1147 qd-ubnd"),
        ("Quyết định số 1147/QĐ-UBND", "QĐ 1147"),
        ("Nghị định số 98/2023/NĐ-CP", "nghi dinh so 98"),
        ("Nghị định số 98/2023/NĐ-CP", "nghị định 98/NĐ-CP"),
        ("Luật 06/2022/QH15", "luật số 06/2022/QH15"),
        ("Luật 06/2022/QH15", "luật số 6"),
        ("Nghị quyết số 202/2025/QH15", "nghị quyết 202"),
    ],
)
def test_a_query_asks_for_a_mark_of_the_text(text, query):
    (expression,) = asked(query)
    assert marks_of_text(text).intersection(marks_in(expression))


@pytest.mark.parametrize("before", ["hồ sơ", "cơ sở", "sổ", "Sở"])
def test_only_the_word_for_a_number_belongs_to_it(before):
    (said,) = said_in(f"{before} 98/2023/NĐ-CP", TODAY)
    assert (said.start, said.label) == (len(before) + 1, "98/2023/NĐ-CP")
    (said,) = said_in("hồ sơ Số 98/2023/NĐ-CP", TODAY)
    assert (said.start, said.label) == (len("hồ sơ "), "số 98/2023/NĐ-CP")


def test_a_day_without_a_year_is_asked_for_in_every_year():
    (expression,) = asked("ngày 10/9")
    assert set(marks_in(expression)) == {f"d_{year}0910" for year in range(2017, 2027)}


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("29/02/2024", Mark("d_20240229")),
        ("tháng 2/2024", Mark("m_202402")),
        ("năm 2024", a_year("2024")),
        ("quý I năm 2024", Any((Mark("m_202401"), Mark("m_202402"), Mark("m_202403")))),
    ],
)
def test_a_time_asks_for_as_few_marks_as_cover_it(query, expression):
    assert asked(query) == [expression]


def test_a_year_said_of_today_asks_for_its_days_alone():
    assert asked("năm 2025") == [a_year("2025")]
    assert asked("năm ngoái") == [Mark("y_2025")]


@pytest.mark.parametrize("typed", ["giai đoạn 2021-2023", "từ năm 2021 đến năm 2023"])
def test_several_years_are_written_by_their_ends(typed):
    ends = All((Words(("2021",), folded=True), Words(("2023",), folded=True)))
    marks = [Mark(f"y_{year}") for year in (2021, 2022, 2023)]
    assert asked(typed) == [Any((*marks, ends))]


def test_two_times_that_belong_together_ask_for_what_lies_between():
    (said,) = said_in("họp từ 30/12/2022 đến 2/2/2024", TODAY)
    marks = "d_20221230 d_20221231 y_2023 m_202401 d_20240201 d_20240202".split()
    assert said.expression == Any(tuple(map(Mark, marks)))
    assert said.label == "từ ngày 30/12/2022 đến ngày 2/2/2024"


def test_what_was_said_the_wrong_way_round_is_turned():
    words = "từ tháng 3/2024 đến 30/2/2023"
    (said,) = said_in(f"họp {words}", TODAY)
    assert (said.turned, said.missing) == (words, "ngày 30/2/2023")
    assert said.label == "từ ngày 28/2/2023 đến tháng 3/2024"


@pytest.mark.parametrize(
    ("typed", "missing", "label", "asked_for"),
    [
        ("30/2/2024", "ngày 30/2/2024", "tháng 2/2024", Mark("m_202402")),
        ("tháng 13/2024", "tháng 13/2024", "năm 2024", a_year("2024")),
    ],
)
def test_what_no_calendar_has_asks_for_its_month_or_year(typed, missing, label, asked_for):
    (said,) = said_in(f"họp {typed}", TODAY)
    assert (said.missing, said.label, said.expression) == (missing, label, asked_for)


def test_a_day_that_is_in_the_calendar_is_not_missing():
    (said,) = said_in("họp 29/2/2024", TODAY)
    assert (said.missing, said.label) == ("", "29/2/2024")


def test_a_document_number_is_no_month():
    (said,) = said_in("nghị định 10/2023", TODAY)
    assert said.expression == Mark("n_10_2023_nd")


def test_what_was_said_is_told_by_its_words_and_place():
    text = "giao ước ngày 29/02/2024 ở Bắc Kạn"
    (said,) = said_in(text, TODAY)
    assert text[said.start : said.end] == said.label
    assert "29/02/2024" in said.label


def test_words_without_a_day_or_number_say_none():
    assert said_in("khen thưởng điển hình tiên tiến", TODAY) == []


@given(days)
def test_a_day_is_found_in_every_way_to_write_it(day):
    mark = f"d_{day:%Y%m%d}"
    for written in (
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}-{day.month}-{day.year}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
    ):
        assert mark in marks_of_text(f"họp {written}, tại huyện")
        assert asked(written) == [Mark(mark)]


@given(days)
def test_the_marks_of_a_day_are_its_day_month_and_year(day):
    assert marks_of_day(day) == {f"d_{day:%Y%m%d}", f"m_{day:%Y%m}", f"y_{day.year}"}


@given(texts)
def test_any_text_has_marks_and_any_query_says_something(text):
    assert all(" " not in mark and mark == mark.lower() for mark in marks_of_text(text, TODAY))
    cleaned = clean(text)
    ends = [0]
    for said in said_in(cleaned, TODAY):
        assert ends[-1] <= said.start < said.end <= len(cleaned)
        ends.append(said.end)
