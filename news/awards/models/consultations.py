"""Public consultation on proposed awards: who is proposed, until when, and how to object."""

import datetime
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from news.awards.working_days import working_days_after
from news.blocks import RICH_TEXT_FEATURES
from news.models import BasePage
from news.previews import PreviewedElsewhere

from .titles import AwardTitle, words_of_awards

WORKING_DAYS = 10
LATEST, LONGEST = datetime.date(2100, 12, 31), datetime.timedelta(days=365)


class Holiday(models.Model):
    """A weekday off by decision of the State, or a weekend day worked in its place."""

    day = models.DateField(
        "ngày",
        unique=True,
        help_text="Ngày không tính là ngày làm việc khi lấy ý kiến, hoặc ngày làm bù.",
    )
    name = models.CharField("tên", max_length=100, help_text="Ví dụ: Quốc khánh.")
    is_working = models.BooleanField(
        "làm việc bù", default=False, help_text="Đánh dấu với ngày nghỉ phải đi làm bù."
    )

    class Meta:
        verbose_name = "ngày nghỉ"
        verbose_name_plural = "ngày nghỉ"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name}"


def consultation_days(opens_on: datetime.date) -> list[datetime.date]:
    """The ten working days of the shortest consultation opened that day.

    Source: Nghị định 98/2023/NĐ-CP, Điều 46 khoản 2 (at least 10 working days on the portal
    before the council meets).
    """
    return list(islice(_working_days_after(opens_on), WORKING_DAYS))


def days_until(closes_on: datetime.date, opens_on: datetime.date) -> list[datetime.date]:
    """The working days of a consultation, which may last longer than it must."""
    return list(takewhile(lambda day: day <= closes_on, _working_days_after(opens_on)))


def _working_days_after(opens_on: datetime.date) -> Iterator[datetime.date]:
    holidays = dict(Holiday.objects.filter(day__gt=opens_on).values_list("day", "is_working"))
    off = {day for day, works in holidays.items() if not works}
    extra = {day for day, works in holidays.items() if works}
    return working_days_after(opens_on, off, extra)


class ConsultationPage(PreviewedElsewhere, BasePage):
    """Proposed recipients of high awards, shown for comment before the council decides."""

    lead = models.TextField(
        "sapo",
        blank=True,
        help_text="Một đến ba câu tóm tắt, hiện dưới tiêu đề và trong danh sách.",
    )
    legal_basis = models.TextField(
        "căn cứ",
        default="Nghị định 98/2023/NĐ-CP, Điều 46 khoản 2",
        blank=True,
        help_text="Văn bản quy định việc lấy ý kiến.",
    )
    opens_on = models.DateField(
        "nhận ý kiến từ ngày", help_text="Thời hạn tính từ ngày làm việc tiếp theo."
    )
    closes_on = models.DateField(
        "đến hết ngày",
        blank=True,
        help_text="Để trống: đủ 10 ngày làm việc sau ngày mở.",
    )
    comments_email = models.EmailField(
        "thư điện tử nhận ý kiến", blank=True, help_text="Hiện trên trang để người dân gửi."
    )
    comments_phone = models.CharField(
        "điện thoại nhận ý kiến",
        max_length=40,
        blank=True,
        help_text="Hiện trên trang để người dân gọi.",
    )
    comments_address = models.CharField(
        "nơi nhận ý kiến",
        max_length=250,
        blank=True,
        help_text="Đơn vị và địa chỉ nhận ý kiến bằng văn bản.",
    )
    how_to_comment = RichTextField(
        "cách gửi ý kiến",
        features=RICH_TEXT_FEATURES,
        blank=True,
        help_text="Ý kiến cần nêu những gì, có cần ghi họ tên, địa chỉ không.",
    )
    result = RichTextField(
        "kết quả lấy ý kiến",
        features=RICH_TEXT_FEATURES,
        blank=True,
        help_text="Điền sau khi hết hạn; trang giữ nguyên địa chỉ.",
    )
    published_at = models.DateTimeField(
        "ngày đăng hiển thị",
        null=True,
        blank=True,
        db_index=True,
        help_text="Để trống: lúc đăng lần đầu.",
    )

    template = "awards/consultation_page.html"
    page_description = "Lấy ý kiến công khai về danh sách đề nghị khen thưởng, 10 ngày làm việc."
    parent_page_types = ["awards.AwardsIndexPage"]
    subpage_types: list[str] = []
    content_panels = BasePage.content_panels + [
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
                FieldPanel("legal_basis"),
            ],
            heading="Thời hạn",
        ),
        InlinePanel("nominees", label="Đề nghị", heading="Danh sách đề nghị"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("comments_email"), FieldPanel("comments_phone")]),
                FieldPanel("comments_address"),
                FieldPanel("how_to_comment"),
            ],
            heading="Gửi ý kiến",
        ),
        FieldPanel("result"),
    ]
    settings_panels = [FieldPanel("published_at"), *BasePage.settings_panels]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.FilterField("published_at"),
        index.SearchField("nominee_words"),
    ]

    class Meta:
        verbose_name = "Lấy ý kiến khen thưởng"
        verbose_name_plural = "Lấy ý kiến khen thưởng"
        constraints = [
            models.CheckConstraint(
                name="consultation_closes_after_it_opens",
                condition=Q(closes_on__gte=F("opens_on")),
                violation_error_message="Ngày hết hạn không được trước ngày bắt đầu.",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if not self.opens_on:
            return
        if self.opens_on > LATEST:  # a slip, behind which there may be no calendar to count in
            raise ValidationError({"opens_on": f"Muộn nhất là {LATEST:%d/%m/%Y}."})
        self._fill_closing_day()
        shortest, longest = consultation_days(self.opens_on)[-1], self.opens_on + LONGEST
        if self.closes_on < shortest:
            raise ValidationError(
                {"closes_on": f"Phải đủ 10 ngày làm việc: sớm nhất là {shortest:%d/%m/%Y}."}
            )
        if self.closes_on > longest:
            raise ValidationError(
                {"closes_on": f"Không quá một năm: muộn nhất là {longest:%d/%m/%Y}."}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._fill_closing_day()
        if self.live and self.published_at is None:
            self.published_at = self.first_published_at
        super().save(*args, **kwargs)

    def _fill_closing_day(self) -> None:
        if self.opens_on and not self.closes_on:
            self.closes_on = consultation_days(self.opens_on)[-1]

    @classmethod
    def get_indexed_objects(cls) -> models.QuerySet:
        return super().get_indexed_objects().prefetch_related("nominees__title")

    def nominee_words(self) -> str:
        """Who is proposed for what, for the search."""
        return words_of_awards(self.nominees.all())

    def search_marks(self) -> list[datetime.date]:
        """The first and the last day for comments."""
        return [self.opens_on, self.closes_on]

    def is_open(self, today: datetime.date | None = None) -> bool:
        return self.opens_on <= (today or datetime.date.today()) <= self.closes_on

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["nominees"] = self.nominees.select_related("title")
        return context


class ConsultationNominee(Orderable):
    """One proposed recipient of one title."""

    page = ParentalKey(ConsultationPage, related_name="nominees", verbose_name="trang lấy ý kiến")
    title = models.ForeignKey(
        AwardTitle, models.PROTECT, related_name="+", verbose_name="danh hiệu, hình thức"
    )
    rank = models.CharField(
        "hạng", max_length=30, blank=True, help_text="Hạng Nhất, Nhì, Ba, nếu có."
    )
    recipient_name = models.CharField(
        "được đề nghị", max_length=250, help_text="Tên người, tập thể hoặc hộ gia đình."
    )
    recipient_note = models.CharField("chức vụ, đơn vị", max_length=250, blank=True)
    achievement = models.TextField("tóm tắt thành tích", blank=True)

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("rank")]),
        FieldRowPanel([FieldPanel("recipient_name"), FieldPanel("recipient_note")]),
        FieldPanel("achievement"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "đề nghị"
        verbose_name_plural = "đề nghị"

    def clean(self) -> None:
        super().clean()
        title = getattr(self, "title", None)
        if title:
            self.rank = title.rank_called(self.rank)
            if fault := title.fault_of_rank(self.rank):
                raise ValidationError({"rank": fault})

    def __str__(self) -> str:
        return self.recipient_name
