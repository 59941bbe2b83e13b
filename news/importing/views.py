"""The admin screens on which an editor accepts or refuses what imports propose."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from news.models import ArticlePage, ImportRecord, Proposal

from .proposals import CannotAccept, accept, refuse

ARTICLES_PER_PAGE = 30


class ProposalsView(WagtailAdminTemplateMixin, TemplateView):
    """Imported articles that still have proposals, the newest import first."""

    page_title = "Đề xuất từ bản nhập"
    header_icon = "clipboard-list"
    template_name = "news/admin/proposals.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        still_open = Q(proposals__state=Proposal.State.OPEN)
        articles = (
            ArticlePage.objects.annotate(open_proposals=Count("proposals", filter=still_open))
            .filter(open_proposals__gt=0)
            .defer("body")
            .order_by("-pk")
        )
        pages = Paginator(articles, ARTICLES_PER_PAGE)
        kwargs["articles"] = pages.get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs)


class ArticleProposalsView(WagtailAdminTemplateMixin, TemplateView):
    """One article's proposals beside the words they were read from, and the lines dropped."""

    header_icon = "clipboard-list"
    template_name = "news/admin/article_proposals.html"
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": reverse_lazy("news_proposals"), "label": "Đề xuất từ bản nhập"},
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.article = get_object_or_404(ArticlePage, pk=kwargs["article_id"])
        if not self.article.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.article.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.article.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs["article"] = self.article
        kwargs["proposals"] = self.article.proposals.select_related(
            "grant__title", "grant__organisation", "decided_by"
        )
        kwargs["record"] = ImportRecord.objects.filter(article=self.article).first()
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """`accept` or `refuse` names one proposal by its id, or says "all" of the open ones."""
        yes = "accept" in request.POST
        decide = accept if yes else refuse
        user = cast(User, request.user)  # the admin lets nobody else in
        for proposal in self._chosen(request.POST.get("accept" if yes else "refuse", "")):
            try:
                decide(proposal, user)
            except CannotAccept as reason:
                messages.error(request, f"{proposal.get_kind_display()}: {reason}")
            else:
                done = "Đã nhận" if yes else "Đã bỏ"
                messages.success(request, f"{done}: {proposal.words[:120]}")
        return redirect(reverse("news_article_proposals", args=[article_id]))

    def _chosen(self, which: str) -> list[Proposal]:
        waiting = Proposal.objects.open().filter(article=self.article)
        if which == "all":
            return list(waiting)
        return list(waiting.filter(pk=int(which))) if which.isascii() and which.isdigit() else []
