"""Announcements of awards and consultations, found by what their decision and their days say."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail.search.backends import get_search_backend

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.awards.models import AwardAnnouncementPage, AwardTitle, ConsultationPage
from news.awards.models.consultations import ConsultationNominee
from news.factories import ArticlePageFactory
from news.models import ArticlePage
from people.factories import OrganisationFactory, PersonFactory
from people.models import Province
from search.engine.documents import documents_of
from search.facets import facet_values
from search.models import IndexWrite

pytestmark = pytest.mark.django_db

HONOURED = "Biểu dương những tấm gương giữ rừng"
OTHER = "Tôn vinh các nghệ nhân dệt thổ cẩm"
CEREMONY = "Gặp mặt cuối năm ở Chợ Mới"
OPEN_TO_ALL = "Xin ý kiến nhân dân"


@pytest.fixture
def decision():
    return AwardDecisionFactory(
        number="1102/QĐ-UBND",
        decided_on=datetime.date(2024, 6, 5),
        issuer=OrganisationFactory(name="Uỷ ban nhân dân tỉnh Lam Giang"),
        signer=PersonFactory(full_name="Nông Quốc Thắng"),
    )


@pytest.fixture
def announcement(site_tree, decision, write_index):
    """Of a decision whose number and day its own text does not write, beside one of the same months."""
    AwardGrantFactory(decision=decision, person=PersonFactory(full_name="Bế Thị Ngọc Ước"))
    other = AwardDecisionFactory(number="977/QĐ-UBND", decided_on=datetime.date(2024, 6, 6))
    AwardGrantFactory(decision=other, code="BK_BNT", person=PersonFactory(full_name="Lò Văn Páo"))
    AwardAnnouncementPageFactory(
        parent=site_tree.awards,
        title=OTHER,
        decision=other,
        event_date=datetime.date(2024, 7, 20),
    )
    page = AwardAnnouncementPageFactory(
        parent=site_tree.awards,
        title=HONOURED,
        decision=decision,
        event_date=datetime.date(2024, 7, 19),
        event_province=Province.objects.get(key="vn63-bac-kan"),
    )
    write_index()
    return page


def noted(kind: str = "awardannouncementpage") -> set[int]:
    """The pages that wait to be indexed."""
    rows = IndexWrite.objects.filter(content_type__model=kind)
    return {int(key) for key in rows.values_list("object_id", flat=True)}


# --- What they are found by ----------------------------------------------------------------------


@pytest.mark.usefixtures("announcement")
@pytest.mark.parametrize(
    "typed",
    [
        "05/6/2024",
        "ngày 5 tháng 6 năm 2024",
        "1102/QĐ-UBND",
        "1102/QĐ-UBND ngày 05/6/2024",
        "Bằng khen ngày 05/6/2024",
        "bang khen tinh 5/6/2024",
        "trao ngày 19/7/2024",
        "uỷ ban nhân dân tỉnh Lam Giang",
        "Nông Quốc Thắng ký",
        "Bế Thị Ngọc Ước",
    ],
)
def test_an_announcement_is_found_by_what_its_decision_says(found, typed):
    answer = found(typed)
    assert [item["title"] for item in answer["items"]] == [HONOURED]


@pytest.mark.usefixtures("announcement")
def test_the_passage_shows_the_decision_that_was_asked_for(shown):
    (result,) = shown("1102/QĐ-UBND").results
    assert "ngày 05/06/2024" in result.snippet_html


def test_grants_added_by_hand_bring_their_own_decision(site_tree, decision, write_index, titles):
    grant = AwardGrantFactory(decision=decision)
    AwardAnnouncementPageFactory(
        parent=site_tree.awards, title=CEREMONY, decision=None, more_grants=[grant]
    )
    write_index()
    assert titles("1102/QĐ-UBND ngày 05/6/2024") == [CEREMONY]


def test_a_proposed_grant_is_not_found(announcement, decision, write_index, titles):
    AwardGrantFactory(
        decision=decision, proposed=True, person=PersonFactory(full_name="Lường Văn Khoẻ")
    )
    write_index()
    assert HONOURED not in titles("Lường Văn Khoẻ")


def test_a_title_of_many_recipients_is_written_once(announcement, decision):
    AwardGrantFactory.create_batch(3, decision=decision)
    name = AwardTitle.objects.get(code="BK_BNT").name
    assert announcement.award_words().splitlines().count(name) == 1


def test_a_consultation_is_found_by_its_days_and_by_what_is_proposed(
    site_tree, write_index, titles
):
    title = AwardTitle.objects.get(code="NGUT")
    page = ConsultationPageFactory(
        parent=site_tree.awards,
        title=OPEN_TO_ALL,
        nominees=[ConsultationNominee(title=title, recipient_name="Ma Thị Páo")],
    )
    neighbour = datetime.date(2026, 11, 17)
    ConsultationPageFactory(
        parent=site_tree.awards, title="Hỏi ý kiến lần khác", opens_on=neighbour
    )
    write_index()
    assert (page.opens_on, page.closes_on.year) == (datetime.date(2026, 11, 16), 2026)
    for typed in ("16/11/2026", f"{page.closes_on:%d/%m/%Y}", title.name, "Ma Thị Páo"):
        assert titles(typed) == [OPEN_TO_ALL], typed


@pytest.mark.usefixtures("announcement")
@pytest.mark.parametrize("typed", ["Certificate of Merit", "certificates merit ministry", "merit"])
def test_pages_are_found_by_the_english_names_of_their_titles(
    site_tree, write_index, titles, typed
):
    """Whatever the language of the page; who searches need not read it."""
    told = ArticlePageFactory(parent=site_tree.emulation, title=CEREMONY)
    AwardGrantFactory(articles=[told], to_unnamed=True)
    asked = ConsultationPageFactory(
        parent=site_tree.awards,
        title=OPEN_TO_ALL,
        nominees=[
            ConsultationNominee(title=AwardTitle.objects.get(code="BK_BNT"), recipient_name="Ma")
        ],
    )
    write_index()
    found = titles(typed)
    assert {HONOURED, told.title, asked.title} <= set(found)


def test_the_admin_finds_a_title_by_its_english_name(write_index):
    AwardTitle.objects.get(code="BMVNAH").save()
    write_index()
    found = get_search_backend().search("Heroic Vietnamese Mother", AwardTitle)
    assert [title.code for title in found] == ["BMVNAH"]


# --- What they can be narrowed by ----------------------------------------------------------------


@pytest.mark.usefixtures("announcement")
def test_narrowed_to_a_title_announcements_are_listed_too(titles):
    assert sorted(titles("bằng khen", award="BK_BNT")) == [HONOURED, OTHER]
    assert titles("bằng khen", award="GK") == []


def test_an_announcement_says_whom_and_where_it_is_about(announcement, decision):
    office = AwardGrantFactory(decision=decision, code="CO_BNT", to_organisation=True).organisation
    decider = OrganisationFactory(name="Bộ Nội vụ")
    hidden = AwardGrantFactory(decision=decision, code="GK", proposed=True)
    household = AwardGrantFactory(to_household=True, code="GDVH", decider=decider, decision=None)
    announcement.more_grants.add(household)
    announcement.save()

    (page,) = AwardAnnouncementPage.get_indexed_objects().filter(pk=announcement.pk)
    values = {
        (name, value) for name, value in facet_values([page])[page] if name not in ("type", "year")
    }

    assert ("person", hidden.person.slug) not in values
    assert values == {
        ("award", "BK_BNT"),
        ("award", "CO_BNT"),
        ("award", "GDVH"),
        ("organisation", office.slug),
        ("organisation", decider.slug),
        ("organisation", decision.issuer.slug),
        ("person", "be-thi-ngoc-uoc"),
        ("province", "vn63-bac-kan"),
        ("province", "vn34-thai-nguyen"),
    }


def queries_to_index(model) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        documents_of(list(model.get_indexed_objects()))
    return len(asked)


def reads_many_as_one(model, make) -> None:
    """`make` takes a number, and makes one of that name."""
    make(0)
    documents_of(list(model.get_indexed_objects()))  # content types and the like are known
    few = queries_to_index(model)
    for number in range(1, 4):
        make(number)
    assert queries_to_index(model) == few


def test_many_announcements_are_read_with_as_many_queries_as_one(announcement, site_tree):
    AwardAnnouncementPage.objects.exclude(pk=announcement.pk).delete()
    announcement.more_grants.add(AwardGrantFactory(decision=AwardDecisionFactory()))
    announcement.save()
    documents_of(list(AwardAnnouncementPage.get_indexed_objects()))
    few = queries_to_index(AwardAnnouncementPage)

    for number in range(4):
        of_office = {"to_organisation": True, "decider": OrganisationFactory()}
        decision = AwardDecisionFactory(issuer=OrganisationFactory(), signer=PersonFactory())
        AwardGrantFactory(decision=decision, **of_office)
        AwardAnnouncementPageFactory(
            parent=site_tree.awards,
            title=f"Biểu dương lần {number}",
            decision=decision,
            more_grants=[AwardGrantFactory(decision=AwardDecisionFactory(issuer=decision.issuer))],
            event_province=Province.objects.get(key="vn63-ha-noi"),
        )

    assert queries_to_index(AwardAnnouncementPage) == few


def test_many_consultations_are_read_with_as_many_queries_as_one(site_tree):
    title = AwardTitle.objects.get(code="NGUT")

    def consult(number: int) -> None:
        row = ConsultationNominee(title=title, recipient_name=f"Ma Thị Páo {number}")
        ConsultationPageFactory(
            parent=site_tree.awards, title=f"Xin ý kiến lần {number}", nominees=[row]
        )

    reads_many_as_one(ConsultationPage, consult)


def test_many_articles_are_read_with_as_many_queries_as_one(site_tree):
    def tell(number: int) -> None:
        article = ArticlePageFactory(parent=site_tree.emulation, title=f"Trao thưởng lần {number}")
        AwardGrantFactory(articles=[article])

    reads_many_as_one(ArticlePage, tell)


def test_only_the_provinces_that_are_told_of_are_read(site_tree):
    ArticlePageFactory(parent=site_tree.emulation, title="Ký kết giao ước")

    def province_queries() -> list[str]:
        with CaptureQueriesContext(connection) as asked:
            documents_of(list(ArticlePage.get_indexed_objects()))
        return [each["sql"] for each in asked if 'FROM "people_province"' in each["sql"]]

    assert province_queries() == []

    bac_kan = Province.objects.get(key="vn63-bac-kan")
    ArticlePageFactory(parent=site_tree.emulation, title="Mùa vụ", provinces=[bac_kan])
    assert all("WHERE" in each for each in province_queries())
    assert province_queries()


# --- What makes them be indexed again ------------------------------------------------------------


def test_a_decision_that_changes_is_found_as_it_is_now(announcement, decision, write_index, titles):
    decision.number = "1120/QĐ-UBND"
    decision.decided_on = datetime.date(2024, 6, 25)
    decision.save()
    write_index()

    assert titles("1120/QĐ-UBND ngày 25/6/2024") == [HONOURED]
    assert HONOURED not in titles("1102/QĐ-UBND")


def test_a_decision_is_noted_for_pages_with_grants_of_it_added_by_hand(
    site_tree, decision, write_index
):
    page = AwardAnnouncementPageFactory(
        parent=site_tree.awards, decision=None, more_grants=[AwardGrantFactory(decision=decision)]
    )
    write_index()
    decision.save()
    assert noted() == {page.pk}


@pytest.fixture
def translated(site_tree) -> tuple[ArticlePage, ArticlePage]:
    article = ArticlePageFactory(parent=site_tree.emulation, title="Trao thưởng cuối năm")
    english = Locale.objects.get(language_code="en")
    site_tree.home.copy_for_translation(english)
    return article, article.copy_for_translation(english, copy_parents=True)


def test_a_grant_is_found_in_every_language_of_its_article(translated, write_index):
    grant = AwardGrantFactory(articles=translated[:1], person=PersonFactory(full_name="Lò Văn Páo"))
    for article in ArticlePage.get_indexed_objects():
        assert article.award_words().startswith(f"{grant.title.name} Lò Văn Páo\n")
        assert ("award", grant.title.code) in facet_values([article])[article]


@pytest.mark.parametrize("change", ["linked", "saved", "deleted", "name", "name_en"])
def test_a_grant_is_noted_for_every_language_of_its_article(translated, write_index, change):
    grant = AwardGrantFactory(articles=[] if change == "linked" else translated[:1])
    write_index()
    if change == "linked":
        grant.articles.add(translated[0])
    elif change == "saved":
        grant.save()
    elif change == "deleted":
        grant.delete()
    else:
        setattr(grant.title, change, "Bằng khen của Bộ")
        grant.title.save()
    assert noted("articlepage") == {article.pk for article in translated}


def test_a_decision_that_is_deleted_leaves_its_announcement(announcement, decision, write_index):
    decision.grants.all().delete()
    write_index()
    decision.delete()
    assert noted() == {announcement.pk}


def test_a_grant_that_moves_to_another_decision_leaves_the_announcement_of_the_first(
    announcement, decision, write_index, titles
):
    grant = decision.grants.get()
    grant.decision = AwardDecisionFactory(number="5/QĐ-UBND")
    grant.save()
    assert noted() == {announcement.pk}

    write_index()
    assert HONOURED not in titles("Bế Thị Ngọc Ước")


def test_a_new_grant_is_noted_for_the_announcement_of_its_decision_only(announcement, decision):
    AwardGrantFactory(decision=decision)
    assert noted() == {announcement.pk}
