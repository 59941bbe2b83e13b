"""What holds of any text whatever: nothing raises, places are right, fixes fix."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.house_style.checking import check
from news.house_style.passages import passage
from tests.news.house_style.conftest import HOUSE, NAMES

pytestmark = pytest.mark.once

SLIPS = [
    *NAMES.bodies,
    *(person.name for person in NAMES.people),
    "Sở Nội",
    "Sở nội vụ",
    "Vũ Đăng Khái, Giám đốc",
    "toả",
    "Uỷ ban",
    "Cơ sơ dữ liệu",
    "Cụm Thi đua",
    "Cụm thi đua",
    "ngày 30/02/2024",
    "thứ Hai, ngày 29/02/2024",
    "tặng Bằng khen cho 07 tập thể",
    "lượngphục",
    '"thi đua"',
    " ,",
    "  ",
    ".",
    "\n",
    "\u0301",
    "<b>",
    "</b>",
    "</p><p>",
    "&nbsp;",
    "&amp;",
    "<",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(SLIPS) | st.text(max_size=4)).map(" ".join))


@given(TEXTS, st.booleans())
def test_every_finding_stands_where_it_says(text, is_html):
    read = passage("lead", text, is_html=is_html)
    for finding in check([read], HOUSE):
        assert 0 <= finding.start < finding.end <= len(read.text)
        assert finding.words == read.text[finding.start : finding.end]
        assert finding.why
        assert finding.replacement != finding.words


@given(TEXTS, st.booleans())
def test_a_fix_makes_its_finding_go_away(text, is_html):
    read = passage("lead", text, is_html=is_html)
    for finding in check([read], HOUSE):
        source = finding.fixed_source()
        if source is None:
            continue
        mended = passage("lead", source, is_html=is_html)
        assert mended.text[finding.start :].startswith(finding.replacement)
        assert finding.key not in {each.key for each in check([mended], HOUSE)}


@given(TEXTS, st.booleans())
def test_of_a_text_nothing_is_lost(text, is_html):
    """Every character knows its place, and what no rule touched stays byte for byte."""
    read = passage("lead", text, is_html=is_html)
    assert all(one[1] <= other[0] for one, other in zip(read.spans, read.spans[1:], strict=False))
    assert read.replaced(0, len(read.text), read.text) == text


def test_a_fix_leaves_tags_and_entities_alone():
    html = '<p>R&amp;D &lt; 5: <a href="/toả/">sức lan <b>toả</b></a> ở  đây</p>'
    read = passage("body", html, is_html=True)
    sources = {each.words: each.fixed_source() for each in check([read], HOUSE)}
    assert sources == {
        "toả": html.replace("<b>toả", "<b>tỏa"),
        "  ": html.replace("ở  đây", "ở đây"),
    }


def test_letters_on_both_sides_of_a_tag_are_left_to_the_editor():
    read = passage("body", "<p>Sở Nội v<b>u</b> tỉnh, th<i>ựch</i>iện</p>", is_html=True)
    findings = {each.words: each.fixed_source() for each in check([read], HOUSE)}
    assert findings["Sở Nội vu"] == "<p>Sở Nội v<b>ụ</b> tỉnh, th<i>ựch</i>iện</p>"


def test_words_on_both_sides_of_a_tag_cannot_be_exchanged_whole():
    read = passage("body", "<p>mở <b>lớp</b></p>", is_html=True)
    assert read.replaced(0, 6, "bắt-tay") is None
    assert read.replaced(3, 6, "buổi học") == "<p>mở <b>buổi học</b></p>"


def test_words_in_decomposed_letters_are_read_and_mended():
    read = replace(passage("lead", "lan toa\u0309 ra"))
    (finding,) = check([read], HOUSE)
    assert (finding.words, finding.fixed_source()) == ("toả", "lan tỏa ra")
