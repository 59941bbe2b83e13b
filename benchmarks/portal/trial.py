"""A newsroom at work, and a portal that follows it and is compared with it now and then."""

import datetime
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import time_machine
from wagtail.signal_handlers import disable_reference_index_auto_update

from benchmarks.newsroom import SEEN, UNSEEN, Newsroom
from benchmarks.newsroom.articles import write
from news.syndication.models import Edition
from news.syndication.publications import writing

from .checking import differences
from .mirror import Mirror

FIRST = 4  # articles
EVERYTHING = (*SEEN, *UNSEEN)
BEGIN = datetime.datetime(2026, 1, 5, 1, 0, tzinfo=datetime.UTC)
A_WHILE = 900  # seconds from one to the next, on average
A_NEW_EPOCH = 0.001  # of all operations, something is restored from a backup


@dataclass
class Outcome:
    """What was done, and one line for each thing that was not as it should be."""

    operations: dict[str, int] = field(default_factory=dict)
    catch_ups: int = 0
    comparisons: int = 0
    compared: int = 0  # objects, counted again each time
    differences: list[str] = field(default_factory=list)
    seconds: float = 0


def follow(
    mirror: Mirror,
    seed: int,
    operations: int,
    compare_every: int,
    report: Callable[[int, Outcome], object] = lambda number, outcome: None,
) -> Outcome:
    """The newsroom has been planted. Ends early when something differs: the rest would, too."""
    room, outcome, started = Newsroom(seed, EVERYTHING), Outcome(), time.monotonic()
    with _conditions() as clock:
        for _ in range(FIRST):
            write(room)
        for number in range(1, operations + 1):
            clock.shift(room.chance.expovariate(1 / A_WHILE))
            room.do_something()
            if room.likely(A_NEW_EPOCH):
                Edition.start_new_epoch()
            if room.likely(1 / 5):
                mirror.catch_up()
                outcome.catch_ups += 1
            if number == operations or room.likely(1 / compare_every):
                outcome.differences = _compared(mirror, room)
                outcome.comparisons += 1
                outcome.compared += len(mirror.objects())
            report(number, outcome)
            if outcome.differences:
                break
    outcome.operations = dict(room.done.most_common())
    outcome.seconds = time.monotonic() - started
    return outcome


@contextmanager
def _conditions() -> Iterator[Any]:
    with (
        # Publications have dependencies of their own; Wagtail's index is an eighth of the time.
        disable_reference_index_auto_update(),
        # What a change leaves to the worker above 200 pages is left here above five.
        patch.object(writing, "AT_ONCE", 5),
        time_machine.travel(BEGIN) as clock,
    ):
        yield clock


def _compared(mirror: Mirror, room: Newsroom) -> list[str]:
    found = differences(mirror)
    if room.missed:
        found.append(f"{room.missed} were wrong before anything went past the hooks")
    return [*found, f"after {', '.join(room.lately)}"] if found else []
