"""How much is kept, and who makes it when many ask at once."""

import threading
import time

import pytest
from django.http import HttpResponse, StreamingHttpResponse

from search.outbox import write_what_is_due
from tests.website.byte_path.conftest import ask, new_site
from website.byte_path.answers import Answer
from website.byte_path.front import BytePath
from website.byte_path.store import PATIENCE, Answers

MANY = 12


class Constant:
    def __init__(self, mark=(1, "epoch")):
        self.mark = mark

    def read(self):
        return self.mark


class Slow:
    """An application that answers only when it is let."""

    def __init__(self, status=200, etag='"bài"'):
        self.times, self.may_go = 0, threading.Event()
        self.status, self.etag = status, etag

    def __call__(self, environ, start_response):
        self.times += 1
        self.may_go.wait(10)
        response = HttpResponse(b"x" * 5000, status=self.status)
        if self.etag:
            response["ETag"], response["Cache-Control"] = self.etag, "no-cache"
        start_response(f"{self.status} OK", list(response.items()))
        return response


@pytest.fixture
def asked_by_many(kept_connection):
    """What many threads are answered that ask for one address at once."""

    def run(application, number=MANY):
        front = BytePath(application, Constant(), 2**20)
        front._newest_answers()  # here, with the test's connection
        answers, waiting = [], [threading.Thread(target=lambda: answers.append(ask(front, "/bai/")))
                                for _ in range(number)]  # fmt: skip
        for thread in waiting:
            thread.start()
        time.sleep(0.2)
        application.may_go.set()
        for thread in waiting:
            thread.join()
        return answers

    return run


def test_a_page_that_many_ask_for_at_once_is_made_once(asked_by_many):
    application = Slow()

    answers = asked_by_many(application)

    assert application.times == 1
    assert [(each.status, each.body) for each in answers] == [(200, b"x" * 5000)] * MANY


@pytest.mark.parametrize("application", [Slow(404), Slow(etag=None)])
def test_what_cannot_be_kept_is_made_for_each(asked_by_many, application):
    answers = asked_by_many(application)

    assert application.times == MANY
    assert len(answers) == MANY


def test_one_that_takes_too_long_keeps_nobody_waiting(asked_by_many, monkeypatch):
    monkeypatch.setattr("website.byte_path.store.PATIENCE", 0.05)
    assert PATIENCE > 1
    application = Slow()

    answers = asked_by_many(application)

    assert len(answers) == application.times == MANY


def test_one_that_fails_is_tried_again_by_the_next(kept_connection):
    failing = [True]

    def application(environ, start_response):
        if failing:
            raise RuntimeError
        return Slow.__call__(slow, environ, start_response)

    slow = Slow()
    slow.may_go.set()
    front = BytePath(application, Constant(), 2**20)
    with pytest.raises(RuntimeError):
        ask(front, "/bai/")
    failing.clear()

    assert ask(front, "/bai/").status == 200


def test_who_asks_after_a_change_does_not_get_what_was_made_before(kept_connection):
    """Though it was still being made when they came."""
    application, edition = Slow(), Constant()
    front = BytePath(application, edition, 2**20)
    front._newest_answers()
    first = threading.Thread(target=ask, args=[front, "/bai/"])
    first.start()
    while not application.times:
        time.sleep(0.01)
    edition.mark = (2, "epoch")
    front._newest_answers()
    second = threading.Thread(target=ask, args=[front, "/bai/"])
    second.start()
    time.sleep(0.1)
    application.may_go.set()
    first.join()
    second.join()

    assert application.times == 2


def test_what_is_kept_never_weighs_more_than_there_is_room_for(site_tree, site):
    room = 240_000
    small = new_site(room)
    for number in range(20):
        small.ask(f"/tin-tuc/?x={number}", HTTP_ACCEPT_ENCODING="gzip")
        small.ask(f"/khong-co-{number}/")
    kept = small.application._answers

    weights = sum(each.weight for each in kept._pages._kept.values())
    assert 0 <= kept._pages._left == room - room // 8 - weights
    assert weights > room / 2
    assert kept.get(("http://testserver", "/tin-tuc/", "x=19"))
    assert not kept.get(("http://testserver", "/tin-tuc/", "x=0"))


def test_searches_push_no_page_out(site_tree, site):
    """There are as many as words."""
    write_what_is_due()  # into the index; nothing is kept before
    small = new_site(240_000)
    small.ask("/tin-tuc/")
    for number in range(60):
        small.ask(f"/api/v1/search/suggest/?q=thi+dua+{number}")
    small.made.clear()

    small.ask("/tin-tuc/")
    small.ask("/api/v1/search/suggest/?q=thi+dua+59")
    small.ask("/api/v1/search/suggest/?q=thi+dua+0")
    assert small.made == ["/api/v1/search/suggest/"]


def test_what_is_asked_for_stays_when_others_go(site_tree, site):
    small = new_site(240_000)
    for number in range(12):
        small.ask("/tin-tuc/")
        small.ask(f"/tin-tuc/?x={number}")

    assert small.made.count("/tin-tuc/") == 13


def test_one_too_large_is_made_each_time():
    body = b"x" * 100
    answer = Answer([("ETag", '"x"')], body)
    answers = Answers((1, "epoch"), time.time() + 60, 9 * answer.weight)
    assert answers.is_mine_to_make(("", "/", ""))
    answers.made(("", "/", ""), answer)
    assert answers.is_made_each_time(("", "/", ""))
    assert not answers.is_mine_to_make(("", "/", ""))


def test_what_is_not_kept_pushes_nothing_out(site_tree, site, monkeypatch):
    monkeypatch.setattr("website.byte_path.store.MOST_MADE_EACH_TIME", 3)
    small = new_site(240_000)
    small.ask("/tin-tuc/")
    for number in range(300):
        assert small.application._answers.is_mine_to_make(("", f"/{number}/", ""))
        small.application._answers.made(("", f"/{number}/", ""), None)
    small.made.clear()

    small.ask("/tin-tuc/")
    assert small.made == []
    assert list(small.application._answers._made_each_time) == [
        ("", f"/{number}/", "") for number in (297, 298, 299)
    ]


def test_a_stream_is_passed_on_as_it_is(kept_connection):
    def application(environ, start_response):
        response = StreamingHttpResponse(
            iter([b"a", b"b"]), headers={"ETag": '"x"', "Cache-Control": "no-cache"}
        )
        start_response("200 OK", list(response.items()))
        return response

    front = BytePath(application, Constant(), 2**20)

    assert [ask(front, "/").body for _ in range(2)] == [b"ab", b"ab"]


def test_without_room_nothing_is_kept(site, site_tree):
    none = new_site(0)

    assert [none.ask("/").status for _ in range(2)] == [200, 200]
    assert len(none.made) == 2
