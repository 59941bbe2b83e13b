"""What the admin's scripts ask of photos."""

from django.http import Http404, HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from wagtail.permissions import policy_registry

from news.models import Photo


def words(request: HttpRequest, pk: int) -> JsonResponse:
    """The words a photo brings to where it is used; 404 where the editor may not choose it."""
    photo = get_object_or_404(Photo, pk=pk)
    policy = policy_registry.get_by_type(Photo)
    if not policy.user_has_permission_for_instance(request.user, "choose", photo):
        raise Http404
    return JsonResponse(
        {"caption": photo.caption, "alt": photo.description, "credit": photo.credit_line}
    )
