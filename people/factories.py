"""Persons, organisations and clusters for tests and demo content.

Nothing here is random: the n-th person has the same name in every run.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

import factory
from factory.django import DjangoModelFactory

from people.models import Cluster, ClusterMembership, ClusterYear, Organisation, Person, Post

MEN = (
    "Đặng Hữu Thưởng",
    "Nguyễn Đình Khương",
    "Hoàng Ngọc Đường Lâm",
    "Triệu Đức Lân",
    "Vàng Seo Páo",
    "Phùng Quốc Cường",
    "Lương Thế Vượng",
)
WOMEN = (
    "Nông Thị Kiều Oanh",
    "Nguyễn Thị Ánh Nguyệt",
    "Lò Thị Mỹ Duyên",
    "Đỗ Thị Bích Thuỷ Tiên",
    "Ma Thị Hoà",
    "Bế Thị Ngọc Ước",
    "Tôn Nữ Thị Quỳnh Giao",
)
ORGANISATIONS = (
    "Sở Nội vụ",
    "Văn phòng Sở",
    "Ban Thi đua – Khen thưởng",
    "Phòng Tổ chức, biên chế và tổ chức phi chính phủ",
    "Phòng Cải cách hành chính và văn thư, lưu trữ",
    "Trung tâm Lưu trữ lịch sử",
    "Trung tâm Dịch vụ việc làm và đào tạo, bồi dưỡng cán bộ, công chức, viên chức",
)


def nth(choices: Sequence[str], number: int) -> str:
    """The choices in turn; from the second round on with the number of the round behind."""
    turn, place = divmod(number, len(choices))
    return f"{choices[place]} {turn + 1}" if turn else choices[place]


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: nth(ORGANISATIONS, n))
    kind = Organisation.Kind.DEPARTMENT
    level = Organisation.Level.PROVINCE
    founded_on = datetime.date(1997, 1, 1)


class PersonFactory(DjangoModelFactory):
    """Women and men in turn. `PersonFactory(posts=[…])` takes unsaved posts."""

    class Meta:
        model = Person

    honorific = factory.Sequence(lambda n: (Person.Honorific.MRS, Person.Honorific.MR)[n % 2])
    full_name = factory.Sequence(lambda n: nth((WOMEN, MEN)[n % 2], n // 2))


class PostFactory(DjangoModelFactory):
    class Meta:
        model = Post

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    title = "Phó Giám đốc"
    start = datetime.date(2021, 3, 1)


class ClusterFactory(DjangoModelFactory):
    class Meta:
        model = Cluster

    name = factory.Sequence(
        lambda n: nth(("Cụm thi đua các tỉnh vùng cao", "Cụm thi đua các tỉnh trung du"), n)
    )


class ClusterMembershipFactory(DjangoModelFactory):
    class Meta:
        model = ClusterMembership

    cluster = factory.SubFactory(ClusterFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class ClusterYearFactory(DjangoModelFactory):
    """`ClusterYearFactory(deputies=[…])` names the deputies; by default there are none."""

    class Meta:
        model = ClusterYear
        skip_postgeneration_save = True

    cluster = factory.SubFactory(ClusterFactory)
    year = 2024
    head = factory.SubFactory(OrganisationFactory)

    @factory.post_generation
    def deputies(
        self: Any, create: bool, extracted: Iterable[Organisation] | None, **kwargs: Any
    ) -> None:
        if extracted:
            self.deputies.set(extracted)
            if create:
                self.save()
