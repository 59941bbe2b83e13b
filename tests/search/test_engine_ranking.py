"""Which of the candidates comes first."""

import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.expansions import OtherName
from search.engine.hits import Hit, Variant, phrases_held, spelt_in
from search.engine.ranking import Ranker, weight_of_pair
from search.vietnamese.analysis import tokens

from .known_texts import KnownTexts, hit

pytestmark = pytest.mark.once

TODAY = datetime.date(2026, 11, 25)
TEXTS = (
    "Ký kết giao ước thi đua",
    "Bàn việc cấp nước",
    "Bán đấu giá",
    "Ban giám khảo",
    "Thi nâng ngạch và đua thuyền",
    "Hội nghị khen thưởng",
)
KNOWN = KnownTexts(*TEXTS)

some_words = st.lists(
    st.sampled_from(tokens(" ".join(TEXTS)) + ["ban", "giao", "lạ"]), min_size=1, max_size=5
).map(tuple)
some_hits = st.lists(
    st.tuples(some_words, some_words, st.one_of(st.none(), st.dates())), max_size=6
).map(
    lambda rows: [
        Hit(str(number), " ".join(title), " ".join(body), day=day)
        for number, (title, body, day) in enumerate(rows)
    ]
)


def order(typed: str, *hits: Hit, variants: tuple[Variant, ...] = (), marks=()) -> list[str]:
    asked = (Variant(tuple(tokens(typed))), *variants)
    return [each.key for each in Ranker(asked, KNOWN, marks, TODAY).rank(hits)]


def test_exact_accents_come_before_look_alikes():
    assert order("bàn", hit("bán", "Bán trụ sở"), hit("bàn", "Bàn việc"), hit("ban", "Ban này"))[
        0
    ] == ("bàn")


def test_exact_accents_count_even_where_the_words_stand_apart():
    like = hit("like", body="Bán trụ sở; rồi mới cấp nước.")
    assert order("bàn nước", like, hit("exact", body="Bàn việc; rồi mới cấp nước."))[0] == "exact"


def test_a_word_that_hardly_any_text_has_without_accents_was_typed_without_them():
    old = hit("old", body="Kham khổ rồi cấp nước.", day=datetime.date(2019, 1, 1))
    new = hit("new", body="Khám bệnh rồi cấp nước.", day=datetime.date(2026, 1, 1))
    known = KnownTexts(*["Khám bệnh"] * 30, old.body, new.body)
    ranked = Ranker([Variant(("kham", "nước"))], known, (), TODAY).rank([old, new])
    assert [each.key for each in ranked] == ["new", "old"]


def test_without_accents_look_alikes_are_equal_and_the_newer_is_first():
    old, new = datetime.date(2019, 1, 1), datetime.date(2026, 1, 1)
    assert order("ban", hit("bàn", "Bàn việc", day=old), hit("bán", "Bán việc", day=new)) == [
        "bán",
        "bàn",
    ]


def test_a_phrase_comes_before_its_words_apart():
    apart = hit("apart", body="thi nâng ngạch, đua thuyền, giao hàng, ước mơ")
    assert order("giao ước thi đua", apart, hit("phrase", body="Ký giao ước thi đua."))[0] == (
        "phrase"
    )


def test_neighbours_by_chance_tell_less_than_a_word_as_rare():
    apart = [f"máy {number}, vệ {number}" for number in range(200)]
    known = KnownTexts(*apart, "Đo máy vệ tinh", "Bún chả")
    assert weight_of_pair("may", "ve", known) < weight_of_pair("bun", "cha", known)


def test_two_words_that_meet_by_chance_elsewhere_say_nothing_there():
    known = KnownTexts(
        *["Hội nghị"] * 20, *["Phong trào thi đua"] * 20, *["Ngày 15"] * 60, "nghỉ thì"
    )
    chance = hit("chance", body="Hội trường; ngày nghỉ thì chuyển phòng; thi và đua")
    words = hit("words", body="Hội nghị tổng kết phong trào thi đua")
    meet = hit("meet", body="Đã có hội nghị thi đua; nghỉ; thì")

    asked = [Variant(("hoi", "nghi", "thi", "dua"))]
    ranked = Ranker(asked, known, today=TODAY).rank([chance, words, meet])
    assert [each.key for each in ranked] == ["meet", "words", "chance"]


def test_one_word_more_is_worth_more_than_the_same_many_times():
    rest = " và thế" * 250
    many = hit("many", body="giao ước; khen thưởng; " * 8 + rest)
    all_of_it = hit("all", body="giao ước; rồi khen thưởng; rồi nâng ngạch" + rest)
    assert order("giao ước khen thưởng nâng ngạch", many, all_of_it) == ["all", "many"]


def test_a_title_comes_before_a_body():
    assert order("khen thưởng", hit("body", body="khen thưởng"), hit("title", "Khen thưởng"))[
        0
    ] == ("title")


def test_the_whole_title_comes_first():
    longer = hit("longer", "Khen thưởng điển hình tiên tiến")
    assert order("khen thưởng", longer, hit("whole", "Khen thưởng")) == ["whole", "longer"]


def test_what_only_another_name_finds_comes_after_what_was_typed():
    merged = OtherName("Bắc Kạn", "Thái Nguyên", "{name} nay thuộc {other}")
    named = Variant(("thái", "nguyên"), penalty=5.0, reason=merged)
    assert order(
        "bắc kạn", hit("other", "Thái Nguyên"), hit("typed", "Bắc Kạn"), variants=(named,)
    ) == ["typed", "other"]


def test_another_name_weighs_no_more_than_what_was_typed_however_rare_it_is():
    known = KnownTexts(*["Quảng Ngãi"] * 40, *["Quảng Nam"] * 40, *["Đi chợ"] * 200, "Kon Tum")
    named = Variant(
        ("kon", "tum"), penalty=5.0, reason=OtherName("quảng ngãi", "kon tum", "đã nhập")
    )
    typed = hit("typed", "Quảng Ngãi: hai vụ tai nạn")
    other = hit("other", "Kon Tum: hai vụ tai nạn")

    ranked = Ranker([Variant(("quảng", "ngãi")), named], known, today=TODAY).rank([other, typed])
    assert [each.key for each in ranked] == ["typed", "other"]


def test_a_rarer_spelling_weighs_no_more_than_the_one_that_was_typed():
    common = [hit(str(place), body="Kỹ thuật in.") for place in range(3)]
    known = KnownTexts(*(each.body for each in common), "Kĩ thuật số")
    asked = (Variant(("kỹ", "thuật")), Variant(("kĩ", "thuật"), 1.0))
    ranked = Ranker(asked, known, (), TODAY).rank([*common, hit("rare", body="Kĩ thuật số.")])
    assert ranked[-1].key == "rare"


def test_a_day_that_was_asked_for_outweighs_words():
    marked = hit("marked", body="giao ước", marks=frozenset({"d_20240229"}))
    named = hit("named", "Giao ước")
    assert order("giao ước", named, marked, marks=[frozenset({"d_20240229"})]) == [
        "marked",
        "named",
    ]


def test_a_hit_knows_the_reading_that_found_it_and_whether_as_a_phrase():
    short = Variant(("ubnd",), penalty=2.0)
    found = hit("1", "UBND xã")
    Ranker([Variant(("ủy", "ban")), short], KNOWN, today=TODAY).rank([found])

    assert found.variant == short
    assert found.is_phrase


def test_readings_that_no_text_holds_on_end_are_told_apart():
    held, other = Variant(("giao", "uoc")), Variant(("uoc", "giao"))
    assert phrases_held([hit("1", "Ký kết giao ước")], [held, other]) == [held]


def test_a_reading_is_spelt_as_the_text_spells_it():
    text = hit("1", "Hội nghị", "Sau đó ký kết giao ước")
    assert list(spelt_in([text], Variant(("giao", "uoc")), ())) == ["giao", "ước"]
    assert list(spelt_in([text], Variant(("khong", "co")), ())) == ["khong", "co"]


def test_a_reading_no_text_has_on_end_is_spelt_word_by_word():
    texts = [hit("1", "Ước hẹn, rồi giao hàng"), hit("2", "Giáo án"), hit("3", "Giao nhận")]
    assert list(spelt_in(texts, Variant(("giao", "uoc")), ())) == ["giao", "ước"]


@given(some_words, some_hits)
def test_ranking_keeps_all_and_has_one_order(words, hits):
    ranked = Ranker([Variant(words)], KNOWN, today=TODAY).rank(hits)

    assert sorted(each.key for each in ranked) == sorted(each.key for each in hits)
    assert all(math.isfinite(each.score) for each in ranked)
    scores = [each.score for each in ranked]
    assert scores == sorted(scores, reverse=True)
    again = Ranker([Variant(words)], KNOWN, today=TODAY).rank(list(reversed(hits)))
    assert [each.key for each in again] == [each.key for each in ranked]


@given(some_words)
def test_no_text_that_says_less_comes_before_the_query_itself(words):
    own = Hit("own", " ".join(words), "")
    less = Hit("less", " ".join(words[:-1]), "")

    assert Ranker([Variant(words)], KNOWN, today=TODAY).rank([less, own])[0] is own
