"""An editor's process that is killed (SIGKILL) wherever it may be, and what it left behind."""

import json
import mmap
import os
import random
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, connections, transaction
from django.db.models import Max
from wagtail.models import Page

from benchmarks.newsroom import SEEN, Newsroom
from benchmarks.newsroom.public import Shown, public_now
from news.syndication.models import Edition, Publication
from news.syndication.publications import changing
from news.syndication.publications.reconcile import sweep

LONGEST_LIFE = 1.0  # seconds

BETWEEN, AT_WORK, BEFORE_COMMIT = range(3)


@dataclass
class Killed:
    """How many were killed where, and one line for each thing that was wrong afterwards."""

    while_at_work: int = 0
    before_commit: int = 0  # publications were being written, or were written
    wrong: list[str] = field(default_factory=list)
    times_wrong: int = 0


def kill_again_and_again(kills: int, seed: int, prepare: Callable[[], None]) -> Killed:
    """`prepare` is called in each process before it begins."""
    chance, killed = random.Random(seed), Killed()
    with mmap.mmap(-1, 1) as doing:
        for number in range(kills):
            _let_live(chance.uniform(0, LONGEST_LIFE), seed + number, doing, prepare)
            killed.while_at_work += doing[0] != BETWEEN
            killed.before_commit += doing[0] == BEFORE_COMMIT
            found = what_is_wrong()
            killed.times_wrong += bool(found)
            killed.wrong += [f"kill {number + 1}: {each}" for each in found]
    return killed


def _let_live(seconds: float, seed: int, doing: mmap.mmap, prepare: Callable[[], None]) -> None:
    connections.close_all()  # or the two processes would share one
    begun, begins = os.pipe()
    child = os.fork()
    if child == 0:
        prepare()
        _work(seed, doing, begins)
    os.close(begins)
    os.read(begun, 1)
    os.close(begun)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the process had ended by itself")
    _wait_for_the_server()


def _work(seed: int, doing: mmap.mmap, begins: int) -> None:
    try:
        _note_what_it_does(doing)
        room = Newsroom(seed, SEEN)
        os.close(begins)
        while True:
            doing[0] = AT_WORK
            room.do_something()
            doing[0] = BETWEEN
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def _note_what_it_does(doing: mmap.mmap) -> None:
    write = changing._write

    def writing(touched: changing.Touched) -> None:
        doing[0] = BEFORE_COMMIT
        transaction.on_commit(lambda: doing.__setitem__(0, AT_WORK))
        write(touched)

    changing._write = writing


def _wait_for_the_server() -> None:
    """PostgreSQL notices a moment later that a client is gone; it may even have to commit."""
    if connection.vendor != "postgresql":
        return
    others = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    with connection.cursor() as cursor:
        while cursor.execute(others) and cursor.fetchone() != (0,):
            time.sleep(0.01)


def write_after_the_commit() -> None:
    """The usual way, from now on and in this process: as by a signal that the change was made."""

    @contextmanager
    def changes() -> Iterator[None]:
        if changing._touched.get() is not None:
            with transaction.atomic():
                yield
            return
        touched = changing.Touched()
        token = changing._touched.set(touched)
        try:
            with transaction.atomic():
                yield
        finally:
            changing._touched.reset(token)
        if touched:
            with transaction.atomic():
                changing._write(touched)

    changing.changes = changes


# --- What was left behind --------------------------------------------------------------------------


def what_is_wrong() -> list[str]:
    """What the sweep would repair comes last: it repairs it."""
    return [
        *_of_the_file(),
        *(f"the tree of pages: {each}" for each in Page.find_problems() if each),
        *_of_what_is_told(),
        *_of_numbers(),
        *(f"the sweep repaired {found}" for found in [sweep()] if found),
    ]


def _of_the_file() -> Iterator[str]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for check, good in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
            found = cursor.execute(f"PRAGMA {check}").fetchall()
            if found != good:
                yield f"{check}: {found[:3]}"


def _of_what_is_told() -> Iterator[str]:
    public, told = public_now(), _told()
    for key in sorted(public.keys() | told.keys()):
        if public.get(key) != told.get(key):
            yield f"{key} is {public.get(key)} and told as {told.get(key)}"


def _told() -> dict[tuple[str, str], Shown]:
    rows = Publication.objects.filter(visible=True).select_related("content")
    contents = [json.loads(bytes(row.content.json)) for row in rows]
    return {(each["id"], each["locale"]): Shown(each["title"], each["url"]) for each in contents}


def _of_numbers() -> Iterator[str]:
    newest = Publication.objects.aggregate(newest=Max("edition"))["newest"] or 0
    if newest > Edition.now().number:
        yield f"edition {newest} was told, and the number is {Edition.now().number}"
    for row in Publication.objects.filter(visible=True).select_related("content"):
        if json.loads(bytes(row.content.json))["version"] != row.version:
            yield f"{row}: the version is not that of its content"
