"""Without collected files our own stylesheet and scripts are sent compressed all the same."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings as project
from django.contrib.staticfiles import finders
from django.test import Client

pytestmark = pytest.mark.once

STYLESHEET = "website/css/website.css"


@pytest.fixture
def browser(settings) -> Client:
    ours = "website.compressing.CompressedStaticMiddleware"
    settings.MIDDLEWARE = [ours, *project.MIDDLEWARE]
    return Client(headers={"accept-encoding": "gzip, deflate, br, zstd"})


def test_it_is_the_same_file_and_known_again(browser):
    plain = browser.get(f"/static/{STYLESHEET}", headers={"accept-encoding": "identity"})
    answer = browser.get(f"/static/{STYLESHEET}")
    written = Path(finders.find(STYLESHEET)).read_bytes()
    assert gzip.decompress(answer.getvalue()) == written == plain.getvalue()
    assert "Content-Encoding" not in plain
    assert plain["Vary"] == answer["Vary"] == "Accept-Encoding"

    known = browser.get(f"/static/{STYLESHEET}", headers={"if-none-match": answer["ETag"]})
    assert (known.status_code, known.getvalue()) == (304, b"")


def test_a_part_the_head_fonts_and_what_is_not_ours_stay_as_they_are(browser):
    part = browser.get(f"/static/{STYLESHEET}", headers={"range": "bytes=0-9"})
    assert (part.status_code, len(part.getvalue())) == (206, 10)
    for answer in (
        part,
        browser.head(f"/static/{STYLESHEET}"),
        browser.get("/static/website/fonts/be-vietnam-pro-latin-400.woff2"),
        browser.get("/static/wagtailadmin/js/core.js"),
    ):
        assert "Content-Encoding" not in answer
