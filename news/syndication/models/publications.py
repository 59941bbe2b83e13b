"""One row per public object and language, and the rows that hang on it."""

import datetime
import uuid
from typing import Self

from django.db import models
from django.db.models import Q


class Kind(models.TextChoices):
    ARTICLE = "article", "Tin bài"
    ANNOUNCEMENT = "announcement", "Thông báo khen thưởng"
    CONSULTATION = "consultation", "Lấy ý kiến khen thưởng"


class Reason(models.TextChoices):
    """Why the row is as it is: the first three of what is public, the others of what was."""

    PUBLISHED = "published", "Đăng"
    CORRECTED = "corrected", "Sửa"
    MOVED = "moved", "Đổi địa chỉ"
    WITHDRAWN = "withdrawn", "Rút lại"
    REDIRECTED = "redirected", "Chuyển sang địa chỉ khác"
    GONE = "gone", "Gỡ hẳn"
    SUPERSEDED = "superseded", "Đã có bản thay thế"
    PRIVATE = "private", "Chuyển thành nội bộ"


def told_at(moment: datetime.datetime) -> Q:
    return Q(visible=True) & (Q(expires_at__isnull=True) | Q(expires_at__gt=moment))


class PublicationQuerySet(models.QuerySet):
    def told(self, at: datetime.datetime) -> Self:
        """What an anonymous reader may see at that time, even when no worker has run since."""
        return self.filter(told_at(at))


class Publication(models.Model):
    """What the public can see of one object in one language; or that it can see it no more.

    Written in the transaction of the change (see `news.syndication.publications`). A row stays for
    ever: once it is not visible, it is the tombstone that tells portals to take their copy down.
    What was never public has no row.
    """

    kind = models.CharField("loại", max_length=12, choices=Kind)
    key = models.UUIDField("id", help_text="Chung cho mọi ngôn ngữ.")
    locale = models.CharField("ngôn ngữ", max_length=100)  # as long as Wagtail's
    # Not a foreign key: the row outlives its page.
    page = models.BigIntegerField("trang", db_index=True)
    version = models.PositiveBigIntegerField("phiên bản", help_text="Chỉ tăng.")
    edition = models.PositiveBigIntegerField("số phát hành của lần thay đổi cuối")
    visible = models.BooleanField("công khai")
    reason = models.CharField("lý do", max_length=10, choices=Reason)
    note = models.TextField("lời giải thích khi gỡ", blank=True)
    url = models.TextField("địa chỉ")
    replaced_by = models.TextField("địa chỉ trang thay thế", blank=True)
    replacement = models.BigIntegerField("trang thay thế", null=True)  # it may move
    published_at = models.DateTimeField("lúc đăng hiển thị")
    updated_at = models.DateTimeField("lúc đăng bản đang hiện")
    event_from = models.DateField("diễn ra từ ngày", null=True)
    event_to = models.DateField("đến ngày", null=True)
    expires_at = models.DateTimeField("hết hạn lúc", null=True)
    content_hash = models.CharField("dấu vân tay", max_length=32)
    changed_at = models.DateTimeField("lúc thay đổi")

    objects = PublicationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bản công khai"
        verbose_name_plural = "bản công khai"
        constraints = [
            models.UniqueConstraint(name="publication_once_in_a_language", fields=["key", "locale"])
        ]
        indexes = [
            models.Index(
                "kind",
                "locale",
                models.F("published_at").desc(),
                models.F("id").desc(),
                name="publication_newest_first",
                condition=Q(visible=True),
            ),
            models.Index(fields=["edition", "id"], name="publication_by_edition"),
            models.Index(fields=["url"], name="publication_by_address"),
            models.Index(
                fields=["expires_at"],
                name="publication_expiry",
                condition=Q(visible=True, expires_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} ({self.locale}), {self.reason}"

    def is_told(self, at: datetime.datetime) -> bool:
        """The same as `PublicationQuerySet.told`, of a row in hand."""
        return self.visible and (self.expires_at is None or self.expires_at > at)

    def standing(self, at: datetime.datetime, *, is_inside: bool) -> tuple[bool, Reason]:
        """Whether somebody may show it, and why or why not; `is_inside` of what they take at all.

        What is outside is told as one they must not have: it may have left.
        """
        if not self.is_told(at):
            return False, Reason.WITHDRAWN if self.visible else Reason(self.reason)
        return is_inside, Reason(self.reason) if is_inside else Reason.PRIVATE


class PublicationContent(models.Model):
    """The finished answer: a JSON object in UTF-8, as the API's contract has it; tombstones have none.

    Beside the row, because lists of addresses and dates must not drag the texts along. Two values
    are filled in when it is read: `views` is 0 and `locale_fallback` false in here.
    """

    publication = models.OneToOneField(
        Publication, models.CASCADE, primary_key=True, related_name="content"
    )
    json = models.BinaryField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "nội dung công khai"
        verbose_name_plural = "nội dung công khai"

    def __str__(self) -> str:
        return str(self.publication_id)


class PublicationHtml(models.Model):
    """The finished HTML of a publication's page; the worker makes it after each change.

    A change empties it at once, and until it is made again the page is rendered from its rows. Each
    change also writes a new `touch`: HTML that was begun before the change is then not stored.
    `made_with` names the programs, templates and settings it was made with, or why there is none.
    """

    TO_BE_MADE = ""
    GIVEN_UP = "-"  # until it is outdated: it could not be made

    publication = models.OneToOneField(
        Publication, models.CASCADE, primary_key=True, related_name="html"
    )
    touch = models.UUIDField(default=uuid.uuid4)
    made_with = models.CharField(max_length=32, blank=True, db_index=True)
    made_at = models.DateTimeField(null=True, db_index=True)
    head = models.TextField(blank=True)
    main = models.TextField(blank=True)
    card = models.TextField(blank=True)  # in a row of a list
    large_card = models.TextField(blank=True)  # of the newest of its section: at the head of one
    chosen = models.JSONField(default=list)
    is_translated = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "trang dựng sẵn"
        verbose_name_plural = "trang dựng sẵn"

    def __str__(self) -> str:
        return str(self.publication_id)


class PublicationFacet(models.Model):
    """One value a list can be narrowed to. Date and language are repeated here for the index."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="facets")
    name = models.CharField(max_length=16)
    value = models.CharField(max_length=40)
    locale = models.CharField(max_length=100)
    published_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "tiêu chí lọc"
        verbose_name_plural = "tiêu chí lọc"
        constraints = [
            models.UniqueConstraint(
                name="facet_once_on_a_publication", fields=["publication", "name", "value"]
            )
        ]
        indexes = [
            models.Index(
                "name",
                "value",
                "locale",
                models.F("published_at").desc(),
                models.F("publication").desc(),
                name="facet_newest_first",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class PublicationDependency(models.Model):
    """Something a publication shows, or would show if it were public: when it changes, so does this."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="dependencies")
    kind = models.CharField(max_length=16)
    key = models.BigIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "phụ thuộc"
        verbose_name_plural = "phụ thuộc"
        constraints = [
            models.UniqueConstraint(
                name="dependency_once_on_a_publication", fields=["publication", "kind", "key"]
            )
        ]
        indexes = [models.Index(fields=["kind", "key"], name="dependency_by_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class WaitingPage(models.Model):
    """A page whose publication the worker has still to write, because the change met too many."""

    page = models.BigIntegerField(primary_key=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "trang chờ ghi"
        verbose_name_plural = "trang chờ ghi"

    def __str__(self) -> str:
        return str(self.page)
