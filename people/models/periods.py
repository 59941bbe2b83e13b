"""Facts that hold from a day to a day."""

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q


class PeriodQuerySet(models.QuerySet):
    """For models with two date fields that bound a period; an empty one leaves it open.

    Both days are part of the period. Sub-classes name the fields.
    """

    first_day = "start"
    last_day = "end"

    def on(self, day: datetime.date) -> Self:
        """What held on that day."""
        first, last = self.first_day, self.last_day
        return self.filter(
            Q(**{f"{first}__isnull": True}) | Q(**{f"{first}__lte": day}),
            Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": day}),
        )


def is_within(day: datetime.date, first: datetime.date | None, last: datetime.date | None) -> bool:
    """The same of two days that are at hand."""
    return (first is None or first <= day) and (last is None or day <= last)


def period_constraint(name: str, first: str = "start", last: str = "end") -> models.CheckConstraint:
    """The database refuses a period that ends before it begins."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{first}__isnull": True})
        | Q(**{f"{last}__isnull": True})
        | Q(**{f"{last}__gte": F(first)}),
        violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
    )
