"""What machines ask: is the process alive, may it be sent readers, what waits or went wrong."""

import datetime
import os
import re
import time
from unittest.mock import Mock

import pytest
from django.db import InterfaceError, OperationalError
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from news.worker import JOBS, Worker
from search.models import IndexWrite
from tests.search.failing_server import NOT_FOUND, REFUSES, failing_server
from website import health, status
from website.backups.making import last_backup
from website.models import HomePage
from website.settings import environment

pytestmark = pytest.mark.django_db
PROBES = ["/-/live", "/-/ready"]


@pytest.fixture(autouse=True)
def on_a_server(settings):
    settings.ALLOWED_HOSTS = ["sonoivu.example.vn"]
    settings.SECURE_SSL_REDIRECT, settings.SECURE_REDIRECT_EXEMPT = True, [r"^-/"]


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "10.0.0.7", "sonoivu.example.vn", "máy <b>"])
@pytest.mark.parametrize("path", PROBES)
def test_a_probe_is_answered_whatever_host_it_names(client, path, host):
    answer = client.get(path, HTTP_HOST=host)

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert host not in f"{answer.headers}"


@pytest.mark.parametrize("path", PROBES)
def test_a_probe_is_there_to_be_asked(client, path):
    assert client.head(path, HTTP_HOST="10.0.0.7").status_code == 200
    assert client.post(path, HTTP_HOST="10.0.0.7").status_code == 405


def test_pages_are_still_of_our_hosts_alone(client):
    answer = client.get("/-/live/", HTTP_HOST="10.0.0.7", HTTP_X_FORWARDED_PROTO="https")
    assert answer.status_code == 400


# --- How the site is, for who looks after it ---------------------------------------------------------

BY_A_PROXY = {"HTTP_X_FORWARDED_PROTO": "https"}
TOLD = ["/-/status", "/-/metrics"]


@pytest.fixture
def site_folder(settings, tmp_path, monkeypatch):
    """All is well: the worker was just seen, a backup made, nothing waits, and the disk is half empty."""
    room = Mock(total=10**11, free=5 * 10**10)
    monkeypatch.setattr(status.shutil, "disk_usage", lambda folder: room)
    settings.DATA_DIR = tmp_path
    status.show_life()
    last_backup().touch()
    IndexWrite.objects.all().delete()  # of the small site, planted as long ago as all tests began
    return tmp_path


@pytest.mark.parametrize("path", TOLD)
def test_the_machine_itself_is_told_by_any_name(client, site_folder, path):
    answer = client.get(path, HTTP_HOST="127.0.0.1:8000")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("path", TOLD)
@pytest.mark.parametrize(
    "asked",
    [
        {"REMOTE_ADDR": "203.0.113.7"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
    ],
)
def test_what_a_proxy_passes_on_is_of_the_public(client, lan, site_folder, path, asked):
    for signed_in in (False, True):
        if signed_in:
            client.force_login(lan)
        answer = client.get(path, HTTP_HOST="sonoivu.example.vn", **asked)
        assert answer.status_code == 403
        assert "measures" not in answer.content.decode()


@pytest.mark.parametrize("path", TOLD)
def test_a_superuser_is_told_from_anywhere(client, admin_user, site_folder, path):
    client.force_login(admin_user)
    answer = client.get(path, HTTP_HOST="sonoivu.example.vn", **BY_A_PROXY)
    assert answer.status_code == 200


def test_a_site_that_is_well_says_so(client, site_folder):
    told = client.get("/-/status").json()
    assert (told["ok"], told["problems"]) == (True, [])
    assert told["measures"]["database_up"] == 1
    assert told["measures"]["worker_silent_seconds"] < 60
    assert told["measures"]["disk_free_bytes"] > 0
    assert {"cong-noi-vu", "python", "django", "wagtail"} < told["versions"].keys()


def test_what_is_wrong_is_said_in_sentences(client, site_folder, monkeypatch):
    now = timezone.now()
    task = DBTaskResult.objects.create(
        status="FAILED", args_kwargs={}, queue_name="default", backend_name="default",
        task_path="news.tasks.anh", finished_at=now, run_after=now,
    )  # fmt: skip
    page = HomePage.objects.get()
    page.save_revision(approved_go_live_at=now - datetime.timedelta(minutes=5))
    IndexWrite.objects.update(changed_at=now - datetime.timedelta(hours=1))
    status.sign_of_life().unlink()
    os.utime(last_backup(), (0, 0))
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: ["0099"])
    status.shutil.disk_usage("").free = 3 * 10**8

    told = client.get("/-/status").json()

    assert not told["ok"]
    said = " ".join(told["problems"])
    for words in (
        "Tiến trình nền không chạy",
        "không có bản sao lưu nào",
        "manage.py migrate",
        "Đĩa của DATA_DIR chỉ còn 300 MB",
        "1 việc trong hàng đợi thất bại",
        "1 bài đến giờ hẹn mà chưa được đăng",
        "Chỉ mục tìm kiếm chậm hơn mười phút",
    ):
        assert words in said, words
    assert told["measures"]["worker_silent_seconds"] is None
    assert str(task.pk) not in str(told)


def test_a_new_site_has_a_night_or_two_for_its_first_backup(client, site_folder):
    last_backup().unlink()
    told = client.get("/-/status").json()
    assert told["problems"] == []
    assert told["measures"]["backup_age_seconds"] is None

    three_days_ago = timezone.now() - datetime.timedelta(days=3)
    MigrationRecorder.Migration.objects.update(applied=three_days_ago)

    problems = client.get("/-/status").json()["problems"]
    assert problems == ["Chưa có bản sao lưu nào: đặt lịch sao lưu hằng đêm."]


@pytest.mark.parametrize("trouble", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_said(client, site_folder, monkeypatch, trouble):
    def fail() -> int:
        raise trouble("password authentication failed")

    monkeypatch.setattr(status, "pending_migrations", fail)
    monkeypatch.setattr(health, "pending_migrations", fail)
    assert client.get("/-/ready").status_code == 503
    answer = client.get("/-/status")
    assert answer.status_code == 503
    assert answer.json()["problems"] == ["Cơ sở dữ liệu không trả lời."]
    assert "cong_noi_vu_database_up 0" in client.get("/-/metrics").content.decode()


@pytest.mark.parametrize("mode", [REFUSES, NOT_FOUND])
def test_a_search_server_that_is_away_is_said(client, site_folder, settings, mode):
    with failing_server("") as server:
        server.mode = mode
        address = f"opensearch://127.0.0.1:{server.port}/"
        settings.SEARCH_URL = address
        settings.WAGTAILSEARCH_BACKENDS = environment.search_backends(address)
        told = client.get("/-/status").json()
    assert told["measures"]["search_server_up"] == 0
    assert "Máy tìm kiếm không trả lời; cơ sở dữ liệu đang tìm thay." in told["problems"]


@pytest.mark.parametrize(("minutes", "is_well"), [(12, True), (14, False)])
def test_a_worker_may_be_busy_with_one_task_for_ten_minutes(client, site_folder, minutes, is_well):
    seen = time.time() - 60 * minutes
    os.utime(status.sign_of_life(), (seen, seen))
    problems = client.get("/-/status").json()["problems"]
    assert problems == ([] if is_well else ["Tiến trình nền không chạy."])


def test_the_numbers_are_in_the_form_of_prometheus(client, site_folder):
    answer = client.get("/-/metrics")
    assert answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert "# TYPE cong_noi_vu_edition gauge" in lines
    numbers = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"cong_noi_vu_[a-z_]+ \d+", line) for line in numbers)


def test_the_worker_shows_that_it_lives(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    Worker(jobs=[job for job in JOBS if job.name == "cho biết còn chạy"]).run_once()
    assert status.sign_of_life().exists()
