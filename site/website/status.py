"""What waits, what failed, what runs out: measured when somebody asks."""

import datetime
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django import db
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Min, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Revision
from wagtail.search.backends import get_search_backend

from news.syndication.models import Edition, WaitingPage, Webhook, WebhookDelivery
from news.worker import LONGEST_TASK
from search.backends.elastic_server import Refused
from search.backends.failures import EngineUnavailable
from search.models import IndexWrite
from website.backups.making import last_backup
from website.versions import versions

MINUTE, DAY = 60, 24 * 60 * 60  # seconds
LONGEST_SILENCE = (
    LONGEST_TASK.total_seconds() + 3 * MINUTE
)  # of a worker that does one thing at a time
NIGHTS = 2 * DAY
GIGABYTE = 10**9


@dataclass(frozen=True)
class Measure:
    name: str
    meaning: str
    value: float | None  # None: there is nothing to measure yet
    problem: str = ""  # what to tell whoever looks after the site; empty: all is well


@dataclass(frozen=True)
class State:
    measures: list[Measure]
    versions: dict[str, str] = field(default_factory=dict)

    @property
    def problems(self) -> list[str]:
        return [measure.problem for measure in self.measures if measure.problem]

    @property
    def values(self) -> dict[str, float | None]:
        return {measure.name: measure.value for measure in self.measures}


def state() -> State:
    here = list(_of_this_machine())
    try:
        return State([*here, _database(is_up=True), *_of_the_database()], versions())
    except db.Error:
        return State([*here, _database(is_up=False)])


def pending_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


# --- The worker shows that it is alive ---------------------------------------------------------------


def sign_of_life() -> Path:
    """A file that the worker touches between its jobs."""
    return Path(settings.DATA_DIR) / "worker"


def show_life() -> None:
    sign_of_life().touch()


# --- What is measured --------------------------------------------------------------------------------


def _of_this_machine() -> Iterator[Measure]:
    silent = _age(sign_of_life())
    yield Measure(
        "worker_silent_seconds",
        "since the background process was last seen at work",
        silent,
        _unless(silent is not None and silent < LONGEST_SILENCE, "Tiến trình nền không chạy."),
    )
    saved = _age(last_backup())
    yield Measure(
        "backup_age_seconds", "since the last backup was finished", saved, _no_backup(saved)
    )
    disk = shutil.disk_usage(settings.DATA_DIR)
    has_room = disk.free > max(GIGABYTE, disk.total / 20)
    yield Measure("disk_size_bytes", "of the disk with DATA_DIR", disk.total)
    yield Measure(
        "disk_free_bytes",
        "left on the disk with DATA_DIR",
        disk.free,
        _unless(has_room, f"Đĩa của DATA_DIR chỉ còn {disk.free // 10**6} MB."),
    )


def _no_backup(age: float | None) -> str:
    if age is None:
        return _unless(_is_new(), "Chưa có bản sao lưu nào: đặt lịch sao lưu hằng đêm.")
    return _unless(age < NIGHTS, "Hai ngày qua không có bản sao lưu nào.")


def _is_new() -> bool:
    """Whether the site was made so lately that its first night may still come."""
    applied = MigrationRecorder(connection).migration_qs
    try:
        began = applied.aggregate(began=Min("applied"))["began"]
    except db.Error:
        return False  # which is told of the database itself
    return began is not None and began > _ago(NIGHTS)


def _database(*, is_up: bool) -> Measure:
    problem = _unless(is_up, "Cơ sở dữ liệu không trả lời.")
    return Measure("database_up", "whether the database answers", int(is_up), problem)


def _of_the_database() -> Iterator[Measure]:
    pending = pending_migrations()
    yield Measure(
        "migrations_pending",
        "steps of an upgrade that `migrate` has not made yet",
        pending,
        _unless(not pending, "Cơ sở dữ liệu chưa được nâng cấp: chạy manage.py migrate."),
    )
    yield Measure("edition", "grows when anything public changes", Edition.now().number)
    yield Measure(
        "publications_repaired", "found wrong by the sweep since ever", Edition.now().missed
    )
    yield Measure("publications_waiting", "pages to be written anew", WaitingPage.objects.count())
    yield from _tasks()
    yield from _schedule()
    yield from _search()
    yield from _webhooks()


def _tasks() -> Iterator[Measure]:
    tasks = DBTaskResult.objects
    yield Measure("tasks_waiting", "in the queue", tasks.ready().count())
    waited = _longest_wait(tasks.ready(), "enqueued_at")
    yield Measure(
        "tasks_longest_wait_seconds",
        "of the oldest task in the queue",
        waited,
        _unless(waited < 10 * MINUTE, "Hàng đợi có việc chờ quá mười phút."),
    )
    failed = tasks.failed().filter(finished_at__gt=_ago(DAY)).count()
    yield Measure(
        "tasks_failed",
        "given up within a day",
        failed,
        _unless(not failed, f"{failed} việc trong hàng đợi thất bại trong một ngày qua."),
    )


def _schedule() -> Iterator[Measure]:
    late = Revision.objects.filter(approved_go_live_at__lt=_ago(2 * MINUTE)).count()
    yield Measure(
        "texts_late",
        "to be published by now, and still waiting",
        late,
        _unless(not late, f"{late} bài đến giờ hẹn mà chưa được đăng."),
    )


def _search() -> Iterator[Measure]:
    writes = IndexWrite.objects.all()
    yield Measure("index_waiting", "objects to be written into the index", writes.count())
    waited = _longest_wait(writes, "changed_at")
    yield Measure(
        "index_longest_wait_seconds",
        "of the oldest of them",
        waited,
        _unless(waited < 10 * MINUTE, "Chỉ mục tìm kiếm chậm hơn mười phút."),
    )
    if settings.SEARCH_URL:
        is_up = _search_server_is_up()
        problem = "Máy tìm kiếm không trả lời; cơ sở dữ liệu đang tìm thay."
        yield Measure("search_server_up", "whether it answers", int(is_up), _unless(is_up, problem))


def _search_server_is_up() -> bool:
    try:
        get_search_backend().server.get("/")
    except (EngineUnavailable, Refused):
        return False
    return True


def _webhooks() -> Iterator[Measure]:
    yield Measure(
        "webhooks_waiting", "messages to portals", WebhookDelivery.objects.waiting().count()
    )
    failing = Webhook.objects.listening().filter(failing_since__lt=_ago(60 * MINUTE)).count()
    yield Measure(
        "webhooks_failing",
        "portals' addresses that have not taken a message for an hour",
        failing,
        _unless(not failing, f"{failing} địa chỉ của cổng tỉnh không nhận tin báo đã hơn một giờ."),
    )
    off = Webhook.objects.filter(is_enabled=False).exclude(disabled_reason="").count()
    yield Measure(
        "webhooks_off",
        "portals' addresses given up",
        off,
        _unless(not off, f"{off} địa chỉ của cổng tỉnh đã bị tắt; xem “Báo tin cho cổng”."),
    )


def _unless(is_well: bool, problem: str) -> str:
    return "" if is_well else problem


def _age(file: Path) -> float | None:
    try:
        return round(time.time() - file.stat().st_mtime)
    except FileNotFoundError:
        return None


def _ago(seconds: float) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(seconds=seconds)


def _longest_wait(rows: QuerySet[Any], since: str) -> float:
    first = rows.aggregate(first=Min(since))["first"]
    return round((timezone.now() - first).total_seconds()) if first else 0
