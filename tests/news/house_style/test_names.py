"""Names almost as the tables have them; and the many that are right, or nobody's."""

import datetime
from dataclasses import replace

import pytest

from news.house_style.findings import Rule
from news.house_style.known_names import FormerName
from tests.news.house_style.conftest import HOUSE

pytestmark = pytest.mark.once

WRONG = [
    ("Dự họp có đại diện lãnh đạo Sở Nội và công chức các phòng.", "Sở Nội", "Sở Nội vụ"),
    ("Hội nghị do Sở Nội\u00a0tổ chức.", "Sở Nội", "Sở Nội vụ"),
    ("Giám đốc Sở vụ phát biểu.", "Sở vụ", "Sở Nội vụ"),
    ("Phòng Cải hành chính rà soát.", "Phòng Cải hành chính", "Phòng Cải cách hành chính"),
    (
        "Hội đồng thi đua khen thưởng tỉnh Lam Giang họp.",
        "Hội đồng thi đua khen thưởng tỉnh Lam Giang",
        "Hội đồng Thi đua - Khen thưởng tỉnh Lam Giang",
    ),
    ("Sở nội vụ hướng dẫn các xã.", "Sở nội vụ", "Sở Nội vụ"),
    ("Giám đốc sở Nội vụ trả lời.", "sở Nội vụ", "Sở Nội vụ"),
    ("Theo Bộ Nội Vụ, nghị định có hiệu lực.", "Bộ Nội Vụ", "Bộ Nội vụ"),
    ("Ông làm việc ở Sở Nội vu tỉnh.", "Sở Nội vu", "Sở Nội vụ"),
    (
        "Trung tâm lưu trữ lịch sử tỉnh mở cửa.",
        "Trung tâm lưu trữ lịch sử tỉnh",
        "Trung tâm Lưu trữ lịch sử tỉnh",
    ),
    (
        "Hội đồng Thi đua - Khen tỉnh Lam Giang họp.",
        "Hội đồng Thi đua - Khen tỉnh Lam Giang",
        "Hội đồng Thi đua - Khen thưởng tỉnh Lam Giang",
    ),
    (
        "Ông Vũ Đăng Khái, Giám đốc Sở, chủ trì.",
        "Vũ Đăng Khái",
        "Vũ Đăng Khải",
    ),
]
RIGHT = [
    "Sở Nội vụ tỉnh Lam Giang tổ chức hội nghị.",
    "Các sở nội vụ trong cả nước gửi báo cáo.",
    "SỞ NỘI VỤ TỈNH LAM GIANG",
    "Sở Nội vụ các tỉnh Trung du và Miền núi phía Bắc ký giao ước.",
    "Sở Tài nguyên và Môi trường cử công chức tham gia.",
    "Họp tại trụ sở, nội dung gồm hai phần.",
    "Phó Chánh văn phòng Sở Nông nghiệp dự họp.",
    "Hội đồng Thi đua – Khen thưởng tỉnh Lam Giang họp phiên cuối năm.",
    "Ủy ban nhân dân Lam Giang ban hành kế hoạch.",
    "Uỷ ban nhân dân tỉnh Lam Giang",
    "Trung tâm Lưu trữ lịch sử giữ hai vạn hồ sơ.",
    "Ông Vũ Đăng Khái, nông dân xã Tân Giang, hiến đất mở đường.",
    "Bà Nguyễn Thị Hoa, Trưởng thôn, chia sẻ niềm vui.",
    "Bà Nguyễn Thị Hoa Mai, Phó Giám đốc, dự lễ.",
    "Bộ nội dung gồm 5 tài liệu.",
    "Tại trụ sở, Nội vụ và Tài chính là hai ngành được hỏi nhiều.",
]


@pytest.mark.parametrize(("text", "words", "replacement"), WRONG)
def test_a_name_that_is_nearly_right_is_found(found, text, words, replacement):
    assert (words, replacement) in found(text, rule=Rule.NAMES)


@pytest.mark.parametrize("text", RIGHT)
def test_right_names_and_other_names_are_left_alone(found, text):
    assert found(text, rule=Rule.NAMES) == []


def test_a_near_name_of_two_bodies_is_nobodys(found):
    names = replace(HOUSE.names, bodies=("Sở Nội vụ", "Sở Nội chính"))
    assert found("Họp tại Sở Nội.", rule=Rule.NAMES, facts=replace(HOUSE, names=names)) == []


def test_a_person_is_known_by_the_rest_of_the_text(found):
    assert found("Vũ Đăng Khái phát biểu.", rule=Rule.NAMES) == []
    wrong = [("Vũ Đăng Khái", "Vũ Đăng Khải")]
    assert found("Ông Vũ Đăng Khải dự.", "Vũ Đăng Khái phát biểu.", rule=Rule.NAMES) == wrong
    linked = replace(HOUSE, people=frozenset({"Vũ Đăng Khải"}))
    assert found("Vũ Đăng Khái phát biểu.", rule=Rule.NAMES, facts=linked) == wrong


def test_a_former_name_is_told_when_its_time_is_over(found):
    today = replace(HOUSE, published_on=datetime.date(2024, 2, 29))
    name = "Ban Tổ chức chính quyền tỉnh Lam Giang"
    told = [(name, "Sở Nội vụ tỉnh Lam Giang")]
    assert found(f"{name} mở lớp tập huấn.", rule=Rule.NAMES, facts=today) == told
    assert found(f"Sở tiền thân là {name}.", rule=Rule.NAMES, facts=today) == []
    assert found(f"Năm 1995, {name} có 12 người.", rule=Rule.NAMES, facts=today) == []
    between = FormerName(
        "Sở Tổ chức chính quyền", told[0][1], datetime.date(2024, 12, 31), datetime.date(2004, 1, 1)
    )
    names = replace(HOUSE.names, former=(*HOUSE.names.former, between))
    assert found(
        f"{name} mở lớp tập huấn.", rule=Rule.NAMES, facts=replace(today, names=names)
    ) == [(name, "Sở Tổ chức chính quyền")]
    then = replace(HOUSE, published_on=datetime.date(2003, 5, 1))
    assert found(f"{name} mở lớp tập huấn.", rule=Rule.NAMES, facts=then) == []
