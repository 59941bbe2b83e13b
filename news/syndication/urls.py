"""/api/v1/…"""

from django.urls import path, re_path

from .api.answers import for_anyone
from .api.problems import not_found
from .api.public import api

_patterns, _app, _namespace = api.urls
_with_or_without_last_slash = []
for _pattern in _patterns:
    _view = for_anyone(_pattern.callback)  # type: ignore[arg-type]
    _pattern.callback = _view
    # An answer, not the way to one: many programs follow no redirect, and what they sent would be lost.
    _address = str(_pattern.pattern)
    if _address:
        _other = _address[:-1] if _address.endswith("/") else f"{_address}/"
        _with_or_without_last_slash.append(path(_other, _view))

urlpatterns = [
    path("", (_patterns, _app, _namespace)),
    *_with_or_without_last_slash,
    re_path(r"", for_anyone(not_found)),
]
