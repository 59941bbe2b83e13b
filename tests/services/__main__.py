"""Bring the programs of all services onto this machine; `make test` would wait for each of them.

What cannot be had is left to `make test`, which says so.
"""

import tempfile
from contextlib import suppress
from pathlib import Path

from tests.services import ALL, Unavailable, elasticsearch, java, opensearch
from tests.services.service import found


def main() -> None:
    for service in ALL:
        with suppress(Unavailable):
            found(service, install=True)
    maven = java.find()
    if maven:
        for server in (opensearch, elasticsearch):
            with tempfile.TemporaryDirectory() as folder, suppress(Unavailable):
                java.libraries(maven, server.PROJECT, Path(folder))


if __name__ == "__main__":
    main()
