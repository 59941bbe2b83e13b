"""From now on decrees and laws are found by their number without its year ("nghị định 98").

What is indexed is written again, by the worker, one document after the other.
"""

from django.conf import settings
from django.db import migrations
from django.utils import timezone


def note_every_document(apps, schema_editor):
    now = timezone.now()
    documents = apps.get_model("search", "IndexedDocument").objects.all()
    writes = apps.get_model("search", "IndexWrite")
    for name, options in settings.WAGTAILSEARCH_BACKENDS.items():
        if not options.get("AUTO_UPDATE", True):
            continue
        rows = (
            writes(
                backend=name,
                content_type_id=content_type,
                object_id=key,
                changed_at=now,
                due_at=now,
            )
            for content_type, key in documents.values_list("content_type", "object_id").iterator()
        )
        writes.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0011_searched_words_by_their_hash"),
    ]

    operations = [migrations.RunPython(note_every_document, migrations.RunPython.noop)]
