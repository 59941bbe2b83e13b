"""PostgreSQL's vectors hold pairs of words from now on; what is indexed there is written again."""

from django.conf import settings
from django.db import migrations
from django.utils import timezone


def note_every_document(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    now = timezone.now()
    documents = apps.get_model("search", "IndexedDocument").objects.all()
    writes = apps.get_model("search", "IndexWrite")
    backends = [
        name
        for name, options in settings.WAGTAILSEARCH_BACKENDS.items()
        if options["BACKEND"] == "search.backends.database"
    ]
    for name in backends:
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
    dependencies = [("search", "0005_index_of_pages_that_end")]

    operations = [migrations.RunPython(note_every_document, migrations.RunPython.noop)]
