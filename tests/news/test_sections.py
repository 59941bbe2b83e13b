"""An article's main section is its parent; others show it too."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from news.article_shown import related_articles
from news.factories import ArticlePageFactory, PhotoFactory, TopicFactory, photo_block
from news.models import ArticlePage, ArticleRelated, SectionPage, Topic


def article(parent, **fields):
    return ArticlePageFactory(parent=parent, **fields)


def at(day):
    return datetime.datetime(2024, 2, day, 9, tzinfo=datetime.UTC)


def test_the_main_section_is_the_page_an_article_stands_under(site_tree):
    assert article(site_tree.emulation).section == site_tree.emulation
    assert article(site_tree.news).section is None


def test_a_section_lists_its_own_articles_and_those_that_name_it_newest_first(site_tree):
    own = article(site_tree.emulation, published_at=at(1))
    guest = article(site_tree.structure, published_at=at(2), other_sections=[site_tree.emulation])
    article(site_tree.structure, published_at=at(3))
    assert list(site_tree.emulation.articles()) == [guest, own]


def test_an_article_that_names_its_own_section_too_is_listed_once(site_tree):
    page = article(site_tree.emulation, other_sections=[site_tree.emulation, site_tree.structure])
    assert list(site_tree.emulation.articles()) == [page]
    assert list(site_tree.structure.articles()) == [page]


def test_the_index_lists_the_articles_of_all_sections(site_tree):
    pages = {article(p) for p in (site_tree.emulation, site_tree.structure, site_tree.news)}
    assert set(site_tree.news.articles()) == pages


def test_the_other_sections_of_a_draft_do_not_show_before_it_is_published(site_tree):
    page = article(site_tree.emulation)
    page.other_sections.set([site_tree.structure])
    page.save_revision()
    assert list(site_tree.structure.articles()) == []
    page.get_latest_revision().publish()
    assert list(site_tree.structure.articles()) == [page]


def test_a_moved_article_changes_section_and_address_and_keeps_the_rest(site_tree, client):
    page = article(site_tree.emulation, title="Đổi chuyên mục", tags=["đường bộ"])
    old = page.url
    page.move(site_tree.structure, pos="last-child")
    moved = ArticlePage.objects.get(pk=page.pk)
    assert moved.section == site_tree.structure
    assert moved.url == "/tin-tuc/to-chuc-bo-may/doi-chuyen-muc/"
    assert list(moved.tags.names()) == ["đường bộ"]
    assert moved.live_revision == page.live_revision
    assert list(site_tree.emulation.articles()) == []
    assert client.get(old).status_code in {301, 302, 404}
    assert client.get(moved.url).status_code == 200


def test_a_list_of_cards_takes_three_queries_however_many_there_are(
    site_tree, django_assert_num_queries
):
    for _ in range(4):
        article(site_tree.emulation, body=[photo_block(PhotoFactory())])
    with django_assert_num_queries(3):  # what is private, the articles, their renditions
        for page in site_tree.emulation.articles().for_cards():
            assert (page.section_title, page.section_tile_set) == ("Thi đua", "ngoc")
            assert page.lead_photo.title


def test_related_articles_are_those_chosen_then_the_newest_of_the_section(site_tree):
    neighbour = article(site_tree.emulation)
    chosen = article(site_tree.structure)
    withdrawn = article(site_tree.structure)
    page = article(
        site_tree.emulation,
        related=[ArticleRelated(page=withdrawn), ArticleRelated(page=chosen)],
    )
    withdrawn.unpublish()
    assert related_articles(page, [withdrawn.pk, chosen.pk]) == [chosen, neighbour]


def test_what_may_stand_where(site_tree):
    assert SectionPage.can_create_at(site_tree.news)
    assert not SectionPage.can_create_at(site_tree.emulation)
    assert ArticlePage.can_create_at(site_tree.emulation)
    assert not ArticlePage.can_create_at(site_tree.home)
    assert not ArticlePage.can_create_at(site_tree.awards)
    assert not SectionPage.can_create_at(article(site_tree.news))


def test_a_topic_has_one_address_in_each_language(site_tree):
    topic = TopicFactory(name="Đề án 06")
    assert topic.slug == "de-an-06"
    with pytest.raises(IntegrityError), transaction.atomic():
        TopicFactory(name="Đề án 06", locale=topic.locale)
    page = article(site_tree.emulation, topics=[topic])
    assert list(Topic.objects.get().articles.all()) == [page]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"event_end_date": datetime.date(2024, 3, 1)}, "event_end_date"),
        ({"event_part_of_day": "morning"}, "event_part_of_day"),
        (
            {
                "event_date": datetime.date(2024, 2, 29),
                "event_end_date": datetime.date(2024, 2, 28),
            },
            "event_end_date",
        ),
    ],
)
def test_an_event_without_sense_is_refused_by_form_and_database(site_tree, fields, field):
    page = article(site_tree.emulation)
    for name, value in fields.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    assert field in refusal.value.error_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticlePage.objects.filter(pk=page.pk).update(**fields)


def test_an_article_shows_the_day_it_first_came_out_unless_told_otherwise(site_tree):
    assert article(site_tree.emulation, published_at=at(29)).published_at == at(29)
    page = article(site_tree.emulation)
    first = page.published_at
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.published_at == first == page.first_published_at
