"""What the search view of a new project does, answering in JSON."""

from django.core.paginator import Paginator
from django.http import HttpRequest, JsonResponse
from wagtail.models import Page


def search(request: HttpRequest) -> JsonResponse:
    results = Page.objects.live().search(request.GET["query"])
    page = Paginator(results, 10).get_page(request.GET.get("page", 1))
    items = [{"external_id": found.slug, "title": found.title} for found in page]
    return JsonResponse({"items": items, "total": page.paginator.count})
