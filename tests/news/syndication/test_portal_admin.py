"""The screens on which a department keeps its portals and their keys."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from news.factories import ArticlePageFactory
from news.syndication.models import Edition, Portal, PortalDay, PortalKey, Publication

pytestmark = pytest.mark.once

LIST = reverse("wagtailsnippets_syndication_portal:list")


@pytest.fixture
def portal(site_tree, bac_kan) -> Portal:
    return Portal.objects.create(
        name="Cổng tỉnh Bắc Kạn", province=bac_kan, may_offer_articles=True
    )


@pytest.fixture
def chief(client, django_user_model):
    chief = django_user_model.objects.create_superuser("chief")
    client.force_login(chief)
    return chief


def edit_url(portal: Portal) -> str:
    return reverse("wagtailsnippets_syndication_portal:edit", args=[portal.pk])


def text_of(response) -> str:
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_a_new_key_is_shown_once_and_works(client, chief, portal):
    response = client.post(reverse("syndication_new_key", args=[portal.pk]))

    assert "no-store" in response["Cache-Control"]
    (key,) = re.findall(r'id="new-key">([^<]+)<', response.content.decode())
    assert f"Authorization: Bearer {key}" in text_of(response)
    asked = client.get("/api/v1/provinces/", headers={"Authorization": f"Bearer {key}"})
    assert asked.status_code == 200

    page = client.get(edit_url(portal)).content.decode()
    assert key not in page
    assert f"{key[:8]}…" in page


def test_a_portal_that_is_left_with_nothing_to_take_is_told_of(
    client, chief, portal, site_tree, take_only
):
    take_only(portal, sections=[site_tree.emulation])
    assert "không còn mục nào để lấy" not in text_of(client.get(LIST))

    site_tree.emulation.delete()
    assert "không còn mục nào để lấy" in text_of(client.get(LIST))


def test_a_key_is_not_made_by_looking(client, chief, portal):
    assert client.get(reverse("syndication_new_key", args=[portal.pk])).status_code == 405
    assert not PortalKey.objects.exists()


def test_revoking_asks_once_and_is_written_down(client, chief, portal):
    row, key = PortalKey.make(portal)
    url = reverse("syndication_revoke", args=[row.pk])

    assert "Thu hồi khóa" in text_of(client.get(url))
    row.refresh_from_db()
    assert row.revoked_at is None
    page = text_of(client.post(url, follow=True))

    assert "Đã thu hồi" in page
    asked = client.get("/api/v1/provinces/", headers={"Authorization": f"Bearer {key}"})
    assert asked.status_code == 401
    entry = ModelLogEntry.objects.get(action="syndication.revoke_key")
    assert (entry.user, entry.data["key"]) == (chief, str(row))
    assert key not in str(entry.data)


@pytest.mark.parametrize("name", ["lan", "minh", "stranger"])
def test_others_see_and_do_nothing_here(client, portal, request, name):
    row, _key = PortalKey.make(portal)
    client.force_login(request.getfixturevalue(name))

    for url in (LIST, edit_url(portal), reverse("syndication_revoke", args=[row.pk])):
        assert client.get(url).status_code == 302
    assert client.post(reverse("syndication_revoke", args=[row.pk])).status_code == 302
    assert client.post(reverse("syndication_new_key", args=[portal.pk])).status_code == 302
    assert [each for each in portal.keys.all() if each.opens] == [row]


def test_the_list_tells_how_each_portal_stands(client, chief, portal, site_tree):
    ArticlePageFactory(parent=site_tree.emulation)
    Publication.objects.update(edition=20)
    seen = datetime.datetime(2026, 3, 1, 5, 30, tzinfo=datetime.UTC)
    Portal.objects.update(last_seen_at=seen, asked_since=13, is_active=False)
    PortalDay.objects.create(portal=portal, day=timezone.localdate(), requests=4321)
    Portal.objects.create(name="Cổng chưa gọi")

    Edition.objects.update(missed=3)

    page = text_of(client.get(LIST))

    for words in ("Cổng tỉnh Bắc Kạn", "Tỉnh Bắc Kạn", "12:30 01/03/2026", "Chậm 7 lần cập nhật", "4321",
                  "Không", "Chưa gọi", "Chưa hỏi", "đã phải sửa 3 lần"):  # fmt: skip
        assert words in page, words


def test_the_list_asks_as_often_for_many_portals_as_for_one(
    client, chief, portal, django_assert_max_num_queries
):
    client.get(LIST)
    with django_assert_max_num_queries(20):
        client.get(LIST)
    Portal.objects.bulk_create(Portal(name=f"Cổng {n}", asked_since=1) for n in range(15))
    with django_assert_max_num_queries(20):
        client.get(LIST)


def test_the_last_30_days_are_shown_with_bars(client, chief, portal):
    today = timezone.localdate()
    for ago, requests in ((0, 50), (1, 200), (29, 1), (30, 999)):
        PortalDay.objects.create(
            portal=portal, day=today - datetime.timedelta(days=ago), requests=requests
        )

    page = client.get(edit_url(portal)).content.decode()

    assert re.findall(r'<rect width="([^"]+)"', page) == ["25.0", "100.0", "0.5"]


def test_a_portal_is_made_with_the_form(client, chief, site_tree, bac_kan):
    client.post(
        reverse("wagtailsnippets_syndication_portal:add"),
        {
            "name": "Cổng tỉnh Thái Nguyên",
            "is_active": "on",
            "may_read": "on",
            "requests_per_minute": "100",
            "sections": [site_tree.emulation.pk],
            "takes_all_provinces": "on",
        },
    )

    portal = Portal.objects.get()
    assert [section.title for section in portal.sections.all()] == ["Thi đua"]
    assert not portal.may_offer_articles


@pytest.mark.parametrize(
    ("takes_all", "sections", "words"),
    [
        ({"takes_all_sections": "on"}, True, "Bỏ chọn “lấy mọi chuyên mục”"),
        ({}, False, "Chọn ít nhất một mục, hoặc chọn “lấy mọi chuyên mục”"),
    ],
)
def test_all_sections_or_some_but_not_both_and_not_none(
    client, chief, site_tree, takes_all, sections, words
):
    answer = client.post(
        reverse("wagtailsnippets_syndication_portal:add"),
        {
            "name": "Cổng tỉnh Thái Nguyên",
            "requests_per_minute": "100",
            "takes_all_provinces": "on",
            "sections": [site_tree.emulation.pk] if sections else [],
            **takes_all,
        },
    )

    assert words in answer.content.decode()
    assert not Portal.objects.exists()


def test_the_form_offers_todays_provinces(client, chief, portal):
    page = client.get(edit_url(portal)).content.decode()

    assert "Tỉnh Thái Nguyên" in page
    assert page.count('name="provinces"') == 34
