"""Provinces and cities under central authority: 63 until 2025-06-30, 34 from 2025-07-01."""

from django.db import models
from django.db.models import F, Q

from .periods import PeriodQuerySet, period_constraint


class ProvinceQuerySet(PeriodQuerySet):
    first_day = "valid_from"
    last_day = "valid_to"


class Province(models.Model):
    """One province in one of the two lists; a province kept in 2025 stands in both.

    Statistical codes changed owner in 2025 (15 was Yên Bái and is Lào Cai), so nothing is ever
    keyed by the code: `key` names list and province together.
    """

    class Kind(models.TextChoices):
        PROVINCE = "province", "Tỉnh"
        CITY = "city", "Thành phố trực thuộc trung ương"

    key = models.SlugField("khóa", max_length=40, unique=True)
    code = models.CharField("mã thống kê", max_length=2)
    name = models.CharField("tên", max_length=60)
    name_en = models.CharField("tên tiếng Anh", max_length=60)
    full_name = models.CharField("tên đầy đủ", max_length=80)
    kind = models.CharField("loại", max_length=10, choices=Kind)
    aliases = models.JSONField("cách viết khác", default=list, blank=True)
    region = models.CharField("vùng", max_length=60, blank=True)
    valid_from = models.DateField("có từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    successors = models.ManyToManyField(
        "self",
        through="ProvinceSuccession",
        symmetrical=False,
        related_name="predecessors",
        verbose_name="tỉnh kế thừa",
    )

    objects = ProvinceQuerySet.as_manager()

    class Meta:
        verbose_name = "tỉnh, thành phố"
        verbose_name_plural = "tỉnh, thành phố"
        ordering = ["name", "key"]
        constraints = [
            period_constraint("province_period_in_order", "valid_from", "valid_to"),
            models.UniqueConstraint(
                name="province_code_once_now",
                fields=["code"],
                condition=Q(valid_to__isnull=True),
            ),
            models.UniqueConstraint(
                name="province_code_once_in_an_ended_list", fields=["code", "valid_to"]
            ),
        ]

    def __str__(self) -> str:
        if not self.valid_to:
            return self.full_name
        return f"{self.full_name} (đến {self.valid_to:%d/%m/%Y})"


class ProvinceSuccession(models.Model):
    """What one province became, from which day, by which act."""

    class Kind(models.TextChoices):
        CONTINUED = "continued", "giữ nguyên"
        MERGED = "merged", "sáp nhập, giữ tên"
        MERGED_AWAY = "merged_away", "sáp nhập, hết tên"

    predecessor = models.ForeignKey(
        Province, models.CASCADE, related_name="successions", verbose_name="trước"
    )
    successor = models.ForeignKey(
        Province, models.CASCADE, related_name="origins", verbose_name="sau"
    )
    on = models.DateField("từ ngày")
    kind = models.CharField("cách thay đổi", max_length=12, choices=Kind)
    legal_act = models.CharField("văn bản", max_length=80, blank=True)

    class Meta:
        verbose_name = "kế thừa tỉnh"
        verbose_name_plural = "kế thừa tỉnh"
        constraints = [
            models.UniqueConstraint(
                name="province_succession_once", fields=["predecessor", "successor"]
            ),
            models.CheckConstraint(
                name="province_does_not_succeed_itself",
                condition=~Q(predecessor=F("successor")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor.name} → {self.successor.name}"
