"""How often each text was read: by day and place, in all, and up to where the logs are counted.

Keyed by the text and not by a page: its translations share one count, and the count outlives the
page.
"""

import datetime
import uuid
from collections.abc import Iterable

from django.db import models, transaction
from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

WEBSITE = "website"
# What one number may say at most: two of them and our own fit into the total.
MOST = 1_000_000_000
WEEK, MONTH = 7, 30  # days, today among them
SETTLED_TOGETHER = 500


class ViewDay(models.Model):
    """What was counted of one text on one day, by the clock of the site, on one channel."""

    article = models.UUIDField("bài")
    day = models.DateField("ngày")
    # "website", or "portal-" and the portal's number
    channel = models.CharField("nơi đọc", max_length=40, default=WEBSITE)
    views = models.PositiveIntegerField("lượt xem", default=0)
    robots = models.PositiveIntegerField("máy đọc", default=0)
    surplus = models.PositiveIntegerField("vượt mức từ một địa chỉ", default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "lượt xem một ngày"
        verbose_name_plural = "lượt xem theo ngày"
        constraints = [
            models.UniqueConstraint(name="view_day_once", fields=["article", "day", "channel"])
        ]
        indexes = [models.Index(fields=["day"], name="view_day_by_day")]

    def __str__(self) -> str:
        return f"{self.article}, {self.day:%d/%m/%Y}: {self.views}"


class ViewTotalQuerySet(models.QuerySet["ViewTotal"]):
    def hold(self) -> None:
        """Until the end of the transaction; in one order, so that two who hold several never wait for
        each other."""
        list(self.order_by("article").select_for_update())

    def settle_periods(self, today: datetime.date) -> int:
        """Write anew what was read in the last week and month; how many rows that was."""
        return self.update(
            last_week=_in_the_last(WEEK, today), last_month=_in_the_last(MONTH, today)
        )


class ViewTotal(models.Model):
    """How often one text was read, by where it was read.

    `legacy` is what an older system had counted when the text came in.
    """

    article = models.UUIDField("bài", primary_key=True)
    legacy = models.PositiveIntegerField("số cũ mang sang", default=0)
    website = models.PositiveIntegerField("trên trang này", default=0)
    portals = models.PositiveIntegerField("trên các cổng tỉnh", default=0)
    total = models.GeneratedField(
        expression=F("legacy") + F("website") + F("portals"),
        output_field=models.PositiveIntegerField(),
        db_persist=True,
        verbose_name="tổng",
    )
    last_week = models.PositiveIntegerField("trong 7 ngày", default=0)
    last_month = models.PositiveIntegerField("trong 30 ngày", default=0)

    objects = ViewTotalQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "tổng lượt xem"
        verbose_name_plural = "tổng lượt xem"
        indexes = [
            models.Index(fields=["-total"], name="view_total_most_read"),
            models.Index(fields=["-last_week"], name="view_total_of_the_week"),
            models.Index(fields=["-last_month"], name="view_total_of_the_month"),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.total}"


class CountedLog(models.Model):
    """Up to where a log is counted; written together with what was counted."""

    log = models.CharField(max_length=60, primary_key=True)
    day = models.DateField()
    position = models.PositiveBigIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "sổ đã cộng"
        verbose_name_plural = "sổ đã cộng"

    def __str__(self) -> str:
        return f"{self.log}: {self.position}"


def views_of(article: uuid.UUID) -> int:
    """How often the text with this translation key was read; 0 for one never counted."""
    total: int | None = (
        ViewTotal.objects.filter(article=article).values_list("total", flat=True).first()
    )
    return total or 0


def make_totals(articles: Iterable[uuid.UUID]) -> None:
    """Rows for those that have none."""
    ViewTotal.objects.bulk_create(
        [ViewTotal(article=each) for each in sorted(articles)], ignore_conflicts=True
    )


def settle_periods() -> None:
    """For the worker: a day that went by takes views out of the week and the month."""
    today = timezone.localdate()
    due = ViewTotal.objects.filter(last_month__gt=0).order_by("article")
    articles = list(due.values_list("article", flat=True))
    for start in range(0, len(articles), SETTLED_TOGETHER):
        some = ViewTotal.objects.filter(article__in=articles[start : start + SETTLED_TOGETHER])
        with transaction.atomic():
            some.hold()
            some.settle_periods(today)


def _in_the_last(days: int, today: datetime.date) -> Least:
    since = today - datetime.timedelta(days=days - 1)
    of_text: QuerySet[ViewDay] = ViewDay.objects.filter(
        article=OuterRef("article"), day__range=(since, today)
    )
    in_all = of_text.order_by().values("article").annotate(sum=Sum("views")).values("sum")
    return Least(Coalesce(Subquery(in_all), 0), MOST)
