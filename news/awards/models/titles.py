"""Emulation titles and forms of commendation, as the law names them."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from wagtail.search import index

from people.models.periods import PeriodQuerySet, period_constraint
from search.vietnamese.normalise import fold, normalise


class AwardTitleQuerySet(PeriodQuerySet["AwardTitle"]):
    first_day = "valid_from"
    last_day = "valid_to"

    def called(self, words: str) -> "list[AwardTitle]":
        """The titles with that name or alias, whatever the case and the place of tone marks.

        Compared here and not in the database: SQLite neither lower-cases Đ nor looks into a
        list, and there are only fifty.
        """
        wanted = normalise(words)
        return [title for title in self if wanted in map(normalise, (title.name, *title.aliases))]


class AwardTitle(index.Indexed, models.Model):
    """One title (danh hiệu) or commendation (hình thức khen thưởng).

    Loaded from data/award_titles.json. Source: Luật Thi đua, khen thưởng 06/2022/QH15; each
    row names its article. Titles of the 2003 law stay, so that old grants can be recorded.
    """

    class Kind(models.TextChoices):
        TITLE = "title", "Danh hiệu thi đua"
        COMMENDATION = "commendation", "Hình thức khen thưởng"

    class Level(models.TextChoices):
        STATE = "state", "Nhà nước"
        GOVERNMENT = "government", "Chính phủ, Thủ tướng"
        NATIONAL = "national", "Toàn quốc"
        MINISTRY_PROVINCE = "ministry_province", "Bộ, ban, ngành, tỉnh"
        PROVINCE = "province", "Cấp tỉnh"
        DISTRICT_UNTIL_2025 = "district_until_2025", "Cấp huyện (đến 30/6/2025)"
        COMMUNE = "commune", "Cấp xã"
        GRASSROOTS = "grassroots", "Cơ sở"

    code = models.CharField("mã", max_length=20, unique=True)
    name = models.CharField("tên", max_length=150)
    name_en = models.CharField("tên tiếng Anh", max_length=150, blank=True)
    kind = models.CharField("loại", max_length=14, choices=Kind)
    group = models.CharField("nhóm", max_length=80)
    level = models.CharField("cấp", max_length=20, choices=Level)
    awarding_authority = models.TextField("thẩm quyền")
    recipients = models.JSONField("đối tượng", default=list)
    ranks = models.JSONField("hạng", default=list, blank=True)
    law_article = models.CharField("căn cứ", max_length=150)
    valid_from = models.DateField("có từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    aliases = models.JSONField("cách viết khác", default=list, blank=True)
    bonus_multiple = models.DecimalField(
        "mức thưởng (lần lương cơ sở)", max_digits=4, decimal_places=1, null=True, blank=True
    )
    needs_prior = models.JSONField("cần danh hiệu trước", default=dict, blank=True)
    named_instances = models.JSONField("tên gọi riêng", default=list, blank=True)
    public_consultation = models.BooleanField("phải lấy ý kiến công khai", default=False)
    armed_forces = models.BooleanField("thuộc lực lượng vũ trang", default=False)
    successor = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="danh hiệu thay thế",
    )
    rank_order = models.PositiveSmallIntegerField("thứ bậc")
    checks = models.JSONField("mức đã kiểm", default=dict, blank=True)

    objects = AwardTitleQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("name_en", boost=2),
        index.AutocompleteField("name"),
        index.AutocompleteField("name_en"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = "danh hiệu, hình thức khen thưởng"
        verbose_name_plural = "danh hiệu, hình thức khen thưởng"
        ordering = ["rank_order"]
        constraints = [period_constraint("award_title_period_in_order", "valid_from", "valid_to")]

    def __str__(self) -> str:
        return self.name

    def rank_called(self, written: str) -> str:
        """As the law names it, for “nhất”, “Hạng Nhất”, “hạng 1” and “hang I” too; else as it was written."""
        for place, rank in enumerate(self.ranks, 1):
            if _bare(written) in (_bare(rank), str(place), "i" * place):
                return str(rank)
        return written

    def fault_of_rank(self, rank: str) -> str:
        if not self.ranks or rank in self.ranks:
            return ""
        says = "chỉ có" if rank else "cần ghi hạng:"
        return f"{self} {says} {', '.join(self.ranks)}."


def _bare(rank: str) -> str:
    return fold(rank).removeprefix("hang").strip()


def words_of_awards(given: Iterable[Any]) -> str:
    """Each title and who received it, or is to, then titles' English names; for the search."""
    rows = list(given)
    words = [f"{row.title.name} {row.recipient_name}" for row in rows]
    words += [row.title.name_en for row in rows]
    return "\n".join(filter(None, dict.fromkeys(words)))
