"""The log, in files and in a real Redis: what is appended stands in one order for all."""

import datetime
import multiprocessing
import uuid

import pytest

from news.pageviews.in_redis import RedisLogs
from news.pageviews.logs import Files, open_logs
from news.pageviews.records import SIZE, Kind, Record

pytestmark = pytest.mark.once

DAY = datetime.date(2026, 3, 1)


def record(number=1) -> Record:
    key = number.to_bytes(8, "big")
    return Record(
        Kind.READER, 1_772_337_600 + number, uuid.UUID(int=number).bytes, key, key[2:], key[2:]
    )


@pytest.fixture(params=["files", "redis"])
def address(request, tmp_path) -> str:
    if request.param == "files":
        return str(tmp_path / "views")
    url = request.getfixturevalue("redis_url")
    RedisLogs(url).client.flushdb()
    return url


@pytest.fixture
def logs(address):
    return open_logs(address)


def everything(log) -> list[Record]:
    records, position = [], 0
    while (batch := log.read(position)).records:
        records += [each for _end, each in batch.records]
        position = batch.position
    return records


def test_what_is_appended_is_read_by_others_from_where_they_are(address, logs):
    writer, reader = logs.of(DAY), open_logs(address).of(DAY)
    assert reader.read(0).records == []

    writer.append(record(1))
    first = reader.read(0)
    writer.append(record(2))
    second = reader.read(first.position)

    assert [each for _end, each in first.records] == [record(1)]
    assert [each for _end, each in second.records] == [record(2)]
    assert first.log == second.log
    assert reader.read(second.position).records == []


def test_each_record_is_told_with_the_position_behind_it(logs):
    log = logs.of(DAY)
    for number in range(3):
        log.append(record(number))

    ends = [end for end, _record in log.read(0).records]

    assert [log.read(end).records for end in ends][-1] == []
    assert [each for _end, each in log.read(ends[0]).records] == [record(1), record(2)]


def test_days_have_logs_of_their_own(logs):
    later = DAY + datetime.timedelta(days=1)
    logs.of(later).append(record(2))
    logs.of(DAY).append(record(1))

    assert logs.days() == [DAY, later]
    logs.remove(DAY)
    assert logs.days() == [later]
    assert everything(logs.of(later)) == [record(2)]


def test_a_log_that_was_lost_and_begun_again_has_another_name(logs):
    logs.of(DAY).append(record(1))
    before = logs.of(DAY).read(0)

    logs.remove(DAY)
    logs.of(DAY).append(record(2))

    after = logs.of(DAY).read(0)
    assert after.log != before.log
    assert [each for _end, each in after.records] == [record(2)]


def _append(address, numbers):
    log = open_logs(address).of(DAY)
    for number in numbers:
        log.append(record(number))


def test_several_processes_begin_and_append_at_once_and_nothing_is_mixed(address, logs):
    parts = [range(start, start + 500) for start in (0, 500, 1000, 1500)]
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_append, args=(address, part)) for part in parts]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    written = everything(logs.of(DAY))

    assert sorted(each.time for each in written) == [record(number).time for number in range(2000)]
    by_writer = [
        [each for each in written if each.time in {record(n).time for n in part}] for part in parts
    ]
    assert all(each == sorted(each, key=lambda record: record.time) for each in by_writer)


def test_a_torn_record_is_told_and_the_next_one_read(tmp_path):
    files = Files(str(tmp_path))
    files.of(DAY).append(record(1))
    with (tmp_path / f"{DAY}.log").open("ab") as file:
        file.write(record(2).packed()[: SIZE // 2])
    files.of(DAY).append(record(3))

    batch = files.of(DAY).read(0)

    assert [each for _end, each in batch.records] == [record(1), record(3)]
    assert batch.torn == SIZE // 2


def test_a_file_taken_away_is_noticed(tmp_path):
    log = Files(str(tmp_path)).of(DAY)
    log.append(record(1))
    assert not log.is_lost()

    (tmp_path / f"{DAY}.log").unlink()

    assert log.is_lost()


def test_only_our_files_are_logs(tmp_path):
    (tmp_path / "ghi-chu.log").write_text("không phải sổ")

    assert Files(str(tmp_path)).days() == []


def test_a_redis_that_is_away_is_an_os_error():
    logs = RedisLogs("redis://127.0.0.1:1/0")

    with pytest.raises(OSError, match=r"127\.0\.0\.1:1"):
        logs.of(DAY).append(record(1))
    with pytest.raises(OSError, match=r"127\.0\.0\.1:1"):
        logs.days()
