"""/nhan-su/: who holds which post, today and on any day of the past."""

import datetime

import pytest
import time_machine
from django.core.cache import cache, caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.awards.factories import AwardGrantFactory
from news.factories import ArticlePageFactory, PhotoFactory
from news.models import ArticleOrganisation, ArticleParticipant
from people.factories import (
    ClusterFactory,
    ClusterMembershipFactory,
    ClusterYearFactory,
    OrganisationFactory,
    PersonFactory,
    PostFactory,
)
from people.models import Organisation, OrganisationName, OrganisationSuccession

pytestmark = pytest.mark.django_db


@pytest.fixture
def department():
    return OrganisationFactory(name="Sở Nội vụ")


@pytest.fixture
def office(department):
    return OrganisationFactory(name="Văn phòng Sở", parent=department)


@pytest.fixture
def oanh(department):
    oanh = PersonFactory(honorific="bà", full_name="Nông Thị Kiều Oanh")
    PostFactory(
        person=oanh,
        organisation=department,
        title="Phó Giám đốc",
        start=datetime.date(2019, 5, 1),
        end=datetime.date(2024, 2, 29),
    )
    PostFactory(
        person=oanh, organisation=department, title="Giám đốc", start=datetime.date(2024, 3, 1)
    )
    return oanh


def words(client, path, **query):
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_directory_shows_units_under_their_department(client, department, office, oanh):
    response = client.get("/nhan-su/")
    (branch,) = response.context["branches"]
    assert branch["organisation"] == department
    assert [str(post) for post in branch["posts"]] == ["Giám đốc Sở Nội vụ"]
    assert [unit["organisation"] for unit in branch["units"]] == [office]
    assert "Nông Thị Kiều Oanh" in response.content.decode()


def test_an_organisation_that_is_gone_is_not_in_the_directory(client, department):
    gone = OrganisationFactory(
        name="Sở Lao động – Thương binh và Xã hội", dissolved_on=datetime.date(2025, 2, 28)
    )
    unit = OrganisationFactory(name="Phòng Người có công", parent=gone)
    shown = {branch["organisation"] for branch in client.get("/nhan-su/").context["branches"]}
    assert shown == {department, unit}


def test_bodies_that_are_each_others_parent_stand_at_the_top_with_what_is_below_them(
    client, department, office
):
    Organisation.objects.filter(pk=department.pk).update(parent=office)
    archive = OrganisationFactory(name="Trung tâm Lưu trữ", parent=office)
    branches = {
        branch["organisation"]: [unit["organisation"] for unit in branch["units"]]
        for branch in client.get("/nhan-su/").context["branches"]
    }
    assert branches == {department: [], office: [archive]}


def test_the_directory_of_an_earlier_day_has_the_names_and_holders_of_that_day(
    client, department, office, oanh
):
    OrganisationName.objects.create(
        organisation=department, name="Ban Tổ chức chính quyền", end=datetime.date(2024, 2, 29)
    )
    page = words(client, "/nhan-su/", ngay="29/02/2024")
    assert "<b>29/02/2024</b>" in page
    assert "Ban Tổ chức chính quyền" in page
    assert "Phó Giám đốc" in page
    page = words(client, "/nhan-su/", ngay="01/03/2024")
    assert "Ban Tổ chức chính quyền" not in page
    assert "Phó Giám đốc" not in page


def test_the_directory_says_which_organisations_ended_and_what_they_are_now(client, department):
    gone = OrganisationFactory(name="Sở Lao động", dissolved_on=datetime.date(2025, 2, 28))
    OrganisationSuccession.objects.create(
        predecessor=gone, successor=department, on=datetime.date(2025, 3, 1)
    )
    page = words(client, "/nhan-su/")
    assert "đến hết ngày 28/02/2025" in page
    assert "nay là" in page
    assert '?ngay=28/02/2025">Trước 01/03/2025' in page  # before the last change
    before = client.get("/nhan-su/", {"ngay": "28/02/2025"})
    assert gone in {branch["organisation"] for branch in before.context["branches"]}
    assert "nay là" not in before.content.decode()


def test_a_post_that_nobody_holds_is_said_to_be_vacant(client, department, office):
    PostFactory(organisation=department, end=datetime.date(2024, 2, 29))
    page = words(client, "/nhan-su/")
    assert page.count("Chức vụ đang khuyết.") == 1  # of the office no post is known


def test_a_day_of_which_nothing_can_be_known_is_answered_with_a_remark(client, department, oanh):
    first = datetime.date(1999, 5, 1)
    PostFactory(
        organisation=department, start=None, attested_on=first, end=datetime.date(2000, 1, 1)
    )
    before = words(client, "/nhan-su/", ngay="01/01/1800")
    assert f"sớm nhất trong danh bạ bắt đầu ngày {first:%d/%m/%Y}" in before
    assert "đang khuyết" not in before
    ahead = words(client, "/nhan-su/", ngay="01/01/2100")
    assert "Ngày này chưa tới" in ahead
    for typed in ("", "01/03/2024", f"{first:%d/%m/%Y}"):
        page = words(client, "/nhan-su/", ngay=typed)
        assert "chưa tới" not in page
        assert "sớm nhất trong danh bạ" not in page


@pytest.mark.parametrize("typed", ["30/02/2024", "hôm qua", "<b>", "\0", "01/01/0001"])
def test_any_day_may_be_typed_at_the_directory(client, department, oanh, typed):
    page = words(client, "/nhan-su/", ngay=typed)
    assert ("Không có ngày" in page) == (typed != "01/01/0001")
    assert "<b>”" not in page


@pytest.mark.parametrize("path", ["/nhan-su/", "/nhan-su/co-quan/so-noi-vu/"])
def test_ten_people_with_portraits_take_as_many_queries_as_one(client, department, path):
    def queries():
        client.get(path)  # makes the sizes
        cache.clear()
        caches["renditions"].clear()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(path).content.count(b"<img") >= 1
        return len(asked)

    PostFactory(organisation=department, person__portrait=PhotoFactory())
    of_one = queries()
    for _ in range(9):
        PostFactory(organisation=department, person__portrait=PhotoFactory())
    assert queries() == of_one


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("29/02/2024", "<b>29/02/2024:</b> Phó Giám đốc Sở Nội vụ"),
        ("01/03/2024", "<b>01/03/2024:</b> Giám đốc Sở Nội vụ"),
        (" 1/3/2024 ", "<b>01/03/2024:</b> Giám đốc Sở Nội vụ"),
        ("1.3.2024", "<b>01/03/2024:</b> Giám đốc Sở Nội vụ"),
        ("01-03-2024", "<b>01/03/2024:</b> Giám đốc Sở Nội vụ"),
        ("30/04/2019", "không thấy chức vụ nào được ghi"),
        ("30/02/2024", "Không có ngày “30/02/2024”"),
        ("2024-02-29", "Không có ngày"),
        ("hôm qua", "Không có ngày “hôm qua”"),
        ("<b>", "Không có ngày “&lt;b&gt;”"),
    ],
)
def test_a_reader_may_ask_for_the_posts_of_any_day(client, oanh, typed, shown):
    page = words(client, oanh.get_absolute_url(), ngay=typed)
    assert shown in " ".join(page.split())


def test_the_posts_of_today_depend_on_today(client, oanh):
    with time_machine.travel(datetime.datetime(2024, 2, 29, 3, tzinfo=datetime.UTC)):
        response = client.get(oanh.get_absolute_url())
    assert [post.title for post in response.context["current_posts"]] == ["Phó Giám đốc"]


def test_a_person_is_shown_with_public_articles_and_confirmed_grants(client, oanh, site_tree):
    for title, published in (("Tin đã đăng", True), ("Tin nháp", False)):
        ArticlePageFactory(
            parent=site_tree.emulation,
            title=title,
            published=published,
            participants=[ArticleParticipant(name="Nông Thị Kiều Oanh", person=oanh)],
        )
    AwardGrantFactory(person=oanh, title_as_printed="Bằng khen của Bộ trưởng")
    AwardGrantFactory(person=oanh, title_as_printed="Giấy khen đề xuất", proposed=True)
    page = words(client, oanh.get_absolute_url())
    assert "Tin đã đăng" in page
    assert "Tin nháp" not in page
    assert "Bằng khen của Bộ trưởng" in page
    assert "Giấy khen đề xuất" not in page


def test_whoever_decided_an_award_is_named_beside_a_title_that_does_not_say_so(client, department):
    for printed in ("Bằng khen của Chủ tịch Uỷ ban nhân dân tỉnh", "Bằng khen"):
        AwardGrantFactory(organisation=department, to_organisation=True, title_as_printed=printed)
    page = words(client, department.get_absolute_url())
    assert page.count("do Chủ tịch Ủy ban nhân dân tỉnh tặng") == 1


def test_an_organisation_is_shown_with_its_people_units_names_and_articles(
    client, department, office, oanh, site_tree
):
    OrganisationName.objects.create(
        organisation=department, name="Ban Tổ chức chính quyền", end=datetime.date(2004, 1, 31)
    )
    ArticlePageFactory(
        parent=site_tree.emulation,
        title="Tin của Sở",
        organisation_rows=[ArticleOrganisation(organisation=department)],
    )
    page = words(client, department.get_absolute_url())
    for shown in ("Nông Thị Kiều Oanh", "Văn phòng Sở", "Ban Tổ chức chính quyền", "Tin của Sở"):
        assert shown in page


def test_a_cluster_is_shown_with_members_head_and_deputies(client, department):
    cluster = ClusterFactory(name="Cụm thi đua các tỉnh vùng cao")
    deputy = OrganisationFactory(name="Sở Nội vụ tỉnh bạn")
    ClusterMembershipFactory(cluster=cluster, organisation=department)
    ClusterYearFactory(cluster=cluster, year=2024, head=department, deputies=[deputy])
    page = words(client, cluster.get_absolute_url())
    for shown in ("Cụm thi đua các tỉnh vùng cao", "2024", "Sở Nội vụ tỉnh bạn"):
        assert shown in page


@pytest.mark.parametrize("path", ["ai-do/", "co-quan/khong-co/", "cum-thi-dua/khong-co/"])
def test_nobody_of_that_name_is_a_page_not_found(client, path):
    assert client.get(f"/nhan-su/{path}").status_code == 404


def test_the_day_to_type_is_an_example_and_not_one_that_is_chosen(client, oanh):
    assert 'placeholder="ví dụ 29/02/2024"' in words(client, oanh.get_absolute_url())
    assert 'placeholder="e.g. 29/02/2024"' in words(client, "/en" + oanh.get_absolute_url())
