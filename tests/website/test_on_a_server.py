"""What README and the guide say for a server is what is run here, behind a proxy's headers."""

import http.client
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from benchmarks.databases import database_on
from tests.services.service import free_port
from tests.website.test_settings import LONG_SECRET, OURS, PRODUCTION, ROOT, manage

pytestmark = [pytest.mark.once, pytest.mark.long]

HOST = "sonoivu.example.vn"
MINUTES = 3 * 60
GUIDE = "docs/van-hanh.md"


def told(name: str, file: str = "README.md") -> str:
    """The code block under that name."""
    words = (ROOT / file).read_text()
    found = re.search(rf"<!-- {name} -->\n```\w*\n(.*?)```", words, flags=re.S)
    assert found, f"{file} has no block named {name}"
    return found[1].strip()


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """With static files and a database."""
    data = tmp_path_factory.mktemp("data")
    with database_on("", data):
        for command in (["collectstatic", "--noinput"], ["migrate", "--verbosity", "0"]):
            result = manage(*command, data=data, **PRODUCTION)
            assert result.returncode == 0, result.stderr
    return data


@pytest.fixture(scope="module")
def port(data) -> Iterator[int]:
    """The server's, started with README's own words but for the port."""
    line, port = told("server"), free_port()
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


# --- The guide: docs/van-hanh.md ---------------------------------------------------------------------


def of_unit(name: str, setting: str) -> list[str]:
    unit = told(f"cong-noi-vu-{name}.service", GUIDE)
    return re.findall(f"^{setting}=(.*)$", unit, flags=re.M)


@pytest.mark.parametrize("name", ["server", "worker"])
def test_the_units_for_systemd_run_what_readme_says(name):
    variables, program = re.fullmatch(r"((?:\w+=\S+ )*)(.*)", told(name)).groups()
    assert of_unit(name, "ExecStart") == [f"/opt/cong-noi-vu/{program}"]
    (environment,) = of_unit(name, "Environment")
    assert set(environment.split()) == {*variables.split(), "PYTHONUTF8=1"}


def test_the_settings_of_the_guide_are_taken_by_the_shell_it_opens(data, tmp_path):
    """But for the key, and for where the data are."""
    lines = told("cong-noi-vu.env", GUIDE)
    for words, ours in (
        ("dán-khóa-vừa-làm-vào-đây", LONG_SECRET),
        ("/var/lib/cong-noi-vu", str(data)),
    ):
        assert words in lines
        lines = lines.replace(words, ours)
    (tmp_path / "env").write_text(lines)
    opening = told("shell", GUIDE).splitlines()[-1]
    opening = opening.replace("/etc/cong-noi-vu.env", str(tmp_path / "env"))
    asked = "from django.conf import settings as s; print(s.DATA_DIR, s.PUBLIC_URL, s.DEBUG)"
    result = subprocess.run(
        ["bash", "-ec", f'{opening}; "$0" manage.py check; "$0" manage.py shell -c "$1"']
        + [sys.executable, asked],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in OURS},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stderr
    assert f"{data} https://{HOST} False" in result.stdout


def test_the_unit_for_backups_makes_one_as_a_person_would_and_deletes_old_ones(tmp_path):
    backup, tidying = of_unit("backup", "ExecStart")
    assert backup == f"/opt/cong-noi-vu/{told('backup', GUIDE)}"
    folder = backup.rpartition(" ")[2]
    for name, days in (("last night's", 1), ("of a month", 29), ("old", 32)):
        (tmp_path / name / "media").mkdir(parents=True)
        then = time.time() - days * 24 * 60 * 60
        os.utime(tmp_path / name, (then, then))
    (tmp_path / "README").touch()

    assert folder in tidying
    subprocess.run(shlex.split(tidying.replace(folder, str(tmp_path))), check=True)

    assert {each.name for each in tmp_path.iterdir()} == {"last night's", "of a month", "README"}
