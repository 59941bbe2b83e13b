"""The log of page views: one for each day, that many processes append to and read at once.

What is appended stands in one order for all who read it, so all come to the same numbers. In a file
every record is one write at its end, which the system never mixes with another; it is written once
the call returns, whatever happens to the process after that.
"""

import contextlib
import datetime
import logging
import os
import re
import secrets
import tempfile
from pathlib import Path
from typing import NamedTuple, Protocol

from .records import SIZE, Record, unpacked

logger = logging.getLogger(__name__)

AT_ONCE = 20_000  # records


class Batch(NamedTuple):
    """What was read: the records, each with the position behind it, and where to go on."""

    log: str
    records: list[tuple[int, Record]]
    position: int
    torn: int = 0  # bytes that are no whole record
    more: bool = False  # it was as much as is read at once


class Log(Protocol):
    """The records of one day. `append` and `read` raise OSError when it cannot be reached."""

    def append(self, record: Record) -> None:
        """Written when it returns."""

    def read(self, position: int) -> Batch:
        """From a position on, AT_ONCE at most. `log` names what the position is one of: a log that
        was lost and begun again has another name, and is read from 0."""

    def left(self, position: int) -> int:
        """How many bytes behind the last whole record are none."""

    def is_lost(self) -> bool:
        """Somebody took it away; what is appended now, nobody would ever read."""


class Logs(Protocol):
    def of(self, day: datetime.date) -> Log: ...

    def days(self) -> list[datetime.date]:
        """Of which there is a log, the oldest first."""

    def remove(self, day: datetime.date) -> None: ...


def open_logs(address: str) -> Logs:
    if not is_in_redis(address):
        return Files(address)
    from .in_redis import RedisLogs

    return RedisLogs(address)


def is_in_redis(address: str) -> bool:
    """Its client is loaded only then: it takes five megabytes of each process."""
    return address.startswith(("redis://", "rediss://"))


# --- Files -----------------------------------------------------------------------------------------

NAME = re.compile(r"(\d{4}-\d{2}-\d{2})\.log")
HEAD = b"views1\r\n"
HEAD_SIZE = len(HEAD) + 8


class Files:
    """In a folder of this machine."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)

    def of(self, day: datetime.date) -> "File":
        return File(self.folder / f"{day}.log")

    def days(self) -> list[datetime.date]:
        names = (NAME.fullmatch(path.name) for path in self.folder.glob("*.log"))
        return sorted(datetime.date.fromisoformat(name[1]) for name in names if name)

    def remove(self, day: datetime.date) -> None:
        (self.folder / f"{day}.log").unlink(missing_ok=True)


class File:
    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None
        self._name = ""

    def append(self, record: Record) -> None:
        data = record.packed()
        if os.write(self._open(), data) != len(data):
            raise OSError("the disk is full")

    def read(self, position: int) -> Batch:
        descriptor, start = self._open(), max(position, HEAD_SIZE)
        data = os.pread(descriptor, AT_ONCE * SIZE, start)
        records = [(start + end, record) for end, record in unpacked(data)]
        more = len(data) == AT_ONCE * SIZE
        end = records[-1][0] if records else position
        if more and not records:  # so much without a record will never become one
            end = start + len(data) - SIZE
        torn = max(end - start, 0) - len(records) * SIZE
        return Batch(self._name, records, end, torn, more)

    def left(self, position: int) -> int:
        return os.fstat(self._open()).st_size - max(position, HEAD_SIZE)

    def is_lost(self) -> bool:
        try:
            there = self.path.stat()
        except FileNotFoundError:
            return self._descriptor is not None
        return self._descriptor is not None and there.st_ino != os.fstat(self._descriptor).st_ino

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __del__(self) -> None:
        self.close()

    def _open(self) -> int:
        if self._descriptor is None:
            if not self.path.exists():
                self._begin()
            descriptor = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
            self._name = f"{self.path.stem}-{os.pread(descriptor, 8, len(HEAD)).hex()}"
            self._descriptor = descriptor
        return self._descriptor

    def _begin(self) -> None:
        """With its head from the first moment on, though several begin it at once."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self.path.parent, prefix=".new-") as new:
            new.write(HEAD + secrets.token_bytes(8))
            new.flush()
            with contextlib.suppress(FileExistsError):
                os.link(new.name, self.path)
