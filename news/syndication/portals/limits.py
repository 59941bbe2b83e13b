"""How often somebody may ask: so many times in each minute of the clock, or in each stretch of minutes.

The counters are in Django's cache. One in the process counts for that process only: with several,
the limit is that many times what the settings say; with Redis it is what they say.
"""

import logging
import time
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import BaseCache, caches

logger = logging.getLogger(__name__)

MINUTE = 60


@dataclass(frozen=True)
class Allowance:
    """What somebody has left in this minute, the present request already taken off."""

    limit: int
    used: int
    seconds: int  # until the next one begins

    @property
    def is_used_up(self) -> bool:
        return self.used > self.limit

    @property
    def headers(self) -> dict[str, str]:
        """As in draft-ietf-httpapi-ratelimit-headers."""
        left = max(self.limit - self.used, 0)
        headers = {
            "RateLimit-Policy": f'"minute";q={self.limit};w={MINUTE}',
            "RateLimit": f'"minute";r={left};t={self.seconds}',
        }
        return headers | ({"Retry-After": str(self.seconds)} if self.is_used_up else {})


def take_one(who: str, limit: int, each: int = MINUTE) -> Allowance | None:
    """One request more of `who`; None where there is no limit (0), or nothing that could count.

    A cache that is away must not take the API with it.
    """
    if not limit:
        return None
    try:
        used = _count(_key(who, each), each)
    except Exception:  # every cache has kinds of its own
        logger.warning("Không đếm được yêu cầu: bộ nhớ đệm không trả lời", exc_info=True)
        return None
    return Allowance(limit, used, each - int(time.time()) % each)


def give_back(who: str, each: int = MINUTE) -> None:
    """The one that was taken last is not to count."""
    with suppress(Exception):  # pushed out, of a time that is over, or the cache is away
        _cache().decr(_key(who, each))


def _key(who: str, each: int) -> str:
    return f"requests:{who}:{int(time.time()) // each}"


def _count(key: str, each: int) -> int:
    cache = _cache()
    cache.add(key, 0, timeout=2 * each)
    try:
        return cache.incr(key)
    except ValueError:  # pushed out of a full cache in between
        return 1


def _cache() -> BaseCache:
    """One of its own where there is one: a crowd of addresses must not push out other things."""
    return caches["limits" if "limits" in settings.CACHES else "default"]
