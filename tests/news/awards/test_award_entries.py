import pytest
from bs4 import BeautifulSoup

from news.awards.factories import AwardGrantFactory
from news.awards.models import AwardGrant
from news.awards.summaries import counts_by
from news.awards.templatetags.awards_tags import (
    announcement_totals,
    decider_beside_title,
    entries,
    merit,
    recipients,
    register_totals,
)
from news.factories import ArticlePageFactory

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
    assert register_totals(counts_by("recipient_kind", AwardGrant.objects.public())) == [
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


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Bằng khen", "Chủ tịch Ủy ban nhân dân tỉnh"),
        ("Bằng khen của Chủ tịch Uỷ ban nhân dân tỉnh", ""),
    ],
)
def test_whoever_decided_is_not_said_twice(printed, shown):
    grant = AwardGrantFactory(title_as_printed=printed)
    assert decider_beside_title(grant) == shown


def test_recipients_and_who_decided_are_told_apart(client, site_tree):
    """“Cờ thi đua của Ủy ban nhân dân tỉnh của Chủ tịch …” would name two owners."""
    article = ArticlePageFactory(parent=site_tree.emulation)
    for name in ("Ông Đỗ Nhật Quân, Phó Trưởng Phòng", "Bà Lò Thị Phương, công chức xã"):
        AwardGrantFactory(person=None, recipient_name=name, articles=[article])
    html = client.get(article.url).content.decode()
    box = BeautifulSoup(html, "html.parser").select_one(".awards .entries li")
    assert "do Chủ tịch Ủy ban nhân dân tỉnh tặng" in box.text
    assert box.p.text == "Ông Đỗ Nhật Quân, Phó Trưởng Phòng; Bà Lò Thị Phương, công chức xã"
