"""The settings of this folder, each with what holds when a project says nothing."""

from pathlib import Path

from django.conf import settings


def log_address() -> str:
    """A folder on this machine, or redis://… where several machines serve the site."""
    folder = Path(getattr(settings, "BASE_DIR", ".")) / "pageviews"
    return str(getattr(settings, "PAGE_VIEWS_LOG", folder))
