"""The front page fills itself: newest news, most read, awards, an open consultation."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from wagtail.models import Locale

from news.awards.factories import (
    AwardDecisionFactory,
    AwardGrantFactory,
    ConsultationPageFactory,
)
from news.factories import ArticlePageFactory, SectionPageFactory
from news.pageviews.models import ViewTotal
from website.factories import StandardPageFactory
from website.models import HomePage, SiteSettings

pytestmark = pytest.mark.once

NOON = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)


def article(section, hours_ago=0, **fields):
    published_at = NOON - datetime.timedelta(hours=hours_ago)
    return ArticlePageFactory(parent=section, published_at=published_at, **fields)


def shown(page, rf):
    return page.get_context(rf.get("/"))


def test_an_empty_site_has_a_front_page(site_tree, client):
    assert client.get("/").status_code == 200


def test_the_newest_article_leads_and_four_follow(site_tree, rf):
    pages = [article(site_tree.emulation, hours_ago) for hours_ago in range(6)]
    context = shown(site_tree.home, rf)
    assert context["lead_article"] == pages[0]
    assert context["newest_articles"] == pages[1:5]


def test_a_section_shows_what_stands_not_above_already(site_tree, rf):
    for hours_ago in range(5):
        article(site_tree.structure, hours_ago)
    older = [article(site_tree.emulation, hours_ago) for hours_ago in (5, 6, 7, 8)]
    (band,) = shown(site_tree.home, rf)["section_bands"]
    assert band.section == site_tree.emulation
    assert (band.lead, band.more) == (older[0], older[1:3])


def test_headlines_of_cards_keep_the_name_of_an_office_on_one_line(site_tree, client):
    for section in (site_tree.structure, site_tree.emulation):
        for hours_ago in range(7):
            read = article(section, hours_ago, title="Bảy câu hỏi gửi về Sở Nội vụ")
    ViewTotal.objects.create(article=read.translation_key, last_week=33)
    html = BeautifulSoup(client.get("/").content.decode(), "html.parser")
    headlines = [each for each in html.select("main :is(h2, h3)") if "Bảy câu hỏi" in each.text]
    assert len(headlines) > 8
    assert {each.select_one(".unbroken").text for each in headlines} == {"Sở Nội vụ"}


def test_at_most_three_sections_are_shown(site_tree, rf):
    sections = [SectionPageFactory(parent=site_tree.news, title=f"Mục {n}") for n in range(4)]
    for section in sections:
        for hours_ago in (0, 10):
            article(section, hours_ago)
        article(section, 20)
    assert len(shown(site_tree.home, rf)["section_bands"]) == 3


def test_the_most_read_come_first_and_those_never_read_not_at_all(site_tree, rf):
    known, famous, _ = (article(site_tree.emulation) for _ in range(3))
    ViewTotal.objects.create(article=known.translation_key, last_week=33)
    ViewTotal.objects.create(article=famous.translation_key, legacy=1200, last_week=84)
    (week,) = shown(site_tree.home, rf)["most_read"]
    assert [(page, page.views_counted) for page in week.articles] == [(famous, 84), (known, 33)]


def test_private_and_withdrawn_articles_are_nowhere_on_the_page(site_tree, rf):
    page = article(site_tree.emulation)
    ViewTotal.objects.create(article=page.translation_key, last_week=33)
    page.unpublish()
    context = shown(site_tree.home, rf)
    assert context["lead_article"] is None
    assert not context["section_bands"]
    assert not context["most_read"]


def test_award_totals_are_those_of_the_year_of_the_newest_decision(site_tree, rf):
    old = AwardDecisionFactory(decided_on=datetime.date(2025, 2, 11))
    new = AwardDecisionFactory(decided_on=datetime.date(2026, 11, 12))
    AwardGrantFactory(year=2025, decision=old)
    AwardGrantFactory(year=2024, year_to=2026, decision=new, to_unnamed=True)
    AwardGrantFactory(year=2025, decision=new, code="CO_BNT", to_organisation=True)
    AwardGrantFactory(decision=new, revoked=True)
    AwardGrantFactory(decision=new, proposed=True)
    shown_year = shown(site_tree.home, rf)["award_year"]
    assert (shown_year.year, shown_year.quantity) == (2026, 8)
    assert [(total.title.code, total.quantity) for total in shown_year.totals] == [
        ("CO_BNT", 1),
        ("BK_BNT", 7),
    ]


def test_without_decisions_award_totals_are_those_of_the_newest_merit(site_tree, client):
    AwardGrantFactory(year=2022)
    AwardGrantFactory(year=2023, to_unnamed=True)
    AwardGrantFactory(year=2024, proposed=True)
    page = BeautifulSoup(client.get("/").content, "html.parser")
    assert page.select_one("#so-khen-thuong").text == "Sổ khen thưởng, thành tích năm 2023"
    assert page.select_one(".totals dd a")["href"] == "/khen-thuong/?year=2023"


def test_each_award_total_leads_to_the_grants_it_counts(site_tree, client):
    decision = AwardDecisionFactory(decided_on=datetime.date(2026, 11, 12))
    AwardGrantFactory(decision=decision, to_unnamed=True)
    AwardGrantFactory(decision=decision, revoked=True)
    AwardGrantFactory(decision=decision, code="CO_BNT", to_organisation=True)
    AwardGrantFactory(decision=AwardDecisionFactory(decided_on=datetime.date(2025, 2, 11)))
    page = BeautifulSoup(client.get("/").content, "html.parser")
    assert page.select_one("#so-khen-thuong").text == "Sổ khen thưởng năm 2026"
    links = page.select(".totals dd a")
    assert [link.text.split()[0] for link in links] == ["8", "1", "7"]
    for link in links:
        register = client.get(link["href"])
        assert str(register.context["recipients_total"]) == link.text.split()[0]


@pytest.mark.parametrize(("day", "is_shown"), [(16, True), (30, True), (15, False)])
def test_a_consultation_is_announced_while_it_is_open(site_tree, rf, day, is_shown):
    page = ConsultationPageFactory(parent=site_tree.awards, opens_on=datetime.date(2026, 11, 16))
    with time_machine.travel(datetime.datetime(2026, 11, day, 5, tzinfo=datetime.UTC)):
        announced = shown(site_tree.home, rf)["open_consultation"]
    assert announced == (page if is_shown else None)


def test_the_english_front_page_shows_english_pages(site_tree, rf):
    english = Locale.objects.get(language_code="en")
    article(site_tree.emulation)
    home = site_tree.home.copy_for_translation(english)
    news = site_tree.news.copy_for_translation(english)
    for page in (home, news):
        page.save_revision().publish()
    context = shown(home, rf)
    assert context["lead_article"] is None
    assert context["news_index"].locale == english
    assert context["awards_index"] is None
    assert shown(site_tree.home, rf)["news_index"] == site_tree.news


def test_the_front_page_takes_few_queries_however_much_there_is(
    site_tree, client, django_assert_max_num_queries
):
    for hours_ago in range(8):
        article((site_tree.emulation, site_tree.structure)[hours_ago % 2], hours_ago)
        AwardGrantFactory(to_organisation=True)
    client.get("/")
    with django_assert_max_num_queries(34):
        client.get("/")


def test_a_standard_page_shows_its_text(site_tree, client):
    page = StandardPageFactory(parent=site_tree.home, introduction="Đôi lời giới thiệu")
    words = client.get(page.url).content.decode()
    assert "Đôi lời giới thiệu" in words
    assert "cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh" in words


def test_the_department_is_named_on_every_page(site_tree, client):
    SiteSettings.objects.create(site=site_tree.site, department_name="Sở Nội vụ Đồng Văn")
    for path in ("/", "/tin-tuc/", "/khen-thuong/", "/nhan-su/", "/tim-kiem/", "/khong-co/"):
        assert "Sở Nội vụ Đồng Văn" in client.get(path).content.decode(), path


def test_a_second_home_page_cannot_be_made_beside_the_first(site_tree):
    assert not HomePage.can_create_at(site_tree.home)
    assert not HomePage.can_create_at(site_tree.home.get_parent())


@pytest.mark.usefixtures("site_tree")
def test_a_page_that_is_not_there_says_so_in_vietnamese(client):
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert 'lang="vi"' in response.content.decode()


@pytest.mark.django_db
def test_a_program_that_asks_for_what_is_not_there_gets_a_problem(client):
    response = client.get("/api/v2/pages/")
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 404


@pytest.mark.django_db
def test_the_site_says_that_it_lives_and_is_ready(client):
    assert client.get("/-/live").content == b"ok\n"
    assert client.get("/-/ready").content == b"ok\n"


@pytest.mark.django_db
def test_a_site_with_migrations_waiting_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: ["0099"])
    response = client.get("/-/ready")
    assert response.status_code == 503
    assert "chưa sẵn sàng" in response.content.decode()


def test_time_is_told_by_the_clock_in_ha_noi():
    assert str(timezone.get_default_timezone()) == "Asia/Ho_Chi_Minh"
