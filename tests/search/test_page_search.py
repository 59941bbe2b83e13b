"""The admin's search of pages, as an editor sees it."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.factories import ArticlePageFactory

from .library import write_many

pytestmark = pytest.mark.django_db


@pytest.fixture
def write(site_tree, write_index):
    """Publish articles and write them into the index; one more each time it is asked."""

    def written(*titles: str, **fields) -> None:
        for title in titles:
            ArticlePageFactory(parent=site_tree.emulation, title=title, **fields)
        write_index()

    return written


@pytest.fixture
def listed(client, admin_user):
    """The titles of the rows, and what stands above them."""
    client.force_login(admin_user)

    def rows(typed: str, **parameters) -> tuple[list[str], str]:
        answer = client.get("/admin/pages/search/", {"q": typed, **parameters})
        table = BeautifulSoup(answer.content, "html.parser").select_one("main table")
        if table is None:
            return [], ""
        (head,) = table.select("th.title")
        titles = [span.get_text(strip=True) for span in table.select('span[id^="page_"]')]
        return titles, re.sub(r"\s+", " ", head.get_text())

    return rows


@pytest.mark.once
def test_more_rows_cost_no_more_queries(listed, write):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert listed("giao ước")[0]
        return len(captured)

    write("Giao ước số 1", "Giao ước số 2")
    listed("giao ước")
    for_two = queries()
    write(*(f"Giao ước số {number}" for number in range(3, 9)))

    assert queries() == for_two


def test_below_the_names_stand_the_texts_that_say_it(listed, write):
    write("Lịch tiếp công dân", lead="Sau giờ, giao ước giao ước giao ước.")
    write("Ký giao ước", lead="Buổi lễ ngắn gọn.")

    assert listed("giao ước")[0] == ["Ký giao ước", "Lịch tiếp công dân"]
    assert listed("giao ư")[0] == ["Ký giao ước"]


def test_names_and_texts_are_counted_together(listed, write):
    write("Lịch tiếp công dân", lead="Sau giờ, giao ước.")
    write("Ký giao ước", lead="Buổi lễ ngắn gọn.")

    assert "1–2 trong 2 trang" in listed("giao ước")[1]
    assert listed("giao ước", content_type="news.articlepage")[0] == [
        "Ký giao ước",
        "Lịch tiếp công dân",
    ]
    assert listed("giao ước", ordering="-title")[0] == ["Lịch tiếp công dân", "Ký giao ước"]


def test_many_names_fill_the_pages_alone(listed, write, site_tree):
    write_many(site_tree.emulation, [f"Giao ước số {number}" for number in range(45)])
    write("Lịch tiếp công dân", lead="Sau giờ, giao ước.")

    assert "1–20 trong 45 trang" in listed("giao ước")[1]
