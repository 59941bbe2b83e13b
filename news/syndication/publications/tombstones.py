"""What is told of a publication that is public no more."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import F
from wagtail.models import Revision

from news.models import ArticlePage
from news.syndication.models import (
    Edition,
    Publication,
    PublicationContent,
    PublicationDependency,
    PublicationHtml,
)
from news.syndication.models.publications import Reason
from news.syndication.objects.publicity import Publicity

from .changing import Choice
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
    chosen: Mapping[int, Choice],
) -> list[Publication]:
    """Make these rows tombstones, all in a few statements; returns those that were not before.

    `chosen` is what editors want to be told of pages that are deleted by now.
    """
    rows = list(rows)
    tombstones = _tombstones(rows, states, public, chosen)
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
                replacement=tombstone.replacement,
                version=F("version") + 1,
                edition=edition.number + 1,
                changed_at=public.moment,
            )
            # What was taken down may have to be gone for good, and nobody is shown it again.
            PublicationContent.objects.filter(publication__in=chunk).delete()
            PublicationHtml.objects.filter(publication__in=chunk).delete()
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
    return list(_outdated(hidden, _tombstones(hidden, states, public, {})))


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
    rows: list[Publication],
    states: Mapping[int, PageState],
    public: Publicity,
    chosen_before: Mapping[int, Choice],
) -> dict[int, Tombstone]:
    """By the pk of the row. Of a page that is gone, what was told before still holds, but for the
    address of what took its place."""
    choices = {**_chosen([row.page for row in rows if row.page in states]), **chosen_before}
    choices |= {
        row.page: _told(row)
        for row in rows
        if row.replacement and not row.visible and page_behind(row, states) is None
    }
    chosen = _with_addresses(choices, public)
    found = {}
    for row in rows:
        state = page_behind(row, states)
        if state is None and row.visible:
            found[row.pk] = chosen.get(row.page, Tombstone(Reason.GONE))
        elif state is None and row.replacement:
            found[row.pk] = chosen[row.page]
        elif state is not None and state.live and public.is_private(state.path):
            found[row.pk] = Tombstone(Reason.PRIVATE)
        elif state is not None:
            found[row.pk] = chosen.get(row.page, Tombstone(Reason.WITHDRAWN))
    return found


# On the page's row, and in a draft saved since that was published, which counts: an editor fills them
# in, or clears them, saves, and takes the page down.
_ON_ROW = ("removal_reason", "removal_note", "replaced_by")
_IN_DRAFT = tuple(f"latest_revision__content__{name}" for name in _ON_ROW)


def chosen_of(page: ArticlePage) -> Choice | None:
    """What the page's editors chose to be told when it goes: in the draft, if there is a newer one."""
    if page.has_unpublished_changes:
        return _chosen([page.pk]).get(page.pk)
    reason, note, replacement = page.removal_reason, page.removal_note, page.replaced_by_id
    return (reason, note, replacement) if reason else None


def forget_choice(page: ArticlePage, published: Revision) -> None:
    """A page that is published again after it was down: why it went then is no reason when it goes the
    next time. What is published anew while it is public keeps it, and readers see the notice."""
    chosen = (page.removal_reason, page.removal_note, page.replaced_by_id)
    if not any(chosen) or not page.live:
        return
    if not Publication.objects.filter(page=page.pk, visible=False).exists():
        return
    nothing = {"removal_reason": "", "removal_note": "", "replaced_by": None}
    ArticlePage.objects.filter(pk=page.pk).update(**nothing)
    for name, value in nothing.items():
        setattr(page, name, value)
    newest = page.latest_revision
    for revision in {published, newest} - {None}:
        revision.content |= nothing
        revision.save(update_fields=["content"])


def _chosen(pages: list[int]) -> dict[int, Choice]:
    found = {}
    for chunk in chunks(pages):
        articles = ArticlePage.objects.filter(pk__in=chunk)
        for pk, published, drafted, *values in articles.values_list(
            "pk", "last_published_at", "latest_revision_created_at", *_ON_ROW, *_IN_DRAFT
        ):
            is_newer = drafted and published and drafted > published
            reason, note, replacement = values[3:] if is_newer else values[:3]
            if reason:
                found[pk] = (reason, note or "", replacement)
    return found


def _told(row: Publication) -> Choice:
    return row.reason, row.note, row.replacement


def _with_addresses(choices: Mapping[int, Choice], public: Publicity) -> dict[int, Tombstone]:
    """The page that takes another's place is named as long as it is public itself."""
    replacements = (replacement for _reason, _note, replacement in choices.values() if replacement)
    addresses = public.addresses(replacements)
    return {
        page: Tombstone(reason, note, addresses.get(replacement or 0, ""), replacement)
        for page, (reason, note, replacement) in choices.items()
    }
