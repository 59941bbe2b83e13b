"""What a page asks the database that is made anew, in an edition that has shown others."""

import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.factories import ArticlePageFactory, PhotoFactory, TopicFactory, photo_block
from news.models import ArticleByline, ArticleCorrection
from tests.website.byte_path.conftest import new_site
from website.byte_path.editions import READ

MOST_OF_AN_ARTICLE = 4
NO_ROOM = 1  # byte: every answer is made anew


def article(parent, title: str) -> str:
    return ArticlePageFactory(
        parent=parent,
        title=title,
        body=[
            ("paragraph", "<p>Bảy tỉnh ký kết.</p>"),
            *(photo_block(PhotoFactory()) for _ in "ab"),
        ],
        byline=[ArticleByline(name="Trần Phương", unit="Văn phòng Sở")],
        corrections=[ArticleCorrection(on=datetime.date(2024, 3, 1), note="Đúng là 7 đơn vị.")],
        topics=[TopicFactory(name=f"Chủ đề của {title}")],
        tags=["giao ước"],
    ).url


def test_an_article_asks_for_itself_what_is_told_of_it_and_its_photos(site, site_tree):
    first, second = (article(site_tree.emulation, title) for title in ("Tin một", "Tin hai"))
    anew = new_site(NO_ROOM)
    for address in (second, first):  # sizes of photos are made
        anew.ask(address)

    with CaptureQueriesContext(connection) as asked:
        answer = anew.ask(second)

    assert "Trần Phương" in answer.words
    assert "Đúng là 7 đơn vị." in answer.words
    assert "Chủ đề của Tin hai" in answer.words
    queries = [each["sql"] for each in asked if each["sql"] != READ]  # SQLite is read past Django
    assert len(queries) <= MOST_OF_AN_ARTICLE, queries
