"""A date typed by hand in a real browser, picker and all."""

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from news.factories import ArticlePageFactory
from news.models import ArticlePage
from tests.site_tree import plant_site_tree

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_what_is_no_day_is_told_and_never_made_another_day(
    page: Tab, live_server, client, django_user_model
):
    article = ArticlePageFactory(parent=plant_site_tree().emulation)
    client.force_login(django_user_model.objects.create_superuser("chief"))
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])

    page.goto(f"{live_server.url}/admin/pages/{article.pk}/edit/")
    _type(page, "31/02/2024")
    expect(page.locator("[name=event_date]")).to_have_value("31/02/2024")
    expect(page.get_by_text("Ngày không đúng. Nhập ngày/tháng/năm")).to_be_visible()

    _type(page, "29/02/2024")
    expect(page.get_by_text("Đã cập nhật trang")).to_be_visible()
    saved = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    assert f"{saved.event_date}" == "2024-02-29"


def _type(page: Tab, day: str) -> None:
    """As an editor does: into the field, on to the next one, then save."""
    page.get_by_role("tab", name="Sự kiện").click()
    field = page.locator("[name=event_date]")
    field.fill(day)
    field.press("Tab")
    with page.expect_navigation():  # the server is asked first who is signed in
        page.get_by_role("button", name="Lưu bản nháp").click()
    page.get_by_role("tab", name="Sự kiện").click()
