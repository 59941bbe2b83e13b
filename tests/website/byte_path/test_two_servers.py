"""Two real processes answer while an editor publishes in a third: nobody is shown what was.

A file of its own: the database is emptied after it, so it has to be the last one of its process.
"""

import http.client
import os
import re
import sqlite3
import subprocess
import sys
import threading
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from benchmarks.programs import Project
from news.factories import ArticlePageFactory
from news.models import NewsIndexPage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

TIMES = 30
READERS = 4
ON_ONE_CONNECTION = 40  # requests; which process answers is chosen with the connection
NUMBER = re.compile(rb"L\xe1\xba\xa7n (\d+)")
PUBLISHING = "tests.website.byte_path.publishing"


@pytest.fixture
def article():
    return ArticlePageFactory(parent=NewsIndexPage.objects.get(), title="Lần 0", slug="tin-nong")


@pytest.fixture
def project(article, tmp_path) -> Project:
    """The site with the database of the test; of SQLite's, which is in memory, a copy."""
    if connection.vendor == "sqlite":
        file = tmp_path / "site.sqlite3"
        with sqlite3.connect(file) as copy:
            connection.connection.backup(copy)
        copy.close()
        database = f"sqlite:///{file}"
    else:
        server = urlsplit(os.environ["DATABASE_URL"])
        database = urlunsplit(server._replace(path=f"/{connection.settings_dict['NAME']}"))
    environment = {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "website.settings.development",
        "PYTHONPATH": os.pathsep.join([str(settings.SITE), str(settings.ROOT)]),
    }
    return Project(settings.ROOT, tmp_path, "website.wsgi:application", environment)


class Published:
    """What an editor has been told to be published."""

    number = 0
    gone = False
    done = False


class Reader(threading.Thread):
    """Asks again and again, mostly on condition, until the editor is done."""

    def __init__(self, port, addresses, published):
        super().__init__()
        self.port, self.addresses, self.published = port, addresses, published
        self.known: dict[str, tuple[str, int]] = {}
        self.asked = self.unchanged = 0
        self.stale: list[object] = []

    def run(self):
        try:
            while not self.published.done:
                client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                for turn in range(ON_ONE_CONNECTION):
                    self._ask(client, self.addresses[turn % len(self.addresses)])
                client.close()
        except Exception as error:
            self.stale.append(error)

    def _ask(self, client, address):
        at_least, gone = self.published.number, self.published.gone
        etag, number = self.known.get(address, ("", -1))
        client.request("GET", address, headers={"If-None-Match": etag} if etag else {})
        answer = client.getresponse()
        body = answer.read()
        self.asked += 1
        if answer.status == 304:
            self.unchanged += 1
        elif answer.status == 200:
            number = max((int(each) for each in NUMBER.findall(body)), default=-1)
            self.known[address] = answer.headers.get("ETag", ""), number
        shown = answer.status in (200, 304) and number >= 0
        if (shown and (number < at_least or gone)) or (not shown and not self._may_be_gone()):
            self.stale.append((address, answer.status, number, at_least, gone))

    def _may_be_gone(self):
        return self.published.number == TIMES


def test_nobody_is_shown_what_was_before(project, article):
    published = Published()
    addresses = [
        article.url, "/", "/tin-tuc/", "/rss.xml", "/api/v1/articles/",
        f"/api/v1/articles/{article.translation_key}/",
    ]  # fmt: skip
    with project.server(workers=2) as server:
        readers = [Reader(server.port, addresses, published) for _ in range(READERS)]
        for reader in readers:
            reader.start()
        try:
            _publish(project, published)
        finally:
            published.done = True
            for reader in readers:
                reader.join()

    assert [each for reader in readers for each in reader.stale] == []
    assert sum(reader.asked for reader in readers) > 20 * TIMES
    assert sum(reader.unchanged for reader in readers) > TIMES


def _publish(project, published):
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", PUBLISHING, "tin-nong", str(TIMES)],
        cwd=project.root,
        env={**os.environ, **project.environment},
        stdout=subprocess.PIPE,
        text=True,
    ) as editor:
        for line in editor.stdout:
            if line.strip() == "gone":
                published.gone = True
            else:
                published.number = int(line)
    # For a moment after the last, too.
    threading.Event().wait(0.5)
    assert editor.returncode == 0
    assert published.gone
