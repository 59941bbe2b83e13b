"""Indexes of the few pages that have an end, and on PostgreSQL of those that are live.

Every search asks for them, and Wagtail's own table has none. Where a later migration of Wagtail drops
them, a search takes some milliseconds more and nothing else.
"""

from django.db import migrations

LIVE = (
    "CREATE INDEX IF NOT EXISTS search_pages_live ON wagtailcore_page (id)"
    " WHERE live AND depth > 2"
)


def create(apps, schema_editor):
    """PostgreSQL sees there which of the pages found are live, without reading the pages."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(LIVE)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS search_pages_live")


class Migration(migrations.Migration):
    replaces = [
        ("search", "0005_index_of_pages_that_end"),
        ("search", "0015_index_of_live_pages"),
    ]

    dependencies = [
        ("search", "0002_words"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX IF NOT EXISTS search_pages_that_end ON wagtailcore_page (expire_at)"
            " WHERE expire_at IS NOT NULL",
            "DROP INDEX IF EXISTS search_pages_that_end",
        ),
        migrations.RunPython(create, drop),
    ]
