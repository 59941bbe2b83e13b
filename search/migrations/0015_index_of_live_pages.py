"""PostgreSQL sees in an index which of the pages found are live, without reading the pages.

Wagtail's own table has none. Where a later migration of Wagtail drops it, a search takes some
milliseconds more and nothing else.
"""

from django.db import migrations


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE INDEX IF NOT EXISTS search_pages_live ON wagtailcore_page (id)"
            " WHERE live AND depth > 2"
        )


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS search_pages_live")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0014_sort_words_in_together"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(create, drop)]
