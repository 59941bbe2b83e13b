"""The award register in the admin's menu."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.admin.widgets.button import BaseButton, HeaderButton
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet, SnippetViewSetGroup

from news.admin.comparing import VersionsView
from news.admin.newsroom import ReviewedEditView, ReviewView
from search.admin.listed_names import ListedChooserViewSet
from search.admin.told_apart import ToldApartChooserViewSet

from .importing.storing import LOG_ACTION
from .importing.views import ImportView, download_template, import_address, may_import
from .models import (
    AwardAnnouncementPage,
    AwardDecision,
    AwardGrant,
    AwardTitle,
    ConsultationPage,
    EmulationMovement,
    Holiday,
)

IMPORT = "Nhập danh sách"


def import_buttons(user: Any, decision: AwardDecision | None = None) -> list[HeaderButton]:
    """For whoever may add grants."""
    if not may_import(user):
        return []
    return [HeaderButton(IMPORT, import_address(decision), icon_name="upload", priority=2000)]


class GrantListView(IndexView):
    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        return [*super().header_buttons, *import_buttons(self.request.user)]


class DecisionListView(IndexView):
    def get_list_more_buttons(self, instance: AwardDecision) -> list[Any]:
        buttons: list[Any] = super().get_list_more_buttons(instance)
        if may_import(self.request.user):
            address = import_address(instance)
            buttons.append(MenuItem(IMPORT, address, icon_name="upload", priority=15))
        return buttons


class DecisionEditView(EditView):
    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        return [*super().header_buttons, *import_buttons(self.request.user, self.object)]


class GrantChooserViewSet(ToldApartChooserViewSet):
    beside = (Column("year", label="Năm thành tích"), Column("decision", label="Quyết định"))
    fetched = ("title", "decision")


class AwardGrantViewSet(SnippetViewSet):
    model = AwardGrant
    index_view_class = GrantListView
    icon = "award"
    menu_label = "Lượt khen thưởng"
    list_display = ["title", "recipient_name", "quantity", "year", "status"]
    list_filter = ["status", "year", "title"]
    chooser_viewset_class = GrantChooserViewSet


class AwardDecisionViewSet(SnippetViewSet):
    model = AwardDecision
    icon = "doc-full"
    menu_label = "Quyết định"
    index_view_class = DecisionListView
    edit_view_class = DecisionEditView
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


def _kind_of_day(day: Holiday) -> str:
    return "Ngày làm việc bù" if day.is_working else "Ngày nghỉ"


class HolidayViewSet(SnippetViewSet):
    model = Holiday
    icon = "date"
    menu_label = "Ngày nghỉ"
    list_display = ["day", "name", Column("is_working", label="Loại ngày", accessor=_kind_of_day)]
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


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    return [
        path("awards/import/", ImportView.as_view(), name="awards_import"),
        path("awards/import/template/", download_template, name="awards_import_template"),
    ]


@hooks.register("register_log_actions")
def register_imports(actions: LogActionRegistry) -> None:
    @actions.register_action(LOG_ACTION)
    class Imported(LogFormatter):
        label = "Nhập danh sách"

        def format_message(self, entry: ModelLogEntry) -> str:
            file, count = entry.data.get("file", ""), entry.data.get("count")
            if count:
                return f"Đã nhập {count} lượt khen thưởng từ “{file}”"
            return f"Đã nhập từ “{file}”, dòng {entry.data.get('row', '')}"
