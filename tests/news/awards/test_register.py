"""The register: narrowed by what stands in its address, added up, and taken away as CSV."""

import csv
import datetime
import io

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import Locale

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    AwardGrantFactory,
)
from news.awards.models import AwardGrant, AwardTitle
from news.awards.register import RegisterForm
from news.factories import ArticlePageFactory
from people.factories import OrganisationFactory, PersonFactory
from search.outbox import write_what_is_due

pytestmark = pytest.mark.django_db

LAST_YEAR = datetime.date(2025, 2, 11)
THIS_YEAR = datetime.date(2026, 11, 12)


def context(shown, rf, **query):
    return shown.get_context(rf.get("/", query))


def found(**asked):
    return list(RegisterForm(asked).grants().order_by("pk"))


def page_of(client, **asked):
    answer = client.get("/khen-thuong/", asked)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def file_of(client, **asked):
    answer = client.get("/khen-thuong/", {**asked, "format": "csv"})
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode()


def rows_of(client, **asked):
    return list(csv.DictReader(io.StringIO(file_of(client, **asked).removeprefix("\ufeff"))))


@pytest.fixture
def register(site_tree):
    AwardGrantFactory(year=2022)
    AwardGrantFactory(year=2023, code="CO_BNT", to_organisation=True)
    AwardGrantFactory(year=2023, to_unnamed=True)
    AwardGrantFactory(year=2023, proposed=True)
    AwardGrantFactory(year=None)
    return site_tree.awards


@pytest.mark.parametrize(
    ("query", "number", "recipients"),
    [
        ({}, 4, 10),
        ({"year": "2023"}, 2, 8),
        ({"title": "CO_BNT"}, 1, 1),
        ({"year": "2022", "title": "CO_BNT"}, 0, 0),
        ({"year": "", "title": ""}, 4, 10),
        ({"year": "²⁰²³"}, 4, 10),
        ({"year": "20230", "title": "KHONG_CO"}, 4, 10),
        ({"year": "2023' OR 1=1", "title": "\x00"}, 4, 10),
        ({"page": "abc"}, 4, 10),
        ({"page": "99"}, 4, 10),
    ],
)
def test_the_register_is_narrowed_by_year_and_title_and_forgives_nonsense(
    register, rf, query, number, recipients
):
    shown = context(register, rf, **query)
    assert len(shown["grants"]) == number
    assert shown["recipients_total"] == recipients


def test_the_register_begins_with_the_newest_decision_and_ends_with_the_unknown(register, rf):
    for day in (LAST_YEAR, THIS_YEAR):
        AwardGrantFactory(year=2021, decision=AwardDecisionFactory(decided_on=day))
    shown = context(register, rf)["grants"]
    days = [grant.decision and grant.decision.decided_on for grant in shown]
    assert days == [THIS_YEAR, LAST_YEAR, None, None, None, None]
    assert [grant.year for grant in shown] == [2021, 2021, 2023, 2023, 2022, None]


def test_the_register_offers_only_years_and_titles_that_have_grants(register, rf):
    AwardGrantFactory(year=2019, code="GK", proposed=True)
    form = context(register, rf)["form"]
    assert form.years == [2023, 2022]
    assert [title.code for title in form.titles] == ["CO_BNT", "BK_BNT"]


# --- Years -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", ["2024", "2025", "2026"])
def test_merit_of_several_years_is_found_under_each_of_them(year):
    grant = AwardGrantFactory(year=2024, year_to=2026)
    AwardGrantFactory(year=2023)
    AwardGrantFactory(year=2027)
    assert found(year=year) == [grant]


def test_the_years_between_are_offered_too():
    AwardGrantFactory(year=2024, year_to=2026)
    AwardGrantFactory(year=2021)
    assert RegisterForm({}).years == [2026, 2025, 2024, 2021]


def test_the_year_of_the_decision_is_another_fact_than_that_of_merit():
    late = AwardGrantFactory(year=2025, decision=AwardDecisionFactory(decided_on=THIS_YEAR))
    AwardGrantFactory(year=2025, decision=AwardDecisionFactory(decided_on=LAST_YEAR))
    assert found(decided="2026") == [late]
    assert found(year="2025", decided="2026") == [late]
    assert RegisterForm({}).decision_years == [2026, 2025]


def test_a_year_without_grants_stays_chosen_in_its_field(client, site_tree):
    AwardGrantFactory(year=2023)
    page = page_of(client, year="1999")
    assert page.select_one("#filter-year option[selected]").text == "1999"
    assert "Chưa có lượt khen thưởng nào khớp" in page.text


def test_an_empty_register_blames_no_filter(client, site_tree):
    page = page_of(client)
    assert "Chưa có lượt khen thưởng nào." in page.text
    assert "Bỏ bớt bộ lọc?" not in page.text


# --- Words -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["sùng a dế", "sung a de", "SUNG DE", "Sùng A Dế "])
def test_a_name_is_found_with_and_without_accents(typed):
    grant = AwardGrantFactory(person=None, recipient_name="Ông Sùng A Dế")
    AwardGrantFactory(person=None, recipient_name="Ông Sùng A Lử")
    write_what_is_due()
    assert found(q=typed) == [grant]


def test_whoever_is_called_otherwise_today_is_found_by_both_names():
    person = PersonFactory(full_name="Ma Thị Hoà")
    office = OrganisationFactory(name="Sở Nội vụ tỉnh Bắc Kạn")
    grants = [
        AwardGrantFactory(person=person),
        AwardGrantFactory(organisation=office, to_organisation=True),
    ]
    person.full_name, office.name = "Ma Thị Hoà Bình", "Sở Nội vụ tỉnh Thái Nguyên"
    person.save()
    office.save()
    write_what_is_due()
    for typed in ("ma thi hoa", "hoa binh"):
        assert found(q=typed) == grants[:1], typed
    for typed in ("bac kan", "thai nguyen"):
        assert found(q=typed) == grants[1:], typed


@pytest.mark.parametrize("typed", ["1987/QĐ-UBND", "1987/qd-ubnd", "1987", "quyết định số 1987"])
def test_the_grants_of_a_decision_are_found_by_its_number(typed):
    decision = AwardDecisionFactory(number="1987/QĐ-UBND")
    grants = {AwardGrantFactory(decision=decision) for _ in range(2)}
    AwardGrantFactory(decision=AwardDecisionFactory(number="198/QĐ-UBND"))
    write_what_is_due()
    assert set(found(q=typed)) == grants


def test_words_and_other_conditions_hold_together():
    decision = AwardDecisionFactory(number="1987/QĐ-UBND")
    AwardGrantFactory(decision=decision, to_household=True)
    group = AwardGrantFactory(decision=decision, to_unnamed=True)
    write_what_is_due()
    assert found(q="1987", kind="unnamed") == [group]


def test_proposed_grants_are_found_by_no_name():
    AwardGrantFactory(person=PersonFactory(full_name="Đàm Thu Quyên"), proposed=True)
    write_what_is_due()
    assert found(q="dam thu quyen") == []


def test_what_words_find_is_kept_by_nobody(client, site_tree):
    """They are found a moment after they were written, and that makes no new edition."""
    assert client.get("/khen-thuong/?q=a")["Cache-Control"] == "private"
    assert "public" in client.get("/khen-thuong/?year=2023")["Cache-Control"]


def test_a_common_word_costs_no_more_questions_than_a_rare_one(client, site_tree):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/khen-thuong/?q=ong").status_code == 200
        return len(asked)

    def grow(count):
        for number in range(count):
            AwardGrantFactory(person=None, recipient_name=f"Ông Sùng A {number}")
        write_what_is_due()

    grow(2)
    questions()
    few = questions()
    grow(12)
    assert questions() == few


# --- What makes no sense -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"year": "hai nghìn"}, "Năm thành tích: cần một năm viết bằng bốn chữ số"),
        ({"year": "2_025"}, "Năm thành tích: cần một năm viết bằng bốn chữ số"),
        ({"decided": "20260"}, "Năm quyết định: cần một năm viết bằng bốn chữ số"),
        ({"decided": "9" * 5000}, "Năm quyết định: cần một năm viết bằng bốn chữ số"),
        ({"title": "KHONG_CO"}, "Danh hiệu, hình thức: không có lựa chọn này trong sổ"),
        ({"title": "\x00"}, "Danh hiệu, hình thức: không có lựa chọn này trong sổ"),
        ({"kind": "robot"}, "Đối tượng: không có lựa chọn này trong sổ"),
        ({"q": "?!"}, "cần có chữ cái hoặc chữ số"),
        ({"q": "a" * 201}, "dài quá, xin gõ nhiều nhất 200 ký tự"),
        ({"q": "\x00"}, "Tên người, cơ quan, số quyết định:"),
        ({"source": "1"}, "Tin bài: không có tin bài công khai nào như vậy"),
        ({"source": "4d2ee6ed-35a6-44a2-a6a5-eb4dd6a0a1a1"}, "Tin bài: không có tin bài"),
    ],
)
def test_what_makes_no_sense_is_told_and_narrows_nothing(client, site_tree, asked, said):
    AwardGrantFactory()
    page = page_of(client, **asked)
    assert said in page.select_one(".notice").text
    assert len(page.select("tbody tr")) == 1
    # A file could not tell it, and would pass for what was asked for.
    asked_as_file = page_of(client, **asked, format="csv")
    assert said in asked_as_file.select_one(".notice").text


@pytest.mark.parametrize("typed", ['"', "'", "a OR b", "a* NEAR b", "%", "_a", "\\a", "a" * 200])
def test_whatever_is_typed_the_register_answers(client, site_tree, typed):
    AwardGrantFactory()
    page_of(client, q=typed)


# --- What is on --------------------------------------------------------------------------------------


def test_each_condition_can_be_taken_away_by_itself(client, site_tree):
    AwardGrantFactory(year=2023)
    asked = {"year": "2023", "title": "BK_BNT", "kind": "person"}
    chips = page_of(client, **asked, page="1").select(".chips a")
    addresses = [chip["href"] for chip in chips]
    assert addresses == [
        "?year=2023&kind=person",
        "?title=BK_BNT&kind=person",
        "?year=2023&title=BK_BNT",
        "/khen-thuong/",
        "?year=2023&title=BK_BNT&kind=person&format=csv",
    ]
    assert [" ".join(chip.text.split()) for chip in chips[1:3]] == [
        "Năm thành tích 2023 bỏ bộ lọc này",
        "Cá nhân bỏ bộ lọc này",
    ]


def test_the_totals_are_those_of_this_result(client, site_tree):
    AwardGrantFactory(to_household=True)
    AwardGrantFactory(to_unnamed=True)
    AwardGrantFactory(to_unnamed=True, revoked=True)
    totals = page_of(client, kind="unnamed").select_one(".totals")
    words = [each.text for each in totals.select("dt")]
    numbers = [each.text for each in totals.select("dd")]
    assert dict(zip(words, numbers, strict=True)) == {
        "lượt trong kết quả này": "7",
        "chưa nêu tên": "7",
        "đã hủy bỏ, không tính": "1",
    }


# --- Of one article ----------------------------------------------------------------------------------


def test_an_article_leads_to_just_its_grants_in_the_register(client, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, body=[("awards", {"title": ""})])
    told = {AwardGrantFactory(articles=[article]), AwardGrantFactory(articles=[article])}
    AwardGrantFactory()
    AwardGrantFactory(articles=[article], proposed=True)
    box = BeautifulSoup(client.get(article.url).content, "html.parser").select_one(
        ".awards .foot a"
    )
    assert box.text == "Xem trong Sổ khen thưởng"
    answer = client.get(box["href"])
    assert set(answer.context["grants"]) == told
    page = BeautifulSoup(answer.content, "html.parser")
    assert article.title in page.select_one(".chips").text
    assert page.select_one('input[name="source"]')["value"] == str(article.translation_key)


def test_an_announcement_leads_to_what_it_shows_those_of_other_decisions_too(site_tree):
    decision = AwardDecisionFactory()
    shown = [AwardGrantFactory(decision=decision), AwardGrantFactory()]
    AwardGrantFactory()
    page = AwardAnnouncementPageFactory(
        parent=site_tree.awards, decision=decision, more_grants=shown[1:]
    )
    assert found(source=str(page.translation_key)) == shown


def test_what_an_article_told_that_is_withdrawn_is_not_pointed_at(client, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, title="Đã rút")
    AwardGrantFactory(articles=[article])
    article.unpublish()
    page = page_of(client, source=str(article.translation_key))
    assert "Đã rút" not in page.text
    assert "không có tin bài công khai nào như vậy" in page.text


def test_a_grant_told_in_a_withdrawn_text_is_found_by_its_public_translation(site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation, title="Hội nghị")
    told = AwardGrantFactory(articles=[article])
    english = Locale.objects.get(language_code="en")
    translated = article.copy_for_translation(english, copy_parents=True)
    translated.save_revision().publish()
    article.unpublish()
    assert found(source=str(article.translation_key)) == [told]


def test_only_what_was_found_by_words_is_nobody_elses(client, site_tree):
    """The form always sends its field for words, empty too."""

    def keeping(**asked):
        return client.get("/khen-thuong/", asked)["Cache-Control"]

    assert "private" not in keeping(q="", year="2023")
    assert "private" in keeping(q="Giàng")
    assert keeping(format="csv") == "no-cache"
    assert "private" in keeping(format="csv", q="Giàng")


def test_the_register_says_what_it_is_and_shows_twelve_grants_at_once(client, site_tree):
    for _ in range(13):
        AwardGrantFactory(year=2023)
    html = page_of(client)
    assert "mọi lượt khen thưởng đã công bố" in html.select_one(".page-head").text
    assert [len(page_of(client, page=page).select("tbody tr")) for page in (1, 2)] == [12, 1]
    site_tree.awards.introduction = "Ghi từ năm 2005."
    site_tree.awards.save_revision().publish()
    assert page_of(client).select_one(".page-head p").text == "Ghi từ năm 2005."


# --- As CSV ------------------------------------------------------------------------------------------


def test_the_file_has_the_rows_of_this_result_on_all_pages(client, site_tree):
    for _ in range(25):
        AwardGrantFactory(year=2023)
    AwardGrantFactory(year=2022)
    assert len(rows_of(client, year="2023", page="2")) == 25


def test_a_row_of_the_file_says_what_the_table_says_and_where_more_stands(client, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)
    hidden = ArticlePageFactory(parent=site_tree.emulation)
    person = PersonFactory(full_name="Giàng A Sình")
    decision = AwardDecisionFactory(number="712/QĐ-TTg", decided_on=LAST_YEAR)
    AwardGrantFactory(
        person=person,
        year=2019,
        year_to=2024,
        decision=decision,
        presented_on=datetime.date(2025, 5, 19),
        articles=[article, hidden],
    )
    hidden.unpublish()
    (row,) = rows_of(client)
    assert row == {
        "Người, tập thể nhận": "Giàng A Sình",
        "Đối tượng": "Cá nhân",
        "Danh hiệu, hình thức": "Bằng khen của Bộ, ban, ngành, tỉnh",
        "Cấp khen thưởng": "Chủ tịch Ủy ban nhân dân tỉnh",
        "Thành tích": "2019–2024",
        "Quyết định": "712/QĐ-TTg",
        "Ngày quyết định": "2025-02-11",
        "Trao tặng": "2025-05-19",
        "Số lượt": "1",
        "Đã hủy bỏ ngày": "",
        "Địa chỉ người nhận": f"http://localhost{person.get_absolute_url()}",
        "Địa chỉ tin bài": f"http://localhost{article.url}",
    }


def test_the_file_of_an_english_page_is_english(client, english_register):
    grant = AwardGrantFactory(person=PersonFactory())
    answer = client.get(english_register, {"format": "csv"})
    lines = iter(answer.streaming_content)
    with override("vi"):  # what the thread speaks by then is somebody else's
        content = b"".join(lines).decode()
    (row,) = csv.DictReader(io.StringIO(content.removeprefix("\ufeff")))
    assert row["Kind of recipient"] == "Person"
    assert row["Title"] == grant.title.name_en
    assert "/en/" in row["Address of the recipient"]


@pytest.fixture
def english_register(site_tree) -> str:
    english = Locale.objects.get(language_code="en")
    for page in (site_tree.home, site_tree.awards):
        page.copy_for_translation(english).save_revision().publish()
    address: str = site_tree.awards.get_translation(english).url
    return address


def grant_of_bodies(number: int, english: str = "Archives Centre") -> AwardGrant:
    return AwardGrantFactory(
        to_organisation=True,
        organisation=OrganisationFactory(name=f"Trung tâm {number}", name_en=english),
        decider=OrganisationFactory(name=f"Ủy ban {number}", name_en=english and "Committee"),
        decider_text="",
    )


def test_who_reads_english_is_told_the_english_names_of_bodies(client, english_register):
    grant_of_bodies(1)
    html = client.get(english_register).content.decode()
    assert ">Archives Centre</a>" in html
    assert "awarded by Committee" in html

    answer = client.get(english_register, {"format": "csv"})
    content = b"".join(answer.streaming_content).decode()
    (row,) = csv.DictReader(io.StringIO(content.removeprefix("\ufeff")))
    assert (row["Recipient"], row["Decided by"]) == ("Archives Centre", "Committee")


def test_who_decided_is_not_said_twice_in_english(client, english_register):
    title = AwardTitle.objects.get(code="BK_TTCP")
    AwardGrantFactory(title=title, title_as_printed="Bằng khen", decider_text="Thủ tướng Chính phủ")
    html = client.get(english_register).content.decode()
    assert "Prime Minister’s Certificate of Merit" in html
    assert "awarded by" not in html


def test_bodies_without_an_english_name_and_as_printed_stay_vietnamese(client, english_register):
    grant_of_bodies(1, english="")
    printed = grant_of_bodies(2)
    printed.decider_text = "Chủ tịch Ủy ban 2"
    printed.save()
    html = client.get(english_register).content.decode()
    assert '<span lang="vi">Trung tâm 1</span></a>' in html
    assert 'awarded by <span lang="vi">Ủy ban 1</span>' in html
    assert 'awarded by <span lang="vi">Chủ tịch Ủy ban 2</span>' in html


def test_english_names_cost_no_question_for_a_row(client, english_register):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(english_register)
        return len(queries)

    grant_of_bodies(1)
    asked()
    with_one = asked()
    for number in (2, 3):
        grant_of_bodies(number)
    assert asked() == with_one


def test_revoked_grants_count_nothing_in_the_file_and_groups_are_said_in_full(client, site_tree):
    AwardGrantFactory(revoked=True, decision=AwardDecisionFactory())
    AwardGrantFactory(to_unnamed=True)
    revoked, group = rows_of(client)
    assert (revoked["Số lượt"], revoked["Đã hủy bỏ ngày"]) == ("0", "2025-05-12")
    assert group["Người, tập thể nhận"] == "7 cá nhân của 07 Sở Nội vụ"
    assert group["Số lượt"] == "7"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_excel_opens_the_file_as_vietnamese_and_calculates_nothing(client, site_tree, sign):
    AwardGrantFactory(person=None, recipient_name=f"{sign}HYPERLINK(1)")
    assert file_of(client).startswith("\ufeff")
    (row,) = rows_of(client)
    assert row["Người, tập thể nhận"] == f"'{sign}HYPERLINK(1)"


def test_the_file_costs_as_many_questions_for_many_rows_as_for_few(client, site_tree):
    article = ArticlePageFactory(parent=site_tree.emulation)

    def questions():
        with CaptureQueriesContext(connection) as asked:
            file_of(client)
        return len(asked)

    def grow(count):
        for _ in range(count):
            other = ArticlePageFactory(parent=site_tree.emulation)
            AwardGrantFactory(articles=[article, other])

    grow(2)
    questions()
    few = questions()
    grow(10)
    assert questions() == few
