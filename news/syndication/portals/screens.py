"""The portals' list and form in the admin."""

from typing import Any

from django import forms
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localtime
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from news.syndication.models import Portal, PortalDay, Publication

from .views import PortalEditView, PortalForm, PortalListView


def _is_active(portal: Portal) -> str:
    """Sections are deleted without anybody asking who takes them."""
    if not portal.is_active:
        return "Không"
    return "Có, nhưng không còn mục nào để lấy" if _takes_nothing(portal) else "Có"


def _takes_nothing(portal: Any) -> bool:
    """What is chosen was annotated."""
    return not (portal.takes_all_sections or portal.has_sections) or not (
        portal.takes_all_provinces or portal.has_provinces
    )


def _last_seen(portal: Portal) -> str:
    seen = portal.last_seen_at
    return f"{localtime(seen):%H:%M %d/%m/%Y}" if seen else "Chưa gọi"


def _lag(portal: Portal) -> str:
    behind: int | None = portal.behind  # type: ignore[attr-defined] # annotated
    if behind is None:
        return "Chưa hỏi"
    return f"Chậm {behind} lần cập nhật" if behind > 0 else "Đã đủ"


class PortalViewSet(SnippetViewSet):
    model = Portal
    icon = "globe"
    menu_label = "Cổng tỉnh"
    menu_order = 230
    add_to_admin_menu = True
    list_display = [
        "name",
        "province",
        Column("is_active", "Hoạt động", _is_active),
        Column("last_seen_at", "Lần gọi gần nhất", _last_seen),
        Column("behind", "Thay đổi chưa lấy", _lag),
        Column("today", "Yêu cầu hôm nay"),
    ]
    index_view_class = PortalListView
    index_template_name = "syndication/admin/portals.html"
    edit_view_class = PortalEditView
    edit_template_name = "syndication/admin/portal.html"
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("province", widget=forms.Select), FieldPanel("is_active")]),
            MultiFieldPanel(
                [
                    FieldPanel("contact_name"),
                    FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
                ],
                heading="Liên hệ",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("may_read"),
                    FieldPanel("may_report_views"),
                    FieldPanel("may_offer_articles"),
                    FieldPanel("offers_go_to", widget=forms.Select),
                ],
                heading="Được làm gì",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("takes_all_sections"),
                    FieldPanel("sections", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("takes_all_provinces"),
                    FieldPanel("provinces", widget=forms.CheckboxSelectMultiple),
                ],
                heading="Được lấy tin nào",
                help_text="Đổi ở đây thì cổng phải lấy lại từ đầu, và tự biết điều đó ở lần hỏi sau.",
            ),
            FieldPanel("requests_per_minute"),
            FieldPanel("note"),
        ],
        base_form_class=PortalForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Portal]:
        days = PortalDay.objects.filter(portal=OuterRef("pk"), day=timezone.localdate())
        editions = Publication.objects.order_by("-edition").values("edition")[:1]
        return Portal.objects.select_related("province").annotate(
            today=Subquery(days.values("requests")[:1]),
            behind=Subquery(editions) - F("asked_since"),
            has_sections=Exists(Portal.sections.through.objects.filter(portal=OuterRef("pk"))),
            has_provinces=Exists(Portal.provinces.through.objects.filter(portal=OuterRef("pk"))),
        )
