"""A new, empty database for one run: an SQLite file, or one in a PostgreSQL started for it."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests import services

ROOT = Path(__file__).resolve().parents[1]
MEMORY = Path("/dev/shm")  # noqa: S108 - a disc that is none, where there is such a thing


def run_on(engine: str, settings: str, *command: str, in_memory: bool = False) -> int:
    """Run a Python program of ours on data of its own, `DATA_DIR`; gives its exit code."""
    folder_for_it = MEMORY if in_memory and MEMORY.is_dir() else None
    with (
        tempfile.TemporaryDirectory(prefix="benchmark-", dir=folder_for_it) as folder,
        new_database(engine, Path(folder)) as database,
    ):
        environment = {
            **os.environ,
            "DATA_DIR": folder,
            "DATABASE_URL": database,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
            "DJANGO_SETTINGS_MODULE": settings,
        }
        # Whitenoise warns that no static files were collected.
        program = [sys.executable, "-W", "ignore::UserWarning", *command]
        return subprocess.run(program, env=environment).returncode


@contextmanager
def new_database(engine: str, folder: Path) -> Iterator[str]:
    """Its DATABASE_URL: `sqlite` in the folder, or `postgresql`."""
    with running_server(engine) as server, database_on(server, folder) as database:
        yield database


@contextmanager
def running_server(engine: str) -> Iterator[str]:
    """Its address, for as many databases as are wanted; "" for SQLite, which needs none."""
    if engine == "sqlite":
        yield ""
        return
    with services.running(services.postgresql, install=True) as server:
        yield server


@contextmanager
def database_on(server: str, folder: Path) -> Iterator[str]:
    """The DATABASE_URL of a new one on that server, or else of a file in the folder."""
    if not server:
        file = folder / "site.sqlite3"
        in_stock = os.environ.get("MIGRATED_DATABASE", "")  # while tests run
        if in_stock.startswith("sqlite:///"):
            shutil.copy(in_stock.removeprefix("sqlite:///"), file)
        yield f"sqlite:///{file}"
        return
    name = f"benchmark_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
