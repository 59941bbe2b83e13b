"""The newest first by the minute; what was indexed before, by its day until it is indexed again."""

from django.db import migrations, models
from django.db.models.functions import Cast


def begin_with_the_day(apps, schema_editor):
    documents = apps.get_model("search", "IndexedDocument").objects
    documents.exclude(day=None).update(at=Cast("day", models.DateTimeField()))


class Migration(migrations.Migration):
    dependencies = [("search", "0009_words_visitors_can_find")]

    operations = [
        migrations.RemoveIndex("indexeddocument", "search_document_day"),
        migrations.AddField("indexeddocument", "at", models.DateTimeField(null=True)),
        migrations.RunPython(begin_with_the_day, migrations.RunPython.noop),
        migrations.AddIndex(
            "indexeddocument", models.Index(fields=["at"], name="search_document_at")
        ),
    ]
