"""What follows when an article is published, a draft saved again, and people are named in a photo."""

from typing import Any

from django.db.models.signals import m2m_changed, post_save
from django.dispatch import receiver
from wagtail.models import PageLogEntry
from wagtail.signals import page_published

from news.models import ArticlePage, Photo
from news.photo_uses import record_photo_uses
from search.outbox import remember_all


@receiver(m2m_changed, sender=Photo.people.through)
@receiver(m2m_changed, sender=Photo.organisations.through)
def index_photo(instance: Any, **kwargs: Any) -> None:
    """Who is in it is stored after the photo itself."""
    if isinstance(instance, Photo):
        remember_all(Photo, [instance.pk])


@receiver(page_published, sender=ArticlePage)
def record_captions(instance: ArticlePage, **kwargs: Any) -> None:
    record_photo_uses(instance)


@receiver(post_save, sender=PageLogEntry)
def keep_one_line_of_a_visit(instance: PageLogEntry, created: bool, **kwargs: Any) -> None:
    """What is saved by itself after every few words goes into one revision, and into one line of the history."""
    if not created or instance.action != "wagtail.edit" or not instance.revision_id:
        return
    same = {
        name: getattr(instance, name) for name in ("page_id", "revision_id", "user_id", "action")
    }
    PageLogEntry.objects.filter(**same).exclude(pk=instance.pk).delete()
