import pytest

from news.awards.factories import AwardGrantFactory
from news.awards.models import AwardGrant
from news.awards.templatetags.awards_tags import (
    announcement_totals,
    entries,
    merit,
    recipients,
    register_totals,
)

pytestmark = pytest.mark.django_db


def test_grants_of_one_title_by_one_authority_make_one_entry():
    AwardGrantFactory(to_organisation=True)
    AwardGrantFactory(to_organisation=True)
    AwardGrantFactory(to_organisation=True, decider_text="Bộ trưởng Bộ Nội vụ")
    found = entries(AwardGrant.objects.for_display())
    assert [(entry.decided_by, entry.quantity) for entry in found] == [
        ("Chủ tịch Ủy ban nhân dân tỉnh", 2),
        ("Bộ trưởng Bộ Nội vụ", 1),
    ]


def test_revoked_grants_are_shown_but_not_counted():
    AwardGrantFactory()
    AwardGrantFactory(to_unnamed=True)
    AwardGrantFactory(revoked=True)
    grants = list(AwardGrant.objects.all())
    assert len(grants) == 3
    assert recipients(grants) == 8


def test_the_register_adds_up_by_kind_and_names_the_revoked_apart():
    AwardGrantFactory()
    AwardGrantFactory(to_organisation=True)
    AwardGrantFactory(to_unnamed=True)
    AwardGrantFactory(revoked=True)
    AwardGrantFactory(proposed=True)
    assert register_totals(AwardGrant.objects.public().for_display()) == [
        ("lượt trong kết quả này", 9),
        ("tập thể", 1),
        ("cá nhân", 1),
        ("chưa nêu tên", 7),
        ("đã hủy bỏ, không tính", 1),
    ]


def test_an_announcement_without_grants_shows_no_totals():
    assert announcement_totals([]) == []


def test_a_period_of_merit_names_both_years():
    assert merit(AwardGrant(year=2019, year_to=2024)) == "2019–2024"
    assert merit(AwardGrant(year=2024)) == "2024"
    assert merit(AwardGrant()) == ""
