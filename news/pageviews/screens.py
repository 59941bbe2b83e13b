"""Page views in the admin: the report, what was read most, and how often one article was."""

import datetime
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Locale

from news.models import ArticlePage

from .models import ViewDay, ViewTotal
from .reports import By, Line, report, total_of

DAYS_AT_FIRST = 30
LONGEST = 5 * 366  # days
SHOWN = 100  # lines; the exports hold all


class PeriodForm(forms.Form):
    by = forms.ChoiceField(label="Thống kê theo", choices=By.choices)
    since = forms.DateField(label="Từ ngày", widget=AdminDateInput)
    until = forms.DateField(label="Đến ngày", widget=AdminDateInput)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            raise forms.ValidationError("Ngày đầu phải đứng trước ngày cuối.")
        if until and until > timezone.localdate():
            raise forms.ValidationError("Ngày cuối không được ở tương lai.")
        if since and until and (until - since).days > LONGEST:
            raise forms.ValidationError("Chỉ thống kê được nhiều nhất 5 năm một lần.")
        return cleaned


class ViewsReport(SpreadsheetExportMixin, WagtailAdminTemplateMixin, TemplateView):
    """By time, article, section, unit or author, between two days; prints, and exports whole."""

    page_title = "Lượt xem"
    header_icon = "view"
    template_name = "pageviews/admin/report.html"
    list_export = ["label", "views", "website", "portals", "surplus", "robots"]
    export_headings = {
        "views": "Lượt xem",
        "website": "Trên trang này",
        "portals": "Trên các cổng tỉnh",
        "surplus": "Vượt mức từ một địa chỉ",
        "robots": "Máy đọc",
    }
    export_filename = "luot-xem"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        article = _article(request)
        today = timezone.localdate()
        asked = {
            "by": By.DAY.value,
            "since": today - datetime.timedelta(days=DAYS_AT_FIRST - 1),
            "until": today,
        } | {name: request.GET[name] for name in ("by", "since", "until") if name in request.GET}
        form = PeriodForm(asked)
        lines: list[Line] = []
        if form.is_valid():
            by = By(form.cleaned_data["by"])
            since, until = form.cleaned_data["since"], form.cleaned_data["until"]
            lines = report(by, since, until, article)
            self.export_headings = {"label": by.label, **self.export_headings}
            if self.is_export:
                answer: HttpResponse = self.as_spreadsheet(lines, request.GET["export"])
                return answer
        return self.render_to_response(
            self.get_context_data(
                form=form,
                article=article,
                heading=By(form.cleaned_data["by"]).label if form.is_valid() else "",
                lines=lines[:SHOWN],
                left_out=max(len(lines) - SHOWN, 0),
                total=total_of(lines) if _adds_up(form) else None,
            )
        )


def _article(request: HttpRequest) -> ArticlePage | None:
    """The one the report is asked of; of all, when there is none. Titles of what is not public are
    for those who may edit it."""
    pk = request.GET.get("article", "")
    if not pk:
        return None
    known = pk.isascii() and pk.isdigit() and len(pk) < 19
    article = get_object_or_404(ArticlePage, pk=int(pk) if known else 0)
    is_public = ArticlePage.objects.publicly_visible().filter(pk=article.pk).exists()
    if not is_public and not article.permissions_for_user(request.user).can_edit():
        raise Http404
    return article


def _adds_up(form: PeriodForm) -> bool:
    """An article of two authors is in two lines."""
    return form.is_valid() and form.cleaned_data["by"] not in (By.UNIT, By.AUTHOR)


class MostReadPanel(Component):
    """On the admin's home: what was read most in the last seven days."""

    order = 260
    template_name = "pageviews/admin/most_read_panel.html"
    most = 5

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        read = ViewTotal.objects.filter(last_week__gt=0)
        own = ViewTotal.objects.filter(article=OuterRef("translation_key")).values("last_week")
        articles = (
            ArticlePage.objects.publicly_visible()
            .filter(translation_key__in=read.values("article"), locale=Locale.get_default())
            .annotate(last_week=Subquery(own))
            .order_by("-last_week", "-published_at")
            .defer("body")
        )
        return {"articles": articles[: self.most]}


@dataclass(frozen=True)
class Height:
    """Of a bar, in percent of the drawing."""

    bar: float

    @property
    def space(self) -> float:
        """Above it."""
        return 100 - self.bar


class ViewsPanel(BaseSidePanel):
    """Beside the form of an article: how often it was read, where and when."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Lượt xem"
        icon_name = "view"

    name = "views"
    title = "Lượt xem"
    template_name = "pageviews/admin/views_panel.html"
    order = 350
    days = 30

    @property
    def media(self) -> forms.Media:
        return forms.Media(css={"all": ["pageviews/admin/views.css"]})

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        key = self.object.translation_key
        context["total"] = ViewTotal.objects.filter(article=key).first()
        today = timezone.localdate()
        first = today - datetime.timedelta(days=self.days - 1)
        counted: dict[datetime.date, int] = {}
        for row in ViewDay.objects.filter(article=key, day__gte=first):
            counted[row.day] = counted.get(row.day, 0) + row.views
        most = max(counted.values(), default=0) or 1
        days = [first + datetime.timedelta(days=number) for number in range(self.days)]
        context["days"] = [
            (day, views, Height(100 * views / most))
            for day, views in ((day, counted.get(day, 0)) for day in days)
        ]
        context["report_url"] = f"{reverse('pageviews_report')}?article={self.object.pk}"
        return context
