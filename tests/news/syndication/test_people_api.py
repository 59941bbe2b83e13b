"""Persons, organisations and clusters through the API, as they were on a day."""

import datetime
import json
import uuid
from typing import get_args

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction

from news.factories import PhotoFactory
from news.syndication.objects import people_contract as contract
from people.factories import (
    ClusterFactory,
    ClusterMembershipFactory,
    ClusterYearFactory,
    OrganisationFactory,
    PersonFactory,
    PostFactory,
)
from people.models import Organisation, OrganisationName, OrganisationSuccession, Province
from tests.search.engines import write_all_that_is_due

from .conftest import ready

pytestmark = pytest.mark.django_db

LISTS = ("people/", "organisations/", "clusters/")
MEETING = datetime.date(2024, 2, 29)
MERGER = datetime.date(2025, 3, 1)
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture
def department():
    """A department that was called otherwise before 2004."""
    department = OrganisationFactory(
        name="Sở Nội vụ tỉnh Bắc Kạn",
        name_en="Department of Home Affairs of Bac Kan",
        province=Province.objects.get(key="vn63-bac-kan"),
        founded_on=datetime.date(1997, 1, 1),
        dissolved_on=MERGER - ONE_DAY,
    )
    OrganisationName.objects.create(
        organisation=department,
        name="Ban Tổ chức chính quyền",
        end=datetime.date(2004, 1, 31),
    )
    return department


@pytest.fixture
def director(department):
    """Deputy until the end of 2023, director from then on."""
    director = PersonFactory(honorific="bà", full_name="Ma Thị Hoà")
    PostFactory(
        person=director,
        organisation=department,
        title="Phó Giám đốc",
        start=datetime.date(2003, 5, 1),
        end=datetime.date(2023, 12, 31),
    )
    PostFactory(
        person=director,
        organisation=department,
        title="Giám đốc",
        title_en="Director",
        start=datetime.date(2024, 1, 1),
    )
    return director


def names(answer):
    return [item["name"] for item in answer["items"]]


# --- Persons -------------------------------------------------------------------


def test_a_person_has_the_posts_of_the_day(api, director, department):
    fetched = api.get(f"people/{director.uuid}/", as_of=MEETING)

    assert fetched["posts"] == [
        {
            "title": "Giám đốc",
            "wording": "Giám đốc Sở Nội vụ tỉnh Bắc Kạn",
            "organisation": {"id": str(department.uuid), "name": "Sở Nội vụ tỉnh Bắc Kạn"},
            "start": "2024-01-01",
            "end": None,
            "attested_on": None,
        }
    ]
    assert (fetched["name"], fetched["honorific"]) == ("Ma Thị Hoà", "bà")
    assert fetched["url"] == "http://localhost/nhan-su/ma-thi-hoa/"


@pytest.mark.parametrize(
    ("day", "posts"),
    [
        ("2003-04-30", []),
        ("2003-05-01", ["Phó Giám đốc Ban Tổ chức chính quyền"]),
        ("2023-12-31", ["Phó Giám đốc Sở Nội vụ tỉnh Bắc Kạn"]),
        ("2024-01-01", ["Giám đốc Sở Nội vụ tỉnh Bắc Kạn"]),
    ],
)
def test_posts_and_names_of_bodies_are_those_of_the_day(api, director, day, posts):
    items = api.get("people/", as_of=day)["items"]

    assert [post["wording"] for item in items for post in item["posts"]] == posts


def test_every_post_is_told_of_one_person(api, director):
    fetched = api.get(f"people/{director.uuid}/", as_of="2003-05-01")

    assert [post["title"] for post in fetched["all_posts"]] == ["Giám đốc", "Phó Giám đốc"]


def test_without_a_day_everybody_is_listed_with_the_posts_of_today(api, director):
    PersonFactory(full_name="Bế Thị Ngọc Ước")

    with time_machine.travel(datetime.datetime(2024, 2, 29)):
        items = api.get("people/")["items"]

    assert [(item["name"], len(item["posts"])) for item in items] == [
        ("Bế Thị Ngọc Ước", 0),
        ("Ma Thị Hoà", 1),
    ]


def test_with_a_day_only_those_who_held_a_post_are_listed(api, director):
    PersonFactory(full_name="Bế Thị Ngọc Ước")

    assert names(api.get("people/", as_of=MEETING)) == ["Ma Thị Hoà"]


def test_the_holders_of_posts_of_one_body_can_be_asked_for(api, director, department):
    PostFactory(person__full_name="Bế Thị Ngọc Ước")

    assert names(api.get("people/", as_of=MEETING, organisation=department.uuid)) == ["Ma Thị Hoà"]


def test_a_portrait_in_a_private_collection_is_not_shown(api, director):
    director.portrait = ready(PhotoFactory(description="Chân dung"))
    director.save()
    assert api.get(f"people/{director.uuid}/")["portrait"]["alt"] == "Chân dung"
    private = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )

    director.portrait.collection = private
    director.portrait.save()

    assert api.get(f"people/{director.uuid}/")["portrait"] is None
    assert "Chân dung" not in json.dumps(api.get("people/"), ensure_ascii=False)


def test_the_sizes_of_a_portrait_are_made_ready_when_it_is_chosen(
    api, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        person = PersonFactory(portrait=PhotoFactory())

    portrait = api.get(f"people/{person.uuid}/")["portrait"]
    assert {each["format"] for each in portrait["renditions"]} == {"avif", "webp", "jpeg"}


# --- Organisations -------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("1996-12-31", []),
        ("1997-01-01", ["Ban Tổ chức chính quyền"]),
        ("2004-02-01", ["Sở Nội vụ tỉnh Bắc Kạn"]),
        ("2025-02-28", ["Sở Nội vụ tỉnh Bắc Kạn"]),
        ("2025-03-01", []),
    ],
)
def test_the_list_has_the_bodies_of_the_day_under_the_names_of_the_day(api, department, day, shown):
    assert names(api.get("organisations/", as_of=day)) == shown


def test_without_a_day_bodies_that_ended_are_listed_too_and_say_so(api, department):
    (item,) = api.get("organisations/")["items"]

    assert (item["exists"], item["dissolved_on"]) == (False, "2025-02-28")


def test_a_body_tells_who_held_its_posts_and_what_became_of_it(api, department, director):
    successor = OrganisationFactory(name="Sở Nội vụ tỉnh Thái Nguyên", founded_on=MERGER)
    OrganisationSuccession.objects.create(
        predecessor=department, successor=successor, on=MERGER, legal_act="Nghị quyết 202/2025/QH15"
    )
    cluster = ClusterMembershipFactory(organisation=department, cluster__name="Cụm số 2").cluster
    OrganisationFactory(name="Văn phòng Sở", parent=department)

    fetched = api.get(f"organisations/{department.uuid}/", as_of=MEETING)

    assert fetched["exists"] is True
    assert fetched["province"] == {"key": "vn63-bac-kan", "name": "Bắc Kạn"}
    assert fetched["holders"] == [
        {
            "person": {"id": str(director.uuid), "name": "Ma Thị Hoà"},
            "title": "Giám đốc",
            "start": "2024-01-01",
            "end": None,
        }
    ]
    assert [unit["name"] for unit in fetched["units"]] == ["Văn phòng Sở"]
    assert fetched["clusters"] == [{"id": str(cluster.uuid), "name": "Cụm số 2"}]
    assert fetched["successors"] == [
        {
            "organisation": {"id": str(successor.uuid), "name": "Sở Nội vụ tỉnh Thái Nguyên"},
            "on": "2025-03-01",
            "kind": "merged",
            "legal_act": "Nghị quyết 202/2025/QH15",
        }
    ]
    back = api.get(f"organisations/{successor.uuid}/")["predecessors"]
    assert [each["organisation"]["id"] for each in back] == [str(department.uuid)]


def test_a_province_of_today_has_the_bodies_of_those_that_went_into_it(api, department):
    OrganisationFactory(name="Sở Y tế", province=Province.objects.get(key="vn63-ha-giang"))

    for key in ("vn63-bac-kan", "vn34-thai-nguyen"):
        assert names(api.get("organisations/", province=key)) == ["Sở Nội vụ tỉnh Bắc Kạn"]
    assert names(api.get("organisations/", province="vn63-thai-nguyen")) == []


def test_bodies_of_one_kind_can_be_asked_for(api, department):
    OrganisationFactory(name="Bộ Nội vụ", kind=Organisation.Kind.MINISTRY)

    assert names(api.get("organisations/", kind="ministry")) == ["Bộ Nội vụ"]


# --- Clusters ------------------------------------------------------------------


def test_a_cluster_has_the_members_and_leaders_of_the_day(api, department):
    cluster = ClusterFactory(name="Cụm số 2")
    other = OrganisationFactory(name="Sở Nội vụ tỉnh Cao Bằng")
    ClusterMembershipFactory(cluster=cluster, organisation=department, end=MEETING)
    ClusterMembershipFactory(cluster=cluster, organisation=other)
    ClusterYearFactory(cluster=cluster, year=2023, head=other)
    ClusterYearFactory(
        cluster=cluster,
        year=2024,
        head=department,
        deputies=[other],
        host=Province.objects.get(key="vn63-bac-kan"),
        pledge_signed_on=MEETING,
    )

    (item,) = api.get("clusters/", as_of=MEETING)["items"]

    assert {member["name"] for member in item["members"]} == {department.name, other.name}
    assert item["year"] == {
        "year": 2024,
        "head": {"id": str(department.uuid), "name": "Sở Nội vụ tỉnh Bắc Kạn"},
        "deputies": [{"id": str(other.uuid), "name": "Sở Nội vụ tỉnh Cao Bằng"}],
        "host": {"key": "vn63-bac-kan", "name": "Bắc Kạn"},
        "pledge_signed_on": "2024-02-29",
    }
    later = api.get(f"clusters/{cluster.uuid}/", as_of=MEETING + ONE_DAY)
    assert [member["name"] for member in later["members"]] == [other.name]
    assert len(later["all_members"]) == 2
    assert [year["year"] for year in later["all_years"]] == [2024, 2023]
    assert api.get(f"clusters/{cluster.uuid}/", as_of="2022-01-01")["year"] is None


def test_the_clusters_of_one_body_can_be_asked_for(api, department):
    ClusterMembershipFactory(organisation=department, cluster__name="Cụm số 2", end=MEETING)
    ClusterFactory(name="Cụm số 3")

    of_body = {"organisation": department.uuid}
    assert names(api.get("clusters/", as_of=MEETING, **of_body)) == ["Cụm số 2"]
    assert names(api.get("clusters/", as_of=MEETING + ONE_DAY, **of_body)) == []


# --- All three -----------------------------------------------------------------


MAKERS = {
    "people/": lambda name: PostFactory(person=PersonFactory(full_name=name)),
    "organisations/": lambda name: OrganisationFactory(name=name),
    "clusters/": lambda name: ClusterFactory(name=name),
}


@pytest.mark.parametrize("path", LISTS)
def test_pages_give_everything_once_even_under_the_same_name(api, client, path):
    for name in ["Đỗ Ước", "An", "Đỗ Ước", "Đỗ Ước", "Ánh", "Zơ Râm"]:
        MAKERS[path](name)

    seen, address = [], f"http://localhost/api/v1/{path}?limit=2"
    while address:
        page = client.get(address.removeprefix("http://localhost")).json()
        assert len(page["items"]) <= 2
        seen += [(item["name"], item["id"]) for item in page["items"]]
        address = page["next"]

    assert sorted(name for name, _ in seen) == sorted(
        ["Đỗ Ước", "An", "Đỗ Ước", "Đỗ Ước", "Ánh", "Zơ Râm"]
    )
    assert len(set(seen)) == 6


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("typed", ["hoà bình", "hoa binh", "HÒA", "binh hoa"])
def test_a_name_is_found_with_and_without_accents_page_by_page(api, path, typed):
    for name in ["Cụm Hòa Bình", "Sở Hoà Bình", "Điện Biên"]:
        MAKERS[path](name)
    write_all_that_is_due()

    first = api.get(path, name=typed, limit=1)
    cursor = first["next"].rpartition("cursor=")[2]
    second = api.get(path, name=typed, limit=1, cursor=cursor)

    assert names(first) + names(second) == ["Cụm Hòa Bình", "Sở Hoà Bình"]
    assert second["next"] is None


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("typed", ["", " ", '"', "a" * 200])
def test_a_name_nobody_has_finds_nothing(api, path, typed):
    MAKERS[path]("Hòa Bình")
    write_all_that_is_due()

    assert api.get(path, name=typed) == {"items": [], "next": None}


def test_a_name_and_a_day_are_both_looked_at(api, director):
    PersonFactory(full_name="Ma Thị Hoà")
    write_all_that_is_due()

    assert len(api.get("people/", name="ma thi hoa")["items"]) == 2
    (item,) = api.get("people/", name="ma thi hoa", as_of=MEETING)["items"]
    assert item["id"] == str(director.uuid)


def test_names_are_given_in_english_where_there_are_any(api, department, director):
    (item,) = api.get("people/", as_of=MEETING, locale="en")["items"]
    (post,) = item["posts"]
    before = api.get(f"organisations/{department.uuid}/", as_of="2003-01-01", locale="en")

    assert post["title"] == "Director"
    assert post["organisation"]["name"] == "Department of Home Affairs of Bac Kan"
    assert before["name"] == "Ban Tổ chức chính quyền"
    assert before["province"]["name"] == "Bac Kan"


@pytest.mark.parametrize("path", LISTS)
def test_an_unknown_id_is_not_found(api, path):
    problem = api.get(f"{path}{uuid.uuid4()}/", status=404)

    assert problem["detail"].endswith("với id này.")
    assert problem["detail_en"].endswith("this id.")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("people/?organisation=00000000-0000-0000-0000-000000000001", "organisation"),
        ("people/?organisation=khong", "organisation"),
        ("people/?limit=9223372036854775808", "limit"),
        ("people/?as_of=2024-02-30", "as_of"),
        ("people/?cursor=AAAA", "cursor"),
        ("organisations/?province=vn63-khong-co", "province"),
        ("organisations/?province=a%00", "province"),
        ("people/?name=a%00b", "name"),
        ("organisations/?name=%FF%FE", "name"),
        ("organisations/?kind=bo", "kind"),
        ("clusters/?year=2024", "year"),
        ("clusters/?name=" + "a" * 201, "name"),
    ],
)
def test_a_wrong_parameter_is_named(api, path, name):
    assert api.get(path, status=400)["parameters"] == [name]


@pytest.mark.parametrize("path", LISTS)
def test_more_items_cost_no_more_queries(api, path):
    def fill():
        department = OrganisationFactory(
            parent=OrganisationFactory(), province=Province.objects.get(key="vn63-bac-kan")
        )
        OrganisationName.objects.create(organisation=department, name="Tên cũ", end=MERGER)
        PostFactory(organisation=department, person__portrait=ready(PhotoFactory()))
        member = ClusterMembershipFactory(organisation=department)
        ClusterYearFactory(
            cluster=member.cluster, head=OrganisationFactory(), deputies=[department]
        )

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert api.get(path, as_of=MEETING, limit=100)["items"]
        return len(captured)

    fill()
    api.get(path)
    for_one = queries()
    for _ in range(5):
        fill()

    assert queries() == for_one


def test_no_number_of_our_database_leaves(api):
    department = OrganisationFactory(pk=987_654_301)
    person = PersonFactory(pk=987_654_302)
    PostFactory(pk=987_654_303, person=person, organisation=department)
    cluster = ClusterFactory(pk=987_654_304)

    for path in (*LISTS, f"people/{person.uuid}/", f"organisations/{department.uuid}/"):
        assert "9876543" not in json.dumps(api.get(path))
    assert "9876543" not in json.dumps(api.get(f"clusters/{cluster.uuid}/"))


@pytest.mark.parametrize(
    ("promised", "choices"),
    [
        (contract.OrganisationKind, Organisation.Kind),
        (contract.OrganisationLevel, Organisation.Level),
        (contract.OrganisationChange, OrganisationSuccession.Kind),
    ],
)
def test_the_contract_knows_every_choice(promised, choices):
    assert set(get_args(promised)) == set(choices.values)
