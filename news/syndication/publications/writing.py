"""Publications brought into line with the pages, at the end of a transaction."""

import hashlib
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.db.models import Min

from news.syndication.models import Edition, Publication, WaitingPage
from news.syndication.models.publications import Kind, Reason
from news.syndication.objects.encoding import encoded
from news.syndication.objects.publicity import Publicity
from news.syndication.objects.shapes import published_at, updated_at

from .changing import Choice
from .hidden import hidden_of
from .html import forget_html, have_html_made
from .kinds import TYPES, Projection
from .pages import (
    AT_ONCE,
    PageState,
    chunks,
    in_every_language,
    page_behind,
    pages_below,
    pages_showing,
    pages_with_keys,
    publications_of,
    states_of,
)
from .saving import Shown, Written, have_photos_made_ready, save, save_what_hangs_on
from .sizes import tell_no_correction_of_sizes
from .tombstones import take_down

logger = logging.getLogger(__name__)


def write(
    pages: Iterable[int],
    below: Iterable[int] = (),
    things: Iterable[tuple[str, int]] = (),
    chosen: Mapping[int, Choice] = MappingProxyType({}),
) -> int:
    """Write what the public sees of these pages, of pages below those, and of what shows things.

    Call it last in a transaction. The pages themselves are written whatever their number, or fail; so
    is what shows a thing that is hidden now, but one that cannot be written fails nobody. Of the
    others, what is no longer public falls at once, and of what is still to be written the worker
    does all above AT_ONCE. `chosen` is what editors want to be told of deleted pages. Returns how
    many publications changed.
    """
    writer = _Writer(Edition.locked(), Publicity(), chosen)
    below = set(below)
    published, sections = pages_below(below)
    shown = {*things, *sections}
    pages = {*pages, *(published & below)}
    telling = pages_showing(in_every_language(hidden_of(shown, writer.public))) - pages
    others = (published | pages_showing(in_every_language(shown))) - pages - telling
    moved = writer.bring_up_to_date(pages, must=True)
    moved |= writer.bring_up_to_date(telling)
    moved |= writer.bring_up_to_date(others, at_once=AT_ONCE)
    done_at_once = pages | telling
    done = done_at_once | others
    # Where something stands, or that it stands there at all, is told by its translations and by what
    # links to any of them. One of these may itself have appeared or gone, and have been told otherwise.
    left = AT_ONCE
    while moved:
        gone = hidden_of({("page", page) for page, _key in moved}, writer.public)
        nowhere = {(page, key) for page, key in moved if ("page", page) in gone}
        leading_nowhere = pages_showing(_links_to(nowhere)) - done_at_once
        links = _links_to(moved)
        followers = pages_showing(links) | {page for _kind, page in links}
        followers -= done | leading_nowhere
        moved = writer.bring_up_to_date(leading_nowhere)
        moved |= writer.bring_up_to_date(followers, at_once=left)
        left = max(0, left - len(followers))
        done_at_once |= leading_nowhere
        done |= leading_nowhere | followers
    writer.close_edition()
    return writer.changed


@dataclass
class _Writer:
    edition: Edition
    public: Publicity
    chosen: Mapping[int, Choice]
    changed: int = 0
    ends_differ: bool = False

    def bring_up_to_date(
        self, pages: set[int], *, must: bool = False, at_once: int | None = None
    ) -> set[tuple[int, Any]]:
        """Page and key of every publication that appeared, went, or changed its address.

        With `must` one that cannot be written fails, and all with it; else it stays as it is. Those
        above `at_once` are left to the worker.
        """
        if not pages:
            return set()
        states = states_of(pages)
        rows = publications_of(pages, states)
        forget_html(rows)
        shown = [state for state in states.values() if state.is_public(self.public)]
        fallen = self._take_down(rows, states)
        if at_once is not None:
            _leave_to_the_worker(shown[at_once:])
            shown = shown[:at_once]
        moved = {(row.page, row.key) for row in fallen}
        known = {(row.key, row.locale): row for row in rows}
        for chunk in chunks(shown):
            moved |= self._show(chunk, known, must=must)
        return moved

    def close_edition(self) -> None:
        """Last, so that whoever reads the number finds what belongs to it."""
        if not self.changed:
            return
        if self.ends_differ:
            expiring = Publication.objects.filter(visible=True, expires_at__isnull=False)
            self.edition.next_expiry = expiring.aggregate(first=Min("expires_at"))["first"]
        self.edition.number += 1
        self.edition.changed_at = self.public.moment
        self.edition.save()

    def _count(self, written: Sequence[Publication], before: Iterable[Publication | None]) -> None:
        self.changed += len(written)
        self.ends_differ |= any(row.expires_at for row in (*written, *before) if row)

    def _take_down(
        self, rows: Sequence[Publication], states: Mapping[int, PageState]
    ) -> list[Publication]:
        behind = {row: page_behind(row, states) for row in rows}
        hidden = [row for row, page in behind.items() if not (page and page.is_public(self.public))]
        written = take_down(hidden, states, self.public, self.edition, self.chosen)
        self._count(written, ())
        fallen = [row for row in written if row.visible]
        for row in written:  # another page may be shown in its place
            row.visible, row.version = False, row.version + 1
        return fallen

    def _show(
        self,
        states: Sequence[PageState],
        known: Mapping[tuple[Any, str], Publication],
        *,
        must: bool,
    ) -> set[tuple[int, Any]]:
        written: list[Written] = []
        same: list[Shown] = []
        for projection in (project if must else project_what_can_be)(states, self.public):
            page = projection.page
            before = known.get((page.translation_key, page.locale.language_code))
            content = encoded(projection.content)
            digest = fingerprint(projection, content)
            if before and before.visible and before.content_hash == digest:
                same.append(Shown(before, before, projection))
            else:
                row = self._row(projection, digest, before)
                written.append(Written(row, before, projection, content))
        if not must:  # what an editor did to the pages themselves is no matter of sizes
            tell_no_correction_of_sizes(written)
        save(written)
        have_html_made(each.row for each in written if not (each.before and each.before.visible))
        have_photos_made_ready(written)
        save_what_hangs_on([*written, *same])
        self._count([each.row for each in written], [each.before for each in written])
        return {(each.row.page, each.row.key) for each in written if each.has_moved}

    def _row(self, projection: Projection, digest: str, before: Publication | None) -> Publication:
        page, content = projection.page, projection.content
        return Publication(
            kind=content["type"],
            key=page.translation_key,
            locale=content["locale"],
            page=page.pk,
            version=(before.version if before else _version_told_before(page)) + 1,
            edition=self.edition.number + 1,
            visible=True,
            reason=_reason(content["url"], before),
            url=content["url"],
            published_at=published_at(page),
            updated_at=updated_at(page),
            event_from=projection.event_from,
            event_to=projection.event_to,
            expires_at=page.expire_at,
            content_hash=digest,
            changed_at=self.public.moment,
        )


def _links_to(pages: Iterable[tuple[int, Any]]) -> set[tuple[str, int]]:
    """By pk and translation key: as things that are shown, in every language of these texts."""
    pages = list(pages)
    texts = pages_with_keys({key for _page, key in pages})
    return {("page", page) for page in {*texts, *(page for page, _key in pages)}}


def project(states: Sequence[PageState], public: Publicity) -> list[Projection]:
    """What the public is to see of pages that are public."""
    by_kind: dict[Kind, list[int]] = defaultdict(list)
    for state in states:
        by_kind[state.kind].append(state.pk)
    return [
        projection
        for kind, pages in by_kind.items()
        for projection in TYPES[kind].projections(pages, public)
    ]


def project_what_can_be(states: Sequence[PageState], public: Publicity) -> Iterator[Projection]:
    """One that cannot be made is logged, and does not hold up the others."""
    try:
        with transaction.atomic():
            projections = project(states, public)
    except Exception:
        if len(states) == 1:
            logger.exception("Không dựng được bản công khai của trang %s", states[0].pk)
            return
        for state in states:
            yield from project_what_can_be([state], public)
    else:
        yield from projections


def fingerprint(projection: Projection, content: bytes) -> str:
    """The same as long as nothing changed that anybody outside can notice."""
    digest = hashlib.blake2b(content, digest_size=16)
    digest.update(repr(sorted(projection.facets)).encode())
    digest.update(repr((projection.event_from, projection.event_to)).encode())
    digest.update(str(projection.page.expire_at).encode())
    return digest.hexdigest()


def _reason(url: str, before: Publication | None) -> Reason:
    if before is None or not before.visible:
        return Reason.PUBLISHED
    return Reason.CORRECTED if before.url == url else Reason.MOVED


def _version_told_before(page: Any) -> int:
    """The number of the live revision: what the API told before there were publications."""
    source = page if page.live_revision_id or not page.alias_of_id else page.alias_of
    return source.live_revision_id or 0


def _leave_to_the_worker(states: Sequence[PageState]) -> None:
    for chunk in chunks(states):
        WaitingPage.objects.bulk_create(
            [WaitingPage(page=state.pk) for state in chunk], ignore_conflicts=True
        )
