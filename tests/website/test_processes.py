"""Programs that run together end together."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from website.processes import Together

pytestmark = pytest.mark.once
SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def together():
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # the tests themselves may run under nohup
    programs = Together()
    yield programs
    programs.stop()
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_watch(together: Together, number: signal.Signals):
    together.start("một", SLEEP, os.environ)
    _later(0.3, number)
    together.watch()
    assert together.asked_to_stop
    assert together.ended() == {}
    together.stop()
    assert together.ended() == {"một": -signal.SIGTERM}


def test_nohup_keeps_them_running_when_the_terminal_closes(together: Together):
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    Together()
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN


def test_when_one_ends_the_watch_ends_and_says_which(together: Together):
    together.start("một", SLEEP, os.environ)
    together.start("hai", [sys.executable, "-c", "raise SystemExit(3)"], os.environ)
    together.watch()
    assert not together.asked_to_stop
    assert together.ended() == {"hai": 3}


def test_a_forked_function_is_watched_and_ended_like_a_program(together: Together):
    together.fork("một", lambda: time.sleep(60))
    together.fork("hai", lambda: sys.exit(3))
    together.watch()
    assert together.ended() == {"hai": 3}
    together.stop()
    assert together.ended() == {"một": -signal.SIGTERM, "hai": 3}


def test_what_a_killed_program_leaves_behind_is_ended_too(together: Together, tmp_path):
    pid = tmp_path / "pid"
    program = (
        "import os, pathlib, subprocess, sys;"
        f"child = subprocess.Popen({SLEEP!r});"
        f"pathlib.Path({str(pid)!r}).write_text(str(child.pid));"
        "os.kill(os.getpid(), 9)"
    )
    together.start("một", [sys.executable, "-c", program], os.environ)
    together.watch()
    together.stop()
    assert _is_gone(int(pid.read_text()))


def test_a_stubborn_program_is_ended_by_a_second_request(together: Together, tmp_path):
    ready = tmp_path / "ready"
    program = (
        "import pathlib, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
        f"pathlib.Path({str(ready)!r}).touch(); time.sleep(60)"
    )
    together.start("một", [sys.executable, "-c", program], os.environ)
    assert together.wait_until(ready.exists, timeout=10)
    _later(0.3, signal.SIGINT)
    together.stop()
    assert together.ended() == {"một": -signal.SIGKILL}


def _later(seconds: float, number: signal.Signals) -> None:
    threading.Timer(seconds, os.kill, (os.getpid(), number)).start()


def _is_gone(pid: int) -> bool:
    """Ended, though on some machines nobody collects it: then it stays as a zombie."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False
