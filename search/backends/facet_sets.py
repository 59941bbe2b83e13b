"""The facets of documents as rows of the database: one set of them for all that have the same.

Thousands of articles are of one year, section and province. To count such sets and then add up
what they hold takes a fraction of counting the values of each document.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from django.db import transaction
from django.db.models import Exists, OuterRef

from search.models import FacetSet, FacetValue, IndexedDocument

from .words_table import STATEMENT_VARIABLES

Values = Sequence[tuple[str, str]]
LONGEST = 80  # letters of a value

_DOCUMENTS_WITH_IT = IndexedDocument.objects.filter(facet_set=OuterRef("pk"))


def sets_for(facets: Mapping[int, Iterable[tuple[str, str]]], using: str) -> dict[int, int]:
    """The number of the set for each number of a document, made where there is none.

    Inside a transaction, to whose end the sets stay locked: nobody forgets them meanwhile.
    """
    stored = {number: _stored(values) for number, values in facets.items()}
    digests = {number: _digest(values) for number, values in stored.items()}
    values_of = {digests[number]: values for number, values in stored.items()}
    FacetSet.objects.using(using).bulk_create(
        [FacetSet(digest=digest) for digest in sorted(values_of)],
        update_conflicts=True,
        update_fields=["digest"],  # which stays as it is: the row is only locked
        unique_fields=["digest"],
    )
    sets = FacetSet.objects.using(using).filter(digest__in=values_of)
    numbers = dict(sets.values_list("digest", "pk"))
    _write_values({numbers[digest]: values for digest, values in values_of.items()}, using)
    return {number: numbers[digest] for number, digest in digests.items()}


def forget_unused(using: str) -> None:
    """Delete the sets that no document has any more."""
    unused = FacetSet.objects.using(using).exclude(Exists(_DOCUMENTS_WITH_IT))
    while numbers := list(unused.values_list("pk", flat=True)[:STATEMENT_VARIABLES]):
        with transaction.atomic(using=using):
            some = unused.filter(pk__in=numbers).select_for_update().order_by("digest")
            locked = list(some.values_list("pk", flat=True))
            # Whoever held one of them may have given it to a document before letting go.
            unused.filter(pk__in=locked).delete()


def _write_values(wanted: Mapping[int, Values], using: str) -> None:
    """A set never changes: what has any values has them all."""
    values = FacetValue.objects.using(using)
    there = set(values.filter(facet_set__in=wanted).values_list("facet_set", flat=True).distinct())
    values.bulk_create(
        FacetValue(facet_set_id=number, name=name, value=value)
        for number, each in wanted.items()
        if number not in there
        for name, value in each
    )


def _digest(values: Values) -> str:
    return sha256(repr(values).encode()).hexdigest()


def _stored(values: Iterable[tuple[str, str]]) -> Values:
    return sorted({(name, value[:LONGEST]) for name, value in values})
