"""`manage.py serve`, which `make run` ends in: one command starts all, one Ctrl-C stops all."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from news.factories import ArticlePageFactory
from tests.services.service import free_port
from website.management.commands import serve

pytestmark = pytest.mark.once
MINUTES = 3 * 60
COMPRESSED = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@pytest.fixture
def started(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A site of its own, in its own folder, as on a new machine."""
    port = free_port()
    command = [sys.executable, str(settings.ROOT / "manage.py"), "serve", "--no-demo"]
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    ours = {"DATA_DIR": str(tmp_path / "data"), "PORT": str(port), "PYTHONUNBUFFERED": "1"}
    output = tmp_path / "output"
    with output.open("w") as file:
        site = subprocess.Popen(
            command, env=kept | ours, stdout=file, stderr=subprocess.STDOUT, text=True
        )
    site.port, site.output = port, output  # type: ignore[attr-defined]
    yield site
    if site.poll() is None:
        site.send_signal(signal.SIGTERM)
        site.wait(timeout=40)


def test_it_prepares_the_database_serves_pages_and_stops_at_one_interrupt(started):
    words = _wait_for(started, "Cổng Nội vụ đang chạy")
    assert "Đang chuẩn bị cơ sở dữ liệu" in words
    assert f"http://localhost:{started.port}/admin/" in words
    assert _status(started.port, "/admin/login/") == 200
    wrong_key = {"Authorization": "Bearer cnv_a\u00a0"}
    assert _status(started.port, "/api/v1/articles/", wrong_key) == 401
    stylesheet = _answer(started.port, "/static/website/css/website.css", COMPRESSED)
    assert stylesheet.getheader("Content-Encoding") == "gzip"
    css = Path(settings.SITE, "website/static/website/css/website.css")
    assert len(stylesheet.read()) < css.stat().st_size / 3
    children = _children(started.pid)
    assert len(children) == 2
    started.send_signal(signal.SIGINT)
    assert started.wait(timeout=40) == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in children)
    with socket.create_server(("127.0.0.1", started.port)):
        pass  # nobody listens there any more


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", [True, False])
def test_demo_content_comes_where_it_is_wanted_and_nowhere_else(settings, monkeypatch, wanted):
    called = []
    monkeypatch.setattr(serve, "call_command", lambda name, **options: called.append(name))
    monkeypatch.setattr(serve.Command, "_run", lambda command, host: None)
    settings.DEMO_CONTENT, settings.PORT = wanted, free_port()

    call_command("serve")

    assert called == ["load_demo"] * wanted


def test_links_follow_to_another_port(site_tree, settings, monkeypatch):
    ArticlePageFactory(parent=site_tree.emulation)
    called = []
    monkeypatch.setattr(serve, "call_command", lambda name, **options: called.append(name))
    monkeypatch.setattr(serve.Command, "_run", lambda command, host: None)
    settings.PORT = free_port()
    call_command("serve")
    assert called == []

    settings.PUBLIC_URL = f"{settings.PUBLIC_URL}:8010"
    call_command("serve")

    assert called == ["rebuild_publications"]


def test_links_of_a_site_in_use_are_not_written_anew_for_this_machine(
    site_tree, settings, monkeypatch
):
    settings.PUBLIC_URL = "https://sonoivu.example.vn"
    ArticlePageFactory(parent=site_tree.emulation)
    monkeypatch.setattr(serve.Command, "_run", lambda command, host: None)
    settings.PORT, settings.PUBLIC_URL = free_port(), "http://localhost:8000"

    with pytest.raises(CommandError, match=r"là của https://sonoivu\.example\.vn, còn"):
        call_command("serve")


def test_a_taken_port_is_one_sentence(settings):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        settings.PORT = listener.getsockname()[1]
        with pytest.raises(CommandError, match=r"Cổng \d+ đang có chương trình khác dùng"):
            call_command("serve")


def test_an_address_of_another_machine_is_one_sentence(settings):
    settings.PORT = free_port()
    with pytest.raises(CommandError, match=r"Máy này không có địa chỉ 192\.0\.2\.1"):
        call_command("serve", host="192.0.2.1")


def test_the_reason_names_the_program_that_ended():
    assert serve.what_went_wrong({serve.BACKGROUND: 1}) == (
        "Đã dừng ngoài ý muốn: tiến trình nền (mã 1)."
    )
    assert "không trả lời" in serve.what_went_wrong({})


def _wait_for(site, words: str) -> str:
    deadline = time.monotonic() + MINUTES
    while time.monotonic() < deadline and site.poll() is None:
        text = site.output.read_text()
        if words in text:
            return text
        time.sleep(0.2)
    pytest.fail(f"{words!r} never came; it said:\n{site.output.read_text()}")


def _status(port: int, path: str, headers: Mapping[str, str] = MappingProxyType({})) -> int:
    return _answer(port, path, headers).status


def _answer(port: int, path: str, headers: Mapping[str, str]) -> http.client.HTTPResponse:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    client.request("GET", path, headers={"Host": "localhost", **headers})
    return client.getresponse()


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
