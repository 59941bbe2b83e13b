"""What an editor is told when a page is not published because of its photos."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages

from news.unfinished_photos import PhotosUnfinished


class PhotosUnfinishedMiddleware:
    """Back to the page, with a sentence that names the photos, whichever screen published it.

    The page's own form says so before; here ends what publishes without a form: the buttons of a
    workflow, many pages at once. Nothing of it has happened, for it was one transaction.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, why: Exception) -> HttpResponse | None:
        if not isinstance(why, PhotosUnfinished):
            return None
        address = reverse("wagtailadmin_pages:edit", args=[why.page.pk])
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"detail": str(why)}, status=400)
        messages.error(request, str(why))
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            # As Wagtail's dialogs are told that they are done and where to go.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)
