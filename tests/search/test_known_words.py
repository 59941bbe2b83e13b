"""Which words the search knows, and tells visitors of: those of texts that they can find."""

import pytest
from wagtail.models import Page, PageViewRestriction

from news.factories import ArticlePageFactory
from people.factories import PersonFactory
from search.engine import lexicon
from search.engine.lexicon import Lexicon, forget_words
from search.models import IndexedDocument

pytestmark = pytest.mark.django_db

LEAD = "Hội đồng quản lý thổ cẩm (HĐQLTC) họp ở Khuổi Trót."


@pytest.fixture
def known(write_index):
    """In how many texts "thổ cẩm" stands, by its words and as a phrase, and what "HĐQLTC" stands for."""

    def ask() -> tuple[int, int, int, list[str]]:
        write_index()
        lexicon = Lexicon("default")
        counts = lexicon.exact("thổ"), lexicon.folded("tho"), lexicon.pair("tho", "cam")
        return *counts, lexicon.acronyms(["hdqltc"]).get("HĐQLTC", [])

    return ask


NOWHERE: tuple[int, int, int, list[str]] = (0, 0, 0, [])
IN_ONE = (1, 1, 1, ["hội đồng quản lý thổ cẩm"])


def test_the_words_of_a_draft_are_known_once_it_is_published(site_tree, known):
    draft = ArticlePageFactory(parent=site_tree.emulation, title="Bản", lead=LEAD, published=False)
    assert known() == NOWHERE
    before = Lexicon("default").documents

    draft.save_revision().publish()
    assert known() == IN_ONE
    assert Lexicon("default").documents == before + 1

    draft.refresh_from_db()
    draft.lead = LEAD.replace("Khuổi", "Nà")
    draft.save_revision().publish()
    assert known() == IN_ONE

    draft.unpublish()
    assert known() == NOWHERE
    draft.delete()
    assert known() == NOWHERE


def test_the_words_of_a_private_section_are_not_known_while_it_is_private(site_tree, known):
    ArticlePageFactory(parent=site_tree.emulation, title="Bản", lead=LEAD)
    assert known() == IN_ONE

    section = Page.objects.get(pk=site_tree.emulation.pk)
    restriction = PageViewRestriction.objects.create(page=section, restriction_type="login")
    assert known() == NOWHERE

    restriction.delete()
    assert known() == IN_ONE


def test_names_are_known(known):
    PersonFactory(full_name="Lường Thổ Cẩm")
    assert known()[:3] == IN_ONE[:3]


def test_no_word_of_a_draft_is_offered_for_a_slip(site_tree, write_index, found):
    public = "Lớp dạy đan gùi tre"
    ArticlePageFactory(parent=site_tree.emulation, title=public, lead="", body=())
    ArticlePageFactory(parent=site_tree.emulation, title="Khuổi Trót", lead="", published=False)
    write_index()
    forget_words()

    answer = found("dan gui tre khuoii")
    assert answer["did_you_mean"] is None
    assert [item["title"] for item in answer["items"]] == [public]
    assert Lexicon("default").near("khuoii") == []
    assert IndexedDocument.objects.filter(is_counted=None).exists()


def test_only_the_number_of_many_documents_is_remembered(write_index, monkeypatch):
    monkeypatch.setattr(lexicon, "_numbers", {})

    def documents_with(name: str) -> int:
        PersonFactory(full_name=name)
        write_index()
        return Lexicon("default").documents

    first, second = map(documents_with, ("Nguyễn Thị Hòa", "Trần Văn Bình"))
    assert second == first + 1
    monkeypatch.setattr(lexicon, "MANY", second)
    assert documents_with("Lê Thị Nụ") == second
