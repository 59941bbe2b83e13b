"""PostgreSQL sorts names into their index when they are written.

It kept a list of new ones beside it, up to four megabytes, and each suggestion read it through.
"""

from django.db import migrations


def change(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER INDEX search_text_beginnings SET (fastupdate = off)")
        schema_editor.execute("SELECT gin_clean_pending_list('search_text_beginnings')")


class Migration(migrations.Migration):
    dependencies = [("search", "0012_numbers_without_a_year")]

    operations = [migrations.RunPython(change, migrations.RunPython.noop)]
