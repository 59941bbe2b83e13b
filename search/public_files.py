"""Photos and documents that anybody may see: those in no private collection."""

from django.db.models import Q
from wagtail.models import Collection, CollectionViewRestriction

from search.remembering import remembered


def private_collections() -> frozenset[int]:
    """The pks of those restricted themselves or below a restricted one."""
    return remembered("private collections", _private_collections)


def _private_collections() -> frozenset[int]:
    private = Q()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        private |= Q(path__startswith=path)
    if not private:
        return frozenset()
    return frozenset(Collection.objects.filter(private).values_list("pk", flat=True))
