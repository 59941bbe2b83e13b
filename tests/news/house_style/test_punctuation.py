"""Blanks and signs; what looks like a slip and is none."""

import pytest

from news.house_style.findings import Rule

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Hội nghị  tổng kết.", "  ", " "),
        ("Hội nghị \u00a0tổng kết.", " \u00a0", " "),
        ("Cán bộ , công chức", " ,", ","),
        ("Kết thúc hội nghị .", " .", "."),
        ("Kết thúc  . Sau đó", "  .", "."),
        ("thi đua,khen thưởng", ",", ", "),
        ("Đoàn kết ,tạo đà", " ,", ", "),
        ("thi đua yêu nước.Các đại biểu", ".", ". "),
        (
            'Chủ đề "Đoàn kết, sáng tạo" được phát động.',
            '"Đoàn kết, sáng tạo"',
            "“Đoàn kết, sáng tạo”",
        ),
    ],
)
def test_a_careless_sign_is_found(found, text, words, right):
    assert found(text, rule=Rule.PUNCTUATION) == [(words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Cán bộ, công chức; viên chức: “Đoàn kết”.",
        "Còn nữa ... và thôi… Hết!",
        "Lãi 1,5%; 12,5 tỷ đồng; lúc 14:30; 07/2024.",
        'Màn hình 24", ống 12" và 16".',
        "Trang lamgiang.example, tệp .docx, lớp .NET",
        "TP. Lam Giang, GS.TS. Nguyễn Văn A, v.v.",
        "Tp.Hà Nội, ths.Nguyễn Văn A, docs.Google, lan.Ha@lamgiang.example",
        "Thi đua - Khen thưởng; Thi đua – Khen thưởng",
        "  thụt đầu dòng\n\n  và cuối dòng  ",
    ],
)
def test_signs_that_are_right_are_left_alone(found, text):
    assert found(text, rule=Rule.PUNCTUATION) == []
