"""The search server away, silent, broken, slow: editors and readers hardly notice, nothing is lost."""

import time

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.utils import timezone
from modelsearch.backends.base import get_model_root
from wagtail.search.backends import get_search_backend
from wagtail.search.index import get_indexed_models

from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.worker import LOOPS, Worker
from search import outbox
from search.backends import elastic_index, elastic_server
from search.backends.elastic_store import FALLBACK
from search.backends.failures import EngineUnavailable, SomeRefused
from search.engine.lexicon import forget_words
from search.models import IndexedDocument, IndexWrite
from search.rebuilding import Rebuilder
from tests.site_tree import plant_site_tree

from .engines import DATABASE, delete_indexes, documents_in, engine_in_use, lasting_transaction
from .failing_server import (
    CUT,
    DRIPS,
    ERROR,
    FORBIDS,
    NONSENSE,
    NOT_FOUND,
    OK,
    REFUSES,
    REFUSES_SOME,
    SILENT,
    SLOW,
    failing_server,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once,
]

BROKEN = [REFUSES, SILENT, ERROR, FORBIDS, CUT, DRIPS, NONSENSE]


@pytest.fixture(scope="module")
def proxy(opensearch_url):
    with failing_server(opensearch_url) as server:
        yield server


@pytest.fixture(scope="module")
def engine_behind(proxy):
    with engine_in_use("opensearch", f"opensearch://127.0.0.1:{proxy.port}") as engine:
        yield engine
        recover(proxy)


@pytest.fixture(scope="module")
def site(engine_behind, django_db_setup, django_db_blocker):
    """With one article that everybody knows of."""
    with lasting_transaction(django_db_blocker):
        tree = plant_site_tree()
        ArticlePageFactory(parent=tree.emulation, title="Ký kết giao ước")
        engine_behind.write()
        yield tree


@pytest.fixture
def server(site, proxy, monkeypatch):
    """The real OpenSearch behind one that fails on demand."""
    for module in (elastic_index, elastic_server):
        monkeypatch.setattr(module, "WRITE_TIMEOUT", 2.0)
    yield proxy
    proxy.refused.clear()
    recover(proxy)


@pytest.fixture
def article(server):
    return ArticlePage.objects.get(title="Ký kết giao ước")


@pytest.fixture
def agreeing(server, engine_behind) -> None:
    """The server knows just what the database knows, for those who will compare."""
    engine_behind.backend.index.reset()
    forget_words()
    for content_type, key in IndexedDocument.objects.values_list("content_type", "object_id"):
        outbox.remember_all(_model(content_type), [key])
    engine_behind.write()
    assert not IndexWrite.objects.exists()
    assert contents_of_server(engine_behind) == contents_of_database()


def recover(proxy) -> None:
    """The server is back, and the seconds for which it is left alone are over."""
    proxy.mode = OK
    elastic_server.Server._left_alone_until.clear()
    forget_words()


def write_all() -> None:
    """What waits is due."""
    IndexWrite.objects.update(due_at=timezone.now())
    outbox.write_what_is_due()


def contents_of_server(engine) -> dict[str, str]:
    return {identity: document["title"] for identity, document in documents_in(engine.backend)}


def contents_of_database() -> dict[str, str]:
    """The same objects with the words the engine in the database holds."""
    backend = get_search_backend(FALLBACK)
    rows = list(IndexedDocument.objects.values_list("pk", "content_type", "object_id"))
    texts = backend.get_index_for_model(ContentType).table.read([pk for pk, _, _ in rows])
    return {f"{_root(content_type)}:{key}": texts[pk][0] for pk, content_type, key in rows}


def identities() -> set[str]:
    """Of all that is to be found, also of what nobody saved since the site was made."""
    return {
        f"{get_model_root(model)._meta.label_lower}:{pk}"
        for model in get_indexed_models()
        for pk in model.get_indexed_objects().values_list("pk", flat=True)
    }


def _root(content_type: int) -> str:
    return str(get_model_root(_model(content_type))._meta.label_lower)


def _model(content_type: int) -> type[Model]:
    model = ContentType.objects.get_for_id(content_type).model_class()
    assert model
    return model


@pytest.mark.parametrize("mode", [REFUSES, SILENT, ERROR, SLOW])
def test_an_editor_never_waits_for_the_server(server, article, mode):
    server.mode, before = mode, server.requests
    started = time.monotonic()

    article.title = "Ký kết giao ước thi đua"
    article.save_revision().publish()

    assert time.monotonic() - started < 2
    assert server.requests == before


@pytest.mark.parametrize("mode", BROKEN)
def test_a_reader_is_answered_by_the_database(server, article, found, mode):
    server.mode = mode
    started = time.monotonic()
    answer = found("giao ước")
    first = time.monotonic() - started

    assert answer["degraded"] is True
    assert [item["title"] for item in answer["items"]] == ["Ký kết giao ước"]
    assert answer["total"] == 1
    assert answer["facets"]["type"] == [{"value": "article", "name": "Tin bài", "count": 1}]
    assert first < 3


@pytest.mark.parametrize("query", ["giao ước năm nay", "giao ước hôm nay", "giao ước tháng trước"])
def test_words_that_need_the_index_to_be_understood_find_the_server_away_too(server, found, query):
    server.mode = REFUSES

    assert found(query)["degraded"] is True


@pytest.mark.parametrize("mode", [REFUSES, SILENT, CUT, ERROR])
def test_a_server_that_did_not_answer_is_left_alone(server, article, found, shown, mode):
    server.mode = mode
    found("giao ước")
    before, started = server.requests, time.monotonic()

    for _ in range(5):
        assert found("giao ước")["degraded"] is True
    assert shown("giao ước").degraded

    assert server.requests == before
    assert (time.monotonic() - started) / 6 < 0.5


def test_a_server_left_alone_is_asked_again_after_a_while(server, article, found, monkeypatch):
    monkeypatch.setattr(elastic_server, "LEFT_ALONE", 0.2)
    server.mode = REFUSES
    assert found("giao ước")["degraded"] is True

    server.mode = OK
    time.sleep(0.25)

    assert found("giao ước")["degraded"] is False


def test_the_worker_waits_long_for_a_silent_server_only_once(server, article, monkeypatch):
    """Whatever else it has to do would wait with it."""
    monkeypatch.setattr(elastic_server, "READ_TIMEOUT", 0.2)
    server.mode = SILENT
    article.save()
    outbox.write_what_is_due()

    started = time.monotonic()
    write_all()

    assert time.monotonic() - started < elastic_server.WRITE_TIMEOUT / 2
    assert IndexWrite.objects.exists()


def test_a_server_that_is_only_a_little_slow_is_waited_for(server, article, found, monkeypatch):
    monkeypatch.setattr(elastic_server, "READ_TIMEOUT", 30.0)
    server.mode, server.slowness = SLOW, 0.01

    assert found("giao ước")["degraded"] is False


@pytest.mark.parametrize("address", ["/api/v1/search/", "/api/v1/search/suggest/", "/tim-kiem/"])
def test_a_reader_waits_for_a_slow_server_once_and_not_for_each_question(
    server, article, client, address, monkeypatch
):
    monkeypatch.setattr(elastic_server, "READ_TIMEOUT", 0.3)
    server.mode, server.slowness, before = SLOW, 0.2, server.requests

    answer = client.get(address, {"q": "giao ước"})

    assert "Ký kết" in answer.content.decode()
    assert server.requests - before <= 2  # the second was no longer waited for


def test_a_page_that_asked_too_much_leaves_the_server_to_others(article, engine_behind, found):
    index = engine_behind.backend.index
    index.patience.seconds = 0.01
    with pytest.raises(EngineUnavailable):
        index.ask("_count", {"query": {"match_all": {}}})

    assert found("giao ước")["degraded"] is False


@pytest.mark.usefixtures("agreeing")
@pytest.mark.parametrize("mode", [REFUSES, SILENT, ERROR, CUT])
def test_what_changed_meanwhile_is_found_at_once_and_written_when_the_server_is_back(
    server, article, engine_behind, site, found, mode
):
    gone = ArticlePageFactory(parent=site.emulation, title="Lịch cũ về giao ước")
    engine_behind.write()

    server.mode = mode
    article.title = "Ký kết giao ước năm mới"
    article.save_revision().publish()
    ArticlePageFactory(parent=site.emulation, title="Giao ước của các xã")
    gone.delete()
    outbox.write_what_is_due()

    waiting = IndexWrite.objects.all()
    assert {row.backend for row in waiting} == {"default"}
    assert {row.attempts for row in waiting} == {1}
    assert all(row.error and row.due_at > timezone.now() for row in waiting)
    assert {item["title"] for item in found("giao ước")["items"]} == {
        "Ký kết giao ước năm mới",
        "Giao ước của các xã",
    }

    recover(server)
    write_all()
    assert not IndexWrite.objects.exists()
    assert contents_of_server(engine_behind) == contents_of_database()
    assert found("giao ước")["degraded"] is False


@pytest.mark.usefixtures("agreeing")
@pytest.mark.parametrize("status", [429, 400])
def test_of_many_documents_only_those_refused_are_tried_again(server, engine_behind, site, status):
    good, bad = (
        ArticlePageFactory(parent=site.emulation, title=title)
        for title in ("Giao ước được nhận", "Giao ước bị chối")
    )
    server.mode = REFUSES_SOME
    server.refused[f"wagtailcore.page:{bad.pk}"] = status
    outbox.write_what_is_due()

    row = IndexWrite.objects.get()
    assert (row.backend, row.object_id, row.attempts) == ("default", str(bad.pk), 1)
    assert "full" in row.error
    assert f"wagtailcore.page:{good.pk}" in contents_of_server(engine_behind)

    server.refused.clear()
    write_all()
    assert not IndexWrite.objects.exists()
    assert contents_of_server(engine_behind) == contents_of_database()


def test_a_key_may_hold_a_colon(server, engine_behind):
    server.mode, server.refused = REFUSES_SOME, {"app.model:A:1": 400}
    version = {"_id": "app.model:A:1", "version": 1, "version_type": "external_gte"}

    with pytest.raises(SomeRefused) as refused:
        engine_behind.backend.index._bulk([{"delete": version}])
    assert list(refused.value.reasons) == ["A:1"]


@pytest.mark.usefixtures("agreeing")
def test_a_server_without_our_index_is_answered_for_until_the_worker_has_made_it(
    article, engine_behind, found
):
    """An index begun with the one page that changed would be believed, and the others missing."""
    delete_indexes(engine_behind.backend)
    article.title = "Ký kết giao ước năm mới"
    article.save_revision().publish()
    write_all()

    assert IndexWrite.objects.get().backend == "default"
    assert "update_index" in IndexWrite.objects.get().error
    answer = found("giao ước")
    assert (answer["degraded"], answer["total"]) == (True, 1)
    assert engine_behind.backend.has_lost_index()

    Worker(jobs=(), loops=LOOPS).run_once()
    write_all()
    assert not IndexWrite.objects.exists()
    assert contents_of_server(engine_behind).keys() == identities()
    assert contents_of_database().items() <= contents_of_server(engine_behind).items()
    assert found("giao ước")["degraded"] is False


@pytest.mark.usefixtures("agreeing")
def test_what_a_new_index_does_not_take_is_tried_again(server, site, engine_behind):
    bad = ArticlePageFactory(parent=site.emulation, title="Giao ước bị chối")
    engine_behind.write()
    delete_indexes(engine_behind.backend)
    server.mode = REFUSES_SOME
    server.refused[f"wagtailcore.page:{bad.pk}"] = 400

    Rebuilder().once()

    assert IndexWrite.objects.filter(backend="default").get().object_id == str(bad.pk)
    assert not engine_behind.backend.has_lost_index()


@pytest.mark.usefixtures("agreeing")
@pytest.mark.parametrize("mode", [OK, REFUSES_SOME])
def test_a_rebuild_by_hand_is_not_stopped_by_one_document(
    server, site, engine_behind, capsys, mode
):
    bad = ArticlePageFactory(parent=site.emulation, title="Giao ước bị chối")
    engine_behind.write()
    index = engine_behind.backend.index
    (before,) = index.in_use(index.alias)
    server.mode = mode
    server.refused[f"wagtailcore.page:{bad.pk}"] = 400

    call_command("update_index", backend_name="default")

    (after,) = index.in_use(index.alias)
    assert after != before
    assert index.in_use(index.next_alias) == []
    waiting = IndexWrite.objects.filter(backend="default").values_list("object_id", flat=True)
    assert list(waiting) == ([str(bad.pk)] if mode == REFUSES_SOME else [])
    assert ("1 objects refused" in capsys.readouterr().err) == (mode == REFUSES_SOME)


@pytest.mark.usefixtures("agreeing")
def test_a_rebuild_by_hand_that_the_server_refuses_leaves_the_index_as_it_was(
    server, engine_behind
):
    index = engine_behind.backend.index
    before = index.in_use(index.alias)
    server.mode = REFUSES_SOME
    server.refused = dict.fromkeys(identities(), 429)

    with pytest.raises(CommandError, match="refused"):
        call_command("update_index", backend_name="default", verbosity=0)

    assert index.in_use(index.alias) == before
    assert index.in_use(index.next_alias) == []


@pytest.mark.parametrize("mode", [ERROR, NOT_FOUND])
def test_a_server_that_fails_keeps_no_other_engine_from_being_rebuilt(site_tree, settings, mode):
    IndexedDocument.objects.all().delete()
    with failing_server("") as server:
        server.mode = mode
        address = f"opensearch://127.0.0.1:{server.port}/thu"
        default = {"BACKEND": "search.backends.opensearch", "URL": address}
        settings.WAGTAILSEARCH_BACKENDS = {"default": default, "database": DATABASE}
        with pytest.raises(CommandError, match=r"^default: .*(memory|such)"):
            call_command("update_index", verbosity=0)

    assert IndexedDocument.objects.exists()


@pytest.mark.usefixtures("agreeing")
def test_an_index_is_not_believed_when_a_server_refuses_nearly_everything(server, engine_behind):
    delete_indexes(engine_behind.backend)
    server.mode = REFUSES_SOME
    server.refused = dict.fromkeys(identities(), 429)

    with pytest.raises(EngineUnavailable):
        Rebuilder().once()
    index = engine_behind.backend.index
    assert index.server.get(f"/{index.alias}*/_alias") == {}


@pytest.mark.usefixtures("agreeing")
def test_of_two_rebuilds_at_a_time_the_first_that_is_ready_is_believed(article, engine_behind):
    index = engine_behind.backend.index
    first, second = elastic_index.ElasticRebuilder(index), elastic_index.ElasticRebuilder(index)
    first.start().add_items(ArticlePage, [article])
    slower = second.start()
    first.finish()

    with pytest.raises(EngineUnavailable):
        slower.add_items(ArticlePage, [article])
    with pytest.raises(EngineUnavailable):
        second.finish()
    everything = index.server.get(f"/{index.alias}*/_alias")
    assert list(everything) == index.in_use(index.alias)
    assert len(everything) == 1


def test_the_admin_still_searches(server, article, client, minh):
    client.force_login(minh)
    server.mode = REFUSES

    for typed in ("giao uoc", '"giao ước"'):
        answer = client.get("/admin/pages/search/", {"q": typed})
        assert article.title in answer.content.decode()


@pytest.mark.parametrize("mode", [REFUSES, FORBIDS, NONSENSE])
def test_the_other_server_is_answered_for_as_well(elasticsearch_url, server, site, found, mode):
    with (
        failing_server(elasticsearch_url) as proxy,
        engine_in_use("elasticsearch", f"elasticsearch://127.0.0.1:{proxy.port}") as engine,
    ):
        outbox.remember(ArticlePage.objects.get())
        engine.write()
        assert found("giao ước")["degraded"] is False

        proxy.mode = mode
        answer = found("giao ước")
        assert (answer["degraded"], answer["total"]) == (True, 1)

        recover(proxy)
