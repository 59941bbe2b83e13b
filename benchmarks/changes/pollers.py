"""Portals that ask what changed, again and again, each from where it was left."""

import http.client
import json
import threading
import time
from abc import ABC, abstractmethod
from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.db import connections

from . import naive

PAUSE = 0.005  # seconds between two looks


class Poller(ABC):
    """Its last look begins after all writing has ended. `seen` counts what it was told."""

    def __init__(self) -> None:
        self.seen: Counter[Any] = Counter()
        self.failed: Exception | None = None
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            is_last = False
            while not is_last:
                is_last = self._done.is_set()
                self.look()
                time.sleep(PAUSE)
        except Exception as error:
            self.failed = error
        finally:
            connections.close_all()

    @abstractmethod
    def look(self) -> None:
        """Everything there is from the last place on."""


class ById(Poller):
    """Sees articles."""

    def __init__(self) -> None:
        super().__init__()
        self._last = 0

    def look(self) -> None:
        for number, article in naive.told_after(self._last):
            self.seen[article] += 1
            self._last = number


class Ours(Poller):
    """Asks GET /api/v1/changes/ over HTTP as mirror.py does; sees ids with versions."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._etag = ""
        self._client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._since = self._ask("snapshot/?limit=1")["since"]
        self._etag = ""  # that of the snapshot

    def look(self) -> None:
        has_more = True
        while has_more:
            question = urlencode({"since": self._since, "limit": 50})
            page = self._ask(f"changes/?{question}")
            if page is None:
                return
            for change in page["items"]:
                self.seen[change["id"], change["version"]] += 1
            if page["next"] != self._since:
                self._since, self._etag = page["next"], ""
            has_more = page["has_more"]

    def _ask(self, path: str) -> Any:
        """None: still the same as when we last asked that."""
        known = {"If-None-Match": self._etag} if self._etag else {}
        self._client.request("GET", f"/api/v1/{path}", headers=known)
        answer = self._client.getresponse()
        content = answer.read()
        if answer.status == 304:
            return None
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} {content[:200]!r}")
        self._etag = answer.headers["ETag"] or ""
        return json.loads(content)
