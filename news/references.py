"""Wagtail's index of what refers to what, brought up to date once for a page.

Wagtail asks for it whenever a row is saved: for the page, and again for each byline, participant and
tag of it, each time for the whole page. An editor waits while all that is asked for, the worker
while it is done.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from wagtail.models import Page

# What `save_revision` writes: it refers to nothing but who wrote a comment.
OF_A_DRAFT = {
    "draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at",
    "wagtail_admin_comments",
}  # fmt: skip
FOR_A_WHILE = "while a page is saved"


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
