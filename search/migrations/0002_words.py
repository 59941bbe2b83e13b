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
    # Narrow rows, long columns beside them: of a common word every row is visited.
    "CREATE TABLE search_text (document_id bigint PRIMARY KEY, title text NOT NULL,"
    " body text NOT NULL, marks text NOT NULL, words tsvector NOT NULL,"
    " beginnings tsvector NOT NULL, title_folded text NOT NULL DEFAULT '',"
    " body_folded text NOT NULL DEFAULT '') WITH (toast_tuple_target = 256)",
    # The words of many texts are sorted in together, each word once: the index keeps a list of new
    # ones, which whoever writes texts has sorted in before he ends. Names are sorted in at once, for
    # each suggestion would read such a list through.
    "CREATE INDEX search_text_words ON search_text USING gin (words)"
    " WITH (fastupdate = on, gin_pending_list_limit = 65536)",
    "CREATE INDEX search_text_beginnings ON search_text USING gin (beginnings)"
    " WITH (fastupdate = off)",
    # Words are always looked up in the indexes. The planner takes opening a long vector for as cheap
    # as a number, so of a common word it would read all texts; a function with a setting of its own
    # is planned by that setting alone.
    "CREATE FUNCTION search_texts_holding(asked tsquery) RETURNS SETOF bigint"
    " LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off"
    " AS 'SELECT document_id FROM search_text WHERE words @@ asked'",
    "CREATE FUNCTION search_beginnings_holding(asked tsquery) RETURNS SETOF bigint"
    " LANGUAGE sql STABLE PARALLEL SAFE SET enable_seqscan = off"
    " AS 'SELECT document_id FROM search_text WHERE beginnings @@ asked'",
)
DROP = {
    "sqlite": ("DROP TABLE search_text", "DROP TABLE search_beginning"),
    "postgresql": (
        "DROP FUNCTION search_texts_holding(tsquery)",
        "DROP FUNCTION search_beginnings_holding(tsquery)",
        "DROP TABLE search_text",
    ),
}


def create(apps, schema_editor):
    _execute(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop(apps, schema_editor):
    _execute(schema_editor, DROP)


def _execute(schema_editor, statements):
    for statement in statements.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    replaces = [
        ("search", "0002_tables_of_words"),
        ("search", "0006_pairs_of_words_in_postgresql"),
        ("search", "0007_folded_texts_in_postgresql"),
        ("search", "0008_look_words_up_in_postgresql"),
        ("search", "0013_sort_names_in_at_once"),
        ("search", "0014_sort_words_in_together"),
        ("search", "0018_words_of_titles_in_postgresql"),
    ]

    dependencies = [("search", "0001_tables")]

    operations = [migrations.RunPython(create, drop)]
