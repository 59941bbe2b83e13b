"""What grants rest on: the signed decisions, and the movements they crown."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.documents import get_document_model_string
from wagtail.search import index

from people.models import Organisation, Person

YEAR_RANGE = [MinValueValidator(1948), MaxValueValidator(2100)]


class EmulationMovement(models.Model):
    """An emulation movement (phong trào thi đua) of a year, with its theme and launcher."""

    name = models.CharField(
        "tên", max_length=200, help_text="Tên phong trào như trong văn bản phát động."
    )
    year = models.PositiveSmallIntegerField(
        "năm", validators=YEAR_RANGE, help_text="Năm phát động."
    )
    theme = models.CharField(
        "chủ đề",
        max_length=250,
        blank=True,
        help_text="Khẩu hiệu của phong trào, không cần dấu ngoặc.",
    )
    launched_by = models.CharField(
        "người, cơ quan phát động", max_length=150, blank=True, help_text="Cơ quan phát động."
    )
    launched_on = models.DateField(
        "phát động ngày", null=True, blank=True, help_text="Để trống nếu không rõ."
    )

    class Meta:
        verbose_name = "phong trào thi đua"
        verbose_name_plural = "phong trào thi đua"
        ordering = ["-year", "name"]
        constraints = [
            models.UniqueConstraint(name="movement_once_a_year", fields=["name", "year"])
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.year})"


class AwardDecision(index.Indexed, models.Model):
    """The signed act that gives (or takes back) awards. An old article may name none of it."""

    class Status(models.TextChoices):
        IN_FORCE = "in_force", "Còn hiệu lực"
        REVOKED = "revoked", "Đã hủy bỏ"

    number = models.CharField(
        "số quyết định", max_length=60, blank=True, help_text="Ví dụ: 214/QĐ-UBND."
    )
    decided_on = models.DateField(
        "ngày ký",
        null=True,
        blank=True,
        help_text="Ngày ghi trên quyết định, không phải ngày trao.",
    )
    subject = models.CharField(
        "trích yếu",
        max_length=300,
        blank=True,
        help_text="Như ghi trên văn bản: Về việc tặng Bằng khen …",
    )
    issuer = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="award_decisions",
        verbose_name="cơ quan ban hành",
        help_text="Cơ quan có tên trên quyết định.",
    )
    signer = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người ký",
        help_text="Chọn khi người ký đã có trong danh sách nhân sự.",
    )
    signer_text = models.CharField(
        "người ký như in trên văn bản",
        max_length=200,
        blank=True,
        help_text="Khi người ký chưa có trong danh sách: họ tên và chức vụ.",
    )
    law_basis = models.CharField(
        "căn cứ pháp lý",
        max_length=300,
        blank=True,
        help_text="Luật, nghị định mà quyết định căn cứ.",
    )
    document = models.ForeignKey(
        get_document_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="toàn văn",
        help_text="Tệp quyết định để bạn đọc tải về.",
    )
    status = models.CharField(
        "hiệu lực",
        max_length=10,
        choices=Status,
        default=Status.IN_FORCE,
        help_text="Quyết định đã hủy bỏ vẫn còn trong sổ, có ghi rõ.",
    )
    revoked_by = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="revokes",
        verbose_name="bị hủy bỏ bởi",
        help_text="Quyết định sau đã hủy bỏ quyết định này.",
    )

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("decided_on")]),
        FieldPanel("subject"),
        FieldPanel("issuer"),
        FieldRowPanel([FieldPanel("signer"), FieldPanel("signer_text")]),
        FieldPanel("law_basis"),
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("revoked_by")]),
    ]
    search_fields = [
        index.SearchField("number", boost=2),
        index.SearchField("subject"),
        index.AutocompleteField("number"),
        index.FilterField("decided_on"),
    ]

    class Meta:
        verbose_name = "quyết định khen thưởng"
        verbose_name_plural = "quyết định khen thưởng"
        ordering = [models.F("decided_on").desc(nulls_last=True), "number"]
        constraints = [
            models.UniqueConstraint(
                name="decision_number_once_a_day",
                fields=["number", "decided_on"],
                condition=~Q(number=""),
                violation_error_message="Quyết định số này, ký ngày này đã có trong danh sách.",
            ),
            models.CheckConstraint(
                name="decision_has_number_or_subject",
                condition=~Q(number="") | ~Q(subject=""),
                violation_error_message="Ghi số quyết định hoặc trích yếu.",
            ),
        ]

    def __str__(self) -> str:
        name = f"Quyết định {self.number}" if self.number else self.subject
        return f"{name} ngày {self.decided_on:%d/%m/%Y}" if self.decided_on else name

    @property
    def signed_by(self) -> str:
        """Whoever signed, as printed; empty when the source does not say."""
        return self.signer_text or (self.signer.name_with_honorific if self.signer else "")

    def search_words(self) -> str:
        """What a page that tells of it can be found by."""
        subject = self.subject if self.number else ""
        words = (str(self), subject, self.issuer, self.signer_text or self.signer)
        return "\n".join(str(each) for each in words if each)
