"""Grants: what the register accepts, refuses and counts."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse

from news.awards.factories import (
    AwardDecisionFactory,
    AwardGrantFactory,
    EmulationMovementFactory,
)
from news.awards.models import AwardDecision, AwardGrant, AwardTitle
from news.awards.models.grants import recipients
from news.factories import ArticlePageFactory
from people.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoa():
    return PersonFactory(full_name="Ma Thị Hoà")


@pytest.fixture
def office():
    return OrganisationFactory(name="Văn phòng Ủy ban nhân dân tỉnh")


def test_a_grant_to_a_person_carries_the_name_as_it_was_that_day(hoa):
    grant = AwardGrantFactory(person=hoa)
    hoa.full_name = "Ma Thị Hoà Bình"
    hoa.save()
    grant.refresh_from_db()
    assert grant.recipient_name == "Ma Thị Hoà"
    assert str(grant) == "Bằng khen của Bộ, ban, ngành, tỉnh – Ma Thị Hoà"


def test_seven_unnamed_people_are_one_grant_and_seven_recipients():
    grant = AwardGrantFactory(to_unnamed=True)
    assert grant.recipient == "7 cá nhân"
    assert AwardGrant.objects.count() == 1
    assert recipients(AwardGrant.objects.confirmed()) == 7


def test_proposed_and_revoked_grants_are_not_counted():
    AwardGrantFactory(to_unnamed=True)
    AwardGrantFactory()
    AwardGrantFactory(proposed=True)
    AwardGrantFactory(revoked=True)
    AwardGrantFactory(to_unnamed=True, revoked=True)
    assert recipients(AwardGrant.objects.confirmed()) == 8
    assert recipients([]) == 0


def test_the_public_register_shows_revoked_grants_but_no_proposed_ones():
    shown = {AwardGrantFactory(), AwardGrantFactory(revoked=True)}
    AwardGrantFactory(proposed=True)
    assert set(AwardGrant.objects.public()) == shown


@pytest.mark.parametrize(
    "fields",
    [
        {"quantity": 0},
        {"quantity": 2},
        {"to_unnamed": True, "quantity": 0},
        {"person": None, "recipient_name": ""},
        {"year": 2024, "year_to": 2023},
        {"status": "revoked"},
    ],
    ids=[
        "none at all",
        "two of one named person",
        "a group of none",
        "nobody",
        "years backwards",
        "revoked on no day",
    ],
)
def test_the_database_refuses_a_grant_that_cannot_be(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        AwardGrantFactory(**fields)


@pytest.mark.parametrize("kind", ["person", "organisation", "household", "unnamed"])
def test_the_database_refuses_a_recipient_that_does_not_fit_its_kind(kind, hoa, office):
    wrong = [{"person": hoa, "organisation": office}]
    if kind != "person":
        wrong.append({"person": hoa})
    if kind != "organisation":
        wrong.append({"person": None, "organisation": office})
    for recipient in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            AwardGrantFactory(recipient_kind=kind, recipient_name="Ai đó", **recipient)


def test_a_person_who_is_only_a_name_can_be_honoured():
    grant = AwardGrantFactory(person=None, recipient_name="Ông Sùng A Dế")
    grant.full_clean()
    assert grant.recipient == "Ông Sùng A Dế"


def test_the_same_award_of_one_decision_is_recorded_once(hoa, office):
    decision = AwardDecisionFactory()
    AwardGrantFactory(person=hoa, decision=decision)
    AwardGrantFactory(to_organisation=True, organisation=office, decision=decision)
    with pytest.raises(IntegrityError), transaction.atomic():
        AwardGrantFactory(person=hoa, decision=decision)
    with pytest.raises(IntegrityError), transaction.atomic():
        AwardGrantFactory(to_organisation=True, organisation=office, decision=decision)


def test_a_second_year_another_decision_and_a_renewed_grant_are_no_repetition(hoa):
    decision = AwardDecisionFactory()
    AwardGrantFactory(person=hoa, decision=decision)
    AwardGrantFactory(person=hoa, decision=decision, year=2022)
    AwardGrantFactory(person=hoa, decision=AwardDecisionFactory())
    AwardGrantFactory(person=hoa, decision=decision, revoked=True)
    assert hoa.grants.count() == 4


def test_a_title_with_ranks_needs_one(hoa):
    grant = AwardGrantFactory(code="HC_LD", person=hoa)
    with pytest.raises(ValidationError, match="cần ghi hạng: hạng Nhất, hạng Nhì, hạng Ba"):
        grant.full_clean()
    grant.rank = "hạng Ba"
    grant.full_clean()
    assert grant.shown_title == "Huân chương Lao động hạng Ba"


@pytest.mark.parametrize("written", ["Ba", "Hạng ba", "hạng 3", "III"])
def test_a_rank_is_known_however_it_is_written(hoa, written):
    grant = AwardGrantFactory(code="HC_LD", person=hoa, rank=written)
    grant.full_clean()
    assert grant.rank == "hạng Ba"


def test_a_rank_the_title_does_not_have_is_refused(hoa):
    grant = AwardGrantFactory(code="HC_LD", person=hoa, rank="hạng Tư")
    with pytest.raises(ValidationError, match="hạng"):
        grant.full_clean()


@pytest.mark.parametrize(
    ("code", "fields", "fits"),
    [
        ("CO_CP", {}, False),
        ("CO_CP", {"to_organisation": True}, True),
        ("CSTD_TQ", {"to_organisation": True}, False),
        ("GDVH", {"to_household": True}, True),
        ("GDVH", {}, False),
        ("BK_BNT", {"to_unnamed": True}, True),
    ],
)
def test_a_title_goes_only_to_those_the_law_names(code, fields, fits):
    grant = AwardGrantFactory(code=code, **fields)
    if fits:
        grant.full_clean()
    else:
        with pytest.raises(ValidationError, match="không dành cho đối tượng này"):
            grant.full_clean()


@pytest.mark.parametrize(
    ("code", "decided_on", "in_time"),
    [
        ("CSTD_BNT_2003", datetime.date(2023, 12, 31), True),
        ("CSTD_BNT_2003", datetime.date(2024, 1, 1), False),
        ("CSTD_BNT", datetime.date(2023, 12, 31), False),
        ("CSTD_BNT", datetime.date(2024, 1, 1), True),
        ("CSTD_BNT", None, True),
    ],
)
def test_a_decision_outside_the_life_of_the_title_is_refused(code, decided_on, in_time):
    decision = AwardDecisionFactory(decided_on=decided_on)
    grant = AwardGrantFactory(code=code, decision=decision)
    if in_time:
        grant.full_clean()
    else:
        with pytest.raises(ValidationError, match="Ngày ký nằm ngoài"):
            grant.full_clean()


def test_an_award_nobody_knows_a_decision_of_is_accepted():
    AwardGrantFactory(decision=None, decider_text="Bộ trưởng Bộ Nội vụ", year=None).full_clean()


def test_whoever_decided_is_shown_as_printed_or_else_by_name(office):
    printed = AwardGrantFactory(decider=office, decider_text="Chủ tịch nước")
    assert printed.decided_by == "Chủ tịch nước"
    assert AwardGrantFactory(decider=office, decider_text="").decided_by == office.name
    assert AwardGrantFactory(decider_text="").decided_by == ""


def test_the_printed_title_wins_over_the_name_in_law():
    grant = AwardGrantFactory(title_as_printed="Bằng khen của Bộ trưởng Bộ Nội vụ")
    assert grant.shown_title == "Bằng khen của Bộ trưởng Bộ Nội vụ"
    assert AwardTitle.objects.get(code="BK_BNT") == grant.title


def test_who_holds_a_grant_cannot_be_deleted(hoa):
    AwardGrantFactory(person=hoa)
    with pytest.raises(ProtectedError):
        hoa.delete()


def test_a_list_of_grants_takes_one_query(django_assert_num_queries):
    for _ in range(3):
        AwardGrantFactory(decision=AwardDecisionFactory())
    with django_assert_num_queries(1):
        for grant in AwardGrant.objects.public().for_display():
            str(grant), str(grant.decision), str(grant.person), grant.decided_by


def test_a_decision_has_a_number_or_a_subject():
    assert (
        str(AwardDecisionFactory(number="214/QĐ-UBND")) == "Quyết định 214/QĐ-UBND ngày 20/02/2024"
    )
    subject = "Khen thưởng đột xuất trong phòng, chống lũ quét"
    assert str(AwardDecisionFactory(number="", subject=subject, decided_on=None)) == subject
    with pytest.raises(IntegrityError), transaction.atomic():
        AwardDecisionFactory(number="", subject="")


def test_a_decision_number_stands_once_a_day_but_again_next_year():
    decision = AwardDecisionFactory(number="5/QĐ-SNV")
    AwardDecisionFactory(number="5/QĐ-SNV", decided_on=datetime.date(2025, 2, 20))
    with pytest.raises(IntegrityError), transaction.atomic():
        AwardDecisionFactory(number="5/QĐ-SNV", decided_on=decision.decided_on)


def test_decisions_without_a_number_may_share_a_day():
    for _ in range(2):
        AwardDecisionFactory(number="")
    assert AwardDecision.objects.count() == 2


def test_decisions_stand_newest_first_and_those_of_no_known_day_last():
    undated = AwardDecisionFactory(decided_on=None)
    older = AwardDecisionFactory(decided_on=datetime.date(2023, 1, 3))
    newer = AwardDecisionFactory()
    assert list(AwardDecision.objects.all()) == [newer, older, undated]


def test_a_movement_is_launched_once_a_year():
    movement = EmulationMovementFactory(year=2024)
    EmulationMovementFactory(year=2025)
    with pytest.raises(IntegrityError), transaction.atomic():
        EmulationMovementFactory(name=movement.name, year=2024)


def test_the_form_does_not_list_every_article(client, site_tree, django_user_model):
    """With thousands of articles the list alone would be megabytes."""
    ArticlePageFactory(parent=site_tree.emulation, title="Tin không liên quan")
    linked = ArticlePageFactory(parent=site_tree.emulation, title="Tin có liên quan")
    grant = AwardGrantFactory(articles=[linked])
    client.force_login(django_user_model.objects.create_superuser("quantri"))

    form = client.get(reverse("wagtailsnippets_awards_awardgrant:edit", args=[grant.pk]))

    shown = form.content.decode()
    assert "Tin có liên quan" in shown
    assert "Tin không liên quan" not in shown
