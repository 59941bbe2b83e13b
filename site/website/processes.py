"""Programs that run together: when one ends, or we are told to stop, all of them end."""

import multiprocessing
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import FrameType
from typing import Protocol

PATIENCE = 30.0  # seconds a program gets to finish what it is doing


class Program(Protocol):
    """What Together needs of a program; `subprocess.Popen` has it."""

    pid: int

    def poll(self) -> int | None: ...

    def terminate(self) -> None: ...

    def wait(self) -> int: ...


class Fork:
    """A function of ours as a program, with all that is loaded here in hand from the start."""

    def __init__(self, function: Callable[[], None]) -> None:
        self._process = multiprocessing.get_context("fork").Process(target=self._run)
        self._function = function
        self._process.start()
        self.pid = self._process.pid or 0

    def _run(self) -> None:
        os.setpgid(0, 0)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        self._function()

    def poll(self) -> int | None:
        return self._process.exitcode

    def terminate(self) -> None:
        self._process.terminate()

    def wait(self) -> int:
        self._process.join()
        return self._process.exitcode or 0


class Together:
    """Start programs one by one with `start` or `fork`, then `watch` them until they all end."""

    def __init__(self) -> None:
        self._programs: dict[str, Program] = {}
        self._stop_requests = 0
        signal.signal(signal.SIGINT, self._ask_to_stop)
        signal.signal(signal.SIGTERM, self._ask_to_stop)
        # A closed terminal must not leave them running behind it, unless nohup asked for that.
        if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
            signal.signal(signal.SIGHUP, self._ask_to_stop)

    @property
    def asked_to_stop(self) -> bool:
        return self._stop_requests > 0

    def start(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._programs[name] = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            process_group=0,  # Ctrl-C comes to us alone, and we pass it on in order
        )

    def fork(self, name: str, function: Callable[[], None]) -> None:
        self._programs[name] = Fork(function)

    def wait_until(self, condition: Callable[[], bool], timeout: float) -> bool:
        """True when the condition came true while all programs ran."""
        deadline = time.monotonic() + timeout
        while not self.asked_to_stop and not self.ended() and time.monotonic() < deadline:
            if condition():
                return True
            time.sleep(0.05)
        return False

    def watch(self) -> None:
        while not self.asked_to_stop and not self.ended():
            time.sleep(0.2)

    def ended(self) -> dict[str, int]:
        """Programs that have ended, with their exit codes."""
        codes = {name: program.poll() for name, program in self._programs.items()}
        return {name: code for name, code in codes.items() if code is not None}

    def stop(self) -> None:
        """Politely; then, after our patience or a second request, by force."""
        for program in self._programs.values():
            program.terminate()
        deadline, requests = time.monotonic() + PATIENCE, self._stop_requests
        while len(self.ended()) < len(self._programs):
            if time.monotonic() > deadline or self._stop_requests > requests:
                break
            time.sleep(0.05)
        for program in self._programs.values():
            _kill_group(program)

    def _ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self._stop_requests += 1


def _kill_group(program: Program) -> None:
    """Whatever the program has left behind, such as the workers of a killed web server."""
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()
