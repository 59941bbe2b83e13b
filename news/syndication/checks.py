"""Rules the publications stand on."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

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
