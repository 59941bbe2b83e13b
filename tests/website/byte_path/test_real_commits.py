"""What happens at a commit, and at what looks like one.

A file of its own: the database is emptied after each test, so it has to be the last of its process.
"""

from contextlib import contextmanager, suppress

import pytest
from django.db import connection, transaction

from news.factories import ArticlePageFactory
from news.models import ArticlePage, NewsIndexPage
from news.syndication.models import Edition
from news.syndication.publications import changes, touch_page
from people.factories import PersonFactory
from people.models import Person
from website.byte_path import editions
from website.byte_path.editions import RowEdition

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def own_notice(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    with transaction.atomic():
        Edition.locked()


def number() -> int:
    return Edition.now().number


class Undone(Exception):
    pass


@contextmanager
def undone(block):
    """What is done in the block fails at its end."""
    with suppress(Undone), block:
        yield
        raise Undone


def test_an_edition_grows_with_the_commit_and_not_before():
    person = PersonFactory()
    before = number()

    with transaction.atomic():
        person.save()
        PersonFactory()
        assert number() == before
    assert number() == before + 1

    Person.objects.update(full_name="Đỗ Hữu Ước")
    assert number() == before + 2

    with undone(transaction.atomic()):
        person.save()
    assert number() == before + 2


def test_what_was_undone_within_makes_none():
    before = number()

    with transaction.atomic(), undone(transaction.atomic()):
        PersonFactory()

    assert number() == before


def test_what_was_written_before_something_undone_still_counts():
    """Though the edition had grown there already."""
    article = ArticlePageFactory(parent=NewsIndexPage.objects.get())
    before = number()

    with transaction.atomic():
        PersonFactory()
        with undone(transaction.atomic()), changes():
            ArticlePage.objects.filter(pk=article.pk).update(lead="Sapo mới")
            touch_page(article.pk)

    assert number() == before + 1


def test_publishing_makes_one_edition():
    article = ArticlePageFactory(parent=NewsIndexPage.objects.get())
    article.title = "Đã sửa"
    revision = article.save_revision()
    before = number()

    revision.publish()

    assert number() == before + 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's row is read itself")
def test_notice_is_given_of_every_edition():
    edition = editions.reader()
    seen = [edition.read()]
    for _ in range(5):
        PersonFactory()
        seen.append(edition.read())
    ArticlePageFactory(parent=NewsIndexPage.objects.get())
    seen.append(edition.read())

    assert len({*seen}) == len(seen)
    assert seen[-1] == RowEdition().read()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server")
def test_a_connection_that_was_cut_fails_no_reader():
    PersonFactory()
    mark = RowEdition().read()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    other.close()

    assert {RowEdition().read(), RowEdition().read()} <= {mark, None}
    assert RowEdition().read() == mark
