"""PostgreSQL keeps folded texts too, as the other stores do: ranking need not fold them.

Rows written before are folded when they are read, until they are written again.
"""

from django.db import migrations


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER TABLE search_text ADD COLUMN title_folded text NOT NULL DEFAULT '',"
            " ADD COLUMN body_folded text NOT NULL DEFAULT ''"
        )


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER TABLE search_text DROP COLUMN title_folded, DROP COLUMN body_folded"
        )


class Migration(migrations.Migration):
    dependencies = [("search", "0006_pairs_of_words_in_postgresql")]

    operations = [migrations.RunPython(add, drop)]
