"""Counting the words of many new documents later; a rebuild needs no generations."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0003_editing_and_log")]

    operations = [
        migrations.RemoveField("indexeddocument", "generation"),
        migrations.AddField(
            "indexeddocument",
            "is_counted",
            models.BooleanField(default=True),
            preserve_default=False,
        ),
        migrations.AddIndex(
            "indexeddocument",
            models.Index(
                fields=["id"],
                name="search_document_uncounted",
                condition=models.Q(("is_counted", False)),
            ),
        ),
    ]
