"""Pages and snippets that go live or expire at a set time.

Wagtail's own `publish_scheduled` command stops at the first page that cannot be published,
and everything after it waits in vain. Here each stands alone.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.mail import send_mail
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, Page, PageLogEntry, Revision

from news.unfinished_photos import PhotosUnfinished

REFUSED = "news.publish.refused"  # in a page's history

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
            _publish_or_tell(revision)


def _publish_or_tell(revision: Revision) -> None:
    """What may not be published becomes a draft again, with the reason in its history, on the home
    page of the admin and in a letter to who set the time. It would be tried in vain for ever."""
    try:
        revision.publish(log_action="wagtail.publish.scheduled")
    except PhotosUnfinished as why:
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(why.page, REFUSED, revision=revision, data={"reason": why.reason})
        transaction.on_commit(partial(_tell, why, _who_set_the_time(why.page)), robust=True)


def _who_set_the_time(page: Page) -> Any:
    entry = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.schedule").last()
    return (entry and entry.user) or page.owner


def _tell(why: PhotosUnfinished, user: Any) -> None:
    if user and user.email:
        send_mail(f"Chưa đăng được: {why.page}", f"{why}\n\n{_address(why.page)}", [user.email])


def _address(page: Page) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}"


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
