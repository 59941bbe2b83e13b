"""What follows for the portals when an article is published."""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.signals import page_published

from news.models import ArticlePage

from .tasks import make_renditions_of_article


@receiver(page_published, sender=ArticlePage)
def prepare_photos(instance: ArticlePage, **kwargs: Any) -> None:
    """In the background, and only once the worker can see what was published."""
    transaction.on_commit(partial(make_renditions_of_article.enqueue, instance.pk))
