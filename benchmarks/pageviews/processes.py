"""Programs that are killed and started again on the same data; only those we started ourselves."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks.programs import Failed

SECONDS_TO_START = 60


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


class Program:
    """Runs from when it is made until `end`."""

    def __init__(
        self,
        command: Sequence[str | Path],
        folder: Path,
        environment: Mapping[str, str] | None = None,
        user: str | None = None,
        ready: Callable[[], bool] = lambda: True,
    ) -> None:
        self._command, self._folder, self._ready, self._user = command, folder, ready, user
        self._environment = {**os.environ, **(environment or {})}
        self._start()

    def _start(self) -> None:
        """Again and again, as a supervisor does: PostgreSQL waits for what was left of the last one."""
        self._launch()
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._ready():
            if time.monotonic() > deadline:
                raise Failed(f"{self._command[0]} did not start")
            time.sleep(0.1)
            if self._process.poll() is not None:
                self._launch()

    def _launch(self) -> None:
        with (self._folder / "program.log").open("a") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=self._folder,
                env=self._environment,
                user=self._user,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def kill_and_start(self) -> None:
        pid = self._process.pid
        for each in (pid, *children(pid)):
            kill(each)
        self._process.wait()
        self._start()

    def end(self) -> None:
        """As a system does it: what is in hand is finished."""
        self._process.terminate()
        self._process.wait(timeout=120)
