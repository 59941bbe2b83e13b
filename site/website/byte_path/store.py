"""The answers of one edition, as many as there is room for."""

import datetime
import threading
import time
from collections import OrderedDict
from contextlib import suppress
from typing import Any

from django.db.models import Min
from django.utils import timezone
from wagtail.models import Page, Site

from .answers import Answer
from .editions import Mark, renew_connection

Key = tuple[str, str, str]  # site, path, query

# For what the edition does not count: totals of views, and what is written past Django.
LONGEST = 60.0  # seconds
PATIENCE = 5.0  # seconds for who makes the answer that others wait for
MOST_MADE_EACH_TIME = 1000


class Shelf:
    """Answers that weigh no more than there is room for, in bytes; the least asked for go."""

    def __init__(self, room: int) -> None:
        self._room = self._left = room
        self._kept: OrderedDict[Key, Answer] = OrderedDict()

    def get(self, key: Key) -> Answer | None:
        answer = self._kept.get(key)
        if answer:
            try:  # noqa: SIM105 - `suppress` takes as long as all the rest of this
                self._kept.move_to_end(key)
            except KeyError:  # another thread has just pushed it out
                pass
        return answer

    def has_room_for(self, answer: Answer) -> bool:
        return answer.weight <= self._room // 8

    def keep(self, key: Key, answer: Answer) -> None:
        self._kept[key] = answer
        self._left -= answer.weight
        while self._left < 0:
            _key, oldest = self._kept.popitem(last=False)
            self._left += oldest.weight


class Answers:
    """What was made since the edition was read to be `mark`; holds until `until` (time.time()).

    Searches have a shelf of their own: there are as many as words, and they must not push pages out.
    """

    def __init__(self, mark: Mark, until: float, room: int) -> None:
        self.mark, self.until = mark, until
        self.memory: dict[str, Any] = {}  # of what their pages share (search.remembering)
        self._pages, self._searches = Shelf(room - room // 8), Shelf(room // 8)
        # Of the last of these nobody waits for another's answer, which would not be kept either.
        self._made_each_time: OrderedDict[Key, None] = OrderedDict()
        self._made_by_others: dict[Key, threading.Event] = {}
        self._lock = threading.Lock()

    def is_made_each_time(self, key: Key) -> bool:
        return key in self._made_each_time

    def get(self, key: Key) -> Answer | None:
        return self._pages.get(key) or self._searches.get(key)

    def is_mine_to_make(self, key: Key) -> bool:
        """Ends with `made`; when False, whoever was making it is done, or takes too long."""
        with self._lock:
            if self.get(key) or key in self._made_each_time:
                return False
            being_made = self._made_by_others.get(key)
            if being_made is None:
                self._made_by_others[key] = threading.Event()
                return True
        being_made.wait(PATIENCE)
        return False

    def made(self, key: Key, answer: Answer | None) -> None:
        """None, or one too large: it is not kept."""
        with self._lock:
            shelf = self._searches if answer and answer.is_of_a_search else self._pages
            if answer and shelf.has_room_for(answer):
                shelf.keep(key, answer)
            else:
                self._made_each_time[key] = None
                if len(self._made_each_time) > MOST_MADE_EACH_TIME:
                    self._made_each_time.popitem(last=False)
            self._made_by_others.pop(key).set()


def answers_from_now(mark: Mark, room: int) -> Answers:
    """Empty. Raises an error of the database when it does not tell what ends next."""
    with suppress(Exception):  # a cache that is away must not take the site with it
        # Where sites begin, each process remembers for an hour.
        Site.clear_site_root_paths_cache()
    return Answers(mark, time.time() + min(LONGEST, _seconds_to_the_next_end()), room)


def _seconds_to_the_next_end() -> float:
    """Time alone ends pages, with or without a worker, and at midnight it makes another today."""
    renew_connection()
    now = timezone.now()
    ending = Page.objects.filter(live=True, expire_at__gt=now).order_by()
    end = ending.aggregate(first=Min("expire_at"))["first"]
    ends = [each for each in (end, _midnight(now)) if each]
    return (min(ends) - now).total_seconds()


def _midnight(now: datetime.datetime) -> datetime.datetime:
    tomorrow = timezone.localdate(now) + datetime.timedelta(days=1)
    return timezone.make_aware(datetime.datetime.combine(tomorrow, datetime.time.min))
