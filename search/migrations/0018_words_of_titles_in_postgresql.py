"""PostgreSQL's vectors hold the words of titles too; its index did not tell them from others."""

from django.db import migrations

ADD = (
    "UPDATE search_text SET words = words || array_to_tsvector(ARRAY("
    "SELECT '^' || word FROM unnest(string_to_array(title_folded, ' ')) AS word WHERE word <> ''))"
)


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(ADD)


class Migration(migrations.Migration):
    dependencies = [("search", "0017_delete_facets_of_documents")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
