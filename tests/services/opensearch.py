"""OpenSearch: one node, without the security plugin."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from opensearchpy import OpenSearch, TransportError

from tests.services import java
from tests.services.service import free_port, process

NAME = "OpenSearch"
VARIABLE = "TEST_OPENSEARCH_URL"
PACKAGES = java.PACKAGES

PROJECT = Path(__file__).with_suffix(".pom.xml")
SCRIPT = Path(__file__).with_suffix(".groovy")
SETTINGS = {
    "network.host": "127.0.0.1",
    # A disc that is nearly full elsewhere is no reason to refuse what a test writes.
    "cluster.routing.allocation.disk.threshold_enabled": False,
}
# No index can be made where Thai cannot be cut into words, and our Java knows only the
# languages of a few large countries: ICU, in the project, lends it the others.
LANGUAGES = "-Djava.locale.providers=CLDR,SPI"

find = java.find


@contextmanager
def run(program: Path, folder: Path) -> Iterator[str]:
    libraries = java.libraries(program, PROJECT, folder)
    # What is JSON is YAML as well.
    (folder / "opensearch.yml").write_text(json.dumps(SETTINGS))
    port = free_port()
    command = java.command(libraries, SCRIPT, folder, port, options=LANGUAGES)
    with process(command, folder=folder, ready=lambda: _answers(port), patience=120):
        yield f"opensearch://127.0.0.1:{port}"


def _answers(port: int) -> bool:
    try:
        with OpenSearch(f"http://127.0.0.1:{port}", max_retries=0, timeout=2) as client:
            return bool(client.cluster.health())
    except TransportError:
        return False
