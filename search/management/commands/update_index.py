"""Wagtail's command; our own engines are rebuilt the way the worker does it."""

import gc
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.core.management.base import CommandError
from wagtail.search.backends import get_search_backend
from wagtail.search.management.commands import update_index

from search import outbox
from search.backends.base import SearchBackend
from search.backends.elastic_server import Refused
from search.backends.failures import EngineUnavailable
from search.rebuilding import Step, rebuild


class Command(update_index.Command):
    def handle(self, **options: Any) -> None:
        """One engine that does not answer keeps no other from being rebuilt."""
        self.failures: list[str] = []
        super().handle(**options)
        if self.failures:
            raise CommandError("\n".join(self.failures))

    def update_backend(
        self, backend_name: str, schema_only: bool = False, chunk_size: int = outbox.AT_ONCE
    ) -> None:
        """What had been noted before is written by this too; the worker need not do it again."""
        backend = get_search_backend(backend_name)
        if schema_only or not isinstance(backend, SearchBackend):
            super().update_backend(backend_name, schema_only, chunk_size)
            return
        noted = outbox.noted(backend_name)
        try:
            with _rarely_collecting_garbage(), closing(rebuild(backend, chunk_size)) as steps:
                self._tell(backend_name, steps)
        except (EngineUnavailable, Refused) as reason:
            self.failures.append(f"{backend_name}: {reason}")
            return
        outbox.forget(noted)

    def _tell(self, backend_name: str, steps: Iterator[Step]) -> None:
        read, refused = 0, 0
        for model, some in groupby(steps, attrgetter("model")):
            self.write(f"{backend_name}: {model._meta.label} ".ljust(35), ending="")
            for step in self.print_iter_progress(some):
                read, refused = read + step.read, refused + step.refused
            self.print_newline()
        self.write(f"{backend_name}: indexed {read - refused} objects")
        if refused:
            self.stderr.write(f"{backend_name}: {refused} objects refused, to be tried again")


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
