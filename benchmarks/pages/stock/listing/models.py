"""A list of articles with pages, as Wagtail's and Django's documentation show it."""

from articles.models import ArticlePage
from django.core.paginator import Paginator
from wagtail.models import Page

ON_A_PAGE = 20


class IndexPage(Page):
    def get_context(self, request):
        context = super().get_context(request)
        articles = ArticlePage.objects.live().public().order_by("-date")
        context["articles"] = Paginator(articles, ON_A_PAGE).get_page(request.GET.get("page"))
        return context
