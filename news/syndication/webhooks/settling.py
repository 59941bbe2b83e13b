"""What answers mean for the deliveries and for their webhooks."""

import datetime
import logging
import random
from collections.abc import Iterable

from django.db.models import F
from django.utils import timezone

from news.queue import enqueue_with_commit
from news.syndication.models import Webhook, WebhookDelivery
from news.syndication.models.webhooks import DeliveryState, EventType

from .notices import write_to_contact
from .sending import Answer

logger = logging.getLogger(__name__)

SECOND, MINUTE, HOUR = 1, 60, 60 * 60
# From the failure of one try to the next: ten tries in a little more than three days.
PAUSES = (
    5 * SECOND, 5 * MINUTE, 30 * MINUTE,
    2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR,
)  # fmt: skip
JITTER = 0.1
ASKS_FOR_PATIENCE = {429, 502, 503, 504}
LONGEST_PATIENCE = 24 * HOUR
LONGEST_REST = 5 * MINUTE
GIVE_UP_AFTER = datetime.timedelta(days=5)
GONE = 410


def settle(answers: Iterable[tuple[WebhookDelivery, Answer]]) -> None:
    """Write down what became of attempts. Call it in a transaction.

    A row may be gone meanwhile, because a newer hint took its place; its webhook learns of the
    attempt all the same.
    """
    now = timezone.now()
    took_it = set()
    for delivery, answer in answers:
        _write_down(delivery, answer, now)
        if delivery.type == EventType.TEST:
            continue
        if answer.is_success:
            took_it.add(delivery.webhook_id)
        else:
            _did_not(delivery.webhook_id, answer, now)
    _took_it(took_it, now)


def _write_down(delivery: WebhookDelivery, answer: Answer, now: datetime.datetime) -> None:
    attempts = delivery.attempts + 1
    pause = None if answer.is_success else _pause(delivery, attempts, answer)
    WebhookDelivery.objects.filter(pk=delivery.pk).update(
        attempts=attempts,
        state=_state(answer, pause),
        due_at=now + datetime.timedelta(seconds=pause or 0),
        tried_at=now,
        last_status=answer.status,
        last_error=answer.error[:500],
        milliseconds=answer.milliseconds,
    )


def _state(answer: Answer, pause: float | None) -> DeliveryState:
    if answer.is_success:
        return DeliveryState.DELIVERED
    return DeliveryState.DEAD if pause is None else DeliveryState.WAITING


def _pause(delivery: WebhookDelivery, attempts: int, answer: Answer) -> float | None:
    """Seconds until the next try; None when there is none."""
    if delivery.type == EventType.TEST or answer.status == GONE or attempts > len(PAUSES):
        return None
    # Not all that failed together tries again together.
    pause = PAUSES[attempts - 1] * random.uniform(1, 1 + JITTER)  # noqa: S311
    return max(pause, _patience(answer))


def _patience(answer: Answer) -> float:
    """Seconds the receiver asked for."""
    if answer.status not in ASKS_FOR_PATIENCE:
        return 0
    return min(answer.retry_after or 0, LONGEST_PATIENCE)


def _took_it(webhooks: set[int], now: datetime.datetime) -> None:
    Webhook.objects.filter(pk__in=webhooks).update(
        last_success_at=now, failing_since=None, failures=0, resting_until=None
    )


def _did_not(pk: int, answer: Answer, now: datetime.datetime) -> None:
    """An address that fails rests a while, longer each time: the rest of its mail must not be tried
    in vain, and not burn its tries, while nobody is there."""
    webhook = Webhook.objects.select_for_update().filter(pk=pk).first()
    if webhook is None:
        return
    rest = min(PAUSES[0] * 2 ** min(webhook.failures, 10), LONGEST_REST)
    since = webhook.failing_since or now
    Webhook.objects.filter(pk=pk).update(
        failures=F("failures") + 1,
        failing_since=since,
        resting_until=now + datetime.timedelta(seconds=max(rest, _patience(answer))),
    )
    if not webhook.is_enabled:
        return
    if answer.status == GONE:
        _give_up(webhook, "Máy nhận trả lời 410: địa chỉ này không còn dùng.")
    elif now - since >= GIVE_UP_AFTER:
        _give_up(webhook, f"Không nhận được lượt nào trong {GIVE_UP_AFTER.days} ngày liền.")


def _give_up(webhook: Webhook, reason: str) -> None:
    logger.warning("Tắt địa chỉ nhận báo của %s: %s", webhook.portal, reason)
    webhook.disable(reason)
    enqueue_with_commit(write_to_contact, webhook.pk)
