"""The way of one old article through the house, in a real browser: imported, read, judged."""

from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from wagtail.models import Site

from news.models import ArticlePage, Proposal

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

SAMPLE = Path(__file__).parents[1] / "news" / "importing" / "samples" / "cum-thi-dua-so-2.txt"
CAPTIONS = [
    "Toàn cảnh Hội nghị",
    "Đồng chí Hồ Văn Rin, Phó Giám đốc Sở Tư pháp phát biểu tại Hội nghị",
    "Lãnh đạo Sở Nội vụ trao Giấy khen cho các cá nhân",
]


@pytest.fixture
def article(live_server) -> ArticlePage:
    Site.objects.update(port=int(live_server.url.rpartition(":")[2]))
    call_command("import_articles", str(SAMPLE), publish=True)
    return ArticlePage.objects.get()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_reader_sees_captions_views_event_and_byline(page: Tab, article, width):
    page.set_viewport_size({"width": width, "height": 800})
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)

    page.goto(article.full_url)

    expect(page.locator("h1")).to_have_text(article.title)
    expect(page.get_by_text("Lượt xem: 1.208")).to_be_visible()
    for caption in CAPTIONS:
        expect(page.locator("figcaption").get_by_text(caption)).to_be_visible()
    expect(page.get_by_text("Sáng thứ Tư, 15/01/2025").first).to_be_visible()
    expect(page.get_by_text("Hoàng Anh Thư").first).to_be_visible()
    assert page.locator("html").evaluate("(html) => html.scrollWidth") <= width
    assert problems == []


def test_minh_accepts_everything_and_the_page_shows_the_awards(
    page: Tab, article, live_server, client, django_user_model
):
    client.force_login(django_user_model.objects.create_superuser("minh"))
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(article.full_url)
    expect(page.get_by_text("Phan Đăng Khoa, Trưởng phòng")).to_have_count(1)

    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("link", name="Đề xuất nhập bài").click()
    page.get_by_role("link", name=article.title).click()
    page.get_by_role("button", name="Nhận tất cả").click()

    expect(page.get_by_role("button", name="Bỏ")).to_have_count(0)
    assert not Proposal.objects.open().exists()
    page.goto(article.full_url)
    expect(page.get_by_text("Giấy khen").first).to_be_visible()
    expect(page.get_by_text("5 cá nhân").first).to_be_visible()
