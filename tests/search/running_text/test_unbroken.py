"""The number of a document stays on one line."""

import pytest
from bs4 import BeautifulSoup
from django.utils.safestring import mark_safe

from search.running_text.unbroken import name_unbroken, numbers_unbroken, title_unbroken

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    "number",
    [
        "98/2023/NĐ-CP",
        "214/QĐ-UBND",
        "01/2024/TT-BNV",
        "06/2022/QH15",
        "1102/QĐ-SNV-TĐKT",
        "11-CT/TW",
        "712/QĐ-TTg",
        "1191/NQ-UBTVQH15",
    ],
)
def test_a_number_in_running_text(number):
    marked = numbers_unbroken(f"<p>Theo Nghị định số {number}, ngày 31/12/2023.</p>")
    assert marked == (
        f'<p>Theo Nghị định số <span class="unbroken">{number}</span>, ngày 31/12/2023.</p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "ngày 31/12/2023",
        "tỷ lệ 3/4",
        "đề tài 12-ABCdef1x",
        '<a href="/documents/98/2023/ND-CP.pdf">tệp</a>',
        '<a title="98/2023/NĐ-CP" href="/x/">tệp</a>',
    ],
)
def test_what_is_no_number_of_a_document_or_stands_in_a_tag_is_left_alone(html):
    assert numbers_unbroken(html) == html


@pytest.mark.parametrize("name", ["Lào Cai", "Tỉnh Lam Giang", mark_safe('<b lang="vi">Huế</b>')])
def test_a_short_name_of_a_place_stays_on_one_line(name):
    assert name_unbroken(name) == f'<span class="unbroken">{name}</span>'


@pytest.mark.parametrize("name", ["", "Thành phố Hồ Chí Minh", "Tỉnh Bà Rịa – Vũng Tàu"])
def test_a_long_name_may_go_on_in_the_next_line(name):
    assert name_unbroken(name) == name


def test_what_a_name_holds_is_no_markup():
    assert name_unbroken("A & <b>") == '<span class="unbroken">A &amp; &lt;b&gt;</span>'


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Ba Sở Nội vụ ký giao ước", ["Sở Nội vụ"]),
        ("Sau hợp nhất ngành Nội vụ", ["Nội vụ"]),
        ("Bộ Tài chính và Sở Y tế họp", ["Bộ Tài chính", "Sở Y tế"]),
        ("Bộ Công an trả lời", ["Bộ Công an"]),
        ("Sở Công Thương", ["Sở Công Thương"]),
        ("Bộ luật Lao động", []),
        ("Nội dung vụ việc", []),
        ("Sở <Nội> họp & bàn", []),
    ],
)
def test_the_name_of_an_office_stands_in_one_line_of_a_title(title, kept):
    marked = BeautifulSoup(title_unbroken(title), "html.parser")
    assert [span.text for span in marked.select(".unbroken")] == kept
    assert marked.text == title
