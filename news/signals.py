"""What follows when an article is published, and when people are named in a photo."""

from typing import Any

from django.db.models.signals import m2m_changed
from django.dispatch import receiver
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
