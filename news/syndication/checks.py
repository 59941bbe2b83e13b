"""Rules the publications stand on."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from .portals.settings import trusted_proxies
from .publications.hooks import wrapped


@register
def changes_are_followed(**kwargs: Any) -> list[CheckMessage]:
    """Another app that replaces one of these methods would make changes nobody outside sees."""
    return [
        Error(
            f"{owner.__name__}.{name} does not run inside changes().",
            hint="news.syndication.publications.hooks wraps it; something has replaced it since.",
            obj=owner,
            id="syndication.E001",
        )
        for owner, name in wrapped()
        if not getattr(getattr(owner, name), "within_changes", False)
    ]


@register
def trusted_proxies_are_networks(**kwargs: Any) -> list[CheckMessage]:
    try:
        trusted_proxies()
    except ValueError as error:
        hint = "Addresses or networks, such as 10.0.0.0/8."
        return [Error(f"API_TRUSTED_PROXIES: {error}", hint=hint, id="syndication.E002")]
    return []
