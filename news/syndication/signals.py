"""A portrait that is chosen is made ready in every size.

The photos of a page are seen to when its publication is written.
"""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from news.queue import enqueue_with_commit
from people.models import Person

from .tasks import make_photos_ready


@receiver(post_save, sender=Person)
def prepare_portrait(instance: Person, **kwargs: Any) -> None:
    if instance.portrait_id:
        enqueue_with_commit(make_photos_ready, [instance.portrait_id])
