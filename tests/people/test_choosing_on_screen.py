"""Who of several people of one name is meant: the lists of the admin tell them apart."""

import datetime

import pytest
from django.urls import reverse

from people.factories import OrganisationFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db

OVER = {"start": datetime.date(2015, 3, 1), "end": datetime.date(2020, 1, 1)}
CHOOSER = "wagtailsnippetchoosers_people_{}:choose_results"


def employed(title: str, **dates) -> None:
    """Another Nguyễn Văn Bình."""
    person = PersonFactory(full_name="Nguyễn Văn Bình")
    PostFactory(person=person, title=title, **dates)


@pytest.mark.parametrize(
    "screen", [CHOOSER.format("person"), "wagtailsnippets_people_person:list_results"]
)
def test_people_of_one_name_are_told_apart_by_their_posts(admin_client, screen):
    employed("Chánh Văn phòng")
    employed("Trưởng phòng", **OVER)  # and nothing since
    shown = admin_client.get(reverse(screen)).content.decode()
    assert "Chánh Văn phòng" in shown
    assert "Trưởng phòng" in shown


def test_what_somebody_is_now_counts_more_than_what_they_were():
    person = PersonFactory()
    PostFactory(person=person, title="Chuyên viên", sort_order=1, **OVER)
    PostFactory(person=person, title="Phó Giám đốc", sort_order=3)
    later = datetime.date.today() + datetime.timedelta(days=30)
    PostFactory(person=person, title="Giám đốc", sort_order=2, start=later)
    assert person.main_post.title == "Phó Giám đốc"
    assert PersonFactory().main_post is None


def test_bodies_of_one_name_are_told_apart_by_where_they_belong(admin_client):
    for above in ("Sở Nội vụ", "Sở Tài chính"):
        OrganisationFactory(name="Phòng Tổng hợp", parent=OrganisationFactory(name=above))
    shown = admin_client.get(reverse(CHOOSER.format("organisation")))
    assert "Sở Tài chính" in shown.content.decode()


def test_the_list_of_people_costs_no_more_with_more_of_them(
    admin_client, django_assert_max_num_queries
):
    for number in range(8):
        employed(f"Phó Trưởng phòng {number}")
    admin_client.get(reverse(CHOOSER.format("person")))
    with django_assert_max_num_queries(10):
        admin_client.get(reverse(CHOOSER.format("person")))
