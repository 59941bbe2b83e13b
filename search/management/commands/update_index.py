"""Wagtail's command, which hands objects to an index; ours read them themselves."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from wagtail.search.management.commands import update_index

from search import outbox
from search.engine.documents import keys_alone


class Command(update_index.Command):
    def update_backend(self, backend_name: str, schema_only: bool = False, **options: Any) -> None:
        """What had been noted before is written by this too; the worker need not do it again."""
        noted = {} if schema_only else outbox.noted(backend_name)
        super().update_backend(backend_name, schema_only, **options)
        outbox.forget(noted)

    def queryset_chunks(self, qs: QuerySet, *chunk_size: int) -> Iterator[list[Any]]:
        """To read all of them twice took a fifth of the time."""
        return super().queryset_chunks(keys_alone(qs), *chunk_size)
