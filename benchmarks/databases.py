"""A new, empty database for one run: an SQLite file, or one in a PostgreSQL started for it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests import services

ENGINES = ("sqlite", "postgresql")


@contextmanager
def new_database(engine: str, folder: Path) -> Iterator[str]:
    """Its DATABASE_URL. The folder takes the file, and is not ours to empty."""
    if engine == "sqlite":
        yield f"sqlite:///{folder / 'site.sqlite3'}"
        return
    with services.running(services.postgresql, install=True) as server:
        name = f"benchmark_{os.getpid()}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            with psycopg.connect(server, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
