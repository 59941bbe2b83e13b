"""The article, and the rows that belong to one article."""

import datetime
from functools import cached_property
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Length, Substr
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, Page, PageManager, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from news.fields import BodyField
from news.photo_blocks import photos_in
from news.previews import PreviewedElsewhere
from news.uploads.widgets import PickFromMany
from people.models import Cluster, Organisation, Person, Province
from people.panels import OncePanel
from search.remembering import remembered

from .base import BasePage, PublicPageQuerySet
from .photos import PhotoUse
from .sections import SectionPage, Topic, main_section

PHOTOS_OF_A_STORY = 4
WORDS_A_MINUTE = 220  # of Vietnamese, which counts syllables


class PartOfDay(models.TextChoices):
    MORNING = "morning", "Sáng"
    NOON = "noon", "Trưa"
    AFTERNOON = "afternoon", "Chiều"
    EVENING = "evening", "Tối"


class RemovalReason(models.TextChoices):
    """Why a text is no longer public; the feed tells portals the same words."""

    WITHDRAWN = "withdrawn", "Rút lại, vẫn giữ trang thông báo"
    REDIRECTED = "redirected", "Chuyển sang địa chỉ khác"
    GONE = "gone", "Gỡ hẳn"
    SUPERSEDED = "superseded", "Đã có bản thay thế"
    PRIVATE = "private", "Chuyển thành nội bộ"


class ArticleQuerySet(PublicPageQuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def in_section(self, section: SectionPage) -> Self:
        """Below the section, or of its language and naming it as another section.

        A translated article names the section its original names, hence the translation key.
        """
        naming = ArticlePage.other_sections.through.objects.filter(
            sectionpage__translation_key=section.translation_key
        )
        named = Q(pk__in=naming.values("articlepage"), locale=section.locale_id)
        return self.filter(Q(path__startswith=section.path) | named)

    def in_all_languages(self) -> Self:
        """With their translations."""
        return self.model.objects.filter(translation_key__in=self.values("translation_key"))

    def about(self, topic: Topic) -> Self:
        """Of the topic's language, naming it; by translation key, as with sections."""
        naming = ArticlePage.topics.through.objects.filter(
            topic__translation_key=topic.translation_key
        )
        return self.filter(pk__in=naming.values("articlepage"), locale=topic.locale_id)

    def to_be_read(self) -> Self:
        """With what a page shows of it in any case, and whether it has what few articles have."""
        clusters = ArticlePage.clusters.through.objects.filter(articlepage=OuterRef("pk"))
        related = ArticleRelated.objects.filter(article=OuterRef("pk"))
        return self.select_related("locale", "event_province").annotate(
            has_clusters=Exists(clusters), has_related=Exists(related)
        )

    def photo_stories(self) -> Self:
        """Those with several photos kept; `photo_count` says how many."""
        kept = PhotoUse.objects.filter(article=OuterRef("pk"), photo__isnull=False).order_by()
        counts = kept.values("article").annotate(n=Count("pk")).values("n")
        # Asked of one row first: then a list stops reading when it has enough.
        has_enough = Exists(kept.filter(position=PHOTOS_OF_A_STORY - 1))
        return self.filter(has_enough).annotate(photo_count=Subquery(counts))

    def for_cards(self) -> Self:
        """What a list shows of each article, in a fixed number of queries; body left out."""
        return (
            self.newest_first()
            .with_section()
            .select_related("lead_photo")
            .prefetch_related("lead_photo__renditions")
            .defer("body")
        )

    def with_section(self) -> Self:
        """With what cards show of the main section."""
        parent_path = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
        return self.annotate(
            section_title=Subquery(Page.objects.filter(path=parent_path).values("title")[:1]),
            section_tile_set=Subquery(
                SectionPage.objects.filter(path=parent_path).values("tile_set")[:1]
            ),
        )


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey(
        "news.ArticlePage", related_name="tagged_items", verbose_name="tin bài"
    )

    class Meta:
        verbose_name = "từ khóa của tin bài"
        verbose_name_plural = "từ khóa của tin bài"


class ArticlePage(PreviewedElsewhere, BasePage):
    """One news text: what happened, when, where, who, and the photos of it."""

    lead = models.TextField(
        "sapo",
        blank=True,
        help_text="Một đến ba câu tóm tắt, hiện dưới tiêu đề và trong danh sách.",
    )
    body = BodyField(
        verbose_name="nội dung",
        blank=True,
        help_text="Bấm dấu cộng để thêm đoạn văn, ảnh có chú thích, bảng, tệp đính kèm.",
    )
    lead_photo = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ảnh đại diện",
        help_text="Hiện trong danh sách; để trống thì lấy ảnh đầu tiên trong bài.",
    )

    other_sections = ParentalManyToManyField(
        SectionPage,
        blank=True,
        related_name="+",
        verbose_name="chuyên mục khác",
        help_text="Chuyên mục chính là nơi bài nằm; thêm ở đây những nơi bài cũng hiện.",
    )
    topics = ParentalManyToManyField(
        Topic,
        blank=True,
        related_name="articles",
        verbose_name="chủ đề",
        help_text="Việc chạy qua nhiều chuyên mục, như một đề án hay một đợt sắp xếp.",
    )
    tags = ClusterTaggableManager(
        through=ArticleTag,
        blank=True,
        verbose_name="từ khóa",
        help_text="Vài từ để gom các bài cùng nội dung; gõ rồi bấm Enter.",
    )

    event_date = models.DateField(
        "ngày diễn ra",
        null=True,
        blank=True,
        help_text="Ngày sự việc xảy ra, không phải ngày đăng bài.",
    )
    event_end_date = models.DateField(
        "đến ngày", null=True, blank=True, help_text="Chỉ điền khi sự kiện kéo dài nhiều ngày."
    )
    event_part_of_day = models.CharField(
        "buổi",
        max_length=10,
        choices=PartOfDay,
        blank=True,
        help_text="Chỉ điền khi bài có ghi; cần có ngày diễn ra.",
    )
    event_province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name="tại tỉnh, thành phố",
        help_text="Chọn tỉnh theo tên vào ngày diễn ra.",
    )
    event_place = models.CharField(
        "địa điểm",
        max_length=200,
        blank=True,
        help_text="Hội trường, trụ sở, xã, phường; không cần ghi lại tên tỉnh.",
    )
    published_at = models.DateTimeField(
        "ngày đăng hiển thị",
        null=True,
        blank=True,
        db_index=True,
        help_text="Để trống: lúc đăng lần đầu.",
    )

    provinces = ParentalManyToManyField(
        Province,
        blank=True,
        related_name="articles",
        verbose_name="tỉnh được nói tới",
        help_text="Nhờ đó bạn đọc và các cổng tỉnh tìm được bài theo tỉnh.",
    )
    clusters = ParentalManyToManyField(
        Cluster,
        blank=True,
        related_name="articles",
        verbose_name="cụm thi đua",
        help_text="Khi bài nói về việc của cả cụm, như hội nghị tổng kết, ký giao ước.",
    )

    source_name = models.CharField(
        "nguồn", max_length=150, blank=True, help_text="Nơi đăng đầu tiên, khi đăng lại."
    )
    source_url = models.URLField(
        "đường dẫn nguồn", max_length=500, blank=True, help_text="Địa chỉ của bài ở nơi ấy."
    )
    external_id = models.CharField(
        "mã ở hệ thống cũ",
        max_length=200,
        blank=True,
        db_index=True,
        help_text="Do lần nhập ghi lại; nhờ mã này, nhập lần nữa không sinh bài trùng.",
    )
    legacy_url = models.CharField(
        "địa chỉ cũ",
        max_length=500,
        blank=True,
        help_text="Địa chỉ của bài ở hệ thống cũ, do lần nhập ghi lại.",
    )

    removal_reason = models.CharField(
        "lý do gỡ",
        max_length=12,
        choices=RemovalReason,
        blank=True,
        help_text="Chọn khi bài không còn để công khai; các cổng tỉnh cũng nhận lý do này.",
    )
    removal_note = models.TextField(
        "lời giải thích khi gỡ", blank=True, help_text="Người đọc và các cổng tỉnh sẽ thấy."
    )
    replaced_by = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="trang thay thế",
        help_text="Bạn đọc gặp thông báo gỡ sẽ được chỉ sang trang này.",
    )

    objects = ArticleManager()

    # Marks of an older system are no words: the same in every language.
    override_translatable_fields = [
        SynchronizedField("external_id", overridable=False),
        SynchronizedField("legacy_url", overridable=False),
    ]

    told: Any = None  # what the public is told of it, where that was asked for already

    template = "news/article_page.html"
    page_description = "Tin, bài: tiêu đề, sapo, nội dung, ảnh có chú thích, tác giả."
    parent_page_types = ["news.NewsIndexPage", "news.SectionPage"]
    subpage_types: list[str] = []

    content_panels = BasePage.content_panels + [
        FieldPanel("lead"),
        FieldPanel("body"),
        InlinePanel("byline", label="Tác giả", heading="Tác giả – đơn vị"),
        FieldPanel(
            "lead_photo",
            help_text="Hiện trong danh sách; để trống, hay chọn chính ảnh đầu tiên trong bài, thì theo ảnh đầu tiên.",
        ),
        InlinePanel(
            "corrections",
            label="Đính chính",
            heading="Đính chính",
            help_text="Khi sửa bài đã đăng: ghi đã sửa gì, người đọc và các cổng tỉnh thấy ghi chú này.",
        ),
    ]
    event_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("event_date"), FieldPanel("event_end_date")]),
                FieldRowPanel([FieldPanel("event_part_of_day"), FieldPanel("event_province")]),
                FieldPanel("event_place"),
            ],
            heading="Sự kiện",
        ),
        InlinePanel("participants", label="Người tham dự", heading="Người tham dự"),
        OncePanel("organisation_rows", label="Cơ quan", heading="Cơ quan"),
        FieldPanel("provinces", widget=PickFromMany),
        FieldPanel("clusters", widget=PickFromMany),
    ]
    filing_panels = [
        FieldPanel("other_sections", widget=PickFromMany),
        FieldPanel("topics", widget=PickFromMany),
        FieldPanel("tags"),
        InlinePanel("related", label="Tin liên quan", heading="Tin liên quan", max_num=6),
        MultiFieldPanel(
            [FieldPanel("source_name"), FieldPanel("source_url")], heading="Đăng lại từ"
        ),
        MultiFieldPanel(
            [FieldPanel("external_id"), FieldPanel("legacy_url")],
            heading="Nhập từ hệ thống cũ",
            classname="collapsed",
        ),
    ]
    settings_panels = [
        FieldPanel("published_at"),
        PublishingPanel(),
        MultiFieldPanel(
            [
                FieldPanel("removal_reason"),
                FieldPanel("removal_note"),
                FieldPanel("replaced_by"),
            ],
            heading="Khi gỡ bài",
            classname="collapsed",
        ),
        CommentPanel(),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Nội dung"),
            ObjectList(event_panels, heading="Sự kiện"),
            ObjectList(filing_panels, heading="Xếp loại"),
            ObjectList(BasePage.promote_panels, heading="Quảng bá"),
            ObjectList(settings_panels, heading="Đăng"),
        ]
    )

    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("published_at"),
        index.FilterField("event_date"),
        index.FilterField("external_id"),
        index.RelatedFields("byline", [index.SearchField("name"), index.SearchField("unit")]),
        index.RelatedFields("participants", [index.SearchField("name")]),
        index.SearchField("award_words"),
    ]

    class Meta:
        verbose_name = "Tin bài"
        verbose_name_plural = "Tin bài"
        constraints = [
            models.CheckConstraint(
                name="article_event_period_in_order",
                condition=Q(event_end_date__isnull=True)
                | Q(event_date__isnull=False, event_end_date__gte=models.F("event_date")),
            ),
            models.CheckConstraint(
                name="article_part_of_day_needs_a_day",
                condition=Q(event_part_of_day="") | Q(event_date__isnull=False),
            ),
        ]

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.event_end_date and not self.event_date:
            errors["event_end_date"] = "Ghi ngày bắt đầu trước."
        elif self.event_end_date and self.event_date and self.event_end_date < self.event_date:
            errors["event_end_date"] = "Ngày kết thúc phải từ ngày bắt đầu trở đi."
        if self.event_part_of_day and not self.event_date:
            errors["event_part_of_day"] = "Đã chọn buổi thì phải ghi ngày diễn ra."
        if errors:
            raise ValidationError(errors)

    def get_constraints(self) -> Any:
        """Without the article's own: `clean` has seen to them, and to ask the database as well takes
        twelve statements whenever an article is published."""
        return [each for each in super().get_constraints() if each[0] is not ArticlePage]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.settle_lead_photo()
        if self.live and self.published_at is None:
            self.published_at = self.first_published_at or timezone.now()
        super().save(*args, **kwargs)

    def settle_lead_photo(self) -> None:
        """Where none was chosen: the first of the text."""
        if self.lead_photo_id is None:
            self.lead_photo = self._first_photo

    def serializable_data(self) -> dict[str, Any]:
        """A version keeps only a lead photo that is not the first of the text: kept, that one would
        stand in every list after it was taken out of the text."""
        data: dict[str, Any] = super().serializable_data()
        if self.lead_photo_id and self.lead_photo == self._first_photo:
            data["lead_photo"] = None
        return data

    @property
    def _first_photo(self) -> Any:
        return next((photo["image"] for photo in self.photos if photo["image"]), None)

    @property
    def photos(self) -> list[Any]:
        """The photo blocks of the body in reading order, those inside galleries too."""
        return photos_in(self.body)

    @cached_property
    def section(self) -> SectionPage | None:
        """The main section: the one this article stands in."""
        return remembered(f"section of {self.path[: -self.steplen]}", lambda: main_section(self))

    @cached_property
    def public_replacement(self) -> Page | None:
        """What readers are sent to in place of this article, if anybody may open it."""
        return PublicPageQuerySet(Page).publicly_visible().filter(pk=self.replaced_by_id).first()

    @property
    def grants_of_text(self) -> Any:
        """The grants it tells of, whichever of its translations they were linked to.

        `grants` are those that were linked to this one.
        """
        from news.awards.models import GrantsOfText

        return GrantsOfText(self)

    @property
    def confirmed_grants(self) -> models.QuerySet:
        """Grants an editor has confirmed, revoked ones included: those are shown struck out."""
        return self.grants_of_text.get_queryset().public().for_display()

    @classmethod
    def get_indexed_objects(cls) -> models.QuerySet:
        return super().get_indexed_objects().prefetch_related("grants_of_text__title")

    def public_grants(self) -> list[Any]:
        """The grants the search may tell of, from what was fetched beforehand if it was."""
        return [grant for grant in self.grants_of_text.all() if grant.status != "proposed"]

    def award_words(self) -> str:
        """Who received what, for the search: the text itself may name nobody."""
        from news.awards.models.titles import words_of_awards

        return words_of_awards(self.public_grants())

    def search_marks(self) -> list[datetime.date]:
        """The days of the event, which the text may write without a year."""
        return [day for day in (self.event_date, self.event_end_date) if day]

    @property
    def minutes_to_read(self) -> int:
        """At an unhurried pace; at least one."""
        words = self.body.stream_block.get_searchable_content(self.body)
        return max(1, round(sum(len(text.split()) for text in words) / WORDS_A_MINUTE))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news.article_shown import shown_of

        context = super().get_context(request, *args, **kwargs)
        is_public = not getattr(request, "is_preview", False)
        return context | shown_of(self, request, is_public=is_public)

    def may_have(self, rows: str) -> bool:
        """False where `to_be_read` has found none of them."""
        return bool(getattr(self, f"has_{rows}", True))


class ArticleByline(Orderable):
    """Who wrote or photographed, and from which unit; the words are kept as printed."""

    class Role(models.TextChoices):
        WRITER = "writer", "Viết bài"
        PHOTOGRAPHER = "photographer", "Chụp ảnh"
        EDITOR = "editor", "Biên tập"

    article = ParentalKey(ArticlePage, related_name="byline", verbose_name="tin bài")
    person = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="nhân sự",
        help_text="Chọn khi người này có trong danh sách nhân sự.",
    )
    name = models.CharField("tên như in trên bài", max_length=100)
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="cơ quan",
    )
    unit = models.CharField("đơn vị như in trên bài", max_length=150, blank=True)
    role = models.CharField("vai trò", max_length=12, choices=Role, default=Role.WRITER)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("role"), FieldPanel("person"), FieldPanel("organisation")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "tác giả"
        verbose_name_plural = "tác giả"

    def __str__(self) -> str:
        return f"{self.name} – {self.unit}" if self.unit else self.name


class ArticleParticipant(TranslatableMixin, Orderable):
    """Somebody who took part, with the posts as printed that day.

    The link to the person is the fact, the words are frozen: a later post does not change
    what an old article says.
    """

    class Role(models.TextChoices):
        CHAIRED = "chaired", "Chủ trì"
        ATTENDED = "attended", "Dự"
        SPOKE = "spoke", "Phát biểu"
        PRESENTED = "presented", "Trao tặng"

    article = ParentalKey(ArticlePage, related_name="participants", verbose_name="tin bài")
    person = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name="nhân sự",
        help_text="Chọn khi người này có trong danh sách nhân sự.",
    )
    honorific = models.CharField(
        "xưng hô", max_length=60, blank=True, help_text="Ông, bà, đồng chí."
    )
    name = models.CharField("tên như in trên bài", max_length=100)
    posts = models.TextField(
        "chức vụ như in trên bài", blank=True, help_text="Mỗi chức vụ một dòng."
    )
    role = models.CharField("vai trò", max_length=10, choices=Role, default=Role.ATTENDED)

    panels = [
        FieldRowPanel([FieldPanel("honorific"), FieldPanel("name"), FieldPanel("role")]),
        FieldPanel("posts"),
        FieldPanel("person"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "người tham dự"
        verbose_name_plural = "người tham dự"

    def __str__(self) -> str:
        return f"{self.honorific} {self.name}".strip()

    @property
    def post_lines(self) -> list[str]:
        return [line.strip() for line in self.posts.splitlines() if line.strip()]


class ArticleOrganisation(Orderable):
    """An organisation in an article, and what it did there."""

    class Role(models.TextChoices):
        HOST = "host", "Chủ trì, tổ chức"
        ATTENDING = "attending", "Tham dự"
        MENTIONED = "mentioned", "Được nói tới"

    article = ParentalKey(ArticlePage, related_name="organisation_rows", verbose_name="tin bài")
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="article_rows", verbose_name="cơ quan"
    )
    role = models.CharField("vai trò", max_length=10, choices=Role, default=Role.MENTIONED)

    panels = [FieldRowPanel([FieldPanel("organisation"), FieldPanel("role")])]

    class Meta(Orderable.Meta):
        verbose_name = "cơ quan trong bài"
        verbose_name_plural = "cơ quan trong bài"
        constraints = [
            models.UniqueConstraint(
                name="organisation_once_in_an_article", fields=["article", "organisation"]
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class ArticleCorrection(TranslatableMixin, Orderable):
    """A mistake that was published, said openly with its date."""

    article = ParentalKey(ArticlePage, related_name="corrections", verbose_name="tin bài")
    on = models.DateField("ngày đính chính", default=datetime.date.today)
    note = models.TextField("nội dung đính chính", help_text="Đã in gì, đúng là gì.")
    changes_a_fact = models.BooleanField(
        "thay đổi sự việc", default=False, help_text="Báo ngay dưới tiêu đề."
    )

    panels = [FieldPanel("on"), FieldPanel("note"), FieldPanel("changes_a_fact")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = "đính chính"
        verbose_name_plural = "đính chính"

    def __str__(self) -> str:
        return self.note


class ArticleRelated(Orderable):
    article = ParentalKey(ArticlePage, related_name="related", verbose_name="tin bài")
    page = models.ForeignKey(
        ArticlePage, models.CASCADE, related_name="+", verbose_name="tin liên quan"
    )

    panels = [FieldPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = "tin liên quan"
        verbose_name_plural = "tin liên quan"
