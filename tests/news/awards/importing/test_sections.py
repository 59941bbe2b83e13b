"""Lines between the rows say of whom, of which unit and what the rows below are."""

import pytest

from people.factories import OrganisationFactory

from .annexes import workbook
from .outcomes import grants, problems, told

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_sections_tell_kinds_and_titles_of_the_rows_below(bring_in):
    rows = [
        ["STT", "Tên", "Đơn vị"],
        ["A", "TẶNG BẰNG KHEN CHO 02 TẬP THỂ"],
        [1, "Phòng Nội vụ", "Huyện A"],
        [2, "Tập thể Trường Tiểu học Đức Xuân", None],
        ["B", "Danh hiệu Lao động tiên tiến"],
        ["I. CÁ NHÂN"],
        [1, "Lý Văn Sáu", "Huyện A"],
        ["II. SỞ NỘI VỤ"],
        [2, "Cao Thị Tám", None],
    ]
    bring_in(workbook(rows))

    assert [each[:3] for each in grants()] == [
        ("organisation", "Phòng Nội vụ, Huyện A", "Bằng khen"),
        ("organisation", "Tập thể Trường Tiểu học Đức Xuân", "Bằng khen"),
        ("person", "Lý Văn Sáu, Huyện A", "Lao động tiên tiến"),
        ("person", "Cao Thị Tám, SỞ NỘI VỤ", "Lao động tiên tiến"),
    ]


def test_a_section_says_nothing_beyond_its_part(read):
    rows = [
        ["STT", "Tên", "Đơn vị"],
        ["A", "TẶNG BẰNG KHEN"],
        ["I", "TẬP THỂ"],
        [1, "Phòng Nội vụ", "Huyện A"],
        ["II", "CÁ NHÂN"],
        [1, "Lý Văn Sáu", "Huyện A"],
        ["B", "TẶNG GIẤY KHEN"],
        [1, "Phòng Tài chính", "Huyện A"],
        ["I", "CÁ NHÂN"],
        [1, "Cao Thị Tám", "Huyện A"],
    ]
    screen = read(workbook(rows))

    assert [row[0] for row in told(screen, "Sẽ nhập")] == ["4", "6", "10"]
    assert "Không rõ là cá nhân hay tập thể" in problems(screen)[8]


def test_a_unit_heads_its_people_until_the_next(bring_in):
    OrganisationFactory(name="Sở Tài chính tỉnh Lam Giang")
    rows = [
        ["STT", "Họ và tên", "Chức vụ", "Hình thức", "Ghi chú"],
        ["A", "KHỐI CƠ QUAN"],
        ["I", "SỞ TÀI CHÍNH", None, None, 2],
        [1, "Lý Văn Sáu", "Chuyên viên", "Bằng khen"],
        [2, "Cao Thị Tám", "Văn thư Sở Tài chính", "Bằng khen"],
        ["II", "Trường THPT 19-5 (02 người)"],
        [3, "Triệu Thị Bảy", None, "Bằng khen"],
        [None, "Tổng cộng: 01 người"],
        ["III", "Các cá nhân khác"],
        [4, "Đỗ Văn Chín", "Nông dân", "Bằng khen"],
        ["IV", "UBND xã Yên Bình"],
        [5, "Trương Văn Mười", "Công chức", "Bằng khen"],
        ["B", "KHỐI DOANH NGHIỆP"],
        [6, "Đoàn Thị Hai", "Công nhân", "Bằng khen"],
        ["Công ty Cổ phần Chè"],
        [7, "Nông Thị Ba", "Công nhân", "Bằng khen"],
    ]
    bring_in(workbook(rows))

    assert [name for _, name, _, _ in grants()] == [
        "Lý Văn Sáu, Chuyên viên, Sở Tài chính",
        "Cao Thị Tám, Văn thư Sở Tài chính",
        "Triệu Thị Bảy, Trường THPT 19-5",
        "Đỗ Văn Chín, Nông dân",
        "Trương Văn Mười, Công chức, UBND xã Yên Bình",
        "Đoàn Thị Hai, Công nhân",
        "Nông Thị Ba, Công nhân, Công ty Cổ phần Chè",
    ]


def test_a_unit_stands_with_those_it_is_part_of_and_with_the_kind_it_counts(bring_in):
    rows = [
        ["STT", "Tên", "Hình thức"],
        ["A", "SỞ TÀI CHÍNH"],
        ["I", "Phòng Ngân sách: 01 tập thể"],
        [1, "Tổ Tổng hợp", "Bằng khen"],
        ["II", "Phòng Giá (01 cá nhân)"],
        [1, "Lý Văn Sáu", "Bằng khen"],
        ["B", "Đảng ủy Khối các cơ quan - Doanh nghiệp"],
        [1, "Bà Cao Thị Tám", "Bằng khen"],
    ]
    bring_in(workbook(rows))

    assert [each[:2] for each in grants()] == [
        ("organisation", "Tổ Tổng hợp, Phòng Ngân sách, SỞ TÀI CHÍNH"),
        ("person", "Lý Văn Sáu, Phòng Giá, SỞ TÀI CHÍNH"),
        ("person", "Bà Cao Thị Tám, Đảng ủy Khối các cơ quan - Doanh nghiệp"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        ["", "Sở, ban, ngành"],
        ["I", "SỞ BAN NGÀNH"],
        ["I", "BỘ, NGÀNH TRUNG ƯƠNG"],
        ["I", "BỘ NGÀNH TRUNG ƯƠNG"],
        ["I", "UBND CÁC HUYỆN, THÀNH PHỐ"],
        ["I", "Ủy ban nhân dân các xã"],
        ["I", "MẶT TRẬN VÀ CÁC ĐOÀN THỂ"],
        ["I", "TRƯỜNG TIỂU HỌC"],
        ["I", "TRƯỜNG HỢP KHÁC"],
        ["I", "XÃ HỘI"],
        ["I", "HỘI VIÊN"],
        ["I", "BÁO CHÍ"],
        ["I", "PHÒNG CHỐNG DỊCH"],
        ["I", "UBND tỉnh tặng Bằng khen"],
        ["I", "THÔN VĂN HÓA"],
        ["I", "Đoàn Văn Ất"],
        ["", "Sở Nội vụ"],  # the end of the name above
        ["", "", "SỞ NỘI VỤ"],
    ],
    ids=" ".join,
)
def test_what_is_no_unit_stands_beside_nobody(bring_in, line):
    rows = [
        ["STT", "Họ và tên", "Chức vụ", "Hình thức"],
        line,
        [1, "Lý Văn Sáu", "Giáo viên", "Bằng khen"],
    ]
    bring_in(workbook(rows))
    assert [name for _, name, _, _ in grants()] == ["Lý Văn Sáu, Giáo viên"]
