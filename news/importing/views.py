"""The admin screens on which an editor accepts or refuses what imports propose."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import page_permission_policy

from news.house_style.passages import passages
from news.models import ArticlePage, ImportRecord, Proposal

from .proposals import CannotAccept, accept, may_accept, refuse

ARTICLES_PER_PAGE = 30


def waiting_articles(user: User) -> QuerySet[ArticlePage]:
    """Articles with open proposals that the user may edit; each counts its `open_proposals`.

    Asked on every screen of the admin, so the proposals come first: to count them of each article
    took longer the more articles there were.
    """
    still_open = Proposal.objects.open().order_by()
    counted = still_open.filter(article=OuterRef("pk")).values("article").annotate(n=Count("pk"))
    editable = page_permission_policy.instances_user_has_permission_for(user, "change")
    return (
        ArticlePage.objects.filter(pk__in=still_open.values("article"))
        .filter(pk__in=editable.values("pk"))
        .annotate(open_proposals=Subquery(counted.values("n")))
    )


def _source_of(record: ImportRecord) -> list[tuple[str, str]]:
    """Each line of the source, and why it was left out; "" for what went into the article."""
    reasons = {(number, text): reason for number, text, reason in record.dropped}
    return [(text, reasons.get((number, text), "")) for number, text in record.lines]


class ProposalsView(WagtailAdminTemplateMixin, TemplateView):
    """Imported articles that still have proposals, the newest import first."""

    page_title = "Đề xuất từ bản nhập"
    header_icon = "clipboard-list"
    template_name = "news/admin/proposals.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        articles = waiting_articles(cast(User, self.request.user))
        pages = Paginator(articles.defer("body").order_by("-pk"), ARTICLES_PER_PAGE)
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
        permissions = self.article.permissions_for_user(request.user)
        if not permissions.can_edit():
            raise PermissionDenied
        self.locked = permissions.page_locked()
        if request.method == "POST" and self.locked:  # the screen says so
            return redirect(reverse("news_article_proposals", args=[self.article.pk]))
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
        kwargs["locked"] = self.locked
        kwargs["acceptable"] = [] if self.locked else self._acceptable()
        record = ImportRecord.objects.filter(article=self.article).first()
        kwargs["record"] = record
        if record and record.lines:
            kwargs["lines"] = _source_of(record)
            kwargs["draft"] = self.article.get_latest_revision_as_object()
            kwargs["passages"] = passages(kwargs["draft"])
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """`accept` or `refuse` names one proposal by its id, or says "all": of those still open,
        to accept are those alone which this user may."""
        yes = "accept" in request.POST
        decide = accept if yes else refuse
        user = cast(User, request.user)  # the admin lets nobody else in
        decided = 0
        which = request.POST.get("accept" if yes else "refuse", "")
        chosen = self._acceptable() if yes and which == "all" else self._chosen(which)
        for proposal in chosen:
            try:
                decide(proposal, user)
            except CannotAccept as reason:
                messages.error(request, f"{proposal.get_kind_display()}: {reason}")
            else:
                decided += 1
        if decided:
            messages.success(request, f"{'Đã nhận' if yes else 'Đã bỏ'} {decided} đề xuất.")
        return redirect(reverse("news_article_proposals", args=[article_id]))

    def _acceptable(self) -> list[Proposal]:
        user = cast(User, self.request.user)
        return [each for each in self.article.proposals.open() if may_accept(each, user)]

    def _chosen(self, which: str) -> list[Proposal]:
        waiting = Proposal.objects.open().filter(article=self.article)
        if which == "all":
            return list(waiting)
        is_id = which.isascii() and which.isdigit() and len(which) < 19
        return list(waiting.filter(pk=int(which))) if is_id else []
