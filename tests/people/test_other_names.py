"""What bodies were called, as those say it who live there."""

import pytest

from people.factories import OrganisationFactory
from people.models import OrganisationName
from people.other_names import organisations
from search.templatetags.telling_tags import why

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    ("former", "now", "said"),
    [
        (
            "Ban Tổ chức chính quyền tỉnh Bắc Kạn",
            "Sở Nội vụ tỉnh Bắc Kạn",
            ("Ban Tổ chức chính quyền", "Sở Nội vụ"),
        ),
        (
            "Sở Lao động - Thương binh và Xã hội Bà Rịa - Vũng Tàu",
            "Sở Nội vụ Thành phố Hồ Chí Minh",
            ("Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ"),
        ),
    ],
)
def test_a_former_name_is_known_without_its_province(former, now, said):
    OrganisationName.objects.create(organisation=OrganisationFactory(name=now), name=former)

    exchanged = {(each.name, each.other): each for each in organisations()}

    assert why(exchanged[said]) == f"Việc của {said[0]} nay do {said[1]} đảm nhận"
    assert said[::-1] not in exchanged


def test_names_that_say_nothing_without_their_province_are_left_whole():
    organisation = OrganisationFactory(name="Sở Nội vụ tỉnh Bắc Kạn")
    OrganisationName.objects.create(organisation=organisation, name="Ty Hà Nội")
    OrganisationName.objects.create(organisation=organisation, name="Ty Tổ chức")

    assert {each.name for each in organisations()} == {
        "Ty Hà Nội",
        "Ty Tổ chức",
        "Sở Nội vụ tỉnh Bắc Kạn",
    }
