"""GET /api/v1/search/: what programs find."""

import datetime
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    AwardGrantFactory,
)
from news.factories import ArticlePageFactory
from people.factories import OrganisationFactory, PersonFactory
from search import facets
from search.facets import Facet
from website.factories import StandardPageFactory


@pytest.fixture
def search(client, site_tree, write_index):
    def found(status=200, **parameters):
        write_index()
        response = client.get("/api/v1/search/", parameters)
        assert response.status_code == status, response.content.decode()
        return response.json()

    return found


@pytest.fixture
def pledge(site_tree):
    return ArticlePageFactory(
        parent=site_tree.emulation,
        title="Ký kết giao ước thi đua năm 2024",
        lead="Bảy Sở Nội vụ ký kết giao ước <thi đua> tại Bắc Kạn.",
        external_id="BK-17",
    )


def test_an_answer_has_every_field_of_the_contract(search, pledge):
    assert search(q="giao ước") == {
        "items": [
            {
                "id": str(pledge.translation_key),
                "external_id": "BK-17",
                "title": "Ký kết giao ước thi đua năm 2024",
                "url": "http://localhost/tin-tuc/thi-dua/ky-ket-giao-uoc-thi-dua-nam-2024/",
                "type": "article",
                "locale": "vi",
                "snippet_html": (
                    "Bảy Sở Nội vụ ký kết <mark>giao ước</mark> &lt;thi đua&gt; tại Bắc Kạn."
                ),
            }
        ],
        "total": 1,
        "facets": {
            "type": [{"value": "article", "name": "Tin bài", "count": 1}],
            "section": [{"value": "thi-dua", "name": "Thi đua", "count": 1}],
            "year": [{"value": "2026", "name": "2026", "count": 1}],
        },
        "understood_as": "giao ước",
        "did_you_mean": None,
        "hint": None,
        "also": [],
        "partial": False,
        "degraded": False,
    }


def test_vietnamese_letters_are_readable_in_the_answer(client, pledge):
    assert "giao ước" in client.get("/api/v1/search/?q=giao+ước").content.decode()


@pytest.mark.parametrize("typed", ["\u00a0", " \u3000 ", '"', "'", "*", "-", "()", "\u200b"])
def test_a_query_without_words_finds_nothing(search, pledge, typed):
    found = search(q=typed)

    assert (found["items"], found["total"], found["understood_as"]) == ([], 0, "")


@pytest.mark.parametrize(
    "typed", ['"giao ước', "giao NEAR ước", "giao AND ước", "giao* ước*", "giao:ước"]
)
def test_signs_of_the_engines_own_language_are_only_signs(search, pledge, typed):
    assert search(q=typed)["total"] in (0, 1)


@pytest.mark.parametrize("path", ["search/", "search/suggest/"])
@pytest.mark.parametrize("typed", ["%00", "giao%00", "%FF%FE", "%ED%A0%80"])
def test_what_is_no_text_is_refused(client, db, path, typed):
    """The page reads over it; a program has made a mistake."""
    response = client.get(f"/api/v1/{path}?q={typed}")
    assert response.status_code == 400
    assert response.json()["detail"] == "Tham số “q” có ký tự không đọc được."


def test_pages_of_answers(search, site_tree):
    for number in range(5):
        ArticlePageFactory(parent=site_tree.emulation, title=f"Giao ước số {number}")

    first, second = search(q="giao ước", limit=3), search(q="giao ước", limit=3, offset=3)

    ids = [item["id"] for item in first["items"] + second["items"]]
    assert len(set(ids)) == first["total"] == second["total"] == 5


def test_an_offset_behind_the_end_gives_nothing(search, pledge):
    found = search(q="giao ước", offset=10_000)

    assert (found["items"], found["total"]) == ([], 1)


def test_one_type_of_page_can_be_asked_for(search, pledge, site_tree):
    StandardPageFactory(parent=site_tree.home, title="Giao ước là gì")

    assert {item["type"] for item in search(q="giao ước")["items"]} == {"article", "standard"}
    assert [item["type"] for item in search(q="giao ước", type="standard")["items"]] == ["standard"]


def test_an_unknown_type_is_refused_with_the_known_ones(search):
    detail = search(q="a", type="Page", status=400)["detail"]

    assert "award_announcement" in detail


@pytest.mark.parametrize("facet", ["award", "organisation", "person"])
def test_answers_can_be_narrowed_by_what_their_facets_offer(search, site_tree, facet):
    for number in range(2):
        decision = AwardDecisionFactory(issuer=OrganisationFactory(name=f"Sở Nội vụ tỉnh {number}"))
        AwardGrantFactory(
            decision=decision,
            code=("GK", "BK_BNT")[number],
            person=PersonFactory(slug=f"nhan-{number}"),
        )
        AwardAnnouncementPageFactory(
            parent=site_tree.awards, title=f"Biểu dương gương sáng {number}", decision=decision
        )

    offered = search(q="gương sáng")["facets"][facet]
    assert len(offered) >= 2
    for each in offered:
        found = search(q="gương sáng", **{facet: each["value"]})
        assert (found["total"], len(found["items"])) == (each["count"], each["count"])
        assert each["count"] < 2
    assert search(q="gương sáng", **{facet: "a" * 81}, status=400)


@pytest.mark.parametrize("facet", ["section", "province", "award", "organisation", "person"])
@pytest.mark.parametrize("value", ["khong-co", "", "a\x00"])
def test_what_narrows_by_something_that_does_not_exist_is_refused(
    search, client, pledge, facet, value
):
    """An empty answer would hide the slip. The search page forgives it, and finds nothing."""
    problem = search(q="giao ước", **{facet: value}, status=400)
    assert problem["parameters"] == [facet]
    assert problem["detail"].startswith(f"Tham số “{facet}” phải là ")
    assert problem["detail_en"].endswith("; see facets.")
    assert client.get("/tim-kiem/", {"q": "giao ước", facet: value}).status_code == 200


@pytest.fixture
def wards(monkeypatch):
    """A facet of a host, which its app registers."""
    facet = Facet(
        "ward",
        "Phường, xã",
        lambda pages: [(page, "ben-lam") for page in pages if "Bến Lam" in page.title],
        lambda values: {value: "Phường Bến Lam" for value in values if value == "ben-lam"},
    )
    monkeypatch.setitem(facets._facets, facet.name, facet)


def test_answers_can_be_narrowed_by_a_facet_that_a_host_has_registered(
    wards, search, site_tree, client
):
    for title in ("Giao ước của phường Bến Lam", "Giao ước của tỉnh"):
        ArticlePageFactory(parent=site_tree.emulation, title=title)

    assert search(q="giao ước")["total"] == 2
    found = search(q="giao ước", ward="ben-lam")
    assert [item["title"] for item in found["items"]] == ["Giao ước của phường Bến Lam"]
    assert found["facets"]["ward"] == [{"value": "ben-lam", "name": "Phường Bến Lam", "count": 1}]
    for unknown in ("dong-may", "", "a\x00"):
        problem = search(q="giao ước", ward=unknown, status=400)
        assert problem["parameters"] == ["ward"]
        assert problem["detail_en"] == "The parameter “ward” must be a known value; see facets."
    assert client.get("/api/v1/search/?q=a&ward=ben-lam&ward=ben-lam").status_code == 400

    described = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/search/"]["get"]
    (ward,) = (each for each in described["parameters"] if each["name"] == "ward")
    assert (ward["in"], ward["required"], ward["description"]) == (
        "query", False, "Phường, xã; xem facets.",
    )  # fmt: skip


def test_a_facet_that_nobody_has_registered_is_refused(search, pledge):
    assert search(q="giao ước", ward="ben-lam", status=400)["parameters"] == ["ward"]


def test_a_section_is_known_by_its_address_in_the_language_that_is_asked_for(
    search, pledge, english_section
):
    assert search(q="giao ước", section="emulation")["total"] == 0
    assert search(q="giao ước", section="emulation", locale="en")["total"] == 0
    for section, locale in (("emulation", "vi"), ("thi-dua", "en")):
        assert search(q="giao ước", section=section, locale=locale, status=400)


@pytest.fixture
def english_section(site_tree):
    english = Locale.objects.get(language_code="en")
    section = site_tree.emulation.copy_for_translation(english, copy_parents=True)
    section.slug = "emulation"
    section.save_revision().publish()


def test_exactly_the_words_that_were_typed_can_be_asked_for(search, pledge):
    assert search(q="kyw keet giao uoc")["did_you_mean"]
    exact = search(q="kyw keet giao uoc", exact="true")
    assert (exact["total"], exact["did_you_mean"]) == (0, None)
    assert search(q="giao ước", exact="true")["total"] == 1


def test_of_pages_that_hold_only_some_of_the_words_it_is_told(search, pledge):
    found = search(q="giao ước zzqwx vvkjx")
    assert found["total"] == 1
    assert found["partial"] is True
    assert search(q="ký kết giao ước")["partial"] is False


def test_of_a_day_no_page_has_the_wider_time_is_told(search, site_tree):
    ArticlePageFactory(parent=site_tree.emulation, title="Họp ngày 3/5/2019")
    found = search(q="ngày 17/5/2019")
    assert [item["title"] for item in found["items"]] == ["Họp ngày 3/5/2019"]
    assert (found["understood_as"], found["did_you_mean"]) == ("tháng 5/2019", None)
    assert found["partial"] is False


def test_of_a_day_no_calendar_has_it_is_told_and_its_month_is_shown(search, site_tree):
    for title in ("Họp ngày 3/4/2024", "Họp ngày 31/3/2024", "Họp lần thứ 31 của năm 2024"):
        ArticlePageFactory(parent=site_tree.emulation, title=title)
    for typed in ("họp 31/04/2024", "hop ngay 31 thang 4 nam 2024"):
        found = search(q=typed)
        assert [item["title"] for item in found["items"]] == ["Họp ngày 3/4/2024"]
        assert found["hint"] == "Lịch không có ngày 31/4/2024; đang tìm tháng 4/2024."
        assert found["understood_as"].lower().endswith("tháng 4/2024")


def test_of_a_month_no_calendar_has_it_is_told_and_its_year_is_shown(search, site_tree):
    for title in ("Họp ngày 3/4/2024", "Họp ngày 31/3/2023"):
        ArticlePageFactory(parent=site_tree.emulation, title=title)
    found = search(q="tháng 13/2024")
    assert [item["title"] for item in found["items"]] == ["Họp ngày 3/4/2024"]
    assert found["hint"] == "Lịch không có tháng 13/2024; đang tìm năm 2024."


def test_what_is_told_is_in_the_language_that_was_asked_for(search, site_tree):
    english = Locale.objects.get(language_code="en")
    for locale in (site_tree.home.locale, english):
        page = ArticlePageFactory(parent=site_tree.emulation, title="Bắc Kạn, Thái Nguyên 3/2/2024")
        Page.objects.filter(pk=page.pk).update(locale=locale)

    told = search(q="Bắc Kạn 30/2/2024", locale="en")
    assert told["hint"] == "No calendar has 30 February 2024. Searched for instead: February 2024."
    assert told["also"] == [
        {
            "text": "Thái Nguyên",
            "reason": "Bắc Kạn is part of Thái Nguyên now (since 1 July 2025)",
        }
    ]
    assert told["understood_as"] == "bắc kạn tháng 2/2024"  # which may be searched for

    for parameters in ({"locale": "vi"}, {}):
        told = search(q="Bắc Kạn 30/2/2024", **parameters)
        assert told["hint"].startswith("Lịch không có ngày 30/2/2024;")
        assert told["also"][0]["reason"] == "Bắc Kạn nay thuộc Thái Nguyên (từ 01/07/2025)"


def test_facets_are_named_in_the_language_that_was_asked_for(search, site_tree):
    bodies = (
        ("so", "Sở Nội vụ", "Department of Home Affairs & Labour"),
        ("ubnd", "Ủy ban <nhân dân>", ""),
    )
    for slug, name, name_en in bodies:
        page = ArticlePageFactory(parent=site_tree.emulation, title="Giao ước")
        page.organisation_rows.create(
            organisation=OrganisationFactory(slug=slug, name=name, name_en=name_en)
        )
        page.save_revision().publish()
    english = Locale.objects.get(language_code="en")
    Page.objects.filter(title="Giao ước").update(locale=english)

    def names(facet, **parameters):
        offered = search(q="giao ước", **parameters)["facets"][facet]
        return {each["value"]: each["name"] for each in offered}

    assert names("organisation") == {"so": "Sở Nội vụ", "ubnd": "Ủy ban <nhân dân>"}
    assert names("type") == {"article": "Tin bài"}
    assert names("organisation", locale="en") == {
        "so": "Department of Home Affairs & Labour",
        "ubnd": "Ủy ban <nhân dân>",
    }
    assert names("type", locale="en") == {"article": "Article"}


def test_exactly_the_words_are_searched_for_whatever_the_calendar_says(search, site_tree):
    ArticlePageFactory(parent=site_tree.emulation, title="Họp ngày 3/4/2024")
    found = search(q="31/04/2024", exact="true")
    assert (found["total"], found["hint"]) == (0, None)


def test_a_day_that_the_page_writes_without_a_year_is_marked(search, site_tree):
    ArticlePageFactory(
        parent=site_tree.emulation,
        title="Sơ kết phong trào",
        lead="Sáng 5/1, đoàn lên đường.",
        event_date=datetime.date(2023, 12, 28),
        published_at=datetime.datetime(2024, 1, 6, 5, tzinfo=datetime.UTC),
        body=[("paragraph", "<p>Lễ khai mạc diễn ra chiều 28 tháng 12.</p>")],
    )
    for typed, shown in [
        ("5/1/2024", "Sáng <mark>5/1</mark>, đoàn lên đường."),
        ("28-12-2023", "Lễ khai mạc diễn ra chiều <mark>28 tháng 12</mark>."),
    ]:
        assert [item["snippet_html"] for item in search(q=typed)["items"]] == [shown]


def test_the_passage_is_cut_where_the_number_stands(search, site_tree):
    ArticlePageFactory(
        parent=site_tree.emulation,
        title="Tặng bằng khen",
        lead=f"Sở báo cáo. {'Việc khác. ' * 60}Theo Quyết định số 1102/QĐ-UBND ngày 05/6/2024.",
    )
    for typed in ("1102/qd-ubnd", "05 tháng 6 năm 2024"):
        (item,) = search(q=typed)["items"]
        assert item["snippet_html"].startswith("… ")
        marked = "1102/QĐ-UBND" if typed[0] == "1" else "ngày 05/6/2024"
        assert f"<mark>{marked}</mark>" in item["snippet_html"]


def test_accents_that_were_typed_mark_nothing_alike_in_any_text_of_a_page(search, site_tree):
    ArticlePageFactory(
        parent=site_tree.emulation,
        title="Khắc phục băng lũ",
        lead="Ủy ban nhân dân ban hành văn bản tặng Bằng khen.",
    )
    (item,) = search(q="ủy ban tặng bằng khen")["items"]
    assert item["snippet_html"] == (
        "<mark>Ủy ban</mark> nhân dân <mark>ban</mark> hành văn bản <mark>tặng Bằng khen</mark>."
    )


def test_one_language_can_be_asked_for(search, pledge):
    assert search(q="giao ước", locale="vi")["total"] == 1
    assert search(q="giao ước", locale="en")["total"] == 0


def test_more_answers_cost_no_more_queries(search, site_tree):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            search(q="giao ước")
        return len(captured)

    for number in range(5):
        ArticlePageFactory(parent=site_tree.emulation, title=f"Giao ước số {number}")
    search(q="giao ước")
    for_five = queries()
    for number in range(5, 14):
        ArticlePageFactory(parent=site_tree.emulation, title=f"Giao ước số {number}")
    search(q="giao ước")

    assert queries() == for_five


def test_a_snippet_is_never_markup(search, site_tree):
    ArticlePageFactory(
        parent=site_tree.emulation, title="Giao ước", lead='<img src=x onerror="alert(1)"> giao ước'
    )

    assert "<img" not in json.dumps(search(q="giao ước"))
