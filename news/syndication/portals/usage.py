"""What portals use, counted in this process and written together every few seconds.

No request writes and none waits for the database: SQLite has one writer, and editors need it. When
the process is killed, the last seconds are lost; they are counts, nobody is charged by them.
"""

import atexit
import datetime
import logging
import threading
from collections import defaultdict
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from news.syndication.models import Portal, PortalDay, PortalKey

from .settings import usage_written_every

logger = logging.getLogger(__name__)


@dataclass
class _Day:
    requests: int = 0
    refused: int = 0
    items: int = 0

    def add(self, other: "_Day") -> None:
        self.requests += other.requests
        self.refused += other.refused
        self.items += other.items


@dataclass
class _Counted:
    """By the pk of the portal or the key."""

    days: dict[tuple[int, datetime.date], _Day] = field(default_factory=lambda: defaultdict(_Day))
    seen: dict[int, datetime.datetime] = field(default_factory=dict)
    since: dict[int, int] = field(default_factory=dict)
    keys: dict[int, datetime.datetime] = field(default_factory=dict)

    def put_back(self, earlier: "_Counted") -> None:
        for place, day in earlier.days.items():
            self.days[place].add(day)
        self.seen = earlier.seen | self.seen
        self.since = earlier.since | self.since
        self.keys = earlier.keys | self.keys


_lock = threading.Lock()
_counted = _Counted()
_timer: threading.Timer | None = None


def count(
    key: PortalKey, *, refused: bool = False, items: int = 0, since: int | None = None
) -> None:
    """One request with that key. `since` is the edition it asked for changes from."""
    now = timezone.now()
    with _lock:
        day = _counted.days[key.portal_id, timezone.localdate(now)]
        day.add(_Day(requests=1, refused=int(refused), items=items))
        if not refused:
            _counted.seen[key.portal_id] = _counted.keys[key.pk] = now
        if since is not None:
            _counted.since[key.portal_id] = since
        _write_later()


def forget() -> None:
    """What was counted since the last time is never written."""
    global _counted
    with _lock:
        _counted = _Counted()


def write() -> None:
    """Write what was counted since the last time. What cannot be written is kept for the next."""
    global _counted
    with _lock:
        counted, _counted = _counted, _Counted()
    try:
        with transaction.atomic():
            _write(counted)
    except Exception:
        with _lock:
            _counted.put_back(counted)
        raise


def _write(counted: _Counted) -> None:
    portals = Portal.objects.filter(pk__in={portal for portal, _day in counted.days})
    known = set(portals.values_list("pk", flat=True))  # one may have been deleted since
    for (portal, day), used in counted.days.items():
        if portal in known:
            row, _created = PortalDay.objects.get_or_create(portal_id=portal, day=day)
            PortalDay.objects.filter(pk=row.pk).update(
                requests=F("requests") + used.requests,
                refused=F("refused") + used.refused,
                items=F("items") + used.items,
            )
    for portal, moment in counted.seen.items():
        _not_before(Portal, portal, "last_seen_at", moment)
    for key, moment in counted.keys.items():
        _not_before(PortalKey, key, "last_used_at", moment)
    for portal, since in counted.since.items():
        # It may go back: a portal that starts again is as far behind as it says.
        Portal.objects.filter(pk=portal).update(asked_since=since)


def _not_before(
    model: type[Portal] | type[PortalKey], pk: int, name: str, moment: datetime.datetime
) -> None:
    """Another process may have written a later one."""
    earlier = Q(**{f"{name}__lt": moment}) | Q(**{f"{name}__isnull": True})
    model._default_manager.filter(earlier, pk=pk).update(**{name: moment})


# --- When it is time -------------------------------------------------------------------------------


def _write_later() -> None:
    """A thread that sleeps, and only while there is something to write. Holds the lock."""
    global _timer
    seconds = usage_written_every()
    if seconds is None or _timer is not None:
        return
    _timer = threading.Timer(seconds, _write_on_time)
    _timer.daemon = True
    _timer.start()


def _write_on_time() -> None:
    global _timer
    with _lock:
        _timer = None
    try:
        write()
    except Exception:
        logger.exception("Không ghi được lượt dùng của các cổng; lần sau ghi tiếp")
        with _lock:
            _write_later()
    finally:
        connection.close()  # a thread's own


def _write_at_the_end() -> None:
    if _timer is not None:  # nothing waits otherwise
        _write_on_time()


atexit.register(_write_at_the_end)
