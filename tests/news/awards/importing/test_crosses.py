"""Crosses stand for the award title that heads their column, where they tell of this list."""

import pytest

from news.awards.models import AwardGrant

from .annexes import workbook
from .outcomes import grants, problems, told

pytestmark = [pytest.mark.django_db, pytest.mark.once]


CROSSES = [
    [1, "Lý Văn Sáu", "x", None, "-"],
    [2, "Cao Thị Tám", "Không", "✓", "X"],
]
CROSSED = [
    ("Lý Văn Sáu", "Bằng khen của Chủ tịch UBND tỉnh"),
    ("Cao Thị Tám", "Giấy khen"),
    ("Cao Thị Tám", "Lao động tiên tiến"),
]


@pytest.mark.parametrize(
    ("heads", "merged"),
    [
        (
            [
                [
                    "STT",
                    "Họ và tên",
                    "Bằng khen của Chủ tịch UBND tỉnh",
                    "Giấy khen",
                    "Danh hiệu Lao động tiên tiến",
                ]
            ],
            [],
        ),
        (
            [
                ["STT", "Họ và tên", "Danh hiệu, hình thức khen thưởng", None, None],
                [None, None, "Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen", "Lao động tiên tiến"],
            ],
            ["C1:E1"],
        ),
        (
            [
                ["STT", "Họ và tên", "Hình thức", None, "Danh hiệu"],
                [None, None, "Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen", "Lao động tiên tiến"],
                ["(1)", "(2)", "(3)", "(4)", "(5)"],
            ],
            ["A1:A2", "B1:B2", "C1:D1"],
        ),
    ],
    ids=["one line", "two lines", "merged downwards"],
)
def test_crosses_stand_for_the_title_above_them(bring_in, heads, merged):
    bring_in(workbook([*heads, *CROSSES], merged=merged))

    assert [(name, title) for _, name, title, _ in grants()] == CROSSED
    assert {each.title.code for each in AwardGrant.objects.all()} == {"BK_BNT", "GK", "LDTT"}


def test_where_no_cross_is_nothing_is_given(read):
    rows = [
        ["STT", "Họ và tên", "Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen"],
        ["I", "SỞ TÀI CHÍNH", 1, 1],
        [1, "Lý Văn Sáu", "x", "không"],
        [2, "Cao Thị Tám", "Không", None],
        [3, "Triệu Thị Bảy", 1, "Có"],
    ]
    screen = read(workbook(rows), title="Lao động tiên tiến")

    (sau, bay) = (row[:3] for row in told(screen, "Sẽ nhập"))
    assert sau[:2] == ["3", "Lý Văn Sáu SỞ TÀI CHÍNH Cá nhân"]
    assert sau[2].startswith("Bằng khen của Chủ tịch UBND tỉnh")
    assert bay == ["5", "Triệu Thị Bảy SỞ TÀI CHÍNH Cá nhân", "Giấy khen"]
    assert problems(screen) == {
        4: "Không cột danh hiệu, hình thức nào được đánh dấu.",
        5: "Không có danh hiệu, hình thức “1”.",
    }


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["STT", "Họ và tên", "Danh hiệu đã được tặng", None, "Hình thức đề nghị"],
            [None, None, "Lao động tiên tiến", "Giấy khen", None],
            [1, "Lý Văn Sáu", "x", "x", "Bằng khen"],
        ],
        [
            ["STT", "Họ và tên", "Danh hiệu đã được tặng", None, "Hình thức đề nghị"],
            ["STT", "Họ và tên", "Lao động tiên tiến", "Giấy khen", "Hình thức đề nghị"],
            [1, "Lý Văn Sáu", "x", "x", "Bằng khen"],
        ],
        [
            ["STT", "Họ và tên", "Lao động tiên tiến năm 2022", "Hình thức"],
            [1, "Lý Văn Sáu", "x", "Bằng khen"],
        ],
        [
            ["STT", "Họ và tên", "Giấy khen", "Hình thức"],
            [1, "Lý Văn Sáu", "12/QĐ-UBND", "Bằng khen"],
        ],
        [
            ["STT", "Họ và tên", "Giấy khen", "Hình thức"],
            [1, "Lý Văn Sáu", "500.000", "Bằng khen"],
        ],
        [
            ["Hình thức", "Họ và tên", "Chức vụ"],
            ["Bằng khen"],
            [None, "Lý Văn Sáu", None],
        ],
    ],
    ids=["group", "heads again", "year", "papers", "amounts", "section"],
)
def test_what_was_given_earlier_or_is_no_cross_makes_no_grant(bring_in, rows):
    bring_in(workbook(rows))
    assert [(name, title) for _, name, title, _ in grants()] == [("Lý Văn Sáu", "Bằng khen")]
