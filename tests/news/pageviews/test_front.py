"""The short way in front of Django answers as Django does, and takes nothing that is not plain."""

import json
import uuid
from io import BytesIO

import pytest
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponseNotFound
from django.test import RequestFactory

from news.pageviews.front import CountingFront
from tests.news.pageviews.conftest import CHROME


class Seen:
    """Django itself, and how often it was asked."""

    def __init__(self) -> None:
        self.django = get_wsgi_application()
        self.times = 0

    def __call__(self, environ, start_response):
        self.times += 1
        return self.django(environ, start_response)


@pytest.fixture
def django(kept_connection) -> Seen:
    return Seen()


@pytest.fixture
def post(django, article):
    """(status, headers, content) of a request to the whole application."""
    application = CountingFront(django)

    def send(path=f"/api/v1/views/{article.translation_key}/", method="POST", **environ):
        asked = RequestFactory().generic(method, path).environ | {
            "HTTP_USER_AGENT": CHROME, "HTTP_HOST": "testserver", "wsgi.input": BytesIO(),
        } | environ  # fmt: skip
        answer: list = []
        body = b"".join(application(asked, lambda *given: answer.extend(given[:2])))
        return int(answer[0].split()[0]), dict(answer[1]), json.loads(body)

    return send


def test_a_plain_request_does_not_reach_django(post, django):
    status, headers, content = post()

    assert (status, content) == (200, {"views": 34})
    assert headers["Content-Type"] == "application/json"
    assert headers["Content-Length"] == "12"
    assert headers["Cache-Control"] == "no-store"
    assert django.times == 0


def test_both_ways_count_the_same_reader_once(post, read):
    assert post(REMOTE_ADDR="203.0.113.7")[2] == {"views": 34}
    assert read(address="203.0.113.7").json() == {"views": 34}


@pytest.mark.parametrize(
    ("environ", "status"),
    [
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
        ({"HTTP_ORIGIN": "https://cong-khac.example.vn"}, 403),
        ({"HTTP_HOST": "cong-khac.example.vn"}, 400),
        ({"HTTP_SEC_PURPOSE": "prefetch"}, 200),
        ({"HTTP_COOKIE": "sessionid=abc"}, 200),
        ({"HTTP_AUTHORIZATION": "Bearer cnv_sai"}, 401),
        ({"CONTENT_LENGTH": "5000", "wsgi.input": BytesIO(b"x" * 5000)}, 413),
        ({"QUERY_STRING": "a=1"}, 400),
        ({"method": "GET"}, 405),
        ({"path": f"/api/v1/views/{uuid.uuid4()}/"}, 404),
        ({"path": "/api/v1/views/khong-phai-uuid/"}, 404),
        ({"path": f"/api/v1/views/{'-' * 36}/"}, 404),
        ({"path": f"/api/v1/views/{'a' * 36}/"}, 404),
    ],
)
def test_what_is_not_plain_is_answered_by_django(post, django, environ, status):
    assert post(**environ)[0] == status
    assert django.times == 1


def test_our_own_page_may_say_that_it_is_ours(post, django):
    assert post(HTTP_ORIGIN="http://testserver", HTTP_SEC_FETCH_SITE="same-origin")[0] == 200
    assert post(HTTP_ORIGIN="https://cong-khac.example.vn")[0] == 403
    assert django.times == 1


def test_a_site_without_the_api_is_served_as_before(django, settings, article):
    settings.ROOT_URLCONF = "tests.news.pageviews.test_front"
    application = CountingFront(django)
    asked = RequestFactory().post("/api/v1/views/1/").environ

    answer: list = []
    list(application(asked, lambda *given: answer.extend(given)))

    assert answer[0].startswith("404")


urlpatterns: list = []


def handler404(request, exception):
    return HttpResponseNotFound()


def test_when_it_cannot_be_written_django_says_so(post, django, log):
    log.parent.mkdir(exist_ok=True)
    log.write_text("not a folder")

    status, headers, content = post()

    assert status == 503
    assert headers["Content-Type"] == "application/problem+json"
    assert "không được tính" in content["detail"]
