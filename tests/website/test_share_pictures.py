"""The picture of a shared link, where a page has no photo."""

import datetime
import io
import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from PIL import Image

from news import stretches
from news.awards.factories import AwardAnnouncementPageFactory, AwardGrantFactory
from news.awards.models import pages
from news.factories import ArticlePageFactory, PhotoFactory, TopicFactory, photo_block
from news.models import ArticlePage
from people.factories import (
    ClusterFactory,
    ClusterMembershipFactory,
    OrganisationFactory,
    PersonFactory,
    PostFactory,
)
from search import views
from tests.search.engines import write_all_that_is_due
from website.brick_walls import COLOURS
from website.share_pictures import HEIGHT, WIDTH, picture

STYLESHEET = Path(__file__).resolve().parents[2] / "site/website/static/website/css/website.css"
TITLE = "Sắp xếp phòng chuyên môn cấp xã: mười điều cán bộ cần biết"


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def colours(image: Image.Image) -> set[str]:
    """Those that cover more than a hundredth of it."""
    least = image.width * image.height // 100
    pixels = iter(image.tobytes())
    found = Counter(zip(pixels, pixels, pixels, strict=True))
    return {f"#{bytes(colour).hex()}" for colour, count in found.items() if count > least}


@pytest.mark.django_db
def test_a_picture_has_the_size_others_ask_for_and_the_colours_of_its_section(site_tree, client):
    page = ArticlePageFactory(parent=site_tree.emulation, title=TITLE, body=[])
    answer = client.get(f"/hinh-chia-se/{page.pk}.png")
    image = opened(answer.content)
    assert answer["Content-Type"] == "image/png"
    assert image.size == (WIDTH, HEIGHT) == (1200, 630)
    assert set(COLOURS["ngoc"]) <= colours(image)
    assert len(answer.content) < 100_000


def test_the_words_make_the_picture():
    assert picture(TITLE, "cham") == picture(TITLE, "cham")
    assert picture(TITLE, "cham") != picture("Tập huấn nghiệp vụ", "cham")
    assert picture("", "cham")


def test_each_tone_is_drawn_as_the_design_says():
    """By what stands in the middle of a tile, and at a corner."""

    def strokes(word: str) -> tuple[bool, bool, bool]:
        image = opened(picture(word, "son"))
        line = tuple(int(COLOURS["son"][2][place : place + 2], 16) for place in (1, 3, 5))

        def is_line(x: int, y: int) -> bool:
            # In the fourth column and third row.
            near = image.crop((285 + x, 210 + y, 286 + x, 211 + y)).tobytes()
            return sum(abs(a - b) for a, b in zip(near, line, strict=True)) < 40

        return is_line(52, 52), is_line(8, 8), is_line(8, 97)

    assert strokes("ba") == (True, False, False)
    assert strokes("bà") == (True, True, False)
    assert strokes("bá") == (True, False, True)
    assert strokes("bả") == (False, False, False)
    assert strokes("bạ") == (True, False, False)


def test_the_colours_are_those_of_the_stylesheet():
    sets = re.findall(r"\.tone-(\w+) \{ (.*?) \}", STYLESHEET.read_text("utf-8"))
    by_day = dict(reversed(sets))  # the first of each name
    assert {name: tuple(re.findall("#[0-9a-f]{6}", by_day[name])) for name in COLOURS} == COLOURS


@pytest.mark.django_db
def test_awards_are_gold_and_the_house_has_lacquer(site_tree, client):
    announcement = AwardAnnouncementPageFactory(parent=site_tree.awards)
    gold = opened(client.get(f"/hinh-chia-se/{announcement.pk}.png").content)
    lacquer = opened(client.get(f"/hinh-chia-se/{site_tree.home.pk}.png").content)
    assert set(COLOURS["vang"]) <= colours(gold)
    assert set(COLOURS["lacquer"]) <= colours(lacquer)


@pytest.mark.django_db
def test_a_hidden_page_has_no_picture(site_tree, client):
    page = ArticlePageFactory(parent=site_tree.emulation, published=False)
    for pk in (page.pk, 0, 2**63 - 1, 10**30):
        assert client.get(f"/hinh-chia-se/{pk}.png").status_code == 404


@pytest.mark.django_db
def test_pages_name_their_picture_and_address(site_tree, client):
    page = ArticlePageFactory(parent=site_tree.emulation, title=TITLE, body=[])
    for shown in (page, site_tree.emulation, site_tree.home):
        html = client.get(shown.url, {"utm_source": "zalo"}).content.decode()
        address = f"http://localhost/hinh-chia-se/{shown.pk}.png"
        assert f'<meta property="og:image" content="{address}">' in html
        assert html.count('property="og:image"') == 1
        assert f'<link rel="canonical" href="http://localhost{shown.url}">' in html


@pytest.mark.django_db
def test_each_page_of_a_list_is_itself(client, site_tree, monkeypatch):
    """What was hung on its address is left out; a list that a reader narrowed names the whole."""
    monkeypatch.setattr(pages, "GRANTS_PER_PAGE", 2)
    monkeypatch.setattr(stretches, "LENGTH", 2)
    topic = TopicFactory(name="Sắp xếp")
    body = [photo_block(PhotoFactory()) for _ in range(4)]
    for _ in range(3):
        ArticlePageFactory(parent=site_tree.emulation, body=body, topics=[topic])
        AwardGrantFactory(year=2024)
    for first in (
        site_tree.news.url,
        site_tree.emulation.url,
        f"/chu-de/{topic.slug}/",
        "/chuyen-bang-anh/",
        site_tree.awards.url,
    ):
        html = BeautifulSoup(client.get(first).content, "html.parser")
        second = first + html.select_one("[rel=next]")["href"]
        for address in (first, second):
            mark = "&utm_source=zalo" if "?" in address else "?utm_source=zalo"
            page = told(client, address + mark)
            assert page["canonical"] == page["og:url"] == f"http://localhost{address}"
    narrowed = told(client, f"{site_tree.awards.url}?year=2024&page=2")
    assert narrowed["canonical"] == f"http://localhost{site_tree.awards.url}"
    behind_the_last = told(client, f"{site_tree.awards.url}?page=99")
    assert behind_the_last["canonical"] == f"http://localhost{site_tree.awards.url}?page=2"


@pytest.mark.django_db
def test_each_page_of_a_list_has_a_title_of_its_own(client, site_tree, monkeypatch):
    """By its number; where an address names no number, by the days of its articles."""
    monkeypatch.setattr(pages, "GRANTS_PER_PAGE", 2)
    monkeypatch.setattr(stretches, "LENGTH", 1)
    topic = TopicFactory(name="Sắp xếp")
    body = [photo_block(PhotoFactory()) for _ in range(4)]
    for at in (27, 28, 29):
        published = datetime.datetime(2024, 2, at, 5, tzinfo=datetime.UTC)
        ArticlePageFactory(
            parent=site_tree.emulation, body=body, topics=[topic], published_at=published
        )
        AwardGrantFactory(year=2024)
    for first in (
        site_tree.news.url,
        site_tree.emulation.url,
        f"/chu-de/{topic.slug}/",
        "/chuyen-bang-anh/",
        site_tree.awards.url,
    ):
        html = BeautifulSoup(client.get(first).content, "html.parser")
        name = "trang 2" if first == site_tree.awards.url else "28/02/2024"
        expected = f"{told(client, first)['og:title']} – {name}"
        second = first + html.select_one("[rel=next]")["href"]
        assert told(client, second)["og:title"] == expected
        assert title_of(client, second).startswith(f"{expected} – ")
        assert told(client, second)["description"].endswith(f" ({name})")
        assert name not in title_of(client, first)
    narrowed = title_of(client, f"{site_tree.awards.url}?year=2024&page=2")
    assert narrowed.startswith("Khen thưởng – trang 2 – ")


def test_a_stretch_of_several_days_is_called_by_the_first_and_the_last():
    days = [datetime.datetime(2024, 2, at, 18, tzinfo=datetime.UTC) for at in (28, 27)]
    stretch = stretches.Stretch([ArticlePage(published_at=each) for each in days], is_newest=False)
    assert stretch.days == "từ 28/02/2024 đến 29/02/2024"
    with translation.override("en"):
        assert stretch.days == "28 February 2024 to 29 February 2024"


@pytest.mark.django_db
def test_each_page_of_results_has_a_title_of_its_own(client, site_tree, monkeypatch):
    monkeypatch.setattr(views, "RESULTS_PER_PAGE", 1)
    for _ in "ab":
        ArticlePageFactory(parent=site_tree.emulation, title="Sắp xếp đơn vị")
    write_all_that_is_due()
    assert title_of(client, "/tim-kiem/?q=sắp+xếp&page=2").startswith(
        "sắp xếp – Tìm kiếm – trang 2"
    )
    assert title_of(client, "/en/tim-kiem/?q=sắp+xếp&page=2").startswith(
        "sắp xếp – Search – page 2"
    )
    assert "trang 1" not in title_of(client, "/tim-kiem/?q=sắp+xếp")


def title_of(client, address: str) -> str:
    (title,) = BeautifulSoup(client.get(address).content, "html.parser").select("head > title")
    return title.text


def told(client, address):
    """What a page says of itself where it is shared, each thing once."""
    head = BeautifulSoup(client.get(address).content, "html.parser").head
    said = [
        (each.get("property") or each["name"], each["content"])
        for each in head.select('[property^="og:"], [name^="twitter:"], [name="description"]')
    ]
    said += [("canonical", each["href"]) for each in head.select("[rel=canonical]")]
    assert len(dict(said)) == len(said), address
    return dict(said)


@pytest.fixture
def head_of_office(site_tree):
    """Somebody with a portrait and two posts."""
    department = OrganisationFactory(name="Sở Nội vụ", name_en="Department of Home Affairs")
    office = OrganisationFactory(name="Văn phòng Sở", kind="office", parent=department)
    portrait = PhotoFactory(file__width=600, file__height=900, description="Bà Oanh, chân dung")
    person = PersonFactory(honorific="bà", full_name="Nông Thị Kiều Oanh", portrait=portrait)
    PostFactory(person=person, organisation=office, title="Chánh Văn phòng")
    PostFactory(person=person, organisation=department, title="Thành viên", title_en="Member")
    return person


@pytest.mark.django_db
def test_a_shared_person_has_a_name_their_posts_and_a_face(client, head_of_office):
    page = told(client, head_of_office.get_absolute_url() + "?ngay=29/02/2024")
    address = f"http://localhost{head_of_office.get_absolute_url()}"
    assert page["canonical"] == page["og:url"] == address
    assert page["og:title"] == "Bà Nông Thị Kiều Oanh"
    assert page["description"] == page["og:description"]
    assert set(page["description"].split("; ")) == {
        "Chánh Văn phòng – Văn phòng Sở",
        "Thành viên – Sở Nội vụ",
    }
    assert re.fullmatch(r"http://localhost/media/images/\S+\.jpg", page["og:image"])
    assert (page["og:image:width"], page["og:image:height"]) == ("448", "560")
    assert page["og:image:alt"] == "Bà Oanh, chân dung"
    assert page["twitter:card"] == "summary"
    assert page["og:site_name"]


@pytest.mark.django_db
def test_a_shared_person_costs_no_query_more(client, head_of_office):
    """The sizes of the portrait are asked for once for the head and the page."""
    address = head_of_office.get_absolute_url()
    client.get(address)
    caches["renditions"].clear()
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert sum("rendition" in each["sql"] for each in asked) == 1
    assert sum('FROM "people_post"' in each["sql"] for each in asked) == 2  # all, and today's


@pytest.mark.django_db
def test_posts_are_told_in_the_language_of_the_address(client, head_of_office):
    address = "/en" + head_of_office.get_absolute_url()
    page = told(client, address)
    assert "Member – Department of Home Affairs" in page["description"]
    assert page["canonical"] == f"http://localhost{address}"


@pytest.mark.django_db
def test_every_other_page_says_what_it_is(client, head_of_office, site_tree):
    department = head_of_office.posts.get(title="Thành viên").organisation
    office = head_of_office.posts.get(title="Chánh Văn phòng").organisation
    cluster = ClusterFactory(name="Cụm thi đua số 3", description="")
    ClusterMembershipFactory(cluster=cluster, organisation=department)
    topic = TopicFactory(name="Sắp xếp", description="Từ 63 còn 34 tỉnh.")
    other = TopicFactory(name="Chuyển đổi số", description="")
    words = {
        office.get_absolute_url(): ("Văn phòng Sở", "Văn phòng, phòng, ban trực thuộc · Sở Nội vụ"),
        cluster.get_absolute_url(): ("Cụm thi đua số 3", "Sở Nội vụ"),
        f"/chu-de/{topic.slug}/": ("Sắp xếp", "Từ 63 còn 34 tỉnh."),
        f"/chu-de/{other.slug}/": (
            "Chuyển đổi số",
            "Tin bài về chủ đề “Chuyển đổi số”, mới nhất trước.",
        ),
        "/nhan-su/": ("Nhân sự và tổ chức", "Ai giữ chức vụ gì"),
        "/chu-de/": ("Chủ đề", "Những việc"),
        "/chuyen-bang-anh/": ("Chuyện bằng ảnh", "Tin bài có nhiều ảnh"),
        "/so-do-trang/": ("Sơ đồ trang", "Mọi phần của trang"),
        "/gop-y/": ("Góp ý, phản ánh", "Báo sai sót"),
    }
    for address, (title, description) in words.items():
        page = told(client, address)
        assert page["og:title"] == title
        assert page["description"].startswith(description)
        assert page["og:description"] == page["description"]
        assert page["canonical"] == page["og:url"] == f"http://localhost{address}"
        assert page["og:image"] == f"http://localhost/hinh-chia-se/{site_tree.home.pk}.png"
        assert page["twitter:card"] == "summary_large_image"
