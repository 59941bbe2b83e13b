"""Every save and deletion of an indexed object is noted in the outbox.

In place of Wagtail's own receivers, which write at once, after the change, and lose what an engine
does not take.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save
from modelsearch.signal_handlers import post_delete_signal_handler, post_save_signal_handler
from wagtail.search.index import get_indexed_models

from . import outbox


def connect() -> None:
    """Take the place of Wagtail's receivers, whether its app gets ready before ours or after."""
    models = [model for model in get_indexed_models() if getattr(model, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
        post_delete.disconnect(post_delete_signal_handler, sender=model)
        model.search_auto_update = False  # Wagtail connects nothing to such a model
        post_save.connect(note_saved, sender=model)
        post_delete.connect(note_deleted, sender=model)


def note_saved(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        outbox.remember(instance)


def note_deleted(instance: Any, **kwargs: Any) -> None:
    outbox.remember(instance)
