"""Wagtail's index of what refers to what, brought up to date once for a page, and for many objects.

Wagtail asks for it whenever a row is saved: for the page, and again for each byline, participant and
tag of it, each time for the whole page. An editor waits while all that is asked for, the worker
while it is done.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django_tasks import task
from wagtail.models import Page, ReferenceIndex

# What `save_revision` writes: it refers to nothing but who wrote a comment.
OF_A_DRAFT = {
    "draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at",
    "wagtail_admin_comments",
}  # fmt: skip
FOR_A_WHILE = "while a page is saved"
AT_ONCE = 200  # objects; the worker has other things to do


@contextmanager
def indexed_once(page: Page, update_fields: Iterable[str] | None) -> Iterator[None]:
    """Save the page inside: its references are asked for at the end, if they can have changed."""
    # Both read models, which are not there yet when this is imported.
    from wagtail.signal_handlers import reference_index_auto_update_disabled as switched_off
    from wagtail.tasks import update_reference_index_task

    before = getattr(switched_off, "value", False)
    switched_off.value = FOR_A_WHILE
    try:
        yield
    finally:
        switched_off.value = before
    if before not in (False, FOR_A_WHILE):
        return  # by somebody who wants no index now
    if not update_fields or not OF_A_DRAFT.issuperset(update_fields):
        update_reference_index_task.enqueue(
            page._meta.app_label, page._meta.model_name, str(page.pk)
        )


def index_later(objects: Sequence[Model]) -> None:
    """Of one model, and saved without signals."""
    for start in range(0, len(objects), AT_ONCE):
        some = objects[start : start + AT_ONCE]
        index_references.enqueue(some[0]._meta.label, [each.pk for each in some])


@task()
def index_references(label: str, keys: list[int]) -> None:
    """Each for itself, so that nobody waits for all of them; what is gone meanwhile needs none."""
    for each in apps.get_model(label)._default_manager.filter(pk__in=keys):
        with transaction.atomic():
            ReferenceIndex.create_or_update_for_object(each)
