"""Who opened an article, as far as counting needs to know: keys without a name."""

import uuid
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from news.syndication.portals.callers import caller_of
from search.robots import LONGEST_AGENT, is_robot

from .records import Kind, Record


def record_of(meta: Mapping[str, Any], article: uuid.UUID, time: int, salt: bytes) -> Record:
    """The request as a line of the log; `meta` is its environment, as WSGI names things."""
    agent = meta.get("HTTP_USER_AGENT", "")[:LONGEST_AGENT]
    # ends in a byte that no address and no agent holds
    address = f"{caller_of(meta)}\0".encode("utf-8", "replace")
    browser = agent.encode("utf-8", "replace")
    return Record(
        Kind.ROBOT if is_robot(agent) else Kind.READER,
        time,
        article.bytes,
        _key(b"visitor", salt, address, browser, article.bytes, size=8),
        _key(b"place", salt, address, article.bytes),
        _key(b"minute", salt, address, b"%d" % (time // 60)),
    )


def _key(purpose: bytes, salt: bytes, *parts: bytes, size: int = 6) -> bytes:
    return blake2b(b"\0".join(parts), digest_size=size, key=salt, person=purpose).digest()
