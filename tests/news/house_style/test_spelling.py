"""Tone placement, set phrases, syllables that cannot be, and one term in several cases."""

from dataclasses import replace

import pytest

from news.house_style.findings import Rule
from tests.news.house_style.conftest import HOUSE

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Phong trào có sức lan toả sâu rộng.", "toả", "tỏa"),
        ("Uỷ ban nhân dân tỉnh giao nhiệm vụ.", "Uỷ", "Ủy"),
        ("Đồng chí Bí thư Tỉnh uỷ dự.", "uỷ", "ủy"),
        ("Xây dựng nếp sống văn hoá.", "hoá", "hóa"),
    ],
)
def test_a_tone_in_the_newer_place_is_moved(found, text, words, right):
    assert found(text, rule=Rule.TONES) == [(words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Văn hóa công sở, lan tỏa, thủy lợi, khỏe mạnh.",
        "Quý I, hoàn thành, thuở ấy, khuya, ngoài ra, quỹ, thoải mái.",
        "Bà Đỗ Thị Bích Thuỷ, thanh niên Ma Thị Hoà và xã Hoà Tiến.",
        "Đoàn công tác Thanh Hoá đến thăm.",
        "Họp tại Trung tâm Văn hoá tỉnh.",
        "Bà Hoà kể lại; tỉnh Hoà Bình đăng cai.",
        "TOÀN TỈNH HOÀN THÀNH KẾ HOẠCH",
    ],
)
def test_tones_in_place_and_names_are_left_alone(found, text):
    assert found(text, rule=Rule.TONES) == []


def test_a_house_may_want_the_newer_place_or_either(found):
    newer = replace(HOUSE, tone_placement="new")
    assert found("Sức lan tỏa, quý, hoàn.", rule=Rule.TONES, facts=newer) == [("tỏa", "toả")]
    assert (
        found("Lan tỏa, lan toả.", rule=Rule.TONES, facts=replace(HOUSE, tone_placement="any"))
        == []
    )


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Chia sẻ với Cơ sơ dữ liệu Quốc gia.", "Cơ sơ dữ liệu Quốc gia", "Cơ sở dữ liệu Quốc gia"),
        ("Đẩy mạnh cải cách hành chinh.", "cải cách hành chinh", "cải cách hành chính"),
        (
            "Cán bộ, công chưc, viên chức.",
            "Cán bộ, công chưc, viên chức",
            "Cán bộ, công chức, viên chức",
        ),
        (
            "Nhận Bằng khen của Thủ tương Chính phủ.",
            "Bằng khen của Thủ tương Chính phủ",
            "Bằng khen của Thủ tướng Chính phủ",
        ),
        ("Kết quả đựơc công nhận.", "đựơc", "được"),
        ("Các đơn vị thựchiện tốt.", "thựchiện", None),
        ("Lãnh đạo phòng thamdự họp.", "thamdự", None),
        ("Nâng cao chất lượngphục vụ.", "lượngphục", "lượng phục"),
    ],
)
def test_a_slip_of_the_keyboard_is_found(found, text, words, right):
    told = dict(found(text, rule=Rule.PHRASES))
    assert words in told
    if right:
        assert told[words] == right


@pytest.mark.parametrize(
    "text",
    [
        "Cập nhật cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức.",
        "CAI CACH HANH CHINH la nhiem vu trong tam",
        "Chiến sỹ thi đua cơ sở, chiến sĩ thi đua toàn quốc.",
        "Uỷ ban nhân dân và Ủy ban Nhân dân.",
        "Email, website, Facebook, Zalo, logistics, 5G, km, m², CBCCVC, QĐ-UBND.",
        "Huyện Đắk Lắk, Krông Ana, ông Y Moan Êban, bà H’Ngăm Niê Kđăm.",
        "Vắc-xin, ki-lô-gam, ôtô, axít, café.",
        "a) Hồ sơ; đ) Thời hạn; e) Lệ phí.",
        "Gửi về địa chỉ thưđiệntử@lamgiang.example.",
        "Khuỷu tay, ngoằn ngoèo, quý giá, giữ gìn, xoong, thuở.",
        "Người dân tìm được số chuyến, đôi sổ và cơ số dư.",
    ],
)
def test_right_and_foreign_words_are_left_alone(found, text):
    assert found(text, rule=Rule.PHRASES) == []


def test_one_term_is_written_one_way_in_one_article(found):
    texts = (
        "Cụm thi đua ký giao ước; các đơn vị trong Cụm thi đua tham gia.",
        "Nhiệm vụ của cụm Thi đua năm 2024.",
    )
    assert found(*texts, rule=Rule.CASES) == [("cụm Thi đua", "Cụm thi đua")]


def test_where_an_article_is_undecided_the_house_decides(found):
    assert found("Cụm Thi đua họp. Cụm thi đua bàn.", rule=Rule.CASES) == [
        ("Cụm Thi đua", "Cụm thi đua")
    ]


def test_a_term_that_ends_the_text_is_found_once(found):
    assert found("Cụm thi đua họp.", "Các đơn vị của Cụm Thi đua.", rule=Rule.CASES) == [
        ("Cụm Thi đua", "Cụm thi đua")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cụm thi đua họp; các cụm thi đua khác gửi báo cáo.",
        "CỤM THI ĐUA HỌP. Cụm thi đua bàn ba việc.",
        "Cụm Thi đua họp. Cụm Thi đua bàn.",
        "Tặng Bằng khen và giấy khen. Giấy khen trao sau.",
    ],
)
def test_capitals_that_only_follow_the_sentence_are_left_alone(found, text):
    assert found(text, rule=Rule.CASES) == []


IN_CAPITALS = "Các đơn vị trong Cụm thi đua ký kết; nhiệm vụ của Cụm thi đua là"


@pytest.mark.parametrize(
    ("texts", "words", "right"),
    [
        ((f"{IN_CAPITALS} giao ước của cụm thi đua.",), "cụm thi đua", "Cụm thi đua"),
        (
            ("Trưởng ban giao cụm thi đua; họp cụm thi đua.", IN_CAPITALS[:32]),
            "Cụm thi đua",
            "cụm thi đua",
        ),
        (("Bàn giao Khối thi đua.", "Họp khối thi đua."), "Khối thi đua", "khối thi đua"),
        (("Bàn giao Cụm thi đua.", "Họp cụm thi đua."), "cụm thi đua", "Cụm thi đua"),
        (
            ("Nhận cờ của Cụm thi đua số 3.", "Hội nghị cụm thi đua số 3."),
            "cụm thi đua",
            "Cụm thi đua",
        ),
    ],
)
def test_one_group_is_written_one_way_inside_sentences(found, texts, words, right):
    """Undecided: a capital for what follows a name, and for what our tables know a name of."""
    assert found(*texts, rule=Rule.CASES) == [(words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Các cụm thi đua, 05 cụm thi đua, mỗi cụm thi đua, hai cụm thi đua.",
        "Cụm, khối thi đua; so với cụm thi đua khác.",
        "Hội nghị mời Trưởng cụm thi đua.",
        "Hội nghị của cụm thi đua các tỉnh vùng cao.",
    ],
)
def test_any_group_has_a_small_letter_beside_the_one_meant(found, text):
    assert found(f"{IN_CAPITALS} nòng cốt. {text}", rule=Rule.CASES) == []
