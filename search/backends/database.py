"""The engine inside the site's own database, whichever it is."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connections, router
from modelsearch.backends.base import BaseSearchBackend

from search.models import IndexedDocument


def SearchBackend(parameters: dict[str, Any]) -> BaseSearchBackend:  # noqa: N802 - Wagtail's name
    vendor = connections[router.db_for_read(IndexedDocument)].vendor
    if vendor == "sqlite":
        from . import sqlite as engine
    elif vendor == "postgresql":
        from . import postgresql as engine  # type: ignore[no-redef]
    else:
        raise ImproperlyConfigured(f"No engine for {vendor}: use SQLite or PostgreSQL.")
    return engine.SearchBackend(parameters)
