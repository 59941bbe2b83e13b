"""The search in the admin: synonyms, promoted results, and what was not found."""

from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import PromotedResult, SearchedWords, Synonym


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "duplicate"
    menu_label = "Từ đồng nghĩa"
    list_display = ["words", "meaning", "both_ways"]


class PromotedResultViewSet(SnippetViewSet):
    model = PromotedResult
    icon = "pick"
    menu_label = "Kết quả ưu tiên"
    list_display = ["words", "page", "sort_order"]


class SearchGroup(SnippetViewSetGroup):
    menu_label = "Tìm kiếm"
    menu_icon = "search"
    menu_order = 220
    items = (SynonymViewSet, PromotedResultViewSet)


register_snippet(SearchGroup)


class SearchedWordsReport(ReportView):
    """What visitors searched for in the last 90 days, first what they did not find."""

    page_title = "Tìm không thấy"
    header_icon = "search"
    index_url_name = "search_searched_words"
    index_results_url_name = "search_searched_words_results"
    columns = [
        Column("words", label="Chữ đã tìm"),
        Column("nothing", label="Lượt không thấy"),
        Column("times", label="Lượt tìm"),
    ]
    list_export = ["words", "nothing", "times"]
    export_headings = {"words": "Chữ đã tìm", "nothing": "Lượt không thấy", "times": "Lượt tìm"}
    permission_policy = ModelPermissionPolicy(Synonym)
    any_permission_required = ["add", "change"]

    def get_queryset(self) -> QuerySet:
        return (
            SearchedWords.objects.order_by()
            .values("words")
            .annotate(nothing=Sum("found_nothing"), times=Sum("searches"))
            .order_by("-nothing", "-times")
        )


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
        return bool(policy.user_has_any_permission(request.user, ["add", "change"]))


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return ReportMenuItem(
        "Tìm không thấy", reverse("search_searched_words"), icon_name="search", order=900
    )
