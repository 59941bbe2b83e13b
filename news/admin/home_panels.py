"""The admin's home shows whoever comes in their own work; Wagtail's panels are about what they review."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import CharField, F, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PageLogEntry, Revision, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy

from news.admin.choosing_section import places_for_drafts
from news.admin.handing_in import notes_of, sentence
from news.admin.newsroom import why_it_came_back
from news.importing.views import waiting_articles
from news.scheduling import REFUSED

SHOWN = 6
SOON = datetime.timedelta(days=7)

Context = Mapping[str, Any]


class StartPanel(Component):
    """How to begin, for who writes and has written nothing yet: an empty screen says nothing."""

    name = "start"
    template_name = "news/admin/home/start.html"
    order = 230  # below what waits for them

    def get_context_data(self, parent_context: Context) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"may_start": _writes(user) and not Page.objects.filter(owner=user).exists()}


class OwnDraftsPanel(Component):
    """What I am writing and have not handed in, the last touched first; and why a text came back."""

    name = "own_drafts"
    template_name = "news/admin/home/own_drafts.html"
    order = 200

    def get_context_data(self, parent_context: Context) -> dict[str, Any]:
        pages = list(_drafts_of(parent_context["request"].user)[:SHOWN])
        sent_back = WorkflowState.objects.filter(
            status=WorkflowState.STATUS_NEEDS_CHANGES,
            object_id__in=[str(page.pk) for page in pages],
        )
        returned = set(sent_back.values_list("object_id", flat=True))
        reasons = {page: why_it_came_back(page) for page in pages if str(page.pk) in returned}
        return {"pages": [(page, reasons.get(page, "")) for page in pages]}


class NotesPanel(Component):
    """What writers say to me of the texts that wait for me."""

    name = "notes"
    template_name = "news/admin/home/notes.html"
    order = 221  # below Wagtail's panel of these texts

    def get_context_data(self, parent_context: Context) -> dict[str, Any]:
        waiting = TaskState.objects.reviewable_by(parent_context["request"].user)
        reviews = WorkflowState.objects.filter(task_states__in=waiting)
        return {"notes": [(note.page, sentence(note)) for note in notes_of(list(reviews))]}


class SchedulePanel(Component):
    """What appears and what goes by itself in the days to come, the next first; and what could not."""

    name = "schedule"
    template_name = "news/admin/home/schedule.html"
    order = 240

    def get_context_data(self, parent_context: Context) -> dict[str, Any]:
        pages = page_permission_policy.instances_user_has_any_permission_for(
            parent_context["request"].user, ["change", "publish"]
        )
        appearing = _approved_schedule().values_list("object_id", "approved_go_live_at")
        days = {int(pk): moment for pk, moment in appearing}
        now = timezone.now()
        refused = PageLogEntry.objects.filter(action=REFUSED, timestamp__gt=now - SOON)
        going = pages.filter(live=True, expire_at__gt=now, expire_at__lte=now + SOON)
        return {
            "appearing": sorted(
                ((days[page.pk], page) for page in pages.filter(pk__in=days)),
                key=lambda each: each[0],
            )[:SHOWN],
            "going": going.order_by("expire_at")[:SHOWN],
            "refused": _not_published_since(refused, pages)[:SHOWN],
        }


class ProposalsPanel(Component):
    """Imported articles whose proposals wait for a yes or no."""

    name = "proposals"
    template_name = "news/admin/home/proposals.html"
    order = 245

    def get_context_data(self, parent_context: Context) -> dict[str, Any]:
        waiting = waiting_articles(parent_context["request"].user)
        return {"articles": waiting.defer("body").order_by("-pk")[:SHOWN]}


def _writes(user: Any) -> bool:
    """Who publishes reads what others wrote, as does whom a text waits for."""
    if page_permission_policy.user_has_permission(user, "publish"):
        return False
    return places_for_drafts(user).exists() and not TaskState.objects.reviewable_by(user).exists()


def _drafts_of(user: Any) -> QuerySet[Page]:
    reviewed = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    # Taking down counts as a change as well; what matters is whether somebody has written since.
    written_since = Q(last_published_at=None) | Q(
        latest_revision_created_at__gt=F("last_published_at")
    )
    unfinished = Q(live=False, first_published_at=None) | (
        Q(has_unpublished_changes=True) & written_since
    )
    return (
        Page.objects.filter(unfinished, owner=user, alias_of=None)
        .annotate(as_text=Cast("pk", CharField()))  # as workflows and revisions name it
        .exclude(as_text__in=reviewed.values("object_id"))
        .exclude(as_text__in=_approved_schedule().values("object_id"))
        .order_by("-latest_revision_created_at", "-pk")
    )


def _not_published_since(entries: QuerySet, pages: QuerySet[Page]) -> list[tuple[Any, Page]]:
    """Each page with the last entry about it, the newest first."""
    last = {entry.page_id: entry for entry in entries.order_by("timestamp")}
    found = [(last[page.pk], page) for page in pages.filter(pk__in=last)]
    waiting = [
        (entry, page)
        for entry, page in found
        if not page.last_published_at or page.last_published_at < entry.timestamp
    ]
    return sorted(waiting, key=lambda each: each[0].timestamp, reverse=True)


def _approved_schedule() -> QuerySet[Revision]:
    return Revision.page_revisions.filter(approved_go_live_at__gt=timezone.now())
