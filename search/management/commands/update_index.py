"""Wagtail's command, which hands objects to an index; ours read them themselves."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import QuerySet
from wagtail.search.management.commands import update_index

from search import outbox
from search.engine.documents import keys_alone


class Command(update_index.Command):
    def update_backend(self, backend_name: str, schema_only: bool = False, **options: Any) -> None:
        """What had been noted before is written by this too; the worker need not do it again."""
        noted = {} if schema_only else outbox.noted(backend_name)
        with _rarely_collecting_garbage():
            super().update_backend(backend_name, schema_only, **options)
        outbox.forget(noted)

    def queryset_chunks(self, qs: QuerySet, *chunk_size: int) -> Iterator[list[Any]]:
        """To read all of them twice took a fifth of the time."""
        return super().queryset_chunks(keys_alone(qs), *chunk_size)


@contextmanager
def _rarely_collecting_garbage() -> Iterator[None]:
    """Of so many objects, all soon gone, looking for those that hold each other took a tenth."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
