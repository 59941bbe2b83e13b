"""/api/v1/…"""

from django.urls import path, re_path

from .api.answers import for_anyone
from .api.problems import not_found
from .api.public import api

_patterns, _app, _namespace = api.urls
_without_last_slash = []
for _pattern in _patterns:
    _view = for_anyone(_pattern.callback)  # type: ignore[arg-type]
    _pattern.callback = _view
    # An answer, not the way to one: many programs follow no redirect, and what they sent would be lost.
    if str(_pattern.pattern).endswith("/"):
        _without_last_slash.append(path(str(_pattern.pattern)[:-1], _view))

urlpatterns = [
    path("", (_patterns, _app, _namespace)),
    *_without_last_slash,
    re_path(r"", for_anyone(not_found)),
]
