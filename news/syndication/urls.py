"""/api/v1/…"""

from django.urls import path, re_path

from .api.answers import for_anyone
from .api.problems import not_found
from .api.public import api

_patterns, _app, _namespace = api.urls
for _pattern in _patterns:
    _pattern.callback = for_anyone(_pattern.callback)  # type: ignore[arg-type]

urlpatterns = [
    path("", (_patterns, _app, _namespace)),
    # Only what ends in a slash: Django then still mends an address that merely lacks it. A line
    # break in it is a letter like any other.
    re_path(r"^(?:[\s\S]*/)?\Z", for_anyone(not_found)),
]
