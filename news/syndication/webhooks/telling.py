"""Publications become deliveries: whatever changed since the edition a webhook was told up to.

Nothing is noted when a change is made, so nothing can be forgotten between the change and the note:
the rows of the publications are the note. A webhook's deliveries and the edition it was told up to
are written in one transaction.
"""

import datetime
import json
import time
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from news.syndication.models import Edition, Publication, Webhook, WebhookDelivery
from news.syndication.models.publications import Reason
from news.syndication.models.webhooks import EventType
from news.syndication.portals.areas import Area

AT_ONCE = 100  # publications told in one transaction
LONGEST_RUN = 0.3  # seconds; meanwhile nothing is handed out

Told = tuple[list[Publication], int]  # rows, and the edition that is complete with them


def tell(longest: float = LONGEST_RUN) -> int:
    """Make the deliveries that are missing, for some moments; returns how many were made.

    Those furthest behind come first, so that a webhook with much to catch up holds up nobody.
    """
    started = time.monotonic()
    number = Edition.now().number
    changes = cache(lambda after: _changes(after, number))  # most webhooks stand at the same one
    made = 0
    for webhook in _behind(number):
        made += tell_one(webhook, *changes(webhook.told_up_to))
        if time.monotonic() - started > longest:
            break
    return made


def all_told() -> bool:
    return not _behind(Edition.now().number).exists()


def _behind(number: int) -> QuerySet[Webhook]:
    listening = Webhook.objects.listening().filter(told_up_to__lt=number)
    return listening.select_related("portal").order_by("told_up_to", "pk")


def tell_one(webhook: Webhook, rows: Sequence[Publication], end: int) -> int:
    """All of it or nothing. When somebody else told it, or turned it off, meanwhile: nothing."""
    hints = list(_hints(webhook, rows))
    with transaction.atomic():
        as_it_was = Webhook.objects.filter(pk=webhook.pk, told_up_to=webhook.told_up_to)
        if not as_it_was.filter(is_enabled=True).update(told_up_to=end):
            return 0
        if hints:
            WebhookDelivery.objects.replace_by(hints)
    return len(hints)


def _changes(after: int, number: int) -> Told:
    """The next publications beyond an edition, in order; always whole editions."""
    beyond = Publication.objects.filter(edition__gt=after, edition__lte=number)
    rows = list(beyond.order_by("edition", "pk")[: AT_ONCE + 1])
    if len(rows) <= AT_ONCE:
        return rows, number
    last = rows[-1].edition
    whole = [row for row in rows if row.edition < last]
    if whole:
        return whole, last - 1
    return list(beyond.filter(edition=last).order_by("pk")), last


def _hints(webhook: Webhook, rows: Sequence[Publication]) -> Iterator[WebhookDelivery]:
    taken = Area.of(webhook.portal).inside(rows)
    now = timezone.now()
    for row in rows:
        data = _what_is_told(row, row.pk in taken, now)
        if data:
            yield WebhookDelivery(
                webhook=webhook,
                type=EventType.CHANGED,
                key=row.key,
                locale=row.locale,
                payload=message(EventType.CHANGED, row.changed_at, data),
                created_at=now,
                due_at=now,
            )


def _what_is_told(
    row: Publication, is_taken: bool, now: datetime.datetime
) -> dict[str, Any] | None:
    """None: nothing. Of what the portal may not take it is told only that it is gone.

    The row does not say whether the portal could have taken it before, so that is told of all that
    was public before: a portal forgets what it never had without harm.
    """
    if row.is_told(now) and not is_taken and row.reason == Reason.PUBLISHED:
        return None
    visible, reason = row.standing(now, is_inside=is_taken)
    return _data(row, visible=visible, reason=reason)


def _data(row: Publication, *, visible: bool, reason: Reason) -> dict[str, Any]:
    return {
        "id": str(row.key),
        "type": row.kind,
        "locale": row.locale,
        "version": row.version,
        "visible": visible,
        "reason": reason.value,
        "url": row.url,
        "edition": row.edition,
    }


def message(kind: EventType, at: datetime.datetime, data: dict[str, Any]) -> str:
    """The words of a message, some hundred bytes."""
    stamp = at.astimezone(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return json.dumps(
        {"type": kind.value, "timestamp": stamp, "data": data},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def send_a_test(webhook: Webhook) -> WebhookDelivery:
    """A message that says nothing, to see whether it arrives: at once, before all that waits.

    It has one try, and whether it arrives does not count for the webhook's health.
    """
    words = message(EventType.TEST, timezone.now(), {"portal": webhook.portal.name})
    with transaction.atomic():
        Webhook.objects.filter(pk=webhook.pk).update(resting_until=None)
        return WebhookDelivery.objects.create(
            webhook=webhook, type=EventType.TEST, payload=words, due_at=webhook.created_at
        )
