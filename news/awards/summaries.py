"""What the register adds up to, group by group."""

from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, Q, Sum

from .models import AwardGrant
from .models.grants import AwardGrantQuerySet

Grouping = Literal["year", "title", "level", "recipient_kind", "organisation", "province"]

FIELDS: dict[Grouping, str] = {
    "year": "year",
    "title": "title",
    "level": "title__level",
    "recipient_kind": "recipient_kind",
    "organisation": "organisation",
    "province": "province_pk",
}


@dataclass(frozen=True)
class Counts:
    """Revoked grants are counted apart, and nowhere else."""

    grants: int = 0
    quantity: int = 0  # recipients: an unnamed group with its number
    revoked: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.grants + other.grants,
            self.quantity + other.quantity,
            self.revoked + other.revoked,
        )


def counts_by(group: Grouping, grants: AwardGrantQuerySet) -> dict[int | str | None, Counts]:
    """Of public grants, by year, code or primary key; None where that is not known.

    Merit of several years counts in the first of them: in each, the years would add up to too many.
    """
    field = FIELDS[group]
    if group == "province":
        grants = grants.with_province()
    confirmed = Q(status=AwardGrant.Status.CONFIRMED)
    revoked = Q(status=AwardGrant.Status.REVOKED)
    rows = (
        grants.order_by()
        .values(field)
        .annotate(
            count=Count("pk", filter=confirmed),
            recipients=Sum("quantity", filter=confirmed, default=0),
            revoked=Count("pk", filter=revoked),
        )
    )
    return {row[field]: Counts(row["count"], row["recipients"], row["revoked"]) for row in rows}
