"""What is answered from memory is what Django would answer."""

import datetime
import gzip

import brotli
import pytest
import time_machine

from tests.website.byte_path.conftest import new_site

pytestmark = pytest.mark.once

NOT_KEPT = ["/luot-xem/", "/gop-y/", "/khong-co/",
    "/api/v1/articles/?order=views_7d", "/api/v1/snapshot/", "/-/live", "/-/ready", "/admin/login/",
    "/api/v1/articles/?sai=1", "/static/website/img/mark.svg", "/media/images/khong-co.jpg"]  # fmt: skip


def test_every_kind_of_public_address_is_made_once_and_then_the_same(site, pages):
    for kind, address in pages.items():
        django = site.ask_django(address)
        first = site.ask(address)
        site.made.clear()
        kept = site.ask(address)

        assert site.made == [], kind
        assert kept.status == 200, kind
        assert kept.body == first.body == django.body, kind
        assert kept.headers == first.headers, kind
        vary = ", ".join(filter(None, [django.headers.get("Vary"), "Accept-Encoding"]))
        assert kept.headers == {**django.headers, "Vary": vary}, kind


def test_head_is_the_same_without_the_body(site, pages):
    for kind, address in pages.items():
        whole = site.ask(address)
        site.made.clear()
        head = site.ask(address, "HEAD")

        assert site.made == [], kind
        assert (head.status, head.headers, head.body) == (200, whole.headers, b""), kind


def test_whoever_knows_it_is_told_so_with_the_same_headers(site, pages):
    for kind, address in pages.items():
        known = site.ask(address).headers["ETag"]
        django = site.ask_django(address, HTTP_IF_NONE_MATCH=known)
        site.made.clear()

        for told in (known, known.removeprefix("W/"), f'"khác", {known}', "*"):
            answer = site.ask(address, HTTP_IF_NONE_MATCH=told)
            assert (answer.status, answer.body) == (304, b""), kind
            missing = {
                name: value
                for name, value in django.headers.items()
                if answer.headers.get(name) != value and name not in ("Vary", "Content-Length")
            }
            assert missing == {}, kind
            assert not {"Content-Type", "Content-Length"} & answer.headers.keys()
        assert site.ask(address, HTTP_IF_NONE_MATCH='"khác"').status == 200
        assert site.made == [], kind


def test_the_first_to_ask_may_ask_on_condition(site, pages):
    """What is made is the whole answer, whatever the first reader knows."""
    known = site.ask(pages["article"]).headers["ETag"]
    other = new_site()

    assert other.ask(pages["article"], HTTP_IF_NONE_MATCH=known).status == 304
    assert other.ask(pages["article"]).status == 200
    assert len(other.made) == 1


def test_a_frame_keeps_its_own_policy_on_every_answer(site, pages):
    whole = site.ask(pages["frame"])
    unchanged = site.ask(pages["frame"], HTTP_IF_NONE_MATCH=whole.headers["ETag"])

    for answer in (whole, unchanged):
        assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer.headers
    assert "frame-ancestors *" not in site.ask("/").headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("gzip;q=vô nghĩa", None),
        ("identity", None),
        ("", None),
    ],
)
def test_it_is_sent_in_what_the_reader_can_read(site, pages, accepted, encoding):
    plain = site.ask(pages["article"])
    answer = site.ask(pages["article"], HTTP_ACCEPT_ENCODING=accepted)

    assert answer.headers.get("Content-Encoding") == encoding
    read = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert read(answer.body) == plain.body
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert answer.headers["Vary"] == plain.headers["Vary"] == "Cookie, Accept-Encoding"


def test_compressed_or_not_it_is_known_by_the_same(site, pages):
    """A strong ETag is of certain bytes; compressed ones are others."""
    for kind, address in pages.items():
        plain = site.ask(address)
        packed = site.ask(address, HTTP_ACCEPT_ENCODING="gzip")
        if "Content-Encoding" in packed.headers:
            assert packed.headers["ETag"].startswith("W/"), kind
        for known in (plain, packed):
            assert site.ask(address, HTTP_IF_NONE_MATCH=known.headers["ETag"]).status == 304, kind


def test_pages_tell_browsers_to_ask_and_proxies_to_keep_a_second(site, pages):
    assert site.ask("/").headers["Cache-Control"] == (
        "public, max-age=0, s-maxage=1, must-revalidate"
    )
    assert site.ask(pages["api list"]).headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", NOT_KEPT)
def test_what_is_not_for_keeping_is_django_s_each_time(site, site_tree, address):
    statuses = {site.ask(address).status for _ in range(3)}

    assert len(site.made) == 3
    assert statuses == {site.ask_django(address).status}


@time_machine.travel(datetime.datetime(2026, 11, 23, 5, tzinfo=datetime.UTC), tick=False)
def test_what_is_answered_from_memory_is_not_counted_and_does_not_say_so(site, pages, settings):
    settings.API_REQUESTS_PER_MINUTE = 3
    first, *others = (site.ask(pages["api list"]) for _ in range(9))

    assert first.headers["RateLimit"].startswith('"minute";r=2')
    for answer in others:
        assert answer.status == 200
        assert "RateLimit" not in answer.headers
        assert answer.headers["RateLimit-Policy"] == '"minute";q=3;w=60'
    assert [site.ask("/api/v1/articles/?sai=1").status for _ in range(3)] == [400, 400, 429]
