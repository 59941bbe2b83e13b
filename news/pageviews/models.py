"""Totals of how often each text was read."""

import uuid

from django.db import models
from django.db.models import F


class ViewTotal(models.Model):
    """How often one text was read, by where it was read.

    Keyed by the text and not by a page: its translations share one count, and the count
    outlives the page. `legacy` is what an older system had counted when the text came in.
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

    class Meta:
        verbose_name = "tổng lượt xem"
        verbose_name_plural = "tổng lượt xem"
        indexes = [models.Index(fields=["-total"], name="view_total_most_read")]

    def __str__(self) -> str:
        return f"{self.article}: {self.total}"


def views_of(article: uuid.UUID) -> int:
    """How often the text with this translation key was read; 0 for one never counted."""
    total: int | None = (
        ViewTotal.objects.filter(article=article).values_list("total", flat=True).first()
    )
    return total or 0
