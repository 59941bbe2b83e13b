"""Editors who correct articles at the same moment, each article once."""

import queue
import random
import threading
import time
from collections.abc import Iterable

from django.db import connections, transaction

from news.models import ArticlePage
from news.syndication.publications import changes, touch_page

from . import naive

LONG, SHORT = 0.050, 0.004  # seconds a transaction takes besides its own work
PAUSE = 0.1  # at most, between two of them: SQLite's lock is no queue, and one could keep it


class _RolledBack(Exception):
    pass


class Writers:
    """`committed` and `rolled_back` hold the articles; `failed` what should not have happened."""

    def __init__(self, articles: Iterable[int], number: int, rollbacks: float, seed: int) -> None:
        self.committed: set[int] = set()
        self.rolled_back: set[int] = set()
        self.failed: list[Exception] = []
        self._rollbacks = rollbacks
        self._articles: queue.SimpleQueue[int] = queue.SimpleQueue()
        for article in articles:
            self._articles.put(article)
        self._threads = [
            threading.Thread(target=self._work, args=[random.Random(f"{seed}-{each}")])
            for each in range(number)
        ]

    def work(self) -> None:
        for thread in self._threads:
            thread.start()
        for thread in self._threads:
            thread.join()

    def _work(self, chance: random.Random) -> None:
        try:
            while not self._articles.empty():
                self._correct(self._articles.get_nowait(), chance)
                time.sleep(chance.uniform(0, PAUSE))
        except queue.Empty:  # another one took the last
            pass
        except Exception as error:
            self.failed.append(error)
        finally:
            connections.close_all()

    def _correct(self, article: int, chance: random.Random) -> None:
        seconds, share = chance.choice([LONG, SHORT]), chance.random()
        is_rolled_back = chance.random() < self._rollbacks
        try:
            with transaction.atomic():
                with changes():
                    naive.tell(article)
                    ArticlePage.objects.filter(pk=article).update(lead=f"Sapo {chance.random()}")
                    touch_page(article)
                    time.sleep(seconds * share)
                # Publications are written by now; there may be more to do before the commit.
                time.sleep(seconds * (1 - share))
                if is_rolled_back:
                    raise _RolledBack
        except _RolledBack:
            self.rolled_back.add(article)
        else:
            self.committed.add(article)
