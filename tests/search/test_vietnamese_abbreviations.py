"""Abbreviations are understood, and full forms found under their abbreviations."""

import doctest
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.vietnamese import abbreviations as module
from search.vietnamese.abbreviations import DOCUMENT_TYPES, OFFICIAL, Abbreviations
from search.vietnamese.analysis import tokens
from search.vietnamese.normalise import fold

pytestmark = pytest.mark.once

OURS = Abbreviations()
ENTRIES = [(abbreviation, full) for abbreviation, fulls in OFFICIAL.items() for full in fulls]


def expanded(query: str) -> set[str]:
    return {each.full for each in OURS.expand(query.split())}


def shortened(query: str) -> set[str]:
    return {each.abbreviation for each in OURS.shorten(query.split())}


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=2)


@pytest.mark.parametrize(("abbreviation", "full"), ENTRIES)
def test_every_entry_works_in_both_directions(abbreviation: str, full: str):
    assert full in expanded(abbreviation)
    assert abbreviation in shortened(full)
    assert abbreviation in shortened(fold(full))


def test_each_entry_has_words_and_no_two_are_one():
    for table in (OFFICIAL, DOCUMENT_TYPES):
        for abbreviation, fulls in table.items():
            assert fulls
            assert len(set(fulls)) == len(fulls)
            assert all(len(tokens(full)) > 1 for full in fulls), abbreviation
        assert len({name.lower() for name in table}) == len(table)


@pytest.mark.parametrize("typed", ["UBND", "ubnd", "Ubnd"])
def test_capitals_do_not_matter(typed: str):
    assert expanded(typed) == {"ủy ban nhân dân"}


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("hdnd", "hội đồng nhân dân"),
        ("HDND", "hội đồng nhân dân"),
        ("tdkt", "thi đua, khen thưởng"),
        ("gd&đt", "giáo dục và đào tạo"),
        ("GDĐT", "giáo dục và đào tạo"),
        ("gddt", "giáo dục và đào tạo"),
        ("gd đt", "giáo dục và đào tạo"),
        ("gd-dt", "giáo dục và đào tạo"),
        ("LĐTBXH", "lao động - thương binh và xã hội"),
        ("ldtbxh", "lao động - thương binh và xã hội"),
    ],
)
def test_accents_and_signs_may_be_missing(typed: str, full: str):
    assert expanded(typed) == {full}


def test_wrong_accents_are_another_word():
    assert expanded("ưbnd") == set()


def test_an_abbreviation_with_several_meanings_has_them_all():
    assert expanded("TT") == {"thông tư", "thị trấn", "trung tâm"}


@pytest.mark.parametrize("word", ["tu", "tư", "hu", "Tu"])
def test_a_syllable_is_an_abbreviation_only_in_capitals(word: str):
    assert expanded(word) == set()
    assert expanded(word.upper())


def test_where_accents_are_missing_and_two_are_left_nothing_is_guessed():
    two = Abbreviations({"NĐ": ["nghị định"], "NĐD": ["x y"], "ND": ["nhân dân"]})
    assert [each.full for each in two.expand(["nd"])] == ["nhân dân"]
    assert [each.full for each in two.expand(["nđ"])] == ["nghị định"]
    two = Abbreviations({"ĐA": ["đề án"], "ĐÂ": ["điện ảnh"]})
    assert two.expand(["DA"]) == []


def test_places_say_which_words_are_meant():
    (found,) = OURS.expand("danh sách UBND xã".split())
    assert (found.start, found.end, found.abbreviation) == (2, 3, "UBND")
    (found,) = OURS.shorten("tin uỷ ban nhân dân xã".split())
    assert (found.start, found.end, found.abbreviation) == (1, 5, "UBND")


def test_a_lone_hyphen_is_no_word():
    (found,) = OURS.shorten("thi đua - khen thưởng - 2024".split())
    assert (found.start, found.end, found.abbreviation) == (0, 5, "TĐKT")


def test_the_longest_form_is_taken():
    assert shortened("cán bộ công chức viên chức") == {"CBCCVC"}
    assert shortened("bộ giáo dục và đào tạo") == {"BGDĐT"}


@pytest.mark.parametrize(
    ("said", "abbreviation"),
    [
        ("uy ban nhan dan", "UBND"),
        ("Uỷ Ban Nhân Dân", "UBND"),
        ("chiến sỹ thi đua", "CSTĐ"),
        ("quản lí nhà nước", "QLNN"),
        ("giáo dục đào tạo", "GD&ĐT"),
        ("ủy ban nhan dân", "UBND"),
    ],
)
def test_full_forms_are_found_however_they_are_spelt(said: str, abbreviation: str):
    assert shortened(said) == {abbreviation}


def test_full_forms_with_other_accents_are_other_words():
    assert shortened("ủy bán nhân dân") == set()


def test_a_site_adds_its_own():
    ours = Abbreviations({**OFFICIAL, "STNMT": ["Sở Tài nguyên và Môi trường"]})
    assert [each.full for each in ours.expand(["stnmt"])] == ["Sở Tài nguyên và Môi trường"]
    assert ours.expand(["UBND"])
    assert Abbreviations({}).expand(["UBND"]) == []


def test_an_entry_without_words_is_passed_over():
    ours = Abbreviations({"": ["một hai"], "&": ["–"], "SNV": [""], "BNV": ["Bộ Nội vụ"]})
    assert ours.expand(["&", "–", ""]) == []
    assert [each.abbreviation for each in ours.shorten("– bộ nội vụ".split())] == ["BNV"]


@given(st.lists(st.one_of(st.text(max_size=6), st.sampled_from(sorted(OFFICIAL))), max_size=12))
def test_matches_stand_in_order_and_apart(words: list[str]):
    for found in (OURS.expand(words), OURS.shorten(words)):
        places = sorted({(each.start, each.end) for each in found})
        assert all(0 <= start < end <= len(words) for start, end in places)
        assert all(left[1] <= right[0] for left, right in pairwise(places))
