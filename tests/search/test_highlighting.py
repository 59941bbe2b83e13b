"""The words of an answer, marked in the text's own spelling."""

import re
from html import unescape

from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from search.highlighting import marked, passage


def test_words_are_marked_typed_with_or_without_accents():
    text = "Hội nghị tổng kết Cụm thi đua"
    assert marked(text, ["hoi", "nghi"]) == "<mark>Hội nghị</mark> tổng kết Cụm thi đua"
    assert marked(text, ["thi", "đua"]) == "Hội nghị tổng kết Cụm <mark>thi đua</mark>"


def test_a_word_typed_with_accents_marks_no_other_word():
    assert marked("Bà Hứa Thị Bích thi nâng ngạch", ["thị"]) == (
        "Bà Hứa <mark>Thị</mark> Bích thi nâng ngạch"
    )


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


texts = st.text(
    st.one_of(st.sampled_from(list("<>&\"' đĐườngthikếtoà́̉\u200b.,")), st.characters()),
    max_size=80,
)
some_words = st.lists(st.sampled_from("thi đua duong đường kết ket hòa a".split()), max_size=4)


@given(texts, some_words)
def test_without_its_marks_a_text_is_what_it_was(text, words):
    html = marked(text, words)

    assert unescape(html.replace("<mark>", "").replace("</mark>", "")) == unescape(escape(text))
    assert re.findall(r"</?[^>]*>", html) == ["<mark>", "</mark>"] * html.count("<mark>")


@given(st.lists(texts, max_size=3), some_words)
def test_a_passage_stands_in_one_of_the_texts(several, words):
    html = passage(several, words)
    shown = unescape(html.replace("<mark>", "").replace("</mark>", ""))
    core = shown.removeprefix("… ").removesuffix(" …")

    assert core == "" or any(core in unescape(escape(text)) for text in several)
    assert re.sub(r"</?mark>", "", html).count("<") == 0
