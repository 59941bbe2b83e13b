"""What a project that uses the search room has to set up."""

from typing import Any

from django.core.checks import CheckMessage, Error, register
from wagtail.search.backends import get_search_backend

from .backends.base import SearchBackend


@register
def the_engine_is_one_of_ours(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if isinstance(get_search_backend(), SearchBackend):
        return []
    return [
        Error(
            "The search page needs one of the engines of the search app.",
            hint='Set WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backends.database"}}.',
            id="search.E001",
        )
    ]
