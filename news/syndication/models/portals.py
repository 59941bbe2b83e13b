"""The provincial sites that take our feed: what they may do, their keys, and what they used."""

import datetime
import hashlib
import secrets

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Max, Q
from django.utils import timezone

from news.models import ArticlePage, SectionPage
from people.models import Province

from .publications import Publication

MOST_PER_MINUTE = 100_000


class Scope(models.TextChoices):
    """What a key can be needed for."""

    READ = "read", "Đọc tin"
    REPORT_VIEWS = "report_views", "Báo lượt xem"
    OFFER_ARTICLES = "offer_articles", "Gửi tin bài"


class Portal(models.Model):
    """One site outside that takes our articles and may send us theirs.

    What it takes can be narrowed to sections and to provinces (`news.syndication.portals.areas`).
    When the last of the sections it was narrowed to is deleted it takes nothing, not everything.
    Its last visit and the edition it last asked from lag some seconds behind: they are written
    with the counts of its requests.
    """

    name = models.CharField(
        "tên cổng",
        max_length=150,
        unique=True,
        help_text="Tên để nhận ra cổng này trong danh sách và báo cáo.",
    )
    province = models.ForeignKey(
        Province,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tỉnh, thành phố",
        help_text="Địa phương mà cổng phục vụ; để trống nếu không của riêng tỉnh nào.",
    )
    contact_name = models.CharField(
        "người liên hệ",
        max_length=100,
        blank=True,
        help_text="Người vận hành cổng, để liên hệ khi có trục trặc.",
    )
    contact_email = models.EmailField(
        "thư điện tử", blank=True, help_text="Thư của người vận hành cổng."
    )
    contact_phone = models.CharField(
        "điện thoại", max_length=40, blank=True, help_text="Số gọi được khi có trục trặc."
    )
    is_active = models.BooleanField(
        "đang hoạt động", default=True, help_text="Bỏ chọn: mọi khóa của cổng bị từ chối ngay."
    )

    may_read = models.BooleanField(
        "đọc tin", default=True, help_text="Cổng lấy tin bài về bằng khóa của mình."
    )
    may_report_views = models.BooleanField(
        "báo lượt xem", default=False, help_text="Cổng gửi lại số lượt xem của từng ngày."
    )
    may_offer_articles = models.BooleanField(
        "gửi tin bài", default=False, help_text="Bài gửi đến là bản nháp, chờ duyệt như mọi bài."
    )
    takes_all_sections = models.BooleanField(
        "lấy mọi chuyên mục",
        default=True,
        help_text="Bỏ chọn để chọn riêng từng chuyên mục ở dưới.",
    )
    sections = models.ManyToManyField(
        SectionPage,
        blank=True,
        related_name="+",
        verbose_name="chuyên mục được lấy",
        help_text=(
            "Khi không lấy mọi chuyên mục: chỉ còn tin bài trong các chuyên mục này, không gồm "
            "thông báo khen thưởng và lấy ý kiến."
        ),
    )
    takes_all_provinces = models.BooleanField(
        "lấy mọi tỉnh, thành phố", default=True, help_text="Bỏ chọn để chọn riêng từng tỉnh ở dưới."
    )
    provinces = models.ManyToManyField(
        Province,
        blank=True,
        related_name="+",
        verbose_name="tỉnh, thành phố được lấy",
        help_text="Khi không lấy mọi tỉnh. Tỉnh hiện nay gồm cả các tỉnh trước khi sáp nhập.",
    )
    requests_per_minute = models.PositiveIntegerField(
        "số yêu cầu mỗi phút",
        default=600,
        validators=[MaxValueValidator(MOST_PER_MINUTE)],
        help_text="Quá số này máy chủ trả lời 429. Ghi 0: không giới hạn.",
    )
    offers_go_to = models.ForeignKey(
        SectionPage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="chuyên mục nhận bài",
        help_text="Nơi bài cổng gửi đến nằm chờ duyệt khi bài không ghi chuyên mục.",
    )
    note = models.TextField("ghi chú", blank=True, help_text="Chỉ người quản trị xem.")

    last_seen_at = models.DateTimeField("lần gọi gần nhất", null=True, editable=False)
    asked_since = models.PositiveBigIntegerField("đã lấy đến số", null=True, editable=False)

    class Meta:
        verbose_name = "cổng tỉnh"
        verbose_name_plural = "cổng tỉnh"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def may(self, scope: Scope) -> bool:
        return bool(getattr(self, f"may_{scope.value}"))

    @property
    def lag(self) -> int | None:
        """Editions in which something changed since the one it last asked from, at most; None when
        it never asked for changes. Editions in which only the website changed are none of these."""
        if self.asked_since is None:
            return None
        newest = Publication.objects.aggregate(newest=Max("edition"))["newest"] or 0
        return max(newest - self.asked_since, 0)


class PortalKeyQuerySet(models.QuerySet["PortalKey"]):
    def written_as(self, key: str) -> "PortalKey | None":
        """The row of that key, be it revoked or not, with its portal.

        The digest is looked up, never compared letter by letter: how long it takes tells nothing.
        """
        return self.select_related("portal").filter(digest=digest_of(key)).first()


class PortalKey(models.Model):
    """A portal's key: only its digest is kept. A portal has two while it changes from one to the other."""

    portal = models.ForeignKey(Portal, models.CASCADE, related_name="keys", verbose_name="cổng")
    beginning = models.CharField("phần đầu của khóa", max_length=12)
    digest = models.CharField("dấu vân tay", max_length=64, unique=True)
    created_at = models.DateTimeField("tạo lúc", default=timezone.now)
    last_used_at = models.DateTimeField("dùng lần cuối", null=True)
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)

    objects = PortalKeyQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "khóa của cổng"
        verbose_name_plural = "khóa của cổng"
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.beginning}…"

    @classmethod
    def make(cls, portal: Portal) -> tuple["PortalKey", str]:
        """A new key: its row, and the key itself, which nobody can ever read again."""
        key = f"cnv_{secrets.token_urlsafe(32)}"
        row = cls.objects.create(portal=portal, beginning=key[:8], digest=digest_of(key))
        return row, key

    def revoke(self) -> None:
        """From the next request on. The first time counts."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            self.save(update_fields=["revoked_at"])

    @property
    def opens(self) -> bool:
        return self.revoked_at is None and self.portal.is_active


class PortalDay(models.Model):
    """What a portal used on one day of the clock in Vietnam."""

    portal = models.ForeignKey(Portal, models.CASCADE, related_name="days", verbose_name="cổng")
    day = models.DateField("ngày")
    requests = models.PositiveBigIntegerField("yêu cầu", default=0)
    refused = models.PositiveBigIntegerField("bị từ chối", default=0)
    items = models.PositiveBigIntegerField("mục đã giao", default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "một ngày của cổng"
        verbose_name_plural = "ngày của cổng"
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(name="portal_day_once", fields=["portal", "day"]),
            models.CheckConstraint(
                name="portal_refusals_are_requests", condition=Q(refused__lte=F("requests"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.portal}, {self.day:%d/%m/%Y}"


class OfferedArticle(models.Model):
    """A text a portal offered, by the portal's own id, and the draft it became.

    The row stays when the draft is deleted: what editors threw away does not come in again.
    """

    portal = models.ForeignKey(Portal, models.CASCADE, related_name="offers", verbose_name="cổng")
    external_id = models.CharField("mã ở cổng", max_length=200)
    digest = models.CharField("dấu vân tay nội dung", max_length=64)
    content = models.JSONField("nội dung như đã nhận")
    key = models.UUIDField("id của bài")
    article = models.ForeignKey(
        ArticlePage,
        models.SET_NULL,
        null=True,
        related_name="offers",
        verbose_name="tin bài",
    )
    # Not a foreign key: old revisions may be purged. As long as it is the newest one of the page,
    # nobody here has touched the draft.
    revision = models.BigIntegerField("phiên bản cổng gửi")
    received_at = models.DateTimeField("nhận lúc", default=timezone.now)
    changed_at = models.DateTimeField("gửi lại lúc", default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "bài cổng gửi đến"
        verbose_name_plural = "bài cổng gửi đến"
        ordering = ["-received_at"]
        constraints = [
            models.UniqueConstraint(
                name="offered_once_by_a_portal", fields=["portal", "external_id"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.external_id} ({self.portal})"

    @property
    def sent_again_at(self) -> datetime.datetime | None:
        """When other words came last for the same text, if any did."""
        return self.changed_at if self.changed_at != self.received_at else None


def digest_of(key: str) -> str:
    """SHA-256 in hexadecimal. A key is 256 random bits: there is nothing to guess slowly."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
