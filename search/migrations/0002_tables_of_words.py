"""The tables each kind of database keeps words in; see search.backends.sqlite and postgresql."""

from django.db import migrations

SQLITE = (
    "CREATE VIRTUAL TABLE search_text USING fts5("
    "title, body, title_folded, body_folded, marks,"
    " tokenize = \"unicode61 remove_diacritics 0 tokenchars '_'\")",
    "CREATE VIRTUAL TABLE search_beginning USING fts5("
    "words, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0')",
)
POSTGRESQL = (
    "CREATE TABLE search_text (document_id bigint PRIMARY KEY, title text NOT NULL,"
    " body text NOT NULL, marks text NOT NULL, words tsvector NOT NULL,"
    " beginnings tsvector NOT NULL)",
    "CREATE INDEX search_text_words ON search_text USING gin (words) WITH (fastupdate = off)",
    "CREATE INDEX search_text_beginnings ON search_text USING gin (beginnings)",
)


def create(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}.get(_vendor(schema_editor), ()):
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_text")
    if _vendor(schema_editor) == "sqlite":
        schema_editor.execute("DROP TABLE search_beginning")


def _vendor(schema_editor):
    return schema_editor.connection.vendor


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
