"""Every save and deletion of an indexed object is noted in the outbox.

In place of Wagtail's own receivers, which write at once, after the change, and lose what an engine
does not take.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save
from modelsearch.signal_handlers import post_delete_signal_handler, post_save_signal_handler
from wagtail.models import Page, PageViewRestriction
from wagtail.search.index import get_indexed_models
from wagtail.signals import page_slug_changed, post_page_move

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
    post_page_move.connect(note_all_below)
    page_slug_changed.connect(note_all_below)
    post_save.connect(note_restricted, sender=PageViewRestriction)
    post_delete.connect(note_restricted, sender=PageViewRestriction)


def note_saved(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        outbox.remember(instance)


def note_deleted(instance: Any, **kwargs: Any) -> None:
    outbox.remember(instance)


def note_restricted(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    """Whether the public sees a page decides whether its words are counted."""
    if not raw:
        _note_at_and_below(instance.page_id)


def note_all_below(instance: Page, **kwargs: Any) -> None:
    """Pages below also depend on their place: their path and their section."""
    _note_at_and_below(instance.pk)


def _note_at_and_below(page: int) -> None:
    place = Page.objects.values_list("path", flat=True).filter(pk=page).first()
    if place is None:
        return
    keys: dict[int, list[int]] = {}
    below = Page.objects.filter(path__startswith=place)
    for pk, content_type in below.values_list("pk", "content_type"):
        keys.setdefault(content_type, []).append(pk)
    for content_type, pages in sorted(keys.items()):
        if model := ContentType.objects.get_for_id(content_type).model_class():
            outbox.remember_all(model, pages)
