"""A photo that is uploaded, and a portrait that is chosen, is made ready in every size; and an article
that is published again forgets why it was down.

What a page shows besides is seen to when its publication is written.
"""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import page_published

from news.models import ArticlePage, Photo
from news.queue import enqueue_with_commit
from people.models import Person

from .publications.tombstones import forget_choice
from .tasks import make_sizes


@receiver(post_save, sender=Photo)
def prepare_upload(instance: Photo, created: bool, **kwargs: Any) -> None:
    """While its editor still writes: then portals are told of the article once, with all its sizes.

    What an import brings by the thousand nobody has uploaded.
    """
    if created and instance.uploaded_by_user_id:
        enqueue_with_commit(make_sizes, [instance.pk])


@receiver(post_save, sender=Person)
def prepare_portrait(instance: Person, **kwargs: Any) -> None:
    if instance.portrait_id:
        enqueue_with_commit(make_sizes, [instance.portrait_id])


@receiver(page_published, sender=ArticlePage)
def begin_anew(instance: ArticlePage, revision: Revision, **kwargs: Any) -> None:
    """Within the change that publishes it, so its publication still says that it is down."""
    forget_choice(instance, revision)
