"""Which publications a portal takes, when it does not take all of them."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from news.syndication.models import Portal, Publication, PublicationFacet


@dataclass(frozen=True)
class Area:
    """In one of the sections, and in one of the provinces; None is no limit.

    Reads are open to anybody, so an area keeps no secret: it saves a portal from what it will not
    show. What leaves the area must still be taken down there. So the changes tell every row, those
    outside as not visible, for the reason `private`; and the area is part of the epoch: when it is
    drawn anew, the portal's place is no longer valid, and it starts again from the snapshot.
    """

    sections: frozenset[str] | None = None  # translation keys
    provinces: frozenset[str] | None = None  # keys

    @classmethod
    def of(cls, portal: Portal | None) -> "Area":
        if portal is None:
            return cls()
        sections = provinces = None
        if not portal.takes_all_sections:
            keys = portal.sections.values_list("translation_key", flat=True)
            sections = frozenset(map(str, keys))
        if not portal.takes_all_provinces:
            provinces = frozenset(portal.provinces.values_list("key", flat=True))
        return cls(sections, provinces)

    @property
    def is_whole(self) -> bool:
        return self.sections is None and self.provinces is None

    def narrow(self, publications: QuerySet[Publication]) -> QuerySet[Publication]:
        """Those inside, tombstones too: a row that went keeps the facets it had."""
        for name, values in self._limits():
            inside = PublicationFacet.objects.filter(
                publication=OuterRef("pk"), name=name, value__in=values
            )
            publications = publications.filter(Exists(inside))
        return publications

    def inside(self, rows: Sequence[Publication]) -> set[int]:
        """The pks of those rows that lie inside; one query, or none when the area is whole."""
        pks = [row.pk for row in rows]
        if self.is_whole:
            return set(pks)
        return set(self.narrow(Publication.objects.filter(pk__in=pks)).values_list("pk", flat=True))

    def epoch(self, epoch: uuid.UUID) -> uuid.UUID:
        """The edition's own for the whole; another one, always the same, for each narrower area."""
        if self.is_whole:
            return epoch
        return uuid.uuid5(epoch, repr([(name, sorted(values)) for name, values in self._limits()]))

    def _limits(self) -> Iterator[tuple[str, frozenset[str]]]:
        if self.sections is not None:
            yield "section", self.sections
        if self.provinces is not None:
            yield "province", self.provinces


WHOLE = Area()
