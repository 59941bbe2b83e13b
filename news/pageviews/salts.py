"""The salt of a day's keys: in memory alone, and gone when the day is.

All processes of a machine share it through /dev/shm, which is memory; where several machines serve,
through Django's cache, which must not be kept on a disk. Where there is neither, each process has its own, and a reader whose two requests meet
different processes counts twice. Once the day is over nobody can make its keys again.
"""

import datetime
import hashlib
import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.core.cache import caches

from .logs import is_in_redis

SIZE = 32
MEMORY = Path("/dev/shm")  # noqa: S108 - memory that all processes of the machine see

SaltOf = Callable[[datetime.date], bytes]


def shared_salts(address: str) -> SaltOf:
    """For those who write to the log at that address."""
    if is_in_redis(address):
        from .in_redis import CacheSalts

        return CacheSalts(caches["default"])
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK):
        place = hashlib.sha256(str(Path(address).absolute()).encode()).hexdigest()[:16]
        return MemoryFiles(MEMORY / f"pageviews-{os.getuid()}-{place}")
    return OwnSalts()


class OwnSalts:
    def __init__(self) -> None:
        self._today: tuple[datetime.date, bytes] | None = None

    def __call__(self, day: datetime.date) -> bytes:
        if self._today is None or self._today[0] != day:
            self._today = (day, secrets.token_bytes(SIZE))
        return self._today[1]


class MemoryFiles:
    """A file for the day, that only our own user may read."""

    NAME = re.compile(r"\d{4}-\d{2}-\d{2}")

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, day: datetime.date) -> bytes:
        self.folder.mkdir(mode=0o700, exist_ok=True)
        self._forget_before(day)
        path = self.folder / str(day)
        if not path.exists():
            self._make(path)
        return path.read_bytes()

    def _make(self, path: Path) -> None:
        """Whole from the first moment on, though several make it at once."""
        new = path.with_name(f".{secrets.token_hex(8)}")
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(descriptor, secrets.token_bytes(SIZE))
            with suppress(FileExistsError):
                os.link(new, path)
        finally:
            os.close(descriptor)
            new.unlink()

    def _forget_before(self, day: datetime.date) -> None:
        for path in self.folder.iterdir():
            # Not later ones: a clock set back over midnight will come there again.
            if self.NAME.fullmatch(path.name) and path.name < str(day):
                path.unlink(missing_ok=True)
