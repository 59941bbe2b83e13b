"""/favicon.ico: browsers ask for it beside whatever is no page of ours, a photo or the API's answers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


@require_safe
@cache_control(public=True, max_age=60 * 60)
def favicon(request: HttpRequest) -> HttpResponse:
    """To where the icon is now: on a server that address changes with the icon."""
    return redirect(static("website/img/mark.svg"))
