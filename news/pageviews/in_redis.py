"""The log and the salts of page views in Redis, where several machines serve the site."""

import contextlib
import datetime
import secrets
from typing import Any

import redis
from django.core.cache import BaseCache
from django.utils import timezone

from .logs import AT_ONCE, Batch
from .records import Record, unpacked
from .salts import SIZE

LOG, SALT = "pageviews:log:", "pageviews:salt:"
DAYS_KEPT = 3  # whatever happens to the worker
A_MOMENT = 60  # seconds: for a day that is over by our clock
APPEND = """
if redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('RPUSH', KEYS[1], ARGV[1])
  redis.call('EXPIRE', KEYS[1], ARGV[2])
end
return redis.call('RPUSH', KEYS[1], ARGV[3])
"""


class RedisLogs:
    """For all machines; with AOF, or what was not yet folded is lost with the server."""

    def __init__(self, address: str) -> None:
        self.client: Any = redis.Redis.from_url(address, socket_timeout=0.5)

    def of(self, day: datetime.date) -> "RedisLog":
        return RedisLog(self.client, day)

    def days(self) -> list[datetime.date]:
        with _as_os_errors():
            names = [key.decode() for key in self.client.scan_iter(f"{LOG}*")]
        return sorted(datetime.date.fromisoformat(name.removeprefix(LOG)) for name in names)

    def remove(self, day: datetime.date) -> None:
        with _as_os_errors():
            self.client.delete(f"{LOG}{day}")


class RedisLog:
    """A list whose first member names it."""

    def __init__(self, client: Any, day: datetime.date) -> None:
        self._client = client
        self._key = f"{LOG}{day}"
        self._day = day
        self._append = client.register_script(APPEND)

    def append(self, record: Record) -> None:
        seconds = DAYS_KEPT * 24 * 60 * 60
        with _as_os_errors():
            self._append([self._key], [secrets.token_hex(8), seconds, record.packed()])

    def left(self, position: int) -> int:
        return 0

    def is_lost(self) -> bool:
        """The list is found by its name each time."""
        return False

    def read(self, position: int) -> Batch:
        start = max(position, 1)
        with _as_os_errors():
            together = self._client.pipeline()
            together.lindex(self._key, 0)
            together.lrange(self._key, start, start + AT_ONCE - 1)
            name, members = together.execute()
        records = [
            (start + number, record)
            for number, member in enumerate(members, start=1)
            for _end, record in unpacked(member)
        ]
        return Batch(
            f"{self._day}-{(name or b'').decode()}",
            records,
            start + len(members) if name else 0,
            more=len(members) == AT_ONCE,
        )


class CacheSalts:
    """In Django's cache, for all machines; it throws the salt away when the day ends."""

    def __init__(self, cache: BaseCache) -> None:
        self._cache = cache

    def __call__(self, day: datetime.date) -> bytes:
        """Raises OSError when the cache cannot be reached."""
        end = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
        left = timezone.make_aware(end) - timezone.now()
        seconds = max(int(left.total_seconds()), A_MOMENT)
        made = secrets.token_bytes(SIZE)
        with _as_os_errors():
            return self._cache.get_or_set(f"{SALT}{day}", made, seconds) or made


@contextlib.contextmanager
def _as_os_errors() -> Any:
    try:
        yield
    except redis.RedisError as error:
        raise OSError(str(error)) from error
