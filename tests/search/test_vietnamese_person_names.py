"""Names of persons among the words of a query."""

import doctest

import pytest

from search.vietnamese import person_names as module
from search.vietnamese.analysis import tokens, words_in
from search.vietnamese.person_names import person_names

pytestmark = pytest.mark.once


def names(typed: str) -> list[str]:
    words = tokens(typed)
    return [
        " ".join(words[name.start : name.stop]) for name in person_names(words, words_in(typed))
    ]


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=1)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ông nguyễn hòa bình", "nguyễn hòa bình"),
        ("nguyen hoa binh", "nguyen hoa binh"),
        ("le van luong", "le van luong"),
        ("bà Hoàng Thị Tuyển ở Bắc Kạn", "hoàng thị tuyển"),
        ("đồng chí Vũ Hồng Lương", "vũ hồng lương"),
        ("Lương Ngọc Quyến", ""),  # as likely the head of another name
        ("Lương Văn Can", "lương văn can"),
        ("trần phú tỉnh hòa bình", "trần phú"),
        ("vũ trang quần chúng", ""),
        ("lý lịch tư pháp", ""),
        ("do thi hoa binh", ""),
        ("Hội Lý Luận", ""),
        ("HỒ SƠ TUYỂN DỤNG", ""),
        ("nguyễn", ""),
    ],
)
def test_a_name_is_known_by_its_surname_and_more(typed: str, name: str):
    assert names(typed) == [name] * bool(name)
