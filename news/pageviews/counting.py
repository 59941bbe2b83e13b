"""A request counts: written to the log, and answered with the number it makes.

Each process keeps in its memory what the rules need (`tally`) and how many views stand in today's
log that the totals in the database do not hold yet. Both it learns from the log alone, also of what
the other processes wrote, and reads what is new in it with each request.
"""

import datetime
import threading
import time
import uuid
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.core.signals import setting_changed
from django.db import connection

from news.models import ArticlePage

from .days import Clock
from .logs import Log, Logs, open_logs
from .models import CountedLog, ViewTotal
from .salts import SaltOf, shared_salts
from .settings import log_address
from .tally import Tally, Verdict
from .visitors import record_of

FRESH = 1.0  # seconds what the database says is taken for true
PATIENCE = 1.0  # seconds for those before
SLOW = 0.1  # seconds: who failed faster harmed nobody
MOST_REMEMBERED = 10_000  # articles


class NotPublic(Exception):
    """No public article has this id."""


class Today:
    """The log of a day as this process knows it."""

    def __init__(self, day: datetime.date, log: Log, salt: bytes) -> None:
        self.day, self.log, self.salt = day, log, salt
        self.name = ""
        self._start_again()

    def _start_again(self) -> None:
        self.position = self._counted_to = 0
        self.tally = Tally()
        self._uncounted: deque[tuple[int, bytes]] = deque()  # position behind, article
        self.views: Counter[bytes] = Counter()  # of the uncounted, by article

    def read(self) -> None:
        """What was appended since, by whomever."""
        while True:
            batch = self.log.read(self.position)
            if batch.log != self.name:
                lost, self.name = bool(self.name), batch.log
                if lost:
                    self._start_again()
                    continue
            self.position = batch.position
            for position, record in batch.records:
                if self.tally.take(record) is Verdict.COUNTED and position > self._counted_to:
                    self._uncounted.append((position, record.article))
                    self.views[record.article] += 1
            if not batch.more:
                return

    def is_counted_up_to(self, position: int) -> bool:
        """The totals hold them now; False when that was known."""
        if position <= self._counted_to:
            return False
        self._counted_to = position
        while self._uncounted and self._uncounted[0][0] <= position:
            _position, article = self._uncounted.popleft()
            self.views[article] -= 1
            if not self.views[article]:
                del self.views[article]
        return True


class Desk:
    """Where requests are counted; one for each process."""

    def __init__(self, logs: Logs, salt_of: SaltOf) -> None:
        self._logs, self._salt_of = logs, salt_of
        self._clock = Clock()
        self._today: Today | None = None
        self._public: dict[uuid.UUID, float] = {}  # until when an article is taken for public
        self._totals: dict[bytes, tuple[int, float]] = {}
        self._checked = self._away_until = 0.0
        self._one_at_a_time = threading.Lock()

    def count(self, meta: Mapping[str, Any], article: uuid.UUID) -> int:
        """The views of the article with this one among them, if it counts.

        `meta` is the request's environment. Raises NotPublic; OSError when it could not be written
        down, and then it was not counted.
        """
        with self._held():
            now, seconds, today = self._ready(article)
            record = record_of(meta, article, seconds, today.salt)
            if today.tally.judge(record) not in (Verdict.AGAIN, Verdict.REFUSED):
                today.log.append(record)
                today.read()
            return self._total(article, today, now)

    def views(self, article: uuid.UUID) -> int:
        """As `count`, and nothing is counted."""
        with self._held():
            now, _seconds, today = self._ready(article)
            return self._total(article, today, now)

    def _ready(self, article: uuid.UUID) -> tuple[float, int, Today]:
        """The moment by both clocks, and the log of the day, read to its end. Raises NotPublic."""
        now = time.monotonic()
        self._make_sure_it_is_public(article, now)
        seconds, day = self._clock.now()
        today = self._log_of(day, now)
        today.read()
        return now, seconds, today

    @contextmanager
    def _held(self) -> Iterator[None]:
        """One request at a time. A log that makes everybody wait is left alone for a moment: pages
        must not stand behind it."""
        began = time.monotonic()
        if began < self._away_until or not self._one_at_a_time.acquire(timeout=PATIENCE):
            raise OSError("the log does not answer")
        try:
            yield
        except OSError:
            if time.monotonic() - began > SLOW:
                self._away_until = time.monotonic() + FRESH
            raise
        finally:
            self._one_at_a_time.release()

    def _log_of(self, day: datetime.date, now: float) -> Today:
        today = self._today
        if today and now - self._checked > FRESH:
            self._checked = now
            if today.log.is_lost() or today.salt != self._salt_of(today.day):
                today = None
        if today is None or today.day != day:
            today = Today(day, self._logs.of(day), self._salt_of(day))
            self._today = today
            self._totals.clear()
        return today

    def _make_sure_it_is_public(self, article: uuid.UUID, now: float) -> None:
        if self._public.get(article, 0) > now:
            return
        self._public.pop(article, None)
        if not ArticlePage.objects.publicly_visible().filter(translation_key=article).exists():
            raise NotPublic
        if len(self._public) >= MOST_REMEMBERED:
            self._public.clear()
        self._public[article] = now + FRESH

    def _total(self, article: uuid.UUID, today: Today, now: float) -> int:
        known, until = self._totals.get(article.bytes, (0, 0.0))
        if until <= now:
            known, position = _counted(article, today.name)
            if today.is_counted_up_to(position or 0):
                # Those read before do not hold what was just taken out of the uncounted.
                self._totals.clear()
            self._totals[article.bytes] = (known, now + FRESH)
        return known + today.views[article.bytes]


class Counted(NamedTuple):
    total: int
    position: int | None  # None: nothing of the log is counted yet


def _counted(article: uuid.UUID, log: str) -> Counted:
    """Both as of one moment: one statement sees one state of the database."""
    total = ViewTotal.objects.filter(article=article).values_list("total")
    position = CountedLog.objects.filter(log=log).values_list("position")
    with connection.cursor() as cursor:
        totals, totals_parameters = total.query.sql_with_params()
        positions, positions_parameters = position.query.sql_with_params()
        cursor.execute(
            f"SELECT ({totals}), ({positions})",  # both by the ORM
            (*totals_parameters, *positions_parameters),
        )
        row = cursor.fetchone()
    return Counted(row[0] or 0, row[1])


_desk: Desk | None = None
_making = threading.Lock()


def desk() -> Desk:
    """This process's own, made when it is first asked for: after the processes were forked."""
    global _desk
    with _making:
        if _desk is None:
            address = log_address()
            _desk = Desk(open_logs(address), shared_salts(address))
        return _desk


def _forget(*, setting: str, **kwargs: object) -> None:
    global _desk
    if setting == "PAGE_VIEWS_LOG":
        _desk = None


setting_changed.connect(_forget)
