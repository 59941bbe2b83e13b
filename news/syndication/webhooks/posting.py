"""The loop that posts: one message at a time to each address, all addresses side by side.

It runs in a thread of its own in the worker, so that neither waits for the other. It alone speaks to
the database; the threads it hands messages to only send them, so a portal that hangs holds up a
thread and nothing else. What was handed out is written down when its answer comes: when the process
dies in between, the message is sent once more.
"""

import logging
import threading
import time
from collections.abc import Callable, Collection
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from django.db import close_old_connections, connection, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from news.syndication.models import Webhook, WebhookDelivery

from .sending import Answer, post
from .settling import settle
from .signing import signed_headers
from .telling import all_told, tell

logger = logging.getLogger(__name__)

SIDE_BY_SIDE = 64  # more than there are provinces; a thread is made when it is needed
LOOK = 0.5  # seconds between two looks when nothing happens
AFTER_FAILURE = 5.0  # the database is away, most likely: do not fill the log
USER_AGENT = "CongNoiVu-Webhooks/1"


class Postman:
    """One per site; two would do no harm, but send some messages twice."""

    name = "báo tin cho các cổng"

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="webhook")
        self._on_the_way: dict[Future[Answer], WebhookDelivery] = {}

    def run(self, stopping: threading.Event) -> None:
        """Until it is told to stop; what is on the way then is waited for, and written down."""
        while not stopping.is_set():
            try:
                close_old_connections()
                self._turn()
                self._wait(stopping)
            except Exception:
                logger.exception("Không báo được tin cho các cổng")
                stopping.wait(AFTER_FAILURE)
        self._finish()
        connection.close()

    def once(self) -> None:
        """All that is to be told and due, and then no more."""
        while self._turn() or self._on_the_way or not all_told():
            wait(self._on_the_way, return_when=FIRST_COMPLETED)
        self._threads.shutdown()

    def _turn(self) -> bool:
        """Write down what came back, make what is missing, hand out what is due; was there any?"""
        settled = self._settle()
        told = tell()
        handed_out = self._hand_out()
        return bool(settled or told or handed_out)

    def _settle(self) -> int:
        """All that came back together, in one short transaction."""
        back = [answer for answer in self._on_the_way if answer.done()]
        if not back:
            return 0
        with transaction.atomic():
            settle((self._on_the_way[answer], _what_came(answer)) for answer in back)
        for answer in back:
            del self._on_the_way[answer]
        return len(back)

    def _hand_out(self) -> int:
        busy = {delivery.webhook_id for delivery in self._on_the_way.values()}
        deliveries = next_deliveries(busy)
        for delivery in deliveries:
            self._on_the_way[self._threads.submit(sender(delivery))] = delivery
        return len(deliveries)

    def _wait(self, stopping: threading.Event) -> None:
        if self._on_the_way:
            wait(self._on_the_way, timeout=LOOK, return_when=FIRST_COMPLETED)
        else:
            stopping.wait(LOOK)

    def _finish(self) -> None:
        self._threads.shutdown()
        try:
            self._settle()
        except Exception:
            logger.exception("Không ghi được kết quả báo tin; các tin ấy sẽ được gửi lại")


def _what_came(answer: Future[Answer]) -> Answer:
    """A message that cannot even be sent is a failure like others, and must not stop the loop."""
    error = answer.exception()
    if error is None:
        return answer.result()
    logger.error("Không gửi được lượt báo", exc_info=error)
    return Answer(None, f"Không gửi được: {error!r}")


def next_deliveries(busy: Collection[int]) -> list[WebhookDelivery]:
    """Of each webhook that is not busy, the message that has been due longest."""
    now = timezone.now()
    due = WebhookDelivery.objects.due(now).filter(webhook=OuterRef("pk"))
    webhooks = Webhook.objects.listening().rested(now).exclude(pk__in=busy)
    first = webhooks.annotate(first=Subquery(due.values("pk")[:1])).values_list("first", flat=True)
    pks = [pk for pk in first if pk is not None]
    return list(WebhookDelivery.objects.filter(pk__in=pks).select_related("webhook"))


def sender(delivery: WebhookDelivery) -> Callable[[], Answer]:
    """The attempt, with all it needs from the database in its hand."""
    url, keys = delivery.webhook.url, delivery.webhook.secrets(timezone.now())
    message_id, body = delivery.message_id, delivery.payload.encode()

    def send() -> Answer:
        headers = signed_headers(keys, message_id, int(time.time()), body)
        return post(
            url,
            {"Content-Type": "application/json", "User-Agent": USER_AGENT, **headers},
            body,
        )

    return send
