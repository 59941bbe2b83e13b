"""What readers wrote and nobody has answered yet, on the home screen of those who may answer."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from website.models import Feedback

SHOWN = 6


class NewFeedbackPanel(Component):
    name = "new_feedback"
    template_name = "website/admin/new_feedback.html"
    order = 222  # below the texts that wait for them

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The oldest first: they wait longest."""
        if not parent_context["request"].user.has_perm("website.change_feedback"):
            return {}
        new = Feedback.objects.filter(state=Feedback.State.NEW).order_by("pk")
        return {"letters": new[:SHOWN], "more": max(0, new.count() - SHOWN)}
