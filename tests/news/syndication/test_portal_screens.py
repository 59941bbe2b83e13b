"""A key made by hand in a real browser, on a phone, a tablet and a desk."""

import datetime
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from news.syndication.models import Portal, PortalDay, PortalKey

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def portal() -> Portal:
    portal = Portal.objects.create(name="Cổng tỉnh Bắc Kạn", may_offer_articles=True)
    for ago in range(30):
        PortalDay.objects.create(
            portal=portal,
            day=timezone.localdate() - datetime.timedelta(days=ago),
            requests=1000 + 97 * ago % 800,
            refused=13 * ago % 50,
            items=40_000 + ago,
        )
    return portal


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_key_is_made_used_and_revoked(
    page: Tab, live_server, client, django_user_model, portal, width
):
    client.force_login(django_user_model.objects.create_superuser("chief"))
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.set_viewport_size({"width": width, "height": 800})
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)

    page.goto(f"{live_server.url}/admin/snippets/syndication/portal/")
    _fits(page, width)
    page.get_by_role("link", name="Cổng tỉnh Bắc Kạn").first.click()
    _fits(page, width)
    expect(page.locator(".portal-days tbody tr")).to_have_count(30)
    page.get_by_role("button", name="Tạo khóa mới").click()

    key = page.locator("#new-key").inner_text()
    assert re.fullmatch(r"cnv_[\w-]{43}", key)
    _fits(page, width)
    asked = page.request.get(
        f"{live_server.url}/api/v1/provinces/", headers={"Authorization": f"Bearer {key}"}
    )
    assert asked.status == 200

    page.get_by_role("link", name="Đã chép").click()
    expect(page.get_by_text(f"{key[:8]}…").first).to_be_visible()
    assert key not in page.content()
    page.get_by_role("link", name="Thu hồi").click()
    _fits(page, width)
    page.get_by_role("button", name="Thu hồi").click()
    expect(page.get_by_text("Đã thu hồi khóa")).to_be_visible()
    assert PortalKey.objects.get().revoked_at
    assert problems == []


def _fits(page: Tab, width: int) -> None:
    # Of the page that comes: while one goes, the document has no element yet.
    assert page.locator("html").evaluate("(html) => html.scrollWidth") <= width
