"""What the form of a cluster says of rows that are there twice."""

import datetime

import pytest
from django.urls import reverse

from people.factories import ClusterFactory, ClusterMembershipFactory, OrganisationFactory
from people.models import Cluster

pytestmark = pytest.mark.django_db


def sent(client, *, members=(), years=(), cluster=None):
    """The form as it comes from a browser, with these rows."""
    form = {"name": "Cụm thi đua số 1", "slug": "", "aliases": ""}
    for prefix, rows in (("memberships", members), ("years", years)):
        known = sum("id" in row for row in rows)
        form |= {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": known}
        for number, row in enumerate(rows):
            form |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    to = "edit" if cluster else "add"
    address = reverse(f"wagtailsnippets_people_cluster:{to}", args=[cluster.pk] if cluster else [])
    return client.post(address, form)


def test_nobody_is_a_member_twice_at_a_time(admin_client):
    body = OrganisationFactory()
    answer = sent(admin_client, members=[{"organisation": body.pk}, {"organisation": body.pk}])
    assert "Cơ quan này đã có ở trên" in answer.content.decode()
    assert not Cluster.objects.exists()


def test_nor_beside_who_is_one_already(admin_client):
    cluster = ClusterFactory()
    member = ClusterMembershipFactory(cluster=cluster, end=None)
    again = {"organisation": member.organisation_id}
    answer = sent(admin_client, cluster=cluster, members=[again | {"id": member.pk}, again])
    assert "Cơ quan này đã có ở trên" in answer.content.decode()


def test_who_left_may_come_back(admin_client):
    body = OrganisationFactory()
    first = {"organisation": body.pk, "start": "01/01/2020", "end": "31/12/2022"}
    assert sent(admin_client, members=[first, {"organisation": body.pk}]).status_code == 302
    ends = [each.end for each in Cluster.objects.get().memberships.all()]
    assert sorted(ends, key=str) == [datetime.date(2022, 12, 31), None]


def test_a_year_that_is_there_twice_is_told_by_its_name_on_the_screen(admin_client):
    answer = sent(admin_client, years=[{"year": "2026"}, {"year": "2026"}]).content.decode()
    assert "Mỗi năm chỉ ghi một lần." in answer
    assert "cluster và year" not in answer
