"""The words of an answer, marked in the text's own spelling."""

import datetime
import re
import time
from html import unescape

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from search.engine.marks import marks_of_day, marks_of_number
from search.highlighting import Highlighter
from search.vietnamese.document_numbers import document_numbers

pytestmark = pytest.mark.once

DAY = frozenset({"d_20240605"})


def number(text: str) -> frozenset[str]:
    """The mark a query asks for with that number."""
    (found,) = document_numbers(text)
    return frozenset({max(marks_of_number(found), key=len)})


def marked(text: str, words, *others: str, marks=frozenset(), years=frozenset()) -> str:
    """The title of a page that also has other texts."""
    page = Highlighter(words, [text, *others], marks=frozenset(marks), years=frozenset(years))
    return page.marked(text)


def passage(several, words, title: str = "", marks=frozenset()) -> str:
    return Highlighter(words, [title, *several], marks=marks).passage(several)


def test_words_are_marked_typed_with_or_without_accents():
    text = "Hội nghị tổng kết Cụm thi đua"
    assert marked(text, ["hoi", "nghi"]) == "<mark>Hội nghị</mark> tổng kết Cụm thi đua"
    assert marked(text, ["thi", "đua"]) == "Hội nghị tổng kết Cụm <mark>thi đua</mark>"


def test_a_tone_on_another_letter_is_marked_as_it_is_written():
    assert marked("Họat động năm qua", ["hoạt", "động"]) == "<mark>Họat động</mark> năm qua"


def test_a_word_typed_with_accents_marks_no_other_word():
    assert marked("Bà Hứa Thị Bích thi nâng ngạch", ["thị"]) == (
        "Bà Hứa <mark>Thị</mark> Bích thi nâng ngạch"
    )


# --- Accents -------------------------------------------------------------------------------------


def test_in_a_query_with_accents_words_without_any_mark_only_themselves():
    assert marked("Ủy ban ban hành văn bản dẫn nhân dân ở bàn", ["ủy", "ban", "nhân", "dân"]) == (
        "<mark>Ủy ban ban</mark> hành văn bản dẫn <mark>nhân dân</mark> ở bàn"
    )


def test_what_any_text_of_the_page_writes_exactly_marks_no_look_alike_in_its_title():
    words = ["bằng", "khen"]
    assert marked("Khắc phục băng lũ", words, "Tặng Bằng khen.") == "Khắc phục băng lũ"
    assert passage(["Khắc phục băng lũ"], words, title="Tặng Bằng khen") == "Khắc phục băng lũ"


def test_a_word_the_page_never_writes_exactly_marks_what_looks_like_it():
    assert marked("Cải cách hành chính", ["cải", "cach"]) == "<mark>Cải cách</mark> hành chính"
    assert marked("Huyện Bắc Kan", ["bắc", "kạn"]) == "Huyện <mark>Bắc Kan</mark>"


def test_a_query_without_accents_marks_every_way_to_write_it():
    assert marked("Ban hành văn bản ở bàn", ["ban"], "Ban ban ban") == (
        "<mark>Ban</mark> hành văn <mark>bản</mark> ở <mark>bàn</mark>"
    )


def test_a_page_found_by_another_name_marks_that_name_and_nothing_like_the_first():
    highlighter = Highlighter(
        ["bắc", "kạn"], ["Bác sĩ Thái Nguyên thải can"], reading=["thái", "nguyên"]
    )
    assert highlighter.marked(highlighter.texts[0]) == ("Bác sĩ <mark>Thái Nguyên</mark> thải can")


def test_a_slip_marks_what_was_meant_and_no_look_alike_of_the_right_words():
    asked, meant = ["hội", "nghị", "bắc", "kann"], ["hoi", "nghi", "bac", "kan"]
    text = "Hỏi về Hội nghị ở Bắc Kạn, nghỉ lễ"
    assert Highlighter(asked, [text], meant).marked(text) == (
        "Hỏi về <mark>Hội nghị</mark> ở <mark>Bắc Kạn</mark>, nghỉ lễ"
    )


def test_two_words_typed_without_accents_show_how_each_is_spelt():
    text = "Thi đua dựa trên điểm thi, được đưa ra đua thuyền"
    assert marked(text, ["thi", "dua"]) == (
        "<mark>Thi đua</mark> dựa trên điểm <mark>thi</mark>, được đưa ra <mark>đua</mark> thuyền"
    )
    assert marked("Dựa vào kỳ thi", ["thi", "dua"]) == "<mark>Dựa</mark> vào kỳ <mark>thi</mark>"


def test_of_a_name_that_was_also_searched_for_no_part_is_marked():
    text = "Ủy ban nhân dân tặng cá nhân, ban hành 5/QĐ-UBND"
    name = ("uy", "ban", "nhan", "dan")
    page = Highlighter(["ubnd"], [text], ["ủy", "ban", "nhân", "dân"], names=[name])
    assert page.marked(text) == (
        "<mark>Ủy ban nhân dân</mark> tặng cá nhân, ban hành 5/QĐ-<mark>UBND</mark>"
    )


def test_what_was_typed_beside_a_name_is_marked_anywhere():
    text = "Thái Nguyên có chè, nguyên liệu từ vùng chè Thái"
    page = Highlighter(
        ["chè", "thái", "nguyên"], [text], ["chè", "thái", "nguyên"], names=[("thai", "nguyen")]
    )
    assert page.marked(text) == (
        "<mark>Thái Nguyên</mark> có <mark>chè</mark>, nguyên liệu từ vùng <mark>chè</mark> Thái"
    )


# --- Days and document numbers -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        (
            "1102/QĐ-UBND",
            "Quyết định số 1102/QĐ-UBND, số 1102 khác",
            "Quyết định số <mark>1102/QĐ-UBND</mark>, số 1102 khác",
        ),
        ("98/2023/nd-cp", "theo 98/2023/NĐ-CP.", "theo <mark>98/2023/NĐ-CP</mark>."),
        ("6/2022/QH15", "Luật số 06/2022/QH15", "Luật số <mark>06/2022/QH15</mark>"),
        ("Nghị định 98/2023", "số 98 / 2023 / NĐ-CP", "số <mark>98 / 2023 / NĐ-CP</mark>"),
        ("98/2023/NĐ-CP", "198/2023/NĐ-CP và 98/2022/NĐ-CP", "198/2023/NĐ-CP và 98/2022/NĐ-CP"),
    ],
)
def test_a_document_number_is_marked_as_one_however_the_text_writes_it(asked, text, expected):
    assert marked(text, [], marks=number(asked)) == expected


@pytest.mark.parametrize(
    "written",
    [
        "05/6/2024",
        "5-6-2024",
        "ngày 05 tháng 6 năm 2024",
        "Ngày 5/6/2024",
        "ngày 5 tháng Sáu, 2024",
    ],
)
def test_a_day_is_marked_in_any_spelling(written):
    assert marked(f"Họp {written} <ở> Bắc Kạn", [], marks=DAY) == (
        f"Họp <mark>{written}</mark> &lt;ở&gt; Bắc Kạn"
    )


def test_another_day_and_a_number_that_looks_like_it_are_not_marked():
    text = "Ngày 15/6/2024 có Nghị định 6/2024/NĐ-CP, 5/6 đại biểu, năm 2024"
    assert "<mark>" not in marked(text, [], marks=DAY)


@pytest.mark.parametrize(
    "written", ["05/6", "5-6", "ngày 5/6", "ngày 05 tháng 6", "5 tháng 6", "Mùng 5 tháng 06"]
)
def test_a_day_without_a_year_is_marked_in_a_text_of_that_year(written):
    text = f"Sáng {written}, họp <ở> Bắc Kạn"
    assert marked(text, [], marks=DAY, years={2024, 2023}) == (
        f"Sáng <mark>{written}</mark>, họp &lt;ở&gt; Bắc Kạn"
    )
    assert "<mark>" not in marked(text, [], marks=DAY, years={2023})


@pytest.mark.parametrize(
    "written",
    [
        "15/6",
        "5/60",
        "5/6/2023",
        "5/6 năm 2023",
        "ngày 5 tháng 6 năm 2023",
        "5/6/7",
        "2,5/6",
        "6/5",
        "5 tháng 6, 2023",
    ],
)
def test_another_day_of_a_text_of_that_year_is_not_marked(written):
    assert "<mark>" not in marked(f"Sáng {written}, họp", [], marks=DAY, years={2024})


def test_of_a_month_the_days_called_so_are_marked():
    text = "Từ ngày 12/6 đến ngày 7 tháng 6, 5/6 đại biểu"
    assert marked(text, [], marks={"m_202406"}, years={2024}) == (
        "Từ <mark>ngày 12/6</mark> đến <mark>ngày 7 tháng 6</mark>, 5/6 đại biểu"
    )


def test_of_a_month_or_a_year_its_days_are_marked():
    day = datetime.date(2024, 6, 5)
    for mark in marks_of_day(day):
        assert marked("sáng 05/6/2024", [], marks=frozenset({mark})) == (
            "sáng <mark>05/6/2024</mark>"
        )
    assert marked("từ tháng 6/2024", [], marks=frozenset({"m_202406"})) == (
        "từ <mark>tháng 6/2024</mark>"
    )
    assert marked("trong năm 2024", [], marks=frozenset({"y_2024"})) == (
        "trong <mark>năm 2024</mark>"
    )


def test_the_passage_is_cut_around_the_number_rather_than_around_many_words():
    text = f"Khen thưởng thi đua {'một ' * 90}theo Quyết định số 1102/QĐ-UBND {'hai ' * 90}hết. "
    several = ["Khen thưởng thi đua yêu nước.", text]
    shown = passage(several, ["khen", "thưởng", "thi", "đua"], marks=number("1102/QĐ-UBND"))
    assert "<mark>1102/QĐ-UBND</mark>" in shown
    assert shown.startswith("… một")


def test_words_and_a_number_beside_them_are_marked_together():
    text = "Quyết định 1102/QĐ-UBND"
    assert marked(text, ["quyết", "định"], marks=number("1102/QĐ-UBND")) == (
        "<mark>Quyết định 1102/QĐ-UBND</mark>"
    )


def test_days_stand_where_they_are_behind_signs_nobody_sees():
    text = "Hội\u200b ng\u00adhị ke\u0302\u0301t thúc 05/6/2024\u00a0rồi"
    assert marked(text, [], marks=DAY) == text.replace("05/6/2024", "<mark>05/6/2024</mark>")
    text = "Nga\u200b\u0300y 05/6/2024"
    assert marked(text, [], marks=DAY) == f"<mark>{text}</mark>"


def test_a_long_text_full_of_days_takes_no_time():
    text = "Ngày 05/6/2024 họp, theo 98/2023/NĐ-CP. " * 10_000
    start = time.process_time()
    passage([text], ["không"], marks=DAY | number("98/2023/NĐ-CP"))
    assert time.process_time() - start < 5


# --- Any text ------------------------------------------------------------------------------------


def test_only_whole_words_are_marked():
    assert marked("nội vụ", ["no"]) == "nội vụ"


def test_markup_in_a_text_stays_text():
    assert marked("<b>thi</b> đua & “mở”", ["thi"]) == (
        "&lt;b&gt;<mark>thi</mark>&lt;/b&gt; đua &amp; “mở”"
    )
    assert marked("<script>", []) == "&lt;script&gt;"
    assert marked("một </mark> <mark>hai", ["khac"]) == "một &lt;/mark&gt; &lt;mark&gt;hai"


def test_the_passage_is_that_of_the_text_that_says_most_of_the_words():
    texts = ["Sáng 14/11, Sở tổ chức hội nghị.", "Cụm thi đua <số 2> ký giao ước."]
    assert passage(texts, ["giao", "ước", "cụm"]) == (
        "<mark>Cụm</mark> thi đua &lt;số 2&gt; ký <mark>giao ước</mark>."
    )


def test_the_passage_is_the_lead_where_no_text_says_a_word():
    assert passage(["Sáng 14/11, Sở họp.", "Ký giao ước."], ["lưu", "trữ"]) == "Sáng 14/11, Sở họp."


def test_a_long_text_is_cut_around_the_words():
    text = f"{'một ' * 80}Cờ thi đua {'hai ' * 80}"
    shown = passage([text], ["cờ", "thi", "đua"])
    assert shown.startswith("… một")
    assert "<mark>Cờ thi đua</mark>" in shown
    assert shown.endswith("hai …")


WRITTEN = [
    "05/6/2024",
    "5/6",
    "5 tháng 6",
    " ngày 5 tháng 6 năm 2024",
    "98/2023/NĐ-CP",
    "2024",
    "\x0b",
]
texts = st.lists(
    st.one_of(st.sampled_from(list("<>&\"' đĐườngthikếtoà́̉\u200b.,") + WRITTEN), st.characters()),
    max_size=80,
).map("".join)
some_years = st.sets(st.sampled_from([2023, 2024]))
some_marks = st.sets(st.sampled_from(["d_20240605", "m_202406", "y_2024", "n_98_2023_ndcp"]))
some_words = st.lists(st.sampled_from("thi đua duong đường kết ket hòa a".split()), max_size=4)


@given(texts, some_words, some_marks, some_years)
def test_without_its_marks_a_text_is_what_it_was(text, words, marks, years):
    html = marked(text, words, marks=marks, years=years)

    assert unescape(html.replace("<mark>", "").replace("</mark>", "")) == unescape(escape(text))
    assert re.findall(r"</?[^>]*>", html) == ["<mark>", "</mark>"] * html.count("<mark>")


@given(st.lists(texts, max_size=3), some_words, some_marks)
def test_a_passage_stands_in_one_of_the_texts(several, words, marks):
    html = passage(several, words, marks=frozenset(marks))
    shown = unescape(html.replace("<mark>", "").replace("</mark>", ""))
    core = shown.removeprefix("… ").removesuffix(" …")

    assert core == "" or any(core in unescape(escape(text)) for text in several)
    assert re.sub(r"</?mark>", "", html).count("<") == 0
