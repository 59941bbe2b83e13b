"""A portrait that is chosen is made ready in every size.

The photos of a page are seen to when its publication is written.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from people.models import Person

from .tasks import make_photos_ready


@receiver(post_save, sender=Person)
def prepare_portrait(instance: Person, **kwargs: Any) -> None:
    if instance.portrait_id:
        transaction.on_commit(partial(make_photos_ready.enqueue, [instance.portrait_id]))
