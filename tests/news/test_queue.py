"""A task is queued when its transaction commits: not before, not without it, not some time after."""

import pytest
from django.db import transaction
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from news.factories import ArticlePageFactory, PhotoFactory, photo_block
from news.queue import enqueue_with_commit

pytestmark = pytest.mark.django_db

greeted: list[str] = []


@task()
def greet(name: str) -> None:
    greeted.append(name)


@pytest.fixture(autouse=True)
def _nobody_greeted():
    greeted.clear()


@pytest.fixture
def queue(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}


def queued() -> list[str]:
    return [row.task_path.rpartition(".")[2] for row in DBTaskResult.objects.all()]


@pytest.mark.usefixtures("queue")
def test_in_the_database_it_is_a_part_of_the_transaction():
    with transaction.atomic():
        enqueue_with_commit(greet, "Lan")
        assert queued() == ["greet"]


@pytest.mark.usefixtures("queue")
def test_what_is_rolled_back_leaves_no_task():
    with transaction.atomic():
        enqueue_with_commit(greet, "Lan")
        transaction.set_rollback(True)
    assert queued() == []


def test_another_queue_is_told_after_the_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        enqueue_with_commit(greet, "Lan")
        assert greeted == []
    assert greeted == ["Lan"]


@pytest.mark.usefixtures("queue")
def test_photos_are_asked_for_in_the_transaction_that_shows_them(site_tree):
    """A process killed just after its commit would leave them without sizes for ever."""
    photo = PhotoFactory()
    ArticlePageFactory(parent=site_tree.emulation, body=[photo_block(photo)])

    (asked,) = DBTaskResult.objects.filter(task_path__endswith="make_photos_ready")
    assert asked.args_kwargs["args"] == [[photo.pk]]
