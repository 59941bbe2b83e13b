"""Redis and PostgreSQL as a department would run them: what they said is written stays written."""

import secrets
from pathlib import Path

from benchmarks.programs import Failed
from tests.services import postgresql, redis
from tests.services.service import free_port

from .processes import Program


def start_redis(folder: Path) -> tuple[str, Program]:
    """Its address, and the program."""
    program = redis.find()
    if not program:
        raise Failed(f"Redis is needed: install Debian's {redis.PACKAGES[0]}")
    folder.mkdir()
    password, port = secrets.token_hex(16), free_port()
    address = f"redis://:{password}@127.0.0.1:{port}/0"
    config = folder / "redis.conf"
    config.write_text(
        f"bind 127.0.0.1\nport {port}\nrequirepass {password}\n"
        f'dir {folder}\nsave ""\nappendonly yes\n'
    )
    return address, Program([program, config], folder, ready=lambda: redis.answers(address))


def start_postgresql(folder: Path) -> tuple[str, Program]:
    """Its address, and the program."""
    program = postgresql.find()
    if not program:
        raise Failed(f"PostgreSQL is needed: install Debian's {postgresql.PACKAGES[0]}")
    folder.mkdir()
    folder.parent.chmod(0o711)  # PostgreSQL's own user has to come through
    data, password, user = folder / "data", secrets.token_hex(16), postgresql.owner()
    postgresql.create_cluster(program.with_name("initdb"), data, password, user)
    port = free_port()
    address = f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
    command = [program, "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", ""]
    ready = lambda: postgresql.answers(address)  # noqa: E731
    return address, Program(command, folder, user=user, ready=ready)
