"""The background process: everything gets its turn, and no failure stops the others."""

import logging
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from news import worker
from news.worker import Job, Worker, run_ready_task, take_up_again

DATABASE_QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
done: list[str] = []


@task()
def greet(name: str) -> str:
    done.append(name)
    return f"Chào {name}"


@task()
def stumble() -> None:
    raise ValueError("vấp")


@pytest.fixture(autouse=True)
def nothing_done():
    done.clear()


@pytest.fixture
def queue(db, settings, monkeypatch):
    settings.TASKS = DATABASE_QUEUE
    # It would close the connection that holds the test's own transaction.
    for module in (worker, db_worker):
        monkeypatch.setattr(module, "close_old_connections", lambda: None)


@pytest.mark.usefixtures("queue")
def test_ready_tasks_run_one_by_one_in_their_order():
    greet.enqueue("Lan")
    greet.enqueue("Minh")
    assert run_ready_task()
    assert done == ["Lan"]
    assert run_ready_task()
    assert done == ["Lan", "Minh"]
    assert not run_ready_task()


@pytest.mark.usefixtures("queue")
def test_what_a_killed_worker_had_in_hand_is_done_by_the_next_unless_it_kills_each():
    for name, workers in (("Lan", 1), ("Minh", 3)):
        greet.enqueue(name)
        row = DBTaskResult.objects.ready().get()
        row.status, row.worker_ids = "RUNNING", ["cong-noi-vu"] * workers
        row.started_at = timezone.now()
        row.save()
    take_up_again()  # its worker may be alive
    assert not run_ready_task()

    DBTaskResult.objects.update(started_at=timezone.now() - worker.LONGEST_TASK)
    take_up_again()
    assert run_ready_task()
    assert not run_ready_task()
    assert done == ["Lan"]
    assert DBTaskResult.objects.failed().get().args_kwargs["args"] == ["Minh"]


@pytest.mark.usefixtures("queue")
def test_a_task_for_later_waits():
    greet.using(run_after=timezone.now() + timedelta(hours=1)).enqueue("Lan")
    assert not run_ready_task()
    assert done == []


@pytest.mark.usefixtures("queue")
def test_a_failed_task_is_kept_logged_and_does_not_stop_the_next(caplog):
    stumble.enqueue()
    greet.enqueue("Lan")
    with caplog.at_level(logging.ERROR):
        assert Worker(jobs=()).run_once()
    assert done == ["Lan"]
    assert "vấp" in DBTaskResult.objects.failed().get().traceback
    assert "stumble" in caplog.text


@pytest.mark.usefixtures("queue")
def test_a_failed_job_is_logged_and_does_not_stop_the_next(caplog):
    jobs = (Job("vỡ", 60, stumble.func), Job("lành", 60, lambda: done.append("lành")))
    assert not Worker(jobs).run_once()
    assert done == ["lành"]
    assert "Công việc định kỳ thất bại: vỡ" in caplog.text


@pytest.mark.usefixtures("queue")
def test_a_job_runs_again_only_when_its_time_has_come(monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(worker.time, "monotonic", lambda: clock[0])
    lazy = Worker([Job("đếm", 15, lambda: done.append("đếm"))])
    for clock[0] in (100, 101, 114.9, 115, 116, 131):
        lazy._work()
    assert len(done) == 3


@pytest.mark.usefixtures("queue")
def test_it_stops_after_the_work_in_hand():
    busy = Worker([Job("một", 1, lambda: (done.append("một"), busy.stop()))])
    greet.enqueue("Lan")
    busy.run()
    assert done == ["một"]


def test_without_a_queue_in_the_database_there_is_nothing_to_take(db):
    assert not run_ready_task()


@pytest.mark.django_db
def test_the_command_publishes_what_is_due():
    page = _scheduled("Thông báo", timezone.now() - timedelta(minutes=1))
    later = _scheduled("Để sau", timezone.now() + timedelta(hours=1))
    call_command("worker", once=True)
    page.refresh_from_db()
    later.refresh_from_db()
    assert page.live
    assert not later.live


@pytest.mark.django_db
def test_a_page_that_cannot_be_published_does_not_keep_back_the_others(caplog):
    broken = _scheduled("Hỏng", timezone.now() - timedelta(minutes=2))
    broken.scheduled_revision.content["title"] = ""
    broken.scheduled_revision.save()
    page = _scheduled("Lành", timezone.now() - timedelta(minutes=1))
    call_command("worker", once=True)
    page.refresh_from_db()
    broken.refresh_from_db()
    assert page.live
    assert not broken.live
    assert "Không đăng hoặc gỡ được theo lịch" in caplog.text


@pytest.mark.django_db
def test_an_expired_page_is_taken_down():
    page = Page.objects.get(depth=1).add_child(title="Cũ", slug="cu")
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("worker", once=True)
    page.refresh_from_db()
    assert not page.live
    assert page.expired


def _scheduled(title, go_live_at):
    page = Page.objects.get(depth=1).add_child(
        title=title, slug=f"trang-{go_live_at:%H%M%S}", live=False, go_live_at=go_live_at
    )
    # As the editor's "publish" does: the revision is approved for the future date.
    page.save_revision(approved_go_live_at=go_live_at)
    return page
