"""Every kind of page in a real browser: for all readers, at every size, and light."""

import gzip
from urllib.parse import urlsplit

import pytest
from django.db.models import Value
from django.db.models.functions import Replace
from playwright.sync_api import FloatRect, Locator, Response, expect
from playwright.sync_api import Page as Tab
from wagtail.models import Site

from news.factories import ArticlePageFactory
from news.models import ArticleParticipant, Photo
from news.syndication.models import Publication
from news.syndication.objects.renditions import make_large_card_renditions
from people.models import Person
from tests.axe import RULES, faults
from website.models import Feedback, SiteSettings

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

COLOURS = ["cat.color"]  # by night nothing else can differ
# WCAG 1.4.12, by a sheet of the browser's own: the site's policy lets no style in.
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
LARGEST_PAGE = 100_000  # bytes on the wire without photos
MOST_REQUESTS = 15
LARGEST_SHIFT = 0.05


@pytest.fixture
def site(live_server, settings, every_page) -> dict[str, str]:
    """Full addresses of a running site, by what is there."""
    moved = Replace("url", Value(settings.PUBLIC_URL), Value(live_server.url))
    Publication.objects.update(url=moved)  # or nothing would be gone from there
    settings.PUBLIC_URL = live_server.url
    Site.objects.update(port=int(live_server.url.rpartition(":")[2]))
    return {name: live_server.url + path for name, path in every_page.items()}


def box(place: Locator) -> FloatRect:
    found = place.bounding_box()
    assert found
    return found


@pytest.mark.long
def test_axe_finds_nothing_by_day_or_by_night(page: Tab, site, live_server):
    found = []
    page.emulate_media(reduced_motion="reduce")
    for name, address in site.items():
        page.emulate_media(color_scheme="light")
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        for scheme, rules in (("light", RULES), ("dark", COLOURS)):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{name}, {scheme}: {each}" for each in faults(page, rules)]
    page.set_viewport_size({"width": 320, "height": 640})  # where links stand below each other
    page.emulate_media(color_scheme="light")
    for address in (site["article"], site["organisation"], f"{live_server.url}/_util/login/"):
        page.goto(address)
        found += [f"{address}, narrow: {each}" for each in faults(page)]
    assert found == []


def test_what_an_editor_emphasises_is_seen_and_lists_stay_lists(page: Tab, site_tree, live_server):
    """With `none`, VoiceOver takes a list for so many lines of text."""
    words = "<p>Tặng <b>Bằng khen</b> cho <i>ba tập thể</i>.</p>"
    article = ArticlePageFactory(parent=site_tree.emulation, body=[("paragraph", words)])
    page.goto(live_server.url + article.url)
    emphasis = page.get_by_text("ba tập thể", exact=True)
    assert emphasis.evaluate("place => getComputedStyle(place).fontStyle") == "italic"
    lists = page.locator("ul, ol")
    kinds = lists.evaluate_all("all => all.map((each) => getComputedStyle(each).listStyleType)")
    assert kinds
    assert "none" not in kinds


def test_nothing_is_wider_than_the_screen(page: Tab, site):
    """At 400 % zoom, with the letters a reader made larger, and spaced as WCAG 1.4.12 asks."""
    wide = []

    def look(name: str, how: str) -> None:
        width, screen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        if width > screen:
            wide.append(f"{name}, {how}: {width} of {screen}")

    for name, address in site.items():
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(address)
        look(name, "320")
        page.evaluate("document.documentElement.dataset.text = '150'")
        page.set_viewport_size({"width": 360, "height": 640})
        look(name, "360, large letters")
        page.evaluate(
            "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
            " document.documentElement.dataset.text = '100';"
            " document.adoptedStyleSheets = [sheet]; }",
            SPACED,
        )
        look(name, "360, spaced")
    assert wide == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_largest_letters_break_no_word(page: Tab, site, width: int):
    """Beside photos, in boxes and in tables that became cards."""
    page.set_viewport_size({"width": width, "height": 800})
    broken = []
    for name in ("home", "section", "register", "article", "directory", "organisation"):
        page.goto(site[name])
        page.evaluate("document.documentElement.dataset.text = '150'")
        broken += page.evaluate(
            "(where) => { document.body.style.overflowWrap = 'normal';"
            " return [...document.querySelectorAll(where)].filter((each) =>"
            " each.scrollWidth > each.clientWidth + 1).map((each) => each.outerHTML.slice(0, 200)); }",
            ".tasks a, .card-row, .card-row > *, .person-card, .person-card > *, .cards td",
        )
    assert broken == []


def test_the_lead_of_a_row_has_the_whole_line_of_a_phone(page: Tab, site):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(site["section"])
    row = page.locator(".card-row:has(.card-lead)").first
    lead = row.locator(".card-lead")
    lines = lead.evaluate(
        "lead => { const range = document.createRange(); range.selectNodeContents(lead);"
        " return [...range.getClientRects()].map((each) => each.left); }"
    )
    assert lines[-1] == box(row)["x"]


def test_a_table_is_cards_where_its_room_is_too_narrow_for_its_columns(page: Tab, site):
    """The screen is narrow, or the letters are large."""
    for where, width, letters, are_cards in (
        ("register", 1280, "100", False),
        ("register", 1280, "150", True),
        ("register", 768, "100", True),
        ("article", 768, "100", False),
        ("article", 360, "100", True),
    ):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site[where])
        page.evaluate("(size) => { document.documentElement.dataset.text = size; }", letters)
        row = page.locator(".cards tbody tr").first
        shown = row.evaluate("row => getComputedStyle(row).display")
        assert (shown != "table-row") == are_cards, (where, width, letters)


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize(("where", "most"), [("home", 2), ("home in English", 3)])
def test_the_name_in_the_header_leaves_a_phone_room(
    page: Tab, site, site_tree, width: int, where: str, most: int
):
    department = SiteSettings.for_site(site_tree.site)
    department.province_line = "Tỉnh Lam Giang"
    department.department_name_en = "Department of Home Affairs"
    department.province_line_en = "Lam Giang Province"
    department.save()
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(site[where])
    page.evaluate("document.fonts.ready")
    heights = page.eval_on_selector_all(
        ".brand :is(b, small)",
        "(all) => all.map((each) =>"
        " each.offsetHeight / parseFloat(getComputedStyle(each).lineHeight))",
    )
    assert sum(round(each) for each in heights) <= most
    name, tools = box(page.locator(".brand")), box(page.locator(".band-tools"))
    assert tools["y"] < name["y"] + name["height"]


def test_mr_and_ms_stand_beside_the_name_in_the_directory(page: Tab, site, live_server):
    page.goto(f"{live_server.url}/en/nhan-su/")
    name = page.locator(".person-card a").first
    assert name.inner_text() == "Ms Đặng Hữu Thưởng"  # with a new line where it breaks by itself


def test_a_lone_story_fills_the_front(page: Tab, site):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site["home in English"])
    photo = box(page.locator(".card-large picture"))
    title = box(page.locator(".card-large .card-title"))
    assert title["x"] > photo["x"] + photo["width"]


def test_the_keyboard_goes_everywhere(page: Tab, site):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site["article"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_focused()
    expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")

    # The menu opens, closes by Escape, and gives the focus back.
    button = page.get_by_role("button", name="Mục lục")
    button.focus()
    page.keyboard.press("Enter")
    menu = page.locator("#muc-luc")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()

    # It also closes when the keyboard goes on to the page below it, and not before.
    page.keyboard.press("Enter")
    menu.get_by_role("link").last.focus()
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".crumbs a").first).to_be_focused()
    expect(menu).to_be_hidden()
    button.click()
    expect(menu).to_be_visible()
    button.click()
    expect(menu).to_be_hidden()

    # What is closed opens by its summary.
    share = page.locator(".share summary")
    share.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Zalo")).to_be_in_viewport(ratio=1)
    page.evaluate("document.documentElement.dataset.text = '150'")
    page.get_by_role("link", name="Zalo").focus()
    expect(page.get_by_role("link", name="Zalo")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Zalo")).to_be_hidden()
    expect(share).to_be_focused()
    page.goto(site["found"])
    page.get_by_text("Lọc kết quả").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".facets a").first).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(320, 640), (360, 740)])
def test_the_list_to_share_by_is_seen_whole_and_closes_when_left(
    page: Tab, site, width: int, height: int
):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(site["article"])
    share, links = page.locator(".share summary"), page.locator(".share ul")
    assert box(share)["y"] == box(page.locator("[data-print]"))["y"]  # in one line
    page.evaluate(  # at the lower edge of the screen
        "document.querySelector('.share summary').scrollIntoView({ block: 'end' })"
    )
    share.click()
    expect(links).to_be_in_viewport(ratio=1)

    links.get_by_role("button", name="Chép địa chỉ").focus()
    expect(links).to_be_visible()
    page.keyboard.press("Tab")
    expect(links).to_be_hidden()

    share.click()
    expect(links).to_be_visible()
    page.locator("h1").click()
    expect(links).to_be_hidden()


def test_nothing_moves_for_those_who_want_it_still(page: Tab, site):
    page.goto(site["home"])
    duration = "parseFloat(getComputedStyle(document.querySelector('a')).transitionDuration)"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(duration) == 0.12
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(duration) == 0


def test_who_sees_only_colours_of_their_own_still_sees_boxes_and_signs(page: Tab, site):
    """Windows' contrast themes take all grounds away, and with them every edge they made."""
    page.emulate_media(forced_colors="active")
    for name, boxes in (
        ("article", ".facts, .notice"),
        ("person", ".facts, .tag"),
        ("register", ".filter, .tag"),
        ("gone", ".notice"),
    ):
        page.goto(site[name])
        edges = page.locator(boxes).evaluate_all(
            "all => all.map((each) => getComputedStyle(each).outlineStyle)"
        )
        assert set(edges) == {"solid"}, name
        strangers = page.locator("main .icon").evaluate_all(
            "all => all.filter((each) =>"
            " getComputedStyle(each).color != getComputedStyle(each.parentElement).color).length"
        )
        assert strangers == 0, name


def test_photos_are_looked_at_one_after_the_other(page: Tab, site):
    page.goto(site["article"])
    link = page.locator("a[data-photo]").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Xem ảnh")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("status")).to_have_text("Ảnh 1/2")
    for width, height in ((360, 740), (320, 256)):  # the second is 400 % zoom
        page.set_viewport_size({"width": width, "height": height})
        photo = box(dialog.locator("img"))
        caption = box(dialog.locator("figcaption"))
        assert photo["height"] > 70
        assert caption["y"] - photo["y"] - photo["height"] < 20
    first = dialog.locator("img").get_attribute("src")
    page.keyboard.press("ArrowRight")
    expect(dialog.get_by_role("status")).to_have_text("Ảnh 2/2")
    assert dialog.locator("img").get_attribute("src") != first
    page.keyboard.press("ArrowRight")
    expect(dialog.get_by_role("status")).to_have_text("Ảnh 1/2")
    page.keyboard.press("End")
    expect(dialog.get_by_role("status")).to_have_text("Ảnh 2/2")
    expect(dialog.locator("figcaption")).to_have_text("Đại biểu dự")
    page.keyboard.press("Home")
    expect(dialog.locator("figcaption")).to_contain_text("Quang cảnh Hội nghị")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_letters_grow_and_stay_so_without_a_cookie(page: Tab, site):
    page.goto(site["article"])
    size = "parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)"
    before = page.evaluate(size)
    larger = page.get_by_role("button", name="Chữ to hơn")
    larger.click()
    larger.click()
    assert page.evaluate(size) == pytest.approx(before * 1.25, rel=0.02)
    page.goto(site["home"])
    assert page.evaluate("document.documentElement.dataset.text") == "125"
    page.goto(site["article"])
    for _ in range(5):
        page.get_by_role("button", name="Chữ nhỏ hơn").click()
    assert page.evaluate(size) == pytest.approx(before)
    assert page.context.cookies() == []


def test_an_article_is_printed_shared_and_its_address_copied(page: Tab, site):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(site["article"])
    page.get_by_role("button", name="In, lưu PDF").click()
    assert page.evaluate("window.printed")
    page.locator(".share summary").click()
    page.get_by_role("button", name="Chép địa chỉ").click()
    expect(page.get_by_text("Đã chép")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == site["article"]

    page.emulate_media(media="print")
    for hidden in (".menu", ".tools", ".related", ".crumbs", "form.find"):
        assert not page.locator(hidden).first.is_visible(), hidden
    expect(page.get_by_text("In từ http")).to_be_visible()


def test_what_is_printed_is_whole(page: Tab, site, site_tree):
    person = Person.objects.get(full_name="Đặng Hữu Thưởng")
    for _ in range(6):
        taking_part = ArticleParticipant(person=person, name=person.full_name)
        ArticlePageFactory(parent=site_tree.structure, participants=[taking_part])
    page.emulate_media(media="print")
    page.goto(site["person"])
    expect(page.locator(".more .card").last).to_be_visible()
    expect(page.locator(".more summary")).to_be_hidden()
    page.goto(site["open consultation"])
    assert page.evaluate(
        "getComputedStyle(document.querySelector('.ticks i')).printColorAdjust"
    ) == ("exact")
    page.goto(site["found"])
    expect(page.get_by_text("Từ khóa: “hội nghị”")).to_be_visible()
    page.goto(site["directory"])
    expect(page.locator(".day-form")).to_be_hidden()
    page.goto(site["lost"])
    expect(page.get_by_text("Từ khóa được điền sẵn")).to_be_hidden()
    for name in (
        "person",
        "organisation",
        "announcement",
        "open consultation",
        "narrowed register",
    ):
        page.goto(site[name])
        expect(page.get_by_text(f"In từ {site[name]}")).to_be_visible()


def test_without_a_script_nothing_is_missing(browser, site):
    with browser.new_context(java_script_enabled=False, locale="vi-VN") as context:
        tab = context.new_page()
        tab.goto(site["article"])
        assert not tab.locator("[data-print], [data-text-size]").first.is_visible()
        assert tab.locator("a[data-photo]").first.get_attribute("href").endswith(".jpg")
        tab.goto(site["feedback"])
        tab.get_by_label("Sai sót trong tin bài").check()
        tab.get_by_role("button", name="Gửi").click()
        expect(tab.get_by_role("alert")).to_be_focused()
        tab.get_by_role("link", name="Nội dung: Xin viết vài chữ ở đây.").click()
        expect(tab.get_by_label("Nội dung")).to_be_focused()
        tab.get_by_label("Nội dung").fill("Bài ghi nhầm ngày.")
        tab.get_by_role("button", name="Gửi").click()
        expect(tab.get_by_text("Đã nhận góp ý của bạn")).to_be_visible()
    received = Feedback.objects.get()
    assert (received.kind, received.message) == ("mistake", "Bài ghi nhầm ngày.")


def test_an_article_is_light_and_stands_still(page: Tab, site, live_server):
    answers: list[Response] = []

    def listen(answer: Response) -> None:
        if answer.request.method == "GET":
            answers.append(answer)

    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => { for (const each of list.getEntries())"
        " if (!each.hadRecentInput) window.shift += each.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.request.get(site["article"])  # sizes of photos are made at the first asking
        page.on("response", listen)
        page.goto(site["article"], wait_until="networkidle")
        page.remove_listener("response", listen)
        others = {each.url for each in answers if each.request.resource_type != "image"}
        sizes = {url: on_the_wire(page.request.get(url).body()) for url in others}
        assert {urlsplit(each.url).netloc for each in answers} == {urlsplit(live_server.url).netloc}
        assert sum(sizes.values()) <= LARGEST_PAGE, sizes
        assert len(answers) <= MOST_REQUESTS, [each.url for each in answers]
        assert page.evaluate("window.shift") < LARGEST_SHIFT
        answers.clear()


def on_the_wire(body: bytes) -> int:
    """Compressed, as a proxy does it where it helps."""
    return min(len(body), len(gzip.compress(body, 6)))


@pytest.mark.parametrize(
    ("where", "picture"), [("article", "figure.photo picture"), ("home", ".card-large picture")]
)
def test_what_is_seen_first_is_asked_for_first(page: Tab, site, where: str, picture: str):
    for photo in Photo.objects.all():
        make_large_card_renditions(photo)  # as the worker does
    page.goto(site[where])
    preload = page.locator('head link[rel="preload"][as="image"]')
    first = page.locator(picture).first
    best = first.locator("source").first
    assert preload.get_attribute("type") == best.get_attribute("type") == "image/avif"
    assert preload.get_attribute("imagesrcset") == best.get_attribute("srcset")
    assert preload.get_attribute("imagesizes") == best.get_attribute("sizes")
    assert first.locator("img").get_attribute("fetchpriority") == "high"
    assert first.locator("img").get_attribute("loading") is None
    assert page.locator("main img").last.get_attribute("loading") == "lazy"
