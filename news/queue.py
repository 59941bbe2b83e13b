"""The queue of background tasks, which the worker empties."""

from functools import partial
from typing import Any

from django.db import transaction
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.base import Task
from django_tasks_db import DatabaseBackend


def queue_is_in_database() -> bool:
    return isinstance(task_backends[DEFAULT_TASK_BACKEND_ALIAS], DatabaseBackend)


def enqueue_with_commit(task: Task[..., Any], *args: Any) -> None:
    """Queue the task when the transaction commits, and not at all when it does not.

    In the database the task's row is committed with what it is about: a process that is killed just
    after the commit takes nothing with it. Any other queue is told after the commit.
    """
    if queue_is_in_database():
        task.enqueue(*args)
    else:
        transaction.on_commit(partial(task.enqueue, *args))
