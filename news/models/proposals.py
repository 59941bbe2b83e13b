"""What an import did, and what it proposes for an editor to accept or refuse."""

from typing import Self

from django.conf import settings
from django.db import models

from .articles import ArticlePage


class ImportRecord(models.Model):
    """One text that came in: where from, what became of it, and which lines were dropped.

    `external_id` is unique over all imports, so the same text never comes in twice.
    """

    external_id = models.CharField("mã ở hệ thống cũ", max_length=200, unique=True)
    digest = models.CharField("dấu vân tay nội dung", max_length=64)
    source = models.CharField("tệp nguồn", max_length=300)
    article = models.ForeignKey(
        ArticlePage,
        models.SET_NULL,
        null=True,
        related_name="import_records",
        verbose_name="tin bài",
    )
    dropped = models.JSONField(
        "dòng đã bỏ", default=list, help_text="Mỗi dòng: số dòng, chữ, lý do."
    )
    warnings = models.JSONField("điều cần xem lại", default=list)
    lines = models.JSONField(
        "nguồn",
        default=list,
        help_text="Mọi dòng của nguồn, mỗi dòng: số dòng, chữ; trống khi nhập nhiều bài một lúc.",
    )
    created_at = models.DateTimeField("nhập lúc", auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="người nhập",
    )

    class Meta:
        verbose_name = "lần nhập"
        verbose_name_plural = "lần nhập"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.source} ({self.external_id})"


class ProposalQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(state=Proposal.State.OPEN)


class Proposal(models.Model):
    """One thing an import read out of a text but was not sure enough to fill in.

    `words` is the passage it was read from, `payload` the data in the shape its kind asks for
    (news.importing.proposals documents each). Nothing becomes a fact before an editor says yes.
    """

    class Kind(models.TextChoices):
        CAPTION = "caption", "Chú thích ảnh"
        PERSON = "person", "Nhân sự và chức vụ"
        GRANT = "grant", "Lượt khen thưởng"
        CLUSTER_YEAR = "cluster_year", "Cụm trưởng, cụm phó"
        EVENT = "event", "Thời gian, địa điểm"
        BYLINE = "byline", "Tác giả"

    class State(models.TextChoices):
        OPEN = "open", "Chờ xem"
        ACCEPTED = "accepted", "Đã nhận"
        REFUSED = "refused", "Đã bỏ"

    article = models.ForeignKey(
        ArticlePage, models.CASCADE, related_name="proposals", verbose_name="tin bài"
    )
    kind = models.CharField("loại", max_length=12, choices=Kind)
    words = models.TextField("chữ trong bài")
    payload = models.JSONField("dữ liệu", default=dict)
    grant = models.OneToOneField(
        "awards.AwardGrant",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="proposal",
        verbose_name="lượt khen thưởng",
    )
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="người xem",
    )
    decided_at = models.DateTimeField("xem lúc", null=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "đề xuất từ bản nhập"
        verbose_name_plural = "đề xuất từ bản nhập"
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "article"], name="proposal_by_state")]
        constraints = [
            models.CheckConstraint(
                name="proposal_grant_only_for_grants",
                condition=models.Q(kind="grant") | models.Q(grant__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words[:60]}"
