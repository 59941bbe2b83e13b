"""PostgreSQL's vectors hold the words of titles too; its index did not tell them from others.

And rows are narrow, long columns beside them: of a common word every row is visited, and they took
four times the room.
"""

from django.db import migrations

NARROW = "ALTER TABLE search_text SET (toast_tuple_target = 256)"
WIDE = "ALTER TABLE search_text RESET (toast_tuple_target)"
ADD = (
    "UPDATE search_text SET words = words || array_to_tsvector(ARRAY("
    "SELECT '^' || word FROM unnest(string_to_array(title_folded, ' ')) AS word WHERE word <> ''))"
)


def write_again(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(NARROW)
        schema_editor.execute(ADD)
        # Or every search would read through what waits to be sorted into the index.
        schema_editor.execute("SELECT gin_clean_pending_list('search_text_words')")


def widen(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(WIDE)


class Migration(migrations.Migration):
    dependencies = [("search", "0017_delete_facets_of_documents")]

    operations = [migrations.RunPython(write_again, widen)]
