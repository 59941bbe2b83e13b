"""Programs that run together: when one ends, or we are told to stop, all of them end."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import FrameType

PATIENCE = 30.0  # seconds a program gets to finish what it is doing


class Together:
    """Start programs one by one with `start`, then `watch` them until the end of them all."""

    def __init__(self) -> None:
        self._programs: dict[str, subprocess.Popen[bytes]] = {}
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


def _kill_group(program: subprocess.Popen[bytes]) -> None:
    """Whatever the program has left behind, such as the workers of a killed web server."""
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()
