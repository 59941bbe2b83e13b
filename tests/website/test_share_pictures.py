"""The picture of a shared link, where a page has no photo."""

import io
import re
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from news.awards.factories import AwardAnnouncementPageFactory
from news.factories import ArticlePageFactory
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
