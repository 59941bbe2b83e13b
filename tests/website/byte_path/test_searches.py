"""What was found is given again while it is true, and each search is counted all the same."""

import pytest
from django.conf import settings

from news.factories import ArticlePageFactory
from search import log
from search.models import PromotedResult, SearchedWords, Synonym
from search.outbox import write_what_is_due
from tests.website.byte_path.conftest import committed

SEARCH, API, SUGGESTIONS = (
    "/tim-kiem/?q=giao+uoc", "/api/v1/search/?q=giao+uoc", "/api/v1/search/suggest/?q=giao"
)  # fmt: skip
ALL = (SEARCH, API, SUGGESTIONS)


@pytest.fixture
def publish(site_tree):
    def published(title: str):
        with committed():
            return ArticlePageFactory(parent=site_tree.emulation, title=title)

    return published


def test_what_was_found_is_made_once(site, publish):
    publish("Ký kết giao ước")
    write_what_is_due()
    first = [site.ask(address).words for address in ALL]
    site.made.clear()

    assert [site.ask(address).words for address in ALL] == first
    assert all("Ký kết" in each for each in first)
    assert site.made == []


@pytest.mark.parametrize("address", ALL)
def test_what_is_published_is_found_as_soon_as_it_is_in_the_index(site, publish, address):
    publish("Ký kết giao ước")
    write_what_is_due()
    site.ask(address)

    publish("Giao ước mới")
    for _ in range(2):  # of a change that still waits nothing is kept
        site.made.clear()
        assert "/giao-uoc-moi/" not in site.ask(address).words
        assert len(site.made) == 1
    write_what_is_due()

    assert "/giao-uoc-moi/" in site.ask(address).words


def test_what_is_taken_down_is_not_found_although_it_is_in_the_index(site, publish):
    article = publish("Ký kết giao ước")
    write_what_is_due()
    assert all("Ký kết" in site.ask(address).words for address in ALL)

    with committed():
        article.unpublish()

    assert not any("Ký kết" in site.ask(address).words for address in ALL)


def test_the_address_alone_decides_the_language_of_what_is_told(site, publish):
    """What is kept is given to everybody."""
    publish("Họp ngày 3/2/2024")
    write_what_is_due()
    reads_english = {"HTTP_ACCEPT_LANGUAGE": "en"}
    vietnamese, english = "Lịch không có ngày 30/2/2024", "No calendar has 30 February 2024"
    for address, told in (
        ("/api/v1/search/?q=30/2/2024", vietnamese),
        ("/api/v1/search/?q=30/2/2024&locale=en", english),
        ("/tim-kiem/?q=30/2/2024", vietnamese),
        ("/en/tim-kiem/?q=30/2/2024", english),
    ):
        assert told in site.ask(address, **reads_english).words, address
        assert told in site.ask(address).words, address


def test_each_search_of_a_visitor_is_counted(site, publish, monkeypatch):
    monkeypatch.setattr(log, "DAYS", 1)
    log._waiting.take()
    publish("Ký kết giao ước")
    write_what_is_due()

    etag = site.ask(SEARCH).headers["ETag"]  # made for a robot
    for condition in ({}, {}, {"HTTP_IF_NONE_MATCH": etag}):
        site.ask(SEARCH, HTTP_USER_AGENT="Firefox/146.0", **condition)
    site.ask(SEARCH, HTTP_USER_AGENT="Googlebot/2.1")
    site.ask(SEARCH, "HEAD", HTTP_USER_AGENT="Firefox/146.0")
    log.write_log()

    counted = SearchedWords.objects.values_list("words", "searches", "found_nothing")
    assert list(counted) == [("giao uoc", 3, 0)]
    assert len(site.made) == 1


def test_what_somebody_signed_in_finds_is_theirs_alone(site, publish, client, admin_user):
    """It has their bar of tools."""
    publish("Ký kết giao ước")
    write_what_is_due()
    client.force_login(admin_user)
    session = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"

    theirs = site.ask(SEARCH, HTTP_COOKIE=session)
    assert theirs.headers["Cache-Control"] == "private, no-cache"
    assert "wagtail-userbar" in theirs.words
    for _ in range(2):
        assert "wagtail-userbar" not in site.ask(SEARCH).words


def test_what_editors_tell_the_search_acts_at_once(site, publish):
    article = publish("Ký kết giao ước")
    write_what_is_due()
    api, page = "/api/v1/search/?q=hen+cung", "/tim-kiem/?q=hen+cung"
    assert '"total":0' in site.ask(api).words.replace(" ", "")
    assert "Trang nên xem" not in site.ask(page).words

    with committed():
        Synonym.objects.create(words="hẹn cùng", meaning="giao ước")
    assert '"total":1' in site.ask(api).words.replace(" ", "")

    with committed():
        PromotedResult.objects.create(words="hẹn cùng", page=article)
    assert "Trang nên xem" in site.ask(page).words
