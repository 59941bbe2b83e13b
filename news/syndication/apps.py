from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate


class SyndicationConfig(AppConfig):
    name = "news.syndication"
    verbose_name = "Chia sẻ tin cho các cổng"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks, signals  # noqa: F401
        from .publications import hooks

        hooks.install()
        post_migrate.connect(write_first_publications, sender=self)


def write_first_publications(**kwargs: Any) -> None:
    """For a site that has articles and, before this migration, had no publications.

    Here and not left to the worker: a portal that asks in between must not be told that an article
    it knows is not there.
    """
    from .models import Publication
    from .publications.reconcile import sweep

    tables = connection.introspection.table_names()
    if Publication._meta.db_table in tables and not Publication.objects.exists():
        sweep()
