"""Whoever asks too often is told to wait, and nobody else notices."""

import pytest
import time_machine
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache

from news.syndication.models import Portal, PortalKey
from news.syndication.portals import callers
from news.syndication.portals.callers import caller as caller_of

NOON = "2026-03-01T05:00:20Z"  # 40 seconds before the next minute


@pytest.fixture(autouse=True)
def three_in_a_minute(settings):
    settings.API_REQUESTS_PER_MINUTE = 3


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def ask(client, address="203.0.113.7", method="get", path="provinces/", **headers):
    return getattr(client, method)(f"/api/v1/{path}", headers=headers, REMOTE_ADDR=address)


def statuses(client, times, *args, **headers) -> list[int]:
    return [ask(client, *args, **headers).status_code for _ in range(times)]


def test_one_request_too_many_is_refused_in_two_languages(client, db):
    assert statuses(client, 3) == [200] * 3

    response = ask(client)

    assert response.status_code == 429
    assert response["Content-Type"] == "application/problem+json"
    assert response["Retry-After"] == "40"
    assert "Quá nhiều yêu cầu" in response.json()["detail"]
    assert "Too many requests" in response.json()["detail_en"]
    assert "Retry-After" in response["Access-Control-Expose-Headers"]


def test_every_answer_tells_what_is_left(client, db):
    ask(client)
    for path in ("provinces/", "khong-co/"):
        response = ask(client, path=path)
        assert response["RateLimit-Policy"] == '"minute";q=3;w=60'
    assert response["RateLimit"] == '"minute";r=0;t=40'


def test_the_next_minute_begins_anew(client, db, at_noon):
    assert statuses(client, 4)[-1] == 429

    at_noon.shift(40)

    assert ask(client).status_code == 200


def test_another_address_is_another_caller(client, db):
    assert statuses(client, 4)[-1] == 429

    assert ask(client, "203.0.113.8").status_code == 200


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("articles/", "get"),
        ("articles/", "head"),
        ("inbox/articles/", "post"),
        ("khong-co/", "get"),
    ],
)
def test_every_address_and_method_counts(client, db, path, method):
    for _ in range(3):
        ask(client, path=path, method=method)

    assert ask(client, path=path, method=method).status_code == 429


def test_a_preflight_costs_nothing(client, db):
    for _ in range(9):
        assert ask(client, method="options").status_code == 204

    assert ask(client).status_code == 200


# --- With a key ------------------------------------------------------------------------------------


@pytest.fixture
def portal(db) -> Portal:
    return Portal.objects.create(name="Cổng", requests_per_minute=5)


def bearer(portal: Portal) -> dict[str, str]:
    return {"Authorization": f"Bearer {PortalKey.make(portal)[1]}"}


def test_a_portal_has_a_number_of_its_own_for_all_its_keys_and_addresses(client, portal):
    one, other = bearer(portal), bearer(portal)
    assert statuses(client, 3, **one) == [200] * 3
    assert statuses(client, 3, "203.0.113.9", **other) == [200, 200, 429]

    assert ask(client).status_code == 200  # its address, without the key


def test_a_portal_without_a_number_is_not_counted(client, portal):
    Portal.objects.update(requests_per_minute=0)

    response = [ask(client, **bearer(portal)) for _ in range(9)][-1]

    assert response.status_code == 200
    assert "RateLimit" not in response


def test_guessing_keys_counts_for_the_address(client, db):
    keys = [{"Authorization": f"Bearer cnv_{number}"} for number in range(4)]

    assert [ask(client, **key).status_code for key in keys] == [401, 401, 401, 429]


# --- Whose address ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.7", "203.0.113.7", True),
        ("203.0.113.7", "203.0.113.8", False),
        ("", "không phải địa chỉ", True),
    ],
)
def test_a_household_of_ipv6_is_one_caller(rf, one, other, is_same):
    first, second = (caller_of(rf.get("/", REMOTE_ADDR=each)) for each in (one, other))

    assert (first == second) is is_same


def test_nobody_can_pass_for_somebody_else(client, db):
    """X-Forwarded-For is believed of no one, unless the settings name the proxy."""
    told = [statuses(client, 1, **{"X-Forwarded-For": f"198.51.100.{n}"}) for n in range(4)]

    assert told == [[200], [200], [200], [429]]


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("198.51.100.1", "198.51.100.1"),
        ("6.6.6.6, 198.51.100.1", "198.51.100.1"),  # the caller wrote the first one
        ("198.51.100.1, 10.1.2.3", "198.51.100.1"),  # two proxies of ours
        ("6.6.6.6, rác", "10.0.0.1"),
        ("", "10.0.0.1"),
        ("," * 5000, "10.0.0.1"),
    ],
)
def test_a_proxy_we_know_tells_for_whom_it_asks(rf, settings, told, counted):
    settings.API_TRUSTED_PROXIES = ["10.0.0.0/8"]

    request = rf.get("/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": told})

    assert caller_of(request) == counted


def test_a_stranger_does_not_become_a_proxy_by_saying_so(rf, settings):
    settings.API_TRUSTED_PROXIES = ["10.0.0.0/8"]

    request = rf.get("/", REMOTE_ADDR="203.0.113.7", headers={"X-Forwarded-For": "198.51.100.1"})

    assert caller_of(request) == "203.0.113.7"


@pytest.mark.parametrize(
    ("named", "asking", "is_missed"),
    [
        ([], "203.0.113.7", True),
        (["127.0.0.1"], "10.0.0.2", True),  # it speaks for somebody from another machine of ours
        (["127.0.0.1"], "127.0.0.1", False),
        (["127.0.0.1"], "8.8.8.8", False),  # anybody can write that
    ],
)
def test_a_proxy_that_nobody_named_is_missed(rf, settings, caplog, named, asking, is_missed):
    settings.API_TRUSTED_PROXIES = named
    callers._warn_of_unnamed_proxies.cache_clear()

    caller_of(rf.get("/", REMOTE_ADDR=asking, headers={"X-Forwarded-For": "198.51.100.1"}))

    assert ("TRUSTED_PROXIES" in caplog.text) is is_missed


# --- The counters ----------------------------------------------------------------------------------


class Away(LocMemCache):
    """A cache whose server does not answer."""

    def add(self, *args, **kwargs):
        raise ConnectionError


def test_without_its_cache_the_api_answers_all_the_same(client, db, settings, monkeypatch):
    monkeypatch.setattr(caches["limits"].__class__, "add", Away.add)

    assert statuses(client, 5) == [200] * 5


def test_counters_push_nothing_out_of_the_other_caches(client, db, settings):
    caches["default"].set("kept", 1)
    for number in range(400):
        ask(client, f"203.0.{number // 200}.{number % 200 + 1}")

    assert caches["default"].get("kept") == 1


def test_where_no_cache_is_set_aside_the_default_one_counts(client, db, settings):
    settings.CACHES = {"default": settings.CACHES["default"]}

    assert statuses(client, 4) == [200, 200, 200, 429]


@pytest.mark.once
def test_in_redis_all_processes_count_together(client, db, settings, redis_url):
    settings.CACHES = settings.CACHES | {
        "limits": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": redis_url,
            "KEY_PREFIX": "limits-test",
        }
    }

    assert statuses(client, 4) == [200, 200, 200, 429]
