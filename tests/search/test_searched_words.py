"""The log of searched words: how often and what, never who; and no search fails because of it."""

import datetime

import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.factories import ArticlePageFactory
from people.factories import OrganisationFactory
from search import log
from search.models import PromotedResult, SearchedWords, Synonym
from search.views import search_page
from search.wagtail_hooks import missed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_waits():
    """What searches of other tests left in this process."""
    log._waiting.take()
    yield
    log._waiting.take()


@pytest.fixture(autouse=True)
def any_day_is_enough(monkeypatch):
    """For what is counted; when words are written down is asked below."""
    monkeypatch.setattr(log, "DAYS", 1)


@pytest.fixture
def pledge(site_tree, write_index):
    article = ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước", body=())
    write_index()
    return article


BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:146.0) Gecko/20100101 Firefox/146.0"
A_VISITOR = {"REQUEST_METHOD": "GET", "HTTP_USER_AGENT": BROWSER}


@pytest.fixture
def client():
    return Client(headers={"user-agent": BROWSER})


@pytest.fixture
def ask(client):
    def ask(q: str, **parameters):
        response = client.get("/tim-kiem/", {"q": q, **parameters})
        assert response.status_code == 200
        return response

    return ask


def written() -> list[tuple[str, int, int]]:
    log.write_log()
    rows = SearchedWords.objects.order_by("pk")
    return list(rows.values_list("words", "searches", "found_nothing"))


# --- What is counted -----------------------------------------------------------------------------


def test_searches_are_counted_by_their_words_and_day(pledge, ask):
    for typed in ("Giao ước", "giao  ước", "GIAO UOC", "zzzz yyyy"):
        ask(typed)

    assert written() == [("giao ước", 3, 0), ("zzzz yyyy", 1, 1)]
    assert set(SearchedWords.objects.values_list("day", flat=True)) == {timezone.localdate()}


def test_later_searches_of_the_day_are_added_and_those_of_another_day_are_not(pledge, ask):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    key = log.key_of("giao uoc")
    SearchedWords.objects.create(day=yesterday, key=key, words="giao ước", searches=5)
    ask("giao ước")
    log.write_log()
    ask("giao ước")

    assert written() == [("giao ước", 5, 0), ("giao ước", 2, 0)]


@pytest.mark.parametrize(
    "parameters",
    [{"page": 2}, {"page": 1}, {"type": "article"}, {"sort": "newest"}, {"exact": "1"}],
)
def test_going_on_in_the_same_answer_is_no_other_search(pledge, ask, parameters):
    ask("giao ước", **parameters)
    assert written() == []


@pytest.mark.once
@pytest.mark.parametrize("typed", ["", "  ", "?!", "\u200b"])
def test_without_a_word_nothing_was_searched_for(pledge, ask, typed):
    ask(typed)
    assert written() == []


def test_programs_and_suggestions_are_not_counted(pledge, client):
    client.get("/api/v1/search/", {"q": "giao ước"})
    client.get("/api/v1/search/suggest/", {"q": "giao ước"})
    assert written() == []


@pytest.mark.once
@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
        "python-requests/2.32.3",
        "",
    ],
)
def test_what_robots_try_is_not_counted(pledge, client, agent):
    client.get("/tim-kiem/", {"q": "giao ước"}, headers={"user-agent": agent})
    assert written() == []


def test_to_ask_for_the_head_of_an_answer_is_no_search(pledge, client):
    client.head("/tim-kiem/", {"q": "giao ước"})
    assert written() == []


def test_pages_with_only_some_of_the_words_are_nothing_found(pledge, ask):
    ask("giao ước zzqwx vvkjx")
    assert written() == [("giao ước zzqwx vvkjx", 1, 1)]


def test_unless_an_editor_chose_a_page_for_them(pledge, ask):
    PromotedResult.objects.create(words="giao ước zzqwx vvkjx", page=pledge)
    ask("giao ước zzqwx vvkjx")
    assert written() == [("giao ước zzqwx vvkjx", 1, 0)]


def test_words_an_editor_chose_a_page_for_did_find_something(pledge, ask):
    PromotedResult.objects.create(words="zzzz yyyy", page=pledge)
    ask("zzzz yyyy")
    assert written() == [("zzzz yyyy", 1, 0)]


def test_the_name_of_an_office_did_find_something(write_index, ask):
    OrganisationFactory(name="Trung tâm Lưu trữ lịch sử")
    write_index()
    ask("Lưu trữ lịch sử")
    assert written() == [("lưu trữ lịch sử", 1, 0)]


def test_a_synonym_ends_the_search_in_vain(pledge, ask):
    ask("zzzz yyyy")
    Synonym.objects.create(words="zzzz yyyy", meaning="giao ước")
    ask("zzzz yyyy")
    assert written() == [("zzzz yyyy", 2, 1)]


# --- Nothing about a person ------------------------------------------------------------------------


@pytest.mark.once
@pytest.mark.parametrize(
    "typed",
    [
        "hồ sơ của nguyenvana@gmail.com",
        "nguyenvana＠gmail.com",
        "0912345678",
        "số 0912 345 678",
        "0912.345.678",
        "(+84) 912-345-678",
        "0912, 345, 678",
        "0912_345_678",
        "0 9 1 2 3 4 5 6 7 8",
        "0912\u200b345\u00ad678",
        "０９１２３４５６７８",
        "CMND 095123456",
        "cccd 006 085 012 345 của tôi",
        "hộ chiếu B1234567",
        "." * 125 + " nguyenvana@gmail.com",
        "." * 125 + " 0912345678",
    ],
)
def test_addresses_and_numbers_of_persons_are_not_written_down(pledge, ask, typed):
    ask(typed)
    assert written() == []


@pytest.mark.once
@pytest.mark.parametrize(
    "typed", ["nghị định 98/2023/NĐ-CP", "20/11/2026", "năm 2024", "mẫu 123456"]
)
def test_numbers_of_documents_and_days_are(pledge, ask, typed):
    ask(typed)
    assert [words for words, _, _ in written()] == [typed.lower()]


def test_words_are_written_down_only_once_they_were_searched_for_on_several_days(
    pledge, ask, monkeypatch
):
    """A name that somebody looks for is nobody else's business; what many miss is an editor's."""
    monkeypatch.setattr(log, "DAYS", 3)
    today = timezone.localdate()
    for days_ago, typed in ((3, "Nguyễn Thị Hoa"), (2, "nguyen thi hoa"), (1, "sổ tay")):
        ask(typed)
        ask("lịch tiếp công dân")
        log.write_log()
        day = today - datetime.timedelta(days=days_ago)
        SearchedWords.objects.filter(day=today).update(day=day)

    rows = SearchedWords.objects.order_by("day")
    assert [row.words for row in rows if row.words] == ["lịch tiếp công dân"]
    assert not any(word in str(row) for row in rows.values() for word in ("hoa", "tay"))
    assert [row["typed"] for row in missed(rows)] == ["lịch tiếp công dân"]
    assert missed(rows)[0]["nothing"] == 3


def test_no_field_could_hold_who_searched():
    names = {field.name for field in SearchedWords._meta.get_fields()}
    assert names == {"id", "day", "key", "words", "searches", "found_nothing"}


def test_who_is_logged_in_and_from_where_is_in_no_row(pledge, client, lan):
    client.force_login(lan)
    client.get(
        "/tim-kiem/",
        {"q": "giao ước"},
        REMOTE_ADDR="203.0.113.7",
        headers={"user-agent": "Trình duyệt của Lan", "x-forwarded-for": "203.0.113.7"},
    )
    log.write_log()
    (row,) = SearchedWords.objects.values()
    del row["id"]
    assert row == {
        "day": timezone.localdate(),
        "key": log.key_of("giao uoc"),
        "words": "giao ước",
        "searches": 1,
        "found_nothing": 0,
    }


def test_words_are_forgotten_after_90_days():
    today = timezone.localdate()
    for age in (89, 90, 91, 400):
        day = today - datetime.timedelta(days=age)
        SearchedWords.objects.create(day=day, key=str(age), words=str(age))
    log.forget_old_searches()
    assert set(SearchedWords.objects.values_list("words", flat=True)) == {"89", "90"}


# --- Hostile visitors ------------------------------------------------------------------------------


@pytest.mark.once
def test_a_thousand_different_searches_leave_no_more_rows_than_a_day_may_have(monkeypatch):
    monkeypatch.setattr(log, "MOST_A_DAY", 100)
    log.note_search("giao ước", 1, A_VISITOR)
    for number in range(1_000):
        log.note_search(f"tìm {number}", 0, A_VISITOR)
        log.write_what_is_due()
        assert len(log._waiting.counts) <= log.AT_ONCE
    log.note_search("giao ước", 1, A_VISITOR)
    log.write_log()

    assert SearchedWords.objects.count() == 100
    assert SearchedWords.objects.get(words="giao ước").searches == 2


def test_a_new_day_has_room_again(monkeypatch):
    monkeypatch.setattr(log, "MOST_A_DAY", 1)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    SearchedWords.objects.create(day=yesterday, key="zzzz", words="zzzz")
    log.note_search("giao ước", 1, A_VISITOR)
    assert [words for words, _, _ in written()] == ["zzzz", "giao ước"]


@pytest.mark.once
@pytest.mark.parametrize(
    "typed", ["thi đua " * 1000, "a" * 8000, "đ" * 121, "a b c d e f g h i k l"]
)
def test_what_no_synonym_could_be_written_for_is_left_out(pledge, ask, typed):
    ask(typed)
    log.note_search(typed, 0, A_VISITOR)
    assert written() == []


@pytest.mark.once
@pytest.mark.parametrize("typed", ["=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "-2+3", "\t=1+1"])
def test_no_words_begin_as_a_formula_does(typed):
    log.note_search(typed, 0, A_VISITOR)
    assert not any(words.startswith(("=", "+", "-", "@", "\t")) for words, _, _ in written())


@pytest.mark.parametrize(
    "typed", ["\ufffd\ud7ff a", "a\nb", "'; DROP TABLE x; --", "a\x00b", "😀 a", "đ\u0323"]
)
def test_odd_letters_are_counted_too(pledge, ask, typed):
    ask(typed)
    assert len(written()) == 1


def test_a_search_writes_only_now_and_then_and_when_it_is_answered(pledge, client, monkeypatch):
    def writes(ask) -> bool:
        with CaptureQueriesContext(connection) as captured:
            ask()
        return any("search_searchedwords" in each["sql"] for each in captured)

    assert not any(writes(lambda: client.get("/tim-kiem/", {"q": "giao ước"})) for _ in range(3))
    monkeypatch.setattr(log, "AT_LEAST_EVERY", -1.0)
    request = RequestFactory().get("/tim-kiem/", {"q": "giao ước"}, headers={"user-agent": BROWSER})
    assert not writes(lambda: search_page(request))
    assert writes(lambda: client.get("/tim-kiem/", {"q": "giao ước"}))


def test_after_a_while_a_single_search_is_written_too(pledge, ask, monkeypatch):
    monkeypatch.setattr(log, "AT_LEAST_EVERY", -1.0)
    ask("giao ước")
    assert SearchedWords.objects.get().searches == 1


def test_a_database_that_takes_nothing_fails_no_search(pledge, ask, monkeypatch, caplog):
    def locked(*args):
        raise OperationalError("database is locked")

    monkeypatch.setattr(log, "AT_LEAST_EVERY", -1.0)
    monkeypatch.setattr(log, "_write", locked)

    assert ask("giao ước").context["found"].total == 1

    assert "Không ghi được chữ đã tìm" in caplog.text
    assert not log._waiting.counts
