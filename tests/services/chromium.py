"""Chromium. Every test browser is its own process, so here there is only a program to find."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.service import Unavailable

NAME = "Chromium"
VARIABLE = "TEST_CHROMIUM"
PACKAGES = ("chromium",)


def find() -> Path | None:
    program = shutil.which("chromium")
    return Path(program) if program else None


@contextmanager
def run(program: Path, folder: Path) -> Iterator[str]:
    result = subprocess.run([str(program), "--version"], cwd=folder, capture_output=True, text=True)
    if result.returncode:
        raise Unavailable(f"it does not start: {result.stderr.strip()}")
    yield str(program)
