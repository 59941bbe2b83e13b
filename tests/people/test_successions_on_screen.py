"""Who writes down what became of a body is reminded of its last day."""

import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from people.factories import OrganisationFactory
from people.models import Organisation, OrganisationSuccession

pytestmark = pytest.mark.django_db

ADD = "wagtailsnippets_people_organisationsuccession:add"


def told(client, before: Organisation) -> str:
    after = OrganisationFactory(name="Sở Nội vụ tỉnh Thái Nguyên")
    form = {"predecessor": before.pk, "successor": after.pk, "on": "01/07/2025", "kind": "merged"}
    answer = client.post(reverse(ADD), form)
    assert OrganisationSuccession.objects.get().predecessor == before
    return " ".join(map(str, get_messages(answer.wsgi_request)))


def test_a_body_that_goes_on_in_the_directory_is_told(admin_client):
    before = OrganisationFactory(name="Sở Nội vụ tỉnh Bắc Kạn")
    said = told(admin_client, before)
    assert "“Hoạt động đến hết ngày” 30/06/2025" in said
    assert f"/people/organisation/edit/{before.pk}/" in said


def test_nothing_is_told_of_one_that_has_its_last_day(admin_client):
    last_day = datetime.date(2025, 6, 30)
    said = told(admin_client, OrganisationFactory(dissolved_on=last_day))
    assert "Hoạt động đến hết ngày" not in said
