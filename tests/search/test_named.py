"""Persons, offices and clusters stand above the answers when their name was typed."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Collection, CollectionViewRestriction

from news.factories import ArticlePageFactory, PhotoFactory
from people.factories import ClusterFactory, OrganisationFactory, PersonFactory, PostFactory
from people.models import Organisation
from search import named as named_module
from search import views
from search.backends import rows
from search.named import Named, NamedKind, named_in, named_kinds, register_named
from search.suggestions import suggestions

from .library import write_many

pytestmark = pytest.mark.django_db

DEPARTMENT = "Sở Nội vụ tỉnh Thái Nguyên"
COUNCIL = "Hội đồng Thi đua – Khen thưởng tỉnh Lam Giang"


@pytest.fixture
def kinds(monkeypatch):
    """The registered kinds, put back in the end."""
    monkeypatch.setattr(named_module, "_kinds", list(named_module._kinds))
    return named_module._kinds


@pytest.fixture
def offices(write_index):
    def make(*names):
        made = [OrganisationFactory(name=name) for name in names]
        write_index()
        return made

    return make


def names(typed: str) -> list[str]:
    return [each.name for each in named_in(typed)]


def test_a_person_is_shown_with_posts_held_today(write_index):
    sua = PersonFactory(full_name="Giàng Thị Súa")
    office = OrganisationFactory(name="Văn phòng Sở")
    PostFactory(person=sua, organisation=office, title="Chánh Văn phòng")
    past = {"start": datetime.date(2015, 1, 1), "end": datetime.date(2020, 12, 31)}
    PostFactory(person=sua, organisation=office, title="Chuyên viên", **past)
    write_index()

    (found,) = named_in("giàng thị súa")

    assert (found.kind, found.kind_label) == ("person", "Nhân sự")
    assert (found.name, found.url) == ("Giàng Thị Súa", sua.get_absolute_url())
    assert "Chánh Văn phòng" in found.description
    assert "Chuyên viên" not in found.description


def test_who_reads_english_is_told_posts_and_kinds_in_english_where_they_are_written_down(
    write_index,
):
    sua = PersonFactory(full_name="Giàng Thị Súa")
    office = OrganisationFactory(name="Văn phòng Sở", name_en="Department Office", kind="office")
    first = PostFactory(person=sua, organisation=office, title="Chánh Văn phòng", title_en="Chief")
    write_index()

    with translation.override("en"):
        (person,), (body,) = named_in("giàng thị súa"), named_in("văn phòng sở")
        first.title_en = ""
        first.save()
        (in_vietnamese,) = named_in("giàng thị súa")

    assert person.description == "Chief, Department Office"
    assert body.description == "Office or division"
    assert '<span lang="vi">Chánh Văn phòng' in in_vietnamese.description


def asked_with(client, typed: str) -> tuple[str, int]:
    client.get("/tim-kiem/", {"q": typed})  # sizes of photos are made, what is remembered is known
    with CaptureQueriesContext(connection) as asked:
        html = client.get("/tim-kiem/", {"q": typed}).content.decode()
    return html, len(asked)


@pytest.mark.parametrize(
    "typed", ["lò thị khải", "lo thi khai", "Lò thi khải", "Lof Thij Khair", "khải lò"]
)
def test_a_name_may_be_typed_in_any_way(write_index, typed):
    PersonFactory(full_name="Lò Thị Khải")
    write_index()
    assert names(typed) == ["Lò Thị Khải"]


@pytest.mark.parametrize("typed", ["lò thị khái", "Lô Thị Khải", "lo thi khais"])
def test_a_name_with_other_accents_is_somebody_elses(write_index, typed):
    """Also where no text has that name."""
    PersonFactory(full_name="Lò Thị Khải")
    write_index()
    assert names(typed) == []


def test_a_person_is_shown_with_the_portrait(site_tree, client, write_index):
    portrait = PhotoFactory()
    PersonFactory(full_name="Giàng Thị Súa", portrait=portrait)
    PersonFactory(full_name="Lò Thị Phương")
    write_index()

    html, _ = asked_with(client, "giàng thị súa")
    (box,) = re.findall('<div class="person-card named">.*?<div>', html, re.DOTALL)
    (size,) = portrait.renditions.all()
    assert f'src="{size.url}"' in box
    assert f'alt="" class="portrait" height="{size.height}"' in box
    assert f'width="{size.width}"' in box
    assert "<svg" not in box

    html, _ = asked_with(client, "lò thị phương")
    assert '<svg class="tone-picture' in html
    assert 'class="portrait"' not in html


def test_a_second_portrait_costs_only_the_posts_of_its_person(site_tree, client, write_index):
    PersonFactory(full_name="Giàng Thị Súa", portrait=PhotoFactory())
    write_index()
    _, with_one = asked_with(client, "giàng thị súa")
    PersonFactory(full_name="Giàng Thị Súa", portrait=PhotoFactory())
    write_index()

    html, with_two = asked_with(client, "giàng thị súa")

    assert html.count('class="portrait"') == 2
    assert with_two == with_one + 1


def test_a_portrait_in_a_private_collection_is_not_shown(site_tree, client, write_index):
    hidden = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=hidden, restriction_type="login")
    PersonFactory(full_name="Giàng Thị Súa", portrait=PhotoFactory(collection=hidden))
    write_index()
    html, _ = asked_with(client, "giàng thị súa")
    assert 'class="portrait"' not in html


@pytest.fixture
def archives(write_index):
    name = "Trung tâm Lưu trữ lịch sử tỉnh"
    english = "Provincial Historical Archives Centre"
    office = OrganisationFactory(name=name, name_en=english, kind="unit")
    ClusterFactory(name="Cụm thi đua số 2", name_en="Emulation Cluster No. 2")
    write_index()
    return office


@pytest.mark.parametrize("typed", ["archives", "provincial centre", "Historical ARCHIVES Centre"])
def test_who_reads_english_finds_by_any_part_of_an_english_name(archives, client, typed):
    address = archives.get_absolute_url()
    html = client.get("/en/tim-kiem/", {"q": typed}).content.decode()
    assert f'<a href="/en{address}">{archives.name_en}</a>' in html


def test_who_reads_vietnamese_finds_by_half_of_an_english_name(archives, client):
    assert names("provincial historical archives centre") == [archives.name]
    assert names("emulation cluster") == ["Cụm thi đua số 2"]
    assert names("archives") == []
    html = client.get("/tim-kiem/", {"q": "historical archives centre"}).content.decode()
    assert f'<a href="{archives.get_absolute_url()}">{archives.name}</a>' in html


def test_a_name_in_vietnamese_is_shown_in_english_to_who_reads_it(archives, client):
    html = client.get("/en/tim-kiem/", {"q": "trung tâm lưu trữ lịch sử"}).content.decode()
    assert f">{archives.name_en}</a>" in html


def test_an_english_name_is_suggested_when_it_is_what_was_begun(archives):
    def suggested(typed: str) -> list[str]:
        return [each.text for each in suggestions(typed)]

    assert suggested("historical arch") == [archives.name_en]
    assert suggested("lưu trữ") == [archives.name]


def test_an_office_is_shown_with_its_kind(offices):
    (office,) = offices(DEPARTMENT)
    assert named_in("sở nội vụ tỉnh thái nguyên") == [
        Named(
            "organisation",
            "Cơ quan",
            DEPARTMENT,
            office.get_absolute_url(),
            Organisation.Kind.DEPARTMENT.label,
        )
    ]


def test_a_cluster_is_shown(write_index):
    cluster = ClusterFactory(name="Cụm thi đua số 2")
    write_index()
    (found,) = named_in("cụm thi đua số 2")
    assert (found.kind_label, found.url) == ("Cụm thi đua", cluster.get_absolute_url())


def test_the_search_page_shows_it_on_the_first_page_and_unfiltered_only(
    offices, client, site_tree, monkeypatch
):
    monkeypatch.setattr(views, "RESULTS_PER_PAGE", 1)
    for _ in "ab":
        ArticlePageFactory(parent=site_tree.emulation, title=DEPARTMENT)
    (office,) = offices(DEPARTMENT)

    def html(**parameters) -> str:
        answer = client.get("/tim-kiem/", {"q": "Sở Nội vụ Thái Nguyên", **parameters})
        return answer.content.decode()

    assert office.get_absolute_url() in html()
    assert office.get_absolute_url() not in html(page="2")
    assert office.get_absolute_url() not in html(type="article")


@pytest.mark.parametrize(
    "typed",
    [
        "Sở Nội vụ tỉnh Thái Nguyên",
        "so noi vu tinh thai nguyen",
        "SỞ NỘI VỤ THÁI NGUYÊN",
        "nội vụ thái nguyên",
        "sở nội vụ",
    ],
)
def test_half_of_a_name_is_enough_with_or_without_accents(offices, typed):
    offices(DEPARTMENT)
    assert names(typed) == [DEPARTMENT]


@pytest.mark.parametrize(
    "typed", ["thi đua", "khen thưởng", "thái nguyên", "phòng", "?!", "sở nội vụ tỉnh bắc kạn"]
)
def test_common_words_that_names_also_hold_show_nothing(offices, typed):
    offices(DEPARTMENT, COUNCIL, "Văn phòng")
    assert names(typed) == []


def test_the_nearest_names_are_shown_and_no_more_than_two(offices):
    offices(
        "Sở Nội vụ tỉnh Thái Nguyên", "Sở Nội vụ Lào Cai", "Sở Nội vụ tỉnh Điện Biên", "Sở Nội vụ"
    )
    assert names("sở nội vụ") == ["Sở Nội vụ", "Sở Nội vụ Lào Cai"]


def test_a_name_is_nearest_whatever_its_kind(offices, write_index):
    PersonFactory(full_name="Nguyễn Thị Thái Nguyên")
    offices("Thái Nguyên")
    assert names("thái nguyên") == ["Thái Nguyên", "Nguyễn Thị Thái Nguyên"]


@pytest.mark.parametrize("small", [0, 500])
def test_the_few_of_a_kind_are_found_among_many_of_others(offices, site_tree, monkeypatch, small):
    """In both ways to search: the best of all kinds first, or those of the kind first."""
    monkeypatch.setattr(rows, "SMALL", small)
    write_many(site_tree.structure, [f"{DEPARTMENT} họp phiên {number}" for number in range(250)])
    offices(*(f"{DEPARTMENT} cơ sở {number}" for number in range(4)), DEPARTMENT)

    assert names("sở nội vụ tỉnh thái nguyên")[0] == DEPARTMENT
    assert len(names("sở nội vụ tỉnh thái nguyên")) == 2


@pytest.mark.parametrize("typed", ["sở nội vụ " * 30, "a" * 300, '"sở nội" OR *', "sở\x00nội vụ"])
def test_whatever_is_typed_it_answers(offices, typed):
    offices(DEPARTMENT)
    assert names(typed) in ([], [DEPARTMENT])


def test_registering_a_kind_again_replaces_it(kinds):
    again = NamedKind("person", "Người", "full_name", lambda: Organisation.objects.none())
    before = len(named_kinds())
    register_named(again)
    assert len(named_kinds()) == before
    assert again in named_kinds()
