"""The rows of publications as they are saved, many in a few statements."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Model

from news.queue import enqueue_with_commit
from news.syndication.models import (
    Publication,
    PublicationContent,
    PublicationDependency,
    PublicationFacet,
)
from news.syndication.statements import answers

from .kinds import Projection

Facets = dict[int, set[tuple[str, str]]]
Dependencies = dict[int, set[tuple[str, int]]]

TOLD = [
    "kind", "page", "version", "edition", "visible", "reason", "note", "url", "replaced_by",
    "replacement",    "published_at", "updated_at", "event_from", "event_to", "expires_at", "content_hash",
    "changed_at",
]  # fmt: skip


@dataclass(frozen=True)
class Shown:
    row: Publication
    before: Publication | None
    projection: Projection

    @property
    def is_listed_anew(self) -> bool:
        """Whether the date that is repeated beside its facets is another one."""
        return self.before is None or self.before.published_at != self.row.published_at


@dataclass(frozen=True)
class Written(Shown):
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


def have_photos_made_ready(written: Sequence[Written]) -> None:
    """In the background, and only once the worker can see what was written."""
    from news.syndication.tasks import make_photos_ready  # it writes publications itself

    for each in written:
        if each.projection.unready_photos:
            enqueue_with_commit(make_photos_ready, sorted(each.projection.unready_photos))


def save_what_hangs_on(shown: Sequence[Shown]) -> None:
    """Facets and dependencies, where they differ; most corrections leave them as they were.

    They are compared for themselves: dependencies change without anybody noticing.
    """
    facets, dependencies = _stored([each.row.pk for each in shown if each.before])
    listed = [
        each
        for each in shown
        if each.is_listed_anew or facets[each.row.pk] != each.projection.facets
    ]
    depending = [
        each for each in shown if dependencies[each.row.pk] != each.projection.dependencies
    ]
    _forget(PublicationFacet, [each.row.pk for each in listed if facets[each.row.pk]])
    PublicationFacet.objects.bulk_create(
        PublicationFacet(
            publication=each.row,
            name=name,
            value=value,
            locale=each.row.locale,
            published_at=each.row.published_at,
        )
        for each in listed
        for name, value in sorted(each.projection.facets)
    )
    _forget(PublicationDependency, [each.row.pk for each in depending if dependencies[each.row.pk]])
    PublicationDependency.objects.bulk_create(
        PublicationDependency(publication=each.row, kind=kind, key=key)
        for each in depending
        for kind, key in sorted(each.projection.dependencies)
    )


def _forget(model: type[Model], publications: list[int]) -> None:
    if publications:
        model._default_manager.filter(publication__in=publications).delete()


def _stored(publications: list[int]) -> tuple[Facets, Dependencies]:
    """By publication."""
    facets: Facets = defaultdict(set)
    dependencies: Dependencies = defaultdict(set)
    for publication, is_facet, name, value in answers(_HANGING, publications):
        if is_facet:
            facets[publication].add((name, value))
        else:
            dependencies[publication].add((name, int(value)))
    return facets, dependencies


_HANGING = """
    SELECT publication_id, 1, name, value FROM syndication_publicationfacet
    WHERE publication_id IN {keys}
    UNION ALL
    SELECT publication_id, 0, kind, CAST(key AS text) FROM syndication_publicationdependency
    WHERE publication_id IN {keys}
"""
