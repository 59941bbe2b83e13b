"""PostgreSQL sorts the words of many texts into its index together, each word once.

It keeps a list of new ones beside it, which whoever writes texts has sorted in before he ends.
"""

from django.db import migrations


def change(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER INDEX search_text_words SET (fastupdate = on, gin_pending_list_limit = 65536)"
        )


class Migration(migrations.Migration):
    dependencies = [("search", "0013_sort_names_in_at_once")]

    operations = [migrations.RunPython(change, migrations.RunPython.noop)]
