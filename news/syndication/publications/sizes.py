"""When the sizes of a photo are ready its articles are told again, but nobody has corrected them."""

import json
from collections.abc import Sequence
from typing import Any

from news.syndication.models import PublicationContent
from news.syndication.models.publications import Reason

from .saving import Written


def tell_no_correction_of_sizes(written: Sequence[Written]) -> None:
    """Where nothing but sizes is new, the reason stays what it was: mostly, that it was published."""
    corrected = {
        each.before.pk: each
        for each in written
        if each.before and each.row.reason == Reason.CORRECTED
    }
    if not corrected:
        return
    told = PublicationContent.objects.filter(publication__in=corrected)
    for publication, content in told.values_list("publication", "json"):
        each = corrected[publication]
        if each.before and _only_sizes_were_added(bytes(content), each.content):
            each.row.reason = each.before.reason


def _only_sizes_were_added(before: bytes, after: bytes) -> bool:
    (old, had), (new, has) = _apart(before), _apart(after)
    return (
        old == new
        and had != has
        and all(size in now for then, now in zip(had, has, strict=True) for size in then)
    )


def _apart(content: bytes) -> tuple[dict[str, Any], list[Any]]:
    """What is told apart from sizes, and those of each photo, in reading order."""
    sizes: list[Any] = []

    def take(part: dict[str, Any]) -> dict[str, Any]:
        if "renditions" in part:
            sizes.append(part.pop("renditions"))
        return part

    rest: dict[str, Any] = json.loads(content, object_hook=take)
    for name in ("version", "body_html"):  # the one counts, the other repeats the body
        rest.pop(name, None)
    return rest, sizes
