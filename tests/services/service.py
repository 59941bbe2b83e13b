"""What a service is, and the little that starting any of them has in common."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from signal import SIGTERM, Signals
from typing import Protocol

from tests.services import debian


class Unavailable(Exception):
    """A service cannot be had here; the message says why."""


class Service(Protocol):
    """The shape of a module in this folder."""

    @property
    def NAME(self) -> str: ...  # noqa: N802 - a constant of the module

    @property
    def VARIABLE(self) -> str:  # noqa: N802
        """The environment variable that carries the address to the tests."""

    @property
    def PACKAGES(self) -> Sequence[str]: ...  # noqa: N802 - Debian's names

    def find(self) -> Path | None:
        """The installed program, or None."""

    def run(self, program: Path, folder: Path) -> AbstractContextManager[str]:
        """Run the program with its data in the folder; gives its address."""


@contextmanager
def running(service: Service, *, install: bool = False) -> Iterator[str]:
    """The service's address: the one handed to us, or that of one started for the occasion."""
    given = os.environ.get(service.VARIABLE)
    if given:
        yield given
        return
    program = found(service, install=install)
    with (
        tempfile.TemporaryDirectory(prefix="test-service-", ignore_cleanup_errors=True) as folder,
        service.run(program, Path(folder)) as address,
    ):
        yield address


def found(service: Service, *, install: bool) -> Path:
    """Its program, installed first when it may be and is missing."""
    return service.find() or _installed(service, install)


def _installed(service: Service, install: bool) -> Path:
    packages = " ".join(service.PACKAGES)
    if not install:
        raise Unavailable(f"not installed (Debian: {packages})")
    try:
        debian.install(service.PACKAGES)
    except debian.CannotInstall as reason:
        raise Unavailable(f"not installed (Debian: {packages}), and {reason}") from reason
    program = service.find()
    if not program:
        raise Unavailable(f"its program is not where {packages} should have put it")
    return program


@contextmanager
def process(
    command: list[str],
    *,
    folder: Path,
    ready: Callable[[], bool],
    stop: Signals = SIGTERM,
    user: str | None = None,
    patience: int = 30,
) -> Iterator[None]:
    """Run a server until the block ends; it is stopped by its own process id."""
    log = folder / "log"
    with log.open("w") as output:
        server = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            process_group=0,  # Ctrl-C is for the tests; the servers they use must outlive them
            user=user,
            group=user,
            extra_groups=None if user is None else [],
        )
    try:
        _wait(server, ready, log, patience)
        yield
    finally:
        _stop(server, stop)


def _wait(
    server: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path, patience: int
) -> None:
    deadline = time.monotonic() + patience
    while not ready():
        if server.poll() is not None:
            raise Unavailable(f"it stopped at once: {_last_line(log)}")
        if time.monotonic() > deadline:
            raise Unavailable(f"it did not answer within {patience} s: {_last_line(log)}")
        time.sleep(0.05)


def _stop(server: subprocess.Popen[bytes], signal: Signals) -> None:
    server.send_signal(signal)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _last_line(log: Path) -> str:
    """The last at the margin: what is indented only says where in the program it happened."""
    lines = log.read_text(errors="replace").splitlines()
    told = [line for line in lines if line and not line[0].isspace()]
    return told[-1] if told else "it said nothing"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
