"""What follows when an article is published or handed in, a draft saved again, a photo added, and people are
named in it."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import m2m_changed, post_save
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context, log, registry
from wagtail.models import PageLogEntry, WorkflowState
from wagtail.signals import page_published

from news.admin.handing_in import write_down_note
from news.models import ArticlePage, Photo
from news.photo_uses import record_photo_uses
from search.outbox import remember_all


@receiver(m2m_changed, sender=Photo.people.through)
@receiver(m2m_changed, sender=Photo.organisations.through)
def index_photo(instance: Any, **kwargs: Any) -> None:
    """Who is in it is stored after the photo itself."""
    if isinstance(instance, Photo):
        remember_all(Photo, [instance.pk])


@receiver(post_save, sender=Photo)
def write_down_who_added(instance: Photo, created: bool, **kwargs: Any) -> None:
    """Wagtail does for a photo that comes alone; not for one of several at once, nor of a chooser."""
    user = get_active_log_context().user
    if created and user:
        transaction.on_commit(partial(_write_down_unless_it_is, instance, user))


def _write_down_unless_it_is(photo: Photo, user: Any) -> None:
    if not registry.get_logs_for_instance(photo).exists():
        log(photo, action="wagtail.create", user=user)


@receiver(page_published, sender=ArticlePage)
def record_captions(instance: ArticlePage, **kwargs: Any) -> None:
    record_photo_uses(instance)


@receiver(post_save, sender=WorkflowState)
def write_down_what_reviewers_are_told(instance: WorkflowState, **kwargs: Any) -> None:
    write_down_note(instance)


@receiver(post_save, sender=PageLogEntry)
def keep_one_line_of_a_visit(instance: PageLogEntry, created: bool, **kwargs: Any) -> None:
    """What is saved by itself after every few words goes into one revision, and into one line of the history."""
    if not created or instance.action != "wagtail.edit" or not instance.revision_id:
        return
    same = {
        name: getattr(instance, name) for name in ("page_id", "revision_id", "user_id", "action")
    }
    PageLogEntry.objects.filter(**same).exclude(pk=instance.pk).delete()
