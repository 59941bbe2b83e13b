"""News in the pages of others: by script, in a frame, and the page where an editor picks."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from news.factories import ArticlePageFactory, PhotoFactory
from news.syndication.feeds.colours import contrast, ink_on
from news.syndication.objects.renditions import make_renditions

pytestmark = pytest.mark.once

ATTACK = "<img src=x onerror=alert(1)> Lương & thưởng"


@pytest.fixture
def news(site_tree):
    """Two articles on emulation, one of them with a title that looks like markup; one elsewhere."""
    ArticlePageFactory(parent=site_tree.structure, title="Của tổ chức")
    ArticlePageFactory(parent=site_tree.emulation, title=ATTACK)
    return ArticlePageFactory(parent=site_tree.emulation, title="Đại hội thi đua yêu nước")


def titles(page: str) -> list[str]:
    return [html.unescape(each) for each in re.findall(r'rel="noopener">(.*?)</a>\s*<time', page)]


def policy(answer) -> dict[str, str]:
    directives = answer["Content-Security-Policy"].split("; ")
    return dict(each.partition(" ")[::2] for each in directives)


# --- Colours -------------------------------------------------------------------------------------

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(colours)
def test_every_colour_has_an_ink_that_can_be_read(colour):
    assert contrast(ink_on(colour), colour) >= 4.5


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert (ink_on("#641917"), ink_on("#ffd166")) == ("#ffffff", "#000000")


# --- The frame -----------------------------------------------------------------------------------


def test_the_frame_shows_the_newest_titles(client, news):
    answer = client.get("/nhung/tin-tuc/")

    assert titles(answer.content.decode()) == [
        "Đại hội thi đua yêu nước", ATTACK, "Của tổ chức",
    ]  # fmt: skip
    assert "<script" not in answer.content.decode()
    assert "<img" not in answer.content.decode()


def test_the_frame_is_narrowed_as_asked(client, news):
    page = client.get("/nhung/tin-tuc/?section=thi-dua&count=1").content.decode()

    assert titles(page) == ["Đại hội thi đua yêu nước"]
    assert "<h2>Thi đua – Sở Nội vụ</h2>" in page
    assert 'href="http://localhost/tin-tuc/thi-dua/"' in page


def test_any_site_may_frame_this_one_address(client, news):
    frame = client.get("/nhung/tin-tuc/")
    assert "X-Frame-Options" not in frame
    assert policy(frame)["frame-ancestors"] == "*"
    assert policy(frame)["default-src"] == "'none'"
    assert "script-src" not in policy(frame)
    for path in ("/", "/nhung/", "/tin-tuc/"):
        answer = client.get(path)
        assert answer["X-Frame-Options"] == "DENY"
        assert policy(answer)["frame-ancestors"] == "'self'"


def test_the_colours_are_the_only_style_the_frame_allows(client, news):
    page = client.get("/nhung/tin-tuc/?color=%23FFD166&background=%231f3f80")

    (style,) = re.findall("<style>(.*?)</style>", page.content.decode())
    assert style == ":root{--band:#ffd166;--on-band:#000000;--ground:#1f3f80;--on-ground:#ffffff}"
    assert "'unsafe-inline'" not in page["Content-Security-Policy"]
    assert " style=" not in page.content.decode()


def test_photos_come_from_where_they_are_kept(client, site_tree):
    photo = PhotoFactory(file__width=800, file__height=500)
    make_renditions(photo)
    ArticlePageFactory(parent=site_tree.emulation, lead_photo=photo)

    without, with_photos = (client.get(f"/nhung/tin-tuc/{end}") for end in ("", "?photos=1"))

    assert "<img" not in without.content.decode()
    size = photo.renditions.get(filter_spec="width-360|format-jpeg")
    assert f'<img src="http://localhost{size.url}" alt=""' in with_photos.content.decode()
    assert policy(with_photos)["img-src"] == "'self' http://localhost"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("section=khong-co", "Không có chuyên mục này"),
        ("section=a%00b", "Không có chuyên mục này"),
        ("count=0", "Số tin phải từ 1 trở lên."),
        ("count=21", "Số tin không được quá 20."),
        ("count=nhiều", "Số tin phải là một số nguyên."),
        ("count=" + "9" * 5000, "Số tin phải là một số nguyên."),
        ("color=red", "Màu phải viết như #1f3f80"),
        ("color=%23fff;}body{display:none", "Màu phải viết như #1f3f80"),
        ("color=%23ffffff%0A", None),
        ("background=%23gggggg", "Màu phải viết như #1f3f80"),
        ("locale=fr", "Không có tin bằng ngôn ngữ này."),
        ("secton=thi-dua", "Không có tham số “secton” ở địa chỉ này."),
        ("%3Cscript%3E=1", "Không có tham số “&lt;script&gt;” ở địa chỉ này."),
    ],
)
def test_what_is_wrong_with_an_address_is_said(client, news, query, words):
    answer = client.get(f"/nhung/tin-tuc/?{query}")
    if words is None:  # a space at the end is forgiven
        assert answer.status_code == 200
        return

    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert policy(answer)["default-src"] == "'none'"
    picker = client.get(f"/nhung/?{query}")
    assert picker.status_code == 200
    assert words in picker.content.decode()


def test_a_private_section_is_neither_offered_nor_shown(client, news, site_tree):
    PageViewRestriction.objects.create(
        page=site_tree.emulation, restriction_type=PageViewRestriction.LOGIN
    )

    assert "Thi đua" not in client.get("/nhung/").content.decode()
    assert client.get("/nhung/tin-tuc/?section=thi-dua").status_code == 400
    assert titles(client.get("/nhung/tin-tuc/").content.decode()) == ["Của tổ chức"]


def test_a_site_without_news_says_so(client, site_tree):
    assert "Chưa có tin nào." in client.get("/nhung/tin-tuc/").content.decode()
    assert "No news yet." in client.get("/nhung/tin-tuc/?locale=en").content.decode()


def test_who_has_the_frame_already_is_told_so(client, news, django_assert_num_queries):
    first = client.get("/nhung/tin-tuc/")
    etag = first["ETag"]

    again = client.get("/nhung/tin-tuc/", headers={"If-None-Match": etag})
    assert again.status_code == 304
    # A browser takes the headers of a 304 for those of the page it has kept.
    assert again["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert "X-Frame-Options" not in again
    news.unpublish()
    with django_assert_num_queries(5):
        changed = client.get("/nhung/tin-tuc/", headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert "Đại hội" not in changed.content.decode()
    assert client.post("/nhung/tin-tuc/").status_code == 405


# --- The script and the page where an editor picks -----------------------------------------------


def test_the_script_may_be_taken_by_any_page(client):
    for name, content_type in (("widget.js", "text/javascript"), ("widget.css", "text/css")):
        answer = client.get(f"/nhung/{name}")
        assert answer["Content-Type"] == f"{content_type}; charset=utf-8"
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert not answer.cookies
        again = client.get(f"/nhung/{name}", headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304


def test_the_script_writes_no_markup_and_keeps_nothing(client):
    words = client.get("/nhung/widget.js").content.decode()
    for forbidden in (
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(",
        "localStorage", "sessionStorage", "document.cookie", "indexedDB", '"style"', "cssText",
    ):  # fmt: skip
        assert forbidden not in words


def codes(page: str) -> dict[str, str]:
    """The text of each field an editor copies from."""
    found = re.findall(r'<textarea class="code" id="(\w+)"[^>]*>(.*?)</textarea>', page, re.S)
    return {name: html.unescape(text) for name, text in found}


def test_an_editor_copies_what_was_picked(client, news, site_tree):
    site_tree.emulation.title = 'Thi đua "A & B"'
    site_tree.emulation.save()
    query = "section=thi-dua&count=3&color=%231f3f80&background=%23f1f5f2&photos=on&locale=vi"
    page = client.get(f"/nhung/?{query}").content.decode()

    copied = codes(page)
    assert copied["script"] == (
        '<script src="http://localhost/nhung/widget.js" data-section="thi-dua" data-count="3"'
        ' data-color="#1f3f80" data-background="#f1f5f2" data-locale="vi" data-photos="1"'
        ' data-heading="Thi đua &quot;A &amp; B&quot; – Sở Nội vụ" async></script>'
    )
    source = re.search('src="(.*?)"', copied["iframe"])
    assert source
    address = html.unescape(source[1]).removeprefix("http://localhost")
    assert address == (
        "/nhung/tin-tuc/?section=thi-dua&count=3&color=%231f3f80&background=%23f1f5f2"
        "&locale=vi&photos=1"
    )
    assert titles(client.get(address).content.decode()) == ["Đại hội thi đua yêu nước", ATTACK]
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in copied["iframe"]


def test_the_page_offers_the_sections_of_the_language(client, news):
    offered = client.get("/nhung/").content.decode()
    assert '<option value="thi-dua">Thi đua</option>' in offered
    assert "thi-dua" not in client.get("/nhung/?locale=en").content.decode()
