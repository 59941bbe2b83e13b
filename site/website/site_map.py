"""/so-do-trang/: everything a reader can go to, on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from news.awards.models import AwardAnnouncementPage, ConsultationPage
from news.models import ArticlePage, Topic
from news.models.base import PublicPageQuerySet
from search.addresses import front_page

# Listed on the pages above them, newest first, with dates and pictures.
TEXTS = (ArticlePage, AwardAnnouncementPage, ConsultationPage)


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    home = front_page(request)
    context = {
        "branches": branches(home) if home else [],
        "topics": Topic.objects.with_articles(Locale.get_active()),
    }
    return render(request, "website/site_map.html", context)


def branches(home: Page) -> list[dict]:
    """The public pages below home but for single texts: [{"page": …, "below": […]}, …]."""
    public = PublicPageQuerySet(Page).publicly_visible().descendant_of(home)
    pages = public.not_type(TEXTS).order_by("path")
    nodes = {page.path: {"page": page, "below": []} for page in pages}
    top: list[dict] = []
    for path, node in nodes.items():
        above = nodes.get(path[: -Page.steplen])
        (above["below"] if above else top).append(node)
    return top
