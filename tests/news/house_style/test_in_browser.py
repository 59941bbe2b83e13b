"""“Soát bài” as an editor uses it: open, click, and never lose what was just typed."""

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


def test_a_click_mends_and_typed_words_come_first(
    page: Tab, live_server, client, django_user_model, settings
):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    article = ArticlePageFactory(
        parent=plant_site_tree().emulation, lead="Sức lan toả.", body=[("heading", "Phần  một")]
    )
    client.force_login(django_user_model.objects.create_superuser("chief"))
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(f"{live_server.url}/admin/pages/{article.pk}/edit/")

    toggle = page.get_by_role("button", name="Soát bài")
    expect(toggle).to_contain_text("2")
    toggle.click()
    expect(page.get_by_text("2 chỗ nên xem lại")).to_be_visible()
    for link in page.locator(".house-style__place").all():
        anchor = link.get_attribute("href")
        assert page.locator(anchor or "").count() == 1, anchor

    page.locator("[name=lead]").fill("Sức lan toả rộng.")
    fix = page.get_by_role("button", name="Sửa “toả” thành “tỏa”")
    expect(fix).to_be_disabled()
    expect(page.get_by_text("Bài có chữ vừa gõ")).to_be_visible()
    page.get_by_role("button", name="Lưu bản nháp").click()
    expect(page.get_by_text("Đã cập nhật trang")).to_be_visible()

    page.get_by_role("button", name="Sửa “toả” thành “tỏa”").click()
    expect(page.get_by_text("Đã sửa 1 chỗ trong bản nháp.")).to_be_visible()
    expect(page.locator("[name=lead]")).to_have_value("Sức lan tỏa rộng.")
    expect(page.get_by_text("1 chỗ nên xem lại")).to_be_visible()
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    assert draft.lead == "Sức lan tỏa rộng."
