"""The report “Tìm không thấy”: what visitors missed, for those who can do something about it."""

import csv
import datetime
import io
import re
from html import unescape

import openpyxl
import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from search import log
from search.models import SearchedWords

pytestmark = pytest.mark.django_db

EMPTY = "Chưa có chữ nào được tìm từ 3 ngày trở lên mà không thấy kết quả."
HEADINGS = ["Chữ đã tìm", "Không thấy", "Lượt tìm", "Lần cuối"]
TODAY = datetime.date(2026, 11, 20)


@pytest.fixture
def report(client, lan):
    """The page as Lan sees it."""
    client.force_login(lan)

    def ask(**parameters):
        response = client.get(reverse("search_searched_words"), parameters)
        assert response.status_code == 200
        return response

    return ask


@pytest.fixture
def insider(stranger):
    """Somebody who may enter the admin and do nothing there."""
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return stranger


@pytest.fixture
def rows(report):
    def ask(**parameters) -> list[list[str]]:
        html = report(**parameters).content.decode()
        table = re.search(r"<tbody>(.*?)</tbody>", html, flags=re.S)
        return [
            [text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, flags=re.S)]
            for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table[1] if table else "", flags=re.S)
        ]

    return ask


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def searched(words: str, searches: int, found_nothing: int, days_ago: int = 0, key: str = ""):
    return SearchedWords.objects.create(
        day=TODAY - datetime.timedelta(days=days_ago),
        key=key or words,
        words=words,
        searches=searches,
        found_nothing=found_nothing,
    )


def test_words_that_found_nothing_are_listed_most_often_missed_first(rows):
    searched("hộ tịch", 4, 4)
    searched("xe hơi", 9, 7)
    searched("bằng khen", 50, 0)
    assert rows() == [
        ["xe hơi", "7", "9", "20/11/2026"],
        ["hộ tịch", "4", "4", "20/11/2026"],
    ]


def test_days_and_ways_to_type_are_added_up(rows):
    searched("xe hoi", 2, 2, days_ago=5, key="xe hoi")
    searched("xe hơi", 3, 1, days_ago=3, key="xe hoi")
    searched("xe hơi", 6, 0, days_ago=0, key="xe hoi")
    assert rows() == [["xe hơi", "3", "11", "17/11/2026"]]


def test_what_was_typed_is_never_markup(report):
    searched("<script>alert(1)</script>", 1, 1)
    html = report().content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_many_words_fill_several_pages_without_gaps(rows):
    for number in range(60):
        searched(f"chữ {number:02}", 1, 1)
    first, second = rows(), rows(p=2)
    assert (len(first), len(second)) == (50, 10)
    assert len({words for words, *_ in first + second}) == 60


def test_before_anything_was_missed_the_report_says_so(report, rows):
    searched("bằng khen", 50, 0)
    assert rows() == []
    assert EMPTY in report().content.decode()


def test_the_way_to_a_synonym_is_on_the_page(report):
    html = report().content.decode()
    assert "Thêm từ đồng nghĩa" in html
    assert reverse("wagtailsnippets_search_synonym:add") in html


# --- Taken along ---------------------------------------------------------------------------------


def test_it_can_be_taken_along_as_csv(report):
    searched("xe hơi", 9, 7)
    response = report(export="csv")
    assert 'filename="tim-khong-thay.csv"' in response["Content-Disposition"]
    lines = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))
    assert lines == [HEADINGS, ["xe hơi", "7", "9", "2026-11-20"]]


def test_it_can_be_taken_along_as_a_spreadsheet(report):
    searched("xe hơi", 9, 7)
    response = report(export="xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert lines == [HEADINGS, ["xe hơi", 7, 9, TODAY]]


# --- Who may -----------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["lan", "minh"])
@pytest.mark.parametrize("name", ["search_searched_words", "search_searched_words_results"])
def test_whoever_writes_synonyms_sees_it(client, request, who, name):
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("who", ["insider", "stranger", None])
@pytest.mark.parametrize("name", ["search_searched_words", "search_searched_words_results"])
@pytest.mark.parametrize("parameters", [{}, {"export": "csv"}])
def test_nobody_else_does(client, request, who, name, parameters):
    searched("xe hơi", 1, 1)
    if who:
        client.force_login(request.getfixturevalue(who))
    response = client.get(reverse(name), parameters)
    assert response.status_code == 302
    assert b"xe h" not in response.content


def test_the_menu_offers_it_to_whoever_may_see_it(client, lan, insider):
    offered = {}
    for user in (lan, insider):
        client.force_login(user)
        html = client.get("/admin/").content.decode()
        offered[user.username] = "/admin/reports/tim-khong-thay/" in html
    assert offered == {"lan": True, "nguoi-la": False}


def test_a_visitors_search_in_vain_arrives_here(client, rows, site_tree, write_index, monkeypatch):
    monkeypatch.setattr(log, "DAYS", 1)
    write_index()
    log._waiting.take()
    client.get("/tim-kiem/", {"q": "Zzzz Yyyy"}, headers={"user-agent": "Firefox/146.0"})
    log.write_log()
    assert rows() == [["zzzz yyyy", "1", "1", f"{timezone.localdate():%d/%m/%Y}"]]
