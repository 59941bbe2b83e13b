"""What the newsroom adds to Wagtail's admin."""

from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from news.importing.views import ArticleProposalsView, ProposalsView, waiting_articles
from news.links import PublicDocumentLinkHandler, PublicPageLinkHandler
from news.models import ArticlePage, Proposal
from news.newsroom import ArticleListing, ArticleViewSet


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    return [*icons, "news/icons/award.svg"]


@hooks.register("register_rich_text_features", order=100)
def register_public_links(features: FeatureRegistry) -> None:
    """After Wagtail's own, in whose place they stand."""
    features.register_link_type(PublicPageLinkHandler)
    features.register_link_type(PublicDocumentLinkHandler)


@hooks.register("register_admin_viewset")
def register_article_viewsets() -> list[ViewSet]:
    return [ArticleViewSet(), ArticleListing("tin-bai")]


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    return [
        path("news/proposals/", ProposalsView.as_view(), name="news_proposals"),
        path(
            "news/proposals/<int:article_id>/",
            ArticleProposalsView.as_view(),
            name="news_article_proposals",
        ),
    ]


class ProposalsMenuItem(MenuItem):
    """Shown only while something waits for a yes or no."""

    def is_shown(self, request: HttpRequest) -> bool:
        return waiting_articles(cast(User, request.user)).exists()


@hooks.register("register_admin_menu_item")
def register_proposals_menu_item() -> MenuItem:
    return ProposalsMenuItem(
        "Đề xuất nhập bài",
        reverse("news_proposals"),
        name="proposals",
        icon_name="clipboard-list",
        order=220,
    )


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
