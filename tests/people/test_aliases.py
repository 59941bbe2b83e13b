"""Other ways to write a name are typed one a line, and are always a list of words."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from people.factories import ClusterFactory, OrganisationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(params=[OrganisationFactory, ClusterFactory])
def body(request):
    return request.param(aliases=["UBND tỉnh", "Uỷ ban"])


def form_of(body, client):
    screen = client.get(address_of(body)).content.decode()
    forms = BeautifulSoup(screen, "html.parser").find_all("form")
    place, field = next(
        (place, field)
        for place, form in enumerate(forms)
        if (field := form.find("textarea", attrs={"name": "aliases"}))
    )
    return field.text.strip(), querydict_from_html(screen, form_index=place)


def address_of(body) -> str:
    return reverse(f"wagtailsnippets_people_{body._meta.model_name}:edit", args=[body.pk])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", []),
        ("UBND tỉnh", ["UBND tỉnh"]),
        ("  UBND  tỉnh \r\n\r\nUỷ ban\r\nUBND tỉnh", ["UBND tỉnh", "Uỷ ban"]),
        ('"UBND"', ['"UBND"']),
        ("5", ["5"]),
    ],
)
def test_what_is_typed_is_kept_line_by_line(admin_client, body, typed, kept):
    shown, form = form_of(body, admin_client)
    assert shown.splitlines() == ["UBND tỉnh", "Uỷ ban"]
    form["aliases"] = typed

    assert admin_client.post(address_of(body), form).status_code == 302

    body.refresh_from_db()
    assert body.aliases == kept
    assert form_of(body, admin_client)[0].splitlines() == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [("UBND\n – ", "“–”: cần có chữ cái hoặc chữ số."), ("UB\x00ND", "Không được có ký tự rỗng")],
)
def test_what_nobody_could_search_for_is_refused(admin_client, body, typed, said):
    _, form = form_of(body, admin_client)
    form["aliases"] = typed
    answer = admin_client.post(address_of(body), form)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    body.refresh_from_db()
    assert body.aliases == ["UBND tỉnh", "Uỷ ban"]
