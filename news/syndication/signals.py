"""Photos are made ready for the portals: of an article published, a portrait chosen, a file replaced."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published

from news.models import ArticlePage, PhotoRendition
from people.models import Person

from .models import PublicationDependency
from .objects.renditions import EVERY_SPEC
from .tasks import make_renditions_of_article, make_renditions_of_photo


@receiver(page_published, sender=ArticlePage)
def prepare_photos(instance: ArticlePage, **kwargs: Any) -> None:
    """In the background, and only once the worker can see what was published."""
    transaction.on_commit(partial(make_renditions_of_article.enqueue, instance.pk))


@receiver(post_save, sender=Person)
def prepare_portrait(instance: Person, **kwargs: Any) -> None:
    if instance.portrait_id:
        transaction.on_commit(partial(make_renditions_of_photo.enqueue, instance.portrait_id))


@receiver(post_delete, sender=PhotoRendition)
def prepare_again(instance: PhotoRendition, **kwargs: Any) -> None:
    """Wagtail deletes all sizes of a photo whose file was replaced. Asked once: at the first size."""
    if instance.filter_spec != EVERY_SPEC[0]:
        return
    if PublicationDependency.objects.filter(kind="photo", key=instance.image_id).exists():
        transaction.on_commit(partial(make_renditions_of_photo.enqueue, instance.image_id))
