"""Telephone numbers and e-mail addresses that can be pressed."""

import re

import pytest

from search.running_text.contacts import contacts_linked, email_link, telephones_linked

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("shown", "dialled"),
    [
        ("0200 3 555 011", "02003555011"),
        ("(0200) 3.555.011", "02003555011"),
        ("0200\u00a03555\u00a0011", "02003555011"),
        ("0912-345-678", "0912345678"),
        ("0356789012", "0356789012"),
        ("+84 912 345 678", "+84912345678"),
        ("+84 (0)200 3 555 011", "+842003555011"),
    ],
)
def test_a_telephone_number_in_running_text_is_a_link_of_one_line(shown, dialled):
    link = f'<a class="unbroken" href="tel:{dialled}">{shown}</a>'
    assert contacts_linked(f"<p>Xin gọi {shown}; hoặc đến.</p>") == (
        f"<p>Xin gọi {link}; hoặc đến.</p>"
    )
    assert contacts_linked(f"<p>Gọi {shown}.</p>") == f"<p>Gọi {link}.</p>"


@pytest.mark.parametrize(
    "words",
    [
        "ngày 02/11/2026",
        "số 0912345678/QĐ-UBND",
        "mã số thuế 0300588569",
        "số định danh 012345678901",
        "tăng 0,912345678 lần",
        "từ năm 2019 đến 2024 có 1.204 hồ sơ",
        "thư gửi @sonoivu",
        "ngày 09-10-2024 15:30",
        "08-9-2024 100 người",
        "09.10.2024 15 đại biểu",
    ],
)
def test_what_only_looks_like_one_is_none(words):
    assert contacts_linked(words) == words


def test_an_address_is_broken_after_its_at_and_before_its_dots():
    link = '<a href="mailto:van.phong@lg.example">van<wbr>.phong@<wbr>lg<wbr>.example</a>'
    assert email_link("van.phong@lg.example") == link
    assert contacts_linked("Gửi về van.phong@lg.example.") == f"Gửi về {link}."


def test_what_is_a_link_already_stays_as_it_is():
    html = '<a href="mailto:a@b.vn">a@b.vn, <b>0912 345 678</b></a>'
    assert contacts_linked(html) == html
    assert contacts_linked(f"{html} a@b.vn").count("<a ") == 2


@pytest.mark.parametrize(
    ("field", "dialled"),
    [
        ("0200 3 555 011 (12)", ["02003555011"]),
        ("0912345678 0987654321", ["0912345678", "0987654321"]),
        ("0200 3 555 011 8h00-17h00", ["02003555011"]),
        ("1022 (8 giờ 2024-2025)", ["1022"]),
        ("1900 1234, máy lẻ 123", ["19001234"]),
        ("+65 6123 4567", ["+6561234567"]),
        ("(0200) 3555011", ["02003555011"]),
    ],
)
def test_a_field_is_dialled_number_by_number(field, dialled):
    assert re.findall(r"tel:([+\d]+)", telephones_linked(field)) == dialled


def test_a_field_for_telephones_may_say_more():
    assert telephones_linked("0200 3 555 011 (máy lẻ 12), 1022") == (
        '<a class="unbroken" href="tel:02003555011">0200 3 555 011</a> (máy lẻ 12),'
        ' <a class="unbroken" href="tel:1022">1022</a>'
    )
    assert telephones_linked("<b>chưa có</b>") == "&lt;b&gt;chưa có&lt;/b&gt;"
    assert email_link('"<b>@c.vn').count("<b>") == 0
