"""What is PostgreSQL's alone: how it looks words up."""

from collections.abc import Iterable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.factories import ArticlePageFactory
from news.models import ArticlePage
from search import outbox
from search.backends.postgresql import PostgreSQLWords
from search.engine.expressions import Beginning, Expression, Words, all_of, any_of
from search.models import IndexedDocument

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL"),
]


def texts_read_through() -> int:
    """How often in this transaction all texts were read, one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_text")
        cursor.execute("SELECT pg_stat_get_xact_numscans('search_text'::regclass)")
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    "asked",
    [
        Words(("ký",)),
        all_of([Words(("ky",), folded=True), Words(("giao", "uoc"), folded=True)]),
        any_of([Words(("ký",), in_title=True), Words(("uoc",), folded=True)]),
        Beginning("gia"),
        all_of([Beginning("ky", whole=True), Beginning("u")]),
    ],
    ids=str,
)
def test_words_are_looked_up_in_the_index(site_tree, write_index, asked: Expression):
    """Even of few texts, once it is known how few: the planner takes vectors for short."""
    ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước")
    write_index()
    table, before = PostgreSQLWords("default"), texts_read_through()

    matching = table.matching(asked)

    assert len(table.numbers(matching.sql, matching.parameters)) == 1
    assert texts_read_through() == before


def test_no_word_waits_to_be_sorted_into_the_index(site_tree, write_index):
    """Each search would read through all that do."""
    ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước")
    write_index()

    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('search_text_words')")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        (
            Words(("hien",), folded=True, in_title=True),
            {"Hiền", "Chị Thu Hiền vui", "Thu Hiện nay", "Hiển vinh", "Thủ Hiến"},
        ),
        (Words(("hiền",), in_title=True), {"Hiền", "Chị Thu Hiền vui"}),
        (
            Words(("thu", "hien"), folded=True, in_title=True),
            {"Chị Thu Hiền vui", "Thu Hiện nay", "Thủ Hiến"},
        ),
        (Words(("thu", "hiền"), in_title=True), {"Chị Thu Hiền vui"}),
    ],
    ids=["folded", "exact", "folded phrase", "exact phrase"],
)
def test_what_titles_hold_is_told_from_what_texts_hold(
    site_tree, write_index, asked: Words, titles: set[str]
):
    every = ("Hiền", "Chị Thu Hiền vui", "Thu Hiện nay", "Hiển vinh", "Thủ Hiến", "Hiềng", "Thu")
    for title in every:
        ArticlePageFactory(parent=site_tree.emulation, title=title, lead="Bà Thu Hiền có mặt.")
    write_index()
    table, said = PostgreSQLWords("default"), Words(("thu", "hien"), folded=True)
    known, matching = table.matching(said), table.matching(asked)

    found = table.numbers(matching.sql, matching.parameters)
    held = table.held(asked, table.numbers(known.sql, known.parameters))

    assert titles_of(found) == titles_of(held) == titles


def titles_of(numbers: Iterable[int]) -> set[str]:
    keys = IndexedDocument.objects.filter(pk__in=numbers).values_list("object_id", flat=True)
    return set(ArticlePage.objects.filter(pk__in=list(keys)).values_list("title", flat=True))


def test_names_of_all_kinds_are_looked_up_together(site_tree, write_index, client):
    """Of the letters that begin a name hundreds of words do, and there are four kinds of names."""
    ArticlePageFactory(parent=site_tree.emulation, title="Giao ước")
    write_index()

    with CaptureQueriesContext(connection) as asked:
        answer = client.get("/api/v1/search/suggest/", {"q": "giao ư"})

    assert [each["text"] for each in answer.json()["items"]] == ["Giao ước"]
    assert sum("search_beginnings_holding" in each["sql"] for each in asked) == 1


def test_a_text_that_is_as_it_was_stays_where_it_is(site_tree, write_index):
    """A rebuild would leave a dead row of each, and sort its words into the index again."""
    article = ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước")
    write_index()
    before = places()

    outbox.remember_all(ArticlePage, [article.pk])
    write_index()
    assert places() == before

    article.title = "Ký kết giao ước thi đua"
    article.save()
    write_index()
    assert places() != before


def places() -> set[str]:
    """Where the rows stand: one that is written again gets another place."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT ctid::text FROM search_text")
        return {place for (place,) in cursor.fetchall()}
