"""Where portals want to be told of changes, and what each of them was told."""

import datetime
import json
from dataclasses import dataclass
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from news.syndication.webhooks.addresses import Address, Refused, resolve
from news.syndication.webhooks.signing import new_message_id, new_secret

from .edition import Edition
from .portals import Portal

OLD_SECRET_HOLDS = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Standing:
    """How something stands, in words; `is_bad`: a person should look."""

    label: str
    is_bad: bool = False


def present_edition() -> int:
    """Whoever starts to listen now has taken what came before from the snapshot."""
    return Edition.now().number


class WebhookQuerySet(models.QuerySet["Webhook"]):
    def listening(self) -> Self:
        """Those that are told of changes."""
        return self.filter(is_enabled=True, portal__is_active=True, portal__may_read=True)

    def rested(self, at: datetime.datetime) -> Self:
        """Those that did not fail a moment ago, and did not ask for patience."""
        return self.filter(Q(resting_until__isnull=True) | Q(resting_until__lte=at))


class Webhook(models.Model):
    """An address of a portal, to which the worker posts hints that something public changed.

    `told_up_to` is an edition: publications beyond it have still to be told. All but the portal
    and the address is written by the worker and by the methods here, never by a form.
    """

    portal = models.ForeignKey(
        Portal, models.CASCADE, related_name="webhooks", verbose_name="cổng tỉnh"
    )
    url = models.CharField(
        "địa chỉ nhận", max_length=500, help_text="Bắt đầu bằng https://, cổng 443 hoặc 8443."
    )
    # As it is: without it nothing can be signed.
    secret = models.CharField("khóa ký", max_length=100, default=new_secret, editable=False)
    old_secret = models.CharField("khóa ký cũ", max_length=100, blank=True, editable=False)
    old_secret_until = models.DateTimeField("khóa cũ còn dùng đến", null=True, editable=False)
    created_at = models.DateTimeField("tạo lúc", default=timezone.now, editable=False)

    is_enabled = models.BooleanField("đang bật", default=True, editable=False)
    disabled_at = models.DateTimeField("tắt lúc", null=True, editable=False)
    disabled_reason = models.CharField("vì sao tắt", max_length=300, blank=True, editable=False)

    told_up_to = models.PositiveBigIntegerField(
        "đã báo đến số", default=present_edition, editable=False
    )
    last_success_at = models.DateTimeField("nhận được lần cuối", null=True, editable=False)
    failing_since = models.DateTimeField("không nhận được từ", null=True, editable=False)
    failures = models.PositiveIntegerField("số lần hỏng liền nhau", default=0, editable=False)
    resting_until = models.DateTimeField("nghỉ đến", null=True, editable=False)

    objects = WebhookQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "địa chỉ nhận báo"
        verbose_name_plural = "địa chỉ nhận báo"
        ordering = ["portal__name", "pk"]

    def __str__(self) -> str:
        return f"{self.portal}: {self.url}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A form that was open for a while must not put back what the worker wrote meanwhile."""
        if not self._state.adding:
            kwargs.setdefault("update_fields", ["portal", "url"])
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Where the name leads is looked at again before each attempt: it may change."""
        try:
            resolve(Address.parse(self.url))
        except Refused as reason:
            raise ValidationError({"url": str(reason)}) from reason

    @property
    def standing(self) -> Standing:
        if not self.is_enabled:
            return Standing("Đã tắt", is_bad=bool(self.disabled_reason))
        if self.failing_since:
            return Standing("Không nhận được", is_bad=True)
        return Standing("Đang bật")

    def secrets(self, at: datetime.datetime) -> list[str]:
        """Those to sign with, the present one first."""
        old_holds = self.old_secret_until is not None and at < self.old_secret_until
        return [self.secret, self.old_secret] if old_holds else [self.secret]

    def rotate_secret(self) -> None:
        """A new one from now on; for a day the old one signs beside it."""
        self.old_secret, self.secret = self.secret, new_secret()
        self.old_secret_until = timezone.now() + OLD_SECRET_HOLDS
        self.save(update_fields=["secret", "old_secret", "old_secret_until"])

    def disable(self, reason: str) -> None:
        self.is_enabled, self.disabled_at, self.disabled_reason = False, timezone.now(), reason
        self.save(update_fields=["is_enabled", "disabled_at", "disabled_reason"])

    def enable(self) -> None:
        """With a clean sheet; what waits is due, and what changed meanwhile is told."""
        self.is_enabled, self.disabled_at, self.disabled_reason = True, None, ""
        self.failing_since, self.failures, self.resting_until = None, 0, None
        with transaction.atomic():
            self.save(
                update_fields=[
                    "is_enabled", "disabled_at", "disabled_reason",
                    "failing_since", "failures", "resting_until",
                ]
            )  # fmt: skip
            self.deliveries.waiting().update(due_at=timezone.now())


class DeliveryState(models.TextChoices):
    WAITING = "waiting", "Đang chờ"
    DELIVERED = "delivered", "Đã nhận"
    DEAD = "dead", "Không gửi được"


class EventType(models.TextChoices):
    CHANGED = "publication.changed", "Tin thay đổi"
    TEST = "webhook.test", "Gửi thử"


class WebhookDeliveryQuerySet(models.QuerySet["WebhookDelivery"]):
    def waiting(self) -> Self:
        return self.filter(state=DeliveryState.WAITING)

    def dead(self) -> Self:
        return self.filter(state=DeliveryState.DEAD)

    def due(self, at: datetime.datetime) -> Self:
        """The one that is due longest first."""
        return self.waiting().filter(due_at__lte=at).order_by("due_at", "pk")

    def replay(self) -> int:
        """Send those again that were given up, with all their tries before them."""
        return self.dead().update(state=DeliveryState.WAITING, attempts=0, due_at=timezone.now())

    def replace_by(self, hints: "list[WebhookDelivery]") -> None:
        """Add hints to one webhook; what it has not received of the same objects is dropped.

        So a portal that is away for long is told of each object once. An older hint that is just
        being sent goes too: what becomes of it no longer matters. Call it in a transaction.
        """
        by_locale: dict[str, list[Any]] = {}
        for hint in hints:
            by_locale.setdefault(hint.locale, []).append(hint.key)
        for locale, keys in by_locale.items():
            outdated = self.filter(webhook=hints[0].webhook, locale=locale, key__in=keys)
            outdated.exclude(state=DeliveryState.DELIVERED).delete()
        WebhookDelivery.objects.bulk_create(hints)


class WebhookDelivery(models.Model):
    """One message to one webhook; its id and its words are the same in every attempt."""

    webhook = models.ForeignKey(
        Webhook, models.CASCADE, related_name="deliveries", verbose_name="địa chỉ nhận"
    )
    message_id = models.CharField("mã", max_length=40, unique=True, default=new_message_id)
    type = models.CharField("loại", max_length=30, choices=EventType)
    key = models.UUIDField("id của bài", null=True)
    locale = models.CharField("ngôn ngữ", max_length=10, blank=True)
    payload = models.TextField("nội dung", help_text="Đúng từng byte như được gửi.")
    created_at = models.DateTimeField("lập lúc", default=timezone.now)
    due_at = models.DateTimeField("gửi vào lúc", default=timezone.now)
    attempts = models.PositiveSmallIntegerField("số lần gửi", default=0)
    state = models.CharField(
        "trạng thái", max_length=10, choices=DeliveryState, default=DeliveryState.WAITING
    )
    tried_at = models.DateTimeField("gửi lần cuối", null=True)
    last_status = models.PositiveSmallIntegerField("mã trả lời", null=True)
    last_error = models.CharField("lỗi lần cuối", max_length=500, blank=True)
    milliseconds = models.PositiveIntegerField("mất (ms)", null=True)

    objects = WebhookDeliveryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "lượt báo"
        verbose_name_plural = "lượt báo"
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["webhook", "due_at", "id"],
                name="delivery_next",
                condition=Q(state=DeliveryState.WAITING),
            ),
            models.Index(
                fields=["webhook", "key"],
                name="delivery_not_received",
                condition=~Q(state=DeliveryState.DELIVERED),
            ),
            models.Index(
                fields=["webhook"],
                name="delivery_given_up",
                condition=Q(state=DeliveryState.DEAD),
            ),
            models.Index(
                fields=["tried_at"],
                name="delivery_received",
                condition=Q(state=DeliveryState.DELIVERED),
            ),
        ]

    def __str__(self) -> str:
        return self.message_id

    @property
    def standing(self) -> Standing:
        return Standing(DeliveryState(self.state).label, is_bad=self.state == DeliveryState.DEAD)

    @property
    def about(self) -> str:
        """The address of what changed; of a test, that it is one."""
        return json.loads(self.payload)["data"].get("url") or EventType(self.type).label
