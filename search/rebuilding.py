"""An index that a search server lost, or never had, is made anew by the worker.

Until it is whole the database answers, and what changes waits in the outbox.
"""

import logging
import threading
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from django.db import close_old_connections, connection
from django.db.models import Model
from wagtail.models import Page
from wagtail.search.backends import get_search_backends_with_name
from wagtail.search.index import get_indexed_models

from . import outbox
from .backends.base import SearchBackend
from .backends.failures import EngineUnavailable, SomeRefused

logger = logging.getLogger(__name__)

LOOK = 10.0  # seconds between two looks at the servers


class Rebuilder:
    """A loop beside the worker's jobs, for everything takes minutes to write.

    Two at a time do no harm: whichever is ready first is believed.
    """

    name = "dựng lại chỉ mục tìm kiếm đã mất"

    def __init__(self) -> None:
        self._stopping = threading.Event()

    def run(self, stopping: threading.Event) -> None:
        """Until it is told to stop; a rebuild it stops in is begun again by the next worker."""
        self._stopping = stopping
        while not stopping.is_set():
            try:
                close_old_connections()
                self.once()
            except EngineUnavailable as reason:
                logger.warning("Chưa dựng lại được chỉ mục tìm kiếm: %s", reason)
            except Exception:
                logger.exception("Không dựng lại được chỉ mục tìm kiếm")
            stopping.wait(LOOK)
        connection.close()

    def once(self) -> None:
        """Make every index that is lost."""
        for name, backend in get_search_backends_with_name(with_auto_update=True):
            if isinstance(backend, SearchBackend) and backend.has_lost_index():
                logger.warning("Máy tìm kiếm %s không có chỉ mục; đang dựng lại", name)
                self._rebuild(backend)

    def _rebuild(self, backend: Any) -> None:
        with closing(rebuild(backend)) as steps:
            for _ in steps:
                if self._stopping.is_set():
                    return


@dataclass(frozen=True)
class Step:
    """What a rebuild has just read of one model, and how much of it was not written."""

    model: type[Model]
    read: int
    refused: int


def rebuild(backend: SearchBackend, at_once: int = outbox.AT_ONCE) -> Generator[Step, None, None]:
    """Write everything anew, step by step.

    Whoever closes it before its end leaves what is searched as it was, on a server; in the database, as
    far as it was written.
    """
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(Page))
    index, is_whole = rebuilder.start(), False
    read, refused = 0, 0
    try:
        for model in get_indexed_models():
            keys = list(model.get_indexed_objects().order_by("pk").values_list("pk", flat=True))
            for start in range(0, len(keys), at_once):
                some = keys[start : start + at_once]
                left_over = _write(index, model, some)
                # The outbox finds out which of them cannot be written, and tries those again.
                outbox.remember_all(model, left_over)
                read, refused = read + len(some), refused + len(left_over)
                yield Step(model, len(some), len(left_over))
        if refused > read / 2:
            raise EngineUnavailable(f"{refused} of {read} objects refused")
        is_whole = True
        rebuilder.finish()
    finally:
        if not is_whole:
            rebuilder.give_up()


def _write(index: Any, model: type[Model], keys: Sequence[Any]) -> Sequence[Any]:
    """Write the objects; the keys of those that perhaps were not."""
    try:
        index.add_items(model, [model(pk=key) for key in keys])
    except EngineUnavailable:
        raise
    except SomeRefused as some:
        return list(some.reasons)
    except Exception:
        logger.exception("Không ghi được một phần của %s vào chỉ mục", model._meta.label)
        return keys
    return []
