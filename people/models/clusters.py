"""Emulation clusters (cụm thi đua): organisations with a head and deputies for each year."""

import uuid
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.documents import get_document_model_string
from wagtail.search import index

from people.panels import MembersPanel, OncePanel

from .aliases import AliasesField
from .organisations import Organisation
from .periods import PeriodQuerySet, period_constraint
from .provinces import Province
from .slugs import unused_slug


class Cluster(index.Indexed, ClusterableModel):
    """Organisations that compete and are assessed together."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(
        "tên", max_length=200, help_text="Tên chính thức của cụm hoặc khối thi đua."
    )
    name_en = models.CharField(
        "tên tiếng Anh", max_length=200, blank=True, help_text="Dùng trên các trang tiếng Anh."
    )
    slug = models.SlugField(
        "đường dẫn", max_length=120, unique=True, blank=True, help_text="Để trống thì lấy theo tên."
    )
    aliases = AliasesField(
        "cách viết khác",
        default=list,
        blank=True,
        help_text="Các cách viết thường gặp, mỗi dòng một cách viết, để tìm kiếm nhận ra.",
    )
    description = models.TextField(
        "giới thiệu", blank=True, help_text="Vài câu, hiện ở trang của cụm."
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("name_en"),
        FieldPanel("aliases"),
        FieldPanel("description"),
        MembersPanel("memberships", label="Thành viên", heading="Thành viên"),
        OncePanel("years", label="Năm", heading="Cụm trưởng, cụm phó theo năm"),
        FieldPanel("slug"),
    ]

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("name_en", boost=2),
        index.AutocompleteField("name"),
        index.AutocompleteField("name_en"),
    ]

    class Meta:
        verbose_name = "cụm thi đua"
        verbose_name_plural = "cụm thi đua"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = unused_slug(type(self), self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("people:cluster", args=[self.slug])


class ClusterMembership(models.Model):
    """One organisation in a cluster, from a day to a day."""

    cluster = ParentalKey(Cluster, related_name="memberships", verbose_name="cụm")
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="cluster_memberships",
        verbose_name="cơ quan",
    )
    start = models.DateField("từ ngày", null=True, blank=True)
    end = models.DateField("đến hết ngày", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "thành viên cụm"
        verbose_name_plural = "thành viên cụm"
        ordering = ["organisation__sort_order", "organisation__name"]
        constraints = [
            period_constraint("cluster_membership_period_in_order"),
            models.UniqueConstraint(
                name="cluster_member_once_at_a_time",
                fields=["cluster", "organisation"],
                condition=models.Q(end__isnull=True),
                violation_error_message="Cơ quan này đang là thành viên của cụm.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} – {self.cluster}"


class ClusterYear(ClusterableModel):
    """Who leads a cluster in one year, and the pledge its members signed."""

    cluster = ParentalKey(Cluster, related_name="years", verbose_name="cụm")
    year = models.PositiveSmallIntegerField(
        "năm", validators=[MinValueValidator(1948), MaxValueValidator(2100)]
    )
    head = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="clusters_headed",
        verbose_name="cụm trưởng",
    )
    deputies = ParentalManyToManyField(
        Organisation, blank=True, related_name="clusters_deputised", verbose_name="cụm phó"
    )
    host = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tỉnh đăng cai",
    )
    pledge_signed_on = models.DateField("ký giao ước ngày", null=True, blank=True)
    pledge = models.ForeignKey(
        get_document_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="bản giao ước",
    )

    panels = [
        FieldRowPanel([FieldPanel("year"), FieldPanel("host")]),
        FieldPanel("head"),
        FieldPanel("deputies"),
        FieldRowPanel([FieldPanel("pledge_signed_on"), FieldPanel("pledge")]),
    ]

    class Meta:
        verbose_name = "năm của cụm"
        verbose_name_plural = "năm của cụm"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(name="cluster_year_once", fields=["cluster", "year"])
        ]

    def __str__(self) -> str:
        return f"{self.cluster}, năm {self.year}"
