"""What follows for the portals when an article is published or a portrait is chosen."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from news.models import ArticlePage
from people.models import Person

from .tasks import make_renditions_of_article, make_renditions_of_portrait


@receiver(page_published, sender=ArticlePage)
def prepare_photos(instance: ArticlePage, **kwargs: Any) -> None:
    """In the background, and only once the worker can see what was published."""
    transaction.on_commit(partial(make_renditions_of_article.enqueue, instance.pk))


@receiver(post_save, sender=Person)
def prepare_portrait(instance: Person, **kwargs: Any) -> None:
    if instance.portrait_id:
        transaction.on_commit(partial(make_renditions_of_portrait.enqueue, instance.portrait_id))
