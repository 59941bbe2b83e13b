"""“Viết bài mới”: a writer chooses a section by its name, and never sees the page tree."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SCREEN = "/admin/tin-bai/choose_parent/"


def form_of(place: Page) -> str:
    return reverse("wagtailadmin_pages:add", args=["news", "articlepage", place.pk])


@pytest.fixture
def seen(client, site_tree, lan):
    """What the server sends Lan for an address."""
    client.force_login(lan)

    def get(address: str = SCREEN) -> BeautifulSoup:
        return BeautifulSoup(client.get(address).content, "html.parser")

    return get


def offered(screen: BeautifulSoup) -> list[str]:
    return [option.get_text() for option in screen.select("select[name=place] option")]


def test_the_places_are_those_of_the_import_and_none_is_chosen(seen):
    screen = seen()

    assert screen.h1.get_text(strip=True) == "Viết bài mới"
    assert offered(screen) == ["Chọn chuyên mục", *offered(seen(reverse("news_import")))]
    assert "Tổ chức bộ máy" in offered(screen)
    assert [each["value"] for each in screen.select("option[selected]")] == [""]


def test_the_list_of_all_articles_leads_to_it(seen):
    [button] = seen("/admin/tin-bai/").select(f'a[href^="{SCREEN}"]')
    assert button.get_text(strip=True) == "Viết bài mới"


def test_so_does_the_list_of_a_page_type(seen):
    usual = reverse("wagtailadmin_pages:choose_parent", args=["news", "articlepage"])
    assert offered(seen(usual)) == offered(seen()) != []


def test_what_is_chosen_leads_to_the_form_of_that_section(client, seen, site_tree):
    answer = client.post(SCREEN, {"place": site_tree.structure.pk})
    assert answer.headers["Location"] == form_of(site_tree.structure)


def test_who_chose_nothing_is_asked_once_more(client, seen):
    assert "Hãy chọn một chuyên mục." in client.post(SCREEN, {"place": ""}).content.decode()


def test_what_is_chosen_is_nothing_that_could_be_lost(seen):
    [form] = seen().select("form:has(select[name=place])")
    assert not form.has_attr("data-edit-form")
    assert "w-unsaved" not in form.get("data-controller", "")


def test_who_writes_in_one_section_goes_straight_to_the_form(client, seen, site_tree, lan):
    GroupPagePermission.objects.filter(group=lan.groups.get()).update(page=site_tree.structure)

    assert client.get(SCREEN).headers["Location"] == form_of(site_tree.structure)
    refused = client.post(SCREEN, {"place": site_tree.emulation.pk}).content.decode()
    assert "Chọn một chuyên mục trong danh sách." in refused


def test_who_may_write_nowhere_is_told(client, site_tree, stranger):
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)

    said = client.get(SCREEN, follow=True).content.decode()

    assert "Tài khoản của bạn không có quyền vào khu vực này." in said


def test_english_texts_are_put_into_english_sections(seen, site_tree):
    english = Locale.objects.get(language_code="en")
    translated = site_tree.structure.copy_for_translation(english, copy_parents=True)
    translated.title = "Organisation"
    translated.save()

    assert offered(seen(f"{SCREEN}?locale=en")) == ["Chọn chuyên mục", "Tin tức", "Organisation"]
    assert "Organisation" not in offered(seen())
