"""A portal's own copy of the news, always as it is at the source; for a portal to start from.

    python3 mirror.py https://source.example.vn copy.sqlite3 [--key cnv_…] [--every 60] [--listen 8080]

Nothing but Python is needed. The copy is one table, `publication`, in an SQLite file; pages are made
from its rows, never by asking the source while a reader waits. docs/portal-guide.md tells of the
addresses that are asked here.
"""

import argparse
import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

Object = dict[str, Any]

TABLES = """
PRAGMA journal_mode = WAL; -- pages are read while a long copy is written
CREATE TABLE IF NOT EXISTS publication (
    id TEXT, locale TEXT, version INTEGER, content TEXT, -- JSON; NULL: no longer public
    reason TEXT, replaced_by TEXT, -- why, and where readers are sent instead
    PRIMARY KEY (id, locale)
);
CREATE TABLE IF NOT EXISTS place (since TEXT);
"""
GONE = (404, 410)


class Mirror:
    at_once = 200  # objects in an answer

    def __init__(self, source: str, file: str, key: str = "") -> None:
        self.api = source.rstrip("/") + "/api/v1/"
        self.headers = {"Authorization": f"Bearer {key}"} if key else {}
        self.quiet: dict[
            str, str
        ] = {}  # the place behind which nothing was, and that answer's ETag
        self.copy = sqlite3.connect(file)
        self.copy.executescript(TABLES)

    def catch_up(self) -> None:
        """Nothing is half done: an error leaves the copy as it was after the last whole page."""
        try:
            since: str | None = self._since() or self._start()
            while since:
                since = self._follow(since)
        except HTTPError as error:
            if error.code != 410:
                raise
            # The source was restored, or tells this portal of other sections now.
            self._start()

    def objects(self) -> list[Object]:
        rows = self.copy.execute("SELECT content FROM publication WHERE content IS NOT NULL")
        return [json.loads(content) for (content,) in rows]

    # --- The first copy ---------------------------------------------------------------------------

    def _start(self) -> str:
        """Take everything. Until that is done readers see the copy there was before."""
        with self.copy:
            self.copy.execute("DELETE FROM publication")
            page = self._get(f"snapshot/?limit={self.at_once}")
            since: str = page["since"]  # of the first page: what changes meanwhile is told again
            for item in self._all_from(page):
                self._keep(item)
            self._remember(since)
        return since

    def _all_from(self, page: Object) -> Iterator[Object]:
        yield from page["items"]
        while page["next"]:
            page = self._get(page["next"])
            yield from page["items"]

    # --- What changes -----------------------------------------------------------------------------

    def _follow(self, since: str) -> str | None:
        """One page of changes; returns where to go on, or None when there is nothing more."""
        address = "changes/?" + urlencode({"since": since, "limit": self.at_once})
        page, etag = self._ask(address, self.quiet.get(since, ""))
        if page is None:
            return None
        with self.copy:
            for change in page["items"]:
                self._apply(change)
            self._remember(page["next"])
        self.quiet = {} if page["items"] else {since: etag}
        return page["next"] if page["has_more"] else None

    def _apply(self, change: Object) -> None:
        held = self._version(change)
        if change["version"] < held:
            return
        if not change["visible"]:
            self._take_down(change)
        elif change["version"] > held:
            self._fetch(change)

    def _fetch(self, change: Object) -> None:
        try:
            item = self._get(f"articles/{change['id']}/?locale={change['locale']}")
        except HTTPError as error:
            if error.code not in GONE:
                raise
            item = None
        # Gone meanwhile, or gone in this language: a later change says why.
        if item is None or item["locale"] != change["locale"]:
            self._take_down(change)
        else:
            self._keep(item)

    # --- The copy ---------------------------------------------------------------------------------

    def _keep(self, item: Object) -> None:
        row = (item["id"], item["locale"], item["version"], json.dumps(item, ensure_ascii=False))
        self.copy.execute("REPLACE INTO publication VALUES (?, ?, ?, ?, '', NULL)", row)

    def _take_down(self, change: Object) -> None:
        names = ("id", "locale", "version", "reason", "replaced_by")
        self.copy.execute(
            "REPLACE INTO publication VALUES (?, ?, ?, NULL, ?, ?)",
            [change[name] for name in names],
        )

    def _version(self, change: Object) -> int:
        question = "SELECT version FROM publication WHERE id = ? AND locale = ?"
        row = self.copy.execute(question, (change["id"], change["locale"])).fetchone()
        return row[0] if row else 0

    def _since(self) -> str | None:
        row = self.copy.execute("SELECT since FROM place").fetchone()
        return row[0] if row else None

    def _remember(self, since: str) -> None:
        self.copy.execute("DELETE FROM place")
        self.copy.execute("INSERT INTO place VALUES (?)", [since])

    # --- The source -------------------------------------------------------------------------------

    def _get(self, address: str) -> Any:
        return self._ask(address)[0]

    def _ask(self, address: str, etag: str = "") -> tuple[Any, str]:
        """The answer's JSON and ETag; None for JSON when it is still what that ETag stands for."""
        url = address if "://" in address else self.api + address
        known = {"If-None-Match": etag} if etag else {}
        try:
            with urlopen(Request(url, headers=self.headers | known), timeout=30) as answer:  # noqa: S310
                return json.load(answer), answer.headers["ETag"] or ""
        except HTTPError as error:
            if error.code == 304:
                return None, etag
            raise


def hints(port: int) -> tuple[ThreadingHTTPServer, threading.Event]:
    """A server for webhooks. A hint only means: ask now. So a forged one can do no harm."""
    asked = threading.Event()

    class Hint(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            asked.set()
            self.send_response(204)
            self.end_headers()

        def log_message(self, *words: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Hint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, asked


def seconds_asked_for(error: HTTPError) -> float:
    """Retry-After in seconds; a proxy that names a time instead is asked again as ever."""
    asked = error.headers["Retry-After"] or ""
    return float(asked) if asked.isdecimal() else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description="Keep a copy of the news.")
    parser.add_argument("source")
    parser.add_argument("file")
    parser.add_argument("--key", default="")
    parser.add_argument("--every", type=float, default=60, help="seconds between two looks")
    parser.add_argument("--listen", type=int, help="port for webhooks, behind your web server")
    options = parser.parse_args()
    mirror = Mirror(options.source, options.file, options.key)
    asked = hints(options.listen)[1] if options.listen else threading.Event()
    while True:
        pause = options.every
        try:
            mirror.catch_up()
        except HTTPError as error:
            # A key that was revoked, too: whoever reads this gets another, or is let in again.
            print(error)
            pause = max(pause, seconds_asked_for(error))
        except (OSError, HTTPException, ValueError) as error:
            print(error)  # the network, or the source was restarted in the middle of an answer
        asked.wait(pause)
        asked.clear()
        time.sleep(1)  # many hints are one look


if __name__ == "__main__":
    main()
