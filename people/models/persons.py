"""Persons and the posts they held, several at once, each from a day to a day."""

import datetime
import uuid
from typing import Any

from django.db import models
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.search import index

from .organisations import Organisation
from .periods import is_within, period_constraint
from .slugs import unused_slug


class Person(index.Indexed, ClusterableModel):
    """Somebody who holds or held a post, wrote, spoke, or was honoured."""

    class Honorific(models.TextChoices):
        MR = "ông", "Ông"
        MRS = "bà", "Bà"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    honorific = models.CharField(
        "xưng hô",
        max_length=10,
        choices=Honorific,
        blank=True,
        help_text="Ông hoặc bà, như thường ghi trong bài.",
    )
    full_name = models.CharField(
        "họ và tên", max_length=100, help_text="Họ, tên đệm và tên, viết đủ dấu."
    )
    slug = models.SlugField(
        "đường dẫn",
        max_length=120,
        unique=True,
        blank=True,
        help_text="Để trống thì lấy theo họ tên.",
    )
    portrait = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ảnh chân dung",
        help_text="Ảnh chân dung, hiện ở trang của người này.",
    )
    phone = models.CharField(
        "điện thoại",
        max_length=40,
        blank=True,
        help_text="Số làm việc, hiện ở trang của người này.",
    )
    email = models.EmailField(
        "thư điện tử", blank=True, help_text="Thư công vụ, hiện ở trang của người này."
    )
    biography = models.TextField(
        "giới thiệu", blank=True, help_text="Vài câu về quá trình công tác; không ghi ngày sinh."
    )

    panels = [
        FieldRowPanel([FieldPanel("honorific"), FieldPanel("full_name")]),
        FieldPanel("portrait"),
        InlinePanel("posts", label="Chức vụ", heading="Chức vụ theo thời gian"),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("email")], heading="Liên hệ công khai"),
        FieldPanel("biography"),
        FieldPanel("slug"),
    ]

    search_fields = [
        index.SearchField("full_name", boost=2),
        index.AutocompleteField("full_name"),
    ]

    class Meta:
        verbose_name = "nhân sự"
        verbose_name_plural = "nhân sự"
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = unused_slug(type(self), self.full_name)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.slug])

    @property
    def name_with_honorific(self) -> str:
        return f"{self.get_honorific_display()} {self.full_name}".strip()

    def posts_on(self, day: datetime.date) -> QuerySet["Post"]:
        """The posts held that day, the main one first."""
        return Post.objects.on(day).filter(person=self).select_related("organisation")

    @property
    def current_posts(self) -> QuerySet["Post"]:
        return self.posts_on(datetime.date.today())

    @property
    def main_post(self) -> "Post | None":
        """By which somebody is known among others of the name: held now, else the last one."""
        posts, today = list(self.posts.all()), datetime.date.today()
        held = (post for post in posts if is_within(today, post.start, post.end))
        return next(held, posts[0] if posts else None)


class PostQuerySet(models.QuerySet):
    def on(self, day: datetime.date) -> "PostQuerySet":
        """Posts held that day.

        A post whose first day nobody knows counts from the first day a source shows it.
        """
        return self.filter(
            Q(start__lte=day) | Q(start__isnull=True, attested_on__lte=day),
            Q(end__isnull=True) | Q(end__gte=day),
        )


class PostManager(models.Manager.from_queryset(PostQuerySet)):  # type: ignore[misc]
    def get_queryset(self) -> PostQuerySet:
        """As `Meta.ordering`, a post whose first day nobody knows last on PostgreSQL too."""
        return super().get_queryset().order_by("sort_order", F("start").desc(nulls_last=True), "pk")


class Post(models.Model):
    """One person in one organisation under one title, from a day to a day."""

    person = ParentalKey(Person, related_name="posts", verbose_name="nhân sự")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="posts", verbose_name="cơ quan"
    )
    title = models.CharField("chức vụ", max_length=120, help_text="Ví dụ: Phó Giám đốc.")
    title_en = models.CharField("chức vụ tiếng Anh", max_length=120, blank=True)
    wording = models.CharField(
        "cách viết đầy đủ",
        max_length=250,
        blank=True,
        help_text="Chỉ điền khi không phải là “chức vụ” nối với “cơ quan”.",
    )
    start = models.DateField("từ ngày", null=True, blank=True)
    end = models.DateField("đến hết ngày", null=True, blank=True)
    attested_on = models.DateField(
        "đã giữ vào ngày",
        null=True,
        blank=True,
        help_text="Khi không biết ngày bổ nhiệm: ngày sớm nhất mà nguồn cho thấy đã giữ chức vụ.",
    )
    decision = models.CharField("quyết định", max_length=120, blank=True)
    sort_order = models.PositiveSmallIntegerField(
        "thứ tự",
        default=100,
        help_text="Số nhỏ đứng trước, trong cơ quan và trên trang của người giữ chức vụ.",
    )

    objects = PostManager()

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("organisation")]),
        FieldRowPanel([FieldPanel("start"), FieldPanel("end"), FieldPanel("attested_on")]),
        FieldRowPanel([FieldPanel("wording"), FieldPanel("title_en")]),
        FieldRowPanel([FieldPanel("decision"), FieldPanel("sort_order")]),
    ]

    class Meta:
        verbose_name = "chức vụ"
        verbose_name_plural = "chức vụ"
        ordering = ["sort_order", "-start", "pk"]  # names alone: the form sorts by them in Python
        constraints = [
            period_constraint("post_period_in_order"),
            models.CheckConstraint(
                name="post_has_a_first_day",
                condition=Q(start__isnull=False) | Q(attested_on__isnull=False),
                violation_error_message="Ghi ngày bắt đầu, hoặc một ngày đã giữ chức vụ.",
            ),
            models.CheckConstraint(
                name="post_attested_before_its_end",
                condition=Q(attested_on__isnull=True)
                | Q(end__isnull=True)
                | Q(end__gte=F("attested_on")),
                violation_error_message="Ngày đã giữ chức vụ không thể sau ngày kết thúc.",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "start"], name="post_by_organisation")]

    def __str__(self) -> str:
        return self.wording or f"{self.title} {self.organisation.name}"
