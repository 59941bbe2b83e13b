"""Web processes and the worker are killed again and again, and no view is lost or counted twice."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.once  # on a database of its own

ROOT = Path(__file__).resolve().parents[3]


def test_every_acknowledged_view_is_stored_whatever_is_killed():
    """A short run of the benchmark; its exit status says whether its promises were kept."""
    command = "-m benchmarks.pageviews.kills --hits 5000 --kills 2 --minutes 3"
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
    assert re.search(r"^files, 2 kills", result.stdout, re.MULTILINE), said
