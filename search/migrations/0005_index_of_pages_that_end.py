"""An index of the few pages that have an end, which every search asks for.

Wagtail's own table has none. Where a later migration of Wagtail drops it, a search takes some
milliseconds more and nothing else.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_count_new_documents_later"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX IF NOT EXISTS search_pages_that_end ON wagtailcore_page (expire_at)"
            " WHERE expire_at IS NOT NULL",
            "DROP INDEX IF EXISTS search_pages_that_end",
        )
    ]
