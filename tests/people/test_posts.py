"""Who held which posts on a day."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from modelcluster.fields import ParentalKey
from wagtail.test.utils.form_data import querydict_from_html

from people.factories import OrganisationFactory, PersonFactory, PostFactory
from people.models import Person, Post

pytestmark = pytest.mark.django_db

LEAP_DAY = datetime.date(2024, 2, 29)
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture
def oanh():
    return PersonFactory(honorific="bà", full_name="Nông Thị Kiều Oanh")


def titles_on(person, day):
    return [post.title for post in person.posts_on(day)]


def test_several_posts_can_be_held_at_once_and_the_main_one_comes_first(oanh):
    PostFactory(person=oanh, title="Phó Cụm trưởng", sort_order=20)
    PostFactory(person=oanh, title="Giám đốc", sort_order=10)
    PostFactory(person=PersonFactory(), title="Chánh Văn phòng", sort_order=1)
    assert titles_on(oanh, LEAP_DAY) == ["Giám đốc", "Phó Cụm trưởng"]


def test_first_and_last_day_belong_to_the_post(oanh):
    first, last = datetime.date(2020, 5, 15), LEAP_DAY
    PostFactory(person=oanh, title="Trưởng phòng", start=first, end=last)
    assert titles_on(oanh, first) == titles_on(oanh, last) == ["Trưởng phòng"]
    assert titles_on(oanh, first - ONE_DAY) == titles_on(oanh, last + ONE_DAY) == []


def test_a_post_without_last_day_is_still_held(oanh):
    PostFactory(person=oanh, title="Giám đốc", end=None)
    assert titles_on(oanh, datetime.date(2090, 1, 1)) == ["Giám đốc"]
    assert [post.title for post in oanh.current_posts] == ["Giám đốc"]


def test_a_post_of_unknown_start_counts_from_the_day_a_source_shows_it(oanh):
    PostFactory(person=oanh, title="Thứ trưởng", start=None, attested_on=LEAP_DAY)
    assert titles_on(oanh, LEAP_DAY - ONE_DAY) == []
    assert titles_on(oanh, LEAP_DAY) == ["Thứ trưởng"]


def test_a_known_start_counts_even_when_a_later_day_is_attested(oanh):
    PostFactory(person=oanh, title="Thứ trưởng", attested_on=LEAP_DAY)
    assert titles_on(oanh, datetime.date(2022, 1, 1)) == ["Thứ trưởng"]


def test_a_promotion_leaves_no_gap_and_no_overlap(oanh):
    department = OrganisationFactory(name="Sở Nội vụ")
    PostFactory(person=oanh, organisation=department, title="Phó Giám đốc", end=LEAP_DAY)
    PostFactory(person=oanh, organisation=department, title="Giám đốc", start=LEAP_DAY + ONE_DAY)
    assert titles_on(oanh, LEAP_DAY) == ["Phó Giám đốc"]
    assert titles_on(oanh, LEAP_DAY + ONE_DAY) == ["Giám đốc"]


def test_posts_of_a_day_come_with_their_organisations_in_one_query(oanh, django_assert_num_queries):
    for _ in range(3):
        PostFactory(person=oanh)
    with django_assert_num_queries(1):
        assert len([post.organisation.name for post in oanh.posts_on(LEAP_DAY)]) == 3


@pytest.mark.parametrize(
    "period",
    [
        {"start": LEAP_DAY, "end": LEAP_DAY - ONE_DAY},
        {"start": None, "attested_on": None},
        {"start": None, "attested_on": LEAP_DAY, "end": LEAP_DAY - ONE_DAY},
    ],
)
def test_a_wrong_period_is_refused_by_the_form_and_by_the_database(oanh, period):
    post = PostFactory.build(person=oanh, organisation=OrganisationFactory(), **period)
    with pytest.raises(ValidationError):
        post.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        post.save()


def test_a_post_of_one_day_is_allowed(oanh):
    PostFactory(person=oanh, start=LEAP_DAY, end=LEAP_DAY)
    assert Post.objects.on(LEAP_DAY).count() == 1


def test_a_post_reads_as_title_and_organisation_unless_worded_otherwise(oanh):
    ministry = OrganisationFactory(name="Bộ Nội vụ")
    wording = "Thứ trưởng Thường trực Bộ Nội vụ"
    assert str(PostFactory(organisation=ministry, title="Thứ trưởng")) == "Thứ trưởng Bộ Nội vụ"
    assert str(PostFactory(organisation=ministry, wording=wording)) == wording


def test_people_of_the_same_name_get_addresses_of_their_own():
    slugs = [PersonFactory(full_name="Đỗ Thị Hoà").slug for _ in range(3)]
    assert slugs == ["do-thi-hoa", "do-thi-hoa-2", "do-thi-hoa-3"]


def test_a_very_long_name_shared_by_two_fits_into_the_address_field():
    name = "Trung tâm Dịch vụ việc làm và đào tạo, bồi dưỡng cán bộ, công chức, viên chức " * 2
    first, second = OrganisationFactory(name=name), OrganisationFactory(name=name)
    assert first.slug != second.slug
    for organisation in (first, second):
        organisation.full_clean()


def test_a_person_with_several_posts_is_saved(admin_client):
    person = PersonFactory(full_name="Nông Thị Kiều Oanh")
    PostFactory(person=person, title="Phó Giám đốc", start=datetime.date(2020, 1, 1))
    PostFactory(person=person, title="Giám đốc", start=datetime.date(2024, 3, 1))
    unknown = PostFactory(
        person=person, title="Chuyên viên", start=None, attested_on=datetime.date(2015, 5, 1)
    )
    edit = reverse("wagtailsnippets_people_person:edit", args=[person.pk])
    screen = admin_client.get(edit).content.decode()
    forms = BeautifulSoup(screen, "html.parser").find_all("form")
    place = next(i for i, form in enumerate(forms) if form.find(attrs={"name": "full_name"}))
    form = querydict_from_html(screen, form_index=place)
    form["full_name"] = "Nông Kiều Oanh"

    assert admin_client.post(edit, form).status_code == 302

    person = Person.objects.get()
    assert person.full_name == "Nông Kiều Oanh"
    assert [post.title for post in person.posts.all()] == [
        "Giám đốc", "Phó Giám đốc", unknown.title
    ]  # fmt: skip


@pytest.mark.once
def test_rows_of_a_form_are_sorted_by_names_of_fields():
    """The form sorts them in Python, and knows no expressions."""
    rows = [
        model
        for model in apps.get_models()
        if any(isinstance(field, ParentalKey) for field in model._meta.fields)
    ]

    assert Post in rows
    assert [each for row in rows for each in row._meta.ordering if not isinstance(each, str)] == []
