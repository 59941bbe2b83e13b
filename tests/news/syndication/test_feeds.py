"""RSS, Atom and JSON Feed: what readers of feeds are told, and what it costs."""

import datetime
import email.utils
from xml.etree import ElementTree

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from news.awards.models import AwardGrant
from news.factories import ArticlePageFactory, photo_block
from news.models import PhotoRendition
from news.models.articles import ArticleByline
from news.syndication.publisher import Publisher, publisher, register_publisher
from website.publisher import department

pytestmark = pytest.mark.once

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
URN = "urn:uuid:00000000-0000-0000-0000-000000000001"
ADDRESS = "http://localhost/tin-tuc/thi-dua/hoi-nghi-ky-ket-giao-uoc-thi-dua-nam-2024-tai-bac-kan/"
FORMS = ("rss.xml", "atom.xml", "feed.json")
NEW_YEAR = datetime.datetime(2024, 1, 1, 8, tzinfo=datetime.UTC)


@pytest.fixture
def publish(site_tree):
    """Publish an article so many hours after New Year."""

    def article(title, hours=0, parent=site_tree.emulation, **fields):
        at = NEW_YEAR + datetime.timedelta(hours=hours)
        return ArticlePageFactory(parent=parent, title=title, published_at=at, **fields)

    return article


@pytest.fixture
def english_news(site_tree, english):
    """The news index in English, at /en/tin-tuc/."""
    home = site_tree.home.copy_for_translation(english)
    home.save_revision().publish()
    news = site_tree.news.copy_for_translation(english)
    news.save_revision().publish()
    return news


def rss(client, path="/rss.xml"):
    answer = client.get(path)
    assert answer.status_code == 200, answer.content.decode()
    return ElementTree.fromstring(answer.content).find("channel")  # noqa: S314 - our own


def atom(client, path="/atom.xml"):
    return ElementTree.fromstring(client.get(path).content)  # noqa: S314 - our own


def titles(client, path="/rss.xml") -> list[str]:
    if path.endswith("json"):
        return [item["title"] for item in client.get(path).json()["items"]]
    if path.endswith("atom.xml"):
        return [entry.findtext(f"{ATOM}title") for entry in atom(client, path).iter(f"{ATOM}entry")]
    return [item.findtext("title") for item in rss(client, path).iter("item")]


# --- What a feed says ----------------------------------------------------------------------------


def test_rss_tells_the_whole_article(client, everything):
    channel = rss(client)

    assert channel.findtext("title") == "Sở Nội vụ"
    assert channel.findtext("link") == "http://localhost/"
    assert channel.findtext("language") == "vi-VN"
    assert channel.find(f"{ATOM}link").attrib == {
        "rel": "self",
        "href": "http://localhost/rss.xml",
    }
    (item,) = channel.iter("item")
    assert item.findtext("title") == everything.title
    assert item.findtext("link") == ADDRESS
    assert item.findtext("description") == everything.lead
    assert item.findtext("guid") == URN
    assert item.find("guid").attrib == {"isPermaLink": "false"}
    assert item.findtext("pubDate") == "Fri, 01 Mar 2024 08:30:00 +0700"
    assert email.utils.parsedate_to_datetime(item.findtext("pubDate")) == everything.published_at
    assert item.findtext(f"{ATOM}updated") == "2024-03-01T08:30:00+07:00"
    assert item.findtext(f"{DC}creator") == "Trần Phương – Văn phòng Sở"
    assert [each.text for each in item.iter("category")] == [
        "Thi đua", "Tổ chức bộ máy", "Cụm thi đua", "Bắc Kạn", "giao ước",
    ]  # fmt: skip
    html = item.findtext(f"{CONTENT}encoded")
    assert '<p>Xem thêm ở <a href="http://localhost/tin-tuc/thi-dua/">chuyên mục</a>.</p>' in html
    assert 'src="http://localhost/media/images/' in html


def test_rss_names_the_lead_photo_with_its_size(client, everything):
    (item,) = rss(client).iter("item")
    media, enclosure = item.find(f"{MEDIA}content"), item.find("enclosure")
    assert media.attrib == {
        "url": enclosure.get("url"),
        "medium": "image",
        "type": "image/jpeg",
        "width": "720",
        "height": "450",
    }
    assert media.findtext(f"{MEDIA}description") == "Quang cảnh Hội nghị"
    assert media.findtext(f"{MEDIA}credit") == "Đỗ Hữu Ước"
    size = PhotoRendition.objects.get(filter_spec="width-720|format-jpeg").file.size
    assert enclosure.attrib | {"url": ""} == {"url": "", "length": str(size), "type": "image/jpeg"}
    assert enclosure.get("url").startswith("http://localhost/media/images/")


def test_atom_tells_the_same(client, everything):
    feed = atom(client)

    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi-VN"
    assert feed.findtext(f"{ATOM}id") == "http://localhost/atom.xml"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Sở Nội vụ"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"alternate": "http://localhost/", "self": "http://localhost/atom.xml"}
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == URN
    assert entry.findtext(f"{ATOM}updated") == "2024-03-01T08:30:00+07:00"
    assert entry.findtext(f"{ATOM}summary") == everything.lead
    assert entry.find(f"{ATOM}content").get("type") == "html"
    assert "<h2>Kết quả năm 2023</h2>" in entry.findtext(f"{ATOM}content")
    assert entry.find(f"{MEDIA}content").get("width") == "720"
    enclosures = entry.findall(f"{ATOM}link[@rel='enclosure']")
    assert [each.get("type") for each in enclosures] == ["image/jpeg"]


def test_each_of_several_authors_is_named(client, publish):
    publish("Hai người", byline=[ArticleByline(name="Lan"), ArticleByline(name="Minh")])

    assert rss(client).findtext(f"item/{DC}creator") == "Lan, Minh"
    names = atom(client).findall(f"{ATOM}entry/{ATOM}author/{ATOM}name")
    assert [name.text for name in names] == ["Lan", "Minh"]
    (item,) = client.get("/feed.json").json()["items"]
    assert item["authors"] == [{"name": "Lan"}, {"name": "Minh"}]


def test_json_feed_keeps_to_its_standard(client, everything):
    answer = client.get("/feed.json")
    feed = answer.json()
    (item,) = feed.pop("items")

    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Sở Nội vụ",
        "description": "Tin bài mới nhất",
        "home_page_url": "http://localhost/",
        "feed_url": "http://localhost/feed.json",
        "language": "vi-VN",
        "authors": [{"name": "Sở Nội vụ", "url": "http://localhost/"}],
    }
    assert item["id"] == URN
    assert item["url"] == ADDRESS
    assert item["summary"] == everything.lead
    assert item["date_published"] == item["date_modified"] == "2024-03-01T08:30:00+07:00"
    assert datetime.datetime.fromisoformat(item["date_published"]) == everything.published_at
    assert "<blockquote>" in item["content_html"]
    assert item["image"] == item["attachments"][0]["url"]
    assert item["attachments"][0]["_size"] == {"width": 720, "height": 450}
    assert item["attachments"][0]["size_in_bytes"] > 100
    assert "giao ước" in item["tags"]


@pytest.mark.parametrize("form", FORMS)
def test_words_that_look_like_markup_stay_words(client, publish, form):
    title = "Thủ tục <b>A & B</b> ]]> “Đúng hẹn”"
    publish(title, lead="Lương < 5 & > 3 <script>")

    assert titles(client, f"/{form}") == [title]
    if form == "rss.xml":
        # A description is HTML: what is written there must come out as it was typed.
        assert (
            rss(client).findtext("item/description") == "Lương &lt; 5 &amp; &gt; 3 &lt;script&gt;"
        )


def test_letters_that_xml_cannot_hold_are_left_out(client, publish):
    publish(
        "Trang\x0b một\x1f 😀\ufffe",
        lead="Dòng\x08 hai",
        body=[("paragraph", "<p>Ba\x0c bốn</p>")],
    )

    for form in FORMS:
        assert titles(client, f"/{form}") == ["Trang một 😀"]
    assert rss(client).findtext("item/description") == "Dòng hai"


def test_the_thirty_newest_come_first(client, publish):
    for hour in range(31):
        publish(f"Bài {hour}", hour)

    for form in FORMS:
        assert titles(client, f"/{form}") == [f"Bài {hour}" for hour in range(30, 0, -1)]


def test_a_date_chosen_later_than_the_last_change_is_no_change_before_publication(client, publish):
    with time_machine.travel(NEW_YEAR, tick=False):
        publish("Ghi ngày mai", 24)

    (item,) = client.get("/feed.json").json()["items"]
    assert item["date_modified"] == item["date_published"]


def test_a_photo_of_which_nobody_knows_how_long_it_is_is_no_enclosure(client, everything):
    storage = PhotoRendition._meta.get_field("file").storage
    for rendition in PhotoRendition.objects.all():
        storage.delete(rendition.file.name)

    (item,) = rss(client).iter("item")
    assert item.find("enclosure") is None
    assert item.find(f"{MEDIA}content").get("width") == "720"
    assert "size_in_bytes" not in client.get("/feed.json").json()["items"][0]["attachments"][0]


def test_a_photo_that_only_has_a_caption_is_no_enclosure(client, publish):
    publish("Chỉ còn chú thích", body=[photo_block(None, caption="Ảnh đã mất")])

    assert rss(client).find("item/enclosure") is None
    assert "image" not in client.get("/feed.json").json()["items"][0]


# --- What a feed is of ---------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_a_section_has_its_own_feed_beside_its_page(client, publish, site_tree, form):
    publish("Của thi đua", 1)
    publish("Của tổ chức", 2, parent=site_tree.structure)
    publish("Của cả hai", 3, parent=site_tree.structure, other_sections=[site_tree.emulation])

    assert titles(client, f"/tin-tuc/thi-dua/{form}") == ["Của cả hai", "Của thi đua"]


def test_the_feed_of_a_section_says_which(client, site_tree):
    channel = rss(client, "/tin-tuc/thi-dua/rss.xml")

    assert channel.findtext("title") == "Thi đua – Sở Nội vụ"
    assert channel.findtext("link") == "http://localhost/tin-tuc/thi-dua/"


def test_a_province_has_a_feed_under_its_old_and_its_new_name(client, publish, everything):
    publish("Nơi khác")

    for key in ("vn63-bac-kan", "vn34-thai-nguyen"):
        assert titles(client, f"/tinh/{key}/rss.xml") == [everything.title]
    assert rss(client, "/tinh/vn63-bac-kan/rss.xml").findtext("title") == "Tỉnh Bắc Kạn – Sở Nội vụ"


def test_an_award_title_has_a_feed(client, publish, everything):
    publish("Không khen ai")
    code = AwardGrant.objects.get().title.code

    assert titles(client, f"/danh-hieu/{code}/rss.xml") == [everything.title]
    assert titles(client, "/danh-hieu/BK_BNT/rss.xml") == []


def test_english_articles_are_in_english_feeds_alone(client, publish, english_news, site_tree):
    publish("Tiếng Việt")
    section = site_tree.emulation.copy_for_translation(english_news.locale)
    section.title = "Emulation"
    section.save_revision().publish()
    ArticlePageFactory(parent=section, title="In English", locale=english_news.locale)

    assert titles(client) == ["Tiếng Việt"]
    assert titles(client, "/en/rss.xml") == ["In English"]
    assert titles(client, f"{section.url}rss.xml") == ["In English"]
    channel = rss(client, "/en/rss.xml")
    assert channel.findtext("language") == "en"
    assert channel.findtext("link") == "http://localhost/en/"
    assert channel.findtext("item/link").startswith("http://localhost/en/")
    name = rss(client, "/en/tinh/vn63-bac-kan/rss.xml").findtext("title")
    assert name == "Bac Kan – Sở Nội vụ"


@pytest.mark.parametrize(
    "path",
    [
        "/tin-tuc/khong-co/rss.xml",
        "/tin-tuc/rss.xml",
        "/khac/thi-dua/rss.xml",
        "/tinh/khong-co/feed.json",
        "/danh-hieu/KHONG_CO/atom.xml",
        "/vi/rss.xml",
        "/fr/rss.xml",
        "/en/tin-tuc/thi-dua/rss.xml",
    ],
)
def test_what_is_not_there_is_said_in_vietnamese(client, site_tree, path):
    answer = client.get(path)

    assert answer.status_code == 404
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().startswith("Không có ")


# --- How it is asked for -------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_who_has_the_feed_already_is_told_so(client, publish, form):
    with time_machine.travel(NEW_YEAR, tick=False):
        publish("Một")
    first = client.get(f"/{form}")
    assert first["Last-Modified"] == "Mon, 01 Jan 2024 08:00:00 GMT"
    assert first["Cache-Control"] == "no-cache"

    for header in ("ETag", "Last-Modified"):
        name = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}[header]
        again = client.get(f"/{form}", headers={name: first[header]})
        assert (again.status_code, again.content) == (304, b"")

    publish("Hai", 1)
    changed = client.get(f"/{form}", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert "Hai" in changed.content.decode()


def test_any_site_may_read_a_feed_and_nobody_write_to_it(client, publish):
    publish("Một")
    full, head = client.get("/feed.json"), client.head("/feed.json")

    assert full["Access-Control-Allow-Origin"] == head["Access-Control-Allow-Origin"] == "*"
    assert head.status_code == 200
    assert head["ETag"] == full["ETag"]
    assert head.content == b""
    assert client.post("/feed.json").status_code == 405


@pytest.mark.parametrize(
    "path", ["/rss.xml", "/tin-tuc/thi-dua/feed.json", "/tinh/vn63-bac-kan/atom.xml"]
)
def test_a_feed_costs_the_same_however_much_is_in_it(
    client, publish, bac_kan, path, django_assert_num_queries
):
    publish("Một", provinces=[bac_kan])
    client.get(path)  # the addresses of sites are remembered from here on
    cost = {"/rss.xml": 3, "/tinh/vn63-bac-kan/atom.xml": 4, "/tin-tuc/thi-dua/feed.json": 5}[path]

    for hour in range(1, 4):
        with django_assert_num_queries(cost):
            assert len(titles(client, path)) == hour
        publish(f"Bài {hour}", hour, provinces=[bac_kan])


# --- What must not get out -----------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_forgets_what_has_expired_though_no_worker_ran(client, publish, form):
    end = timezone.now() + datetime.timedelta(hours=1)
    publish("Hết hạn", expire_at=end)
    publish("Còn lại")
    etag = client.get(f"/{form}")["ETag"]

    with time_machine.travel(end + datetime.timedelta(seconds=1)):
        answer = client.get(f"/{form}", headers={"If-None-Match": etag})

    assert answer.status_code == 200
    assert "Hết hạn" not in answer.content.decode()
    assert "Còn lại" in answer.content.decode()


def test_the_feed_of_a_private_section_is_not_there(client, publish, site_tree):
    publish("Trong chuyên mục kín")
    PageViewRestriction.objects.create(
        page=site_tree.emulation, restriction_type=PageViewRestriction.LOGIN
    )

    assert client.get("/tin-tuc/thi-dua/rss.xml").status_code == 404
    assert titles(client) == []


# --- Who publishes -------------------------------------------------------------------------------


def test_a_host_that_says_nothing_is_called_what_wagtail_calls_it(site_tree, settings):
    from news.syndication import publisher as module

    register_publisher(module._of_the_site)
    try:
        Site.objects.update(site_name="Sở Nội vụ tỉnh Lam Giang")
        assert publisher() == Publisher("Sở Nội vụ tỉnh Lam Giang")
        Site.objects.update(site_name="")
        assert publisher() == Publisher(settings.WAGTAIL_SITE_NAME)
    finally:
        register_publisher(department)
