"""A person, body or title that is renamed: pages that say its name are found by the new one."""

import datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.awards.models import AwardTitle, ConsultationPage
from news.awards.models.consultations import ConsultationNominee
from news.factories import ArticlePageFactory
from news.models import ArticlePage
from news.models.articles import ArticleOrganisation, ArticleParticipant
from people.factories import OrganisationFactory, PersonFactory
from search.models import IndexWrite

from .library import write_many

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return OrganisationFactory(name="Ban Thi đua Lam Giang")


@pytest.fixture
def person():
    return PersonFactory(full_name="Nông Quốc Thắng")


@pytest.fixture
def announce(site_tree, write_index):
    """Publish an announcement of a decision with these facts, indexed."""

    def made(**facts):
        day = datetime.date(2024, 6, 5)
        decision = AwardDecisionFactory(number="1102/QĐ-UBND", decided_on=day, **facts)
        page = AwardAnnouncementPageFactory(
            parent=site_tree.awards, title="Biểu dương người giữ rừng", decision=decision
        )
        write_index()
        return page

    return made


def rename(instance, **names) -> None:
    for field, name in names.items():
        setattr(instance, field, name)
    instance.save()


def noted(model) -> set[int]:
    rows = IndexWrite.objects.filter(content_type__model=model._meta.model_name)
    return {int(key) for key in rows.values_list("object_id", flat=True)}


def test_an_announcement_is_found_by_the_new_names_of_who_decided_and_signed(
    announce, body, person, write_index, titles
):
    page = announce(issuer=body, signer=person)
    rename(body, name="Phòng Khen thưởng Cao Lĩnh")
    rename(person, full_name="Bế Văn Khánh")
    write_index()

    assert titles("Khen thưởng Cao Lĩnh") == [page.title]
    assert titles("Bế Văn Khánh") == [page.title]
    assert titles("Nông Quốc Thắng", exact="true") == []


def test_pages_are_found_by_the_new_name_of_a_title(site_tree, write_index, titles):
    title = AwardTitle.objects.get(code="GDVH")
    article = ArticlePageFactory(parent=site_tree.emulation, title="Ngày hội bản làng")
    AwardGrantFactory(to_household=True, code="GDVH", articles=[article])
    consultation = ConsultationPageFactory(
        parent=site_tree.awards,
        title="Xin ý kiến nhân dân",
        nominees=[ConsultationNominee(title=title, recipient_name="Hộ bà Ma Thị Páo")],
    )
    write_index()

    rename(title, name="Mái ấm kiểu mẫu vùng cao")
    write_index()

    assert set(titles("mái ấm kiểu mẫu")) == {article.title, consultation.title}


def test_a_name_stays_as_it_was_printed(site_tree, person, announce, write_index, titles):
    article = ArticlePageFactory(
        parent=site_tree.emulation,
        title="Đoàn công tác về bản",
        participants=[ArticleParticipant(person=person, name="Nông Quốc Thắng")],
    )
    page = announce(signer=person, signer_text="Ông Nông Quốc Thắng")

    rename(person, full_name="Bế Văn Khánh")
    write_index()

    assert set(titles("Nông Quốc Thắng", exact="true")) == {article.title, page.title}
    assert titles("Bế Văn Khánh", exact="true") == []


def test_the_facet_knows_a_person_by_the_new_address(site_tree, person, write_index, found):
    ArticlePageFactory(
        parent=site_tree.emulation,
        title="Đoàn công tác về bản",
        participants=[ArticleParticipant(person=person, name="Nông Quốc Thắng")],
    )
    write_index()
    rename(person, slug="bi-thu-thang")
    write_index()

    (choice,) = found("đoàn công tác")["facets"]["person"]
    assert choice["value"] == "bi-thu-thang"
    assert found("đoàn công tác", person="bi-thu-thang")["total"] == 1


def test_the_facet_knows_a_body_by_the_new_address(site_tree, body, write_index, found):
    ArticlePageFactory(
        parent=site_tree.emulation,
        title="Gặp mặt cuối năm",
        organisation_rows=[ArticleOrganisation(organisation=body)],
    )
    write_index()
    rename(body, name="Phòng Khen thưởng Cao Lĩnh", slug="phong-khen-thuong-cao-linh")
    write_index()

    (choice,) = found("gặp mặt")["facets"]["organisation"]
    assert choice == {
        "value": "phong-khen-thuong-cao-linh",
        "name": "Phòng Khen thưởng Cao Lĩnh",
        "count": 1,
    }


def test_a_signer_who_is_deleted_leaves_the_announcement(announce, person, write_index, titles):
    announce(signer=person)
    person.delete()
    write_index()
    assert titles("Nông Quốc Thắng", exact="true") == []


def test_what_is_saved_under_the_same_name_is_not_noted(announce, body, person):
    announce(issuer=body, signer=person)
    rename(body, short_name="BTĐ")
    rename(person, biography="Sinh tại Na Rì.")
    assert noted(ArticlePage) == noted(ConsultationPage) == set()
    assert not IndexWrite.objects.filter(content_type__model="awardannouncementpage").exists()


def test_a_change_that_is_undone_notes_nothing(announce, body):
    announce(issuer=body)
    with transaction.atomic():
        rename(body, name="Phòng Khen thưởng Cao Lĩnh")
        assert IndexWrite.objects.filter(content_type__model="awardannouncementpage").exists()
        transaction.set_rollback(True)
    assert not IndexWrite.objects.exists()


def test_a_body_in_very_many_articles_is_noted_in_few_statements(site_tree, body, write_index):
    keys = write_many(site_tree.emulation, [f"Phiên chợ {number}" for number in range(900)])
    rows = [ArticleOrganisation(article_id=key, organisation=body) for key in keys]
    ArticleOrganisation.objects.bulk_create(rows)
    IndexWrite.objects.all().delete()

    with CaptureQueriesContext(connection) as asked:
        rename(body, slug="phong-khen-thuong-cao-linh")

    assert noted(ArticlePage) == set(keys)
    notes = [each for each in asked if 'INTO "search_indexwrite"' in each["sql"]]
    assert len(notes) < 12
