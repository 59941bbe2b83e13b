"""A line to whoever reviews, which goes with a text that is handed in."""

import datetime
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Q
from django.http import HttpRequest
from django.utils.timezone import localtime
from wagtail.admin.action_menu import SubmitForModerationMenuItem
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import Page, PageLogEntry, TaskState, WorkflowState

NOTE = "news.note_to_reviewers"  # in the history of the page, which keeps it
FIELD = "note-to-reviewers"

_typed: ContextVar[tuple[UUID | None, str]] = ContextVar("_typed", default=(None, ""))


class NoteToReviewers(SubmitForModerationMenuItem):
    """Above the button that hands the text in, wherever that is shown."""

    name = FIELD
    template_name = "news/admin/note_to_reviewers.html"

    def get_context_data(self, parent_context: Any) -> Any:
        """With what was typed before: the form was refused, or only saved."""
        request, page = parent_context["request"], parent_context.get("page")
        words = request.POST.get(FIELD) or (page and _unsent(request).get(str(page.pk)))
        return super().get_context_data(parent_context) | {"words": words or ""}


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


def keep_what_was_not_sent(request: HttpRequest, page: Page) -> None:
    """A note goes with the button that hands the text in; after any other it stands there still."""
    _request, words = _typed.get()
    unsent = {key: kept for key, kept in _unsent(request).items() if key != str(page.pk)}
    if words:
        unsent[str(page.pk)] = words
    if unsent != _unsent(request):
        request.session[FIELD] = unsent


def _unsent(request: HttpRequest) -> Mapping[str, str]:
    kept: Mapping[str, str] = request.session.get(FIELD, {})
    return kept


def notes_of(reviews: Sequence[WorkflowState]) -> list[PageLogEntry]:
    """What was said of each page when it was last handed in, with the page; the newest first."""
    handed_in = _handed_in(reviews)
    entries = PageLogEntry.objects.filter(action=NOTE, page__in=handed_in).select_related(
        "page", "user"
    )
    last: dict[int, PageLogEntry] = {}
    for entry in entries.order_by("-timestamp", "-pk"):
        if entry.timestamp >= handed_in[entry.page_id]:
            last.setdefault(entry.page_id, entry)
    return list(last.values())


def _handed_in(reviews: Sequence[WorkflowState]) -> dict[int, datetime.datetime]:
    """By page: the moment behind which it was, when the review began or the text was last sent back."""
    sent_back = Max(
        "task_states__finished_at", filter=Q(task_states__status=TaskState.STATUS_REJECTED)
    )
    of_pages = WorkflowState.objects.filter(
        pk__in=[review.pk for review in reviews],
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    rows = of_pages.annotate(sent_back=sent_back)
    return {int(each.object_id): each.sent_back or each.created_at for each in rows}


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
    if request.method != "GET":
        return
    for words in (note_to_reviewers(page), *remarks_of_reviewers(page)):
        if words:
            messages.info(request, words)


def remarks_of_reviewers(page: Page) -> list[str]:
    """What earlier steps said with their yes, since the text was last handed in."""
    review = page.current_workflow_state
    if not page.workflow_in_progress:
        return []
    steps = review.task_states.filter(
        status=TaskState.STATUS_APPROVED, finished_at__gte=_handed_in([review])[page.pk]
    )
    said = steps.exclude(comment="").select_related("finished_by").order_by("finished_at")
    return [_remark(step) for step in said]


def _remark(step: TaskState) -> str:
    editor = step.finished_by
    who = (editor.get_full_name() or editor.username) if editor else "Tòa soạn"
    return f"{who} duyệt lúc {localtime(step.finished_at):%H:%M %d/%m/%Y}: “{step.comment}”"
