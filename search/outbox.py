"""What has to be written into the indexes: noted in the transaction of the change, done after it.

A row says that an object changed, not how: whoever takes it reads the object as it is then. So a
row may be taken twice, and a later change of the same object needs no second row. A silent or
broken engine delays its own rows and nothing else.
"""

import logging
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import router, transaction
from django.db.models import CharField, Exists, Model, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.search.backends import get_search_backends_with_name
from wagtail.search.index import get_indexed_instance, get_indexed_models

from search.backends.base import SearchBackend
from search.backends.failures import EngineUnavailable, SomeRefused
from search.engine.documents import keys_alone
from search.models import IndexedDocument, IndexWrite

logger = logging.getLogger(__name__)

AT_ONCE = 200
POSTPONED_AT_ONCE = 1000
LONGEST_WAIT = 15  # seconds; an engine that is back is true again within a minute
LONGEST_RUN = 5.0


def remember(instance: Model) -> None:
    """Note that the object was saved or deleted; call it inside the transaction that did it."""
    indexed = get_indexed_instance(instance, check_exists=False)
    if indexed is not None:
        remember_all(type(indexed), [indexed.pk])


def remember_all(model: type[Model], keys: Iterable[Any]) -> None:
    """The same for many objects of one model, by their primary keys."""
    backends = [name for name, _ in get_search_backends_with_name(with_auto_update=True)]
    # In one order, so that two who save the same objects wait for each other in one direction only.
    in_order = sorted(set(map(str, keys)))
    if not in_order:
        return
    content_type = ContentType.objects.get_for_model(model)
    now = timezone.now()
    rows = [
        IndexWrite(
            backend=name, content_type=content_type, object_id=key, changed_at=now, due_at=now
        )
        for name in sorted(backends)
        for key in in_order
    ]
    IndexWrite.objects.using(router.db_for_write(IndexWrite)).bulk_create(
        rows,
        update_conflicts=True,
        update_fields=["changed_at", "due_at", "attempts"],
        unique_fields=["backend", "content_type", "object_id"],
        batch_size=AT_ONCE,
    )


def remember_what_is_missing() -> None:
    """Note what the index in the database has never heard of: rows that told nobody they were saved,
    as those a migration loads.

    A server's index is made anew as a whole where it is missing, with all there is by then.
    """
    for model in get_indexed_models():
        kind = ContentType.objects.get_for_model(model)
        objects = model.get_indexed_objects().order_by().annotate(as_text=Cast("pk", CharField()))
        for known in (IndexedDocument, IndexWrite):
            rows = known.objects.filter(content_type=kind, object_id=OuterRef("as_text"))
            objects = objects.exclude(Exists(rows))
        remember_all(model, objects.values_list("pk", flat=True))


def write_what_is_due() -> int:
    """Bring every index up to date with what is due, for some seconds; how much was written.

    Each engine gets its turn, those nobody has to wait for first. One that does not answer is left
    alone for a while. What waits for one that is no longer there would wait for ever.
    """
    backends = list(get_search_backends_with_name(with_auto_update=True))
    of_others = IndexWrite.objects.exclude(backend__in=[name for name, _ in backends])
    if of_others.exists():  # to delete nothing would take SQLite's lock too
        of_others.delete()
    return sum(_write_due(name, backend) for name, backend in sorted(backends, key=_may_be_silent))


def _may_be_silent(named: tuple[str, Any]) -> bool:
    """Whether the engine is a server beside the database."""
    return getattr(named[1], "catch_indexing_errors", False)


def _write_due(name: str, backend: Any) -> int:
    written, last, started = 0, 0, time.monotonic()
    while time.monotonic() - started < LONGEST_RUN:
        due = IndexWrite.objects.filter(backend=name, due_at__lte=timezone.now())
        # Each once: a row somebody is just saving cannot be forgotten, and would be first again.
        rows = list(due.filter(pk__gt=last).order_by("pk")[:AT_ONCE])
        if not rows:
            break
        last = rows[-1].pk
        try:
            written += _write(backend, rows)
        except EngineUnavailable as reason:
            _postpone_all(name, rows, str(reason))
            break
    if written and isinstance(backend, SearchBackend):
        backend.settle()
    return written


def _write(backend: Any, rows: Sequence[IndexWrite]) -> int:
    written = 0
    by_type: dict[int, list[IndexWrite]] = {}
    for row in rows:
        by_type.setdefault(row.content_type_id, []).append(row)
    for content_type, group in by_type.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        try:
            refused = _write_objects(backend, model, group)
        except EngineUnavailable:
            raise
        except Exception:
            refused = _write_one_by_one(backend, model, group)
        if isinstance(backend, SearchBackend):
            backend.let_be_seen()
        done = [row for row in group if row.object_id not in refused]
        forget({row.pk: row.changed_at for row in done})
        _postpone([row for row in group if row.object_id in refused], refused)
        written += len(done)
    return written


def _write_objects(backend: Any, model: Any, rows: Sequence[IndexWrite]) -> dict[str, str]:
    """Write the objects as they are now, delete those that are gone; what was refused, and why."""
    if model is None:
        return {}  # its app is no longer installed
    keys = [row.object_id for row in rows]
    objects = list(keys_alone(model.get_indexed_objects().filter(pk__in=keys)))
    there = {str(each.pk) for each in objects}
    for key in keys:
        if key not in there:
            backend.delete(model(pk=model._meta.pk.to_python(key)))
    if not objects:
        return {}
    try:
        backend.add_bulk(model, objects)
    except SomeRefused as some:
        return some.reasons
    return {}


def _write_one_by_one(backend: Any, model: Any, rows: Sequence[IndexWrite]) -> dict[str, str]:
    """So that one object that cannot be written does not hold up the others."""
    refused: dict[str, str] = {}
    for row in rows:
        try:
            refused |= _write_objects(backend, model, [row])
        except EngineUnavailable:
            raise
        except Exception as reason:
            logger.exception("Không ghi được %s vào chỉ mục %s", row, row.backend)
            refused[row.object_id] = str(reason)
    return refused


def noted(backend: str) -> dict[int, datetime]:
    """What waits for a backend: numbers of rows, and when their objects last changed."""
    return dict(IndexWrite.objects.filter(backend=backend).values_list("pk", "changed_at"))


def forget(done: Mapping[int, datetime]) -> None:
    """Only as they were read: an object changed since then stays noted."""
    keys = list(done)
    for start in range(0, len(keys), AT_ONCE):
        some = IndexWrite.objects.filter(pk__in=keys[start : start + AT_ONCE])
        with transaction.atomic():
            now = _locked(some)
            some.filter(pk__in=[pk for pk, changed in now if changed == done[pk]]).delete()


def _locked(rows: QuerySet[IndexWrite]) -> QuerySet:
    """The keys of the rows and when their objects changed, but for those being noted anew.

    Whoever saves holds his rows until the end of his transaction: the worker waits for none of them.
    """
    locked = rows.select_for_update(skip_locked=True).order_by("pk")
    return locked.values_list("pk", "changed_at")


def _postpone(rows: Sequence[IndexWrite], reasons: dict[str, str]) -> None:
    """As they were read too: what changed since then is tried at once."""
    for row in rows:
        attempts = row.attempts + 1
        IndexWrite.objects.filter(pk=row.pk, changed_at=row.changed_at).update(
            attempts=attempts,
            due_at=_next_try(attempts),
            error=reasons.get(row.object_id, "")[:500],
        )


def _postpone_all(name: str, rows: Sequence[IndexWrite], reason: str) -> None:
    """The engine is away: leave all that waits for it alone, and say so once."""
    attempts = rows[0].attempts + 1
    if attempts == 1:
        logger.warning("Máy tìm kiếm %s không nhận chỉ mục: %s", name, reason)
    later = {"attempts": attempts, "due_at": _next_try(attempts), "error": reason[:500]}
    waiting, some = IndexWrite.objects.filter(backend=name), [0]
    while some:
        with transaction.atomic():
            rest = _locked(waiting.filter(pk__gt=some[-1]))
            some = [pk for pk, _ in rest[:POSTPONED_AT_ONCE]]
            waiting.filter(pk__in=some).update(**later)


def _next_try(attempts: int) -> datetime:
    return timezone.now() + timedelta(seconds=min(2**attempts, LONGEST_WAIT))
