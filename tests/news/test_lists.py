"""Articles by topic, and those told in photos."""

import datetime

import pytest
from wagtail.models import Locale

from news.factories import (
    ArticlePageFactory,
    PhotoFactory,
    TopicFactory,
    gallery_block,
    photo_block,
)
from news.models import Topic

NOON = datetime.datetime(2024, 2, 29, 5, tzinfo=datetime.UTC)


def article(site_tree, **fields):
    return ArticlePageFactory(parent=site_tree.emulation, **fields)


def test_a_topic_shows_what_was_written_about_it_newest_first(site_tree, client):
    topic = TopicFactory(name="Đề án 06", description="Dữ liệu dân cư, từ 2022.")
    older = article(site_tree, topics=[topic], published_at=NOON)
    newer = article(site_tree, topics=[topic], published_at=NOON.replace(hour=6))
    other = article(site_tree, title="Chuyện khác")
    answer = client.get("/chu-de/de-an-06/")
    html = answer.content.decode()
    assert list(answer.context["articles"]) == [newer, older]
    assert topic.description in html
    assert other.title not in html


def test_hidden_articles_are_not_told_by_their_topic(site_tree, client):
    topic = TopicFactory(name="Đề án 06")
    article(site_tree, topics=[topic]).unpublish()
    assert "chưa có tin" in client.get("/chu-de/de-an-06/").content.decode()
    assert "Đề án 06" not in client.get("/chu-de/").content.decode()


def test_topics_are_listed_with_how_much_was_written(site_tree, client):
    busy, quiet = TopicFactory(name="Sắp xếp xã"), TopicFactory(name="Đề án 06")
    article(site_tree, topics=[busy])
    article(site_tree, topics=[busy])
    (listed,) = client.get("/chu-de/").context["topics"]
    assert (listed, listed.article_count) == (busy, 2)
    assert listed != quiet


def test_an_article_leads_to_its_topics(site_tree, client):
    topic = TopicFactory(name="Đề án 06")
    page = article(site_tree, topics=[topic])
    assert 'href="/chu-de/de-an-06/"' in client.get(page.url).content.decode()


def test_a_topic_in_english_shows_english_articles(site_tree, client):
    english = Locale.objects.get(language_code="en")
    topic = TopicFactory(name="Đề án 06")
    translated = topic.copy_for_translation(english)
    translated.name = "Project 06"
    translated.save()
    page = article(site_tree, topics=[topic])
    site_tree.home.copy_for_translation(english).save_revision().publish()
    copy = page.copy_for_translation(english, copy_parents=True)
    copy.title = "Meeting"
    copy.save_revision().publish()
    answer = client.get(f"/en/chu-de/{translated.slug}/")
    assert [each.title for each in answer.context["articles"]] == ["Meeting"]
    assert [each.title for each in client.get("/chu-de/de-an-06/").context["articles"]] == [
        page.title
    ]


@pytest.mark.parametrize("slug", ["khong-co", "a" * 300])
def test_a_topic_that_is_not_there_is_not_found(site_tree, client, slug):
    assert client.get(f"/chu-de/{slug}/").status_code == 404


def test_a_list_of_topics_costs_the_same_however_many(site_tree, django_assert_num_queries):
    for number in range(3):
        article(site_tree, topics=[TopicFactory(name=f"Chủ đề {number}")])
    vietnamese = Locale.get_default()
    with django_assert_num_queries(2):  # what is private, the topics
        assert len(Topic.objects.with_articles(vietnamese)) == 3


def test_a_story_in_photos_has_four_of_them(site_tree, client):
    photo = PhotoFactory()
    story = article(site_tree, body=[gallery_block(photo, photo, photo), photo_block(photo)])
    article(site_tree, title="Ba ảnh", body=[gallery_block(photo, photo, photo)])
    article(site_tree, title="Chỉ còn chú thích", body=[photo_block(None, caption="Cũ")] * 4)
    (shown,) = client.get("/chuyen-bang-anh/").context["articles"]
    assert (shown, shown.photo_count) == (story, 4)
