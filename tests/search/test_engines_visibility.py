"""No engine lists or counts what an anonymous reader may not see, whatever its index still says."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from news.factories import SectionPageFactory
from news.models import ArticlePage
from tests.site_tree import plant_site_tree

from .canary import CANARY, FIRST, SECOND, is_found, publish_canaries, restrict
from .engines import both_ways

pytestmark = [pytest.mark.django_db, both_ways]

KINDS = [
    PageViewRestriction.LOGIN,
    PageViewRestriction.PASSWORD,
    PageViewRestriction.GROUPS,
]


@pytest.fixture(scope="module")
def indexed(engine_of_module, lasting):
    """The key of an article that was public when the index was last written."""
    key = publish_canaries(plant_site_tree()).pk
    engine_of_module.write()
    yield key
    engine_of_module.empty()


@pytest.fixture
def article(indexed):
    return ArticlePage.objects.get(pk=indexed)


@pytest.fixture
def sees(found, shown, article):
    return lambda: is_found(found, shown)


def test_a_public_page_is_found(sees):
    assert sees()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_made_private_is_not_found(article, sees, kind):
    made = restrict(article, kind)
    assert not sees()

    made.delete()
    assert sees()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_below_a_private_one_is_not_found(article, sees, kind):
    restrict(article.get_parent(), kind)

    assert not sees()


def test_a_private_page_is_not_found_by_somebody_who_may_read_it_either(client, lan, article, sees):
    """Answers are the same for everybody, so that they may be kept."""
    restrict(article)
    client.force_login(lan)

    assert not sees()


def test_a_page_past_its_end_is_not_found_even_when_no_worker_runs(article, sees):
    past = timezone.now() - datetime.timedelta(minutes=1)
    Page.objects.filter(pk=article.pk).update(expire_at=past)

    assert not sees()


def test_a_page_before_its_end_is_found(article, sees):
    Page.objects.filter(pk=article.pk).update(expire_at=timezone.now() + datetime.timedelta(days=1))

    assert sees()


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_what_is_taken_down_is_not_found_even_before_the_index_knows(article, sees, end):
    getattr(article, end)()

    assert not sees()


def test_a_page_moved_below_a_private_one_is_not_found_even_before_the_index_knows(article, sees):
    private = SectionPageFactory(parent=article.get_parent().get_parent(), title="Nội bộ")
    restrict(private)
    article.move(private, pos="last-child")

    assert not sees()


@pytest.mark.parametrize("narrowed", [{"section": "thi-dua"}, {"type": "article"}])
def test_of_what_is_taken_down_nothing_is_counted_within_a_facet_either(article, found, narrowed):
    article.unpublish()

    answer = found(CANARY, **narrowed)
    assert answer["total"] == len(answer["items"]) == ("type" in narrowed)


def test_what_only_waits_to_be_indexed_again_is_found(article, sees):
    article.save_revision().publish()

    assert sees()


def test_words_of_a_newer_draft_are_not_found(article, titles):
    article.title = f"Bản nháp về chim hải âu và {CANARY}"
    article.save_revision()

    assert set(titles(CANARY)) == {FIRST, SECOND}
    assert titles(f"chim hải âu {CANARY}") == titles(CANARY)
