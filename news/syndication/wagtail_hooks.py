"""What the portals and their webhooks add to Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from .portals.offers_report import OffersMenuItem, OffersReport
from .portals.screens import PortalViewSet
from .portals.views import NewKeyView, RevokeKeyView
from .webhooks import screens

register_snippet(PortalViewSet)


@hooks.register("register_admin_urls")
def portal_urls() -> list[URLPattern]:
    return [
        path("portals/<int:pk>/new-key/", NewKeyView.as_view(), name="syndication_new_key"),
        path("portals/keys/<int:pk>/revoke/", RevokeKeyView.as_view(), name="syndication_revoke"),
    ]


@hooks.register("register_admin_urls")
def offer_urls() -> list[URLPattern]:
    results = OffersReport.as_view(results_only=True)
    return [
        path("reports/bai-cong-gui-den/", OffersReport.as_view(), name="syndication_offers"),
        path("reports/bai-cong-gui-den/results/", results, name="syndication_offers_results"),
    ]


@hooks.register("register_reports_menu_item")
def offers_menu_item() -> MenuItem:
    return OffersMenuItem(
        "Bài cổng gửi đến", reverse("syndication_offers"), icon_name="globe", order=905
    )


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("syndication.make_key", "Tạo khóa", "Đã tạo một khóa của cổng")
    actions.register_action(
        "syndication.revoke_key", "Thu hồi khóa", "Đã thu hồi một khóa của cổng"
    )


@hooks.register("register_admin_viewset")
def webhook_viewset() -> screens.WebhookViewSet:
    return screens.WebhookViewSet("webhook")


@hooks.register("register_admin_urls")
def delivery_urls() -> list[URLPattern]:
    results = screens.DeliveriesView.as_view(results_only=True)
    return [
        path("reports/luot-bao/", screens.DeliveriesView.as_view(), name="webhook_deliveries"),
        path("reports/luot-bao/results/", results, name="webhook_deliveries_results"),
        path(
            "reports/luot-bao/<int:pk>/gui-lai/",
            screens.ReplayView.as_view(),
            name="webhook_delivery_replay",
        ),
    ]


class DeliveriesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(screens.policy.user_has_permission(request.user, "change"))


@hooks.register("register_reports_menu_item")
def deliveries_menu_item() -> MenuItem:
    return DeliveriesMenuItem(
        "Lượt báo cho cổng", reverse("webhook_deliveries"), icon_name="mail", order=910
    )


@hooks.register("construct_homepage_panels")
def add_webhook_trouble(request: HttpRequest, panels: list[Any]) -> None:
    if screens.policy.user_has_permission(request.user, "change"):
        panels.append(screens.TroublePanel())
