"""What was searched for, without who searched: words and their number by day, kept for 90 days.

Words that look like a person's own data, numbers of phones and papers, addresses of e-mail, are
not written down at all. Rows are written a few dozen searches at a time, so a search costs no
write; what a stopped process had not written yet is lost, and nothing depends on it.
"""

import datetime
import re
import threading
import time
from collections import Counter

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from .models import SearchedWords
from .models.editing import words_key
from .vietnamese.normalise import normalise

KEPT = datetime.timedelta(days=90)
AT_ONCE = 40
AT_LEAST_EVERY = 30.0  # seconds
MOST_WORDS = 10
_PERSONAL = re.compile(r"@|(?:\d[\s.-]?){7}")

_Seen = tuple[datetime.date, str, str, bool]


class _Waiting:
    """Searches seen by this process and not written yet."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.seen: Counter[_Seen] = Counter()
        self.since = time.monotonic()

    def add(self, seen: _Seen) -> bool:
        """Whether it is time to write."""
        with self.lock:
            self.seen[seen] += 1
            is_late = time.monotonic() - self.since > AT_LEAST_EVERY
            return is_late or self.seen.total() >= AT_ONCE

    def take(self) -> Counter[_Seen]:
        with self.lock:
            seen, self.seen = self.seen, Counter()
            self.since = time.monotonic()
            return seen


_waiting = _Waiting()


def note_search(typed: str, total: int) -> None:
    """Count a visitor's search; `total` is how many answers it had."""
    words = normalise(typed)[:120]
    key = words_key(typed)
    if not key or len(key.split()) > MOST_WORDS or _PERSONAL.search(words):
        return
    if _waiting.add((timezone.localdate(), key, words, total == 0)):
        write_log()


def write_log() -> None:
    """Write what this process has counted so far."""
    by_words: dict[tuple[datetime.date, str], tuple[str, int, int]] = {}
    for (day, key, words, nothing), count in _waiting.take().items():
        _, searches, found_nothing = by_words.get((day, key), (words, 0, 0))
        by_words[day, key] = (words, searches + count, found_nothing + count * nothing)
    if not by_words:
        return
    with transaction.atomic():
        for (day, key), (words, searches, found_nothing) in by_words.items():
            row, _ = SearchedWords.objects.get_or_create(
                day=day, key=key, defaults={"words": words}
            )
            SearchedWords.objects.filter(pk=row.pk).update(
                searches=F("searches") + searches,
                found_nothing=F("found_nothing") + found_nothing,
            )


def forget_old_searches() -> None:
    SearchedWords.objects.filter(day__lt=timezone.localdate() - KEPT).delete()
