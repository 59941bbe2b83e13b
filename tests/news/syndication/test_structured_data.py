"""What an article page tells programs: JSON-LD, OpenGraph, feeds, other languages."""

import json
import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Page as Tab
from wagtail.models import PageViewRestriction

from news.factories import ArticlePageFactory
from news.syndication.structured_data import json_ld

pytestmark = pytest.mark.once

ADDRESS = "http://localhost/tin-tuc/thi-dua/hoi-nghi-ky-ket-giao-uoc-thi-dua-nam-2024-tai-bac-kan/"
ATTACK = "Thủ tục </script><script>alert(1)</script> <!-- & \u2028 “mới”"


class Head(HTMLParser):
    """What the page says in <meta>, <link> and JSON-LD, read as a browser reads it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: list[dict[str, str | None]] = []
        self.things: dict[str, dict] = {}
        self.scripts = 0
        self._in_data = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta" and (name := values.get("property") or values.get("name")):
            self.meta[name] = values["content"]
        elif tag == "link":
            self.links.append(values)
        elif tag == "script":
            self._in_data = values.get("type") == "application/ld+json"
            self.scripts += not self._in_data

    def handle_data(self, data):
        if self._in_data:
            thing = json.loads(data)
            self.things[thing["@type"]] = thing

    def handle_endtag(self, tag):
        self._in_data = False

    def addresses(self, **attributes) -> list[str | None]:
        return [
            link["href"]
            for link in self.links
            if all(link.get(name) == value for name, value in attributes.items())
        ]


@pytest.fixture
def head(client):
    def read(page, **parameters) -> Head:
        answer = client.get(page if isinstance(page, str) else page.url, parameters)
        assert answer.status_code == 200
        return Head(answer.content.decode())

    return read


def test_an_article_is_described_for_search_engines(head, everything):
    thing = head(everything).things["NewsArticle"]

    image = thing.pop("image")
    assert thing == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"{ADDRESS}#article",
        "mainEntityOfPage": ADDRESS,
        "identifier": "urn:uuid:00000000-0000-0000-0000-000000000001",
        "headline": everything.title,
        "description": everything.lead,
        "datePublished": "2024-03-01T08:30:00+07:00",
        "dateModified": "2024-03-01T08:30:00+07:00",
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "articleSection": ["Thi đua", "Tổ chức bộ máy"],
        "keywords": ["Cụm thi đua", "Bắc Kạn", "giao ước"],
        "author": [
            {
                "@type": "Person",
                "name": "Trần Phương",
                "affiliation": {"@type": "Organization", "name": "Văn phòng Sở"},
            }
        ],
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": "Sở Nội vụ",
            "url": "http://localhost/",
            "logo": {
                "@type": "ImageObject",
                "url": "http://localhost/static/website/img/mark.svg",
            },
        },
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": "Đã in nhầm ngày họp.",
                "datePublished": "2024-03-02",
            }
        ],
    }
    ((photo),) = image
    assert photo.pop("url").startswith("http://localhost/media/images/")
    assert photo == {
        "@type": "ImageObject",
        "width": 720,
        "height": 450,
        "caption": "Quang cảnh Hội nghị",
        "creditText": "Đỗ Hữu Ước",
    }


def test_the_way_to_an_article_is_told(head, everything):
    steps = head(everything).things["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Trang chủ", "http://localhost/"),
        (2, "Thi đua", "http://localhost/tin-tuc/thi-dua/"),
        (3, everything.title, ADDRESS),
    ]


def test_what_has_nothing_to_say_is_left_out(head, site_tree):
    bare = ArticlePageFactory(parent=site_tree.emulation, title="Ngắn", lead="", body=[])

    found = head(bare)

    assert {"description", "image", "correction", "keywords"} & set(
        found.things["NewsArticle"]
    ) == set()
    assert found.things["NewsArticle"]["author"] == [found.things["NewsArticle"]["publisher"]]
    assert found.meta["og:image"] == f"http://localhost/hinh-chia-se/{bare.pk}.png"


def test_no_title_ends_the_script_it_stands_in(client, head, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, title=ATTACK, lead=ATTACK)
    plain = ArticlePageFactory(parent=site_tree.emulation, title="Hiền lành")

    found = head(article)

    assert found.things["NewsArticle"]["headline"] == ATTACK
    assert found.meta["og:title"] == ATTACK
    assert found.scripts == head(plain).scripts
    assert "<script>alert" not in client.get(article.url).content.decode()


def test_json_for_a_script_holds_no_markup():
    words = json_ld({"a": ATTACK})
    assert not re.search("[<>&\u2028\u2029]", words)
    assert json.loads(words) == {"a": ATTACK}


def test_shared_links_have_words_and_a_picture(head, everything):
    meta = head(everything).meta

    assert meta["og:image"].startswith("http://localhost/media/images/")
    assert {name: meta[name] for name in meta if name.startswith(("og:", "article:"))} == {
        "og:type": "article",
        "og:site_name": "Sở Nội vụ",
        "og:title": everything.title,
        "og:description": everything.lead,
        "og:url": ADDRESS,
        "og:locale": "vi_VN",
        "og:image": meta["og:image"],
        "og:image:width": "720",
        "og:image:height": "450",
        "og:image:alt": "Đại biểu ngồi kín hội trường, phía trước là sân khấu có phông đỏ",
        "article:published_time": "2024-03-01T08:30:00+07:00",
        "article:modified_time": "2024-03-01T08:30:00+07:00",
        "article:section": "Thi đua",
    }
    assert meta["description"] == everything.lead


def test_the_address_is_told_without_what_was_behind_it(head, everything):
    assert head(everything, utm_source="zalo").addresses(rel="canonical") == [ADDRESS]


def test_other_languages_are_named(head, everything, english, site_tree):
    site_tree.home.copy_for_translation(english).save_revision().publish()
    translated = everything.copy_for_translation(english, copy_parents=True)
    for page in translated.get_ancestors().filter(locale=english, live=False):
        page.specific.save_revision().publish()
    translated.save_revision().publish()

    found = head(everything)
    assert found.addresses(rel="alternate", hreflang="en") == [translated.full_url]
    assert found.addresses(rel="alternate", hreflang="vi") == [ADDRESS]
    english_head = head(translated)
    assert english_head.meta["og:locale"] == "en_US"
    steps = english_head.things["BreadcrumbList"]["itemListElement"]
    assert (steps[0]["name"], steps[0]["item"]) == ("Home", "http://localhost/en/")
    rss = english_head.addresses(type="application/rss+xml")
    assert rss[0] == "http://localhost/en/rss.xml"


def test_a_page_names_the_feeds_of_the_site_and_of_its_section(head, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)
    whole = [f"http://localhost/{form}" for form in ("rss.xml", "atom.xml", "feed.json")]
    own = "http://localhost/tin-tuc/thi-dua/rss.xml"

    def feeds(page):
        return [
            link["href"]
            for link in head(page).links
            if link.get("rel") == "alternate" and link.get("type")
        ]

    assert feeds("/") == feeds("/nhan-su/") == whole
    assert feeds(site_tree.emulation) == feeds(article) == [*whole, own]


def test_every_feed_a_page_names_is_there(client, head, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)
    for link in head(article).links:
        if link.get("type") in ("application/rss+xml", "application/atom+xml"):
            answer = client.get(str(link["href"]).removeprefix("http://localhost"))
            assert answer["Content-Type"].startswith(str(link["type"]))


def test_a_draft_in_preview_tells_nothing_of_the_published_text(rf, everything):
    preview = everything.make_preview_request(preview_mode="")
    preview.render()

    assert "application/ld+json" not in preview.content.decode()


def test_a_private_article_tells_nothing(client, everything, lan):
    PageViewRestriction.objects.create(page=everything, restriction_type=PageViewRestriction.LOGIN)
    client.force_login(lan)

    answer = client.get(everything.url)

    assert answer.status_code == 200
    assert "application/ld+json" not in answer.content.decode()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_policy_of_the_site_lets_the_data_stand(page: Tab, live_server, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, title=ATTACK)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))

    page.goto(f"{live_server.url}{article.url}")

    things = page.locator('script[type="application/ld+json"]').all_text_contents()
    assert json.loads(things[0])["headline"] == ATTACK
    assert complaints == []
