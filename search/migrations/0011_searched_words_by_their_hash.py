"""Searched words are kept as they are only once they were searched for on several days.

Those kept so far were written down at once; the count begins again.
"""

from django.db import migrations, models


def forget(apps, schema_editor):
    apps.get_model("search", "SearchedWords").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0010_newest_first_by_the_minute")]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.AlterField(
            "searchedwords", "words", models.CharField("chữ đã tìm", max_length=120, blank=True)
        ),
    ]
