"""“Soát bài” in the admin: beside the form of an article, and for what was published lately."""

import datetime
from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

import django_filters
from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from news.models import ArticlePage

from .checking import HasChanged, House, fix
from .findings import Finding, Rule

DAYS = 90
EXPORTED = 300  # articles, the newest; each takes some hundredths of a second


class HouseStylePanel(BaseSidePanel):
    """What the rules find in the saved draft, each with its fix where there is one."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Soát bài"
        icon_name = "tick-inverse"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"count": len(self.panel.findings)}

    name = "house-style"
    title = "Soát bài"
    template_name = "news/admin/house_style_panel.html"
    order = 340

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            css={"all": ["news/admin/house_style.css"]}, js=["news/admin/house_style.js"]
        )

    @cached_property
    def findings(self) -> list[Finding]:
        """Of what is stored: the form may hold words that could not be saved."""
        if not self.object.pk:
            return []
        stored = ArticlePage.objects.get(pk=self.object.pk)
        return House.read().check(stored.get_latest_revision_as_object())

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        by_rule: dict[Rule, list[Finding]] = {}
        for finding in self.findings:
            by_rule.setdefault(finding.rule, []).append(finding)
        return context | {
            "groups": [(rule, by_rule[rule]) for rule in Rule if rule in by_rule],
            "total": len(self.findings),
            "fix_url": reverse("news_house_style_fix", args=[self.object.pk or 0]),
            "csrf_token": get_token(self.request),  # a component is rendered without the request
            "may_fix": bool(self.object.pk)
            and not self.object.permissions_for_user(self.request.user).page_locked(),
        }


@require_POST
def fix_findings(request: HttpRequest, article_id: int) -> HttpResponse:
    """Puts the findings named by their keys right in the latest draft."""
    article = get_object_or_404(ArticlePage, pk=article_id)
    permissions = article.permissions_for_user(request.user)
    if not permissions.can_edit() or article.alias_of_id or not request.user.is_authenticated:
        raise PermissionDenied
    answer = redirect("wagtailadmin_pages:edit", article.pk)
    if permissions.page_locked():
        messages.error(request, "Bài đang bị khóa hoặc đang chờ người khác duyệt.")
        return answer
    try:
        fixed = fix(article, request.POST.getlist("finding"), request.user)
    except HasChanged:
        messages.error(
            request,
            "Chữ ở chỗ này đã thay đổi sau khi soát, nên chưa sửa gì. Bài vừa được soát lại.",
        )
        return answer
    note = " Bài đang đăng chưa đổi." if article.live else ""
    messages.success(request, f"Đã sửa {fixed} chỗ trong bản nháp.{note}")
    return answer


# --- The report ------------------------------------------------------------------------------------


class Row(NamedTuple):
    """A finding as a line of the report."""

    article: ArticlePage
    finding: Finding

    @property
    def title(self) -> str:
        return str(self.article.title)

    @property
    def rule(self) -> str:
        return str(self.finding.rule.label)

    @property
    def words(self) -> str:
        return self._shown(self.finding.words)

    @property
    def replacement(self) -> str:
        return self._shown(self.finding.replacement or "")

    def _shown(self, words: str) -> str:
        """A blank or a comma alone would say nothing."""
        if self.finding.rule != Rule.PUNCTUATION:
            return words
        return f"{self.finding.before[-12:]}{words}{self.finding.after[:12]}".strip()

    @property
    def why(self) -> str:
        return self.finding.why

    @property
    def place(self) -> str:
        return self.finding.passage.label

    @property
    def url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.article.pk])


class RuleFilter(WagtailFilterSet):
    """The database knows no rules: the view itself leaves out what was not asked for."""

    rule = django_filters.ChoiceFilter(
        label="Quy tắc", choices=Rule.choices, empty_label="Tất cả", method="leave_to_the_view"
    )

    class Meta:
        model = ArticlePage
        fields = ["rule"]

    def leave_to_the_view(self, articles: QuerySet, name: str, value: str) -> QuerySet:
        return articles


class HouseStyleReport(ReportView):
    """What is public since 90 days and has findings; a page checks so many articles and no more."""

    page_title = "Soát bài"
    page_subtitle = f"tin bài đăng trong {DAYS} ngày qua"
    header_icon = "tick-inverse"
    index_url_name = "news_house_style_report"
    index_results_url_name = "news_house_style_report_results"
    results_template_name = "news/admin/house_style_results.html"
    no_results_message = "Không có gì cần xem lại trong những bài này."
    filterset_class = RuleFilter
    paginate_by = 25
    columns = [
        TitleColumn("title", label="Tin bài", get_url=lambda row: row.url),
        Column("place", label="Ở"),
        Column("words", label="Trong bài"),
        Column("replacement", label="Nên là"),
        Column("why", label="Vì sao"),
        Column("rule", label="Quy tắc"),
    ]
    list_export = [column.name for column in columns]
    export_headings = {column.name: column.label for column in columns}
    export_filename = "soat-bai"
    permission_policy = page_permission_policy
    permission_required = "change"

    def get_queryset(self) -> QuerySet:
        """Published lately, and the user's to mend; newest first."""
        since = timezone.now() - datetime.timedelta(days=DAYS)
        own = page_permission_policy.instances_user_has_permission_for(self.request.user, "change")
        articles = (
            ArticlePage.objects.live()
            .filter(published_at__gte=since, pk__in=own.values("pk"))
            .filter(locale__language_code__startswith="vi")
            .select_related("locale")
            .prefetch_related("participants__person", "byline__person", "grants_of_text__title")
            .newest_first()
        )
        return articles[:EXPORTED] if self.is_export else articles

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A page of articles becomes the rows of their findings."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        rows = self._rows(context["object_list"])
        return context | {
            "object_list": rows,
            "table": self.get_table(rows),
            "exported": EXPORTED,
            "is_filtering": False,  # Wagtail would tell how many articles there are
        }

    def _rows(self, articles: Iterable[ArticlePage]) -> list[Row]:
        house, rule = House.read(), self.request.GET.get("rule", "")
        wanted = {rule} if rule in Rule.values else set(Rule.values)
        return [
            Row(article, finding)
            for article in articles
            for finding in house.check(article)
            if finding.rule in wanted
        ]


class ReportMenuItem(MenuItem):
    """For whoever may edit some page."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(page_permission_policy.user_has_permission(request.user, "change"))
