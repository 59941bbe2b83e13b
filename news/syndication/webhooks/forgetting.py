"""What arrived is not kept for ever."""

import datetime

from django.utils import timezone

from news.syndication.models import WebhookDelivery
from news.syndication.models.webhooks import DeliveryState

KEPT = datetime.timedelta(days=30)
AT_ONCE = 1000  # deleted in one go, and others may write in between


def forget_old_deliveries() -> int:
    """Returns how many. What never arrived stays until a newer message takes its place."""
    received = WebhookDelivery.objects.filter(state=DeliveryState.DELIVERED)
    old = received.filter(tried_at__lt=timezone.now() - KEPT).order_by("tried_at")
    forgotten = 0
    while pks := list(old.values_list("pk", flat=True)[:AT_ONCE]):
        forgotten += WebhookDelivery.objects.filter(pk__in=pks).delete()[0]
    return forgotten
