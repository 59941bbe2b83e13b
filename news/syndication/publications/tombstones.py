"""What is told of a publication that is public no more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from news.models import ArticlePage
from news.syndication.models import Edition, Publication, PublicationDependency
from news.syndication.models.publications import Reason
from news.syndication.objects.publicity import Publicity

from .pages import PageState, chunks, page_behind


@dataclass(frozen=True)
class Tombstone:
    reason: str
    note: str = ""
    replaced_by: str = ""
    replacement: int | None = None  # the page at that address, or one that is not public itself

    def stands_on(self, row: Publication) -> bool:
        told = (row.reason, row.note, row.replaced_by)
        return not row.visible and told == (self.reason, self.note, self.replaced_by)


def take_down(
    rows: Iterable[Publication],
    states: Mapping[int, PageState],
    public: Publicity,
    edition: Edition,
) -> list[Publication]:
    """Make these rows tombstones, all in a few statements; returns those that were not before."""
    rows = list(rows)
    tombstones = _tombstones(rows, states, public)
    _depend_on_replacements(tombstones)
    groups: dict[Tombstone, list[Publication]] = defaultdict(list)
    for row in _outdated(rows, tombstones):
        groups[tombstones[row.pk]].append(row)
    for tombstone, group in groups.items():
        for chunk in chunks(group):
            Publication.objects.filter(pk__in=[row.pk for row in chunk]).update(
                visible=False,
                reason=tombstone.reason,
                note=tombstone.note,
                replaced_by=tombstone.replaced_by,
                version=F("version") + 1,
                edition=edition.number + 1,
                changed_at=public.moment,
            )
    return [row for group in groups.values() for row in group]


def outdated_tombstones(
    rows: Iterable[Publication], states: Mapping[int, PageState], public: Publicity
) -> list[Publication]:
    """Rows of pages that are not public, where something else is told than should be."""
    hidden = []
    for row in rows:
        page = page_behind(row, states)
        if not (page and page.is_public(public)):
            hidden.append(row)
    return list(_outdated(hidden, _tombstones(hidden, states, public)))


def _outdated(
    rows: Iterable[Publication], tombstones: Mapping[int, Tombstone]
) -> Iterator[Publication]:
    for row in rows:
        if row.pk in tombstones and not tombstones[row.pk].stands_on(row):
            yield row


def _depend_on_replacements(tombstones: Mapping[int, Tombstone]) -> None:
    """The page itself may name none: the editor's reason may stand in a draft only."""
    replaced = {pk: each.replacement for pk, each in tombstones.items() if each.replacement}
    PublicationDependency.objects.bulk_create(
        [
            PublicationDependency(publication_id=row, kind="page", key=replacement)
            for row, replacement in replaced.items()
        ],
        ignore_conflicts=True,
    )


def _tombstones(
    rows: list[Publication], states: Mapping[int, PageState], public: Publicity
) -> dict[int, Tombstone]:
    """By the pk of the row. Of a page that is gone, whatever was told before still holds."""
    chosen = _chosen_by_editors([row.page for row in rows if row.page in states], public)
    found = {}
    for row in rows:
        state = page_behind(row, states)
        if state is None and row.visible:
            found[row.pk] = Tombstone(Reason.GONE)
        elif state is not None and state.live and public.is_private(state.path):
            found[row.pk] = Tombstone(Reason.PRIVATE)
        elif state is not None:
            found[row.pk] = chosen.get(row.page, Tombstone(Reason.WITHDRAWN))
    return found


# On the page's row, and in its newest draft: an editor fills them in, saves, and takes it down.
_ON_ROW = ("removal_reason", "removal_note", "replaced_by")
_IN_DRAFT = tuple(f"latest_revision__content__{name}" for name in _ON_ROW)


def _chosen_by_editors(pages: list[int], public: Publicity) -> dict[int, Tombstone]:
    rows = [
        (pk, *(in_draft if in_draft[0] else on_row))
        for chunk in chunks(pages)
        for pk, on_row, in_draft in _chosen(chunk)
    ]
    addresses = public.addresses(replacing for *_, replacing in rows if replacing)
    return {
        pk: Tombstone(reason, note or "", addresses.get(replacing, ""), replacing)
        for pk, reason, note, replacing in rows
        if reason
    }


def _chosen(pages: list[int]) -> Iterator[tuple[int, tuple[Any, ...], tuple[Any, ...]]]:
    articles = ArticlePage.objects.filter(pk__in=pages)
    for pk, *values in articles.values_list("pk", *_ON_ROW, *_IN_DRAFT):
        yield pk, tuple(values[:3]), tuple(values[3:])
