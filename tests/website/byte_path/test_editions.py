"""Reading the edition: nothing that was noticed is missed, and nothing fails."""

import time
import uuid

import pytest

from news.syndication.models import Edition
from website.byte_path.editions import NoticedEdition, RowEdition, give_notice, notice


@pytest.fixture
def file(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return notice()


@pytest.fixture
def second(monkeypatch):
    """How long a second is."""
    return lambda seconds: monkeypatch.setattr("website.byte_path.editions.SECOND", seconds)


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


def test_the_row_is_read_when_notice_was_given(noticed, row):
    for times in (1, 2, 3):
        give_notice()
        row.mark = (times, "epoch")
        assert [noticed.read() for _ in range(5)] == [(times, "epoch")] * 5
        assert row.times == times


def test_what_is_noticed_while_the_row_is_read_is_read_again(noticed, row):
    def read_late():
        give_notice()
        del row.read
        return (1, "epoch")

    row.read, row.mark = read_late, (2, "epoch")
    assert [noticed.read(), noticed.read()] == [(1, "epoch"), (2, "epoch")]


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


def test_notice_is_taken_again_within_the_second_of_a_file_that_was_lost(
    noticed, file, row, second
):
    second(0.01)
    noticed.read()
    file.unlink()
    time.sleep(0.02)
    second(3600)
    noticed.read()
    assert row.times == 2

    give_notice()
    noticed.read()
    assert row.times == 3


def test_a_file_too_short_is_made_long_enough(noticed, file, row):
    file.write_bytes(b"..")
    noticed.read()
    give_notice()
    noticed.read()
    assert row.times == 2


def test_where_no_notice_can_be_given_the_row_is_read_each_second(file, row, second):
    noticed = NoticedEdition(file / "nowhere", row)
    second(0.01)
    noticed.read()
    time.sleep(0.02)
    second(3600)
    assert [noticed.read() for _ in range(3)] == [row.mark] * 3
    assert row.times == 2


def test_what_could_not_be_read_is_asked_for_again(noticed, row):
    row.mark = None
    assert [noticed.read(), noticed.read()] == [None, None]
    assert row.times == 2
