"""The sweep: finds and repairs what no hook saw, such as bulk updates, restores, and expiry passing.

It compares without a transaction, so it may see a change half done; what it takes for wrong is
looked at again inside the transaction that repairs it, and is left alone when it was right.
"""

import logging
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from django.db.models import F

from news.syndication.models import Edition, Publication, PublicationDependency, WaitingPage
from news.syndication.objects.encoding import encoded
from news.syndication.objects.publicity import Publicity

from .pages import PageState, chunks, page_behind, publications_of, states_of_all
from .tombstones import outdated_tombstones
from .waiting import write_in_turn, write_waiting_pages
from .writing import fingerprint, project_what_can_be

logger = logging.getLogger(__name__)

AT_A_TIME = 300  # contents compared in one go of the worker
REPAIRED_TOGETHER = 50

Report = Callable[[int], object]


class Sweep:
    """Goes round all pages: whether they are public at every turn, their contents bit by bit."""

    def __init__(self) -> None:
        self._after = 0

    def turn(self) -> int:
        """One turn of the worker; returns how many publications were wrong, and counts them."""
        states = sorted(states_of_all(), key=lambda state: state.pk)
        part = [state for state in states if state.pk > self._after][:AT_A_TIME]
        self._after = part[-1].pk if len(part) == AT_A_TIME else 0
        wrong = _repair(states, part, logging.WARNING)
        if wrong:
            Edition.objects.filter(pk=Edition.ONLY).update(missed=F("missed") + wrong)
        return wrong


def sweep(report: Report = lambda done: None) -> int:
    """Everything, contents too; returns how many publications were wrong. Who asks for it after an
    upgrade or a restore expects some, so nothing is counted, and nobody warned.

    `report` is told of pages as they are done.
    """
    write_waiting_pages(longest=float("inf"))
    states = list(states_of_all())
    wrong = _repair(states, [], logging.INFO)
    for part in chunks(states):
        wrong += _repair_contents(part, logging.INFO)
        report(len(part))
    return wrong


def take_down_outlived() -> None:
    """At every second or so: one look at the edition, as long as nothing has expired."""
    if Edition.now().is_outlived:
        _take_down_expired()


def _repair(states: Sequence[PageState], part: Sequence[PageState], level: int) -> int:
    _take_down_expired()
    return _write(_wrongly_standing(states), level) + _repair_contents(part, level)


def _take_down_expired() -> None:
    """No hook can see time pass; the row itself said when it would end."""
    over = Publication.objects.filter(visible=True, expires_at__lte=Publicity().moment)
    for pages in _repairs(over.values_list("page", flat=True)):
        write_in_turn(pages)


def _repair_contents(states: Sequence[PageState], level: int) -> int:
    return _write(_different_contents(states), level) if states else 0


def _write(pages: Iterable[int], level: int) -> int:
    waiting = set(WaitingPage.objects.values_list("page", flat=True))
    wrong = 0
    for group in _repairs(page for page in pages if page not in waiting):
        changed = write_in_turn(group)
        if changed:
            logger.log(level, "Quét lại: sửa %s bản công khai, của các trang %s", changed, group)
        wrong += changed
    return wrong


def _repairs(pages: Iterable[int]) -> Iterator[list[int]]:
    pages = list(pages)
    for start in range(0, len(pages), REPAIRED_TOGETHER):
        yield pages[start : start + REPAIRED_TOGETHER]


def _wrongly_standing(states: Iterable[PageState]) -> list[int]:
    """Pages that are public and not told, and the other way round."""
    public = Publicity()
    shown = {state.pk: (state.key, state.locale) for state in states if state.is_public(public)}
    told: dict[int, tuple[uuid.UUID, str]] = {
        page: (key, locale)
        for page, key, locale in Publication.objects.filter(visible=True).values_list(
            "page", "key", "locale"
        )
    }
    return sorted(page for page in shown.keys() | told.keys() if shown.get(page) != told.get(page))


def _different_contents(states: Sequence[PageState]) -> set[int]:
    """Pages whose publications say something else, or depend on something else, than they should."""
    public = Publicity()
    by_page = {state.pk: state for state in states}
    rows = publications_of(by_page, by_page)
    wrong = {row.page for row in outdated_tombstones(rows, by_page, public)}
    dependencies = _dependencies(rows)
    kept = {row.page: row for row in rows if row.visible and page_behind(row, by_page)}
    shown = [state for state in states if state.is_public(public)]
    for projection in project_what_can_be(shown, public):
        row = kept.get(projection.page.pk)
        if (
            row is None
            or row.content_hash != fingerprint(projection, encoded(projection.content))
            or dependencies[row.pk] != projection.dependencies
        ):
            wrong.add(projection.page.pk)
    return wrong


def _dependencies(rows: Iterable[Publication]) -> dict[int, set[tuple[str, int]]]:
    found: dict[int, set[tuple[str, int]]] = defaultdict(set)
    stored = PublicationDependency.objects.filter(publication__in=[row.pk for row in rows])
    for publication, kind, key in stored.values_list("publication", "kind", "key"):
        found[publication].add((kind, key))
    return found
