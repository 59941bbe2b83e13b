"""Nothing but counting, without an article, a rule or a promise: what a counter can reach here.

`append` writes as many bytes as our log takes for a view; `increment` asks Redis at REDIS_URL.
"""

import os
from collections.abc import Callable
from typing import Any

import redis

StartResponse = Callable[[str, list[tuple[str, str]]], Any]

_LINE = b"v" * 48
_descriptor: int | None = None
_redis: Any = None


def append(environ: dict[str, Any], start_response: StartResponse) -> list[bytes]:
    global _descriptor
    if _descriptor is None:
        _descriptor = os.open(os.environ["LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    return _answer(os.write(_descriptor, _LINE), start_response)


def increment(environ: dict[str, Any], start_response: StartResponse) -> list[bytes]:
    global _redis
    if _redis is None:
        _redis = redis.Redis.from_url(os.environ["REDIS_URL"])
    return _answer(_redis.incr("views"), start_response)


def _answer(number: int, start_response: StartResponse) -> list[bytes]:
    body = b'{"views":%d}' % number
    start_response(
        "200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    )
    return [body]
