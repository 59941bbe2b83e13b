"""The search as hands use it: suggestions by keyboard, filters by links, all of it on a phone."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Route, expect
from playwright.sync_api import Page as Tab
from wagtail.models import Locale, Page, Site

from news.factories import ArticlePageFactory
from news.models import ArticlePage

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

ENDPOINT = "**/api/v1/search/suggest/**"
TITLES = (
    "Hội nghị tổng kết Cụm thi đua các tỉnh miền núi phía Bắc",
    "Trao Cờ thi đua cho các đơn vị dẫn đầu",
    "Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”",
)
ITEMS = [
    {"text": "Cụm thi đua số 2", "type": "cluster", "url": "/nhan-su/?muc=cum"},
    {"text": "Trao Cờ thi đua", "type": "article", "url": "/tin-tuc/?muc=co"},
    {"text": "Đặng Thị Thi", "type": "person", "url": "/nhan-su/?muc=thi"},
]


@pytest.fixture
def address(live_server, site_tree, write_index, settings) -> str:
    """The address of a site with three articles that the index knows."""
    settings.PUBLIC_URL = live_server.url
    Site.objects.update(port=int(live_server.url.rpartition(":")[2]))
    for title in TITLES:
        ArticlePageFactory(parent=site_tree.emulation, title=title)
    write_index()
    return live_server.url


@pytest.fixture
def asked(page: Tab) -> list[str]:
    """What the endpoint was asked for; it offers ITEMS whatever that was."""
    questions: list[str] = []

    def answer(route: Route) -> None:
        questions.append(route.request.url.partition("q=")[2])
        route.fulfill(content_type="application/json", body=json.dumps({"items": ITEMS}))

    page.route(ENDPOINT, answer)
    return questions


@pytest.fixture
def field(page: Tab, address, asked) -> Locator:
    """The field of the search page, with the three suggestions offered under it."""
    page.goto(f"{address}/tim-kiem/")
    field = page.locator("#find-page")
    field.press_sequentially("thi đua")
    expect(offers(page)).to_have_count(len(ITEMS))
    return field


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Tab]:
    with browser.new_context(locale="vi-VN", java_script_enabled=False) as context:
        yield context.new_page()


def offers(page: Tab) -> Locator:
    return page.get_by_role("option")


def active(page: Tab) -> Locator:
    return page.get_by_role("option", selected=True)


# --- Keys ----------------------------------------------------------------------------------------


def test_a_suggestion_is_reached_by_keyboard_and_opened(page: Tab, address):
    page.goto(address)
    field = page.locator("#find-header")
    field.press_sequentially("cum thi dua cac ti")
    expect(field).to_have_attribute("aria-expanded", "true")

    field.press("ArrowDown")

    expect(active(page)).to_contain_text(TITLES[0])
    field.press("Enter")
    expect(page.locator("h1")).to_have_text(TITLES[0])


def test_who_reads_english_is_led_to_english_pages_and_told_what_is_vietnamese(
    page: Tab, address, site_tree, write_index
):
    english = Locale.objects.get(language_code="en")
    original = ArticlePage.objects.get(title=TITLES[1])
    translated = original.copy_for_translation(english, copy_parents=True)
    translated.title = "Emulation Flags are handed over"
    Page.objects.filter(locale=english).update(live=True)
    translated.save_revision().publish()
    write_index()
    page.goto(f"{address}/en/tim-kiem/")
    page.locator("#find-page").press_sequentially("thi đua")
    expect(offers(page).locator("[lang=vi]")).to_have_count(2)
    offers(page).filter(has_text="Emulation Flags").click()
    page.wait_for_url(f"**{translated.url}")


def test_the_field_tells_a_screen_reader_what_it_offers(page: Tab, field):
    expect(field).to_have_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_have_attribute(
        "aria-controls", page.get_by_role("listbox").get_attribute("id")
    )
    said = page.get_by_role("search", name="Tìm kiếm").get_by_role("status")
    expect(said).to_have_text("3 gợi ý. Dùng phím mũi tên để chọn.")
    assert field.get_attribute("aria-activedescendant") is None

    expect(offers(page)).to_have_text(
        ["Cụm thi đua số 2 Cụm thi đua", "Trao Cờ thi đua Tin bài", "Đặng Thị Thi Nhân sự"]
    )

    field.press("ArrowDown")

    expect(field).to_have_attribute("aria-activedescendant", active(page).get_attribute("id"))
    expect(field).to_be_focused()


def test_arrows_home_and_end_go_round_the_suggestions(page: Tab, field):
    for key, place in [
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("End", 2),
        ("ArrowDown", 0),
        ("ArrowUp", 2),
        ("Home", 0),
    ]:
        field.press(key)
        expect(active(page)).to_have_count(1)
        expect(active(page)).to_contain_text(ITEMS[place]["text"])


def test_enter_without_a_choice_searches_for_what_was_typed(page: Tab, field):
    field.press("Enter")
    page.wait_for_url(re.compile(r"/tim-kiem/\?q=thi"))
    expect(page.locator("#find-page")).to_have_value("thi đua")


def test_escape_closes_the_list_and_keeps_the_words(page: Tab, field):
    field.press("ArrowDown")
    field.press("Escape")
    expect(offers(page)).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("thi đua")
    assert field.get_attribute("aria-activedescendant") is None

    field.press("ArrowDown")
    expect(offers(page)).to_have_count(len(ITEMS))


def test_the_list_closes_when_the_field_is_left(page: Tab, field):
    field.press("Tab")
    expect(offers(page)).to_have_count(0)


# --- Hands ---------------------------------------------------------------------------------------


def test_a_suggestion_is_opened_by_a_click(page: Tab, field):
    offers(page).nth(1).click()
    page.wait_for_url("**/tin-tuc/?muc=co")


def test_a_suggestion_is_opened_by_a_finger(browser: Browser, address):
    with browser.new_context(
        locale="vi-VN", has_touch=True, viewport={"width": 360, "height": 640}
    ) as context:
        page = context.new_page()
        page.goto(f"{address}/tim-kiem/")
        page.locator("#find-page").press_sequentially("co thi dua")
        offer = offers(page).filter(has_text=TITLES[1])
        box = offer.bounding_box()
        assert box
        assert box["height"] >= 44
        offer.tap()
        expect(page.locator("h1")).to_have_text(TITLES[1])


# --- What is asked -------------------------------------------------------------------------------


def test_one_letter_asks_nothing_and_fast_typing_asks_once(page: Tab, address, asked):
    page.goto(f"{address}/tim-kiem/")
    field = page.locator("#find-page")
    field.press_sequentially("t")
    page.wait_for_timeout(400)
    assert asked == []

    field.press_sequentially("hi đua")
    expect(offers(page)).to_have_count(len(ITEMS))
    assert asked == ["thi+%C4%91ua"]


def test_a_late_answer_does_not_replace_a_newer_one(page: Tab, address):
    waiting: list[Route] = []

    def answer(route: Route) -> None:
        if "q=thi&" in f"{route.request.url}&":
            waiting.append(route)
        else:
            route.fulfill(content_type="application/json", body=json.dumps({"items": ITEMS[:1]}))

    page.route(ENDPOINT, answer)
    page.goto(f"{address}/tim-kiem/")
    field = page.locator("#find-page")
    with page.expect_request(ENDPOINT):
        field.press_sequentially("thi")
    with page.expect_event("requestfailed"):
        field.press_sequentially(" dua")
    assert len(waiting) == 1
    expect(offers(page)).to_have_text([re.compile(ITEMS[0]["text"])])


@pytest.mark.parametrize("failure", ["no answer", "an error", "no JSON"])
def test_where_suggestions_fail_the_form_is_a_form(page: Tab, address, failure):
    def answer(route: Route) -> None:
        if failure == "no answer":
            route.abort()
        else:
            route.fulfill(status=500 if failure == "an error" else 200, body="<p>Lỗi</p>")

    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.route(ENDPOINT, answer)
    page.goto(f"{address}/tim-kiem/")
    field = page.locator("#find-page")
    with page.expect_request(ENDPOINT):
        field.press_sequentially("cờ thi đua")
    page.wait_for_timeout(200)
    expect(offers(page)).to_have_count(0)

    field.press("Enter")

    expect(page.locator(".results h2").first).to_have_text(TITLES[1])
    assert problems == []


def test_keys_that_belong_to_a_vietnamese_keyboard_stay_with_it(page: Tab, field):
    """While a word is composed Enter and the arrows are the input method's, and the word grows."""
    field.press("End")
    keyboard = page.context.new_cdp_session(page)
    composed = {"text": "thưở", "selectionStart": 4, "selectionEnd": 4}
    keyboard.send("Input.imeSetComposition", composed)
    expect(field).to_have_value("thi đuathưở")

    for key in ("ArrowDown", "Enter", "Escape"):
        kept = field.evaluate(
            """(field, key) => field.dispatchEvent(new KeyboardEvent(
                "keydown", { key, isComposing: true, bubbles: true, cancelable: true }))""",
            key,
        )
        assert kept, key
    expect(active(page)).to_have_count(0)

    keyboard.send("Input.insertText", {"text": "thưởng"})
    expect(field).to_have_value("thi đuathưởng")
    expect(offers(page)).to_have_count(len(ITEMS))


# --- The page around it --------------------------------------------------------------------------


def test_without_scripts_the_search_is_a_plain_form(without_scripts: Tab, address):
    page = without_scripts
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    page.locator("#find-header").fill("co thi dua")
    page.locator("#find-header").press("Enter")
    expect(page.locator(".results h2").first).to_have_text(TITLES[1])

    page.get_by_role("link", name=re.compile("^Tin bài")).click()
    expect(page).to_have_url(re.compile("type=article"))


def test_filters_stand_open_on_a_wide_screen_and_lead_on(page: Tab, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/tim-kiem/?q=thi+đua")
    expect(page.get_by_text("Lọc kết quả")).to_be_hidden()

    page.locator(".facets").get_by_role("link", name=re.compile("^Tin bài")).click()

    expect(page.locator(".facets [aria-current]")).to_contain_text(["Tin bài"])
    expect(page.locator(".results > li")).to_have_count(3)
    page.get_by_role("link", name="Loại: Tin bài").click()
    expect(page).to_have_url(f"{address}/tim-kiem/?q=thi+%C4%91ua")


def test_filters_are_folded_away_on_a_phone(page: Tab, address):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{address}/tim-kiem/?q=thi+đua")
    article = page.locator(".facets").get_by_role("link", name=re.compile("^Tin bài"))
    expect(article).to_be_hidden()

    page.get_by_text("Lọc kết quả").click()

    box = article.bounding_box()
    assert box
    assert box["height"] >= 44


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_scrolls_sideways_and_nothing_is_refused(page: Tab, address, width):
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.set_viewport_size({"width": width, "height": 800})

    for query in ("", "?q=thi+dua", "?q=thi+dua&type=article", "?q=zzzz+yyyy"):
        page.goto(f"{address}/tim-kiem/{query}")
        page.locator("#find-page").fill("thi đua")
        expect(page.locator("#find-page")).to_have_attribute("aria-expanded", "true")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query

    assert problems == []


def test_paper_shows_the_answers_without_filters(page: Tab, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/tim-kiem/?q=thi+đua")
    page.emulate_media(media="print")
    expect(page.locator(".facets")).to_be_hidden()
    expect(page.locator(".results > li").first).to_be_visible()
