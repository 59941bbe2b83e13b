"""The search in the admin: synonyms, promoted results, and what was not found."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import Max, Q, QuerySet, Sum
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .admin.page_search import SearchablePages
from .log import DAYS
from .models import PromotedResult, SearchedWords, Synonym


def _is_both_ways(synonym: Synonym) -> str:
    return "Có" if synonym.both_ways else "Không"


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "copy"
    menu_label = "Từ đồng nghĩa"
    list_display = ["words", "meaning", Column("both_ways", "Cả hai chiều", _is_both_ways)]
    search_fields = ["words", "meaning"]


class PromotedResultViewSet(SnippetViewSet):
    model = PromotedResult
    icon = "pick"
    menu_label = "Kết quả ưu tiên"
    list_display = ["words", "page", "sort_order"]
    search_fields = ["words", "page__title"]
    ordering = ["key", "sort_order"]  # what acts together stands together, however it is written


class SearchGroup(SnippetViewSetGroup):
    menu_label = "Chỉnh tìm kiếm"  # Wagtail's own field for searching is called "Tìm kiếm"
    menu_icon = "search"
    menu_order = 220
    items = (SynonymViewSet, PromotedResultViewSet)


register_snippet(SearchGroup)


@hooks.register("register_admin_viewset", order=1)  # in place of Wagtail's own
def register_page_search() -> SearchablePages:
    return SearchablePages()


def missed(searched: QuerySet[SearchedWords]) -> QuerySet:
    """The same words count once, however they were typed; shown with accents if ever typed so.

    Without those that were searched for on a day or two: see `search.log`.
    """
    return (
        searched.values("key")
        .annotate(
            typed=Max("words"),
            nothing=Sum("found_nothing"),
            times=Sum("searches"),
            last=Max("day", filter=Q(found_nothing__gt=0)),
        )
        .filter(nothing__gt=0)
        .exclude(typed="")
        .order_by("-nothing", "-times", "key")
    )


class SearchedWordsReport(ReportView):
    """What visitors did not find in the last 90 days, most often missed first."""

    page_title = "Tìm không thấy"
    page_subtitle = f"90 ngày qua, được tìm từ {DAYS} ngày trở lên"
    header_icon = "search"
    index_url_name = "search_searched_words"
    index_results_url_name = "search_searched_words_results"
    no_results_message = f"Chưa có chữ nào được tìm từ {DAYS} ngày trở lên mà không thấy kết quả."
    columns = [
        Column("typed", label="Chữ đã tìm"),
        Column("nothing", label="Không thấy"),
        Column("times", label="Lượt tìm"),
        Column("last", label="Lần cuối", accessor=lambda row: f"{row['last']:%d/%m/%Y}"),
    ]
    list_export = [column.name for column in columns]
    export_headings = {column.name: column.label for column in columns}
    export_filename = "tim-khong-thay"
    permission_policy = ModelPermissionPolicy(Synonym)
    permission_required = "add"

    def get_queryset(self) -> QuerySet:
        return missed(SearchedWords.objects.all())

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        address = reverse("wagtailsnippets_search_synonym:add")
        return [HeaderButton("Thêm từ đồng nghĩa", address, icon_name="plus")]


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path(
            "reports/tim-khong-thay/",
            SearchedWordsReport.as_view(),
            name="search_searched_words",
        ),
        path(
            "reports/tim-khong-thay/results/",
            SearchedWordsReport.as_view(results_only=True),
            name="search_searched_words_results",
        ),
    ]


class ReportMenuItem(MenuItem):
    """For whoever may add a synonym for what was not found."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = SearchedWordsReport.permission_policy
        return bool(policy.user_has_permission(request.user, "add"))


class MissedPanel(Component):
    """On the admin's home: what was missed most in a week."""

    name = "missed"
    template_name = "search/admin/missed_panel.html"
    order = 270

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        since = timezone.localdate() - datetime.timedelta(days=6)
        return {"rows": missed(SearchedWords.objects.filter(day__gte=since))[:5]}


@hooks.register("construct_homepage_panels")
def show_what_was_missed(request: HttpRequest, panels: list[Component]) -> None:
    if SearchedWordsReport.permission_policy.user_has_permission(request.user, "add"):
        panels.append(MissedPanel())


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return ReportMenuItem(
        "Tìm không thấy", reverse("search_searched_words"), icon_name="search", order=900
    )
