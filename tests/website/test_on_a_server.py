"""What README says for a server is what is run here, behind a proxy's headers."""

import http.client
import os
import re
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from benchmarks.databases import database_on
from tests.services.service import free_port
from tests.website.test_settings import OURS, PRODUCTION, ROOT, manage

pytestmark = [pytest.mark.once, pytest.mark.long]

HOST = "sonoivu.example.vn"
MINUTES = 3 * 60


def told(name: str, file: str = "README.md") -> str:
    """The code block under that name."""
    words = (ROOT / file).read_text()
    found = re.search(rf"<!-- {name} -->\n```\w*\n(.*?)```", words, flags=re.S)
    assert found, f"{file} has no block named {name}"
    return found[1].strip()


@pytest.fixture(scope="module")
def port(tmp_path_factory) -> Iterator[int]:
    """The server's, started with README's own words but for the port."""
    data, port = tmp_path_factory.mktemp("data"), free_port()
    with database_on("", data):
        for command in (["collectstatic", "--noinput"], ["migrate", "--verbosity", "0"]):
            result = manage(*command, data=data, **PRODUCTION)
            assert result.returncode == 0, result.stderr
    line = told("server")
    assert "--port 8000 " in line
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    with (data / "log").open("w") as log:
        server = subprocess.Popen(
            ["bash", "-c", f"exec env {line.replace('--port 8000', f'--port {port}')}"],
            cwd=ROOT,
            env=kept | {"DATA_DIR": str(data)} | PRODUCTION,
            stdout=log,
            stderr=subprocess.STDOUT,
            process_group=0,
        )
    try:
        _wait(server, port, data / "log")
        yield port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=60)
    assert server.returncode == 0


def _wait(server: subprocess.Popen, port: int, log: Path) -> None:
    deadline = time.monotonic() + MINUTES
    while time.monotonic() < deadline and server.poll() is None:
        try:
            return _ask(port, "/-/live", {"Host": f"127.0.0.1:{port}"}).close()
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server does not answer; it said:\n{log.read_text()}")


def _ask(port: int, path: str, headers: dict[str, str]) -> HTTPResponse:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("GET", path, headers=headers)
    return client.getresponse()


def by_proxy(port: int, path: str) -> HTTPResponse:
    headers = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
    return _ask(port, path, headers)


def test_the_front_page_is_there_and_binds_browsers_to_https(port):
    answer = by_proxy(port, "/")
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] == "max-age=3600"
    assert answer.headers["Set-Cookie"] is None


def test_its_stylesheet_has_a_name_of_its_own_and_may_be_kept_for_good(port):
    page = by_proxy(port, "/").read().decode()
    (address, *_) = re.findall(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', page)
    answer = by_proxy(port, address)
    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]


def test_cookies_are_of_this_host_and_https_alone(port):
    answer = by_proxy(port, "/admin/login/")
    assert answer.status == 200
    (cookie,) = answer.headers.get_all("Set-Cookie")
    assert cookie.startswith("__Host-csrftoken=")
    assert {"Secure", "Path=/"} < set(re.split("; *", cookie))
    assert "Domain" not in cookie


def test_plain_http_leads_to_https(port):
    answer = _ask(port, "/tin-tuc/?trang=2", {"Host": HOST})
    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{HOST}/tin-tuc/?trang=2"


def test_probes_name_the_machine_and_only_the_machine_is_told_how_the_site_is(port):
    plain = {"Host": f"127.0.0.1:{port}"}
    for path in ("/-/live", "/-/ready", "/-/status", "/-/metrics"):
        assert _ask(port, path, plain).status == 200, path
    for path in ("/-/status", "/-/metrics"):
        assert by_proxy(port, path).status == 403, path
    assert _ask(port, "/", plain | {"X-Forwarded-Proto": "https"}).status == 400


def test_one_thread_serves_in_each_process(port):
    command = shlex.split(told("server"))
    assert command[command.index("--blocking-threads") + 1] == "1"


@pytest.mark.parametrize("name", ["server", "worker"])
def test_the_units_for_systemd_run_what_readme_says(name):
    unit = told(f"cong-noi-vu-{name}.service", "docs/van-hanh.md")
    (start,) = re.findall("^ExecStart=(.*)$", unit, flags=re.M)
    program = told(name).removeprefix("PYTHONPATH=site:. ")
    assert start == f"/opt/cong-noi-vu/{program}"
