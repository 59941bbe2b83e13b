"""What one page asks for again and again, remembered while a reader's request is answered.

Only in GET and HEAD requests, which change nothing that could make it wrong before they end.
"""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, TypeVar

from django.core.signals import request_finished, request_started

Answer = TypeVar("Answer")

READING = ("GET", "HEAD")

_memory: ContextVar[dict[str, Any] | None] = ContextVar("memory", default=None)


def remembered(name: str, ask: Callable[[], Answer]) -> Answer:
    """The answer given earlier in this request; outside of one it is asked for each time."""
    memory = _memory.get()
    if memory is None:
        return ask()
    if name not in memory:
        memory[name] = ask()
    answer: Answer = memory[name]
    return answer


def connect() -> None:
    request_started.connect(_begin)
    request_finished.connect(_end)


def _begin(environ: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
    reads = environ is not None and environ.get("REQUEST_METHOD") in READING
    _memory.set({} if reads else None)


def _end(**kwargs: Any) -> None:
    _memory.set(None)
