"""What pages ask for again and again, remembered while a reader's request is answered.

Only in GET and HEAD requests, which change nothing that could make it wrong before they end. Longer
where whoever stands in front of Django lends its own memory (`MEMORY`), and ends it with the first
change of anything that pages show. So a name says all that its answer depends on, what it names
exists, and whoever is given an answer leaves it as it is: others are given the same.
"""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, TypeVar

from django.core.signals import request_finished, request_started

Answer = TypeVar("Answer")
Memory = dict[str, Any]

READING = ("GET", "HEAD")
MEMORY = "search.memory"  # in the environ: a dict

_memory: ContextVar[Memory | None] = ContextVar("memory", default=None)


def remembered(name: str, ask: Callable[[], Answer]) -> Answer:
    """The answer given earlier; outside of a reader's request it is asked for each time."""
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
    if environ is None or environ.get("REQUEST_METHOD") not in READING:
        _memory.set(None)
    else:
        _memory.set(environ.get(MEMORY, {}))


def _end(**kwargs: Any) -> None:
    _memory.set(None)
