"""/api/v1/…"""

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from .api.answers import for_anyone
from .api.problems import not_found
from .api.public import api

_patterns, _app, _namespace = api.urls
for _pattern in _patterns:
    _pattern.callback = for_anyone(_pattern.callback)  # type: ignore[arg-type]


def with_slash(request: HttpRequest) -> HttpResponse:
    """Where one writes, 308: after Django's own 301 a program would send a GET, and the text be lost."""
    return HttpResponse(status=308, headers={"Location": f"{request.path}/"})


urlpatterns = [
    re_path(r"^(?:inbox/articles|portal-views|views/[-\w]+)\Z", csrf_exempt(with_slash)),
    path("", (_patterns, _app, _namespace)),
    # Only what ends in a slash: Django then still mends an address that merely lacks it. A line
    # break in it is a letter like any other.
    re_path(r"^(?:[\s\S]*/)?\Z", for_anyone(not_found)),
]
