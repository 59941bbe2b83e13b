"""Things that pages show, and that the public may not see now."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page

from news.awards.models import AwardGrant
from news.models import Photo
from news.syndication.objects.publicity import Publicity

Thing = tuple[str, int]  # kind and pk


def hidden_of(things: Iterable[Thing], public: Publicity) -> set[Thing]:
    """Those of these that are hidden or gone: whatever shows them may show too much."""
    by_kind: dict[str, set[int]] = defaultdict(set)
    for kind, key in things:
        by_kind[kind].add(key)
    return {
        (kind, key)
        for kind, keys in by_kind.items()
        if kind in _SEEN
        for key in keys.difference(_SEEN[kind](keys, public).values_list("pk", flat=True))
    }


def _in_public_collections(files: QuerySet[Any], public: Publicity) -> QuerySet[Any]:
    return files.exclude(collection__in=public.private_collections)


_SEEN: Mapping[str, Callable[[set[int], Publicity], QuerySet[Any]]] = {
    "page": lambda keys, public: public.pages(Page.objects.filter(pk__in=keys)),
    "grant": lambda keys, public: AwardGrant.objects.public().filter(pk__in=keys),
    "collection": lambda keys, public: Collection.objects.filter(pk__in=keys).exclude(
        pk__in=public.private_collections
    ),
    "photo": lambda keys, public: _in_public_collections(Photo.objects.filter(pk__in=keys), public),
    "document": lambda keys, public: _in_public_collections(
        get_document_model().objects.filter(pk__in=keys), public
    ),
}
