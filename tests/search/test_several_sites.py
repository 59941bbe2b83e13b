"""A project with several sites: each page has the address of its own, and is found there."""

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page, Site

from news.factories import ArticlePageFactory, SectionPageFactory
from search.addresses import address_of
from search.public import searchable_pages
from website.factories import HomePageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

WORDS = "hội thao quần vợt"
OURS, THEIRS, NOBODYS = f"Nội vụ: {WORDS}", f"Huyện: {WORDS}", f"Lưu: {WORDS}"


@pytest.fixture(autouse=True)
def any_host(settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.PUBLIC_URL = "https://noivu.example"


@pytest.fixture
def root(site_tree):
    return site_tree.home.get_parent()


@pytest.fixture
def district(root):
    home = HomePageFactory(parent=root, title="Huyện", slug="huyen")
    return Site.objects.create(hostname="huyen.example", port=443, root_page=home)


@pytest.fixture
def ours(site_tree):
    return ArticlePageFactory(parent=site_tree.emulation, title=OURS)


@pytest.fixture
def theirs(district):
    return ArticlePageFactory(parent=district.root_page, title=THEIRS)


@pytest.fixture
def nobodys(root):
    archive = StandardPageFactory(parent=root, title="Lưu trữ")
    return ArticlePageFactory(parent=archive, title=NOBODYS)


def test_a_page_has_the_address_of_its_own_site(ours, theirs):
    assert address_of(ours).startswith("https://noivu.example/tin-tuc/thi-dua/")
    assert address_of(theirs) == f"https://huyen.example/{theirs.slug}/"


def test_the_only_site_is_at_our_own_setting_even_when_it_is_not_the_default_one(site_tree, ours):
    Site.objects.update(is_default_site=False)
    assert address_of(ours).startswith("https://noivu.example/")


def test_an_english_home_has_the_address_of_its_site_too(district, root):
    english = Locale.objects.get_or_create(language_code="en")[0]
    home = district.root_page.copy_for_translation(english)
    home.save_revision().publish()
    page = ArticlePageFactory(parent=home, title=THEIRS, locale=english)
    assert address_of(page) == f"https://huyen.example/en/{page.slug}/"
    assert page in _found(searchable_pages(district))


def test_a_sitemap_names_pages_at_their_own_site(client, theirs, district):
    page = StandardPageFactory(parent=district.root_page, title="Giới thiệu huyện")
    index = client.get("/sitemap.xml").content.decode()
    files = [part.partition("</loc>")[0] for part in index.split("<loc>")[1:]]
    lines = "".join(
        client.get(file.removeprefix("https://noivu.example")).content.decode() for file in files
    )
    assert f"<loc>https://huyen.example/{page.slug}/</loc>" in lines
    assert f"<loc>https://huyen.example/{theirs.slug}/</loc>" in lines
    assert "<loc>https://noivu.example/gioi-thieu" not in lines


def test_what_is_asked_for_at_another_site_is_known_by_its_address(client, district, theirs):
    section = SectionPageFactory(parent=district.root_page, title="Thể thao")
    article = ArticlePageFactory(parent=section, title="Giải bơi")
    feed = client.get(f"/{section.slug}/rss.xml", headers={"host": "huyen.example"})
    assert feed.status_code == 200
    assert address_of(article) in feed.content.decode()

    theirs.unpublish()
    gone = f"/{theirs.slug}/"
    assert client.get(gone, headers={"host": "huyen.example"}).status_code == 410
    assert client.get(gone, headers={"host": "localhost"}).status_code == 404


def test_the_worker_starts_where_another_site_has_addresses_of_its_own(ours, theirs):
    call_command("worker", once=True)


def test_all_sites_are_told_and_each_shows_its_own(engine, client, found, ours, theirs, nobodys):
    def shown(host: str) -> set[str]:
        answer = client.get("/tim-kiem/", {"q": WORDS}, headers={"host": host})
        assert answer.context["found"].total == len(answer.context["results"])
        return {result.page.title for result in answer.context["results"]}

    engine.write()

    told = found(WORDS)
    assert {item["title"]: item["url"] for item in told["items"]} == {
        OURS: address_of(ours),
        THEIRS: address_of(theirs),
    }
    assert told["total"] == 2
    assert shown("huyen.example") == {THEIRS}
    assert shown("localhost") == {OURS}


def test_a_page_below_no_site_is_not_found_beside_the_only_site(engine, found, ours, nobodys):
    engine.write()

    assert [item["title"] for item in found(WORDS)["items"]] == [OURS]


def test_nothing_is_filtered_by_where_all_pages_stand_below_the_only_site(site_tree, nobodys):
    assert "LIKE" in str(searchable_pages().query)
    nobodys.get_parent().delete()
    assert "LIKE" not in str(searchable_pages().query)


def test_nothing_is_found_without_a_site(ours):
    Site.objects.all().delete()
    assert not _found(searchable_pages())


def _found(pages) -> list[Page]:
    return list(pages.specific())
