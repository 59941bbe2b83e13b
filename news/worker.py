"""The background process: one loop that does what the site does outside its requests.

One thing at a time, because SQLite has one writer: a ready task from the queue, then
whatever periodic job is due, then the next task. What mostly waits for servers elsewhere has a
loop of its own beside it.
"""

import datetime
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks.base import TaskResultStatus

from news.finished_pages import finish_pages, forget_outdated_pages
from news.pageviews.folding import Folder
from news.pageviews.models import settle_periods
from news.previews import forget_old_previews
from news.queue import queue_is_in_database
from news.scheduling import keep_schedule
from news.syndication.publications.reconcile import Sweep, take_down_outlived
from news.syndication.publications.waiting import write_waiting_pages
from news.syndication.webhooks.forgetting import forget_old_deliveries
from news.syndication.webhooks.posting import Postman
from search.log import forget_old_searches
from search.outbox import remember_what_is_missing, write_what_is_due
from search.rebuilding import Rebuilder

logger = logging.getLogger(__name__)

IDLE = 0.5  # seconds between two looks at an empty queue
MOST_TRIES = 3
LONGEST_TASK = datetime.timedelta(minutes=10)
AFTER_FAILURE = 5.0  # the database is away, most likely: do not fill the log


@dataclass(frozen=True)
class Job:
    """Something to do again and again."""

    name: str
    every: float  # seconds, counted from the start of the last run
    run: Callable[[], object]


class Loop(Protocol):
    """Something that goes on beside the jobs, in a thread and with a database connection of its own."""

    name: str

    def run(self, stopping: threading.Event) -> None:
        """Until the event is set, and then until what it has in hand is finished."""

    def once(self) -> None:
        """What is due now."""


def forget_finished_tasks() -> None:
    """Results are kept for two weeks, for whoever asks what happened."""
    if queue_is_in_database():
        call_command("prune_db_task_results", queue_name="*", verbosity=0)


def take_up_again() -> None:
    """Start tasks anew whose worker was killed: those that have run longer than any task takes.

    At most MOST_TRIES times, for the task may be what kills the worker. It may so be done twice: that
    does no harm to photos, and a letter sent twice is better than none.
    """
    if not queue_is_in_database():
        return
    from django_tasks_db.models import DBTaskResult

    running = DBTaskResult.objects.running()
    for left in running.filter(started_at__lt=timezone.now() - LONGEST_TASK):
        is_hopeless = len(left.worker_ids) >= MOST_TRIES
        status = TaskResultStatus.FAILED if is_hopeless else TaskResultStatus.READY
        # As it was read: it may end after all, or another worker take it up.
        same = running.filter(pk=left.pk, started_at=left.started_at)
        taken = same.update(status=status, finished_at=timezone.now() if is_hopeless else None)
        if taken and is_hopeless:
            logger.error("Bỏ việc %s: %d lần bị ngắt giữa chừng", left.task_path, MOST_TRIES)


JOBS: list[Job] = [
    Job("làm tiếp việc dở dang", every=60, run=take_up_again),
    Job("đăng và gỡ bài theo lịch", every=15, run=keep_schedule),
    Job("ghi tiếp bản công khai", every=1, run=write_waiting_pages),
    Job("gỡ bản công khai hết hạn", every=1, run=take_down_outlived),
    Job("quét lại bản công khai", every=60, run=Sweep().turn),
    Job("dựng sẵn trang tin bài", every=1, run=finish_pages),
    Job("bỏ trang dựng sẵn đã cũ", every=60, run=forget_outdated_pages),
    Job("tìm những gì chỉ mục còn thiếu", every=24 * 60 * 60, run=remember_what_is_missing),
    Job("ghi chỉ mục tìm kiếm", every=0.5, run=write_what_is_due),
    Job("cộng lượt xem", every=1, run=Folder().run),
    Job("tính lại lượt xem trong tuần, trong tháng", every=15 * 60, run=settle_periods),
    Job("xoá chữ đã tìm quá 90 ngày", every=24 * 60 * 60, run=forget_old_searches),
    Job("xoá lượt báo cũ cho các cổng", every=24 * 60 * 60, run=forget_old_deliveries),
    Job("xoá bản xem trước cũ", every=60 * 60, run=forget_old_previews),
    Job("xoá kết quả cũ của hàng đợi", every=24 * 60 * 60, run=forget_finished_tasks),
]
LOOPS: Sequence[Callable[[], Loop]] = (Postman, Rebuilder)


def register_job(job: Job) -> None:
    """For the host project; a job of the same name again replaces the first."""
    JOBS[:] = [*(each for each in JOBS if each.name != job.name), job]


class Worker:
    """Runs until it is told to stop, and then finishes what it has in hand."""

    def __init__(
        self, jobs: Sequence[Job] = JOBS, loops: Sequence[Callable[[], Loop]] = ()
    ) -> None:
        self.jobs = jobs
        self.loops = loops
        self.stopping = False
        self._last_start: dict[Job, float] = {}

    def stop(self) -> None:
        self.stopping = True

    def run(self) -> None:
        # Not set by stop(): a signal's handler must not touch what the thread it interrupts holds.
        stopping = threading.Event()
        beside = [
            threading.Thread(target=loop.run, args=[stopping], name=loop.name)
            for loop in self._make_loops()
        ]
        for thread in beside:
            thread.start()
        try:
            while not self.stopping:
                close_old_connections()
                pause = self._work()
                if pause and not self.stopping:
                    time.sleep(pause)
        finally:
            stopping.set()
            for thread in beside:
                thread.join()

    def run_once(self) -> bool:
        """Every job and loop once and all ready tasks; False when a job failed."""
        ways = [*self.jobs, *(Job(loop.name, 0, loop.once) for loop in self._make_loops())]
        failed = [job for job in ways if not self._run_job(job)]
        while run_ready_task():
            pass
        return not failed

    def _make_loops(self) -> list[Loop]:
        return [make() for make in self.loops]

    def _work(self) -> float:
        """The jobs that are due and one task; how long to wait before the next look."""
        try:
            for job in self.jobs:
                if self._is_due(job) and not self.stopping:
                    self._run_job(job)
            if self.stopping or run_ready_task():
                return 0
        except Exception:
            logger.exception("Không đọc được hàng đợi")
            return AFTER_FAILURE
        return IDLE

    def _is_due(self, job: Job) -> bool:
        last = self._last_start.get(job)
        return last is None or time.monotonic() - last >= job.every

    def _run_job(self, job: Job) -> bool:
        self._last_start[job] = time.monotonic()
        try:
            job.run()
        except Exception:
            logger.exception("Công việc định kỳ thất bại: %s", job.name)
            return False
        return True


def run_ready_task() -> bool:
    """Run the next task, if one is ready. A task's failure is logged and kept with its result."""
    if not queue_is_in_database():
        return False
    from django_tasks_db.management.commands.db_worker import Worker as TaskRunner
    from django_tasks_db.models import DBTaskResult

    # A plain read first: claiming a task takes SQLite's only write lock, every time.
    ready = DBTaskResult.objects.ready().filter(backend_name=DEFAULT_TASK_BACKEND_ALIAS)
    if not ready.exists():
        return False
    TaskRunner(
        queue_names=["*"],
        excluded_queue_names=[],
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        worker_id="cong-noi-vu",
        batch=True,
        max_tasks=1,
        interval=0,
        startup_delay=False,
    ).run()
    return True
