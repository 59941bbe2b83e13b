"""The widget in the pages of another site, and the page where an editor picks, in Chromium."""

import http.server
import re
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from wagtail.models import Site

from news.factories import ArticlePageFactory, PhotoFactory
from news.syndication.feeds.colours import ink_on
from news.syndication.objects.renditions import make_renditions

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

ATTACK = "<img src=x onerror=alert(1)> Lương & thưởng"


@pytest.fixture
def portal() -> Iterator[type["Portal"]]:
    """Another site, on another port: set the page it shows and the policy it is under."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    Portal.address = f"http://127.0.0.1:{server.server_port}/"
    yield Portal
    server.shutdown()
    thread.join()
    server.server_close()


class Portal(http.server.BaseHTTPRequestHandler):
    address = ""
    policy = ""
    page = ""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        self.wfile.write(f"<!DOCTYPE html><title>Cổng</title><body>{self.page}".encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def embedded(live_server, settings, own_media, site_tree) -> str:
    """The address of the site with two articles, one with a photo."""
    settings.PUBLIC_URL = live_server.url
    Site.objects.update(port=int(live_server.url.rpartition(":")[2]))
    photo = PhotoFactory(file__width=800, file__height=500)
    make_renditions(photo)
    ArticlePageFactory(parent=site_tree.emulation, title=ATTACK)
    ArticlePageFactory(
        parent=site_tree.emulation, title="Đại hội thi đua yêu nước", lead_photo=photo
    )
    return live_server.url


@pytest.fixture
def complaints(page: Tab) -> list[str]:
    """What the browser says went wrong."""
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text) if said.type != "log" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.mark.parametrize("width", [280, 360, 768, 1280])
def test_both_forms_work_in_a_page_that_allows_nothing_else(
    page: Tab, portal, embedded, complaints, width
):
    picked = "section=thi-dua&count=5&color=%23ffd166&background=%231f3f80&photos=on"
    page.goto(f"{embedded}/nhung/?{picked}")
    script, frame = (page.locator(name).input_value() for name in ("#script", "#iframe"))
    portal.policy = (
        f"default-src 'none'; script-src {embedded}; connect-src {embedded};"
        f" style-src {embedded}; img-src {embedded}; frame-src {embedded}"
    )
    portal.page = f"<main>{script}{frame}</main>"
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(portal.address)
    page.goto(portal.address)  # the second time from what the browser has kept

    within = page.frame_locator("iframe")
    for place in (page.locator("main > div"), within.locator("body")):
        links = place.locator("li a")
        expect(links).to_have_text(["Đại hội thi đua yêu nước", ATTACK])
        assert links.first.get_attribute("href") == (
            f"{embedded}/tin-tuc/thi-dua/dai-hoi-thi-dua-yeu-nuoc/"
        )
        expect(place.locator("h2")).to_have_text("Thi đua – Sở Nội vụ")
        expect(place.locator("h2")).to_have_css("background-color", "rgb(255, 209, 102)")
        expect(place.locator("h2")).to_have_css("color", "rgb(0, 0, 0)")
        expect(links.first).to_have_css("color", "rgb(255, 255, 255)")
        picture = place.locator("img")
        expect(picture).to_have_count(1)
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("naturalWidth", 360)
        assert place.evaluate("place => place.scrollWidth <= place.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert complaints == []


def test_ink_is_chosen_by_the_script_as_by_the_server(page: Tab, portal, embedded):
    grounds = ["#641917", "#ffd166", "#777777", "#767676", "#757575", "#00aa00", "#3a87ad"]
    portal.policy = ""
    portal.page = "".join(
        f'<script src="{embedded}/nhung/widget.js" data-color="{ground}" async></script>'
        for ground in grounds
    )
    page.goto(portal.address)
    expect(page.locator("h2")).to_have_count(len(grounds))

    inks = page.evaluate(
        "[...document.querySelectorAll('div')].map(d => d.style.getPropertyValue('--on-band'))"
    )
    assert inks == [ink_on(ground) for ground in grounds]


def test_a_wrong_section_leaves_a_sentence_in_the_page_and_the_reason_for_its_editor(
    page: Tab, portal, embedded, complaints
):
    portal.policy = ""
    portal.page = f'<script src="{embedded}/nhung/widget.js" data-section="sai" async></script>'
    page.goto(portal.address)

    expect(page.get_by_text("Tạm thời chưa lấy được tin.")).to_be_visible()
    assert any("phải là đường dẫn của một chuyên mục" in words for words in complaints)


def test_an_editor_sees_at_once_what_was_picked(page: Tab, embedded, complaints):
    page.goto(f"{embedded}/nhung/")
    page.get_by_label("Chuyên mục").select_option("Tổ chức bộ máy")

    within = page.frame_locator("iframe")
    expect(within.get_by_text("Chưa có tin nào.")).to_be_visible()
    expect(page.locator("#script")).to_have_value(re.compile('data-section="to-chuc-bo-may"'))
    page.get_by_label("Ngôn ngữ").select_option("en")
    expect(page.get_by_label("Chuyên mục").locator("option")).to_have_count(1)
    expect(page.locator("#iframe")).to_have_value(re.compile("locale=en"))
    page.get_by_label("Số tin").fill("99")
    page.get_by_label("Số tin").blur()
    expect(page.get_by_text("Số tin không được quá 20.")).to_be_visible()
    assert complaints == []


def test_the_page_fits_any_screen(page: Tab, embedded):
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{embedded}/nhung/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_the_news_tried_out_stand_in_their_whole_height(page: Tab, embedded, site_tree):
    title = "Hội nghị tổng kết công tác thi đua, khen thưởng " * 4
    for number in range(5):
        ArticlePageFactory(parent=site_tree.emulation, title=f"{number}. {title}")
    page.set_viewport_size({"width": 658, "height": 986})  # of A4 between its margins
    page.goto(f"{embedded}/nhung/?count=5")
    whole = "(frame) => frame.contentDocument.documentElement.scrollHeight <= frame.clientHeight"
    assert not page.locator(".try-out").evaluate(whole)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".try-out").evaluate(whole)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".try-out").get_attribute("style") is None
