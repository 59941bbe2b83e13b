"""PostgreSQL always looks words up in its indexes, and never for them into every text.

Its planner takes opening a long vector for as cheap as a number, so of a common word it read all
texts. A function with a setting of its own is planned by that setting alone.
"""

from django.db import migrations

CREATE = (
    "CREATE FUNCTION search_texts_holding(asked tsquery) RETURNS SETOF bigint"
    " LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off"
    " AS 'SELECT document_id FROM search_text WHERE words @@ asked'",
    "CREATE FUNCTION search_beginnings_holding(asked tsquery) RETURNS SETOF bigint"
    " LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off"
    " AS 'SELECT document_id FROM search_text WHERE beginnings @@ asked'",
)
DROP = (
    "DROP FUNCTION search_texts_holding(tsquery)",
    "DROP FUNCTION search_beginnings_holding(tsquery)",
)


def create(apps, schema_editor):
    _execute(schema_editor, CREATE)


def drop(apps, schema_editor):
    _execute(schema_editor, DROP)


def _execute(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0007_folded_texts_in_postgresql")]

    operations = [migrations.RunPython(create, drop)]
