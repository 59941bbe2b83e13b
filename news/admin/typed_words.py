"""Nothing typed into a form of the admin is lost: the browser's part of it, and what that asks of the server."""

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe
from wagtail.admin.staticfiles import versioned_static


@require_safe
def who(request: HttpRequest) -> JsonResponse:
    """Whose session this is. Without one the admin itself leads to the form for signing in."""
    return JsonResponse({"user": request.user.pk})


def scripts() -> SafeString:
    """On every screen: a form that was sent is known to have arrived by the screen after it."""
    return format_html(
        '<script src="{}" type="module" data-typed-words data-who="{}" data-login="{}"></script>',
        versioned_static("news/admin/typed_words.js"),
        reverse("news_who"),
        reverse("wagtailadmin_login"),
    )
