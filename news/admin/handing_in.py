"""A line to whoever reviews, which goes with a text that is handed in."""

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.utils.timezone import localtime
from wagtail.admin.action_menu import SubmitForModerationMenuItem
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import Page, PageLogEntry, WorkflowState

NOTE = "news.note_to_reviewers"  # in the history of the page, which keeps it
FIELD = "note-to-reviewers"

_typed: ContextVar[tuple[UUID | None, str]] = ContextVar("_typed", default=(None, ""))


class NoteToReviewers(SubmitForModerationMenuItem):
    """Above the button that hands the text in, wherever that is shown."""

    name = FIELD
    template_name = "news/admin/note_to_reviewers.html"


def keep_note(request: HttpRequest, *_page: Any) -> None:
    """For the review that this request may begin, and for none of a later one in the same thread."""
    _typed.set((get_active_log_context().uuid, request.POST.get(FIELD, "").strip()))


def write_down_note(review: WorkflowState) -> None:
    """As the review begins or goes on: before the letter to those who review, which quotes it."""
    request, words = _typed.get()
    if not words or request != get_active_log_context().uuid or not review.is_active:
        return
    _typed.set((None, ""))  # a review is saved several times
    log(review.content_object, action=NOTE, data={"words": words})


def notes_of(reviews: Iterable[WorkflowState]) -> list[PageLogEntry]:
    """The last note of each review, with its page; the newest first."""
    began = {int(review.object_id): review.created_at for review in reviews}
    entries = PageLogEntry.objects.filter(action=NOTE, page__in=began).select_related(
        "page", "user"
    )
    last: dict[int, PageLogEntry] = {}
    for entry in entries.order_by("-timestamp", "-pk"):
        if entry.timestamp >= began[entry.page_id]:
            last.setdefault(entry.page_id, entry)
    return list(last.values())


def note_to_reviewers(page: Page) -> str:
    """Who wrote it, when and what; "" where nobody did, or nobody reviews the page."""
    review = page.current_workflow_state
    notes = notes_of([review]) if page.workflow_in_progress else []
    return " ".join(map(sentence, notes))


def sentence(note: PageLogEntry) -> str:
    moment = f"{localtime(note.timestamp):%H:%M %d/%m/%Y}"
    return f"{note.user_display_name} nhắn người duyệt lúc {moment}: “{note.data['words']}”"


def show_note(request: HttpRequest, page: Page) -> None:
    """Above the form, to everybody who opens a text under review."""
    if request.method == "GET" and (words := note_to_reviewers(page)):
        messages.info(request, words)
