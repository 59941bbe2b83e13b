"""The rows of publications as they are saved, many in a few statements."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from news.queue import enqueue_with_commit
from news.syndication.models import (
    Publication,
    PublicationContent,
    PublicationDependency,
    PublicationFacet,
)

from .kinds import Projection

TOLD = [
    "kind", "page", "version", "edition", "visible", "reason", "note", "url", "replaced_by",
    "replacement",    "published_at", "updated_at", "event_from", "event_to", "expires_at", "content_hash",
    "changed_at",
]  # fmt: skip


@dataclass(frozen=True)
class Written:
    row: Publication
    before: Publication | None
    projection: Projection
    content: bytes

    @property
    def has_moved(self) -> bool:
        before = self.before
        return before is None or not before.visible or before.url != self.row.url


def save(written: Sequence[Written]) -> None:
    if not written:
        return
    Publication.objects.bulk_create(
        [each.row for each in written],
        update_conflicts=True,
        unique_fields=["key", "locale"],
        update_fields=TOLD,
    )
    PublicationContent.objects.bulk_create(
        [
            PublicationContent(
                publication=each.row,
                json=each.content.replace(b'"version":0', b'"version":%d' % each.row.version, 1),
            )
            for each in written
        ],
        update_conflicts=True,
        unique_fields=["publication"],
        update_fields=["json"],
    )
    _save_facets(written)


def have_photos_made_ready(written: Sequence[Written]) -> None:
    """In the background, and only once the worker can see what was written."""
    from news.syndication.tasks import make_photos_ready  # it writes publications itself

    for each in written:
        if each.projection.unready_photos:
            enqueue_with_commit(make_photos_ready, sorted(each.projection.unready_photos))


def _save_facets(written: Sequence[Written]) -> None:
    """Only of those whose facets differ; most corrections leave them as they were."""
    known = [each.row.pk for each in written if each.before is not None]
    stored: dict[int, set[tuple[Any, ...]]] = defaultdict(set)
    rows = PublicationFacet.objects.filter(publication__in=known)
    for publication, *facet in rows.values_list(
        "publication", "name", "value", "locale", "published_at"
    ):
        stored[publication].add(tuple(facet))
    differing = {
        each.row: wanted for each in written if stored[each.row.pk] != (wanted := _facets(each))
    }
    outdated = [row.pk for row in differing if stored[row.pk]]
    PublicationFacet.objects.filter(publication__in=outdated).delete()
    PublicationFacet.objects.bulk_create(
        PublicationFacet(
            publication=row, name=name, value=value, locale=locale, published_at=published_at
        )
        for row, facets in differing.items()
        for name, value, locale, published_at in sorted(facets)
    )


def _facets(written: Written) -> set[tuple[Any, ...]]:
    """With the language and the date that are repeated beside each."""
    row = written.row
    return {
        (name, value, row.locale, row.published_at) for name, value in written.projection.facets
    }


def save_dependencies(shown: Sequence[tuple[Publication, Projection]], fresh: set[int]) -> None:
    """They change without anybody noticing, so they are compared for themselves."""
    known = [row.pk for row, _projection in shown if row.pk not in fresh]
    stored: dict[int, set[tuple[str, int]]] = defaultdict(set)
    rows = PublicationDependency.objects.filter(publication__in=known)
    for publication, kind, key in rows.values_list("publication", "kind", "key"):
        stored[publication].add((kind, key))
    differing = [
        (row, projection.dependencies)
        for row, projection in shown
        if stored[row.pk] != projection.dependencies
    ]
    outdated = [row.pk for row, _dependencies in differing if stored[row.pk]]
    PublicationDependency.objects.filter(publication__in=outdated).delete()
    PublicationDependency.objects.bulk_create(
        PublicationDependency(publication=row, kind=kind, key=key)
        for row, dependencies in differing
        for kind, key in sorted(dependencies)
    )
