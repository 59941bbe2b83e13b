"""The list of articles: order, pages, sections, and what it costs."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.models.articles import ArticleByline, ArticleParticipant
from news.syndication.objects.renditions import make_renditions
from people.factories import PersonFactory

NEW_YEAR = datetime.datetime(2024, 1, 1, 8, tzinfo=datetime.UTC)


@pytest.fixture
def publish(site_tree):
    """Publish an article so many hours after New Year."""

    def article(title, hours=0, parent=site_tree.emulation, **fields):
        at = NEW_YEAR + datetime.timedelta(hours=hours)
        return ArticlePageFactory(parent=parent, title=title, published_at=at, **fields)

    return article


def test_newest_articles_come_first(api, publish):
    publish("Cũ", 0)
    publish("Mới", 2)
    publish("Giữa", 1)

    assert api.titles() == ["Mới", "Giữa", "Cũ"]


def test_pages_give_every_article_once_even_at_the_same_moment(api, publish, client):
    for number in range(7):
        publish(f"Bài {number}", hours=number // 4)

    seen, address = [], "http://localhost/api/v1/articles/?limit=2"
    while address:
        page = client.get(address.removeprefix("http://localhost")).json()
        seen += [item["title"] for item in page["items"]]
        address = page["next"]

    assert seen == ["Bài 6", "Bài 5", "Bài 4", "Bài 3", "Bài 2", "Bài 1", "Bài 0"]


def test_an_article_published_meanwhile_does_not_shift_the_pages(api, publish):
    publish("Một", 1)
    publish("Hai", 2)
    following = api.get("articles/", limit=1)["next"].rpartition("cursor=")[2]

    publish("Ba", 3)

    assert api.titles(limit=1, cursor=following) == ["Một"]


def test_the_next_page_keeps_the_parameters(api, publish):
    publish("Một", 1)
    publish("Hai", 2)

    following = api.get("articles/", limit=1, section="thi-dua", locale="vi")["next"]

    assert following.startswith(
        "http://localhost/api/v1/articles/?limit=1&section=thi-dua&locale=vi&"
    )


def test_the_last_page_has_no_next(api, publish):
    publish("Một")
    publish("Hai")

    assert api.get("articles/", limit=2)["next"] is None


def test_a_section_shows_its_own_articles_and_those_that_name_it(api, publish, site_tree):
    publish("Của thi đua", 1)
    publish("Của tổ chức", 2, parent=site_tree.structure)
    publish("Của cả hai", 3, parent=site_tree.structure, other_sections=[site_tree.emulation])

    assert api.titles(section="thi-dua") == ["Của cả hai", "Của thi đua"]


def test_a_translated_section_shows_what_its_page_shows(api, publish, english, site_tree):
    article = publish("Của cả hai", other_sections=[site_tree.structure])
    for page in (site_tree.home, site_tree.news, site_tree.emulation, site_tree.structure, article):
        page.copy_for_translation(english).save_revision().publish()
    section = site_tree.structure.get_translation(english)

    assert api.titles(section=section.slug, locale="en") == ["Của cả hai"]
    assert section.articles().count() == 1


def test_an_unknown_section_is_an_error_not_an_empty_list(api, publish):
    publish("Một")

    problem = api.get("articles/", status=400, section="khong-co")

    assert problem["parameters"] == ["section"]


def test_a_list_holds_one_language(api, publish, english, site_tree):
    article = publish("Tiếng Việt")
    site_tree.home.copy_for_translation(english)
    translation = article.copy_for_translation(english, copy_parents=True)
    translation.title = "In English"
    translation.save_revision().publish()

    assert api.titles() == ["Tiếng Việt"]
    assert api.titles(locale="en") == ["In English"]


def test_more_articles_cost_no_more_queries(api, publish, client):
    def rich(number):
        person = PersonFactory()
        photo = PhotoFactory()
        make_renditions(photo)
        article = publish(
            f"Bài {number}",
            hours=number,
            body=[
                ("paragraph", "<p>Nội dung</p>"),
                photo_block(photo),
                ("speech", {"words": "Lời", "speaker_person": person, "speaker_name": "Ông A"}),
            ],
            byline=[ArticleByline(name="Trần Phương")],
            participants=[ArticleParticipant(person=person, name=person.full_name)],
        )
        article.tags.add("thi đua")
        article.save()

    def queries():
        with CaptureQueriesContext(connection) as captured:
            api.get("articles/")
        return len(captured)

    for number in range(3):
        rich(number)
    api.get("articles/")  # so that what is remembered from then on is remembered
    for_three = queries()
    for number in range(3, 12):
        rich(number)

    assert queries() == for_three
