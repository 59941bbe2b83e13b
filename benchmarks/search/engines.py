"""The contenders: real server processes over the same texts, each with data of its own.

Ours reads its engine from DATABASE_URL and SEARCH_URL. Stock is a project as `wagtail start` makes
it, with one page type as Wagtail's documentation shows it and its stock search backend.
"""

import hashlib
import http.client
import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus, urlsplit, urlunsplit

import psycopg

from benchmarks.programs import Failed, Project
from tests import services

from .texts import ROOT

STOCK_APP = Path(__file__).with_name("stock") / "articles"


@dataclass(frozen=True, slots=True)
class Contender:
    """`database` is sqlite or postgresql, `search` the service beside it, if any."""

    name: str
    database: str
    search: str = ""
    is_ours: bool = True

    def search_path(self, words: str, limit: int = 10) -> str:
        if self.is_ours:
            return f"/api/v1/search/?q={quote_plus(words)}&limit={limit}"
        return f"/search/?query={quote_plus(words)}"

    def suggest_path(self, words: str) -> str | None:
        return f"/api/v1/search/suggest/?q={quote_plus(words)}" if self.is_ours else None


CONTENDERS = {
    each.name: each
    for each in (
        Contender("sqlite", "sqlite"),
        Contender("postgresql", "postgresql"),
        Contender("opensearch", "sqlite", "opensearch"),
        Contender("stock-sqlite", "sqlite", is_ours=False),
        Contender("stock-postgresql", "postgresql", is_ours=False),
    )
}


_VACUUM = "from django.db import connection; connection.cursor().execute('VACUUM ANALYZE')"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A project with the texts in its database.

    `sqlite` is its file, where it is one; `search` the address of the service beside it, if any.
    """

    project: Project
    sqlite: Path | None
    search: str

    def learn_what_is_in_it(self) -> None:
        """What a server does by itself in the minutes after much was written; the tests' does not."""
        self.project.manage("shell", "--no-imports", "-c", _VACUUM)

    def refuse_idle_search(self) -> None:
        """A service that holds no text is not what answers, whatever the settings say."""
        if self.search and not _documents_in(self.search):
            raise Failed("the index was rebuilt, but not in the search service")


@contextmanager
def prepared(contender: Contender, texts: Path, folder: Path) -> Iterator[Prepared]:
    """The texts are brought in once; what is kept in the folder is used again.

    Its index is as old as its data: rebuild it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = folder / "prepared"
    if not done.exists():
        shutil.rmtree(folder)
        folder.mkdir()
    with ExitStack() as stack:
        database = _sqlite_url(folder)
        if contender.database == "postgresql":
            database = stack.enter_context(_postgresql(folder))
        search = stack.enter_context(_service(contender.search)) if contender.search else ""
        make = _ours if contender.is_ours else _stock
        project = make(folder, database, search)
        project.manage("migrate", "--noinput")
        if not done.exists():
            _bring_in(contender, project, texts)
            _keep(contender, database, folder)
            done.touch()
        file = _sqlite_file(folder) if contender.database == "sqlite" else None
        yield Prepared(project, file, search)


def digest(texts: Path) -> str:
    with texts.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def _ours(folder: Path, database: str, search: str) -> Project:
    environment = {
        "DATA_DIR": str(folder),
        "DATABASE_URL": database,
        "SEARCH_URL": search,
        "DJANGO_SETTINGS_MODULE": "website.settings.development",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
    }
    return Project(ROOT, folder, "website.wsgi:application", environment)


def _stock(folder: Path, database: str, search: str) -> Project:
    root = folder / "project"
    if not root.exists():
        root.mkdir()
        wagtail = Path(sys.executable).with_name("wagtail")
        subprocess.run([wagtail, "start", "stock", root], check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(STOCK_APP, root / "articles", dirs_exist_ok=True)
    environment = {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "articles.settings",
        "PYTHONPATH": str(root),
    }
    project = Project(root, folder, "stock.wsgi:application", environment)
    project.manage("makemigrations", "articles")
    return project


def _bring_in(contender: Contender, project: Project, texts: Path) -> None:
    if contender.is_ours:
        project.manage("import_articles", str(texts), "--publish")
    else:
        project.manage("load_texts", str(texts))


def _sqlite_file(folder: Path) -> Path:
    return folder / "site.sqlite3"


def _sqlite_url(folder: Path) -> str:
    return f"sqlite:///{_sqlite_file(folder)}"


@contextmanager
def _postgresql(folder: Path) -> Iterator[str]:
    """A database of its own, filled from the dump that was kept, if one was."""
    with _service("postgresql") as server:
        name = f"benchmark_{os.getpid()}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        try:
            database = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
            if _dump(folder).exists():
                _postgresql_program("pg_restore", "--no-owner", "--dbname", database, _dump(folder))
            yield database
        finally:
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _keep(contender: Contender, database: str, folder: Path) -> None:
    """A server's files go with the server; what is kept of it is a dump."""
    if contender.database == "postgresql":
        _postgresql_program("pg_dump", "--format=custom", "--file", _dump(folder), database)


def _dump(folder: Path) -> Path:
    return folder / "dump"


def _postgresql_program(name: str, *arguments: str | Path) -> None:
    server = services.postgresql.find()
    if not server:
        raise Failed(f"{name} is needed: install Debian's {services.postgresql.PACKAGES[0]}")
    subprocess.run([server.with_name(name), *arguments], check=True)


def _documents_in(service: str) -> int:
    client = http.client.HTTPConnection(urlsplit(service).netloc, timeout=60)
    try:
        client.request("POST", "/_refresh")
        client.getresponse().read()
        client.request("GET", "/_cat/count?format=json")
        return int(json.loads(client.getresponse().read())[0]["count"])
    finally:
        client.close()


@contextmanager
def _service(name: str) -> Iterator[str]:
    try:
        service = importlib.import_module(f"tests.services.{name}")
    except ImportError as reason:
        raise Failed(f"{name} cannot be started: {reason}") from reason
    try:
        with services.running(service, install=True) as address:
            yield address
    except services.Unavailable as reason:
        raise Failed(f"{name}: {reason}") from reason
