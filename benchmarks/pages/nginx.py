"""Files given away by nginx: what this machine can do when nothing has to be thought about."""

import http.client
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.services import debian
from tests.services.service import free_port, process

CONFIGURATION = """
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    sendfile on;
    keepalive_requests 100000000;
    open_file_cache max=100;
    gzip_static on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/files;
    }}
}}
"""


@contextmanager
def serving(folder: Path, files: Mapping[str, bytes]) -> Iterator[int]:
    """Its port on 127.0.0.1. Installs Debian's nginx-light where there is none, without starting it."""
    if not (program := _program()):
        debian.install(["nginx-light"])
        program = _program()
    (folder / "files").mkdir(parents=True)
    for name, content in files.items():
        (folder / "files" / name).write_bytes(content)
    port, configuration = free_port(), folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""  # the folder is ours alone
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port, user=user))
    command = [str(program), "-p", str(folder), "-c", str(configuration), "-g", "daemon off;"]
    first = next(iter(files))
    with process(command, folder=folder, ready=lambda: _answers(port, first)):
        yield port


def _program() -> str | None:
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def _answers(port: int, name: str) -> bool:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        client.request("GET", f"/{name}")
        return client.getresponse().status == 200
    except OSError:
        return False
    finally:
        client.close()
