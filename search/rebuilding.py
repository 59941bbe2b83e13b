"""An index that a search server lost, or never had, is made anew by the worker.

Until it is whole the database answers, and what changes waits in the outbox.
"""

import logging
import threading
from collections.abc import Sequence
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
        rebuilder = backend.rebuilder_class(backend.get_index_for_model(Page))
        index, is_whole = rebuilder.start(), False
        try:
            is_whole = self._write_all(index)
            if is_whole:
                rebuilder.finish()
        finally:
            if not is_whole:
                rebuilder.give_up()

    def _write_all(self, index: Any) -> bool:
        """Whether there was time for all of it."""
        written, refused = 0, 0
        for model in get_indexed_models():
            keys = list(model.get_indexed_objects().order_by().values_list("pk", flat=True))
            for start in range(0, len(keys), outbox.AT_ONCE):
                if self._stopping.is_set():
                    return False
                some = keys[start : start + outbox.AT_ONCE]
                left_over = _write(index, model, some)
                # The outbox finds out which of them cannot be written, and tries those again.
                outbox.remember_all(model, left_over)
                written, refused = written + len(some), refused + len(left_over)
        if refused > written / 2:
            raise EngineUnavailable(f"{refused} of {written} objects refused")
        return True


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
