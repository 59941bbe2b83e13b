"""The worker is killed again and again, and no portal misses anything."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.once  # on a database of its own

ROOT = Path(__file__).resolve().parents[3]


def test_nothing_is_lost_when_the_worker_is_killed():
    """A short run of the benchmark; its exit status says whether its promises were kept."""
    command = "benchmarks/webhooks/run.py --events 200 --endpoints 5 --kills 3 --minutes 3"
    result = subprocess.run(
        [sys.executable, *command.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    said = result.stdout + result.stderr
    assert result.returncode == 0, said
    assert re.search(r"^200 events to 5 addresses, 3 kills", result.stdout, re.MULTILINE), said
    assert re.search(r"^lost +0$", result.stdout, re.MULTILINE), said
