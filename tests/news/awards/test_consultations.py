"""Ten working days, counted with the holidays of the State."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from news.awards.factories import ConsultationPageFactory
from news.awards.models import AwardTitle, ConsultationNominee, ConsultationPage, Holiday
from news.awards.models.consultations import consultation_days, days_until
from news.awards.templatetags.awards_tags import clock_of
from news.awards.working_days import working_days_after

pytestmark = pytest.mark.django_db

MONDAY = datetime.date(2026, 11, 16)
FRIDAY = datetime.date(2026, 11, 20)
LAST_DAY = datetime.date(2026, 11, 30)
ONE_DAY = datetime.timedelta(days=1)


def test_a_consultation_opened_on_a_monday_closes_two_weeks_later():
    days = consultation_days(MONDAY)
    assert len(days) == 10
    assert (days[0], days[-1]) == (MONDAY + ONE_DAY, LAST_DAY)


def test_a_consultation_opened_on_a_saturday_counts_from_the_monday():
    days = consultation_days(datetime.date(2026, 11, 14))
    assert (days[0], days[-1]) == (MONDAY, datetime.date(2026, 11, 27))


def test_a_holiday_moves_the_end():
    Holiday.objects.create(day=FRIDAY, name="Nghỉ theo quyết định")
    assert consultation_days(MONDAY)[-1] == datetime.date(2026, 12, 1)


def test_a_holiday_on_a_weekend_or_before_the_opening_moves_nothing():
    Holiday.objects.create(day=datetime.date(2026, 11, 22), name="Chủ nhật")
    Holiday.objects.create(day=MONDAY, name="Ngày mở")
    assert consultation_days(MONDAY)[-1] == LAST_DAY


def test_a_saturday_worked_in_exchange_counts():
    Holiday.objects.create(day=datetime.date(2026, 11, 21), name="Làm bù", is_working=True)
    days = consultation_days(MONDAY)
    assert datetime.date(2026, 11, 21) in days
    assert days[-1] == datetime.date(2026, 11, 27)


def test_a_long_holiday_such_as_tet_is_left_out_whole():
    for day in range(13, 21):  # Bính Ngọ: 13 to 20 February 2026
        Holiday.objects.create(day=datetime.date(2026, 2, day), name="Tết Nguyên đán")
    days = consultation_days(datetime.date(2026, 2, 9))
    assert days[2:4] == [datetime.date(2026, 2, 12), datetime.date(2026, 2, 23)]
    assert days[-1] == datetime.date(2026, 3, 3)


def test_working_days_never_end():
    days = working_days_after(MONDAY)
    assert all(next(days).weekday() < 5 for _ in range(500))


def test_a_day_is_entered_once():
    Holiday.objects.create(day=FRIDAY, name="Nghỉ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Holiday.objects.create(day=FRIDAY, name="Nghỉ bù")


def test_the_closing_day_is_filled_in(site_tree):
    page = ConsultationPageFactory(parent=site_tree.awards, opens_on=MONDAY)
    assert page.closes_on == LAST_DAY
    page.full_clean()


def test_a_shorter_consultation_is_refused_with_the_earliest_day(site_tree):
    page = ConsultationPageFactory(parent=site_tree.awards, opens_on=MONDAY)
    page.closes_on = LAST_DAY - ONE_DAY
    with pytest.raises(ValidationError, match="sớm nhất là 30/11/2026"):
        page.full_clean()
    page.closes_on = LAST_DAY + ONE_DAY
    page.full_clean()


@pytest.mark.parametrize(
    ("opens_on", "closes_on", "refusal"),
    [
        (MONDAY, datetime.date(9999, 12, 31), "muộn nhất là 16/11/2027"),
        (datetime.date(9999, 12, 31), None, "Muộn nhất là 31/12/2100"),
    ],
)
def test_a_year_that_was_mistyped_is_refused(site_tree, opens_on, closes_on, refusal):
    page = ConsultationPageFactory(parent=site_tree.awards, opens_on=MONDAY)
    page.opens_on, page.closes_on = opens_on, closes_on
    with pytest.raises(ValidationError, match=refusal):
        page.full_clean()


@pytest.mark.parametrize(
    ("today", "gone", "left"),
    [(datetime.date(2026, 11, 27), 8, 12), (datetime.date(2026, 12, 3), 12, 8)],
)
def test_a_longer_consultation_is_counted_to_its_own_last_day(site_tree, today, gone, left):
    page = ConsultationPageFactory(
        parent=site_tree.awards, opens_on=MONDAY, closes_on=datetime.date(2026, 12, 14)
    )
    page.full_clean()
    days = days_until(page.closes_on, page.opens_on)
    clock = clock_of(days, page.opens_on, page.closes_on, today)
    assert (clock.gone, clock.left, len(clock.ticks)) == (gone, left, 20)
    states = {cell.day: cell.state for week in clock.weeks for cell in week}
    assert states[datetime.date(2026, 12, 7)] == "open"
    assert states[page.closes_on] == "open last"


def test_a_consultation_without_opening_day_is_refused_in_words(site_tree):
    page = ConsultationPage(title="Lấy ý kiến", opens_on=None, path="0001000100010001", depth=4)
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    assert "opens_on" in refusal.value.error_dict


def test_the_database_refuses_an_end_before_the_beginning(site_tree):
    page = ConsultationPageFactory(parent=site_tree.awards)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsultationPage.objects.filter(pk=page.pk).update(closes_on=MONDAY - ONE_DAY)


@pytest.mark.parametrize(
    ("today", "is_open"),
    [(MONDAY - ONE_DAY, False), (MONDAY, True), (LAST_DAY, True), (LAST_DAY + ONE_DAY, False)],
)
def test_comments_are_taken_from_the_first_to_the_last_day(site_tree, today, is_open):
    page = ConsultationPageFactory(parent=site_tree.awards, opens_on=MONDAY)
    assert page.is_open(today) is is_open


def test_a_narrow_screen_leads_to_the_form_before_all_else(client, site_tree):
    today = datetime.date.today()
    consultation = ConsultationPageFactory(parent=site_tree.awards, opens_on=today)
    reading = BeautifulSoup(client.get(consultation.url).content, "html.parser").article
    first, beside = reading.select('a[href^="/gop-y/"]')
    assert first["href"] == beside["href"]
    assert first.find_next("section")["class"] == ["clock"]
    assert beside.find_parent("aside")

    ConsultationPage.objects.update(opens_on=today - 9 * ONE_DAY, closes_on=today - ONE_DAY)
    assert 'href="/gop-y/?' not in client.get(consultation.url).content.decode()


def test_the_numbers_of_its_documents_stay_on_one_line(client, site_tree):
    consultation = ConsultationPageFactory(
        parent=site_tree.awards,
        opens_on=datetime.date.today(),
        legal_basis="Điều 46 Nghị định số 98/2023/NĐ-CP <trích>",
        how_to_comment="<p>Theo Quyết định 214/QĐ-UBND.</p>",
    )
    html = client.get(consultation.url).content.decode()
    assert '<span class="unbroken">98/2023/NĐ-CP</span> &lt;trích&gt;' in html
    assert '<span class="unbroken">214/QĐ-UBND</span>' in html


def test_who_is_proposed_for_a_title_with_ranks_has_one(site_tree):
    title = AwardTitle.objects.get(code="HC_LD")
    nominee = ConsultationNominee(
        page=ConsultationPageFactory(parent=site_tree.awards),
        title=title,
        recipient_name="Bà Lò Thị Phương",
    )
    with pytest.raises(ValidationError, match="cần ghi hạng"):
        nominee.full_clean()
    nominee.rank = "nhì"
    nominee.full_clean()
    assert nominee.rank == "hạng Nhì"
