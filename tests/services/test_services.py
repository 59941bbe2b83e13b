"""The services are the real programs, not stand-ins that answer."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from elasticsearch import Elasticsearch
from opensearchpy import OpenSearch
from playwright.sync_api import Page
from redis import Redis

from tests import services
from tests.services import __main__ as fetching
from tests.services import debian, java
from tests.services.service import process

pytestmark = pytest.mark.once


def test_postgresql_tells_its_version_and_sorts_vietnamese(postgres_url: str):
    with psycopg.connect(postgres_url) as connection:
        row = connection.execute("SELECT version()").fetchone()
        letters = connection.execute(
            "SELECT string_agg(name, ' ' ORDER BY name COLLATE \"vi-x-icu\")"
            " FROM unnest(ARRAY['Đà Nẵng', 'Dak Lak', 'An Giang', 'Ăn']) AS name"
        ).fetchone()
    assert row is not None
    assert row[0].startswith("PostgreSQL ")
    assert letters == ("An Giang Ăn Dak Lak Đà Nẵng",)


def test_redis_keeps_what_it_is_given(redis_url: str):
    with Redis.from_url(redis_url, decode_responses=True) as client:
        client.set("tỉnh", "Bắc Kạn", ex=60)
        assert client.get("tỉnh") == "Bắc Kạn"
        assert client.info("server")["redis_version"]


@pytest.fixture
def opensearch(opensearch_url: str) -> Iterator[OpenSearch]:
    with OpenSearch(opensearch_url.replace("opensearch://", "http://")) as client:
        yield client


def test_opensearch_is_version_3(opensearch: OpenSearch):
    version = opensearch.info()["version"]
    assert version["distribution"] == "opensearch"
    assert version["number"].startswith("3.")


def test_opensearch_finds_a_vietnamese_text_typed_without_marks(opensearch: OpenSearch):
    folding = {"tokenizer": "standard", "filter": ["lowercase", "asciifolding"]}
    index = {
        "settings": {"number_of_replicas": 0, "analysis": {"analyzer": {"folding": folding}}},
        "mappings": {"properties": {"title": {"type": "text", "analyzer": "folding"}}},
    }
    opensearch.indices.create(index="test-services", body=index)
    try:
        for title in ("Sở Nội vụ thành phố Đà Nẵng", "Uỷ ban nhân dân tỉnh Đắk Lắk"):
            opensearch.index(index="test-services", body={"title": title}, refresh=True)
        answer = opensearch.search(
            index="test-services",
            body={"query": {"match_phrase": {"title": "da nang"}}},
        )
    finally:
        opensearch.indices.delete(index="test-services")
    found = [hit["_source"]["title"] for hit in answer["hits"]["hits"]]
    assert found == ["Sở Nội vụ thành phố Đà Nẵng"]


@pytest.fixture
def elasticsearch(elasticsearch_url: str) -> Iterator[Elasticsearch]:
    with Elasticsearch(elasticsearch_url.replace("elasticsearch://", "http://")) as client:
        yield client


def test_elasticsearch_is_version_9(elasticsearch: Elasticsearch):
    (node,) = elasticsearch.nodes.info()["nodes"].values()
    assert node["version"].startswith("9.")


def test_elasticsearch_finds_a_vietnamese_text_by_its_words(elasticsearch: Elasticsearch):
    title = {"type": "text", "analyzer": "standard"}
    elasticsearch.indices.create(index="test-services", mappings={"properties": {"title": title}})
    try:
        for text in ("Sở Nội vụ thành phố Đà Nẵng", "Uỷ ban nhân dân tỉnh Đắk Lắk"):
            elasticsearch.index(index="test-services", document={"title": text}, refresh=True)
        answer = elasticsearch.search(
            index="test-services", query={"match_phrase": {"title": "đà nẵng"}}
        )
    finally:
        elasticsearch.indices.delete(index="test-services")
    found = [hit["_source"]["title"] for hit in answer["hits"]["hits"]]
    assert found == ["Sở Nội vụ thành phố Đà Nẵng"]


@pytest.mark.browser
def test_chromium_runs_scripts_and_renders_a_page(page: Page):
    page.set_content(
        "<title>Cổng</title><p id=words></p><script>words.textContent = 6 * 7</script>"
    )
    assert page.title() == "Cổng"
    assert page.inner_text("#words") == "42"
    assert page.screenshot().startswith(b"\x89PNG")


def test_a_server_is_gone_when_its_block_ends(tmp_path: Path):
    pid = tmp_path / "pid"
    program = f"import os, time; open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    with process([sys.executable, "-c", program], folder=tmp_path, ready=pid.exists):
        pass
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


def test_a_server_that_stops_at_once_says_why(tmp_path: Path):
    command = [sys.executable, "-c", "raise SystemExit('no licence')"]
    with (
        pytest.raises(services.Unavailable, match="stopped at once: no licence"),
        process(command, folder=tmp_path, ready=lambda: False),
    ):
        pass


def test_of_a_stack_trace_only_what_happened_is_told(tmp_path: Path):
    words = "Caused by: no licence\n\tat Server.start(Server.java:7)"
    with (
        pytest.raises(services.Unavailable, match=r"stopped at once: Caused by: no licence$"),
        process(["printf", words], folder=tmp_path, ready=lambda: False),
    ):
        pass


def test_a_missing_program_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(services.redis.VARIABLE, raising=False)
    monkeypatch.setattr(services.redis, "find", lambda: None)
    with (
        pytest.raises(services.Unavailable, match=r"not installed \(Debian: redis-server\)"),
        services.running(services.redis),
    ):
        pass


def test_a_failed_installation_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(debian, "_as_root", lambda: ("false",))
    with pytest.raises(debian.CannotInstall, match="apt-get failed"):
        debian.install(["redis-server"])


def test_what_is_missing_is_fetched_and_what_cannot_be_had_stops_nothing(
    monkeypatch: pytest.MonkeyPatch,
):
    asked: list[str] = []

    def refuse(packages):
        asked.extend(packages)
        raise debian.CannotInstall("apt-get failed")

    monkeypatch.setattr(debian, "install", refuse)
    for service in (services.redis, services.chromium, java):
        monkeypatch.setattr(service, "find", lambda: None)

    fetching.main()

    assert asked == ["redis-server", "chromium"]


def test_what_maven_could_not_fetch_is_named(tmp_path: Path):
    program = tmp_path / "mvn"
    program.write_text("#!/bin/sh\necho '[ERROR] no such library'\necho '[ERROR] Use -X'\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(services.Unavailable, match=r"could not fetch it: .*no such library$"):
        java.libraries(program, tmp_path / "pom.xml", tmp_path)


def test_the_installing_script_is_valid_shell():
    subprocess.run(["sh", "-n", "-c", debian.INSTALL], check=True)
