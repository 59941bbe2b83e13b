"""Grants, decisions, and the pages that tell of them."""

import datetime
from typing import Any

from django.utils import timezone

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.awards.models import (
    AwardAnnouncementPage,
    AwardDecision,
    AwardGrant,
    AwardsIndexPage,
    AwardTitle,
    ConsultationNominee,
    ConsultationPage,
)
from people.models import Organisation, Person

from .room import Newsroom

MANY_GRANTS, MANY_PAGES = 8, 4


def grant_an_award(room: Newsroom) -> None:
    room.needs(AwardGrant.objects.count() < MANY_GRANTS)
    to_organisation = room.likely(0.5)
    AwardGrantFactory(
        to_organisation=to_organisation,
        rank=room.words("hạng"),  # the same twice is refused
        decision=room.one(AwardDecision.objects),
        articles=[room.article()],
        **(
            {"organisation": room.one(Organisation.objects)}
            if to_organisation
            else {"person": room.one(Person.objects)}
        ),
    )


def change_the_status_of_a_grant(room: Newsroom) -> None:
    grant = room.one(AwardGrant.objects)
    grant.status = room.chance.choice(["proposed", "confirmed", "revoked"])
    grant.revoked_on = datetime.date(2024, 5, 1) if grant.status == "revoked" else None
    grant.save()


def give_a_grant_another_decision(room: Newsroom) -> None:
    grant = room.one(AwardGrant.objects)
    grant.decision = room.one(AwardDecision.objects)
    grant.save()


def link_a_grant(room: Newsroom) -> None:
    room.one(AwardGrant.objects).articles.add(room.article())


def unlink_a_grant(room: Newsroom) -> None:
    grant = room.one(AwardGrant.objects.exclude(articles=None))
    grant.articles.remove(room.one(grant.articles.all()))


def delete_a_grant(room: Newsroom) -> None:
    room.one(AwardGrant.objects).delete()


def correct_a_decision(room: Newsroom) -> None:
    decision = room.one(AwardDecision.objects)
    decision.subject = room.words("Về việc tặng Bằng khen")
    decision.signer = room.one(Person.objects)
    decision.save()


def rename_an_award_title(room: Newsroom) -> None:
    title = room.one(AwardTitle.objects.filter(grants__isnull=False).distinct())
    title.name = room.words("Bằng khen")
    title.save()


def announce(room: Newsroom) -> None:
    room.needs(AwardAnnouncementPage.objects.count() < MANY_PAGES)
    AwardAnnouncementPageFactory(
        parent=AwardsIndexPage.objects.get(locale__language_code="vi"),
        title=room.words("Khen thưởng"),
        decision=room.one(AwardDecision.objects),
    )


def announce_another_decision(room: Newsroom) -> None:
    page: Any = room.one(AwardAnnouncementPage.objects.filter(alias_of=None))
    page.decision = room.one(AwardDecision.objects)
    page.more_grants = [room.one(AwardGrant.objects)]
    page.save_revision().publish()


def consult(room: Newsroom) -> None:
    room.needs(ConsultationPage.objects.count() < MANY_PAGES)
    ConsultationPageFactory(
        parent=AwardsIndexPage.objects.get(locale__language_code="vi"),
        title=room.words("Lấy ý kiến"),
        opens_on=timezone.localdate(),
        nominees=[
            ConsultationNominee(
                title=room.one(AwardTitle.objects), recipient_name=room.words("Tập thể")
            )
        ],
    )


def delete_a_page_of_awards(room: Newsroom) -> None:
    model = room.chance.choice([AwardAnnouncementPage, ConsultationPage])
    room.one(model.objects).delete()


OPERATIONS = (
    *[grant_an_award] * 3, *[change_the_status_of_a_grant] * 2, give_a_grant_another_decision,
    *[link_a_grant] * 2, unlink_a_grant, delete_a_grant, correct_a_decision,
    rename_an_award_title, *[announce] * 2, announce_another_decision, *[consult] * 2,
    delete_a_page_of_awards,
)  # fmt: skip
