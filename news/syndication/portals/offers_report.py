"""The report of what portals offered: which portal, when, and what became of it."""

from collections.abc import Mapping, Sequence
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy

from news.syndication.models import OfferedArticle, Portal

from .offers import State, state_of

LABELS: Mapping[State, str] = {
    "draft": "Bản nháp",
    "in_review": "Đang duyệt",
    "needs_changes": "Bị trả lại để sửa",
    "published": "Đang đăng",
    "withdrawn": "Đã gỡ xuống",
    "deleted": "Đã xóa",
}


def _edit_url(offer: OfferedArticle) -> str | None:
    if offer.article_id is None:
        return None
    return reverse("wagtailadmin_pages:edit", args=[offer.article_id])


class OfferFilters(WagtailFilterSet):
    portal = django_filters.ModelChoiceFilter(
        label="Cổng tỉnh", queryset=Portal.objects.all(), empty_label="Tất cả"
    )
    received_at = django_filters.DateFromToRangeFilter(
        label="Nhận trong khoảng", widget=DateRangePickerWidget
    )

    class Meta:
        model = OfferedArticle
        fields: list[str] = []


class OffersReport(ReportView):
    """Those whose drafts the user may edit; deleted ones for whoever looks after the portals."""

    model = OfferedArticle
    permission_policy = page_permission_policy
    permission_required = "change"
    page_title = "Bài cổng gửi đến"
    header_icon = "globe"
    index_url_name = "syndication_offers"
    index_results_url_name = "syndication_offers_results"
    no_results_message = "Chưa có bài nào do cổng gửi đến."
    filterset_class = OfferFilters
    paginate_by = 50
    columns = [
        TitleColumn(
            "title",
            label="Tin bài",
            accessor=lambda offer: offer.content.get("title", ""),
            get_url=_edit_url,
            width="40%",
        ),
        Column("portal", label="Cổng tỉnh"),
        Column("state", label="Tình trạng"),
        DateColumn("received_at", label="Nhận lúc"),
        DateColumn("sent_again_at", label="Cổng gửi lại lúc"),
    ]
    list_export = ["portal", "external_id", "content.title", "received_at", "sent_again_at"]
    export_headings = {
        "portal": "Cổng tỉnh",
        "external_id": "Mã ở cổng",
        "content.title": "Tin bài",
        "received_at": "Nhận lúc",
        "sent_again_at": "Cổng gửi lại lúc",
    }
    export_filename = "bai-cong-gui-den"

    def get_queryset(self) -> QuerySet[OfferedArticle]:
        user = self.request.user
        own = page_permission_policy.instances_user_has_permission_for(user, "change")
        shown = Q(article__in=own.values("pk"))
        if ModelPermissionPolicy(Portal).user_has_permission(user, "change"):
            shown |= Q(article=None)
        return OfferedArticle.objects.filter(shown).select_related("portal")

    def decorate_paginated_queryset(self, offers: Sequence[OfferedArticle]) -> Any:
        drafts = {offer.article_id for offer in offers if offer.article_id}
        pages = Page.objects.prefetch_workflow_states().in_bulk(drafts)
        for offer in offers:
            offer.state = LABELS[state_of(pages.get(offer.article_id))]  # type: ignore[attr-defined]
        return offers


class OffersMenuItem(MenuItem):
    """For whoever may edit some page, once a portal may offer any."""

    def is_shown(self, request: HttpRequest) -> bool:
        may_edit: Any = page_permission_policy.user_has_permission(request.user, "change")
        offering = Q(may_offer_articles=True) | Q(offers__isnull=False)
        return bool(may_edit) and Portal.objects.filter(offering).exists()
