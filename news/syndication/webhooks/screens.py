"""The admin screens of the webhooks. Whoever may change portals may do all of this, and nobody else."""

from typing import Any

import django_filters
from django.contrib import messages
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from news.syndication.models import Portal, Webhook, WebhookDelivery
from news.syndication.models.webhooks import DeliveryState

from .telling import send_a_test

policy = ModelPermissionPolicy(Portal)
for model in (Webhook, WebhookDelivery):
    register_permission_policy(model, policy)


class MomentColumn(Column):
    cell_template_name = "syndication/admin/moment_cell.html"


class StateColumn(Column):
    """Shows `instance.standing`, red when a person is needed."""

    cell_template_name = "syndication/admin/state_cell.html"


# --- Webhooks --------------------------------------------------------------------------------------


def _address_of(webhook: Webhook) -> str:
    return reverse("webhook:inspect", args=[webhook.pk])


class NewWebhookView(generic.CreateView):
    def get_success_url(self) -> str:
        """Where the secret is, which the portal needs next."""
        return _address_of(self.object)


class WebhookView(generic.InspectView):
    """How a webhook stands, its secret, and what can be done about it."""

    any_permission_required = ["change"]
    page_title = "Địa chỉ nhận báo"
    template_name = "syndication/admin/webhook.html"

    def get_page_subtitle(self) -> str:
        return str(self.object.portal)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deliveries = self.object.deliveries
        kwargs["dead"] = deliveries.dead().count()
        kwargs["waiting"] = deliveries.waiting().count()
        kwargs["latest"] = deliveries.all()[:10]
        kwargs["deliveries_url"] = f"{reverse('webhook_deliveries')}?webhook={self.object.pk}"
        return {**super().get_context_data(**kwargs), "webhook": self.object}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        verb = request.POST.get("do", "")
        if verb in VERBS:
            messages.success(request, VERBS[verb](self.object))
        return redirect(_address_of(self.object))


def _test(webhook: Webhook) -> str:
    send_a_test(webhook)
    return "Đã lập một lượt gửi thử; tải lại trang sau vài giây để xem kết quả."


def _rotate(webhook: Webhook) -> str:
    webhook.rotate_secret()
    return "Đã đổi khóa ký. Trong một ngày, mỗi lượt báo mang cả chữ ký cũ và mới."


def _enable(webhook: Webhook) -> str:
    webhook.enable()
    return "Đã bật lại. Những gì thay đổi trong lúc tắt sẽ được báo."


def _disable(webhook: Webhook) -> str:
    webhook.disable("")
    return "Đã tắt."


def _replay(webhook: Webhook) -> str:
    return f"Sẽ gửi lại {webhook.deliveries.replay()} lượt."


VERBS = {
    "test": _test,
    "rotate": _rotate,
    "enable": _enable,
    "disable": _disable,
    "replay": _replay,
}


class WebhookViewSet(ModelViewSet):
    model = Webhook
    icon = "mail"
    menu_label = "Báo tin cho cổng"
    menu_order = 900
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    add_view_class = NewWebhookView
    inspect_view_class = WebhookView
    inspect_template_name = WebhookView.template_name
    form_fields = ["portal", "url"]
    list_display = [
        TitleColumn("portal", label="Cổng tỉnh", get_url=_address_of),
        Column("url", label="Địa chỉ nhận"),
        StateColumn("standing", label="Trạng thái"),
        MomentColumn("last_success_at", label="Nhận được lần cuối"),
    ]
    list_filter = ["portal"]

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """None of their own."""
        return Permission.objects.none()


# --- Deliveries ------------------------------------------------------------------------------------


class DeliveryFilters(WagtailFilterSet):
    webhook__portal = django_filters.ModelChoiceFilter(
        label="Cổng tỉnh", queryset=Portal.objects.all(), empty_label="Tất cả"
    )
    webhook = django_filters.ModelChoiceFilter(
        label="Địa chỉ nhận",
        queryset=Webhook.objects.select_related("portal"),
        empty_label="Tất cả",
    )
    state = django_filters.ChoiceFilter(
        label="Trạng thái", choices=DeliveryState.choices, empty_label="Tất cả"
    )

    class Meta:
        model = WebhookDelivery
        fields: list[str] = []


class ReplayColumn(Column):
    """What became of the last try, and a button where there will be no other."""

    cell_template_name = "syndication/admin/outcome_cell.html"

    def render_cell_html(self, instance: Any, parent_context: Any) -> str:
        context = self.get_cell_context_data(instance, parent_context)
        return self.cell_template.render(context, parent_context.get("request"))


class DeliveriesView(ReportView):
    """The newest first."""

    model = WebhookDelivery
    permission_required = "change"
    page_title = "Lượt báo cho cổng"
    header_icon = "mail"
    index_url_name = "webhook_deliveries"
    index_results_url_name = "webhook_deliveries_results"
    no_results_message = "Không có lượt báo nào."
    filterset_class = DeliveryFilters
    columns = [
        TitleColumn(
            "portal",
            label="Cổng tỉnh",
            accessor="webhook.portal",
            get_url=lambda row: _address_of(row.webhook),
        ),
        Column("about", label="Báo về"),
        StateColumn("standing", label="Trạng thái"),
        ReplayColumn("outcome", label="Lần gửi cuối"),
        MomentColumn("created_at", label="Lập lúc"),
    ]
    list_export = ["message_id", "webhook", "type", "state", "attempts", "last_error", "created_at"]
    export_filename = "luot-bao"

    def get_queryset(self) -> QuerySet[WebhookDelivery]:
        return WebhookDelivery.objects.select_related("webhook__portal").order_by("-pk")


class ReplayView(PermissionCheckedMixin, View):
    """POST: one dead letter is sent again."""

    permission_policy = policy
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if WebhookDelivery.objects.filter(pk=pk).replay():
            messages.success(request, "Lượt báo sẽ được gửi lại.")
        return redirect("webhook_deliveries")


# --- The dashboard ---------------------------------------------------------------------------------


class TroublePanel(Component):
    """What a person has to look after: addresses that were turned off, and letters given up."""

    order = 50
    template_name = "syndication/admin/trouble.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        off = Webhook.objects.filter(is_enabled=False).exclude(disabled_reason="")
        return {
            "webhooks": off.select_related("portal"),
            "dead": WebhookDelivery.objects.dead().count(),
            "dead_url": f"{reverse('webhook_deliveries')}?state={DeliveryState.DEAD}",
        }
