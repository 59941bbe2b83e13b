"""The database into one file of a backup, and back into an empty one."""

import os
import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import OperationalError, connection

from .manifest import Refused

FILES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
SAME_VERSION = "Hãy cài gói postgresql-client cùng phiên bản chính với máy chủ PostgreSQL."


def file_name() -> str:
    return FILES[connection.vendor]


def tables() -> list[str]:
    try:
        return connection.introspection.table_names()
    except OperationalError as error:
        raise Refused(f"Không mở được cơ sở dữ liệu: {str(error).splitlines()[0]}") from None


def dump(file: Path) -> None:
    """As it is at one moment, while others write."""
    if connection.vendor == "postgresql":
        _run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", f"--file={file}"])
    else:
        _copy_sqlite(file)


def load(file: Path) -> None:
    """All of it or nothing."""
    if connection.vendor == "postgresql":
        options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
        _run("pg_restore", options, str(file))
    else:
        address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        connection.ensure_connection()
        with closing(sqlite3.connect(address, uri=True)) as kept:
            kept.backup(connection.connection)
    connection.close()


def _copy_sqlite(file: Path) -> None:
    """By SQLite itself: of the bare file, while others write, half of all copies are broken."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with none beside it
        said = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise Refused(f"Cơ sở dữ liệu đang hỏng ({said}); hãy giữ các bản sao lưu cũ.")


def _run(program: str, options: list[str], *files: str) -> None:
    """One of PostgreSQL's own programs; the password goes by the environment, which nobody sees."""
    connecting, secrets = connection.client.settings_to_cmd_args_env(
        connection.settings_dict, [*options, "--dbname"]
    )
    arguments, environment = [*connecting[1:], *files], {**os.environ, **(secrets or {})}
    # Asked with the same words, for Debian chooses among several versions by where they lead.
    _refuse_another_version(program, _output([program, "--version", *arguments], environment))
    _output([program, *arguments], environment)


def _output(command: list[str], environment: dict[str, str]) -> str:
    program = command[0]
    try:
        result = subprocess.run(command, env=environment, capture_output=True, text=True)
    except FileNotFoundError:
        raise Refused(f"Máy này không có chương trình {program}. {SAME_VERSION}") from None
    if result.returncode:
        raise Refused(f"{program} không làm được: {result.stderr.strip()}")
    return result.stdout


def _refuse_another_version(program: str, told: str) -> None:
    """A newer one sends settings that an older server does not know, and gives up over them."""
    server = connection.pg_version // 10_000  # type: ignore[attr-defined]
    found = re.search(r"\) (\d+)", told)
    if found and int(found[1]) != server:
        raise Refused(
            f"{program} là phiên bản {found[1]}, máy chủ PostgreSQL là phiên bản {server}."
            f" {SAME_VERSION}"
        )
