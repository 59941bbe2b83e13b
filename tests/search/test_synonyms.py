"""Synonyms: what an editor writes down in the admin is searched for from the next search on."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.factories import ArticlePageFactory
from search.models import Synonym

pytestmark = [pytest.mark.django_db, pytest.mark.once]

BASKETS = "Giữ nghề đan gùi tre"
ADD = "wagtailsnippets_search_synonym:add"
DELETE = "wagtailsnippets_search_synonym:delete"
ALREADY = "Đã có “quẩy tấu = gùi tre”; hãy sửa mục ấy."


@pytest.fixture
def baskets(site_tree, write_index):
    """An article that says "gùi tre" only."""
    article = ArticlePageFactory(parent=site_tree.emulation, title=BASKETS, lead="", body=())
    write_index()
    return article


@pytest.fixture
def admin(client, lan):
    client.force_login(lan)
    return client


@pytest.fixture
def saved(form_errors):
    """What the form says of each field to what Lan wrote; nothing once it is saved."""

    def save(words: str, meaning: str, both_ways: bool = True) -> dict:
        data = {"words": words, "meaning": meaning} | ({"both_ways": "on"} if both_ways else {})
        return form_errors(reverse(ADD), data)

    return save


def page_for(client, **parameters) -> str:
    return unescape(client.get("/tim-kiem/", parameters).content.decode())


# --- It acts ---------------------------------------------------------------------------------------


def test_a_synonym_acts_on_the_very_next_search_and_says_so(baskets, saved, client, found, titles):
    assert titles("quẩy tấu") == []

    assert saved("quẩy tấu", "gùi tre") == {}

    assert titles("quẩy tấu") == [BASKETS]
    assert found("quẩy tấu")["also"] == [{"text": "gùi tre", "reason": "Tìm thêm “gùi tre”"}]
    html = page_for(client, q="quẩy tấu")
    assert "<b>Tìm thêm “gùi tre”</b>" in html
    assert baskets.url in html


def test_a_synonym_that_is_deleted_no_longer_acts(baskets, saved, admin, titles):
    saved("quẩy tấu", "gùi tre")
    assert titles("quẩy tấu") == [BASKETS]

    admin.post(reverse(DELETE, args=[Synonym.objects.get().pk]))

    assert titles("quẩy tấu") == []


def test_whoever_wants_just_these_words_can_have_them(baskets, saved, shown):
    saved("quẩy tấu", "gùi tre")
    assert shown("quẩy tấu").total == 1
    assert shown("quẩy tấu", exact="1").total == 0


@pytest.mark.parametrize("typed", ["QUẨY TẤU", "quay tau", "  Quẩy   tấu ", "đan quẩy tấu"])
def test_it_acts_however_the_words_are_typed_and_among_others(baskets, saved, titles, typed):
    saved("Quẩy tấu", "Gùi tre")
    assert titles(typed)[:1] == [BASKETS]


def test_other_accents_are_another_word(baskets, saved, found):
    saved("quẩy tấu", "gùi tre")
    assert found("quầy tàu")["also"] == []


@pytest.mark.parametrize(("both_ways", "also"), [(True, ["quẩy tấu"]), (False, [])])
def test_the_other_way_round_only_where_the_editor_said_both_ways(
    baskets, site_tree, saved, write_index, found, both_ways, also
):
    ArticlePageFactory(parent=site_tree.emulation, title="Mua quẩy tấu mới", lead="", body=())
    write_index()
    saved("quẩy tấu", "gùi tre", both_ways)
    assert [each["text"] for each in found("gùi tre")["also"]] == also
    assert [each["text"] for each in found("quẩy tấu")["also"]] == ["gùi tre"]


def test_what_says_the_words_as_typed_comes_before_what_says_the_synonym(
    baskets, site_tree, saved, write_index, titles
):
    as_typed = "Giữ nghề đan quẩy tấu"
    ArticlePageFactory(parent=site_tree.emulation, title=as_typed, lead="", body=())
    write_index()
    saved("quẩy tấu", "gùi tre")

    assert titles("quẩy tấu")[:2] == [as_typed, BASKETS]
    assert titles("gùi tre")[:2] == [BASKETS, as_typed]


def test_several_meanings_of_one_word_are_all_searched_for(
    baskets, site_tree, saved, write_index, found
):
    ArticlePageFactory(parent=site_tree.emulation, title="Chiếc lù cở của mẹ", lead="", body=())
    write_index()
    for meaning in ("gùi tre", "lù cở", "địu nứa"):
        saved("quẩy tấu", meaning)

    answer = found("quẩy tấu")
    assert answer["total"] == 2
    # What no text says is not told of.
    assert {each["text"] for each in answer["also"]} == {"lù cở", "gùi tre"}


def test_more_synonyms_cost_no_more_queries(baskets, saved, client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/api/v1/search/", {"q": "quẩy tấu"})
        return len(captured)

    saved("quẩy tấu", "gùi tre")
    queries()
    with_one = queries()
    Synonym.objects.bulk_create(Synonym(words=f"từ {n}", meaning=f"nghĩa {n}") for n in range(50))

    assert queries() == with_one


@pytest.mark.parametrize("words", ['"xe" OR *', "NEAR(xe, 1)", "'; DROP TABLE search_synonym; --"])
def test_signs_in_a_synonym_are_only_signs(baskets, saved, found, words):
    assert saved(words, "gùi tre") == {}
    assert found(words)["total"] == 1


# --- It is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "meaning", "errors"),
    [
        ("", "", {"words": ["Trường này là bắt buộc."], "meaning": ["Trường này là bắt buộc."]}),
        ("  ", "gùi tre", {"words": ["Trường này là bắt buộc."]}),
        ("???", "gùi tre", {"words": ["Cần có chữ cái hoặc chữ số."]}),
        (
            "???",
            "–",
            {"words": ["Cần có chữ cái hoặc chữ số."], "meaning": ["Cần có chữ cái hoặc chữ số."]},
        ),
        ("gùi tre", "gùi tre", {"meaning": ["Hai cách viết phải khác nhau."]}),
        ("Hoà  Bình", "hòa bình", {"meaning": ["Hai cách viết phải khác nhau."]}),
        ("thi đua!", "Thi-đua", {"meaning": ["Hai cách viết phải khác nhau."]}),
    ],
)
def test_words_that_could_not_act_are_refused(saved, words, meaning, errors):
    assert saved(words, meaning) == errors
    assert not Synonym.objects.exists()


def test_words_that_are_too_long_are_refused_in_vietnamese(saved):
    errors = saved("đ" * 300, "ơ" * 300)
    assert [message for _, (message,) in sorted(errors.items())] == [
        "Nhiều nhất 200 ký tự (đang có 300).",
        "Nhiều nhất 120 ký tự (đang có 300).",
    ]


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("quẩy tấu", "gùi tre"),
        ("QUẨY TẤU", "Gùi tre"),
        ("quẩy  tấu ", " gùi-tre"),
        ("quay tau", "gui tre"),
        ("gùi tre", "quẩy tấu"),
    ],
)
def test_the_same_two_are_written_down_only_once(saved, words, meaning):
    assert saved("quẩy tấu", "gùi tre") == {}
    assert saved(words, meaning) == {"meaning": [ALREADY]}
    assert Synonym.objects.count() == 1


def test_a_synonym_can_be_changed(baskets, saved, admin, titles):
    saved("quẩy tấu", "gùi tre", both_ways=False)
    edit = reverse("wagtailsnippets_search_synonym:edit", args=[Synonym.objects.get().pk])

    admin.post(edit, {"words": "Quẩy Tấu", "meaning": "gùi tre", "both_ways": "on"})
    assert str(Synonym.objects.get(both_ways=True)) == "Quẩy Tấu = gùi tre"

    admin.post(edit, {"words": "lù cở mây", "meaning": "gùi tre", "both_ways": "on"})
    assert titles("quẩy tấu") == []
    assert titles("lù cở mây")[:1] == [BASKETS]


def test_the_list_says_in_words_which_act_both_ways(saved, admin):
    saved("quẩy tấu", "gùi tre")
    saved("giấy tờ xe", "hồ sơ xe", both_ways=False)
    html = admin.get(reverse("wagtailsnippets_search_synonym:list")).content.decode()
    cells = re.findall(r"<td[^>]*>\s*(Có|Không|True|False)\s*</td>", html)
    assert cells == ["Không", "Có"]


# --- Who may -----------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["stranger", None])
def test_nobody_else_writes_synonyms(client, request, who):
    if who:
        client.force_login(request.getfixturevalue(who))
    response = client.post(reverse(ADD), {"words": "quẩy tấu", "meaning": "gùi tre"})
    assert response.status_code == 302
    assert not Synonym.objects.exists()
