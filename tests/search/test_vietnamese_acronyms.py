"""Abbreviations that a text explains itself."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.vietnamese import acronyms as module
from search.vietnamese.acronyms import acronyms_in
from search.vietnamese.analysis import tokens

pytestmark = pytest.mark.once


def test_the_examples_in_the_module_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=1)


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Hội đồng quản trị (HĐQT) họp", "HĐQT", "hội đồng quản trị"),
        ("Uỷ ban nhân dân (UBND) huyện", "UBND", "ủy ban nhân dân"),
        ("phòng cháy và chữa cháy (PCCC)", "PCCC", "phòng cháy và chữa cháy"),
        ("Nông nghiệp và Phát triển nông thôn (NN&PTNT)", "NN&PTNT", None),
        ("của Cơ sở dữ liệu (gọi tắt là CSDL) này", "CSDL", None),
        ("Đơn vị sự nghiệp công lập (ĐVSNCL)", "ĐVSNCL", "đơn vị sự nghiệp công lập"),
    ],
)
def test_an_abbreviation_in_brackets_stands_for_the_words_before_it(text, short, full):
    if full is None:
        assert all(each.short == short for each in acronyms_in(text))
        return
    (found,) = acronyms_in(text)
    assert (found.short, " ".join(found.words)) == (short, full)


@pytest.mark.parametrize(
    "text",
    [
        "Hội đồng quản trị HĐQT",
        "Hội đồng quản trị (UBND)",  # other letters
        "Dân tộc và Tôn giáo (ĐT)",  # D is not Đ
        "Hội đồng (hđqt)",  # no capitals
        "Sở Nội vụ (ông Đặng Minh)",
        "Hội nghị. Đồng quản trị (HĐQT)",  # another sentence
        "(HĐQT)",
        "()",
        "((((",
        "",
    ],
)
def test_what_does_not_agree_is_no_abbreviation(text):
    assert acronyms_in(text) == set()


def test_each_is_found_once():
    text = "Hội đồng quản trị (HĐQT) họp; Hội đồng quản trị (HĐQT) và Ban kiểm soát (BKS) ký."

    assert {each.short for each in acronyms_in(text)} == {"HĐQT", "BKS"}
    assert len(acronyms_in(text)) == 2


names = st.lists(
    st.sampled_from("hội đồng quản trị điều phối ban kiểm soát trung tâm ủy nhân dân".split()),
    min_size=2,
    max_size=8,
)


@given(names)
def test_the_first_letters_of_any_name_are_learnt(words):
    short = "".join({"ủ": "u"}.get(word[0], word[0]) for word in words).upper()
    (found,) = acronyms_in(f"Theo quy chế, {' '.join(words)} ({short}) quyết nghị")

    assert found.short == short
    assert list(found.words) == words


@given(st.text(st.one_of(st.sampled_from("()HĐQT hội đồng. "), st.characters()), max_size=120))
def test_whatever_is_learnt_stands_in_the_text(text):
    for each in acronyms_in(text):
        assert f"({each.short})" in text or each.short in text
        assert set(each.words) <= set(tokens(text))
        assert len(each.words) >= 2
