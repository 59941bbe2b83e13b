"""Editors who publish at the same moment, and somebody who follows.

A file of its own: the database is emptied after it, so it has to be the last one of its process.
"""

import threading

import pytest
from django.db import connection, connections

from news.factories import ArticlePageFactory, SectionPageFactory
from news.models import ArticlePage, NewsIndexPage
from news.syndication.models import Edition, Publication
from news.syndication.publications import changes, touch_page

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_nobody_who_follows_skips_a_change_of_writers_at_once():
    section = SectionPageFactory(parent=NewsIndexPage.objects.get())
    articles = [ArticlePageFactory(parent=section, title=f"Bài {n}") for n in range(8)]
    before = Edition.now().number
    seen: dict[int, int] = {}
    done = threading.Event()
    failures: list[BaseException] = []

    def write(article):
        try:
            for number in range(15):
                with changes():
                    ArticlePage.objects.filter(pk=article.pk).update(lead=f"Sapo {number}")
                    touch_page(article.pk)
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    def follow():
        """Everything behind the last place, again and again; its last look is after all writing."""
        edition, number = 0, 0
        last = False
        while not last:
            last = done.is_set()
            rows = Publication.objects.filter(edition__gte=edition).order_by("edition", "pk")
            for row in rows:
                if (row.edition, row.pk) > (edition, number):
                    edition, number = row.edition, row.pk
                    seen[row.pk] = row.version
        connections.close_all()

    follower = threading.Thread(target=follow)
    writers = [threading.Thread(target=write, args=[article]) for article in articles]
    for thread in (follower, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    follower.join()

    assert failures == []
    assert seen == dict(Publication.objects.values_list("pk", "version"))
    # Fifteen corrections of each, one edition for each correction: no number lost or twice.
    assert Edition.now().number == before + 8 * 15
