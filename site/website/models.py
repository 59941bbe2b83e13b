"""The home page, plain pages, what the department says of itself, and what readers wrote to it."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Page, Site
from wagtail.search import index
from wagtail.url_routing import RouteResult

from news.article_at import article_at
from news.awards.models import AwardGrant, AwardsIndexPage, ConsultationPage
from news.fields import BodyField
from news.models import ArticlePage, BasePage, NewsIndexPage
from news.models.sections import list_at
from search.remembering import remembered
from website.front_page import award_year, most_read_lately, section_bands


class HomePage(BasePage):
    """The front page: newest news, awards, open consultation; filled by itself."""

    template = "website/home_page.html"
    page_description = "Trang chủ; tự lấy tin mới, khen thưởng và việc đang lấy ý kiến."
    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "Trang chủ"
        verbose_name_plural = "Trang chủ"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.publicly_visible().filter(locale=self.locale)
        newest = list(articles.for_cards()[:5])
        context["lead_article"] = newest[0] if newest else None
        context["newest_articles"] = newest[1:]
        context["section_bands"] = section_bands(self.locale, {page.pk for page in newest})
        context["most_read"] = most_read_lately(articles)
        context["newest_grants"] = AwardGrant.objects.confirmed().for_display().order_by("-pk")[:3]
        context["award_year"] = award_year()
        consultations = ConsultationPage.objects.publicly_visible().filter(locale=self.locale)
        context["open_consultation"] = next(
            (page for page in consultations.order_by("closes_on") if page.is_open()), None
        )
        context["news_index"] = self._index(NewsIndexPage)
        context["awards_index"] = self._index(AwardsIndexPage)
        return context

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Straight to a list or an article: Wagtail would read each page on the way."""
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        page: Page | None = list_at(url_path, self.locale_id)
        if page is None and len(path_components) > 1:
            page = article_at(request, url_path)
        return page.route(request, []) if page else super().route(request, path_components)

    @property
    def localized(self) -> Page:
        """In the reader's language; asked for before every page."""
        return remembered(
            f"home {self.pk} in {get_language()}", lambda: super(HomePage, self).localized
        )

    def _index(self, model: type[BasePage]) -> BasePage | None:
        """The page of that type in the language of this one."""
        return model.objects.publicly_visible().filter(locale=self.locale).first()


class StandardPage(BasePage):
    """A page of plain text: about us, contact, terms of use."""

    introduction = models.TextField(
        "giới thiệu", blank=True, help_text="Một hai câu, hiện dưới tiêu đề."
    )
    body = BodyField(
        verbose_name="nội dung",
        blank=True,
        help_text="Bấm dấu cộng để thêm đoạn văn, ảnh có chú thích, bảng, tệp đính kèm.",
    )

    template = "website/standard_page.html"
    page_description = "Trang chữ: giới thiệu, liên hệ, quy định."
    content_panels = BasePage.content_panels + [FieldPanel("introduction"), FieldPanel("body")]
    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = "Trang văn bản"
        verbose_name_plural = "Trang văn bản"


@register_setting(icon="home")
class SiteSettings(BaseSiteSetting):
    """Name, addresses and responsibilities, shown in the header and footer."""

    department_name = models.CharField(
        "tên cơ quan",
        max_length=120,
        default="Sở Nội vụ",
        help_text="Hiện ở đầu mọi trang và trong nguồn tin của API.",
    )
    province_line = models.CharField(
        "dòng thứ hai",
        max_length=120,
        blank=True,
        help_text="Hiện dưới tên cơ quan, ví dụ: Tỉnh Lam Giang.",
    )
    managing_authority = models.CharField(
        "cơ quan chủ quản",
        max_length=200,
        blank=True,
        help_text="Hiện ở chân trang, ví dụ: Ủy ban nhân dân tỉnh.",
    )
    address = models.CharField(
        "địa chỉ", max_length=250, blank=True, help_text="Hiện ở chân trang."
    )
    phone = models.CharField(
        "điện thoại", max_length=40, blank=True, help_text="Hiện ở chân trang; ghi cả mã vùng."
    )
    email = models.EmailField(
        "thư điện tử", blank=True, help_text="Hiện ở chân trang; góp ý của bạn đọc cũng gửi về đây."
    )
    content_lead = models.CharField(
        "chịu trách nhiệm nội dung",
        max_length=200,
        blank=True,
        help_text="Người chịu trách nhiệm chính về nội dung, hiện ở chân trang.",
    )
    licence_line = models.CharField(
        "giấy phép",
        max_length=250,
        blank=True,
        help_text="Số, ngày và nơi cấp giấy phép của trang, hiện ở chân trang.",
    )
    source_rule = models.CharField(
        "yêu cầu ghi nguồn",
        max_length=250,
        blank=True,
        help_text="Ví dụ: Ghi rõ nguồn “Sở Nội vụ …” khi dùng lại thông tin từ trang này.",
    )

    # Each stands on English pages in the place of its namesake; left empty, that is shown.
    department_name_en = models.CharField(
        "tên cơ quan (tiếng Anh)",
        max_length=120,
        blank=True,
        help_text="Ví dụ: Department of Home Affairs.",
    )
    province_line_en = models.CharField(
        "dòng thứ hai (tiếng Anh)",
        max_length=120,
        blank=True,
        help_text="Ví dụ: Lam Giang Province; tên đầy đủ nối bằng “of”.",
    )
    managing_authority_en = models.CharField(
        "cơ quan chủ quản (tiếng Anh)",
        max_length=200,
        blank=True,
        help_text="Ví dụ: People’s Committee of Lam Giang Province.",
    )
    address_en = models.CharField(
        "địa chỉ (tiếng Anh)",
        max_length=250,
        blank=True,
        help_text="Ví dụ: 18 Nguyen Du Street, … Viet Nam.",
    )
    content_lead_en = models.CharField(
        "chịu trách nhiệm nội dung (tiếng Anh)",
        max_length=200,
        blank=True,
        help_text="Ví dụ: Ms Đàm Thu Quyên, Deputy Director.",
    )
    licence_line_en = models.CharField(
        "giấy phép (tiếng Anh)",
        max_length=250,
        blank=True,
        help_text="Ví dụ: Licence No. 12/GP-TTĐT of 5 March 2026, issued by …",
    )
    source_rule_en = models.CharField(
        "yêu cầu ghi nguồn (tiếng Anh)",
        max_length=250,
        blank=True,
        help_text="Ví dụ: Please name “Department of Home Affairs of …” as the source.",
    )

    panels = [
        FieldRowPanel([FieldPanel("department_name"), FieldPanel("province_line")]),
        FieldPanel("managing_authority"),
        MultiFieldPanel(
            [FieldPanel("address"), FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])],
            heading="Liên hệ",
        ),
        FieldPanel("content_lead"),
        FieldPanel("licence_line"),
        FieldPanel("source_rule"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("department_name_en"), FieldPanel("province_line_en")]),
                FieldPanel("managing_authority_en"),
                FieldPanel("address_en"),
                FieldPanel("content_lead_en"),
                FieldPanel("licence_line_en"),
                FieldPanel("source_rule_en"),
            ],
            heading="Trên các trang tiếng Anh",
            help_text="Ô nào để trống thì trang tiếng Anh hiện chữ tiếng Việt của ô cùng tên ở trên.",
        ),
    ]

    class Meta:
        verbose_name = "Thông tin cơ quan"

    def __str__(self) -> str:
        return self.department_name

    @property
    def vietnamese_name(self) -> str:
        """Sở Nội vụ tỉnh Lam Giang: both lines of the header in one."""
        line = self.province_line
        return f"{self.department_name} {line[:1].lower()}{line[1:]}".strip()

    @property
    def english_name(self) -> str:
        """Department of Home Affairs of Lam Giang Province; "" where nobody wrote one down."""
        lines = (self.department_name_en, self.province_line_en)
        return " of ".join(filter(None, lines)) if self.department_name_en else ""

    @classmethod
    def for_request(cls, request: HttpRequest) -> "SiteSettings":
        """Of the site asked; the same object for many requests, so it knows none of them."""
        site = Site.find_for_request(request)
        return remembered(f"settings of site {site and site.pk}", lambda: cls.for_site(site))


class Feedback(models.Model):
    """What a reader wrote to us by the form on the site; nothing else of the reader is kept."""

    class Kind(models.TextChoices):
        MISTAKE = "mistake", "Sai sót trong tin bài"
        BROKEN = "broken", "Trang hỏng, không mở được"
        ACCESS = "access", "Khó đọc, khó dùng trang"
        QUESTION = "question", "Câu hỏi, kiến nghị"

    class State(models.TextChoices):
        NEW = "new", "Mới nhận"
        ANSWERED = "answered", "Đã trả lời"
        CLOSED = "closed", "Đã xem, không cần trả lời"

    received_at = models.DateTimeField("nhận lúc", auto_now_add=True, db_index=True)
    kind = models.CharField("về việc", max_length=10, choices=Kind, default=Kind.QUESTION)
    message = models.TextField("nội dung")
    about = models.CharField("ở trang", max_length=500, blank=True)
    name = models.CharField("họ tên", max_length=100, blank=True)
    contact = models.CharField("liên hệ lại", max_length=150, blank=True)
    state = models.CharField("tình trạng", max_length=10, choices=State, default=State.NEW)
    note = models.TextField("ghi chú nội bộ", blank=True)

    panels = [
        FieldPanel("message", read_only=True),
        FieldRowPanel([FieldPanel("kind", read_only=True), FieldPanel("about", read_only=True)]),
        FieldRowPanel([FieldPanel("name", read_only=True), FieldPanel("contact", read_only=True)]),
        FieldPanel(
            "state",
            help_text="Trả lời bạn đọc bằng thư hay điện thoại trước, rồi đổi tình trạng ở đây.",
        ),
        FieldPanel("note", help_text="Đã trả lời gì, ai trả lời; bạn đọc không thấy."),
    ]

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "góp ý"
        verbose_name_plural = "góp ý"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """What the reader is told, and may name on the telephone."""
        return f"GY-{timezone.localtime(self.received_at):%Y}-{self.pk:04d}"

    number.fget.short_description = "Số tra cứu"  # type: ignore[attr-defined]  # above it in lists
