"""The salt is shared while its day lasts, and gone afterwards."""

import datetime
import multiprocessing
import os

import pytest
import time_machine
from django.core.cache.backends.redis import RedisCache

from news.pageviews.in_redis import CacheSalts
from news.pageviews.salts import MemoryFiles, OwnSalts, shared_salts

pytestmark = pytest.mark.once

TODAY = datetime.date(2026, 3, 2)
YESTERDAY = datetime.date(2026, 3, 1)


@pytest.fixture
def memory(tmp_path):
    return tmp_path / "memory"


@pytest.fixture
def cache(redis_url):
    """Django's cache in a real Redis."""
    cache = RedisCache(redis_url, {})
    cache.clear()
    return cache


@pytest.fixture(params=["memory", "redis"])
def make(request, memory):
    """Another process's own view of the same salts."""
    if request.param == "memory":
        return lambda: MemoryFiles(memory)
    cache = request.getfixturevalue("cache")
    return lambda: CacheSalts(cache)


def test_all_processes_have_the_same_and_every_day_another(make):
    assert make()(TODAY) == make()(TODAY)
    assert len(make()(TODAY)) == 32
    assert make()(TODAY) != make()(YESTERDAY)


def test_yesterdays_cannot_be_had_again_once_today_was_asked_for(memory):
    yesterday = MemoryFiles(memory)(YESTERDAY)
    MemoryFiles(memory)(TODAY)

    assert not any(yesterday in path.read_bytes() for path in memory.iterdir())
    assert MemoryFiles(memory)(YESTERDAY) != yesterday


def test_only_we_may_read_it(memory):
    MemoryFiles(memory)(TODAY)

    assert memory.stat().st_mode & 0o777 == 0o700
    assert (memory / str(TODAY)).stat().st_mode & 0o777 == 0o600


def test_the_cache_throws_it_away_by_itself_when_the_day_ends(cache):
    with time_machine.travel("2026-03-02T16:00:00Z", tick=False):  # 23:00 in Vietnam
        CacheSalts(cache)(TODAY)

    left = cache._cache.get_client().ttl(cache.make_key(f"pageviews:salt:{TODAY}"))
    assert 3590 <= left <= 3600


def test_a_cache_that_is_away_is_an_os_error():
    with pytest.raises(OSError, match=r"127\.0\.0\.1:1"):
        CacheSalts(RedisCache("redis://127.0.0.1:1/0", {}))(TODAY)


def test_a_clock_set_back_does_not_take_the_salt_of_the_day_to_come(memory):
    today = MemoryFiles(memory)(TODAY)
    MemoryFiles(memory)(YESTERDAY)

    assert MemoryFiles(memory)(TODAY) == today


def _ask(memory, answers):
    answers.put(MemoryFiles(memory)(TODAY))


def test_processes_that_ask_first_at_once_get_the_same(memory):
    spawn = multiprocessing.get_context("spawn")
    answers = spawn.Queue()
    askers = [spawn.Process(target=_ask, args=(memory, answers)) for _ in range(4)]
    for asker in askers:
        asker.start()
    salts = {answers.get(timeout=60) for _ in askers}
    for asker in askers:
        asker.join()

    assert len(salts) == 1


@pytest.mark.skipif(not os.path.isdir("/dev/shm"), reason="no memory that is a folder")  # noqa: PTH112, S108
def test_by_default_it_is_in_memory_apart_for_each_site(tmp_path):
    one, other = shared_salts(str(tmp_path / "a")), shared_salts(str(tmp_path / "b"))
    try:
        assert str(one.folder).startswith("/dev/shm/")  # noqa: S108
        assert one(TODAY) != other(TODAY)
        assert one(TODAY) == shared_salts(str(tmp_path / "a"))(TODAY)
    finally:
        for salts in (one, other):
            (salts.folder / str(TODAY)).unlink()
            salts.folder.rmdir()


def test_without_memory_to_share_each_process_has_its_own():
    own = OwnSalts()
    today = own(TODAY)

    assert own(TODAY) == today
    own(YESTERDAY)
    assert own(TODAY) != today
