"""A rebuild of the index: nothing is missed meanwhile, nothing stale is left, counts are right."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from wagtail.search.index import get_indexed_models

from news.factories import ArticlePageFactory, TopicFactory
from news.models import ArticlePage, Topic
from search import outbox
from search.backends.row_index import WRITTEN_AT_ONCE
from search.engine.counting import TermCounts
from search.engine.documents import documents_of
from search.models import FacetSet, FacetValue, IndexedAcronym, IndexedDocument, IndexWrite, Term
from search.public import public_keys
from tests.site_tree import SiteTree

from .engines import DATABASE, Engine, documents_in
from .library import write_many

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(engine, site_tree) -> list[ArticlePage]:
    return make_articles(site_tree, engine)


def make_articles(site: SiteTree, engine: Engine) -> list[ArticlePage]:
    write_many(
        site.emulation,
        [f"Ký kết giao ước lần {number}" for number in range(4)],
        lead="Hội đồng điều phối thổ cẩm (HĐĐPTC) chứng kiến.",
    )
    engine.write()
    return list(ArticlePage.objects.order_by("pk"))


def rebuild(engine: Engine) -> None:
    """The command an administrator types."""
    call_command("update_index", verbosity=0)
    engine.write()


def rebuilding(engine: Engine, at_once: int = 2) -> Iterator[Callable[[], None]]:
    """The same, step by step as the command does it: what was read, before it is written."""
    backend = engine.backend
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(ArticlePage))
    index = rebuilder.start()
    for model in get_indexed_models():
        objects = list(model.get_indexed_objects().order_by("pk"))
        for start in range(0, len(objects), at_once):
            part = objects[start : start + at_once]
            yield partial(index.add_items, model, part)
    yield rebuilder.finish


def keys_indexed(engine: Engine, model: type[Model]) -> set[str]:
    if engine.is_server:
        documents = [document for _, document in documents_in(engine.backend)]
        return {each["key"] for each in documents if model._meta.label in each["kinds"]}
    kind = ContentType.objects.get_for_model(model)
    rows = IndexedDocument.objects.filter(content_type=kind)
    return set(rows.values_list("object_id", flat=True))


def counts_from_scratch() -> dict[tuple[str, str], int]:
    """What the texts of all public objects hold, counted by nothing but reading them."""
    counts = TermCounts()
    for model in get_indexed_models():
        # A page is counted as what it is in particular.
        objects = [each for each in model.get_indexed_objects() if type(each) is model]
        public = public_keys(model, [each.pk for each in objects])
        objects = [each for each in objects if each.pk in public]
        for document in documents_of(objects):
            counts.add(document.title, document.body)
    return {(kind, text): count for kind, text, count in counts.in_order()}


def counts_kept() -> dict[tuple[str, str], int]:
    rows = Term.objects.values_list("kind", "text", "documents")
    return {(kind, text): count for kind, text, count in rows if count}


# --- What a rebuild leaves ---------------------------------------------------------------------------


def test_a_rebuilt_index_finds_what_it_found_before(engine, articles, found):
    before = found("giao ước")
    rebuild(engine)

    assert found("giao ước") == before
    assert keys_indexed(engine, ArticlePage) == {str(each.pk) for each in articles}


def test_an_empty_index_is_filled(engine, site_tree, found):
    ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước")
    IndexWrite.objects.all().delete()

    rebuild(engine)

    answer = found("giao ước")
    assert (answer["total"], answer["degraded"]) == (1, False)
    assert keys_indexed(engine, ArticlePage) == {
        str(pk) for pk in ArticlePage.objects.values_list("pk", flat=True)
    }


def test_what_is_gone_from_the_database_leaves_the_index(engine, articles):
    topic = TopicFactory()
    engine.write()
    assert str(topic.pk) in keys_indexed(engine, Topic)

    Topic.objects.filter(pk=topic.pk)._raw_delete("default")
    rebuild(engine)

    assert str(topic.pk) not in keys_indexed(engine, Topic)


def test_a_word_that_is_gone_is_known_no_longer(engine, articles):
    for each in articles:
        ArticlePage.objects.filter(pk=each.pk).update(lead="")
    rebuild(engine)

    assert not Term.objects.filter(text="thổ").exists()
    assert not IndexedAcronym.objects.exists()


def test_facets_follow_what_the_objects_say_now(engine, articles, found):
    ArticlePage.objects.filter(pk=articles[0].pk).update(published_at="2019-05-05T05:00:00Z")
    rebuild(engine)

    years = {each["value"]: each["count"] for each in found("giao ước")["facets"]["year"]}
    assert years["2019"] == 1
    assert FacetValue.objects.filter(name="year", value="2019").count() == 1


def test_documents_with_the_same_facets_share_a_set(database, counted):
    def facet_sets() -> list[FacetSet | None]:
        documents = {each.object_id: each for each in IndexedDocument.objects.all()}
        return [documents[str(each.pk)].facet_set for each in counted[:2]]

    one, other = facet_sets()
    assert one == other

    ArticlePage.objects.filter(pk=counted[0].pk).update(published_at="2019-05-05T05:00:00Z")
    outbox.remember_all(ArticlePage, [counted[0].pk])
    database.write()

    one, other = facet_sets()
    years = [
        list(each.values.filter(name="year").values_list("value", flat=True))
        for each in (one, other)
    ]
    assert years == [["2019"], ["2021"]]


def test_facets_that_no_document_has_any_more_are_forgotten(database, counted):
    ArticlePage.objects.filter(pk=counted[0].pk).update(published_at="2019-05-05T05:00:00Z")
    rebuild(database)
    counted[0].delete()
    rebuild(database)

    assert not FacetValue.objects.filter(value="2019").exists()
    assert not FacetSet.objects.filter(documents=None).exists()
    assert IndexedDocument.objects.filter(facet_set=None).count() == 0


@pytest.mark.usefixtures("articles")
def test_the_index_of_a_rebuild_that_crashed_is_removed_by_the_next(engine, found):
    steps = rebuilding(engine)
    next(steps)()
    del steps

    rebuild(engine)

    assert found("giao ước")["total"] == 4
    if engine.is_server:
        index = engine.backend.index
        everything = engine.backend.server.get(f"/{index.alias}*/_alias")
        assert list(everything) == index.in_use(index.alias)
        assert len(everything) == 1
    assert counts_kept() == counts_from_scratch()


# --- Counts ------------------------------------------------------------------------------------------
# The engine in the database keeps them for all.


@pytest.fixture
def database(db, settings) -> Engine:
    """Alone, whichever engine the tests around are about."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": DATABASE}
    return Engine("database")


@pytest.fixture
def counted(database, site_tree) -> list[ArticlePage]:
    return make_articles(site_tree, database)


def test_counts_after_a_rebuild_are_those_of_the_texts(database, counted):
    rebuild(database)

    assert counts_kept() == counts_from_scratch()
    assert not Term.objects.filter(documents__lte=0).exists()


def test_counts_follow_edits_and_deletions(database, counted):
    rebuild(database)

    counted[0].title = "Trao cờ thi đua cho đơn vị dẫn đầu"
    counted[0].save_revision().publish()
    counted[1].delete()
    TopicFactory(name="Đơn vị dẫn đầu")
    counted[2].lead = ""
    counted[2].save()
    counted[2].save()
    database.write()

    assert counts_kept() == counts_from_scratch()


def test_counts_do_not_drift_when_the_same_is_written_again(database, counted):
    rebuild(database)
    for _ in range(3):
        outbox.remember_all(ArticlePage, [each.pk for each in counted])
        database.write()
    rebuild(database)

    assert counts_kept() == counts_from_scratch()


def test_a_word_whose_count_is_wrong_can_still_be_searched_for(database, counted, found):
    rebuild(database)
    Term.objects.filter(text__in=["giao", "giao uoc"]).update(documents=-1)

    assert found("giao ước")["total"] == 4


def test_counts_are_right_after_changes_during_a_rebuild(database, counted):
    steps = rebuilding(database, at_once=100)
    for number, step in enumerate(list(steps)):
        page = counted[number % len(counted)]
        page.title = f"Trao cờ lần {number}"
        page.save()
        TopicFactory(name=f"Chủ đề riêng {number}")
        outbox.write_what_is_due()
        step()

    assert counts_kept() == counts_from_scratch()


# --- Meanwhile ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("articles")
def test_a_search_during_a_rebuild_misses_nothing(engine, found):
    before = found("giao ước")["items"]

    for number, step in enumerate(rebuilding(engine)):
        step()
        if number % 9 == 0 or not isinstance(step, partial):
            answer = found("giao ước")
            assert answer["items"] == before
            assert (answer["total"], answer["degraded"]) == (4, False)


def test_an_object_that_changes_after_it_was_rebuilt_ends_up_as_it_is(engine, articles, shown):
    steps: list[Any] = list(rebuilding(engine, at_once=100))
    for step in steps[:-1]:
        step()
    articles[3].title = "Trao cờ cho đơn vị dẫn đầu"
    articles[3].save_revision().publish()
    engine.write()
    steps[-1]()
    engine.write()

    assert shown("cho đơn vị dẫn đầu", exact="1").total == 1


def test_an_object_made_during_a_rebuild_stays(engine, articles, site_tree, shown):
    steps: list[Any] = list(rebuilding(engine, at_once=100))
    for step in steps[:-1]:
        step()
    ArticlePageFactory(parent=site_tree.emulation, title="Trao cờ cho đơn vị dẫn đầu")
    engine.write()
    steps[-1]()
    engine.write()

    assert shown("cho đơn vị dẫn đầu", exact="1").total == 1


def test_an_object_that_changes_between_reading_and_writing_ends_up_as_it_is(
    engine, articles, shown
):
    """The rebuild has read it, an editor changes it, the worker writes it; then the rebuild does."""
    steps: list[Any] = list(rebuilding(engine, at_once=100))
    articles[3].title = "Trao cờ cho đơn vị dẫn đầu"
    articles[3].save_revision().publish()
    outbox.write_what_is_due()
    for step in steps:
        step()
    engine.write()

    assert shown("cho đơn vị dẫn đầu", exact="1").total == 1


def test_an_object_deleted_during_a_rebuild_does_not_come_back(engine, articles, found):
    key = str(articles[3].pk)
    steps: list[Any] = list(rebuilding(engine, at_once=100))
    articles[3].delete()
    outbox.write_what_is_due()
    for step in steps:
        step()
    engine.write()

    assert found("giao ước")["total"] == 3
    assert key not in keys_indexed(engine, ArticlePage)


def test_what_was_noted_before_a_rebuild_is_done_by_it_and_nothing_else(engine, articles):
    early, changed_again = articles[:2]
    outbox.remember_all(ArticlePage, [early.pk, changed_again.pk])
    before = outbox.noted("default")
    outbox.remember_all(ArticlePage, [changed_again.pk])

    outbox.forget(before)
    waiting = IndexWrite.objects.filter(backend="default").values_list("object_id", flat=True)
    assert set(waiting) == {str(changed_again.pk)}

    call_command("update_index", verbosity=0)
    assert not IndexWrite.objects.exists()


# --- The one writer of SQLite ------------------------------------------------------------------------

_INSERTED = re.compile(r"(\d+) times: INSERT INTO search_text")


def test_a_rebuild_writes_in_short_transactions(site_tree):
    """Whoever wants to write meanwhile waits for a hundred documents, not for all."""
    write_many(site_tree.structure, [f"Phiếu số {n}" for n in range(2 * WRITTEN_AT_ONCE + 50)])
    with CaptureQueriesContext(connection) as captured:
        call_command("update_index", verbosity=0)

    written, depth, most, transactions = 0, 0, 0, 0
    for query in captured:
        sql = query["sql"]
        if sql.startswith("SAVEPOINT"):
            depth += 1
            transactions += depth == 1
            written = written if depth > 1 else 0
        elif sql.startswith("RELEASE"):
            depth -= 1
        elif found := _INSERTED.match(sql):
            assert depth, "outside any transaction of its own"
            written += int(found[1])
            most = max(most, written)
    assert depth == 0
    assert WRITTEN_AT_ONCE / 2 < most <= WRITTEN_AT_ONCE
    assert transactions > 3


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL compares by itself")
def test_a_rebuild_exchanges_the_words_that_changed(site_tree):
    """In the table of words and in that of names, of which a queryset can change one alone."""
    write_many(site_tree.structure, [f"Phiếu số {n}" for n in range(4)])
    call_command("update_index", verbosity=0)
    ArticlePage.objects.filter(title="Phiếu số 2").update(title="Quýt hồng số 2")
    ArticlePage.objects.filter(title="Phiếu số 3").update(lead="Chỉ phần mở đầu đổi.")
    with CaptureQueriesContext(connection) as captured:
        call_command("update_index", verbosity=0)

    inserted = [found for query in captured if (found := _INSERTED.match(query["sql"]))]
    assert sum(int(found[1]) for found in inserted) == 2
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM search_text WHERE search_text MATCH 'quyt'),"
            " (SELECT count(*) FROM search_beginning WHERE search_beginning MATCH 'quyt')"
        )
        assert cursor.fetchone() == (1, 1)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL tidies up by itself")
def test_a_rebuild_leaves_the_words_in_one_piece(site_tree):
    """FTS5 writes a piece with each transaction, and a search has to read them all."""
    for number in range(3):
        write_many(site_tree.structure, [f"Phiếu {number} số {n}" for n in range(3)])
        call_command("update_index", verbosity=0)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT segid) FROM search_text_idx")
        assert cursor.fetchone() == (1,)
