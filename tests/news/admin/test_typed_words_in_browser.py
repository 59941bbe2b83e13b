"""Nothing typed is lost, in a real browser: the session ends in the middle of a text, the line is cut."""

import re
import time
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from playwright.sync_api import APIResponse, Request, Route, expect
from playwright.sync_api import Page as Tab
from wagtail.models import Comment

from news.factories import ArticlePageFactory
from news.models import ArticlePage
from tests.axe import serious_faults
from tests.site_tree import plant_site_tree

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

PASSWORD = "mat-khau-cua-lan"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('news:words:'))"


@pytest.fixture
def article(page: Tab, live_server, client) -> ArticlePage:
    """An article of Lan's, open in her browser."""
    lan = User.objects.create_user("lan", password=PASSWORD)
    lan.groups.add(Group.objects.get(name="Biên tập viên"))
    article = ArticlePageFactory(
        parent=plant_site_tree().emulation, lead="", body=[("paragraph", "<p>Mở đầu.</p>")]
    )
    client.force_login(lan)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(f"{live_server.url}/admin/pages/{article.pk}/edit/")
    page.wait_for_load_state("networkidle")
    return article


def draft(article: ArticlePage) -> tuple[str, str]:
    latest = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    return latest.lead, re.sub(' data-block-key="[^"]*"', "", latest.body[0].value.source)


def write(page: Tab, words: str) -> None:
    """Into the lead, and behind the paragraph of the text."""
    page.locator("#id_lead").fill(words)
    page.locator("[contenteditable=true]").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(f" {words}")


def test_what_was_typed_after_the_session_ended_comes_back(page: Tab, article):
    Session.objects.all().delete()
    write(page, "Gõ lúc hết phiên: Đỗ Thị Hường.")
    page.get_by_role("button", name="Lưu bản nháp").click()
    expect(page.get_by_text("Phiên đăng nhập đã hết")).to_be_visible()
    expect(page.get_by_text("Tự lưu đang tạm ngừng")).to_be_visible()
    why = page.locator(".footer__save-warning p")  # it would be "Lỗi máy chủ"
    expect(why).to_have_css("display", "none")
    assert serious_faults(page) == []
    expect(page.locator("#id_lead")).to_have_value("Gõ lúc hết phiên: Đỗ Thị Hường.")

    # The machine is switched off; some other day Lan signs in and opens her article.
    again = page.context.new_page()
    again.goto(page.url)
    page.close()
    again.get_by_label("Tên đăng nhập").fill("lan")
    again.get_by_label("Mật khẩu").fill(PASSWORD)
    again.get_by_role("button", name="Đăng nhập").click()
    expect(again.get_by_role("button", name="Khôi phục nội dung chưa lưu")).to_be_visible()
    assert serious_faults(again) == []
    again.get_by_role("button", name="Khôi phục nội dung chưa lưu").click()
    expect(again.locator("#id_lead")).to_have_value("Gõ lúc hết phiên: Đỗ Thị Hường.")
    lead, paragraph = draft(article)
    assert lead == "Gõ lúc hết phiên: Đỗ Thị Hường."
    assert "Mở đầu. Gõ lúc hết phiên: Đỗ Thị Hường." in paragraph
    again.wait_for_function(f"() => {KEPT}.length === 0")  # by a script, after the page is read
    expect(again.get_by_text("mà chưa lưu được")).to_have_count(0)


def test_of_two_presses_in_a_hurry_one_is_sent(page: Tab, article):
    """The second would come with the version before the first, and be told of another window's."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.is_navigation_request() and request.method == "POST":
            sent.append(request.url)

    page.on("request", note)
    page.locator("#id_lead").fill("Bảy tỉnh ký kết.")
    with page.expect_navigation():
        page.evaluate(
            "document.querySelectorAll('[data-edit-form] button[type=submit]')"
            ".forEach((button) => button.click())"
        )
    page.wait_for_load_state("networkidle")
    assert len(sent) == 1
    assert draft(article)[0] == "Bảy tỉnh ký kết."


def test_what_is_sent_is_not_saved_beside_it(page: Tab, article):
    """A new text was there twice where the server took longer than the pause before a save."""
    section = article.get_parent()
    page.goto(re.sub("/admin/.*", f"/admin/pages/add/news/articlepage/{section.pk}/", page.url))
    page.wait_for_load_state("networkidle")

    def slowly(route: Route) -> None:
        if route.request.is_navigation_request():
            time.sleep(2)
        route.continue_()

    sent: list[bool] = []

    def note(request: Request) -> None:
        if request.method == "POST" and re.search("/pages/(add|[0-9]+/edit)/", request.url):
            sent.append(request.is_navigation_request())

    page.on("request", note)
    page.route("**/admin/pages/**", slowly)
    page.evaluate(  # the last letters are noticed a moment after the button was pressed
        "addEventListener('submit', ({target}) => setTimeout(() => target.dispatchEvent("
        "new CustomEvent('w-unsaved:add', {bubbles: true, cancelable: true}))))"
    )
    page.locator("#id_title").fill("Bảy tỉnh ký kết")
    with page.expect_navigation():
        page.get_by_role("button", name="Lưu bản nháp").click()
    page.wait_for_load_state("networkidle")

    assert sent[-1]  # the form itself, and nothing after it
    assert ArticlePage.objects.filter(title="Bảy tỉnh ký kết").count() == 1


def test_nothing_is_saved_between_the_press_and_the_sending(page: Tab, article):
    """What comes back with a fault would be told of a newer version in another window: this one's own."""
    held = hold_the_first_answer(page)
    page.locator("#id_lead").press_sequentially("Bảy tỉnh")
    while not held:
        page.wait_for_timeout(100)
    page.evaluate(
        "document.addEventListener('w-autosave:save', () => sessionStorage.setItem('saved', 'beside'))"
    )
    page.locator("#id_lead").press_sequentially(" ký kết.")
    page.evaluate(  # noticed while the first save is on its way, and saved as soon as that has arrived
        "document.querySelector('[data-edit-form]').dispatchEvent("
        "new CustomEvent('w-unsaved:add', {bubbles: true, cancelable: true}))"
    )
    page.get_by_role("button", name="Lưu bản nháp").click()
    page.wait_for_timeout(1000)
    route, answer = held[0]
    with page.expect_navigation():
        route.fulfill(response=answer)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("sessionStorage.getItem('saved')") is None
    assert draft(article)[0] == "Bảy tỉnh ký kết."


def test_where_nothing_can_be_saved_nothing_can_be_typed(page: Tab, article):
    """While somebody reviews it: what Lan typed, or answered, would be gone, and she would not know."""
    huong = User.objects.create_user("huong", last_name="Nguyễn", first_name="Hương")
    Comment.objects.create(page=article, user=huong, text="Nêu rõ cơ quan.", contentpath="title")
    ArticlePage.objects.filter(pk=article.pk).update(locked=True, locked_by=huong)
    page.reload()
    page.wait_for_load_state("networkidle")

    page.locator("#id_lead").press_sequentially("Gõ vào trang khóa")
    expect(page.locator("#id_lead")).to_have_value("")
    expect(page.get_by_role("textbox", name="Đoạn văn")).to_have_text("Mở đầu.", timeout=5000)
    expect(page.locator("form [contenteditable=true]")).to_have_count(0)

    page.get_by_role("button", name="Nhận xét").first.click()
    expect(page.get_by_text("Nêu rõ cơ quan.")).to_be_visible()
    expect(page.get_by_text("bạn viết và trả lời nhận xét ở đây")).to_be_visible()
    page.get_by_text("Nêu rõ cơ quan.").click()
    answer = page.get_by_placeholder("Trang đang khóa")
    answer.press_sequentially("Vâng")
    expect(answer).to_have_value("")
    # And the comment beside it, from behind the header.
    page.locator("#id_title").scroll_into_view_if_needed()
    assert serious_faults(page) == []


PASTE = """(html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "");
    const event = new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true});
    document.activeElement.dispatchEvent(event);
}"""
PASTED = {
    "word": (
        "<p><b>Sở Nội vụ</b> quyết định tặng <i>Bằng khen</i> cho 07 cá nhân.</p>"
        "<ul><li>Cờ thi đua của Bộ Nội vụ;</li><li>Bằng khen của Bộ trưởng.</li></ul>"
        "<ol><li>Bước một</li></ol>"
        '<p><a href="https://thiduakhenthuong.example/qd">Quyết định số 12</a>; xem thêm tệp trên máy.'
    ),
    "libreoffice": (
        "Kết quả nổi bật</p><p>Sở Nội vụ <b>tặng Bằng khen</b><i> cho </i>"
        "tập thể Phòng Cải cách hành chính</p><p>Đoạn hai có khoảng trắng cứng và gạch nối mềm.</p>"
        "<ul><li>Cờ thi đua</li><li>Bằng khen</li></ul><ol><li>Bước một</li><li>Bước hai</li></ol>"
    ),
    "google_docs": (
        "<b>Sở Nội vụ</b> quyết định tặng <i>Bằng khen</i> cho 07 cá nhân.</p>"
        "<ul><li>Cờ thi đua của Bộ Nội vụ;</li><li>Bằng khen của Bộ trưởng.</li></ul>"
    ),
}


def test_what_was_typed_without_a_line_is_saved_when_it_is_back(page: Tab, article):
    page.context.set_offline(True)
    write(page, "Gõ lúc mất mạng: sức lan toả.")
    for name in PASTED:  # as these programs leave it on the clipboard
        page.evaluate(
            PASTE, Path(__file__).with_name("pasted").joinpath(f"{name}.html").read_text()
        )
    page.get_by_role("button", name="Lưu bản nháp").click()
    expect(page.get_by_text("Mất kết nối với máy chủ")).to_be_visible()

    page.wait_for_function(f"() => {KEPT}.length === 1")
    page.context.set_offline(False)
    page.wait_for_function(f"() => {KEPT}.length === 0")
    expect(page.get_by_text("Mất kết nối với máy chủ")).to_have_count(0)
    lead, paragraph = draft(article)
    assert lead == "Gõ lúc mất mạng: sức lan toả."
    assert "Mở đầu. Gõ lúc mất mạng: sức lan toả." in paragraph
    for words in PASTED.values():
        assert words in paragraph
    # Two of tones, and where the first paste touches what was typed.
    expect(page.get_by_role("button", name="Soát bài")).to_contain_text("3")


def hold_the_first_answer(page: Tab) -> list[tuple[Route, APIResponse]]:
    held: list[tuple[Route, APIResponse]] = []

    def hold(route: Route) -> None:
        if route.request.method == "POST" and not held:
            held.append((route, route.fetch()))
        else:
            route.fallback()

    page.route("**/edit/", hold)
    return held


def test_a_remark_is_kept_once_however_soon_the_button_is_pressed(page: Tab, article):
    """An automatic save has the remark, and the form has no number for it yet."""
    held = hold_the_first_answer(page)
    page.get_by_role("button", name="Mở hoặc đóng nhận xét").click()
    lead = page.locator("#panel-child-noi_dung-lead-section")
    lead.hover()
    lead.get_by_role("button", name="Thêm nhận xét").click()
    remark = page.locator(".comment--mode-creating")
    remark.locator("textarea").fill("Thiếu tên cơ quan.")
    remark.get_by_role("button", name="Nhận xét").click()
    while not held:
        page.wait_for_timeout(100)

    page.get_by_role("button", name="Lưu bản nháp").click()
    page.wait_for_timeout(1500)  # the form would be gone by now
    route, answer = held[0]
    route.fulfill(response=answer)

    expect(page.get_by_text("Đã cập nhật trang")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [comment.text for comment in Comment.objects.all()] == ["Thiếu tên cơ quan."]


def test_a_title_too_long_is_not_cut(page: Tab, article):
    long = "Hội nghị tổng kết phong trào thi đua yêu nước " * 7
    title = page.locator("#id_title")
    title.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(long)  # as pasting does
    expect(title).to_have_value(long)
    page.get_by_role("button", name="Lưu bản nháp").click()
    said = f"Nhiều nhất 255 ký tự (đang có {len(long.strip())})"
    expect(page.get_by_text(said).first).to_be_visible()
    expect(title).to_have_value(long)


def test_the_foot_says_nothing_of_what_is_typed_while_a_save_is_under_way(page: Tab, article):
    foot = page.locator(".footer__container:has(.footer__save-warning)")
    foot.evaluate("(foot) => foot.addEventListener('w-messages:added', () => (foot.id = 'warned'))")
    held = hold_the_first_answer(page)
    page.wait_for_timeout(2500)  # what is typed sooner Wagtail takes for what was there
    write(page, "Gõ trước.")
    while not held:
        page.wait_for_timeout(100)
    page.locator("#id_lead").fill("Gõ lúc đang lưu.")
    page.wait_for_timeout(5000)  # it is pushed on after three
    expect(foot).not_to_have_id("warned")
    route, answer = held[0]
    route.fulfill(response=answer)
    page.wait_for_function(f"() => {KEPT}.length === 0")  # the second save has all of it
    assert draft(article)[0] == "Gõ lúc đang lưu."


def test_a_table_pasted_into_a_paragraph_is_told(page: Tab, article):
    """Its cells become lines, photos are left out, and nobody would know before the readers."""
    told = page.get_by_text("Bảng và ảnh không dán được vào đoạn văn")
    page.locator("[contenteditable=true]").first.click()
    page.evaluate(PASTE, "<p>Chỉ có chữ.</p>")
    expect(page.get_by_text("Chỉ có chữ.")).to_be_visible()
    expect(told).to_have_count(0)

    page.evaluate(PASTE, "<table><tr><td>Đơn vị</td><td>Số lượng</td></tr></table>")
    expect(told).to_be_visible()
    page.evaluate(PASTE, '<p><img src="file:///C:/Temp/clip_image001.jpg" alt=""></p>')
    expect(told).to_have_count(1)
    page.get_by_role("button", name="Đã hiểu").click()
    expect(told).to_have_count(0)


def test_a_table_is_asked_its_name_once(page: Tab, article):
    """Wagtail's own field for it is read by nobody."""
    page.get_by_role("button", name="Chèn khối").last.click()
    page.get_by_role("option", name="Bảng", exact=True).click()
    expect(page.get_by_role("button", name="Thêm cột")).to_be_visible()
    expect(page.get_by_role("textbox", name="Tên bảng")).to_have_count(1)
