"""Real commits, and what looks like one.

A file of its own: the database is emptied after it, so it has to be the last one of its process.
"""

from contextlib import contextmanager, suppress

import pytest
from django.db import transaction

from news.factories import ArticlePageFactory
from news.models import ArticlePage, NewsIndexPage
from news.syndication.models import Edition
from news.syndication.publications import changes, touch_page
from people.factories import PersonFactory
from people.models import Person
from website.byte_path.editions import NoticedEdition, RowEdition, notice

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


class Undone(Exception):
    pass


@contextmanager
def undone(block):
    """What is done in the block fails at its end."""
    with suppress(Undone), block:
        yield
        raise Undone


@pytest.fixture
def growth(settings, tmp_path):
    """By how much the edition grew since it was asked last, and as it is noticed."""
    settings.DATA_DIR = tmp_path
    noticed = NoticedEdition(notice())
    told = [0]

    def since_last_time():
        number = Edition.now().number
        assert noticed.read() == RowEdition().read()
        grown, told[0] = number - told[0], number
        return grown

    return since_last_time


def test_an_edition_grows_with_the_commit_and_with_what_stays(growth):
    article = ArticlePageFactory(parent=NewsIndexPage.objects.get())
    person = PersonFactory()
    growth()

    with transaction.atomic():
        person.save()
        PersonFactory()
        assert growth() == 0
    assert growth() == 1

    Person.objects.update(full_name="Đỗ Hữu Ước")
    assert growth() == 1

    with undone(transaction.atomic()):
        person.save()
    assert growth() == 0

    with transaction.atomic(), undone(transaction.atomic()):
        person.save()
    assert growth() == 0

    # What publications made grow was undone; what was written before it was not.
    with transaction.atomic():
        person.save()
        with undone(transaction.atomic()), changes():
            ArticlePage.objects.filter(pk=article.pk).update(lead="Sapo mới")
            touch_page(article.pk)
    assert growth() == 1

    article.title = "Đã sửa"
    revision = article.save_revision()
    assert growth() == 0
    revision.publish()
    assert growth() == 1
