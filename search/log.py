"""What visitors searched for, without who searched: words and their number by day, kept for 90 days.

Words may tell of a person: a name, what somebody asks about himself. Until they were searched for
on several days only a keyed hash of them is kept, by which they are known again and cannot be read.
What looks like the number of a phone or paper, or an address of e-mail, is not written down at all.

Rows are written a few dozen at a time, after an answer was given, so no reader waits for them; what
a stopped process had not written yet is lost, and nothing depends on it.
"""

import datetime
import logging
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.signals import request_finished
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import SearchedWords
from .models.editing import words_key
from .robots import LONGEST_AGENT, is_robot
from .vietnamese.normalise import normalise

logger = logging.getLogger(__name__)

KEPT = datetime.timedelta(days=90)
DAYS = 3  # on which words were searched for, before they are kept as they are
MOST_A_DAY = 2000  # different words; a robot that tries everything must not fill the disc
AT_ONCE = 40
AT_LEAST_EVERY = 30.0  # seconds
MOST_WORDS = 10
LONGEST = 120
# Seven digits, however they are parted; but slashes part days and the numbers of documents.
_PERSONAL = re.compile(r"[@＠]|(?:\d(?:[^\w/]|_){0,3}){7}")
# A sign in front makes a formula of a cell, once the report is opened as a spreadsheet.
_SIGNS_IN_FRONT = re.compile(r"^[\W_]+")


@dataclass
class _Count:
    words: str
    searches: int = 0
    found_nothing: int = 0


_Counts = dict[tuple[datetime.date, str], _Count]


class _Waiting:
    """What this process has counted and not written yet, by day and key."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.counts: _Counts = {}
        self.since = time.monotonic()

    def add(self, key: str, words: str, found_nothing: bool) -> None:
        with self.lock:
            count = self.counts.setdefault((timezone.localdate(), key), _Count(words))
            count.searches += 1
            count.found_nothing += found_nothing

    def is_due(self) -> bool:
        """Whether it is time to write."""
        is_late = time.monotonic() - self.since > AT_LEAST_EVERY
        return len(self.counts) >= AT_ONCE or (is_late and bool(self.counts))

    def take(self) -> _Counts:
        with self.lock:
            counts, self.counts = self.counts, {}
            self.since = time.monotonic()
            return counts


_waiting = _Waiting()


def note_search(typed: str, total: int, environ: Mapping[str, Any]) -> None:
    """Count a search that had `total` answers, where it was a visitor's: `environ` is the request as
    WSGI names things."""
    if not _is_a_visitor(environ):
        return
    text = " ".join(normalise(typed).split())
    key = words_key(text)
    if not key or len(text) > LONGEST or len(key.split()) > MOST_WORDS or _PERSONAL.search(text):
        return
    _waiting.add(key_of(key), _SIGNS_IN_FRONT.sub("", text), total == 0)


def _is_a_visitor(environ: Mapping[str, Any]) -> bool:
    """What robots try, and whoever asks for the head of an answer, nobody misses."""
    agent = environ.get("HTTP_USER_AGENT", "")[:LONGEST_AGENT]
    return environ["REQUEST_METHOD"] == "GET" and not is_robot(agent)


def key_of(words: str) -> str:
    """What folded words are known by: nobody gets from it to the words without the site's secret."""
    return salted_hmac("search.log", words).hexdigest()


def connect() -> None:
    request_finished.connect(write_what_is_due)


def write_what_is_due(**kwargs: object) -> None:
    """Once a request is answered; it never fails because of that."""
    if not _waiting.is_due():
        return
    try:
        write_log()
    except DatabaseError:
        logger.warning("Không ghi được chữ đã tìm", exc_info=True)


def write_log() -> None:
    """Write what this process has counted so far."""
    counts = _waiting.take()
    with transaction.atomic():
        # In one order, so that two processes never wait for each other.
        for day, key in sorted(counts):
            if _has_room(day, key):
                _write(day, key, counts[day, key])


def _has_room(day: datetime.date, key: str) -> bool:
    """Words of that day can always be counted on."""
    rows = SearchedWords.objects.filter(day=day)
    return rows.filter(key=key).exists() or rows.count() < MOST_A_DAY


def _write(day: datetime.date, key: str, count: _Count) -> None:
    row, _ = SearchedWords.objects.get_or_create(day=day, key=key)
    SearchedWords.objects.filter(pk=row.pk).update(
        words=row.words or (count.words if _is_common(key) else ""),
        searches=F("searches") + count.searches,
        found_nothing=F("found_nothing") + count.found_nothing,
    )


def _is_common(key: str) -> bool:
    return SearchedWords.objects.filter(key=key).count() >= DAYS  # one row a day


def forget_old_searches() -> None:
    SearchedWords.objects.filter(day__lt=timezone.localdate() - KEPT).delete()
