"""A reader in a real browser."""

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from wagtail.models import Site

from news.factories import ArticlePageFactory
from news.models import NewsIndexPage
from news.pageviews.folding import Folder
from news.pageviews.models import ViewTotal, views_of
from tests.news.pageviews.conftest import CHROME

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def page(browser) -> Iterator[Tab]:
    """Of a reader's browser: one that says it is headless is taken for a robot."""
    with browser.new_context(locale="vi-VN", user_agent=CHROME) as context:
        yield context.new_page()


@pytest.fixture
def article(live_server, settings):
    settings.PUBLIC_URL = live_server.url
    Site.objects.update(port=int(live_server.url.rpartition(":")[2]))
    article = ArticlePageFactory(parent=NewsIndexPage.objects.get(), title="Hội nghị ký kết")
    ViewTotal.objects.create(article=article.translation_key, legacy=1233)
    return article


def number(tab: Tab):
    return tab.locator("[data-views]")


def test_a_reader_makes_it_one_more_and_a_reload_keeps_it(page: Tab, article):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    page.goto(article.full_url)
    expect(number(page)).to_have_text("1.233")
    expect(number(page)).to_have_text("1.234")
    page.reload()
    with page.expect_response("**/api/v1/views/**") as answer:
        pass
    assert answer.value.json() == {"views": 1234}
    Folder().run()
    page.reload()
    expect(number(page)).to_have_text("1.234")
    assert views_of(article.translation_key) == 1234
    assert said == []


def test_without_javascript_the_last_known_number_stands(browser, article):
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(article.full_url)
        expect(number(tab)).to_have_text("1.233")


def test_a_page_in_the_background_does_not_count_until_it_is_seen(page: Tab, article):
    page.add_init_script(
        "Object.defineProperty(document, 'visibilityState',"
        " {get: () => window.isSeen ? 'visible' : 'hidden'})"
    )
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url) if "/views/" in request.url else None
    )
    page.goto(article.full_url)
    page.wait_for_timeout(1500)
    assert [url for url in asked if "/api/" in url] == []

    with page.expect_response("**/api/v1/views/**"):
        page.evaluate("window.isSeen = true; document.dispatchEvent(new Event('visibilitychange'))")
    expect(number(page)).to_have_text("1.234")


def test_a_page_that_is_left_within_a_second_does_not_count(page: Tab, article, live_server):
    page.goto(article.full_url)
    page.goto(f"{live_server.url}/-/live")
    page.wait_for_timeout(1200)
    Folder().run()

    assert views_of(article.translation_key) == 1233


def test_an_editor_sees_the_number_and_does_not_count(page: Tab, article, live_server, minh):
    client = Client()
    client.force_login(minh)
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])

    with page.expect_response("**/api/v1/views/**") as answer:
        page.goto(article.full_url)

    assert answer.value.json() == {"views": 1233}
