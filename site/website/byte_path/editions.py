"""Which edition is the newest: read before each answer, so it must cost next to nothing."""

import os
import time
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, Protocol

from django import db
from django.conf import settings

from news.syndication.models import Edition

# The epoch too: after a restore, numbers come again for other contents.
READ = f"SELECT number, epoch FROM {Edition._meta.db_table} WHERE id = {Edition.ONLY}"  # noqa: S608 - ours

SECOND = 1.0
NOTICE_LENGTH = 16  # bytes

Mark = tuple[Any, ...]


class Reader(Protocol):
    def read(self) -> Mark | None:
        """What is equal for as long as nothing public changed; None when it cannot be told."""


def notice() -> Path:
    """A file whose few bytes are others after every edition made on this machine."""
    return Path(settings.DATA_DIR) / "edition"


def give_notice() -> None:
    """After the commit. Where it cannot be written, readers look at the database each second."""
    _write_notice(notice())


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
    """The row when notice was given, and every second.

    All that writes on this machine gives notice once it has committed, so nothing published here
    is missed; what another machine publishes is seen within the second. The notice lies in this
    process's memory: to look at it takes no call of the system, and this thread keeps its turn.
    """

    def __init__(self, file: Path, row: Reader | None = None) -> None:
        self._file = file
        self._row = row or RowEdition()
        self._mapped: tuple[mmap, tuple[int, int]] | None = None  # and its device and inode
        self._seen: tuple[Mark, bytes | None, float] | None = None

    def read(self) -> Mark | None:
        if self._seen:
            mark, noticed, until = self._seen
            if time.monotonic() < until and noticed == self._noticed():
                return mark
        self._look_for_notice()
        # Both before the row: what happens meanwhile is then noticed the next time.
        noticed, now = self._noticed(), time.monotonic()
        read = self._row.read()
        self._seen = (read, noticed, now + SECOND) if read else None
        return read

    def _noticed(self) -> bytes | None:
        mapped = self._mapped
        return mapped[0][:] if mapped else None

    def _look_for_notice(self) -> None:
        """It may have been lost, and another have taken its place."""
        try:
            if not self._file.exists() or self._file.stat().st_size < NOTICE_LENGTH:
                _write_notice(self._file)
            with self._file.open("rb") as file:
                told = os.fstat(file.fileno())
                which = told.st_dev, told.st_ino
                if not self._mapped or self._mapped[1] != which:
                    self._mapped = mmap(file.fileno(), NOTICE_LENGTH, access=ACCESS_READ), which
        except (OSError, ValueError):  # ValueError: it was shortened just now
            self._mapped = None


def _write_notice(file: Path) -> None:
    """In place, and never shortened: a process that has a longer one in its memory would die."""
    opened = os.open(file, os.O_WRONLY | os.O_CREAT, 0o666)
    try:
        os.pwrite(opened, os.urandom(NOTICE_LENGTH), 0)
    finally:
        os.close(opened)
