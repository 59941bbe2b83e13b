"""The engines the search tests ask, each with an index that holds what was just saved."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils.crypto import get_random_string
from wagtail.search.backends import get_search_backend

from search import outbox
from search.engine.lexicon import forget_words
from search.models import IndexWrite

DATABASE = {"BACKEND": "search.backends.database"}
ENGINES = [
    "database",
    pytest.param("opensearch", marks=pytest.mark.once),
    pytest.param("elasticsearch", marks=pytest.mark.once),
]
both_ways = pytest.mark.parametrize(
    "few_are_up_to", [0, 10_000], indirect=True, ids=["many", "few"]
)
"""Both ways in which the engine in the database searches: as among many texts, and among few."""


@dataclass(frozen=True)
class Engine:
    """One of the four: SQLite's or PostgreSQL's own, or a server beside the database."""

    kind: str

    @property
    def is_server(self) -> bool:
        return self.kind != "database"

    @property
    def backend(self) -> Any:
        return get_search_backend()

    def write(self) -> None:
        """Do what the worker does, however often, and let it be seen."""
        write_all_that_is_due()
        if self.is_server:
            self.backend.index.refresh()

    def empty(self) -> None:
        """What a test wrote into the database is rolled back; a server has to be told."""
        forget_words()
        if self.is_server:
            empty_index(self.backend)


def write_all_that_is_due() -> None:
    """A turn of the worker ends after some seconds, even on a slow machine."""
    while outbox.write_what_is_due():
        pass
    forget_words()


@contextmanager
def lasting_transaction(django_db_blocker: Any) -> Iterator[None]:
    """For what many tests read: made once, never committed."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def engine_in_use(kind: str, address: str = "") -> Iterator[Engine]:
    """Let the project search with the engine; a server's index is deleted in the end."""
    if not address:
        yield Engine(kind)
        return
    name = f"test-{get_random_string(10).lower()}"
    server = {"BACKEND": f"search.backends.{kind}", "URL": f"{address}/{name}"}
    with override_settings(WAGTAILSEARCH_BACKENDS={"default": server, "database": DATABASE}):
        get_search_backend().index.reset()
        try:
            yield Engine(kind)
        finally:
            delete_indexes(get_search_backend())


def delete_indexes(backend: Any) -> None:
    for alias in (backend.index.alias, backend.index.next_alias):
        for name in backend.index.in_use(alias):
            backend.server.delete(f"/{name}")


def empty_index(backend: Any) -> None:
    """Quicker than another index. Versions are times, so what comes later is never refused."""
    version = {"version": time.time_ns() // 1000, "version_type": "external_gte"}
    deletions = [{"delete": {"_id": each} | version} for each, _ in documents_in(backend)]
    if deletions:
        backend.index._bulk(deletions)
        backend.index.refresh()


def documents_in(backend: Any) -> list[tuple[str, dict[str, Any]]]:
    """Everything behind the alias of a server: identity and document."""
    asked = {"query": {"match_all": {}}, "size": 5_000}
    if backend.has_lost_index():
        return []
    backend.index.refresh()
    hits = backend.server.post(f"/{backend.alias}/_search", asked)["hits"]["hits"]
    return [(hit["_id"], hit["_source"]) for hit in hits]


def waiting() -> list[IndexWrite]:
    """What the outbox holds, as it was noted."""
    return list(IndexWrite.objects.order_by("pk"))
