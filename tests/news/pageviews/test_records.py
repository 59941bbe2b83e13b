"""Lines of the log, whole and torn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.pageviews.records import SIZE, Kind, Record, unpacked

pytestmark = pytest.mark.once

RECORDS = st.builds(
    Record,
    kind=st.sampled_from(Kind),
    time=st.integers(0, 2**32 - 1),
    article=st.binary(min_size=16, max_size=16),
    visitor=st.binary(min_size=8, max_size=8),
    place=st.binary(min_size=6, max_size=6),
    minute=st.binary(min_size=6, max_size=6),
)


def found(data: bytes) -> list[Record]:
    return [record for _end, record in unpacked(data)]


@given(st.lists(RECORDS, max_size=20))
def test_what_is_written_is_read(records):
    data = b"".join(record.packed() for record in records)

    assert found(data) == records
    assert [end for end, _record in unpacked(data)] == [
        SIZE * number for number in range(1, len(records) + 1)
    ]


@given(st.lists(RECORDS, min_size=1, max_size=5), st.integers(1, SIZE - 1))
def test_a_record_that_is_not_whole_yet_is_left(records, missing):
    data = b"".join(record.packed() for record in records)

    assert found(data[:-missing]) == records[:-1]


@given(RECORDS, RECORDS, st.integers(1, SIZE - 1), st.lists(RECORDS, max_size=3))
def test_what_follows_a_torn_record_is_read(before, torn, length, after):
    data = before.packed() + torn.packed()[:length] + b"".join(each.packed() for each in after)

    assert found(data) == [before, *after]


@given(RECORDS, st.integers(0, SIZE - 1), st.integers(1, 255), RECORDS)
def test_a_record_that_was_changed_does_not_count(record, at, by, after):
    data = bytearray(record.packed())
    data[at] ^= by

    assert found(bytes(data) + after.packed()) == [after]


@given(st.binary(max_size=500))
def test_any_bytes_are_read_without_an_error(data):
    assert found(data) == []
