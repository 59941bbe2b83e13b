"""How long an answer is remembered: for the edition that lends its memory, or for one request."""

from itertools import count

import pytest
from django.core.signals import request_finished, request_started
from django.utils import translation

from search.facets import Facet
from search.remembering import MEMORY, remembered, remembered_now

pytestmark = [pytest.mark.once, pytest.mark.django_db]


@pytest.fixture
def request_with():
    def request(ask, method="GET", **environ):
        request_started.send(None, environ={"REQUEST_METHOD": method, **environ})
        try:
            return [ask() for _ in range(2)]
        finally:
            request_finished.send(None)

    return request


def test_who_lends_a_memory_keeps_what_pages_share_and_nothing_else(request_with):
    numbers, lent = count(), {MEMORY: {}}

    def shared() -> int:
        return remembered("a", lambda: next(numbers))

    def now() -> int:
        return remembered_now("b", lambda: next(numbers))

    assert request_with(shared, **lent) == request_with(shared, **lent) == [0, 0]
    assert request_with(now, **lent) == [1, 1]
    assert request_with(now, **lent) == [2, 2]
    assert request_with(shared) == [3, 3]


def test_nothing_is_remembered_where_something_may_change(request_with):
    numbers = count()

    assert request_with(lambda: remembered("a", lambda: next(numbers)), "POST") == [0, 1]
    assert request_with(lambda: remembered_now("a", lambda: next(numbers)), "POST") == [2, 3]


def test_names_of_facets_are_asked_for_once_by_language(request_with):
    asked, lent = [], {MEMORY: {}}
    names = {"giam-doc": "Giám đốc", "van-thu": "Văn thư"}

    def names_of(values):
        asked.append([*values])
        return {value: names[value] for value in values if value in names}

    facet = Facet("role", "Vai trò", lambda objects: [], names_of)

    for wanted in (["giam-doc"], ["van-thu", "giam-doc"], ["khong-co"]):
        found = {value: names[value] for value in wanted if value in names}
        assert request_with(lambda w=wanted: facet.names(w), **lent) == [found, found]
    with translation.override("en"):
        request_with(lambda: facet.names(["giam-doc"]), **lent)

    assert [each for each in asked if each] == [
        ["giam-doc"], ["van-thu"], ["khong-co"], ["khong-co"], ["giam-doc"]
    ]  # fmt: skip
