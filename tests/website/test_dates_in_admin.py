"""Dates in the admin as Vietnam writes them, in fields as well as in lists."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.urls import reverse
from django.utils import formats, timezone, translation
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from news.factories import ArticlePageFactory
from news.models import ArticlePage

pytestmark = pytest.mark.once

LEAP_DAY = datetime.date(2024, 2, 29)
AFTERNOON = datetime.datetime(2024, 2, 29, 14, 30)


@pytest.fixture
def article(site_tree) -> ArticlePage:
    return ArticlePageFactory(
        parent=site_tree.emulation,
        event_date=datetime.date(2024, 2, 20),
        # 18:30 in London is half past one of the next day in Ha Noi.
        published_at=datetime.datetime(2025, 11, 14, 18, 30, tzinfo=datetime.UTC),
    )


@pytest.fixture
def form(client, minh, article):
    """Saves the article's form as it is shown, with some fields typed anew; gives the answer."""
    client.force_login(minh)
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    shown = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")

    def save(**typed):
        # A script draws the body's fields, so they are not in what the server sends.
        body = nested_form_data({"body": streamfield([("heading", "Kết quả")])})
        return client.post(address, shown.dict() | body | typed)

    save.shown = shown
    return save


def test_fields_show_the_day_before_the_month_and_hours_of_the_office(form):
    assert form.shown["event_date"] == "20/02/2024"
    assert form.shown["published_at"] == "15/11/2025 01:30"


def test_what_is_typed_the_same_way_is_saved(form, article):
    response = form(event_date="01/03/2024", published_at="05/03/2024 08:00")
    assert response.status_code == 302, errors(response)
    draft = saved(article)
    assert draft.event_date == datetime.date(2024, 3, 1)
    assert draft.published_at == datetime.datetime(2024, 3, 5, 1, 0, tzinfo=datetime.UTC)


def test_a_leap_day_is_saved(form, article):
    assert form(event_date="29/02/2024").status_code == 302
    assert saved(article).event_date == LEAP_DAY


@pytest.mark.parametrize("typed", ["31/02/2024", "29/02/2023", "02/29/2024", "29-2", "mai"])
def test_a_day_that_is_none_is_refused_in_vietnamese(form, article, typed):
    response = form(event_date=typed)
    assert response.status_code == 200
    assert errors(response) == ["Ngày không đúng. Nhập ngày/tháng/năm, ví dụ 29/02/2024."]
    assert saved(article).event_date == datetime.date(2024, 2, 20)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_picker_writes_what_the_form_reads_in_either_language(language):
    """01/02/2024 must not be two different days for two people in one office."""
    with translation.override(language):
        assert AdminDateInput().format_value(LEAP_DAY) == "29/02/2024"
        assert AdminDateInput().get_config() == {"dayOfWeekStart": 1, "format": "d/m/Y"}
        assert AdminDateTimeInput().format_value(AFTERNOON) == "29/02/2024 14:30"
        assert AdminDateTimeInput().get_config()["format"] == "d/m/Y H:i"
        assert formats.get_format("DATE_INPUT_FORMATS")[0] == "%d/%m/%Y"


def test_lists_and_notes_show_hours_and_days_as_the_forms_do():
    with translation.override("vi"):
        assert formats.date_format(LEAP_DAY) == "29/02/2024"
        assert formats.date_format(AFTERNOON, "DATETIME_FORMAT") == "14:30 29/02/2024"
        assert formats.date_format(AFTERNOON, "SHORT_DATETIME_FORMAT") == "14:30 29/02/2024"
        assert formats.time_format(AFTERNOON.time()) == "14:30"
        assert formats.number_format(1284.5, force_grouping=True) == "1.284,5"


def saved(article: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()


def errors(response) -> list[str]:
    soup = BeautifulSoup(response.content, "html.parser")
    return [message.get_text(strip=True) for message in soup.select(".error-message")]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "1\u00a0giây trước"),
        (130, "2\u00a0phút trước"),
        (7300, "2\u00a0giờ trước"),
        (172_810, "2\u00a0ngày trước"),
    ],
)
def test_the_admin_tells_in_vietnamese_how_long_ago(seconds, said):
    with translation.override("vi"):
        assert naturaltime(timezone.now() - datetime.timedelta(seconds=seconds)) == said
