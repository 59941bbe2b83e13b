"""What follows when an article is published."""

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from news.models import ArticlePage
from news.photo_uses import record_photo_uses


@receiver(page_published, sender=ArticlePage)
def record_captions(instance: ArticlePage, **kwargs: Any) -> None:
    record_photo_uses(instance)
