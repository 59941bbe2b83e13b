"""The worker is killed again and again, and no portal misses anything."""

import re

import pytest

from tests.benchmark_runs import run_benchmark

pytestmark = [pytest.mark.once, pytest.mark.long]  # on a database of its own


def test_nothing_is_lost_when_the_worker_is_killed():
    said = run_benchmark(
        "benchmarks/webhooks/run.py --events 200 --endpoints 5 --kills 3 --minutes 3"
    )

    assert re.search(r"^200 events to 5 addresses, 3 kills", said, re.MULTILINE), said
    assert re.search(r"^lost +0$", said, re.MULTILINE), said
