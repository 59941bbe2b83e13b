"""What page views add to Wagtail's admin; whoever may come in may read the numbers."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .screens import MostReadPanel, ViewsReport


@hooks.register("register_admin_urls")
def report_url() -> list[URLPattern]:
    return [path("reports/luot-xem/", ViewsReport.as_view(), name="pageviews_report")]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return MenuItem("Lượt xem", reverse("pageviews_report"), icon_name="view", order=890)


@hooks.register("construct_homepage_panels")
def add_most_read(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(MostReadPanel())
