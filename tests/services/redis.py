"""Redis, in memory only."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redis import Redis
from redis.exceptions import ConnectionError as NoConnection

from tests.services.service import free_port, process

NAME = "Redis"
VARIABLE = "TEST_REDIS_URL"
PACKAGES = ("redis-server",)


def find() -> Path | None:
    program = shutil.which("redis-server")
    return Path(program) if program else None


@contextmanager
def run(program: Path, folder: Path) -> Iterator[str]:
    password, port = secrets.token_hex(16), free_port()
    address = f"redis://:{password}@127.0.0.1:{port}/0"
    settings = {
        "bind": "127.0.0.1",
        "port": port,
        "requirepass": password,
        "dir": folder,
        "save": '""',
        "appendonly": "no",
    }
    # In a file, not as arguments: the password stays out of the process list.
    config = folder / "redis.conf"
    config.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
    with process([str(program), str(config)], folder=folder, ready=lambda: answers(address)):
        yield address


def answers(address: str) -> bool:
    try:
        with Redis.from_url(address) as client:
            return bool(client.ping())
    except NoConnection:
        return False
