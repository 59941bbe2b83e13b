"""Reading the edition: what is in the way makes nobody wait, and nothing fails."""

import shutil
import sqlite3
import time
import uuid

import pytest

from news.syndication.models import Edition
from website.byte_path.editions import FileEdition, NoticedEdition, RowEdition


@pytest.fixture
def file(tmp_path):
    return tmp_path / "site.sqlite3"


@pytest.fixture
def second(monkeypatch):
    """How long a second is."""
    return lambda seconds: monkeypatch.setattr("website.byte_path.editions.SECOND", seconds)


def write(file, number):
    database = sqlite3.connect(file, isolation_level=None)
    database.execute(
        "CREATE TABLE IF NOT EXISTS syndication_edition (id PRIMARY KEY, number, epoch)"
    )
    database.execute("REPLACE INTO syndication_edition VALUES (1, ?, 'epoch')", [number])
    return database


def test_it_is_what_was_committed_last(file):
    write(file, 1)
    edition = FileEdition(file)
    assert [edition.read(), edition.read()] == [(1, "epoch")] * 2

    database = write(file, 2)
    assert edition.read() == (2, "epoch")

    database.execute("BEGIN IMMEDIATE")
    database.execute("UPDATE syndication_edition SET number = 3")
    assert edition.read() == (2, "epoch")
    database.execute("ROLLBACK")
    assert edition.read() == (2, "epoch")


def test_before_there_is_a_database_a_table_or_a_row_there_is_no_edition(file):
    edition = FileEdition(file)
    assert edition.read() is None
    assert not file.exists()

    sqlite3.connect(file).close()
    assert edition.read() is None

    write(file, 1).execute("DELETE FROM syndication_edition")
    assert edition.read() is None

    write(file, 1)
    assert edition.read() == (1, "epoch")


def test_a_restored_file_is_read_within_the_second(file, second, tmp_path):
    second(0.01)
    write(file, 7).close()
    edition = FileEdition(file)
    assert edition.read() == (7, "epoch")
    write(tmp_path / "backup.sqlite3", 3).close()

    shutil.move(tmp_path / "backup.sqlite3", file)
    time.sleep(0.02)

    assert edition.read() == (3, "epoch")


def test_a_lock_makes_nobody_wait(file):
    locking = write(file, 1)
    edition = FileEdition(file)
    assert edition.read() == (1, "epoch")

    locking.execute("BEGIN EXCLUSIVE")
    assert edition.read() is None
    locking.execute("COMMIT")
    assert edition.read() == (1, "epoch")


def test_django_reads_the_row_too(db):
    Edition.objects.all().delete()
    assert RowEdition().read() is None
    Edition.start_new_epoch()
    first = RowEdition().read()
    Edition.start_new_epoch()

    assert first
    assert RowEdition().read() not in (None, first)


class Counted:
    """The row, and how often it was read."""

    def __init__(self):
        self.times, self.mark = 0, (1, uuid.UUID(int=1))

    def read(self):
        self.times += 1
        return self.mark


@pytest.fixture
def row():
    return Counted()


@pytest.fixture
def noticed(file, row, second):
    second(3600)
    return NoticedEdition(file, row)


def grow(file):
    with file.open("ab") as open_file:
        open_file.write(b".")


def test_the_row_is_read_when_the_file_has_grown(noticed, file, row):
    for times in (1, 2, 3):
        grow(file)
        row.mark = (times, "epoch")
        assert [noticed.read() for _ in range(5)] == [(times, "epoch")] * 5
        assert row.times == times


def test_another_machine_s_edition_is_seen_within_the_second(noticed, row, second):
    noticed.read()
    row.mark = (2, "epoch")
    assert noticed.read() != row.mark
    assert row.times == 1

    noticed = NoticedEdition(noticed._file, row)
    second(0.01)
    noticed.read()
    row.mark = (3, "epoch")
    time.sleep(0.02)
    assert noticed.read() == row.mark


def test_a_file_that_is_lost_is_noticed_too(noticed, file, row):
    grow(file)
    noticed.read()
    file.unlink()
    noticed.read()
    assert row.times == 2
    grow(file)
    noticed.read()
    assert row.times == 3


def test_what_could_not_be_read_is_asked_for_again(noticed, row):
    row.mark = None
    assert [noticed.read(), noticed.read()] == [None, None]
    assert row.times == 2
