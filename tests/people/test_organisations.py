"""Organisations have a life span, former names and successors; clusters have their years."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from people.factories import (
    ClusterFactory,
    ClusterMembershipFactory,
    ClusterYearFactory,
    OrganisationFactory,
    PostFactory,
)
from people.models import (
    ClusterYear,
    Organisation,
    OrganisationName,
    OrganisationSuccession,
)

pytestmark = pytest.mark.django_db

RENAMED = datetime.date(2004, 2, 1)
MERGED = datetime.date(2025, 2, 28)
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture
def department():
    department = OrganisationFactory(name="Sở Nội vụ", dissolved_on=None)
    OrganisationName.objects.create(
        organisation=department,
        name="Ban Tổ chức chính quyền",
        end=RENAMED - ONE_DAY,
    )
    return department


def test_an_organisation_bears_its_former_name_to_the_last_day_of_it(department):
    assert department.name_on(RENAMED - ONE_DAY) == "Ban Tổ chức chính quyền"
    assert department.name_on(RENAMED) == "Sở Nội vụ"


def test_former_names_given_before_saving_answer_too():
    unsaved = OrganisationFactory.build(name="Sở Nội vụ")
    unsaved.former_names.add(OrganisationName(name="Ban Tổ chức chính quyền", end=MERGED))
    unsaved.save()
    assert unsaved.name_on(MERGED) == "Ban Tổ chức chính quyền"


def test_an_organisation_exists_from_its_founding_to_its_last_day():
    union = OrganisationFactory(founded_on=RENAMED, dissolved_on=MERGED)
    days = [RENAMED - ONE_DAY, RENAMED, MERGED, MERGED + ONE_DAY]
    exists = [union in Organisation.objects.on(day) for day in days]
    assert exists == [False, True, True, False]
    assert union.is_dissolved


def test_an_organisation_of_unknown_dates_always_exists():
    council = OrganisationFactory(founded_on=None, dissolved_on=None)
    assert council in Organisation.objects.on(datetime.date(1950, 1, 1))
    assert not council.is_dissolved


def test_the_database_refuses_an_organisation_that_ends_before_it_begins():
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(founded_on=MERGED, dissolved_on=RENAMED)


def test_the_database_refuses_an_organisation_that_is_its_own_parent(department):
    department.parent = department
    with pytest.raises(IntegrityError), transaction.atomic():
        department.save()


def test_a_body_below_itself_or_its_own_units_is_refused_at_the_field(department):
    office = OrganisationFactory(name="Văn phòng Sở", parent=department)
    archive = OrganisationFactory(name="Trung tâm Lưu trữ", parent=office)
    for parent in (department, office, archive):
        department.parent = parent
        with pytest.raises(ValidationError) as refusal:
            department.full_clean()
        assert set(refusal.value.message_dict) == {"parent"}
        assert "cấp dưới của mình" in refusal.value.message_dict["parent"][0]
    archive.parent = department
    archive.full_clean()


def test_a_body_may_stand_below_a_circle_that_is_there_already(department):
    office = OrganisationFactory(name="Văn phòng Sở", parent=department)
    Organisation.objects.filter(pk=department.pk).update(parent=office)
    OrganisationFactory(name="Trung tâm Lưu trữ", parent=office).full_clean()


def test_the_database_refuses_a_former_name_that_ends_before_it_begins(department):
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationName.objects.create(
            organisation=department, name="Ty Tổ chức", start=MERGED, end=RENAMED
        )


def test_the_database_refuses_the_same_succession_twice_and_to_itself(department):
    labour = OrganisationFactory(name="Sở Lao động – Thương binh và Xã hội")
    row = {"predecessor": labour, "on": MERGED + ONE_DAY}
    OrganisationSuccession.objects.create(successor=department, **row)
    for successor in (department, labour):
        with pytest.raises(IntegrityError), transaction.atomic():
            OrganisationSuccession.objects.create(successor=successor, **row)


def test_an_organisation_with_posts_cannot_be_deleted(department):
    PostFactory(organisation=department)
    with pytest.raises(ProtectedError):
        department.delete()


def test_a_cluster_has_one_head_and_several_deputies_each_year():
    cluster = ClusterFactory(name="Cụm thi đua các tỉnh vùng cao")
    first, second = OrganisationFactory(), OrganisationFactory()
    ClusterYearFactory(cluster=cluster, year=2023)
    year = ClusterYearFactory(cluster=cluster, year=2024, head=first, deputies=[second])
    stored = ClusterYear.objects.get(pk=year.pk)
    assert (stored.head, list(stored.deputies.all())) == (first, [second])
    assert [year.year for year in cluster.years.all()] == [2024, 2023]


def test_the_database_refuses_two_rows_for_one_year_of_a_cluster():
    year = ClusterYearFactory(year=2024)
    with pytest.raises(IntegrityError), transaction.atomic():
        ClusterYearFactory(cluster=year.cluster, year=2024)


def test_a_year_out_of_all_reason_is_refused_by_the_form():
    year = ClusterYearFactory(year=204)
    with pytest.raises(ValidationError, match="1948"):
        year.full_clean()


def test_an_organisation_may_leave_a_cluster_and_join_again_but_not_be_in_it_twice():
    left = ClusterMembershipFactory(end=MERGED)
    again = {"cluster": left.cluster, "organisation": left.organisation}
    ClusterMembershipFactory(**again, start=MERGED + ONE_DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        ClusterMembershipFactory(**again, start=MERGED)
