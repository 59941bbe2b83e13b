"""Who is not answered from memory, though the address is kept."""

from io import BytesIO

import pytest
from django.conf import settings as django_settings
from hypothesis import given
from hypothesis import strategies as st

from news.factories import ArticlePageFactory
from tests.website.byte_path.conftest import committed, new_site

pytestmark = pytest.mark.once

HOSTILE = [
    "/" + "a" * 8000,
    "/tin-tuc/?" + "x=1&" * 2000,
    "/%00",
    "/tin-tuc/%00/",
    "/tin-tuc/?page=%00",
    "/?page=%ff%fe",
    "/%ff%fe/",
    "//evil.example.vn/",
    "/tin-tuc/../admin/",
    "/tin-tuc/%2e%2e/admin/",
    "/tin-tuc/?page=99999999999999999999",
    "/tin-tuc/?page=-1",
    "/tin-tuc/?page=1&page=2",
    "/nhan-su/%0d%0aX-A:%20b/",
    "/api/v1/articles/%00/",
    "/api/v1/articles/?cursor=%00",
    "/rss.xml/",
    "/%F0%9F%98%80/",
]


@pytest.fixture
def article(site, site_tree):
    """So that lists have something to say, and a time at which they last said something else."""
    with committed():
        return ArticlePageFactory(parent=site_tree.emulation)


@pytest.mark.parametrize(
    ("environ", "status"),
    [
        ({"HTTP_AUTHORIZATION": "Bearer cnv_sai"}, 401),
        ({"HTTP_AUTHORIZATION": "Basic YTpi"}, 200),
        ({"HTTP_RANGE": "bytes=0-9"}, 200),
        ({"HTTP_COOKIE": f"{django_settings.SESSION_COOKIE_NAME}=abc"}, 200),
        ({"HTTP_COOKIE": "messages=abc"}, 200),
        ({"HTTP_IF_MATCH": '"khác"'}, 412),
        ({"HTTP_IF_UNMODIFIED_SINCE": "Thu, 01 Jan 2026 00:00:00 GMT"}, 412),
        ({"HTTP_IF_MODIFIED_SINCE": "Thu, 01 Jan 2026 00:00:00 GMT"}, 200),
        ({"CONTENT_LENGTH": "5", "wsgi.input": BytesIO(b"abcde")}, 200),
        ({"HTTP_HOST": "cong-khac.example.vn"}, 400),
        ({"HTTP_HOST": "testserver:8000"}, 200),
        ({"HTTP_HOST": "testserver, cong-khac.example.vn"}, 400),
        ({"method": "POST"}, 405),
        ({"method": "OPTIONS"}, 204),
    ],
)
def test_whoever_wants_something_else_is_answered_by_django(site, article, environ, status):
    address = "/api/v1/articles/"
    site.ask(address)
    site.made.clear()

    assert site.ask(address, **environ).status == status
    assert len(site.made) == 1


@pytest.mark.parametrize("cookie", ["_ga=GA1.2.3", "theme=dark; _ga=1", ""])
def test_other_people_s_cookies_make_no_difference(site, article, cookie):
    site.ask("/")
    site.made.clear()

    assert site.ask("/", HTTP_COOKIE=cookie).status == 200
    assert site.made == []


TOKEN = f"a=b; {django_settings.CSRF_COOKIE_NAME}={'a' * 32}"


def test_who_has_the_token_of_a_form_is_told_what_all_are_told(site, pages):
    """No page that is kept shows a token, or is another with one."""
    for kind, address in pages.items():
        kept = site.ask(address)
        site.made.clear()
        answer = site.ask(address, HTTP_COOKIE=TOKEN)

        assert site.made == [], kind
        assert (answer.body, answer.headers) == (kept.body, kept.headers), kind
        assert site.ask_django(address, HTTP_COOKIE=TOKEN).body == kept.body, kind
        assert b"csrfmiddlewaretoken" not in kept.body, kind


def test_who_has_the_token_of_a_form_leaves_nothing_for_others(site, pages):
    for kind, address in pages.items():
        site.made.clear()
        first = site.ask(address, HTTP_COOKIE=TOKEN)
        assert (first.status, len(site.made)) == (200, 1), kind

        site.ask(address)
        assert len(site.made) == 2, kind


def test_a_form_comes_with_the_token_of_who_asks(site, site_tree):
    site.ask("/gop-y/")
    site.made.clear()
    answer = site.ask("/gop-y/", HTTP_COOKIE=TOKEN)

    assert len(site.made) == 1
    assert f"={'a' * 32};" in answer.headers["Set-Cookie"]


MARKS = ["utm_source=zalo", "fbclid=IwAR0x&utm_campaign=t%E1%BA%BFt", "gclid=a", "zarsrc=30"]


@pytest.mark.parametrize("marks", MARKS)
def test_marks_of_where_a_reader_came_from_make_no_copy(site, article, marks):
    plain, narrowed = site.ask("/tin-tuc/"), site.ask("/tin-tuc/?page=1&x=2")
    site.made.clear()

    assert site.ask(f"/tin-tuc/?{marks}").body == plain.body
    assert site.ask(f"/tin-tuc/?page=1&{marks}&x=2").body == narrowed.body
    assert site.made == []


@pytest.mark.parametrize(
    "address",
    ["/api/v1/articles/?utm_source=zalo", "/tin-tuc/?my_utm_source=a", "/tin-tuc/?x=&utm"],
)
def test_what_is_no_such_mark_counts(site, article, address):
    site.ask(address.partition("?")[0])
    site.made.clear()

    assert site.ask(address).status == site.ask_django(address).status
    assert len(site.made) == 2


def test_who_is_signed_in_leaves_nothing_for_others(site, article, client, minh):
    client.force_login(minh)
    cookie = f"{django_settings.SESSION_COOKIE_NAME}={client.session.session_key}"

    signed_in = site.ask("/", HTTP_COOKIE=cookie)
    stranger = site.ask("/")

    assert signed_in.status == stranger.status == 200
    assert "ETag" not in signed_in.headers
    assert len(site.made) == 2


def test_each_host_and_scheme_has_answers_of_its_own(site, article, settings):
    settings.ALLOWED_HOSTS = ["testserver", "quan-tri.example.vn"]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for environ in (
        {},
        {"HTTP_HOST": "quan-tri.example.vn"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ):
        site.made.clear()
        site.ask("/", **environ)
        assert len(site.made) == 1
        site.ask("/", **environ)
        assert len(site.made) == 1


def test_https_is_still_asked_for(site, article, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert new_site().ask("/").status == 301
    secure = new_site()

    assert secure.ask("/", HTTP_X_FORWARDED_PROTO="https").status == 200
    assert secure.ask("/").status == 301


@pytest.mark.parametrize("address", HOSTILE)
def test_hostile_addresses_are_answered_as_django_answers_them(site, site_tree, address):
    for _ in range(2):
        answer = site.ask(address)
        assert answer.status == site.ask_django(address).status
        assert answer.status < 500


HEADERS = [
    "HTTP_IF_NONE_MATCH", "HTTP_ACCEPT_ENCODING", "HTTP_COOKIE", "HTTP_IF_MODIFIED_SINCE",
    "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "QUERY_STRING", "HTTP_RANGE", "CONTENT_LENGTH",
]  # fmt: skip


def test_no_header_makes_it_fail(site, site_tree):
    letters = st.text(st.characters(max_codepoint=255), max_size=60)

    @given(st.dictionaries(st.sampled_from(HEADERS), letters))
    def fails_not(headers):
        answer = site.ask("/tin-tuc/", **headers)
        assert answer.status < 500
        assert answer.status in {site.ask_django("/tin-tuc/", **headers).status, 200, 304}

    fails_not()
