"""Decisions, grants and award pages for tests and demo content."""

import datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from news.awards.models import (
    AwardAnnouncementPage,
    AwardDecision,
    AwardGrant,
    AwardsIndexPage,
    AwardTitle,
    ConsultationPage,
    EmulationMovement,
)
from news.factories import PageFactory
from people.factories import OrganisationFactory, PersonFactory


class EmulationMovementFactory(DjangoModelFactory):
    class Meta:
        model = EmulationMovement

    name = "Đoàn kết, kỷ cương, đổi mới, sáng tạo"
    year = factory.Sequence(lambda n: 2024 + n)
    launched_by = "Chủ tịch Ủy ban nhân dân tỉnh"


class AwardDecisionFactory(DjangoModelFactory):
    class Meta:
        model = AwardDecision

    number = factory.Sequence(lambda n: f"{214 + n}/QĐ-UBND")
    decided_on = datetime.date(2024, 2, 20)
    subject = "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"


class AwardGrantFactory(DjangoModelFactory):
    """A commendation of the province to one person, confirmed.

    `code=` chooses another title; the traits give it to an organisation, to a household or to
    seven unnamed people, or take it back.
    """

    class Meta:
        model = AwardGrant
        skip_postgeneration_save = True

    class Params:
        code = "BK_BNT"
        to_organisation = factory.Trait(
            recipient_kind=AwardGrant.RecipientKind.ORGANISATION,
            person=None,
            organisation=factory.SubFactory(OrganisationFactory),
        )
        to_household = factory.Trait(
            recipient_kind=AwardGrant.RecipientKind.HOUSEHOLD,
            person=None,
            recipient_name="Hộ ông Đàm Văn Thưởng",
        )
        to_unnamed = factory.Trait(
            recipient_kind=AwardGrant.RecipientKind.UNNAMED,
            person=None,
            quantity=7,
            per_unit_note="của 07 Sở Nội vụ",
        )
        proposed = factory.Trait(status=AwardGrant.Status.PROPOSED)
        revoked = factory.Trait(
            status=AwardGrant.Status.REVOKED,
            revoked_on=datetime.date(2025, 5, 12),
            revocation_note="Kê khai thành tích không đúng",
        )

    title = factory.LazyAttribute(lambda grant: AwardTitle.objects.get(code=grant.code))
    recipient_kind = AwardGrant.RecipientKind.PERSON
    person = factory.SubFactory(PersonFactory)
    year = 2023
    decider_text = "Chủ tịch Ủy ban nhân dân tỉnh"

    @factory.post_generation
    def articles(self: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            self.articles.set(extracted)


class AwardsIndexPageFactory(PageFactory):
    class Meta:
        model = AwardsIndexPage

    title = "Khen thưởng"
    slug = "khen-thuong"


class AwardAnnouncementPageFactory(PageFactory):
    class Meta:
        model = AwardAnnouncementPage

    title = "Khen thưởng tập thể, cá nhân có thành tích xuất sắc trong phong trào thi đua năm 2023"
    decision = factory.SubFactory(AwardDecisionFactory)


class ConsultationPageFactory(PageFactory):
    class Meta:
        model = ConsultationPage

    title = "Lấy ý kiến về đề nghị tặng thưởng Huân chương Độc lập"
    opens_on = datetime.date(2026, 11, 16)
    comments_email = "thiduakhenthuong@sonoivu.example.vn"
