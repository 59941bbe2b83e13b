"""What readers' pages send, through the API, the log and the worker, to the number they are shown."""

import datetime
import json
import resource
import shutil
import socket
import time
import uuid
from contextlib import contextmanager
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from news.factories import ArticlePageFactory
from news.pageviews import counting, folding, logs
from news.pageviews.folding import Folder
from news.pageviews.models import CountedLog, ViewDay, ViewTotal, views_of
from news.pageviews.records import SIZE
from news.pageviews.salts import shared_salts
from tests.news.pageviews.conftest import CHROME
from tests.news.test_visibility import restrict

ROBOTS = [
    "", "curl/8.5.0", "python-requests/2.32", "Mozilla/5.0 (compatible; Googlebot/2.1)",
    "Mozilla/5.0 (compatible; coccocbot-web/1.0)", "facebookexternalhit/1.1", "GPTBot/1.2",
]  # fmt: skip
COC_COC = CHROME.replace("Chrome/", "coc_coc_browser/127.0 Chrome/")
MINUTES, HOURS = datetime.timedelta(minutes=1), datetime.timedelta(hours=1)


@pytest.fixture
def clock():
    """Noon in Vietnam, and time for anything to be done."""
    with time_machine.travel("2026-03-01T05:00:00Z", tick=False) as clock:
        yield clock


@pytest.fixture(params=["files", "redis"])
def either_log(request, settings):
    """The whole way with each kind of log."""
    if request.param == "redis":
        settings.PAGE_VIEWS_LOG = request.getfixturevalue("redis_url")
        counting.open_logs(settings.PAGE_VIEWS_LOG).client.flushdb()


def counted(article) -> int:
    """In the database."""
    return views_of(article.translation_key)


def another_process() -> None:
    """What a process remembers is forgotten; what is written is not."""
    counting._desk = None


# --- One view --------------------------------------------------------------------------------------


def test_a_reader_makes_33_views_34_and_stays_one(read, article, fold, either_log):
    answer = read()
    assert answer.status_code == 200
    assert answer.json() == {"views": 34}
    assert answer["Cache-Control"] == "no-store"

    assert read().json() == {"views": 34}
    another_process()
    assert read().json() == {"views": 34}
    fold()
    assert counted(article) == 34
    assert read().json() == {"views": 34}
    another_process()
    assert read().json() == {"views": 34}
    fold()
    assert counted(article) == 34


def test_others_count_and_are_shown_at_once(read, article, fold, clock):
    for number in range(1, 6):
        assert read(address=f"203.0.113.{number}").json() == {"views": 33 + number}
        if number % 2:
            fold()
            clock.shift(2)
    fold()
    assert counted(article) == 38


def test_the_number_never_goes_back_while_the_worker_counts(read, article, fold):
    shown = []
    for number in range(1, 30):
        shown.append(read(address=f"203.0.113.{number}").json()["views"])
        if number % 3 == 0:
            fold()
        if number % 5 == 0:
            another_process()

    assert shown == list(range(34, 63))


def test_after_half_an_hour_the_same_reader_counts_again(read, fold, article, clock):
    read()
    clock.shift(29 * MINUTES)
    assert read().json() == {"views": 34}
    clock.shift(1 * MINUTES)
    assert read().json() == {"views": 35}
    fold()
    assert counted(article) == 35


def test_ten_thousand_from_one_reader_are_one(read, fold, article):
    read()
    another_process()
    asked = {"REMOTE_ADDR": "203.0.113.7", "HTTP_USER_AGENT": CHROME}
    for _ in range(9_999):
        assert counting.desk().count(asked, article.translation_key) == 34
    fold()

    assert counted(article) == 34
    assert ViewDay.objects.get().views == 1


def test_what_a_translation_was_read_counts_for_the_text(read, article, english, site_tree):
    site_tree.emulation.copy_for_translation(english, copy_parents=True)
    translation = article.copy_for_translation(english)
    translation.save_revision().publish()

    assert read(translation.translation_key).json() == {"views": 34}


# --- What does not count ---------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.parametrize("agent", ROBOTS)
def test_robots_are_counted_apart(read, fold, article, agent):
    assert read(User_Agent=agent).json() == {"views": 33}
    fold()

    day = ViewDay.objects.get()
    assert (day.views, day.robots) == (0, 1)
    assert counted(article) == 33


@pytest.mark.once
@pytest.mark.parametrize("agent", [CHROME, COC_COC, f"{CHROME} Zalo android/24102"])
def test_browsers_of_vietnamese_readers_are_no_robots(read, agent):
    assert read(User_Agent=agent).json() == {"views": 34}


def test_a_page_that_is_only_fetched_ahead_does_not_count(read, fold):
    assert read(Sec_Purpose="prefetch;prerender").json() == {"views": 33}
    fold()
    assert not ViewDay.objects.exists()


def test_editors_who_are_signed_in_do_not_count(read, client, lan, fold):
    client.force_login(lan)

    assert read().json() == {"views": 33}
    fold()
    assert not ViewDay.objects.exists()


@pytest.mark.once
@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "patch"])
def test_nothing_but_a_post_counts(client, article, fold, method):
    answer = getattr(client, method)(f"/api/v1/views/{article.translation_key}/")

    assert answer.status_code == 405
    assert answer["Content-Type"] == "application/problem+json"
    fold()
    assert not ViewDay.objects.exists()


def test_opening_the_page_itself_does_not_count(client, article, fold):
    assert b"33</span>" in client.get(article.url).content
    fold()
    assert not ViewDay.objects.exists()


def test_surplus_from_one_address_is_counted_apart(read, fold, article, clock):
    for number in range(80):
        read(User_Agent=f"{CHROME} {number}")
        clock.shift(2)  # 30 a minute
    fold()

    day = ViewDay.objects.get()
    assert (day.views, day.surplus) == (50, 30)
    assert counted(article) == 33 + 50


def test_a_household_is_one_place_and_a_proxy_is_not(read, settings, fold):
    settings.API_TRUSTED_PROXIES = ["127.0.0.1"]
    for number in range(3):
        read(address=f"2001:db8:1:2::{number}")
    for number in range(3):
        read(address="127.0.0.1", X_Forwarded_For=f"198.51.100.{number}")
    fold()

    assert ViewDay.objects.get().views == 1 + 3


# --- What is wrong ---------------------------------------------------------------------------------


def problem(answer) -> tuple[int, str]:
    assert answer["Content-Type"] == "application/problem+json"
    return answer.status_code, answer.json()["detail"]


def test_unknown_and_hidden_articles_are_not_found_and_leave_no_row(
    read, article, site_tree, log, fold
):
    draft = ArticlePageFactory(parent=site_tree.emulation, published=False)
    private = ArticlePageFactory(parent=site_tree.emulation)
    restrict(private, "login")
    withdrawn = ArticlePageFactory(parent=site_tree.emulation)
    withdrawn.unpublish()

    for key in (uuid.uuid4(), *(page.translation_key for page in (draft, private, withdrawn))):
        assert problem(read(key))[0] == 404
    fold()
    assert ViewTotal.objects.count() == 1
    assert not ViewDay.objects.exists()
    assert not [path for path in log.glob("*") if path.stat().st_size > 16]


def test_an_article_that_was_withdrawn_just_now_does_not_count(read, article, monkeypatch):
    monkeypatch.setattr(counting, "FRESH", 0)
    read()
    article.unpublish()

    assert read(address="203.0.113.8").status_code == 404


@pytest.mark.parametrize(
    "key", ["1", "khong-phai-uuid", "0" * 400, "%00", "9223372036854775808", "..%2F..%2Fadmin"]
)
def test_a_malformed_id_is_a_clear_answer(read, key):
    assert problem(read(key))[0] in (400, 404)


@pytest.mark.once
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "", "Origin": "https://cong-khac.example.vn"},
        {"Origin": "https://cong-khac.example.vn"},
        {"Origin": "null"},
    ],
)
def test_another_site_cannot_report_views(client, article, fold, headers):
    """Be it told by a browser of today, or by an older one, that only names the origin."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    address = f"/api/v1/views/{article.translation_key}/"
    status, detail = problem(client.post(address, headers={"User-Agent": CHROME} | named))

    assert status == 403
    assert "chính website này" in detail
    fold()
    assert not ViewDay.objects.exists()


@pytest.mark.once
def test_our_own_origin_is_known_and_what_a_browser_says_is_believed(client, article, settings):
    settings.CSRF_TRUSTED_ORIGINS = ["https://sonoivu.example.vn"]
    address = f"/api/v1/views/{article.translation_key}/"
    for headers in (
        {"Origin": "http://testserver"},
        {"Origin": "https://sonoivu.example.vn"},
        # Behind a proxy that ends TLS the origin does not look like ours.
        {"Origin": "https://testserver", "Sec-Fetch-Site": "same-origin"},
    ):
        answer = client.post(address, headers={"User-Agent": CHROME} | headers)
        assert answer.json() == {"views": 34}


def test_behind_a_socket_file_readers_are_told_apart(read, settings, fold):
    settings.API_TRUSTED_PROXIES = ["127.0.0.1"]
    for number in range(3):
        read(address="", X_Forwarded_For=f"203.0.113.9, 198.51.100.{number}")
    fold()

    assert ViewDay.objects.get().views == 3


def test_a_body_of_a_megabyte_is_refused(client, article):
    answer = client.post(
        f"/api/v1/views/{article.translation_key}/",
        "x" * 1_000_000,
        content_type="text/plain",
        headers={"User-Agent": CHROME},
    )

    assert problem(answer)[0] == 413


@contextmanager
def full_disk(log):
    """Writing beyond what the file has now fails, as on a full disk."""
    size = max((path.stat().st_size for path in log.glob("*.log")), default=0)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_on_a_full_disk_the_page_loads_and_nothing_counts_twice_later(
    read, client, article, log, fold, caplog
):
    read()
    with full_disk(log):
        status, detail = problem(read(address="203.0.113.8"))
        assert status == 503
        assert "không được tính" in detail
        assert client.get(article.url).status_code == 200

    assert read(address="203.0.113.8").json() == {"views": 35}
    fold()

    assert counted(article) == 35
    assert "20 byte ghi dở" in caplog.text


def test_a_clock_set_back_over_midnight_loses_and_doubles_nothing(read, article, clock, fold):
    folder = Folder()
    clock.move_to("2026-03-02T05:00:00Z")
    read()
    folder.run()
    clock.move_to("2026-03-01T05:00:00Z")
    read()
    read()
    folder.run()
    clock.move_to("2026-03-02T05:00:00Z")
    read(address="203.0.113.8")
    folder.run()
    fold()

    assert {(day.day.day, day.views) for day in ViewDay.objects.all()} == {(1, 1), (2, 2)}
    assert counted(article) == 36


# --- Into the database -----------------------------------------------------------------------------


def test_a_day_is_one_of_the_clock_in_vietnam(read, fold, clock):
    clock.move_to("2026-03-01T16:59:59Z")
    read()
    clock.move_to("2026-03-01T17:00:00Z")
    read(address="203.0.113.8")
    fold()

    assert [str(day.day) for day in ViewDay.objects.order_by("day")] == ["2026-03-01", "2026-03-02"]


def test_counting_twice_counts_once(read, fold, article):
    read()
    fold()
    fold()
    Folder().run()

    assert counted(article) == 34


def test_a_worker_that_dies_before_the_end_has_done_nothing(read, article, fold, monkeypatch):
    read()
    folder = Folder()
    with monkeypatch.context() as patch:
        patch.setattr(folding, "make_totals", _killed)
        with pytest.raises(KeyboardInterrupt):
            folder.run()
    assert not ViewDay.objects.exists()
    assert not CountedLog.objects.filter(position__gt=0).exists()

    folder.run()
    fold()

    assert counted(article) == 34


def _killed(*args):
    raise KeyboardInterrupt


def test_two_workers_count_once(read, article, monkeypatch):
    """The second one counts what the first one has read and not yet written."""
    read()
    first, second = Folder(), Folder()
    with monkeypatch.context() as patch:
        patch.setattr(folding, "_advance", _after(second.run, folding._advance))
        first.run()
    read(address="203.0.113.8")
    first.run()
    second.run()

    assert counted(article) == 35


def _after(before, what):
    done = []

    def doing(*args):
        if not done:
            done.append(True)
            before()
        return what(*args)

    return doing


def test_a_new_worker_knows_the_readers_of_the_day(read, article, clock):
    read()
    Folder().run()
    clock.shift(10 * MINUTES)
    counting._desk = None
    read()
    Folder().run()

    assert counted(article) == 34


def test_the_log_of_a_day_goes_an_hour_after_its_end(read, log, clock, article):
    folder = Folder()
    clock.move_to("2026-03-01T16:30:00Z")
    read()
    clock.move_to("2026-03-01T17:59:00Z")
    folder.run()
    assert [path.name for path in log.glob("*.log")] == ["2026-03-01.log"]

    clock.move_to("2026-03-01T18:01:00Z")
    folder.run()

    assert not list(log.glob("*.log"))
    assert counted(article) == 34


def test_what_is_torn_at_the_end_is_told_before_it_goes(read, log, clock, article, caplog):
    folder = Folder()
    read()
    (path,) = log.glob("*.log")
    with path.open("ab") as file:
        file.write(b"\0" * 30)
    clock.shift(48 * HOURS)
    folder.run()

    assert "30 byte ghi dở" in caplog.text
    assert counted(article) == 34


def test_what_stands_behind_a_long_torn_stretch_is_counted(read, log, article, fold, monkeypatch):
    monkeypatch.setattr(logs, "AT_ONCE", 3)
    read()
    (path,) = log.glob("*.log")
    with path.open("ab") as file:
        file.write(b"\0" * (10 * SIZE + 7))
    another_process()
    assert read(address="203.0.113.8").json() == {"views": 35}
    fold()

    assert counted(article) == 35


def test_a_log_that_does_not_answer_keeps_nobody_waiting_for_long(read, settings):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.PAGE_VIEWS_LOG = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        assert read().status_code == 503
        began = time.monotonic()
        for _ in range(20):
            assert read().status_code == 503
    assert time.monotonic() - began < 2


def test_week_and_month_are_kept(read, article, clock, fold):
    today = timezone.localdate()
    for days in (0, 6, 7, 29, 30):
        day = today - datetime.timedelta(days=days)
        ViewDay.objects.create(article=article.translation_key, day=day, views=10**days % 97)
    read()
    fold()

    total = ViewTotal.objects.get()
    views = [10**days % 97 for days in (0, 6, 7, 29)]
    assert total.last_week == sum(views[:2]) + 1
    assert total.last_month == sum(views) + 1

    clock.shift(HOURS * 24)
    call_command("worker", once=True)
    total.refresh_from_db()
    assert total.last_week == views[0] + 1


def test_a_log_that_is_taken_away_is_begun_again(read, article, log, monkeypatch):
    monkeypatch.setattr(counting, "FRESH", 0)
    folder = Folder()
    read()
    folder.run()
    for path in log.glob("*.log"):
        path.unlink()

    assert read(address="203.0.113.8").json() == {"views": 35}
    folder.run()
    Folder().run()

    assert counted(article) == 35


# --- What is kept of readers -----------------------------------------------------------------------


def test_nothing_of_a_reader_is_written_anywhere(read, log, fold, caplog):
    agent = f"{CHROME} ZaloTheme/dark-83251"
    address = "198.51.100.83"
    with caplog.at_level("DEBUG"):
        read(address=address, User_Agent=agent)
        read("khong-co", address=address, User_Agent=agent)
        fold()

    dump = StringIO()
    call_command("dumpdata", stdout=dump)
    kept = dump.getvalue() + caplog.text
    kept += "".join(path.read_bytes().decode("latin-1") for path in log.glob("*"))
    for planted in (
        address,
        "83251",
        "ZaloTheme",
        CHROME,
        bytes([198, 51, 100, 83]).decode("latin-1"),
    ):
        assert planted not in kept


def test_the_worker_throws_the_salt_away_though_nobody_reads(tmp_path, settings):
    settings.PAGE_VIEWS_LOG = str(tmp_path / "log")
    salts, folder = shared_salts(settings.PAGE_VIEWS_LOG), Folder()
    try:
        with time_machine.travel("2026-03-01T05:00:00Z"):
            yesterdays = salts(datetime.date(2026, 3, 1))
            folder.run()
        with time_machine.travel("2026-03-02T05:00:00Z"):
            folder.run()
        assert salts(datetime.date(2026, 3, 1)) != yesterdays
    finally:
        shutil.rmtree(salts.folder)


def test_the_same_reader_of_two_articles_is_two_strangers_a_minute_later(
    read, article, site_tree, log, clock
):
    other = ArticlePageFactory(parent=site_tree.emulation, title="Bài khác")
    read()
    clock.shift(MINUTES)
    read(other.translation_key)

    (path,) = log.glob("*.log")
    data = path.read_bytes()[16:]
    records = [data[start : start + SIZE] for start in (0, SIZE)]
    visitor, place, minute = slice(24, 32), slice(32, 38), slice(38, 44)
    for key in (visitor, place, minute):
        first, second = (record[key] for record in records)
        assert first != second


def test_counting_asks_the_database_little(read, article, django_assert_max_num_queries):
    read()
    with django_assert_max_num_queries(3):
        for number in range(20):
            read(address=f"203.0.113.{number}")
    assert connection.vendor in ("sqlite", "postgresql")


def test_the_description_names_the_beacon(client, db):
    paths = json.loads(client.get("/api/v1/openapi.json").content)["paths"]

    assert set(paths["/api/v1/views/{id}/"]) == {"post"}
