"""/tim-kiem/: whatever is typed, the answer is a page that says what was searched and what next."""

import datetime
import json
import re
from dataclasses import replace
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.urls import NoReverseMatch
from django.utils import translation
from django.utils.safestring import SafeString
from wagtail.models import Locale

from news.factories import ArticlePageFactory, PhotoFactory
from people.models import Province
from search import finding, views
from search.engine.expansions import OtherName
from search.models import PromotedResult, Synonym
from search.named import Named
from search.templatetags import search_tags
from search.templatetags.search_tags import elided, fewer_words, number, other_language, rows_apart

NOON = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)
MEETING = "Hội nghị tổng kết Cụm thi đua các tỉnh miền núi tại Bắc Kạn"


@pytest.fixture
def articles(site_tree, write_index):
    """Make articles with these titles, under thi-dua, and write them into the index."""

    def make(*titles, **fields):
        pages = [
            ArticlePageFactory(parent=site_tree.emulation, title=title, **fields)
            for title in titles
        ]
        write_index()
        return pages

    return make


@pytest.fixture
def searched(client):
    """The page for these parameters, as an anonymous reader gets it."""

    def ask(**parameters) -> str:
        response = client.get("/tim-kiem/", parameters)
        assert response.status_code == 200
        html = response.content.decode()
        return html[html.index("<main") : html.index("</main>")]

    return ask


@pytest.fixture
def answered(monkeypatch):
    """Change what was found before the page shows it."""

    def change(**fields):
        monkeypatch.setattr(
            views,
            "find_pages",
            lambda *given, **options: replace(finding.find_pages(*given, **options), **fields),
        )

    return change


def links(html: str) -> dict[str, str]:
    """The addresses by the words of their links."""
    found = re.findall(r'<a [^>]*?href="([^"]+)"[^>]*>(.*?)</a>', html, flags=re.S)
    return {plain(words): unescape(address) for address, words in found}


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


# --- The question ------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["", "0", "-1", "abc", "²", "1.5", "9" * 20, "9" * 5000])
def test_any_page_number_shows_a_page(client, articles, page):
    articles("Ký kết giao ước")

    response = client.get("/tim-kiem/", {"q": "giao ước", "page": page})

    assert response.status_code == 200
    assert response.context["found"].total == 1


@pytest.mark.parametrize("page", ["3", "100", "9" * 5000])
def test_a_number_behind_the_last_page_is_the_last_page(client, articles, page):
    articles(*(f"Ký giao ước thi đua đợt {n}" for n in range(12)))

    shown = client.get("/tim-kiem/", {"q": "giao ước", "page": page}).context

    assert shown["pages"].number == 2
    assert len(shown["results"]) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["hoi nghi", "Đường", '"><script>alert(1)</script>', "  a & b "])
def test_the_field_keeps_what_was_typed(searched, typed):
    (value,) = re.findall(r'name="q" value="([^"]*)"', searched(q=typed))
    assert unescape(value) == typed


@pytest.mark.django_db
def test_before_anything_is_typed_the_page_says_how_to_search(searched):
    html = searched()
    assert "Gõ có dấu hay không dấu đều được." in html
    assert links(html)["bằng khen"] == "/tim-kiem/?q=bằng+khen"
    assert "Không tìm thấy" not in html


@pytest.mark.django_db
def test_signs_without_a_word_are_no_question(searched):
    html = searched(q="<!>")
    assert "Trong “&lt;!&gt;” không có chữ nào để tìm." in html
    assert "Gõ có dấu hay không dấu đều được." in html


# --- What was understood -----------------------------------------------------------------------


def test_a_slip_is_repaired_and_the_way_back_offered(articles, searched):
    articles(MEETING)

    html = searched(q="hoi nghi cum thi dua bac kann", type="article")

    assert "Ý bạn là:" in html
    assert "Đang hiện kết quả cho cách viết này." in html
    assert links(html)["Tìm đúng chữ đã gõ"] == (
        "/tim-kiem/?q=hoi+nghi+cum+thi+dua+bac+kann&type=article&exact=1"
    )


def test_what_was_meant_can_be_searched_for_itself(articles, searched, answered):
    articles(MEETING)
    answered(did_you_mean="hội nghị Bắc Kạn")
    assert links(searched(q="hoi nghj bac kan"))["hội nghị Bắc Kạn"] == (
        "/tim-kiem/?q=h%E1%BB%99i+ngh%E1%BB%8B+B%E1%BA%AFc+K%E1%BA%A1n"
    )


def test_words_taken_exactly_say_so(articles, searched):
    articles(MEETING)

    html = searched(q="hoi nghi bac kann", exact="1")

    assert "Ý bạn là" not in html
    assert "Đang tìm đúng chữ đã gõ." in html
    assert links(html)["Tìm cả cách viết và tên gọi khác"] == "/tim-kiem/?q=hoi+nghi+bac+kann"


def test_a_former_province_is_explained(articles, searched):
    articles("Thái Nguyên nhận vai trò Cụm trưởng năm 2026")

    html = searched(q="Bắc Kạn")

    assert 'href="#i-pin"' in html
    assert "<b>Bắc Kạn nay thuộc Thái Nguyên (từ 01/07/2025)</b>" in html
    assert "Kết quả gồm cả hai." in html
    assert links(html)["Chỉ tìm “Bắc Kạn”"] == "/tim-kiem/?q=B%E1%BA%AFc+K%E1%BA%A1n&exact=1"


def test_a_synonym_of_the_editors_is_no_place(articles, searched):
    articles(MEETING)
    Synonym.objects.create(words="buổi tổng duyệt", meaning="hội nghị tổng kết")

    html = searched(q="buổi tổng duyệt")

    assert "<b>Tìm thêm “hội nghị tổng kết”</b>" in html
    assert 'href="#i-info"' in html
    assert 'href="#i-pin"' not in html


def test_pages_that_hold_only_some_of_the_words_are_shown_as_such(articles, searched):
    articles(MEETING)

    html = searched(q="giấy phép lái xe cụm thi đua")

    assert plain(html).count("Không trang nào có đủ các chữ") == 1
    assert "Đây là những trang gần nhất." in html
    assert "“<b>giấy phép lái xe cụm thi đua</b>”" in html
    assert "Ý bạn là" not in html
    assert "Không trang nào có đủ các chữ" not in searched(q="cụm thi đua")


def test_where_the_filters_leave_nothing_no_nearest_pages_are_announced(articles, searched):
    articles(MEETING)

    html = searched(q="giấy phép lái xe cụm thi đua", type="standard")

    assert '<ol class="results"' not in html
    assert "Đây là những trang gần nhất." not in html


def test_how_keys_were_read_is_told_and_can_be_undone(articles, searched):
    articles("Thi đua, khen thưởng")
    html = searched(q="thi ddua khen thuowrng")
    assert "Hiểu là: thi đua khen thưởng" in plain(html)
    assert "exact=1" in html
    assert "Hiểu là" not in searched(q="Thi đua")


def test_a_page_behind_the_last_one_is_the_last_one_with_all_that_stands_on_it(articles, searched):
    (page,) = articles(MEETING)
    PromotedResult.objects.create(words="cụm thi đua", page=page.page_ptr)
    assert MEETING in plain(searched(q="cụm thi đua", page="2"))


def test_pages_of_the_month_of_a_day_that_no_page_has_are_shown_as_such(articles, searched):
    articles("Họp ngày 3/5/2019")

    html = searched(q="ngày 17/5/2019")

    assert "Không có kết quả của ngày 17/5/2019 . Đây là kết quả của tháng 5/2019 ." in (
        plain(html)
    )
    assert "Ý bạn là" not in html
    assert "<mark>ngày 3/5/2019</mark>" in html


def test_that_no_calendar_has_a_day_is_told_whether_or_not_its_month_has_pages(articles, searched):
    articles("Họp ngày 3/2/2024")
    told = "Lịch không có ngày 30/2/2024; đang tìm tháng 2/2024."

    html = searched(q="30/2/2024")
    assert told in html
    assert "Họp <mark>ngày 3/2/2024</mark>" in html

    html = searched(q="30/2/1999")
    assert told.replace("2024", "1999") in html
    assert "Không tìm thấy trang nào" in html

    assert "Lịch không có" not in searched(q="29/2/2024")


def test_several_other_names_are_explained_together(articles, searched, answered):
    articles("Phú Thọ sắp xếp đơn vị hành chính")
    merged = "{other} đã nhập vào {name}"
    answered(also=[OtherName("Phú Thọ", each, merged) for each in ("Vĩnh Phúc", "Hòa Bình")])

    html = searched(q="Phú Thọ")

    for each in ("Vĩnh Phúc", "Hòa Bình"):
        assert f"<b>{each} đã nhập vào Phú Thọ</b>" in html
    assert "Kết quả gồm tất cả." in html


def test_an_engine_that_rests_is_announced_and_the_page_still_answers(articles, searched, answered):
    articles(MEETING)
    answered(degraded=True)

    html = searched(q="cụm thi đua")

    assert "Máy tìm kiếm chính đang tạm nghỉ" in html
    assert "các tỉnh miền núi" in html


# --- The answers ---------------------------------------------------------------------------------


def test_an_answer_shows_its_kind_its_words_its_day_and_the_place_then_and_now(articles, searched):
    articles(
        MEETING,
        lead="Cụm trưởng <Sở Nội vụ> báo cáo.",
        published_at=NOON,
        event_date=datetime.date(2024, 12, 6),
        event_province=Province.objects.get(key="vn63-bac-kan"),
        lead_photo=PhotoFactory(),
    )

    html = searched(q="cụm trưởng")
    (row,) = re.findall(r"<ol class=\"results\".*?<li>(.*?)</li>", html, flags=re.S)

    assert '<p class="kicker">Tin bài</p>' in row
    assert "<mark>Cụm trưởng</mark> &lt;Sở Nội vụ&gt; báo cáo." in row
    assert "20/11/2026" in row
    assert "Bắc Kạn , nay là Thái Nguyên" in plain(row)  # the name by itself, kept on one line
    assert "<img" in row


def test_a_row_of_another_kind_shows_what_it_has(site_tree, write_index, searched):
    write_index()
    row = plain(searched(q="tổ chức bộ máy"))
    assert "Chuyên mục Tổ chức bộ máy" in row


def test_more_rows_cost_no_more_questions_to_the_database(
    articles, client, django_assert_max_num_queries
):
    place = Province.objects.get(key="vn63-bac-kan")

    def add(count):
        articles(
            *(f"Ký giao ước thi đua đợt {n}" for n in range(count)),
            event_date=datetime.date(2024, 12, 6),
            event_province=place,
        )

    def queries() -> int:
        client.get("/tim-kiem/", {"q": "giao ước"})
        with django_assert_max_num_queries(200) as captured:
            client.get("/tim-kiem/", {"q": "giao ước"})
        return len(captured)

    add(2)
    few = queries()
    add(7)
    assert queries() <= few


def test_the_number_of_answers_is_written_as_readers_write_it(articles, searched, answered):
    articles(MEETING)
    answered(total=1284)
    assert "<b>1.284 kết quả</b>" in searched(q="cụm thi đua")
    assert number(999) == "999"


def test_the_newest_can_come_first_and_the_best_again(articles, searched):
    articles(MEETING, "Ký giao ước Cụm thi đua")

    best = links(searched(q="cụm thi đua", page="1"))
    assert best["mới nhất"] == "/tim-kiem/?q=c%E1%BB%A5m+thi+%C4%91ua&sort=newest"

    newest = links(searched(q="cụm thi đua", sort="newest"))
    assert newest["mức liên quan"] == "/tim-kiem/?q=c%E1%BB%A5m+thi+%C4%91ua"


def test_pages_are_offered_and_keep_the_question(articles, searched):
    articles(*(f"Ký giao ước thi đua đợt {n}" for n in range(12)))

    offered = links(searched(q="giao ước", sort="newest", utm_source="zalo"))

    assert offered["2"] == "?q=giao+%C6%B0%E1%BB%9Bc&sort=newest&page=2"


def test_what_bears_the_name_that_was_typed_stands_above_the_answers():
    cluster = Named(
        kind="cluster",
        kind_label="Cụm thi đua",
        name="Cụm <miền núi>",
        url="/nhan-su/cum/mien-nui/",
        description="9 thành viên",
    )
    html = render_to_string("search/includes/named.html", {"named": [cluster]})
    assert links(html)["Cụm <miền núi>"] == "/nhan-su/cum/mien-nui/"
    assert plain(html) == "Cụm thi đua Cụm <miền núi> 9 thành viên"


def test_what_editors_chose_for_these_words_stands_above_the_answers(site_tree):
    site_tree.structure.search_description = "Sắp xếp cơ quan và đơn vị."
    html = render_to_string("search/includes/promoted.html", {"promoted": [site_tree.structure]})
    assert links(html)["Tổ chức bộ máy"] == site_tree.structure.url
    assert plain(html) == "Trang nên xem Tổ chức bộ máy Sắp xếp cơ quan và đơn vị."


def test_what_editors_chose_in_another_language_says_so_in_the_reader_s(site_tree):
    with translation.override("en"):
        html = render_to_string(
            "search/includes/promoted.html", {"promoted": [site_tree.structure]}
        )
    chosen = BeautifulSoup(html, "html.parser")
    assert chosen.select_one(".kicker").text == "Recommended page · Vietnamese"
    assert [each.text for each in chosen.select('[lang="vi"]')] == ["Tổ chức bộ máy"]


def test_rows_of_a_table_stay_apart_in_a_passage_and_paragraphs_as_they_are():
    passage = SafeString(
        "Danh hiệu\nCờ <mark>thi đua</mark>\n Trao ngày 5/6.\nSáng nay: \nHội nghị"
    )
    assert rows_apart(passage) == (
        "Danh hiệu\u00a0· Cờ <mark>thi đua</mark>\u00a0· Trao ngày 5/6.\nSáng nay: \nHội nghị"
    )


def test_where_nothing_bears_that_name_nothing_is_shown():
    assert not render_to_string("search/includes/named.html", {}).strip()
    assert not render_to_string("search/includes/promoted.html", {}).strip()


# --- Narrowing -----------------------------------------------------------------------------------


def test_answers_can_be_narrowed_by_links_that_say_how_many(articles, searched):
    articles("Phong trào thi đua yêu nước", "Trao Cờ thi đua")

    offered = links(searched(q="thi đua", page="2", sort="newest"))

    # The section “Thi đua” is found too.
    assert offered["Tin bài 2"] == "/tim-kiem/?q=thi+%C4%91ua&type=article&sort=newest"
    assert offered["Chuyên mục 1"] == "/tim-kiem/?q=thi+%C4%91ua&type=section&sort=newest"


def test_what_was_chosen_is_said_and_can_be_dropped(articles, searched):
    articles("Phong trào thi đua yêu nước", "Trao Cờ thi đua")

    html = searched(q="thi đua", type="article", page="1")
    offered = links(html)

    assert offered["Loại: Tin bài bỏ bộ lọc này"] == "/tim-kiem/?q=thi+%C4%91ua"
    assert offered["Bỏ mọi bộ lọc"] == "/tim-kiem/?q=thi+%C4%91ua"
    assert offered["Tất cả"] == "/tim-kiem/?q=thi+%C4%91ua"
    assert re.search(r'type=article" aria-current="true">Tin bài', html)


def test_another_value_takes_the_place_of_the_chosen_one(articles, searched):
    articles("Phong trào thi đua yêu nước")
    offered = links(searched(q="thi đua", type="article"))
    assert offered["Chuyên mục 1"] == "/tim-kiem/?q=thi+%C4%91ua&type=section"


def test_narrow_screens_open_one_list_of_filters(articles, searched):
    articles(MEETING)
    html = searched(q="cụm thi đua")
    assert html.count('<details class="facets">') == 1
    assert '<details class="facets" open' not in html


# --- Nothing found -------------------------------------------------------------------------------


def test_where_nothing_is_found_the_page_says_what_was_searched_and_what_next(articles, searched):
    articles("Bàn giao tài liệu lưu trữ", published_at=NOON)

    html = searched(q="zzzz yyyy xxxx")
    offered = links(html)

    assert "Không tìm thấy trang nào có đủ các chữ <b>zzzz yyyy xxxx</b>." in html
    assert offered["yyyy xxxx"] == "/tim-kiem/?q=yyyy%20xxxx"
    assert offered["zzzz yyyy"] == "/tim-kiem/?q=zzzz%20yyyy"
    assert "Gõ có dấu hay không dấu đều được" in html
    assert "Bàn giao tài liệu lưu trữ" in offered
    assert offered["Nhân sự và tổ chức"] == "/nhan-su/"


def test_nothing_within_the_filters_offers_to_drop_them(articles, searched):
    articles(MEETING)

    html = searched(q="cụm thi đua", type="consultation")

    assert "trong phạm vi đã lọc" in html
    assert links(html)["Bỏ mọi bộ lọc"] == "/tim-kiem/?q=c%E1%BB%A5m+thi+%C4%91ua"


def test_nothing_for_the_exact_words_offers_other_spellings(articles, searched):
    articles(MEETING)
    offered = links(searched(q="bac kann", exact="1"))
    assert offered["Tìm cả cách viết và tên gọi khác"] == "/tim-kiem/?q=bac+kann"


def test_one_word_less_is_offered_for_a_few_words_only():
    assert fewer_words("thi đua") == ["đua", "thi"]
    assert fewer_words("ha ha ha") == ["ha ha"]
    assert fewer_words("thi") == []
    assert fewer_words("một hai ba bốn năm sáu bảy") == []


# --- Suggestions ---------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/tim-kiem/", "/khong-co-trang-nay/"])
def test_every_search_form_knows_where_suggestions_come_from(client, path):
    html = client.get(path).content.decode()
    forms = re.findall(r'<form[^>]*role="search"[^>]*>', html)
    assert len(forms) == 2
    for form in forms:
        assert 'data-suggest="/api/v1/search/suggest/"' in form
        kinds = json.loads(unescape(re.findall(r'data-kinds="([^"]*)"', form)[0]))
        assert kinds["article"] == "Tin bài"
        assert kinds["cluster"] == "Cụm thi đua"
    assert html.count("search/suggest.js") == 1


@pytest.mark.django_db
def test_under_english_addresses_suggestions_are_asked_for_in_english(client):
    html = client.get("/en/tim-kiem/").content.decode()
    assert html.count('data-suggest="/api/v1/search/suggest/?locale=en"') == 2


def test_a_project_without_the_api_has_no_suggestions(monkeypatch):
    def nowhere(name):
        raise NoReverseMatch(name)

    monkeypatch.setattr(search_tags, "reverse", nowhere)
    assert search_tags.suggestions() == ""


# --- On a screen ---------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_notices_about_the_answer_fit_any_screen(page, live_server, articles):
    articles(MEETING, "Họp ngày 3/5/2019")
    for typed in ("giấy phép lái xe cụm thi đua", "ngày 17/5/2019"):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{live_server.url}/tim-kiem/?q={typed}")
            notice = page.locator("main .notice")
            icon, words = notice.locator("svg").bounding_box(), notice.locator("p").bounding_box()
            assert icon["x"] + icon["width"] < words["x"]
            assert words["x"] + words["width"] <= width
            assert page.evaluate("document.documentElement.scrollWidth") <= width


# --- Pages ---------------------------------------------------------------------------------------


def test_many_pages_are_shortened_around_the_current_one():
    pages = Paginator(range(180), 10)
    assert [str(each) for each in elided(pages.page(9))] == [
        "1", "…", "8", "9", "10", "…", "18",
    ]  # fmt: skip


def test_a_language_that_django_has_no_name_for_is_called_as_the_host_calls_it(site_tree):
    """Tày has no name there."""
    page = ArticlePageFactory(parent=site_tree.emulation)
    page.locale = Locale.objects.create(language_code="tyz")
    assert other_language(page) == " · tyz"
