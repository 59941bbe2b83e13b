"""“Đổi chuyên mục” of several texts at once, from “Tin bài”."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Locale, Page

from news.admin.changing_section import SectionForm
from news.factories import ArticlePageFactory

pytestmark = pytest.mark.once


def change(client, pages, section=None):
    action = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "change_section"])
    address = f"{action}?{'&'.join(f'id={page.pk}' for page in pages)}&next=/admin/"
    if section is None:
        return client.get(address)
    return client.post(address, {"chooser": section.pk}, follow=True)


def sections_of(pages) -> list[str]:
    return [Page.objects.get(pk=page.pk).get_parent().slug for page in pages]


@pytest.fixture
def articles(site_tree):
    return ArticlePageFactory.create_batch(2, parent=site_tree.emulation)


def test_several_texts_go_to_another_section(client, site_tree, minh, articles):
    client.force_login(minh)

    said = change(client, articles, site_tree.structure).content.decode()

    assert sections_of(articles) == ["to-chuc-bo-may", "to-chuc-bo-may"]
    assert f"Đã chuyển 2 bài sang “{site_tree.structure.title}”." in said
    moved = Page.objects.get(pk=articles[0].pk)
    assert (
        client.get(f"/tin-tuc/thi-dua/{moved.slug}/", follow=True).request["PATH_INFO"] == moved.url
    )


def test_the_list_says_in_which_section_each_is(client, minh, articles):
    client.force_login(minh)
    screen = BeautifulSoup(client.get("/admin/tin-bai/").content, "html.parser")
    table = screen.select_one(".listing")
    heads = [head.get_text(strip=True) for head in table.select("th")]
    row = table.select("tbody tr")[0].select("td")
    assert row[heads.index("Chuyên mục")].get_text(strip=True) == "Thi đua"


def test_only_sections_are_offered(client, site_tree, minh, articles):
    client.force_login(minh)
    screen = change(client, articles).content.decode()

    assert "Chọn chuyên mục" in screen
    for offered in (site_tree.emulation, site_tree.structure):
        assert f'<option value="{offered.pk}">' in screen
    assert f'<option value="{site_tree.home.pk}">' not in screen
    change(client, articles, site_tree.home)
    assert sections_of(articles) == ["thi-dua", "thi-dua"]


def test_only_those_in_the_language_of_the_texts(site_tree, articles):
    english = Locale.objects.get(language_code="en")
    site_tree.structure.copy_for_translation(english, copy_parents=True)
    form = SectionForm(
        destination=None,
        pages_to_move=[page.pk for page in articles],
        target_parent_models=(),
    )

    assert {each.locale for each in form.fields["chooser"].queryset} == {articles[0].locale}


def test_a_section_itself_is_none_of_them(client, site_tree, minh):
    client.force_login(minh)

    screen = change(client, [site_tree.emulation]).content.decode()

    assert "Không đổi được: không phải tin bài" in screen
    assert "Chọn chuyên mục" not in screen


def test_what_is_public_is_moved_by_who_may_publish(client, site_tree, articles):
    editor = get_user_model().objects.create_user("huong")
    editor.groups.add(Group.objects.get(name="Biên tập viên"))
    client.force_login(editor)
    draft = ArticlePageFactory(parent=site_tree.emulation, published=False)
    screen = change(client, [*articles, draft]).content.decode()
    assert "bài đã đăng mà bạn không có quyền đăng" in screen

    change(client, [*articles, draft], site_tree.structure)

    assert sections_of([*articles, draft]) == ["thi-dua", "thi-dua", "to-chuc-bo-may"]
