"""The worker beside somebody who saves and has not finished yet: neither waits for the other.

A file of its own: the database is emptied after it.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from threading import Thread

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from news.factories import TopicFactory
from news.models import Topic
from search import outbox
from search.backends.row_index import RowIndex
from search.backends.rows import RowSearchBackend
from search.models import IndexedDocument, IndexWrite

from .engines import DATABASE

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


@pytest.fixture
def being_saved() -> Iterator[str]:
    """The key of a topic that another transaction has noted anew, and not committed; one waits too."""
    TopicFactory(name="Chuyển đổi số")
    saved = TopicFactory(name="Cải cách hành chính")
    other = connection.copy()
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute(
            "UPDATE search_indexwrite SET changed_at = now() WHERE object_id = %s", [str(saved.pk)]
        )
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '1s'")  # whoever waits fails
    yield str(saved.pk)
    with connection.cursor() as cursor:
        cursor.execute("RESET lock_timeout")
    other.rollback()
    other.close()


def test_the_worker_leaves_what_is_being_saved_alone(being_saved, settings):
    away = {"BACKEND": "tests.search.test_outbox.AwayBackend"}
    settings.WAGTAILSEARCH_BACKENDS = {"default": away}
    outbox.write_what_is_due()

    attempts = dict(IndexWrite.objects.values_list("object_id", "attempts"))
    assert attempts.pop(being_saved) == 0
    assert set(attempts.values()) == {1}

    settings.WAGTAILSEARCH_BACKENDS = {"default": DATABASE}
    IndexWrite.objects.exclude(object_id=being_saved).update(due_at=timezone.now())
    outbox.write_what_is_due()

    assert IndexWrite.objects.get().object_id == being_saved


def test_the_worker_writes_what_is_being_saved_once_and_goes_on(being_saved, monkeypatch):
    behind = TopicFactory(name="Cải cách tiền lương")
    written: Counter[str] = Counter()
    add_bulk = RowSearchBackend.add_bulk

    def count_and_add(self, model, objects):
        written.update(str(each.pk) for each in objects)
        add_bulk(self, model, objects)

    monkeypatch.setattr(RowSearchBackend, "add_bulk", count_and_add)
    monkeypatch.setattr(outbox, "AT_ONCE", 1)
    outbox.write_what_is_due()

    assert IndexWrite.objects.get().object_id == being_saved
    assert {being_saved, str(behind.pk)} <= written.keys()
    assert set(written.values()) == {1}


@pytest.mark.parametrize("work", [RowIndex.reset, RowIndex.count_new])
def test_documents_are_locked_in_one_order_whoever_locks_them(work):
    """As those who write them do, by their keys: with 10 locked, 9 must be free still."""
    kind = ContentType.objects.get_for_model(Topic)
    for key in ("9", "10"):
        IndexedDocument.objects.create(content_type=kind, object_id=key, is_counted=False)
    lock = "SELECT 1 FROM search_indexeddocument WHERE object_id = %s FOR UPDATE"
    writer = connection.copy()
    writer.set_autocommit(False)
    worker = Thread(target=_with_own_connection, args=(work,))
    with closing(writer), writer.cursor() as cursor:
        cursor.execute("SET lock_timeout = '500ms'")  # before a deadlock is looked for
        cursor.execute(lock, ["10"])
        worker.start()
        _wait_until_somebody_waits()
        cursor.execute(lock, ["9"])
        writer.rollback()
    worker.join()


def _with_own_connection(work: Callable[[RowIndex], None]) -> None:
    work(get_search_backend().get_index_for_model(Topic))
    connection.close()


def _wait_until_somebody_waits() -> None:
    with connection.cursor() as cursor:
        for _ in range(100):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone() != (0,):
                return
            time.sleep(0.05)
    pytest.fail("nobody waits")
