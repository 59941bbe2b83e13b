"""What pages ask for again and again, remembered while a reader's request is answered.

Only in GET and HEAD requests, which change nothing that could make it wrong before they end. Longer
where whoever stands in front of Django lends its own memory (`MEMORY`), and ends it with the first
change of anything that pages show. The name must include everything the answer depends on, and
what it names must exist. Answers are shared: do not change them. What no page
shows may change without such an end (the index, what waits for it): `remembered_now` is only ever of
this request.
"""

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from typing import Any, TypeVar

from django.core.signals import request_finished, request_started

Answer = TypeVar("Answer")
Memory = dict[str, Any]

READING = ("GET", "HEAD")
MEMORY = "search.memory"  # in the environ: a dict
MOST_REMEMBERED = 10_000  # whoever reads the whole site must not fill the server with it

_memory: ContextVar[Memory | None] = ContextVar("memory", default=None)
_of_this_request: ContextVar[Memory | None] = ContextVar("memory of this request", default=None)


def remembered(name: str, ask: Callable[[], Answer]) -> Answer:
    """The answer given earlier; outside of a reader's request it is asked for each time."""
    return _from(_memory.get(), name, ask)


def remembered_each(
    name: str, keys: Sequence[str], ask: Callable[[Sequence[str]], Mapping[str, Answer]]
) -> Mapping[str, Answer]:
    """The answer for each of many keys; `ask` is asked for those not given earlier, all at once."""
    memory = _memory.get()
    if memory is None:
        return ask(keys)
    names = {key: f"{name} {key}" for key in keys}
    found = {key: memory[names[key]] for key in keys if names[key] in memory}
    missing = [key for key in keys if key not in found]
    for key, answer in (ask(missing) if missing else {}).items():
        found[key] = answer
        if len(memory) < MOST_REMEMBERED:
            memory[names[key]] = answer
    return found


def remembered_now(name: str, ask: Callable[[], Answer]) -> Answer:
    """The answer given earlier in this request."""
    return _from(_of_this_request.get(), name, ask)


def _from(memory: Memory | None, name: str, ask: Callable[[], Answer]) -> Answer:
    if memory is None:
        return ask()
    if name in memory:
        answer: Answer = memory[name]
        return answer
    answer = ask()
    if len(memory) < MOST_REMEMBERED:
        memory[name] = answer
    return answer


def connect() -> None:
    request_started.connect(_begin)
    request_finished.connect(_end)


def _begin(environ: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
    is_read = environ is not None and environ.get("REQUEST_METHOD") in READING
    _memory.set(environ.get(MEMORY, {}) if environ and is_read else None)
    _of_this_request.set({} if is_read else None)


def _end(**kwargs: Any) -> None:
    _memory.set(None)
    _of_this_request.set(None)
