"""Organisations: a tree with life spans, former names and successors."""

import datetime
import uuid
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from .aliases import AliasesField
from .periods import PeriodQuerySet, is_within, period_constraint
from .provinces import Province
from .slugs import unused_slug


def all_above(key: int, parents: Mapping[int, int | None]) -> set[int]:
    """The keys of what stands above a body; its own is among them where bodies stand in a circle, as the
    database may hold from before that was refused."""
    found: set[int] = set()
    above = parents.get(key)
    while above is not None and above not in found:
        found.add(above)
        above = parents.get(above)
    return found


class OrganisationQuerySet(PeriodQuerySet):
    first_day = "founded_on"
    last_day = "dissolved_on"


class Organisation(index.Indexed, ClusterableModel):
    """A body with its own name: ministry, department, office, council, committee, commune."""

    class Kind(models.TextChoices):
        MINISTRY = "ministry", "Bộ, cơ quan ngang bộ"
        COMMITTEE = "committee", "Ủy ban nhân dân"
        COUNCIL = "council", "Hội đồng"
        DEPARTMENT = "department", "Sở, ban, ngành"
        OFFICE = "office", "Văn phòng, phòng, ban trực thuộc"
        UNIT = "unit", "Đơn vị sự nghiệp"
        PARTY = "party", "Cơ quan Đảng"
        UNION = "union", "Mặt trận, đoàn thể"
        ENTERPRISE = "enterprise", "Doanh nghiệp, hợp tác xã"
        OTHER = "other", "Khác"

    class Level(models.TextChoices):
        CENTRAL = "central", "Trung ương"
        PROVINCE = "province", "Cấp tỉnh"
        COMMUNE = "commune", "Cấp xã"
        INTERNAL = "internal", "Trực thuộc một cơ quan"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("tên", max_length=200, help_text="Tên chính thức hiện nay.")
    name_en = models.CharField(
        "tên tiếng Anh", max_length=200, blank=True, help_text="Dùng trên các trang tiếng Anh."
    )
    short_name = models.CharField(
        "tên ngắn", max_length=80, blank=True, help_text="Dùng trong bảng và sơ đồ."
    )
    aliases = AliasesField(
        "cách viết khác",
        default=list,
        blank=True,
        help_text="Chữ viết tắt và cách viết thường gặp, mỗi dòng một cách viết, để tìm kiếm nhận ra.",
    )
    slug = models.SlugField(
        "đường dẫn", max_length=120, unique=True, blank=True, help_text="Để trống thì lấy theo tên."
    )
    kind = models.CharField(
        "loại",
        max_length=12,
        choices=Kind,
        default=Kind.OTHER,
        help_text="Xếp cơ quan vào nhóm trong danh bạ.",
    )
    level = models.CharField(
        "cấp",
        max_length=10,
        choices=Level,
        default=Level.PROVINCE,
        help_text="Cấp hành chính của cơ quan.",
    )
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="units",
        verbose_name="trực thuộc",
        help_text="Cơ quan cấp trên trực tiếp, để vẽ sơ đồ.",
    )
    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name="tỉnh, thành phố",
        help_text="Địa phương nơi cơ quan hoạt động.",
    )
    founded_on = models.DateField(
        "thành lập ngày", null=True, blank=True, help_text="Để trống nếu không rõ."
    )
    dissolved_on = models.DateField(
        "hoạt động đến hết ngày",
        null=True,
        blank=True,
        help_text="Ngày cuối còn hoạt động; để trống nếu vẫn đang hoạt động.",
    )
    phone = models.CharField(
        "điện thoại",
        max_length=40,
        blank=True,
        help_text="Hiện ở trang của cơ quan; ghi cả mã vùng.",
    )
    email = models.EmailField("thư điện tử", blank=True, help_text="Hiện ở trang của cơ quan.")
    address = models.CharField(
        "địa chỉ", max_length=200, blank=True, help_text="Hiện ở trang của cơ quan."
    )
    description = models.TextField(
        "chức năng, nhiệm vụ", blank=True, help_text="Vài câu, hiện ở trang của cơ quan."
    )
    sort_order = models.PositiveSmallIntegerField(
        "thứ tự", default=100, help_text="Số nhỏ đứng trước trong danh bạ."
    )

    objects = OrganisationQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("short_name"), FieldPanel("name_en")]),
        FieldPanel("aliases"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
        FieldRowPanel([FieldPanel("parent"), FieldPanel("province")]),
        FieldRowPanel([FieldPanel("founded_on"), FieldPanel("dissolved_on")]),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("email"), FieldPanel("address")], heading="Liên hệ"
        ),
        FieldPanel("description"),
        InlinePanel("former_names", label="Tên cũ", heading="Tên cũ"),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("sort_order")]),
    ]

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("name_en", boost=2),
        index.SearchField("short_name"),
        index.AutocompleteField("name"),
        index.AutocompleteField("name_en"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = "cơ quan"
        verbose_name_plural = "cơ quan"
        ordering = ["sort_order", "name"]
        constraints = [
            period_constraint("organisation_period_in_order", "founded_on", "dissolved_on"),
            models.CheckConstraint(
                name="organisation_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")),
                violation_error_message="Cơ quan không thể trực thuộc chính nó.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.pk and self.parent and self._stands_above(self.parent):
            raise ValidationError(
                {"parent": "Cơ quan không thể trực thuộc chính mình hay cơ quan cấp dưới của mình."}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = unused_slug(type(self), self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("people:organisation", args=[self.slug])

    def name_on(self, day: datetime.date) -> str:
        """The name it bore that day: a former one, or the present one.

        Asks nothing where the former names were fetched beforehand.
        """
        former = (name.name for name in self.former_names.all() if name.was_borne_on(day))
        return next(former, self.name)

    def exists_on(self, day: datetime.date) -> bool:
        return is_within(day, self.founded_on, self.dissolved_on)

    @property
    def is_dissolved(self) -> bool:
        return bool(self.dissolved_on and self.dissolved_on < datetime.date.today())

    def _stands_above(self, other: "Organisation") -> bool:
        """Or is it."""
        parents: dict[int, int | None] = dict(Organisation.objects.values_list("pk", "parent_id"))
        return self.pk == other.pk or self.pk in all_above(other.pk, parents)


class OrganisationName(models.Model):
    """A name an organisation bore before, or in another language."""

    organisation = ParentalKey(Organisation, related_name="former_names", verbose_name="cơ quan")
    name = models.CharField("tên", max_length=200)
    start = models.DateField("từ ngày", null=True, blank=True)
    end = models.DateField("đến hết ngày", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "tên cũ"
        verbose_name_plural = "tên cũ"
        ordering = ["start"]
        constraints = [period_constraint("organisation_name_period_in_order")]

    def __str__(self) -> str:
        return self.name

    def was_borne_on(self, day: datetime.date) -> bool:
        return is_within(day, self.start, self.end)


class OrganisationSuccession(models.Model):
    """What one organisation became: merged, split, renamed, dissolved into another."""

    class Kind(models.TextChoices):
        MERGED = "merged", "sáp nhập"
        SPLIT = "split", "chia, tách"
        RENAMED = "renamed", "đổi tên"
        TRANSFERRED = "transferred", "chuyển nhiệm vụ"

    predecessor = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="successions",
        verbose_name="trước",
        help_text="Cơ quan đã thôi hoạt động hoặc được chia, tách.",
    )
    successor = models.ForeignKey(
        Organisation,
        models.CASCADE,
        related_name="origins",
        verbose_name="sau",
        help_text="Cơ quan tiếp nhận chức năng, nhiệm vụ.",
    )
    on = models.DateField("từ ngày", help_text="Ngày việc chuyển tiếp có hiệu lực.")
    kind = models.CharField(
        "cách thay đổi",
        max_length=12,
        choices=Kind,
        default=Kind.MERGED,
        help_text="Sáp nhập, chia tách hay đổi tên.",
    )
    legal_act = models.CharField(
        "văn bản", max_length=120, blank=True, help_text="Số và tên văn bản quyết định việc này."
    )

    class Meta:
        verbose_name = "kế thừa cơ quan"
        verbose_name_plural = "kế thừa cơ quan"
        constraints = [
            models.UniqueConstraint(
                name="organisation_succession_once", fields=["predecessor", "successor"]
            ),
            models.CheckConstraint(
                name="organisation_does_not_succeed_itself",
                condition=~Q(predecessor=F("successor")),
                violation_error_message="Cơ quan trước và cơ quan sau phải khác nhau.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
