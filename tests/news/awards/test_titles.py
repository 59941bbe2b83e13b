"""The titles the law knows, loaded with the first migration."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from news.awards.models import AwardTitle

pytestmark = pytest.mark.django_db


def test_all_fifty_titles_are_there_in_the_order_of_the_law():
    assert AwardTitle.objects.count() == 50
    assert list(AwardTitle.objects.values_list("rank_order", flat=True)) == list(range(1, 51))


def test_every_title_names_its_article_of_law_and_whom_it_is_for():
    kinds = {"individual", "collective", "household"}
    for title in AwardTitle.objects.all():
        assert title.law_article, title.code
        assert title.recipients, title.code
        assert set(title.recipients) <= kinds, title.code
        assert title.name_en, title.code


def test_ranks_stand_where_the_law_has_ranks():
    ranked = set(AwardTitle.objects.exclude(ranks=[]).values_list("code", flat=True))
    assert ranked == {"HC_DL", "HC_QC", "HC_LD", "HC_BVTQ", "HC_CC", "HuyC_CSVV"}
    assert AwardTitle.objects.get(code="HC_LD").ranks == ["hạng Nhất", "hạng Nhì", "hạng Ba"]


def test_a_title_of_the_old_law_ended_the_day_before_the_new_law():
    last_day, first_day = datetime.date(2023, 12, 31), datetime.date(2024, 1, 1)
    assert set(AwardTitle.objects.on(last_day).values_list("code", flat=True)) == {
        "HUY_HIEU",
        "CSTD_BNT_2003",
    }
    assert AwardTitle.objects.on(first_day).count() == 48
    assert AwardTitle.objects.get(code="CSTD_BNT_2003").successor.code == "CSTD_BNT"


def test_a_flag_is_not_for_a_person_and_a_fighter_is_not_a_collective():
    assert AwardTitle.objects.get(code="CO_CP").recipients == ["collective"]
    assert AwardTitle.objects.get(code="CSTD_TQ").recipients == ["individual"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Cờ thi đua của Bộ Nội vụ", "CO_BNT"),
        ("Bằng khen của Thủ tướng Chính phủ", "BK_TTCP"),
        ("CSTĐ cơ sở", "CSTD_CS"),
        ("GIA ĐÌNH VĂN HOÁ", "GDVH"),
    ],
)
def test_a_title_is_found_by_its_name_and_by_what_people_call_it(words, code):
    assert [title.code for title in AwardTitle.objects.called(words)] == [code]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("chien si thi dua toan quoc", "Chiến sĩ thi đua toàn quốc"),
        ("CSTĐ toàn quốc", "Chiến sĩ thi đua toàn quốc"),
        ("thôn văn hoá", "Thôn, tổ dân phố văn hóa"),
    ],
)
def test_a_title_is_chosen_by_any_of_its_names(admin_client, typed, found):
    """Where no index was ever written, too: the titles come with a migration."""
    address = reverse("wagtailsnippetchoosers_awards_awardtitle:choose_results")
    screen = BeautifulSoup(admin_client.get(address, {"q": typed}).content, "html.parser")
    assert [link.get_text(strip=True) for link in screen.select("tbody a")] == [found]
