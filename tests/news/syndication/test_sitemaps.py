"""Sitemaps: everything public once, nothing else, in files of a fixed cost."""

import datetime
from xml.etree import ElementTree

import pytest
import time_machine
from django.utils import timezone

from news.awards.factories import AwardAnnouncementPageFactory, ConsultationPageFactory
from news.factories import (
    ArticlePageFactory,
    PageFactory,
    PhotoFactory,
    TopicFactory,
    photo_block,
)
from news.syndication.feeds import sitemaps
from news.syndication.models import Publication
from news.syndication.objects.renditions import make_renditions
from people.factories import OrganisationFactory, PersonFactory
from people.models import Cluster
from website.models import StandardPage

pytestmark = pytest.mark.once

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOST = "http://localhost"
LANGUAGES = (("vi", ""), ("en", "/en"))
CANARY = "chimyentronglong"


@pytest.fixture(autouse=True)
def one_file_of_each_kind(monkeypatch):
    """PostgreSQL gives no number twice, and a thousand tests use up those of the first file."""
    monkeypatch.setattr(sitemaps, "KEYS_IN_A_FILE", 10**9)


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage


def parsed(client, address) -> ElementTree.Element:
    answer = client.get(address.removeprefix(HOST))
    assert answer.status_code == 200, address
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314 - our own


def files(client):
    index = parsed(client, "/sitemap.xml")
    return [each.findtext(f"{SITEMAP}loc") for each in index.findall(f"{SITEMAP}sitemap")]


def lines(client):
    """Of every file the index names, the news left out."""
    return [
        line
        for address in files(client)
        if "tin-moi" not in address
        for line in parsed(client, address).findall(f"{SITEMAP}url")
    ]


def addresses(client):
    return [line.findtext(f"{SITEMAP}loc").removeprefix(HOST) for line in lines(client)]


def test_every_public_address_is_there_once(client, site_tree):
    topic = TopicFactory(name="Đề án 06")
    article = ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị", topics=[topic])
    announcement = AwardAnnouncementPageFactory(parent=site_tree.awards, title="Khen thưởng 2024")
    consultation = ConsultationPageFactory(parent=site_tree.awards)
    about = StandardPageFactory(parent=site_tree.home, title="Giới thiệu")
    person = PersonFactory(full_name="Đỗ Hữu Ước")
    organisation = OrganisationFactory(name="Sở Nội vụ")
    TopicFactory(name="Chưa có tin")
    cluster = Cluster.objects.create(name="Cụm thi đua số 1")

    found = addresses(client)

    told_in_both = ["/nhan-su/"]
    told_in_both += [each.get_absolute_url() for each in (person, organisation, cluster)]
    wanted = [
        *(page.url for page in (article, announcement, consultation, about)),
        *(page.url for page in (site_tree.home, site_tree.news, site_tree.awards)),
        *(page.url for page in (site_tree.emulation, site_tree.structure)),
        *(f"{code}{path}" for path in told_in_both for code in ("", "/en")),
        "/chu-de/de-an-06/",
    ]
    assert sorted(found) == sorted(wanted)
    for path in found:
        assert client.get(path).status_code == 200, path


def test_a_line_says_when_the_text_last_changed(client, site_tree):
    with time_machine.travel(datetime.datetime(2024, 3, 1, 1, 30, tzinfo=datetime.UTC), tick=False):
        article = ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị")

    (line,) = parsed(client, "/sitemap-bai-0.xml").findall(f"{SITEMAP}url")

    assert line.findtext(f"{SITEMAP}loc") == article.full_url
    assert line.findtext(f"{SITEMAP}lastmod") == "2024-03-01T08:30:00+07:00"
    index = parsed(client, "/sitemap.xml").findall(f"{SITEMAP}sitemap")
    changes = {each.findtext(f"{SITEMAP}loc"): each.findtext(f"{SITEMAP}lastmod") for each in index}
    assert changes[f"{HOST}/sitemap-bai-0.xml"] == "2024-03-01T08:30:00+07:00"


def test_the_index_notices_that_something_was_taken_down(client, site_tree):
    with time_machine.travel(datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC), tick=False):
        ArticlePageFactory(parent=site_tree.emulation)
        second = ArticlePageFactory(parent=site_tree.emulation)
    before = client.get("/sitemap.xml")

    second.unpublish()

    after = client.get("/sitemap.xml", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert b"2024-03-01" not in after.content.partition(b"sitemap-bai-0.xml")[2][:80]


def test_translations_name_each_other(client, site_tree, english):
    site_tree.home.copy_for_translation(english).save_revision().publish()
    article = ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị")
    ArticlePageFactory(parent=site_tree.emulation, title="Chỉ tiếng Việt")
    translated = article.copy_for_translation(english, copy_parents=True)
    for page in translated.get_ancestors().filter(locale=english, live=False):
        page.specific.save_revision().publish()
    translated.save_revision().publish()

    found = {
        line.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in line.findall(f"{XHTML}link")
        }
        for line in parsed(client, "/sitemap-bai-0.xml")
    }

    both = {"vi": article.full_url, "en": translated.full_url}
    assert translated.url.startswith("/en/")
    assert found[article.full_url] == found[translated.full_url] == both
    assert found[f"{HOST}/tin-tuc/thi-dua/chi-tieng-viet/"] == {}

    translated.expire_at = timezone.now() + datetime.timedelta(minutes=1)
    translated.save()
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=2)):
        (first, _second) = parsed(client, "/sitemap-bai-0.xml")
    assert first.findall(f"{XHTML}link") == []


def test_an_organisation_is_told_in_both_languages_whatever_is_translated(client, site_tree):
    office = OrganisationFactory(name="Sở Nội vụ")
    both = {code: f"{HOST}{path}{office.get_absolute_url()}" for code, path in LANGUAGES}
    told = {
        line.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in line.findall(f"{XHTML}link")
        }
        for line in parsed(client, "/sitemap-co-quan-0.xml")
    }
    assert told == dict.fromkeys(both.values(), both)


def test_photos_of_a_text_are_named_once_each(client, site_tree, own_media):
    photos = [PhotoFactory(file__width=800, file__height=500) for _ in range(2)]
    for photo in photos:
        make_renditions(photo)
    ArticlePageFactory(
        parent=site_tree.emulation,
        lead_photo=photos[1],
        body=[photo_block(photo) for photo in photos],
    )

    (line,) = parsed(client, "/sitemap-bai-0.xml")
    images = [each.findtext(f"{IMAGE}loc") for each in line.findall(f"{IMAGE}image")]

    expected = [
        f"{HOST}{photo.renditions.get(filter_spec='width-720|format-jpeg').url}"
        for photo in reversed(photos)
    ]
    assert images == expected


def test_the_news_are_those_of_two_days(client, site_tree):
    now = timezone.now()
    for title, hours in (("Hôm qua", 24), ("Hôm kia", 47), ("Tuần trước", 49)):
        at = now - datetime.timedelta(hours=hours)
        ArticlePageFactory(parent=site_tree.emulation, title=title, published_at=at)
    AwardAnnouncementPageFactory(parent=site_tree.awards, title="Không phải tin bài")

    news = parsed(client, "/sitemap-tin-moi.xml")

    assert [each.text for each in news.iter(f"{NEWS}title")] == ["Hôm qua", "Hôm kia"]
    first = news.find(f"{SITEMAP}url")
    assert first.findtext(f"{SITEMAP}loc") == f"{HOST}/tin-tuc/thi-dua/hom-qua/"
    assert first.findtext(f".//{NEWS}name") == "Sở Nội vụ"
    assert first.findtext(f".//{NEWS}language") == "vi"
    told = datetime.datetime.fromisoformat(first.findtext(f".//{NEWS}publication_date"))
    assert abs(told - (now - datetime.timedelta(hours=24))) < datetime.timedelta(seconds=1)
    assert f"{HOST}/sitemap-tin-moi.xml" in files(client)


def test_many_rows_are_spread_over_files(client, site_tree, monkeypatch):
    for number in range(5):
        ArticlePageFactory(parent=site_tree.emulation, title=f"Bài {number}")
    monkeypatch.setattr(sitemaps, "KEYS_IN_A_FILE", 2)

    names = [address for address in files(client) if "-bai-" in address]
    sizes = [len(parsed(client, name)) for name in names]

    assert sum(sizes) == 5
    assert max(sizes) <= 2
    assert len(names) == len(set(names)) >= 3
    assert len(set(addresses(client))) == len(addresses(client))


def test_a_file_nobody_named_is_not_there(client, site_tree):
    for path in ("/sitemap-bai-7.xml", "/sitemap-khac-0.xml", "/sitemap-bai-999999999.xml"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert answer.content.decode().startswith("Không có sơ đồ trang")


def test_who_has_a_file_already_is_told_so(client, site_tree):
    ArticlePageFactory(parent=site_tree.emulation)
    for path in ("/sitemap.xml", "/sitemap-bai-0.xml", "/sitemap-trang-0.xml"):
        etag = client.get(path)["ETag"]
        assert client.get(path, headers={"If-None-Match": etag}).status_code == 304
        assert client.head(path)["ETag"] == etag


def test_each_file_costs_the_same_however_much_is_in_it(
    client, site_tree, django_assert_num_queries
):
    def ask():
        paths = {"/sitemap.xml": 12, "/sitemap-bai-0.xml": 2, "/sitemap-tin-moi.xml": 2}
        paths |= {"/sitemap-trang-0.xml": 4, "/sitemap-nhan-su-0.xml": 1}
        paths |= {"/sitemap-chu-de-0.xml": 4}
        for path, cost in paths.items():
            with django_assert_num_queries(cost):
                assert client.get(path).status_code == 200

    def more():
        ArticlePageFactory(parent=site_tree.emulation, topics=[TopicFactory()])
        StandardPageFactory(parent=site_tree.home, title="Trang")
        PersonFactory()

    more()
    client.get("/sitemap.xml")
    ask()
    more()
    ask()


# --- What must not get out -----------------------------------------------------------------------


def test_a_page_outside_the_site_is_not_named(client, site_tree):
    root = site_tree.home.get_parent()
    StandardPageFactory(parent=root, title=CANARY)

    assert not any(CANARY in path for path in addresses(client))


def test_a_page_type_may_keep_out(client, site_tree, monkeypatch):
    StandardPageFactory(parent=site_tree.home, title="Kín đáo")
    monkeypatch.setattr(StandardPage, "get_sitemap_urls", lambda self, request=None: [])

    assert "/kin-dao/" not in addresses(client)
    assert Publication.objects.count() == 0


# --- robots.txt ------------------------------------------------------------------------------------


def test_robots_are_led_to_the_sitemap_and_away_from_the_admin(client):
    answer = client.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nDisallow: /tim-kiem/?\nDisallow: /en/tim-kiem/?\n\n"
        "Sitemap: http://localhost/sitemap.xml\n"
    )


def test_the_host_of_the_admin_is_not_to_be_found(client, settings):
    settings.ADMIN_HOST = "quan-tri.localhost"
    settings.ALLOWED_HOSTS = ["quan-tri.localhost", "localhost"]

    admin = client.get("/robots.txt", headers={"Host": "quan-tri.localhost"}).content
    assert admin == b"User-agent: *\nDisallow: /\n"
    assert b"Sitemap: " in client.get("/robots.txt", headers={"Host": "localhost"}).content
