"""One transaction for a change and for what the public sees of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.db import transaction

# Why a page goes, in what words, and the pk of the page that takes its place.
Choice = tuple[str, str, int | None]


@dataclass
class Touched:
    """What was changed, by pk; what the public sees of it is worked out at the end."""

    pages: set[int] = field(default_factory=set)
    below: set[int] = field(default_factory=set)
    things: set[tuple[str, int]] = field(default_factory=set)
    chosen: dict[int, Choice] = field(default_factory=dict)  # by pages that were deleted since

    def __bool__(self) -> bool:
        return bool(self.pages or self.below or self.things)


_touched: ContextVar[Touched | None] = ContextVar("touched", default=None)


@contextmanager
def changes() -> Iterator[None]:
    """A transaction at whose end the publications are written, just before it commits.

    Inside another one it is a savepoint, and the outer one writes. When anything in it fails, or
    the writing itself, nothing of it has happened.
    """
    if _touched.get() is not None:
        with transaction.atomic():
            yield
        return
    touched = Touched()
    with transaction.atomic():
        token = _touched.set(touched)
        try:
            yield
            if touched:
                _write(touched)
        finally:
            # Before the commit: what runs after it (`on_commit`) is a change of its own.
            _touched.reset(token)


def touch_page(page: int) -> None:
    """The page itself was changed, published, taken down or deleted."""
    _mark(lambda touched: touched.pages.add(page))


def touch_deleted(page: int, choice: Choice | None) -> None:
    """The page is about to be deleted; its editors chose what to say of that, or did not."""
    if choice:
        _mark(lambda touched: touched.chosen.update({page: choice}))
    touch_page(page)


def touch_below(page: int) -> None:
    """Something changed that counts for the page and all pages below it: address, privacy."""
    _mark(lambda touched: touched.below.add(page))


def touch(kind: str, key: int | None) -> None:
    """Something was changed that pages show: a photo, a person … (the kinds of dependencies)."""
    if key is not None:
        _mark(lambda touched: touched.things.add((kind, key)))


def within_changes(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, run inside `changes()`; told apart by its attribute `within_changes`.

    Within other changes it is only called: whether its failure undoes less than all of them is its
    own affair, as it is without us.
    """
    if getattr(function, "within_changes", False):
        return function

    @wraps(function)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        if _touched.get() is not None:
            return function(*args, **kwargs)
        with changes():
            return function(*args, **kwargs)

    wrapped.within_changes = True  # type: ignore[attr-defined]
    return wrapped


def _mark(note: Callable[[Touched], object]) -> None:
    """Outside `changes()` what is marked is written at once."""
    touched = _touched.get()
    if touched is not None:
        note(touched)
        return
    with changes():
        _mark(note)


def _write(touched: Touched) -> None:
    from .writing import write  # it reads models, which are not there yet when this is imported

    write(touched.pages, touched.below, touched.things, touched.chosen)
