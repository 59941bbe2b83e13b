"""The worker beside somebody who saves and has not finished yet: neither waits for the other.

A file of its own: the database is emptied after it.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import timezone

from news.factories import TopicFactory
from search import outbox
from search.backends.rows import RowSearchBackend
from search.models import IndexWrite

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
