"""Expressions that mean the same in an office."""

import pytest

from search.engine.expansions import provinces_among, synonyms_among
from search.vietnamese.abbreviations import OFFICIAL
from search.vietnamese.analysis import tokens
from search.vietnamese.normalise import fold
from search.vietnamese.provinces import PROVINCES
from search.vietnamese.synonyms import SYNONYMS

pytestmark = pytest.mark.once


def others(typed: str) -> set[str]:
    words = tuple(tokens(typed))
    return {" ".join(each.made_in(words)) for each in synonyms_among(words)}


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("sáp nhập hai sở", "hợp nhất hai sở"),
        ("hợp nhất hai sở", "sáp nhập hai sở"),
        ("sap nhap hai so", "hợp nhất hai so"),
        ("chế độ hưu trí", "chế độ nghỉ hưu"),
    ],
)
def test_an_expression_is_said_otherwise(typed, other):
    assert other in others(typed)


def test_what_took_a_task_over_is_not_asked_for_by_the_task():
    assert not any("lao động" in each for each in others("Sở Nội vụ"))


def test_accents_that_were_typed_must_be_right():
    assert others("hợp nhật hai sở") == set()


def test_a_longer_expression_hides_those_inside_it():
    assert not any(each.startswith("về hưu trước") for each in others("nghỉ hưu sớm hơn")) or (
        "về hưu trước tuổi hơn" in others("nghỉ hưu sớm hơn")
    )
    assert "hưu trí sớm" not in others("nghỉ hưu sớm")


def test_each_pair_is_of_two_expressions_as_the_index_writes_them():
    assert len(set(SYNONYMS)) == len(SYNONYMS)
    for one, other in SYNONYMS:
        assert one != other
        assert one == " ".join(tokens(one))
        assert other == " ".join(tokens(other))


def test_abbreviations_stay_in_their_own_table():
    signs = {fold(sign) for sign in OFFICIAL}
    assert not [pair for pair in SYNONYMS if signs & {fold(each) for each in pair}]


def test_all_the_provinces_of_both_lists_are_known(db):
    from people.models import Province

    known = {" ".join(name) for name in PROVINCES} | {"huế"}
    names = {" ".join(tokens(name)) for name in Province.objects.values_list("name", flat=True)}
    assert names
    assert names - known == set()


@pytest.mark.parametrize("typed", ["tỉnh Phú Thọ", "tinh phu tho"])
def test_a_province_is_seen_with_or_without_accents(typed):
    assert list(provinces_among(tokens(typed))) == [range(1, 3)]


def test_a_province_with_wrong_accents_is_none():
    assert list(provinces_among(tokens("tỉnh phủ thờ"))) == []
