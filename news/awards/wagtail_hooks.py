"""The award register in the admin's menu."""

from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from news.admin.comparing import VersionsView
from news.admin.newsroom import ReviewedEditView, ReviewView
from search.admin.listed_names import ListedChooserViewSet

from .models import (
    AwardAnnouncementPage,
    AwardDecision,
    AwardGrant,
    AwardTitle,
    ConsultationPage,
    EmulationMovement,
    Holiday,
)


class AwardGrantViewSet(SnippetViewSet):
    model = AwardGrant
    icon = "award"
    menu_label = "Lượt khen thưởng"
    list_display = ["title", "recipient_name", "quantity", "year", "status"]
    list_filter = ["status", "year", "title"]


class AwardDecisionViewSet(SnippetViewSet):
    model = AwardDecision
    icon = "doc-full"
    menu_label = "Quyết định"
    list_display = ["number", "decided_on", "issuer", "status"]


class AwardTitleViewSet(SnippetViewSet):
    model = AwardTitle
    icon = "list-ol"
    menu_label = "Danh hiệu, hình thức"
    list_display = ["name", "code", "level", "valid_from", "valid_to"]
    list_filter = ["kind", "level"]
    inspect_view_enabled = True
    chooser_viewset_class = ListedChooserViewSet


class EmulationMovementViewSet(SnippetViewSet):
    model = EmulationMovement
    icon = "pick"
    menu_label = "Phong trào thi đua"
    list_display = ["name", "year", "launched_by"]
    search_fields = ["name"]


class HolidayViewSet(SnippetViewSet):
    model = Holiday
    icon = "date"
    menu_label = "Ngày nghỉ"
    list_display = ["day", "name", BooleanColumn("is_working", label="Làm việc bù")]
    search_fields = ["name"]


class AwardsGroup(SnippetViewSetGroup):
    menu_label = "Khen thưởng"
    menu_icon = "award"
    menu_order = 205
    items = (
        AwardGrantViewSet,
        AwardDecisionViewSet,
        AwardTitleViewSet,
        EmulationMovementViewSet,
        HolidayViewSet,
    )


register_snippet(AwardsGroup)


class AwardPageViewSet(PageViewSet):
    """As Wagtail has it, and says what a review has done and which versions are compared."""

    edit_view_class = ReviewedEditView
    revisions_compare_view_class = VersionsView
    workflow_action_view_class = ReviewView


@hooks.register("register_admin_viewset")
def register_award_pages() -> list[PageViewSet]:
    return [AwardPageViewSet(model=model) for model in (AwardAnnouncementPage, ConsultationPage)]
