"""What `make test` runs: the services, then the suite on each database, then in a browser.

`python -m tests [pytest options]`, for example `python -m tests tests/news -x`.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree  # only ever reads what pytest has just written

from benchmarks.databases import database_on
from tests import services

ROOT = Path(__file__).resolve().parents[1]
IN_CI = os.environ.get("CI") == "true"
OURS = (
    "DATABASE_URL", "CACHE_URL", "PAGE_VIEWS_URL", "SEARCH_URL", "PUBLIC_URL", "ALLOWED_HOSTS", "ADMIN_HOST",
    "TRUSTED_PROXIES", "MIGRATED_DATABASE", "EMAIL_URL", "EMAIL_FROM",
    "PYTHONDONTWRITEBYTECODE",  # as containers set it: we start hundreds of processes
)  # fmt: skip
NO_TESTS_COLLECTED = 5


@dataclass(frozen=True)
class Round:
    """One run of pytest."""

    name: str
    options: Sequence[str]
    needs: services.Service | None = None
    database: services.Service | None = None


# Two processes, because our machines have two cores. "loadfile" keeps tests together that
# share something slow to build; conftest.py says in which order.
IN_TWO = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-m"]
ROUNDS = (
    Round("SQLite", [*IN_TWO, "not browser"]),
    Round(
        "PostgreSQL",
        [*IN_TWO, "not browser and not once"],
        needs=services.postgresql,
        database=services.postgresql,
    ),
    Round("Browser", [*IN_TWO, "browser"], needs=services.chromium),
)


@dataclass(frozen=True)
class Ready:
    """What the rounds are run with."""

    data: Path
    addresses: dict[str, str] = field(default_factory=dict)  # of services, by their variables
    missing: dict[str, str] = field(default_factory=dict)  # reasons, by the services' names
    migrated: dict[str, str] = field(default_factory=dict)
    """Databases that those of the tests begin as: their addresses, by the variable of their server;
    by "" that on SQLite."""


@dataclass(frozen=True)
class Outcome:
    round: Round
    failed: bool
    seconds: float = 0
    counts: tuple[int, int, int] = (0, 0, 0)  # passed, failed, skipped
    remark: str = ""


def main(options: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="test-data-")))
        ready = Ready(data)
        migrating = [stack.enter_context(_migrating("", stack, ready))]
        for service in services.ALL:
            _start(service, stack, ready)
            if service is services.postgresql and service.VARIABLE in ready.addresses:
                migrating.append(stack.enter_context(_migrating(service.VARIABLE, stack, ready)))
        if any(_wait(each) for each in migrating):
            return 1
        outcomes = [_run(each, ready, options) for each in ROUNDS]
    return _report(outcomes, ready.missing)


def _migrating(server: str, stack: ExitStack, ready: Ready) -> subprocess.Popen[bytes]:
    """All migrations, once for each engine: they take as long as starting the services does."""
    folder = ready.data / "migrated"  # not where a site of the tests would look for its own
    folder.mkdir(exist_ok=True)
    database = database_on(ready.addresses.get(server, ""), folder)
    ready.migrated[server] = stack.enter_context(database)
    environment = _environment(ROUNDS[0], ready) | {
        "DATABASE_URL": ready.migrated[server],
        "DJANGO_SETTINGS_MODULE": "website.settings.test",
    }
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    return subprocess.Popen(command, cwd=ROOT, env=environment)


def _start(service: services.Service, stack: ExitStack, ready: Ready) -> None:
    state = "ready"
    try:
        running = services.running(service, install=True)
        ready.addresses[service.VARIABLE] = stack.enter_context(running)
    except services.Unavailable as reason:
        ready.missing[service.NAME] = str(reason)
        state = f"not available: {reason}"
    print(f"{service.NAME}: {state}", flush=True)


def _run(this: Round, ready: Ready, options: list[str]) -> Outcome:
    if this.needs and this.needs.VARIABLE not in ready.addresses:
        return Outcome(this, failed=IN_CI, remark=f"not run: no {this.needs.NAME}")
    print(f"\n=== {this.name} ===", flush=True)
    results = ready.data / f"{this.name}.xml"
    started = time.monotonic()
    command = [sys.executable, "-m", "pytest", f"--junit-xml={results}", *this.options, *options]
    code = _wait(subprocess.Popen(command, cwd=ROOT, env=_environment(this, ready)))
    return Outcome(
        this,
        failed=code not in {0, NO_TESTS_COLLECTED},
        seconds=time.monotonic() - started,
        counts=_counts(results),
        remark="no test was chosen" if code == NO_TESTS_COLLECTED else "",
    )


def _environment(this: Round, ready: Ready) -> dict[str, str]:
    """Ours without the settings of whoever calls: a test never touches their data."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    server = this.database.VARIABLE if this.database else ""
    database = {"MIGRATED_DATABASE": ready.migrated[server]}
    if server:
        database["DATABASE_URL"] = ready.addresses[server]
    return kept | ready.addresses | database | {"DATA_DIR": str(ready.data)}


def _wait(program: subprocess.Popen[bytes]) -> int:
    try:
        return program.wait()
    except BaseException as reason:
        # It tidies up before its servers are taken away. Ctrl-C has reached it already.
        if not isinstance(reason, KeyboardInterrupt):
            program.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            program.wait(timeout=30)
        program.kill()
        raise


def _counts(results: Path) -> tuple[int, int, int]:
    if not results.exists():
        return (0, 0, 0)
    suites = list(ElementTree.parse(results).getroot().iter("testsuite"))  # noqa: S314
    total, failures, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites)
        for name in ("tests", "failures", "errors", "skipped")
    )
    return (total - failures - errors - skipped, failures + errors, skipped)


def _report(outcomes: list[Outcome], missing: dict[str, str]) -> int:
    print("\n=== Summary ===")
    for outcome in outcomes:
        passed, failed, skipped = outcome.counts
        mark = "FAILED" if outcome.failed else "ok" if passed else "-"
        print(
            f"{outcome.round.name:<12}{mark:<8}{passed} passed, {failed} failed,"
            f" {skipped} skipped, {outcome.seconds:.0f} s  {outcome.remark}".rstrip()
        )
    for name, reason in missing.items():
        print(f"!!! {name} could not be started, and what needs it was not tested: {reason}")
    passed, failed, skipped = (
        sum(column) for column in zip(*(o.counts for o in outcomes), strict=True)
    )
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return int(any(o.failed for o in outcomes) or (IN_CI and bool(missing)) or not passed)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
