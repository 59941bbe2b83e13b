"""The outbox: what changes is noted with the change, and written into every index after it."""

import datetime
import socket
from typing import ClassVar

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from news.awards.models import AwardTitle
from news.factories import ArticlePageFactory, TopicFactory
from news.models import ArticlePage, Topic
from news.worker import JOBS
from people.models import Person
from search import outbox
from search.backends.failures import EngineUnavailable, SomeRefused
from search.backends.row_index import WRITTEN_AT_ONCE
from search.backends.rows import RowSearchBackend
from search.models import IndexedDocument, IndexWrite, Term

from .engines import DATABASE, documents_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(site_tree):
    page = ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước")
    outbox.write_what_is_due()
    assert not IndexWrite.objects.exists()
    return page


def noted(instance) -> IndexWrite:
    return IndexWrite.objects.get(
        content_type=ContentType.objects.get_for_model(instance), object_id=str(instance.pk)
    )


def waits_of_six_tries(instance) -> list[int]:
    """The seconds until the next try, after each of six that fail."""
    waits = []
    for _ in range(6):
        IndexWrite.objects.update(due_at=timezone.now())
        outbox.write_what_is_due()
        waits.append(round((noted(instance).due_at - timezone.now()).total_seconds()))
    return waits


def is_indexed(instance) -> bool:
    kind = ContentType.objects.get_for_model(instance)
    return IndexedDocument.objects.filter(content_type=kind, object_id=str(instance.pk)).exists()


# --- What nobody noted --------------------------------------------------------------------------------


def test_rows_that_told_nobody_of_themselves_are_found_after_all(db):
    """As those a migration loads: a new site has the titles of the law, and searches for them."""
    title = AwardTitle.objects.get(code="BK_BNT")
    topic = Topic(name="Sắp xếp đơn vị hành chính", slug="sap-xep", locale=Locale.objects.get(pk=1))
    Topic.objects.bulk_create([topic])
    IndexWrite.objects.all().delete()
    assert title not in get_search_backend().search("bằng khen", AwardTitle)

    outbox.remember_what_is_missing()
    while outbox.write_what_is_due():
        pass

    assert is_indexed(title)
    assert is_indexed(topic)
    assert title in get_search_backend().search("bằng khen", AwardTitle)
    outbox.remember_what_is_missing()
    assert not IndexWrite.objects.exists()


def test_what_waits_to_be_written_is_not_noted_again(article):
    IndexedDocument.objects.all().delete()
    article.save()
    IndexWrite.objects.update(attempts=4)

    outbox.remember_what_is_missing()

    assert noted(article).attempts == 4


def test_the_worker_looks_for_such_rows_as_it_begins():
    assert outbox.remember_what_is_missing in [job.run for job in JOBS]


# --- What is noted -----------------------------------------------------------------------------------


def test_a_change_is_noted_in_its_own_transaction(article):
    with transaction.atomic():
        article.title = "Chưa bao giờ có"
        article.save()
        assert noted(article)
        transaction.set_rollback(True)

    assert not IndexWrite.objects.exists()


def test_many_saves_are_one_row(article):
    for number in range(3):
        article.title = f"Ký kết giao ước lần {number}"
        article.save_revision().publish()

    row = noted(article)
    assert (row.attempts, row.error) == (0, "")
    assert IndexWrite.objects.count() == 1


def test_objects_are_noted_in_one_order_and_once(article):
    """So that of two who save the same objects none holds what the other waits for."""
    outbox.remember_all(Topic, [30, 1, 2, 30])

    rows = IndexWrite.objects.order_by("pk")
    assert list(rows.values_list("object_id", flat=True)) == ["1", "2", "30"]


def test_a_page_is_noted_once_whichever_class_it_is_saved_as(article):
    Page.objects.get(pk=article.pk).save()
    article.save()

    assert IndexWrite.objects.get().content_type.model_class() is ArticlePage


def test_a_later_save_of_what_waits_is_tried_at_once(article):
    article.save()
    IndexWrite.objects.update(attempts=4, due_at=timezone.now() + datetime.timedelta(hours=1))

    article.save()

    row = noted(article)
    assert row.attempts == 0
    assert row.due_at <= timezone.now()


def test_each_engine_has_its_own_row(article, settings):
    settings.WAGTAILSEARCH_BACKENDS = {"default": DATABASE, "database": DATABASE}

    article.save()

    assert set(IndexWrite.objects.values_list("backend", flat=True)) == {"default", "database"}


def test_what_is_no_part_of_the_search_is_not_noted(article, lan):
    lan.first_name = "Lan Anh"
    lan.save()

    assert not IndexWrite.objects.exists()


@pytest.mark.once
@pytest.mark.parametrize("kind", ["opensearch", "elasticsearch"])
def test_a_save_never_contacts_the_engine(site_tree, settings, kind):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        server = {"BACKEND": f"search.backends.{kind}", "URL": f"{kind}://127.0.0.1:{port}/x"}
        settings.WAGTAILSEARCH_BACKENDS = {"default": server, "database": DATABASE}

        page = ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước")
        page.title = "Ký kết giao ước mới"
        page.save_revision().publish()
        page.unpublish()
        page.delete()

        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()


# --- What is written ---------------------------------------------------------------------------------


def test_what_is_due_is_written_and_forgotten(article, titles):
    article.title = "Trao cờ cho đơn vị dẫn đầu"
    article.save_revision().publish()

    assert outbox.write_what_is_due() == 1
    assert not IndexWrite.objects.exists()
    assert titles("đơn vị dẫn đầu") == ["Trao cờ cho đơn vị dẫn đầu"]


def test_what_is_not_due_waits(article):
    article.save()
    IndexWrite.objects.update(due_at=timezone.now() + datetime.timedelta(seconds=30))

    assert outbox.write_what_is_due() == 0
    assert noted(article)


def test_a_deleted_object_leaves_the_index(article):
    topic = TopicFactory()
    outbox.write_what_is_due()
    assert is_indexed(article)
    assert is_indexed(topic)
    key, page = topic.pk, article.pk

    topic.delete()
    article.delete()
    outbox.write_what_is_due()

    assert not is_indexed(Topic(pk=key))
    assert not is_indexed(ArticlePage(pk=page))
    assert not IndexWrite.objects.exists()


def test_a_deleted_section_takes_its_articles_along(site_tree, article):
    page = article.pk
    site_tree.emulation.delete()
    outbox.write_what_is_due()

    assert not is_indexed(ArticlePage(pk=page))


def test_what_is_saved_and_deleted_before_the_worker_comes_is_nothing(article):
    topic = TopicFactory()
    topic.delete()

    outbox.write_what_is_due()

    assert not IndexWrite.objects.exists()


def test_a_change_during_the_writing_is_not_lost(article, titles, monkeypatch):
    add_bulk = RowSearchBackend.add_bulk

    def add_and_be_overtaken(self, model, objects):
        add_bulk(self, model, objects)
        monkeypatch.undo()
        article.title = "Trao cờ cho đơn vị dẫn đầu"
        article.save_revision().publish()

    monkeypatch.setattr(RowSearchBackend, "add_bulk", add_and_be_overtaken)
    article.save()
    outbox.write_what_is_due()
    outbox.write_what_is_due()

    assert titles("đơn vị dẫn đầu") == ["Trao cờ cho đơn vị dẫn đầu"]


def test_a_change_in_the_very_moment_of_writing_stays_noted(article, monkeypatch):
    add_bulk = RowSearchBackend.add_bulk

    def add_and_be_overtaken(self, model, objects):
        add_bulk(self, model, objects)
        article.save()

    monkeypatch.setattr(RowSearchBackend, "add_bulk", add_and_be_overtaken)
    monkeypatch.setattr(outbox, "LONGEST_RUN", 0.01)
    article.save()
    outbox.write_what_is_due()

    assert noted(article)


def test_a_change_in_the_very_moment_of_a_refusal_is_tried_at_once(article, monkeypatch):
    def refuse_and_be_overtaken(self, model, objects):
        article.save()
        raise SomeRefused({str(article.pk): "đầy đĩa"})

    monkeypatch.setattr(RowSearchBackend, "add_bulk", refuse_and_be_overtaken)
    monkeypatch.setattr(outbox, "LONGEST_RUN", 0.01)
    article.save()
    outbox.write_what_is_due()

    row = noted(article)
    assert row.due_at <= timezone.now()
    assert row.attempts == 0


def test_an_object_that_cannot_be_read_holds_up_no_other(site_tree, titles, monkeypatch):
    bad, good = (
        ArticlePageFactory(parent=site_tree.emulation, title=title)
        for title in ("Ảnh hỏng trong bài", "Bài lành lặn")
    )
    words = ArticlePage.award_words

    def award_words(page):
        if page.pk == bad.pk:
            raise ValueError("không đọc được")
        return words(page)

    monkeypatch.setattr(ArticlePage, "award_words", award_words)
    outbox.write_what_is_due()

    assert titles("bài lành lặn") == [good.title]
    assert not is_indexed(bad)
    row = IndexWrite.objects.get()
    assert (row.object_id, row.attempts) == (str(bad.pk), 1)
    assert "không đọc được" in row.error
    assert row.due_at > timezone.now()

    monkeypatch.undo()
    IndexWrite.objects.update(due_at=timezone.now())
    outbox.write_what_is_due()
    assert is_indexed(bad)
    assert not IndexWrite.objects.exists()


def test_an_object_of_an_app_that_is_gone_is_forgotten(db):
    kind = ContentType.objects.create(app_label="da_go", model="khongcon")
    now = timezone.now()
    IndexWrite.objects.create(
        backend="default", content_type=kind, object_id="1", changed_at=now, due_at=now
    )

    outbox.write_what_is_due()

    assert not IndexWrite.objects.exists()


@pytest.mark.parametrize("more", [{}, {"old": DATABASE | {"AUTO_UPDATE": False}}])
def test_what_waits_for_an_engine_that_is_no_longer_kept_is_forgotten(article, settings, more):
    settings.WAGTAILSEARCH_BACKENDS = {"default": DATABASE, "old": DATABASE}
    article.save()
    settings.WAGTAILSEARCH_BACKENDS = {"default": DATABASE, **more}

    outbox.write_what_is_due()

    assert not IndexWrite.objects.exists()


def test_an_engine_that_is_away_is_tried_ever_less_often_but_within_fifteen_seconds(
    article, monkeypatch
):
    monkeypatch.setattr(RowSearchBackend, "add_bulk", _away)
    article.save()

    assert waits_of_six_tries(article) == [2, 4, 8, 15, 15, 15]
    assert noted(article).error == "không trả lời"


def test_an_object_that_is_refused_is_tried_ever_less_often_but_within_fifteen_seconds(
    article, monkeypatch
):
    monkeypatch.setattr(ArticlePage, "award_words", lambda page: 1 / 0)
    article.save()

    assert waits_of_six_tries(article) == [2, 4, 8, 15, 15, 15]


def test_one_engine_that_is_away_leaves_the_others_alone(article, settings, monkeypatch):
    away = {"BACKEND": "tests.search.test_outbox.AwayBackend"}
    settings.WAGTAILSEARCH_BACKENDS = {"default": away, "database": DATABASE}
    article.title = "Trao cờ cho đơn vị dẫn đầu"
    article.save()

    outbox.write_what_is_due()

    assert list(IndexWrite.objects.values_list("backend", flat=True)) == ["default"]


def test_the_database_is_not_kept_waiting_by_a_server(article, settings):
    silent = {"BACKEND": "tests.search.test_outbox.SilentBackend"}
    settings.WAGTAILSEARCH_BACKENDS = {"default": silent, "database": DATABASE}
    article.title = "Trao cờ cho đơn vị dẫn đầu"
    article.save()

    outbox.write_what_is_due()

    assert SilentBackend.asked_when_there_waited == ["default"]


def test_many_new_objects_are_written_and_counted(engine):
    persons = Person.objects.bulk_create(
        Person(full_name=f"Lò Pe {number}", slug=f"lo-pe-{number}")
        for number in range(2 * WRITTEN_AT_ONCE)
    )
    outbox.remember_all(Person, [person.pk for person in persons])
    engine.write()

    assert not IndexWrite.objects.exists()
    assert all(is_indexed(person) for person in persons[:3])
    assert not IndexedDocument.objects.filter(is_counted=False).exists()
    assert Term.objects.get(kind=Term.Kind.PAIR, text="lo pe").documents == len(persons)
    if engine.is_server:
        known = {identity for identity, _ in documents_in(engine.backend)}
        assert {f"people.person:{person.pk}" for person in persons} <= known


def _away(self, model, objects):
    raise EngineUnavailable("không trả lời")


class AwayBackend(RowSearchBackend):
    add_bulk = _away


class SilentBackend(AwayBackend):
    """Notes for which engines there was still something to write when its turn came."""

    catch_indexing_errors = True
    asked_when_there_waited: ClassVar[list[str]] = []

    def add_bulk(self, model, objects):
        waiting = IndexWrite.objects.order_by("backend").values_list("backend", flat=True)
        type(self).asked_when_there_waited = list(waiting)
        raise EngineUnavailable("không trả lời")
