"""A view that breaks, and the database with it: what a reader is told by the whole application."""

import pytest
from bs4 import BeautifulSoup
from django.db import OperationalError, connections

from people import views

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SECRET = "SELECT mật_khẩu FROM người_dùng"


@pytest.fixture
def ask_broken(site, site_tree, monkeypatch):
    """Every page of the directory breaks, and every question to the database from there on."""

    def ask(address):
        with monkeypatch.context() as broken:

            def no_database(*query):
                raise OperationalError(SECRET)

            def render(*given):
                broken.setattr(connections["default"], "execute_wrappers", [no_database])
                raise RuntimeError(SECRET)

            broken.setattr(views, "render", render)
            return site.ask(address)

    return ask


@pytest.mark.parametrize(
    ("address", "language", "heading", "home"),
    [
        ("/nhan-su/", "vi", "Trang đang gặp lỗi", "/"),
        ("/en/nhan-su/", "en", "Something went wrong", "/en/"),
    ],
)
def test_a_broken_page_says_so_in_our_look_and_nothing_of_why(
    ask_broken, address, language, heading, home
):
    answer = ask_broken(address)
    html = BeautifulSoup(answer.words, "html.parser")
    assert (answer.status, html.select("html")[0]["lang"]) == (500, language)
    assert [each.text for each in html.select("h1")] == [heading]
    assert {each["href"] for each in html.select("main a, .brand")} == {home}
    assert html.select("link[rel=stylesheet], .tone-picture, .band")
    for word in (SECRET, "RuntimeError", "OperationalError", "Traceback", "render"):
        assert word not in answer.words
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("address", ["/nhan-su/", "/en/nhan-su/"])
def test_a_broken_page_is_kept_by_nobody(site, ask_broken, address):
    answer = ask_broken(address)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert site.ask(address).status == 200
