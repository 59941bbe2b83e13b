"""The admin's screens for portals: the form with its keys and its use, and a new key, shown once."""

import datetime
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, IndexView

from news.importing.store import sections_for_imports
from news.syndication.models import Edition, Portal, PortalKey
from people.models import Province
from search.addresses import absolute

DAYS_SHOWN = 30


class PortalForm(WagtailAdminModelForm):
    """Sections once, not once in each language; of the provinces those that stand today."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = Province.objects.on(timezone.localdate())
        choices: dict[str, QuerySet] = {
            "sections": sections_for_imports(),
            "offers_go_to": sections_for_imports(),
            "provinces": today,
            "province": today,
        }
        for name, rows in choices.items():
            field = self.fields.get(name)
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = rows

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        for name, all_of_them in (
            ("sections", "mọi chuyên mục"),
            ("provinces", "mọi tỉnh, thành phố"),
        ):
            takes_all, chosen = cleaned.get(f"takes_all_{name}"), cleaned.get(name)
            if takes_all and chosen:
                self.add_error(
                    name, f"Bỏ chọn “lấy {all_of_them}”, hoặc bỏ những mục đã chọn ở đây."
                )
            elif not takes_all and not chosen:
                self.add_error(name, f"Chọn ít nhất một mục, hoặc chọn “lấy {all_of_them}”.")
        return cleaned


class PortalListView(IndexView):
    """Under the list: whether what the portals take was ever found wrong."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(missed=Edition.now().missed, **kwargs)


class PortalEditView(EditView):
    """Under the form: keys, and what the portal used."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        portal = self.object
        return super().get_context_data(
            keys=portal.keys.all(),
            days=days_of(portal),
            lag=portal.lag,
            **kwargs,
        )


@dataclass(frozen=True)
class ShownDay:
    day: datetime.date
    requests: int
    refused: int
    items: int
    bar: float  # percent of the busiest day
    refused_bar: float


def days_of(portal: Portal) -> list[ShownDay]:
    """The last days, today first; days without a request are left out."""
    first = timezone.localdate() - datetime.timedelta(days=DAYS_SHOWN - 1)
    days = list(portal.days.filter(day__gte=first))
    most = max((day.requests for day in days), default=0) or 1
    return [
        ShownDay(
            day.day,
            day.requests,
            day.refused,
            day.items,
            100 * day.requests / most,
            100 * day.refused / most,
        )
        for day in days
    ]


class _PortalScreen(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Only for who may change portals."""

    permission_policy = ModelPermissionPolicy(Portal)
    permission_required = "change"
    header_icon = "key"

    portal: Portal

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailsnippets_syndication_portal:list"), "label": "Cổng tỉnh"},
            {"url": self._edit_url(), "label": self.portal.name},
            {"url": "", "label": self.page_title},
        ]

    def _edit_url(self) -> str:
        return reverse("wagtailsnippets_syndication_portal:edit", args=[self.portal.pk])


@method_decorator(never_cache, name="dispatch")
class NewKeyView(_PortalScreen):
    """Made by a POST and shown in its answer: the key itself is kept nowhere."""

    page_title = "Khóa mới"
    template_name = "syndication/admin/new_key.html"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.portal = get_object_or_404(Portal, pk=pk)
        row, key = PortalKey.make(self.portal)
        log(self.portal, "syndication.make_key", data={"key": str(row)})
        context = self.get_context_data(
            portal=self.portal,
            key=key,
            edit_url=self._edit_url(),
            articles_url=absolute(reverse("api-v1:api-root") + "articles/"),
            inbox_url=absolute(reverse("api-v1:api-root") + "inbox/articles/"),
        )
        return render(request, self.template_name, context)


class RevokeKeyView(_PortalScreen):
    """Asks once, then revokes."""

    page_title = "Thu hồi khóa"
    template_name = "syndication/admin/revoke_key.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.key = get_object_or_404(PortalKey.objects.select_related("portal"), pk=kwargs["pk"])
        self.portal = self.key.portal
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            key=self.key, portal=self.portal, edit_url=self._edit_url(), **kwargs
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.key.revoke()
        log(self.portal, "syndication.revoke_key", data={"key": str(self.key)})
        messages.success(request, f"Đã thu hồi khóa {self.key}")
        return redirect(self._edit_url())
