"""The sections through the API: what a list of articles can be asked for."""

import pytest
from wagtail.models import Locale, PageViewRestriction

from news.factories import ArticlePageFactory
from news.syndication.publications.reconcile import sweep

pytestmark = pytest.mark.django_db


def test_sections_are_told_with_what_a_list_is_asked_by(api, site_tree):
    ArticlePageFactory(parent=site_tree.structure, title="Sắp xếp các phòng")
    ArticlePageFactory(parent=site_tree.emulation, title="Ký giao ước thi đua")
    sweep()
    items = api.get("sections/")["items"]

    assert [each["title"] for each in items] == ["Thi đua", "Tổ chức bộ máy"]
    assert items[0]["url"].endswith("/tin-tuc/thi-dua/")
    assert api.titles(section=items[0]["slug"]) == ["Ký giao ước thi đua"]


def test_a_section_that_is_not_public_is_not_told(api, site_tree):
    PageViewRestriction.objects.create(page=site_tree.emulation, restriction_type="login")

    assert [each["title"] for each in api.get("sections/")["items"]] == ["Tổ chức bộ máy"]


def test_sections_of_another_language_have_its_names(api, site_tree):
    english = Locale.objects.get_or_create(language_code="en")[0]
    site_tree.home.copy_for_translation(english).save_revision().publish()
    site_tree.news.copy_for_translation(english).save_revision().publish()
    copy = site_tree.emulation.copy_for_translation(english)
    copy.title = "Emulation"
    copy.save_revision().publish()

    (item,) = api.get("sections/", locale="en")["items"]
    assert (item["id"], item["title"]) == (str(site_tree.emulation.translation_key), "Emulation")
