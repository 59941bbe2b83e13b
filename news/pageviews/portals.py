"""What portals say was read with them: a number for each text and day, in place of the one before."""

import datetime
import uuid
from collections.abc import Mapping

from django.db import transaction
from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from .models import MOST, ViewDay, ViewTotal, make_totals

PREFIX = "portal-"


def channel_of(portal: int) -> str:
    return f"{PREFIX}{portal}"


def take_report(portal: int, day: datetime.date, views: Mapping[uuid.UUID, int]) -> None:
    """Repeat-safe: the last number a portal gave for a text and a day is the one that holds."""
    channel = channel_of(portal)
    with transaction.atomic():
        make_totals(views)
        totals = ViewTotal.objects.filter(article__in=views)
        totals.hold()
        ViewDay.objects.bulk_create(
            [
                ViewDay(article=article, day=day, channel=channel, views=number)
                for article, number in views.items()
            ],
            update_conflicts=True,
            unique_fields=["article", "day", "channel"],
            update_fields=["views"],
        )
        told = ViewDay.objects.filter(article=OuterRef("article"), channel__startswith=PREFIX)
        sums = told.order_by().values("article").annotate(sum=Sum("views")).values("sum")
        totals.update(portals=Least(Coalesce(Subquery(sums), 0), MOST))
        totals.settle_periods(timezone.localdate())
