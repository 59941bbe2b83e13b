"""Elasticsearch: one node of the real server, with less in it than a full one.

Only the server itself and its HTTP are published as libraries. What its other modules add is
missing: analysers beyond `standard`, `simple`, `stop`, `whitespace` and `keyword` as they are,
scripts, deletion by query, the greeting at `/`.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from elasticsearch import ApiError, Elasticsearch, TransportError

from tests.services import java
from tests.services.service import free_port, process

NAME = "Elasticsearch"
VARIABLE = "TEST_ELASTICSEARCH_URL"
PACKAGES = java.PACKAGES

PROJECT = Path(__file__).with_suffix(".pom.xml")
SCRIPT = Path(__file__).with_suffix(".groovy")
SETTINGS = {
    "network.host": "127.0.0.1",
    "transport.port": 0,
    "discovery.type": "single-node",
    # A disc that is nearly full elsewhere is no reason to refuse what a test writes.
    "cluster.routing.allocation.disk.threshold_enabled": False,
}
HTTP = "transport-netty4"
MODULE = {
    "name": HTTP,
    "description": "HTTP",
    "classname": "org.elasticsearch.transport.netty4.Netty4Plugin",
    "java.version": "21",
    "has.native.controller": "false",
}

find = java.find


@contextmanager
def run(program: Path, folder: Path) -> Iterator[str]:
    libraries = java.libraries(program, PROJECT, folder)
    # HTTP is a module: its libraries must lie in a folder of their own, and only there.
    module = [path for path in libraries if path.name.startswith((HTTP, "netty-"))]
    _lay_out(module, folder / "modules" / HTTP)
    port = free_port()
    _configure(folder / "config", port)
    server = [path for path in libraries if path not in module]
    command = java.command(server, SCRIPT, folder)
    with process(command, folder=folder, ready=lambda: _answers(port), patience=120):
        yield f"elasticsearch://127.0.0.1:{port}"


def _lay_out(libraries: list[Path], folder: Path) -> None:
    folder.mkdir(parents=True)
    for path in libraries:
        (folder / path.name).symlink_to(path)
    (own,) = folder.glob(f"{HTTP}-*.jar")
    version = own.stem.removeprefix(f"{HTTP}-")
    descriptor = MODULE | {"version": version, "elasticsearch.version": version}
    lines = (f"{name}={value}\n" for name, value in descriptor.items())
    (folder / "plugin-descriptor.properties").write_text("".join(lines))


def _configure(folder: Path, port: int) -> None:
    folder.mkdir()
    # What is JSON is YAML as well.
    (folder / "elasticsearch.yml").write_text(json.dumps(SETTINGS | {"http.port": port}))


def _answers(port: int) -> bool:
    try:
        with Elasticsearch(f"http://127.0.0.1:{port}", max_retries=0, request_timeout=2) as client:
            return bool(client.cluster.health())
    except (ApiError, TransportError):
        return False
