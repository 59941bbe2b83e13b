"""Pages and snippets that go live or expire at a set time.

Wagtail's own `publish_scheduled` command stops at the first page that cannot be published,
and everything after it waits in vain. Here each stands alone.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


def keep_schedule() -> None:
    """Take down what has expired, publish what is due."""
    _unpublish_expired()
    _publish_due()


def _unpublish_expired() -> None:
    for model in _models_with_drafts():
        for item in model.objects.filter(live=True, expire_at__lt=timezone.now()):
            with _alone(item):
                item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish_due() -> None:
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    for revision in due.order_by("approved_go_live_at"):
        with _alone(revision):
            revision.publish(log_action="wagtail.publish.scheduled")


def _models_with_drafts() -> Iterator[Any]:
    yield Page
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model


@contextmanager
def _alone(item: Any) -> Iterator[None]:
    """All of it or nothing, and a failure concerns nobody else."""
    try:
        with transaction.atomic():
            yield
    except Exception:
        logger.exception("Không đăng hoặc gỡ được theo lịch: %s", item)
