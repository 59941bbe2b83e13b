"""The report of what portals offered, and what became of each text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission

from news.syndication.models import Portal
from news.syndication.portals import offers

pytestmark = pytest.mark.django_db

BODY = "<p>Dự Hội nghị có lãnh đạo các sở, ngành của tỉnh và đại diện bảy cụm thi đua.</p>"


@pytest.fixture
def portal(site_tree) -> Portal:
    return Portal.objects.create(name="Cổng tỉnh Bắc Kạn", may_offer_articles=True)


@pytest.fixture
def offered(portal, site_tree):
    def offer(number, section="thi-dua"):
        text = offers.Offer(f"BK-{number}", f"Tin thứ {number}", BODY, section=section)
        return offers.take(portal, text).offer.article

    return offer


@pytest.fixture
def report(client):
    def read(user, **asked) -> list[tuple[str, str]]:
        client.force_login(user)
        response = client.get(reverse("syndication_offers"), asked)
        table = response.context["table"]
        title, state = table.columns["title"], table.columns["state"]
        return [(title.get_value(offer), state.get_value(offer)) for offer in table.data]

    return read


def test_editors_see_what_became_of_each(report, offered, portal, lan, admin_user):
    offered(1).save_revision().publish()
    offered(2).delete()
    offered(3)

    assert report(lan) == [("Tin thứ 3", "Đang duyệt"), ("Tin thứ 1", "Đang đăng")]
    assert ("Tin thứ 2", "Đã xóa") in report(admin_user)
    other = Portal.objects.create(name="Cổng tỉnh Cao Bằng")
    assert report(lan, portal=other.pk) == []
    assert len(report(lan, portal=portal.pk)) == 2


def test_only_what_came_again_says_when(client, offered, portal, lan):
    offered(1)
    offered(2)
    offers.take(portal, offers.Offer("BK-1", "Tin thứ nhất", BODY, section="thi-dua"))
    client.force_login(lan)

    table = client.get(reverse("syndication_offers")).context["table"]

    again = table.columns["sent_again_at"]
    assert [(offer.external_id, bool(again.get_value(offer))) for offer in table.data] == [
        ("BK-2", False),
        ("BK-1", True),
    ]


def test_nobody_sees_what_is_not_theirs_to_edit(report, offered, lan, stranger, site_tree, client):
    offered(1)
    offered(2, section=site_tree.structure.slug)
    own = lan.groups.get()
    GroupPagePermission.objects.filter(group=own).update(page=site_tree.emulation)

    assert [title for title, _state in report(lan)] == ["Tin thứ 1"]
    client.force_login(stranger)
    assert client.get(reverse("syndication_offers")).status_code == 302


def test_many_rows_are_read_with_as_many_queries_as_one(client, offered, admin_user):
    client.force_login(admin_user)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("syndication_offers"))
        return len(captured)

    offered(1)
    queries()
    few = queries()
    for number in range(2, 6):
        offered(number)
    assert queries() == few


def test_the_report_leaves_as_a_table(client, offered, admin_user):
    offered(1)
    client.force_login(admin_user)
    answer = client.get(reverse("syndication_offers"), {"export": "csv"})

    first = b"".join(answer.streaming_content).decode().splitlines()[1]
    assert first.startswith("Cổng tỉnh Bắc Kạn,BK-1,Tin thứ 1,")
