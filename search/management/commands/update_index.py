"""Wagtail's command, which hands objects to an index; ours read them themselves."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from wagtail.search.management.commands import update_index

from search.engine.documents import keys_alone


class Command(update_index.Command):
    def queryset_chunks(self, qs: QuerySet, *chunk_size: int) -> Iterator[list[Any]]:
        """To read all of them twice took a fifth of the time."""
        return super().queryset_chunks(keys_alone(qs), *chunk_size)
