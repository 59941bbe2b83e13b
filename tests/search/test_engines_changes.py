"""What editors change is what every engine finds, as soon as the worker has been there."""

import datetime

import pytest
from wagtail.models import Locale, Page

from news.awards.factories import AwardGrantFactory
from news.factories import ArticlePageFactory, SectionPageFactory
from search import facets
from search.backends import postgresql
from search.facets import Facet

from .canary import CANARY, is_found, publish_canaries, restrict
from .library import write_many

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(engine, site_tree):
    first = publish_canaries(site_tree)
    engine.write()
    return first


@pytest.fixture
def sees(engine, found, shown, article):
    def look() -> bool:
        engine.write()
        return is_found(found, shown)

    return look


def test_a_draft_is_not_found_until_it_is_published(engine, site_tree, article, sees, found):
    draft = ArticlePageFactory(parent=site_tree.emulation, title=f"Ba {CANARY}", published=False)
    assert sees()

    draft.get_latest_revision().publish()
    engine.write()
    assert found(CANARY)["total"] == 3


def test_new_words_are_found_and_old_ones_are_not(article, engine, shown):
    article.title = "Chim cánh cụt"
    article.save_revision().publish()
    engine.write()

    assert shown("cánh cụt", exact="1").total == 1
    assert shown(CANARY, exact="1").total == 1


def test_an_unpublished_page_disappears_and_comes_back(article, sees):
    article.unpublish()
    assert not sees()

    article.get_latest_revision().publish()
    assert sees()


@pytest.fixture
def shows_nothing_by_itself(engine, article):
    """A server shows what was written a second later, when nobody remembers that it changed."""

    def refresh_every(interval):
        if engine.is_server:
            index = engine.backend.index
            settings = {"index": {"refresh_interval": interval}}
            index.server.put(f"/{index.alias}/_settings", settings)

    refresh_every("-1")
    yield
    refresh_every(None)


@pytest.mark.usefixtures("shows_nothing_by_itself")
def test_what_the_worker_wrote_is_seen_at_once(article, found, shown, write_index):
    article.unpublish()
    write_index()

    assert not is_found(found, shown)


def test_a_deleted_page_disappears(article, sees):
    article.delete()

    assert not sees()


def test_a_page_moved_below_a_private_one_is_not_found(site_tree, article, sees):
    private = SectionPageFactory(parent=site_tree.news, title="Lưu hành nội bộ")
    restrict(private)

    article.move(private, pos="last-child")

    assert not sees()


def test_a_page_whose_section_moved_below_a_private_one_is_not_found(site_tree, article, sees):
    private = SectionPageFactory(parent=site_tree.news, title="Lưu hành nội bộ")
    restrict(private)

    site_tree.emulation.move(private, pos="last-child")

    assert not sees()


def test_a_page_of_another_language_is_found_by_its_language(engine, article, found):
    english = Locale.objects.get_or_create(language_code="en")[0]
    translated = article.copy_for_translation(english, copy_parents=True)
    translated.title = f"Queen of the night ({CANARY})"
    translated.save_revision().publish()
    engine.write()

    assert found(CANARY, locale="en")["total"] == 1
    assert found(CANARY, locale="vi")["total"] == 2
    assert found(CANARY)["total"] == 3


def test_an_article_counts_in_its_section_under_the_address_the_section_has_now(
    engine, site_tree, article, found, django_capture_on_commit_callbacks
):
    section = site_tree.emulation
    section.slug = "khen-thuong-thi-dua"
    with django_capture_on_commit_callbacks(execute=True):
        section.save_revision().publish()
    engine.write()

    assert [each["value"] for each in found(CANARY)["facets"]["section"]] == [
        "khen-thuong-thi-dua",
        "to-chuc-bo-may",
    ]


def test_all_values_of_a_facet_are_counted_however_many(engine, article, shown, monkeypatch):
    """What kind of page it is among them, by which answers are counted."""
    numbers = [f"{number:04}" for number in range(1_100)]
    many = Facet("so", "Số", lambda pages: [(page, n) for page in pages for n in numbers], _unnamed)
    monkeypatch.setitem(facets._facets, "so", many)
    article.save()
    engine.write()

    results = engine.backend.search(CANARY, Page.objects.live())
    assert results.facet("so") == dict.fromkeys(numbers, 1)
    assert shown(CANARY, exact="1").total == 2


def _unnamed(values):
    return {}


def test_newest_first_goes_by_the_minute_and_is_the_same_on_every_engine(engine, site_tree, titles):
    hours = [8, 15, 11, 15, 15, 23]
    pages = [
        ArticlePageFactory(
            parent=site_tree.emulation,
            title=f"Đèn lồng {number}",
            published_at=datetime.datetime(2024, 2, 28, hour, tzinfo=datetime.UTC),
        )
        for number, hour in enumerate(hours)
    ]
    engine.write()
    in_order = sorted(pages, key=lambda page: (page.published_at, str(page.pk)), reverse=True)

    one_by_one = [titles("đèn lồng", order="newest", limit=1, offset=n)[0] for n in range(6)]
    assert one_by_one == [page.title for page in in_order]


@pytest.mark.parametrize("ranked", [70, 3_000])
def test_an_old_title_comes_first_however_many_newer_texts_hold_its_words(
    engine, site_tree, titles, monkeypatch, ranked
):
    """Of a common word PostgreSQL does not rank all texts, and a title in a long text counts little."""
    monkeypatch.setattr(postgresql, "RANKED_OF_MANY", ranked)
    ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước")
    engine.write()
    many = [f"Phiếu số {number}" for number in range(80)]
    write_many(site_tree.structure, many, lead="Các xã ký kết giao ước.")
    engine.write()

    for typed in ("ký kết giao ước", "giao uoc"):
        assert titles(typed)[0] == "Ký kết giao ước"


def test_a_grant_is_a_word_of_its_article_from_the_moment_it_is_confirmed(engine, article, shown):
    grant = AwardGrantFactory(
        proposed=True, code="NGUT", recipient_name="Lường Văn Khoẻ", articles=[article]
    )
    engine.write()
    assert shown("Lường Văn Khoẻ", exact="1").total == 0

    grant.status = grant.Status.CONFIRMED
    grant.save()
    engine.write()
    assert shown("Lường Văn Khoẻ", exact="1").total == 1

    grant.delete()
    engine.write()
    assert shown("Lường Văn Khoẻ", exact="1").total == 0
