"""Which edition is the newest: read before each answer, so it must cost next to nothing."""

import sqlite3
import threading
import time
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from django import db
from django.conf import settings

from news.syndication.models import Edition

# The epoch too: after a restore, numbers come again for other contents.
READ = f"SELECT number, epoch FROM {Edition._meta.db_table} WHERE id = {Edition.ONLY}"  # noqa: S608 - ours

SECOND = 1.0
LOCKED = 0.05  # seconds to wait for SQLite, which makes no reader wait but at moments of its own

Mark = tuple[Any, ...]


class Reader(Protocol):
    def read(self) -> Mark | None:
        """What is equal for as long as nothing public changed; None when it cannot be told."""


def reader() -> Reader:
    """The quickest there is for the database of the settings."""
    wanted = settings.DATABASES["default"]
    if wanted["ENGINE"].endswith("sqlite3"):
        return FileEdition(Path(wanted["NAME"]))
    return NoticedEdition(notice())


def notice() -> Path:
    """A file that gets longer with every edition made on this machine; see `NoticedEdition`."""
    return Path(settings.DATA_DIR) / "edition"


def give_notice() -> None:
    """After the commit. Where it cannot be written, readers look at the database each second."""
    with notice().open("ab") as file:
        file.write(b".")


def renew_connection() -> None:
    """Django's, if it broke or is old. It does so itself when a request begins; none has begun yet."""
    if not db.connection.in_atomic_block:  # as in tests: it would be taken for one left behind
        db.connection.close_if_unusable_or_obsolete()


class RowEdition:
    """The row, over Django's own connection."""

    def read(self) -> Mark | None:
        renew_connection()
        try:
            with db.connection.cursor() as cursor:
                cursor.execute(READ)
                mark: Mark | None = cursor.fetchone()
                return mark
        except db.Error:
            return None


class NoticedEdition:
    """For a database that is asked over a socket: the row when a file grew, and every second.

    All that writes on this machine makes the file grow once it has committed, so nothing published
    here is missed; what another machine publishes is seen within the second.
    """

    def __init__(self, file: Path, row: Reader | None = None) -> None:
        self._file = file
        self._row = row or RowEdition()
        self._seen: tuple[Mark, tuple[int, int] | None, float] | None = None

    def read(self) -> Mark | None:
        # Both before the row: what happens meanwhile is then noticed the next time.
        size, now = self._size(), time.monotonic()
        if self._seen:
            mark, seen_size, until = self._seen
            if size == seen_size and now < until:
                return mark
        read = self._row.read()
        self._seen = (read, size, now + SECOND) if read else None
        return read

    def _size(self) -> tuple[int, int] | None:
        try:
            told = self._file.stat()
        except OSError:
            return None
        return told.st_ino, told.st_size


class FileEdition:
    """SQLite: the row by primary key, over a connection of its own in each thread.

    With whatever is in the way (no such file or table yet, a lock) Django shall answer. Each second
    it looks whether the file is still the same: a restore puts another one in its place.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._own = _Connection()

    def read(self) -> Mark | None:
        own = self._own
        try:
            if time.monotonic() >= own.look_again:
                own.look(self._file)
            rows = own.connection.execute(READ).fetchall()
        except (sqlite3.Error, OSError):
            own.file, own.look_again = None, 0.0
            return None
        return rows[0] if rows else None


class _Connection(threading.local):
    connection: sqlite3.Connection
    file: tuple[int, int] | None = None
    look_again = 0.0

    def look(self, path: Path) -> None:
        told = path.stat()
        if self.file != (told.st_dev, told.st_ino):
            address = f"file:{quote(str(path))}?mode=rw"  # never makes one
            self.connection = sqlite3.connect(
                address, uri=True, timeout=LOCKED, isolation_level=None
            )
            self.file = told.st_dev, told.st_ino
        self.look_again = time.monotonic() + SECOND
