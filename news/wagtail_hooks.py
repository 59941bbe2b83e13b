"""What the newsroom adds to Wagtail's admin."""

from typing import cast

from django.contrib.auth.models import Permission, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from news.admin import link_dialogs
from news.admin.changing_section import ChangeSection
from news.admin.copying import begin_anew
from news.admin.handing_in import (
    NOTE,
    NoteToReviewers,
    keep_note,
    keep_what_was_not_sent,
    show_note,
)
from news.admin.home_panels import (
    NotesPanel,
    OwnDraftsPanel,
    ProposalsPanel,
    SchedulePanel,
    StartPanel,
)
from news.admin.newsroom import (
    ArticleListing,
    ArticleViewSet,
    SectionViewSet,
    WaitsForOthers,
    publish_one_way,
)
from news.admin.typed_words import scripts, who
from news.house_style.checking import LOG_ACTION
from news.house_style.screens import HouseStyleReport, ReportMenuItem, fix_findings
from news.importing.upload import UploadMenuItem, UploadView
from news.importing.views import ArticleProposalsView, ProposalsView, waiting_articles
from news.links import PublicDocumentLinkHandler, PublicPageLinkHandler
from news.models import ArticlePage, NewsIndexPage, Proposal, SectionPage
from news.models.review import MAY_APPROVE_OWN
from news.scheduling import REFUSED
from news.uploads.views import words

link_dialogs.install()
hooks.register("register_bulk_action", ChangeSection)
hooks.register("after_copy_page", begin_anew)
hooks.register("construct_page_action_menu", publish_one_way)
for screen in ("before_create_page", "before_edit_page"):
    hooks.register(screen, keep_note)
for screen in ("after_create_page", "after_edit_page"):
    hooks.register(screen, keep_what_was_not_sent)
hooks.register("before_edit_page", show_note)


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    return [*icons, "news/icons/award.svg"]


@hooks.register("insert_global_admin_css")
def style_the_newsroom() -> SafeString:
    address = versioned_static("news/admin/newsroom.css")
    return format_html('<link rel="stylesheet" href="{}">', address)


@hooks.register("insert_global_admin_js")
def leave_typed_dates_alone() -> SafeString:
    return format_html('<script src="{}"></script>', versioned_static("news/admin/dates.js"))


@hooks.register("insert_global_admin_js")
def narrow_lists_of_names() -> SafeString:
    """On every screen: photos are also uploaded in dialogs, which bring no scripts."""
    address = versioned_static("news/admin/pick_from_many.js")
    return format_html('<script src="{}" type="module"></script>', address)


@hooks.register("insert_global_admin_js")
def keep_typed_words() -> SafeString:
    return scripts()


@hooks.register("register_rich_text_features", order=100)
def register_public_links(features: FeatureRegistry) -> None:
    """After Wagtail's own, in whose place they stand."""
    features.register_link_type(PublicPageLinkHandler)
    features.register_link_type(PublicDocumentLinkHandler)


@hooks.register("register_admin_viewset")
def register_article_viewsets() -> list[ViewSet]:
    places = [SectionViewSet(model=model) for model in (NewsIndexPage, SectionPage)]
    return [ArticleViewSet(), ArticleListing("tin-bai"), *places]


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    return [
        path("news/import/", UploadView.as_view(), name="news_import"),
        path("news/proposals/", ProposalsView.as_view(), name="news_proposals"),
        path(
            "news/proposals/<int:article_id>/",
            ArticleProposalsView.as_view(),
            name="news_article_proposals",
        ),
        path("news/house-style/<int:article_id>/", fix_findings, name="news_house_style_fix"),
        path("news/who/", who, name="news_who"),
        path("news/photos/<int:pk>/words/", words, name="news_photo_words"),
        path("reports/soat-bai/", HouseStyleReport.as_view(), name="news_house_style_report"),
        path(
            "reports/soat-bai/results/",
            HouseStyleReport.as_view(results_only=True),
            name="news_house_style_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def register_house_style_report() -> MenuItem:
    return ReportMenuItem(
        "Soát bài", reverse("news_house_style_report"), icon_name="tick-inverse", order=880
    )


@hooks.register("register_log_actions")
def register_house_style_fixes(actions: LogActionRegistry) -> None:
    actions.register_action(LOG_ACTION, "Soát bài", "Đã sửa chữ theo gợi ý soát bài")


@hooks.register("register_admin_menu_item")
def register_upload_menu_item() -> MenuItem:
    return UploadMenuItem(
        "Nhập bài", reverse("news_import"), name="import", icon_name="upload", order=107
    )


@hooks.register("register_log_actions")
def register_refusals(actions: LogActionRegistry) -> None:
    @actions.register_action(REFUSED)
    class Refused(LogFormatter):
        label = "Chưa đăng được theo lịch"

        def format_message(self, entry: ModelLogEntry) -> str:
            return f"Chưa đăng được theo lịch. {entry.data.get('reason', '')}"


@hooks.register("register_log_actions")
def register_notes_to_reviewers(actions: LogActionRegistry) -> None:
    @actions.register_action(NOTE)
    class Note(LogFormatter):
        label = "Lời nhắn cho người duyệt"

        def format_message(self, entry: ModelLogEntry) -> str:
            return f"Gửi duyệt kèm lời nhắn: “{entry.data['words']}”"


class ProposalsMenuItem(MenuItem):
    """Shown only while something waits for a yes or no."""

    def is_shown(self, request: HttpRequest) -> bool:
        waits = Proposal.objects.open().exists()
        return waits and waiting_articles(cast(User, request.user)).exists()


@hooks.register("register_admin_menu_item")
def register_proposals_menu_item() -> MenuItem:
    return ProposalsMenuItem(
        "Đề xuất nhập bài",
        reverse("news_proposals"),
        name="proposals",
        icon_name="clipboard-list",
        order=220,
    )


@hooks.register("construct_homepage_panels")
def show_own_work(request: HttpRequest, panels: list[Component]) -> None:
    panels += [StartPanel(), OwnDraftsPanel(), NotesPanel(), SchedulePanel(), ProposalsPanel()]


@hooks.register("register_permissions")
def register_permissions() -> QuerySet[Permission]:
    app, codename = MAY_APPROVE_OWN.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)


@hooks.register("register_page_action_menu_item")
def say_why_it_cannot_be_published() -> ActionMenuItem:
    return WaitsForOthers(order=30)  # where “Đăng” would stand


@hooks.register("register_page_action_menu_item")
def offer_a_note_to_reviewers() -> ActionMenuItem:
    return NoteToReviewers(order=59)  # the button that hands the text in comes next


@hooks.register("register_page_header_buttons")
def proposals_button(page: Page, user: object, view_name: str, **kwargs: object) -> list:
    """On the edit screen of an imported article: how many proposals wait."""
    waiting = Proposal.objects.open().filter(article=page.pk).count()
    if view_name != "edit" or not waiting or not isinstance(page.specific, ArticlePage):
        return []
    return [
        HeaderButton(
            label=f"{waiting} đề xuất từ bản nhập",
            url=reverse("news_article_proposals", args=[page.pk]),
            icon_name="clipboard-list",
            priority=5,
        )
    ]
