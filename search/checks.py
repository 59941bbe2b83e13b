"""What a project that uses the search room has to set up."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as CheckWarning
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model
from wagtail.search.backends import get_search_backend, get_search_backends

from .backends.base import SearchBackend
from .backends.rows import RowSearchBackend
from .kinds import models_of_kinds


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


@register
def a_server_stands_beside_the_database(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """It knows the words, and answers while the server is away."""
    engine, kept = get_search_backend(), get_search_backends(with_auto_update=True)
    if not isinstance(engine, SearchBackend) or isinstance(engine, RowSearchBackend):
        return []
    if any(isinstance(each, RowSearchBackend) for each in kept):
        return []
    return [
        Error(
            "The search server needs the engine in the database beside it.",
            hint='Add "database": {"BACKEND": "search.backends.database"} to WAGTAILSEARCH_BACKENDS.',
            id="search.E002",
        )
    ]


@register
def page_types_are_told_apart(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    return [
        CheckWarning(
            f"{_labels(models)} are all called “{kind}” by the search and its facet.",
            hint="Name the classes apart.",
            id="search.W001",
        )
        for kind, models in models_of_kinds().items()
        if len(models) > 1
    ]


@register(Tags.database)
def no_database_is_older_than_its_migrations(
    app_configs: Any, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Migrations that were put together take a database from nothing, or from all they replace.

    Of one in between Django says that there is nothing to apply, and columns would be missing.
    """
    return [
        Error(
            f"The database “{alias}” is older than {app}.{name}, and what leads there is gone.",
            hint=f"Upgrade it with the version of “{app}” before first; ours stand in CHANGELOG.md.",
            id="search.E003",
        )
        for alias in databases or ()
        for app, name in _out_of_reach(
            MigrationLoader(connections[alias], ignore_no_migrations=True)
        )
    ]


def _out_of_reach(loader: MigrationLoader) -> list[tuple[str, str]]:
    return [
        key
        for key, migration in loader.replacements.items()
        if not loader.applied_migrations.keys().isdisjoint(migration.replaces)
        and any(
            each not in loader.applied_migrations and each not in loader.disk_migrations
            for each in migration.replaces
        )
    ]


def _labels(models: Sequence[type[Model]]) -> str:
    return ", ".join(model._meta.label for model in models)
