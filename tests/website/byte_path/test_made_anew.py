"""What a page asks the database that is made anew, in an edition that has shown others."""

import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.factories import ArticlePageFactory, PhotoFactory, TopicFactory, photo_block
from news.finished_pages import finish_pages
from news.models import ArticleByline, ArticleCorrection
from news.syndication.objects.renditions import make_renditions
from tests.website.byte_path.conftest import Answered, Site, new_site
from website.byte_path.editions import READ

MOST_OF_AN_ARTICLE = 4
MOST_OF_A_LIST = 3
NO_ROOM = 1  # byte: every answer is made anew


def article(parent, title: str) -> str:
    photos = [PhotoFactory() for _ in "ab"]
    for photo in photos:
        make_renditions(photo)  # as the worker does before it finishes a page
    return ArticlePageFactory(
        parent=parent,
        title=title,
        body=[
            ("paragraph", "<p>Bảy tỉnh ký kết.</p>"),
            *map(photo_block, photos),
        ],
        byline=[ArticleByline(name="Trần Phương", unit="Văn phòng Sở")],
        corrections=[ArticleCorrection(on=datetime.date(2024, 3, 1), note="Đúng là 7 đơn vị.")],
        topics=[TopicFactory(name=f"Chủ đề của {title}")],
        tags=["giao ước"],
    ).url


def test_an_article_asks_for_itself_what_is_told_of_it_and_its_photos(site, site_tree):
    first, second = (article(site_tree.emulation, title) for title in ("Tin một", "Tin hai"))
    anew = new_site(NO_ROOM)
    for address in (second, first, first):  # sizes of photos are made, then what pages share
        anew.ask(address)

    answer, queries = ask_anew(anew, second)

    assert "Trần Phương" in answer.words
    assert "Đúng là 7 đơn vị." in answer.words
    assert "Chủ đề của Tin hai" in answer.words
    assert len(queries) <= MOST_OF_AN_ARTICLE, queries

    finish_pages(longest=60)
    assert anew.ask(first).words  # what pages of the edition share
    finished, queries = ask_anew(anew, second)
    assert finished.words == answer.words
    assert len(queries) == 1, queries


def test_a_list_asks_as_little_however_many_articles_it_shows(site, site_tree):
    for number in range(5):
        article(site_tree.emulation, f"Tin {number}")
    finish_pages(longest=60)
    anew = new_site(NO_ROOM)
    for address in (site_tree.news.url, site_tree.emulation.url):
        anew.ask(address)
        answer, queries = ask_anew(anew, address)
        assert "Tin 4" in answer.words
        assert "Tin 0" in answer.words
        assert len(queries) <= MOST_OF_A_LIST, queries


def ask_anew(site: Site, address: str) -> tuple[Answered, list[str]]:
    """With what the database was asked, but for the edition."""
    with CaptureQueriesContext(connection) as asked:
        answer = site.ask(address)
    return answer, [each["sql"] for each in asked if each["sql"] != READ]
