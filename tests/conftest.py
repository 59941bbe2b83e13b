"""Fixtures for the real services. `python -m tests` starts them once and hands them to us;
a bare `pytest` starts what is installed when a test first asks for it."""

import gc
import os
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from typing import Any

import hypothesis
import pytest
from django.core.cache import caches
from django.core.management.commands import migrate
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction
from django.test import TransactionTestCase
from django.utils import translation
from factory.django import DjangoModelFactory
from playwright.sync_api import Browser, Page, expect, sync_playwright
from wagtail.models import ReferenceIndex

from search import log
from tests import services

# Machines that test are shared and slow at times; how long an example takes proves nothing.
hypothesis.settings.register_profile("ours", deadline=None)
hypothesis.settings.load_profile("ours")
expect.set_options(timeout=30_000)

pytest_plugins = ["tests.site_tree"]

# Left as it is, a twentieth of all time is spent on looking for rubbish where there is none.
gc.set_threshold(50_000)

CHROMIUM_OPTIONS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_finish() -> None:
    """The tests and what they import stay to the end: no use in looking again whether they are rubbish."""
    gc.freeze()


@pytest.hookimpl(trylast=True)  # once it is known which are run
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In which order processes begin the files they share: those first that take long, so that at the end
    nobody waits for one of them; then the larger ones. After a test that commits no other finds the database
    as it expects it."""
    if not hasattr(config, "workerinput"):
        return
    sizes = Counter(each.path for each in items)
    long = {each.path for each in items if each.get_closest_marker("long")}
    committing = {each.path for each in items if _commits(each)}
    items.sort(key=lambda each: (each.path in committing, each.path not in long, -sizes[each.path]))


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> Iterator[None]:
    """It begins as the one that `python -m tests` has migrated for all rounds on its engine."""
    migrated = os.environ.get("MIGRATED_DATABASE", "")
    with pytest.MonkeyPatch.context() as patch:
        if migrated.startswith("postgres://") and connection.vendor == "postgresql":
            connection.settings_dict["TEST"]["TEMPLATE"] = migrated.rpartition("/")[2]
        if migrated.startswith("sqlite:///") and connection.vendor == "sqlite":
            migrated = migrated.removeprefix("sqlite:///")
            original = migrate.Command.handle

            def handle(command: migrate.Command, *args: Any, **options: Any) -> Any:
                patch.undo()  # only the first time: tests migrate to and fro
                connection.ensure_connection()
                with closing(sqlite3.connect(migrated)) as ready:
                    ready.backup(connection.connection)
                return original(command, *args, **options)

            patch.setattr(migrate.Command, "handle", handle)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The small site is planted once for all tests.

    On SQLite a test that commits gives the database back as it was, byte by byte: in no time, where
    Django would empty all tables, and write every row of the migrations again before the next such test.
    """
    from tests.site_tree import plant_site_tree  # as a plugin, it is imported after this file

    with django_db_blocker.unblock(), transaction.atomic():
        plant_site_tree()
        connection.run_on_commit.clear()  # as in a test's own transaction, nothing follows
    if connection.vendor != "sqlite":
        # Django puts these rows over those that stand, so the small site has to be among them.
        with django_db_blocker.unblock():
            rows = connection.creation.serialize_db_to_string()
        connection._test_serialized_contents = rows  # type: ignore[attr-defined]
        yield
        return
    with closing(sqlite3.connect(":memory:")) as first, pytest.MonkeyPatch.context() as patch:
        with django_db_blocker.unblock():
            connection.connection.backup(first)
        patch.setattr(TransactionTestCase, "_fixture_setup", classmethod(lambda case: None))
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: _give_back(first))
        yield


def _give_back(first: sqlite3.Connection) -> None:
    """As soon as a request that the live server is still answering lets it: a tab that is closed says so."""
    for _attempt in range(100):
        with suppress(sqlite3.OperationalError):  # locked
            return first.backup(connection.connection)
        time.sleep(0.1)
    return first.backup(connection.connection)


@pytest.fixture(autouse=True)
def _empty_caches() -> None:
    """A cache outlives the transaction of a test, and would remember rows that are gone."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(autouse=True)
def _no_searches_to_write_down() -> None:
    """What one test searched for would be written down after some request of another."""
    log._waiting.take()


@pytest.fixture(autouse=True)
def _no_references(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What refers to what is indexed for the tests that say they read it: it is a tenth of all work."""
    if not request.node.get_closest_marker("references"):
        monkeypatch.setattr(ReferenceIndex, "create_or_update_for_object", lambda row: None)


@pytest.fixture(autouse=True)
def _vietnamese() -> None:
    """A request for an English page leaves its language to whatever runs next in the thread."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def _factories_count_from_one() -> None:
    """The first person of a test has the same name whichever tests ran before it."""
    waiting: list[type[DjangoModelFactory]] = [DjangoModelFactory]
    while waiting:
        waiting += (found := waiting.pop()).__subclasses__()
        found.reset_sequence(force=True)


@pytest.fixture
def kept_connection(db: None) -> Iterator[None]:
    """A server gives old connections back; this one holds the test's own transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """postgres://… of a server whose databases the tests may create and drop."""
    yield from _address(services.postgresql)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    yield from _address(services.redis)


@pytest.fixture(scope="session")
def opensearch_url() -> Iterator[str]:
    """opensearch://… of a server all tests share: an index needs a name of its own."""
    yield from _address(services.opensearch)


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """elasticsearch://… of a server all tests share, with plain analysers only."""
    yield from _address(services.elasticsearch)


@pytest.fixture(scope="session")
def chromium() -> Iterator[str]:
    """The path of the browser's program."""
    yield from _address(services.chromium)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Headless Chromium with an empty profile of its own."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, and Django takes that for async code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield playwright.chromium.launch(
            executable_path=chromium,
            args=CHROMIUM_OPTIONS,
            chromium_sandbox=os.geteuid() != 0,
        )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty tab, without cookies, of a Vietnamese reader."""
    with browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh") as context:
        # What a tab of the admin sends as it is closed arrives when the test is over.
        context.route("**/editing-sessions/release/**", lambda route: route.abort())
        yield context.new_page()


def _address(service: services.Service) -> Iterator[str]:
    with ExitStack() as stack:
        try:
            address = stack.enter_context(services.running(service))
        except services.Unavailable as reason:
            _give_up(f"{service.NAME}: {reason}")
        yield address


def _give_up(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
