"""Lan's first morning, in a real browser: from Word to the public page, by way of everybody who reads it."""

import datetime
import io
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import docx
import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from wagtail.models import Site

from news.factories import SectionPageFactory
from news.models import ArticlePage, NewsIndexPage
from news.scheduling import keep_schedule
from tests.axe import serious_faults

pytestmark = [
    pytest.mark.browser,
    pytest.mark.long,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

TITLE = "Tổng kết công tác thi đua năm 2025"
MENDED = "Sở Nội vụ tổng kết công tác thi đua, khen thưởng năm 2025"
CAPTIONS = ["Toàn cảnh Hội nghị", "Giám đốc Sở phát biểu tại Hội nghị", "Trao Bằng khen"]
REASON = "Tiêu đề thiếu tên cơ quan."
PASSWORD = "mat-khau-cua-buoi-sang"
EXAMPLE = Path(__file__).parents[2] / "benchmarks" / "portal"


@pytest.fixture
def word_document() -> bytes:
    """A text with three photos and their captions, as a reporter writes it."""
    word, result = docx.Document(), io.BytesIO()
    word.add_heading(TITLE, level=0)
    word.add_paragraph("Sáng 15/01/2026, Sở Nội vụ tổ chức Hội nghị tổng kết công tác thi đua.")
    for number, caption in enumerate(CAPTIONS):
        picture = io.BytesIO()
        Image.new("RGB", (900, 600), (60 + 60 * number, 90, 120)).save(picture, "JPEG")
        picture.seek(0)
        word.add_paragraph(f"Năm qua có {number + 2} cách làm hay được nhân rộng ở cơ sở.")
        word.add_picture(picture)
        word.add_paragraph(caption, style="Caption")
    word.save(result)
    return result.getvalue()


@pytest.fixture
def newsroom(browser: Browser, live_server, settings):
    """Give a name and a role, get that person's browser, logged in."""
    settings.PUBLIC_URL = live_server.url
    Site.objects.update(port=int(live_server.url.rpartition(":")[2]))
    SectionPageFactory(parent=NewsIndexPage.objects.get(), title="Thi đua")
    contexts = []

    def enter(name: str, role: str) -> Tab:
        user = User.objects.create_user(name, f"{name}@example.vn", PASSWORD, first_name=name)
        user.groups.add(Group.objects.get(name=role))
        contexts.append(browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"))
        tab = contexts[-1].new_page()
        tab.goto(f"{live_server.url}/admin/login/")
        tab.get_by_label("Tên đăng nhập").fill(name)
        tab.get_by_label("Mật khẩu").fill(PASSWORD)
        tab.get_by_role("button", name="Đăng nhập").click()
        expect(tab.get_by_role("link", name="Tài khoản").first).to_be_attached()
        return tab

    yield enter
    for context in contexts:
        context.close()


@pytest.fixture
def portal(live_server, settings, tmp_path):
    """The page for drafts of benchmarks/portal, at a portal's own address."""
    page = (EXAMPLE / "preview.html").read_text().replace("http://127.0.0.1:8000", live_server.url)
    (tmp_path / "preview.html").write_text(page)
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    settings.WAGTAIL_HEADLESS_PREVIEW = settings.WAGTAIL_HEADLESS_PREVIEW | {
        "CLIENT_URLS": {"default": f"{origin}/preview.html"}
    }
    settings.ADMIN_CONTENT_SECURITY_POLICY = settings.ADMIN_CONTENT_SECURITY_POLICY | {
        "frame-src": ["'self'", origin]
    }
    yield
    server.shutdown()
    server.server_close()


def choose(tab: Tab, action: str) -> None:
    """From the menu at the foot of the form, once the form is alive."""
    tab.wait_for_load_state("networkidle")
    tab.get_by_role("button", name="Thao tác khác").click()
    tab.get_by_role("button", name=action, exact=True).click()


def open_from_home(tab: Tab, title: str) -> None:
    tab.goto(re.sub("/admin/.*", "/admin/", tab.url))
    tab.get_by_role("link", name=title).first.click()


def test_from_word_to_the_public_page(newsroom, portal, live_server, word_document, page: Tab):
    lan = newsroom("Lan", "Phóng viên")
    huong = newsroom("Hương", "Biên tập viên")
    minh = newsroom("Minh", "Lãnh đạo duyệt")

    # Lan brings her text in, and is asked for what the photos lack.
    lan.get_by_role("link", name="Nhập bài", exact=True).click()
    lan.get_by_label("Tệp").set_input_files(
        {"name": "Tin sáng nay.docx", "mimeType": "application/msword", "buffer": word_document}
    )
    lan.get_by_role("button", name="Đọc và tạo bản nháp").click()
    expect(lan.get_by_text("Đã tạo bản nháp")).to_be_visible()
    expect(lan.get_by_text(CAPTIONS[2])).to_have_count(2)  # in the source, and in what was read
    assert serious_faults(lan) == []
    lan.get_by_role("link", name="Sửa bài").click()

    # She looks at it, and then under the portal's look.
    lan.get_by_role("button", name="Mở hoặc đóng xem trước").click()
    draft = lan.frame_locator("#w-preview-iframe")
    expect(draft.get_by_role("heading", name=TITLE)).to_be_visible()
    lan.get_by_label("Kiểu xem trước").select_option("elsewhere")
    expect(draft.get_by_text("Bản nháp, chưa đăng")).to_be_visible()
    expect(draft.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(draft.get_by_text(CAPTIONS[2])).to_be_visible()
    lan.get_by_role("button", name="Soát bài").click()
    expect(lan.get_by_text("trong bản nháp đã lưu").first).to_be_visible()
    assert serious_faults(lan) == []
    choose(lan, "Gửi vào quy trình “Duyệt bài”")
    expect(lan.get_by_text("Ảnh thứ 3 (“Trao Bằng khen”) chưa có mô tả ảnh.")).to_be_visible()
    descriptions = lan.get_by_label("Mô tả ảnh")
    expect(descriptions).to_have_count(3)
    for number, field in enumerate(descriptions.all()):
        field.fill(f"Ảnh {number + 1}: người dự họp trong hội trường")
    choose(lan, "Gửi vào quy trình “Duyệt bài”")
    expect(lan.get_by_text("Đã gửi duyệt")).to_be_visible()

    # Hương sends it back, and says why.
    open_from_home(huong, TITLE)
    choose(huong, "Trả lại để sửa")
    huong.get_by_label("Lý do trả lại").fill(REASON)
    huong.get_by_role("dialog").get_by_role("button", name="Trả lại để sửa").click()
    huong.wait_for_url("**/admin/pages/*/")
    assert REASON in mail.outbox[-1].body

    # Lan reads it above her text, mends it, and sends it again.
    open_from_home(lan, TITLE)
    expect(lan.get_by_text(re.compile(f"Hương trả lại lúc .*{REASON}"))).to_be_visible()
    lan.locator("#id_title").fill(MENDED)
    choose(lan, "Gửi lại bước “Biên tập”")
    expect(lan.get_by_text("Đã gửi").first).to_be_visible()

    # Hương looks at what was changed.
    article = ArticlePage.objects.get()
    compared = reverse(
        "wagtailadmin_pages:revisions_compare", args=[article.pk, "earliest", "latest"]
    )
    huong.goto(f"{live_server.url}{compared}")
    expect(huong.get_by_role("row", name="Bản sau Bản mới nhất")).to_contain_text("Lan")
    expect(huong.get_by_text(MENDED).first).to_be_visible()
    assert serious_faults(huong) == []

    # Hương passes it on; Minh chooses the hour, and signs.
    open_from_home(huong, MENDED)
    huong.wait_for_load_state("networkidle")
    expect(huong.get_by_text("mà chưa lưu được")).to_have_count(0)  # sending back is no typing
    choose(huong, "Duyệt")
    huong.wait_for_url("**/admin/pages/*/")
    at = timezone.localtime() + datetime.timedelta(hours=2)
    open_from_home(minh, MENDED)
    minh.wait_for_load_state("networkidle")
    minh.get_by_role("button", name="Trạng thái").click()
    minh.get_by_role("button", name="Đặt lịch").click()
    hour = minh.get_by_label("Ngày giờ đăng")
    hour.fill(f"{at:%d/%m/%Y %H:%M}")
    expect(minh.locator(".xdsoft_datetimepicker:visible")).to_be_visible()
    hour.press("Tab")
    # By the keyboard: on a slow machine the calendar comes once more, and lies over the button.
    minh.get_by_role("dialog").get_by_role("button", name="Lưu lịch").press("Enter")
    choose(minh, "Duyệt và hẹn giờ đăng")
    minh.wait_for_url("**/admin/pages/*/")

    page.goto(f"{live_server.url}{article.url}")
    expect(page.get_by_text("Trang này lạc mất dấu")).to_be_visible()
    with time_machine.travel(at + datetime.timedelta(minutes=1)):
        keep_schedule()
    page.goto(f"{live_server.url}{article.url}")
    expect(page.locator("h1")).to_have_text(MENDED)
    for caption in CAPTIONS:
        expect(page.get_by_role("article").get_by_text(caption)).to_be_visible()
