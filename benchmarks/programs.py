"""Programs we start: commands that end, and servers that we stop by their own process id."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.services.service import free_port

_SECONDS_TO_START = 120


class Failed(Exception):
    """A program did not do what it should; the message holds its last words."""


@dataclass(frozen=True, slots=True)
class Project:
    """A Django project that can be managed and served.

    `environment` is what is added to ours; `folder` takes the logs.
    """

    root: Path
    folder: Path
    wsgi: str
    environment: Mapping[str, str]

    def manage(self, *arguments: str) -> float:
        """Run a command of manage.py; gives the seconds it took."""
        started = time.perf_counter()
        with self.managing(*arguments) as program:
            program.wait()
        return time.perf_counter() - started

    @contextmanager
    def managing(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """The command while it runs; to be waited for inside the block."""
        log = self.folder / f"{arguments[0]}.log"
        with _program([sys.executable, "manage.py", *arguments], self, log) as program:
            yield program
        if program.returncode:
            raise Failed(f"{arguments[0]}: {_last_line(log)}")

    @contextmanager
    def serving(self) -> Iterator[int]:
        """The port on 127.0.0.1 at which one process with one thread answers."""
        with self.server(workers=1) as server:
            yield server.port

    @contextmanager
    def server(self, workers: int) -> Iterator["Server"]:
        """So many processes with one thread each, begun again when they are killed."""
        port = free_port()
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
        command += ["--port", str(port), "--workers", str(workers), "--blocking-threads", "1"]
        command += ["--respawn-failed-workers", "--workers-kill-timeout", "5", self.wsgi]
        log = self.folder / "server.log"
        with _program(command, self, log) as server:
            _wait_until_it_answers(server, port, log)
            yield Server(server.pid, port)


class Server(NamedTuple):
    pid: int  # of the process that started the others
    port: int


@contextmanager
def _program(
    command: Sequence[str], project: Project, log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("w") as output:
        program = subprocess.Popen(
            command,
            cwd=project.root,
            env={**os.environ, **project.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield program
    finally:
        if program.poll() is None:
            program.terminate()
        try:
            program.wait(timeout=30)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def _wait_until_it_answers(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _SECONDS_TO_START
    while not _answers(port):
        if server.poll() is not None or time.monotonic() > deadline:
            raise Failed(f"the server does not answer: {_last_line(log)}")
        time.sleep(0.1)


def _answers(port: int) -> bool:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        client.request("GET", "/")
        client.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        client.close()
    return True


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"
