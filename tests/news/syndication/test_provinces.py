"""Provinces through the API: the two lists, and names that moved."""

import datetime

import pytest
import time_machine

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("day", "count"), [("2025-06-30", 63), ("2025-07-01", 34)])
def test_the_list_is_that_of_the_day(api, day, count):
    assert len(api.get("provinces/", as_of=day)["items"]) == count


def test_without_a_day_the_list_is_todays(api):
    with time_machine.travel(datetime.datetime(2026, 1, 5)):
        items = api.get("provinces/")["items"]

    assert len(items) == 34
    assert all(province["valid_to"] is None for province in items)


@pytest.mark.parametrize("name", ["Bắc Kạn", "tỉnh Bắc Kạn", "bac kan"])
def test_an_old_name_leads_to_the_province_of_today(api, name):
    found = api.get("provinces/resolve/", name=name, date="2024-02-29")

    assert found["province"]["key"] == "vn63-bac-kan"
    assert found["now"]["name"] == "Thái Nguyên"
    assert found["now"]["valid_to"] is None


def test_a_name_nobody_bore_that_day_is_not_found(api):
    problem = api.get("provinces/resolve/", status=404, name="Bắc Kạn", date="2025-07-01")

    assert problem["detail"] == "Ngày 01/07/2025 không có tỉnh, thành phố nào mang tên này."
