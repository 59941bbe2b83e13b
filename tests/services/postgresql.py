"""PostgreSQL with a new, empty cluster; Debian's own cluster is neither used nor started."""

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT

import psycopg

from tests.services.service import Unavailable, free_port, process

NAME = "PostgreSQL"
VARIABLE = "TEST_POSTGRES_URL"
PACKAGES = ("postgresql",)

# Nothing here outlives the tests, so nothing waits for the disc. Nor is anything tidied up behind
# their backs: a table swept after a test that was rolled back counts as empty from then on, and
# the next test, which fills it again, waits half a minute for an answer.
CARELESS = [
    *("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"),
    *("-c", "autovacuum=off"),
]


def find() -> Path | None:
    """The newest server; Debian keeps it off the PATH, in a folder per version."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    return max(versions, key=lambda path: int(path.parts[-3]), default=None)


@contextmanager
def run(program: Path, folder: Path) -> Iterator[str]:
    user = owner()
    data, password = folder / "data", secrets.token_hex(16)
    create_cluster(program.with_name("initdb"), data, password, user)
    port = free_port()
    address = f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
    command = [str(program), "-D", str(data), "-h", "127.0.0.1", "-p", str(port), "-k", ""]
    with process(
        command + CARELESS,
        folder=folder,
        ready=lambda: answers(address),
        stop=SIGINT,  # "fast": do not wait for clients to leave
        user=user,
    ):
        yield address


def owner() -> str | None:
    """PostgreSQL refuses to run as root; Debian's package brings a user for it."""
    return "postgres" if os.geteuid() == 0 else None


def create_cluster(initdb: Path, data: Path, password: str, user: str | None) -> None:
    secret = data.with_name("password")
    secret.write_text(password)
    if user:
        shutil.chown(data.parent, user)
        shutil.chown(secret, user)
    result = subprocess.run(
        [str(initdb), "-D", str(data), "-U", "postgres", "--auth=scram-sha-256"]
        + [f"--pwfile={secret}", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
        cwd=data.parent,
        user=user,
        group=user,
        extra_groups=None if user is None else [],
        capture_output=True,
        text=True,
    )
    if result.returncode:
        raise Unavailable(f"initdb failed: {result.stderr.strip()}")


def answers(address: str) -> bool:
    try:
        psycopg.connect(address, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True
