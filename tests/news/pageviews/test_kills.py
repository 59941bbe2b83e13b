"""Web processes and the worker are killed again and again, and no view is lost or counted twice."""

import re

import pytest

from tests.benchmark_runs import run_benchmark

pytestmark = [pytest.mark.once, pytest.mark.long]  # on a database of its own


def test_every_acknowledged_view_is_stored_whatever_is_killed():
    said = run_benchmark("-m benchmarks.pageviews.kills --hits 5000 --kills 2 --minutes 3")

    assert re.search(r"^files, 2 kills", said, re.MULTILINE), said
