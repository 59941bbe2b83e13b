"""Install Debian packages, when this machine has apt-get and lets us."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache

# The packages' own scripts would start their servers. policy-rc.d is how Debian is told not
# to, and createcluster.conf how PostgreSQL is told not to make a cluster nobody asked for.
INSTALL = """
set -eu
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\\nexit 101\\n' > "$policy"
    chmod 755 "$policy"
fi
clusters=/etc/postgresql-common/createcluster.conf
if [ ! -e "$clusters" ]; then
    mkdir -p "${clusters%/*}"
    printf 'create_main_cluster = false\\n' > "$clusters"
fi
export DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1
apt-get install --yes --quiet --no-install-recommends \\
    -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold "$@"
"""


class CannotInstall(Exception):
    """Why packages could not be installed."""


def install(packages: Iterable[str]) -> None:
    _refresh_lists()
    print(f"… apt-get install {' '.join(packages)}", file=sys.stderr, flush=True)
    _run_as_root(["sh", "-c", INSTALL, "install", *packages])


@cache
def _refresh_lists() -> None:
    """A fresh machine has no package lists; once per run is enough."""
    if not shutil.which("apt-get"):
        raise CannotInstall("this machine has no apt-get")
    print("… apt-get update", file=sys.stderr, flush=True)
    _run_as_root(["apt-get", "update", "--quiet"])


def _run_as_root(command: list[str]) -> None:
    result = subprocess.run(
        [*_as_root(), *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if result.returncode:
        lines = result.stdout.strip().splitlines() or ["no reason given"]
        raise CannotInstall(f"apt-get failed: {lines[-1]}")


@cache
def _as_root() -> tuple[str, ...]:
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ("sudo", "-n")
    raise CannotInstall("we are neither root nor allowed to use sudo without a password")


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0
