"""A step of the workflow, by the rules of an office: reasons are given, nobody signs their own text."""

from typing import Any, cast

from django import forms
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.forms import TaskStateCommentForm
from wagtail.models import AbstractGroupApprovalTask, Page, PagePermissionTester, TaskState

Reader = AbstractBaseUser | AnonymousUser
MAY_APPROVE_OWN = "news.approve_own_text"


class ReasonForm(TaskStateCommentForm):
    """What a writer is told when a text comes back."""

    comment = forms.CharField(
        label="Lý do trả lại",
        help_text="Người viết nhận được lời này qua thư và trong bài, để biết cần sửa gì.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Ghi lý do để người viết biết cần sửa gì."},
    )


class RemarkForm(TaskStateCommentForm):
    """What goes with a yes."""

    comment = forms.CharField(
        label="Nhận xét",
        required=False,
        help_text="Hiện ở đầu bài cho người duyệt bước sau, và được giữ trong lịch sử.",
        widget=forms.Textarea({"rows": 3}),
    )


class ReviewTask(AbstractGroupApprovalTask):
    """Members of some groups read a text, and pass it on or send it back with a reason."""

    class Meta:
        verbose_name = "bước duyệt bài"
        verbose_name_plural = "bước duyệt bài"
        permissions = [("approve_own_text", "Được duyệt và đăng bài của chính mình")]

    @classmethod
    def get_description(cls) -> str:
        return "Người trong các nhóm đã chọn đọc bài, rồi duyệt hoặc trả lại kèm lý do"

    def get_actions(self, obj: Any, user: Reader) -> list[tuple[str, str, bool]]:
        actions = super().get_actions(obj, user)
        if may_approve(user, obj):
            return actions
        return [action for action in actions if action[0] != "approve"]

    def on_action(
        self, task_state: TaskState, user: Reader, action_name: str, **fields: Any
    ) -> Any:
        """The edit screen trusts what its dialog was told: so what counts is asked here again."""
        if action_name == "reject" and not fields.get("comment", "").strip():
            raise PermissionDenied("Trả lại bài thì phải ghi lý do.")
        return super().on_action(task_state, user, action_name, **fields)

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return ReasonForm if action == "reject" else RemarkForm

    def get_task_states_user_can_moderate(self, user: Reader, **kwargs: Any) -> QuerySet:
        """What waits for this user: not the texts somebody else has to sign."""
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        if _may_approve_all(user):
            return states
        own_pages = Page.objects.filter(owner=user.pk).annotate(as_text=Cast("pk", CharField()))
        own = Q(workflow_state__requested_by=user.pk)
        own |= Q(workflow_state__object_id__in=own_pages.values("as_text"))
        return states.exclude(own)


class PermissionsOfOthers(PagePermissionTester):
    """What somebody may do with a page: of their own they publish none, whichever way they try."""

    def can_publish(self) -> bool:
        return bool(super().can_publish()) and may_approve(self.user, self.page)

    def can_publish_subpage(self) -> bool:
        """A page that is made and published in one go is one's own."""
        may = bool(super().can_publish_subpage())
        return may and (_may_approve_all(self.user) or not _is_reviewed(self.page))

    def waits_for_others(self) -> bool:
        """Whether they would publish it, were it not their own."""
        return bool(super().can_publish()) and not self.can_publish()

    def subpages_wait_for_others(self) -> bool:
        return bool(super().can_publish_subpage()) and not self.can_publish_subpage()


def may_approve(user: Reader, page: Any) -> bool:
    """Whether they may pass the page on, or publish it: not if they made it or sent it in.

    Who mends somebody else's text may publish it. Where no step is a `ReviewTask`, Wagtail's own
    rules are all there is.
    """
    return _may_approve_all(user) or not _is_own(user, page) or not _is_reviewed(page)


def _is_own(user: Reader, page: Any) -> bool:
    if page.owner_id == user.pk:
        return True
    workflow = page.current_workflow_state
    return bool(workflow) and workflow.requested_by_id == user.pk


def _is_reviewed(page: Any) -> bool:
    steps = ReviewTask.objects.filter(active=True, workflow_tasks__workflow=page.get_workflow())
    return bool(steps.exists())


def _may_approve_all(user: Reader) -> bool:
    return cast(User, user).has_perm(MAY_APPROVE_OWN)
