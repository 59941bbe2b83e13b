"""Days, days of the week, the day of the event, and how many received an award."""

import datetime
from dataclasses import replace

import pytest

from news.house_style.findings import RecordedGrant, Rule
from tests.news.house_style.conftest import HOUSE

pytestmark = pytest.mark.once

DAY = datetime.date(2024, 2, 29)  # a Thursday
TODAY = replace(HOUSE, published_on=DAY)
OF_EVENT = replace(TODAY, event=(DAY, DAY))


@pytest.mark.parametrize(
    ("text", "words", "likely"),
    [
        ("Chiều ngày 30/02/2024, tại hội trường.", "30/02/2024", "29/02/2024"),
        ("Hạn nộp: ngày 31 tháng 4 năm 2024.", "31 tháng 4 năm 2024", "30 tháng 4 năm 2024"),
        ("Nhận hồ sơ đến ngày 31/6.", "31/6", "30/6"),
        ("Ký ngày\u00a029/02/2023.", "29/02/2023", "28/02/2023"),
        ("Ký ngày 31\u00a0tháng\u00a09.", "31\u00a0tháng\u00a09", "30\u00a0tháng\u00a09"),
        ("Họp ngày 02/13/2024.", "02/13/2024", "13/02/2024"),
        ("Họp ngày 32/13/2024.", "32/13/2024", None),
        ("Họp ngày 00/3/2024.", "00/3/2024", None),
        ("Tập huấn từ ngày 29/02 đến ngày 30/02/2024.", "30/02/2024", "29/02/2024"),
    ],
)
def test_a_day_that_cannot_be_is_found(found, text, words, likely):
    assert found(text, rule=Rule.DATES, facts=TODAY) == [(words, likely)]


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        (
            "Sáng thứ Hai, ngày 29/02/2024, đoàn làm việc.",
            "thứ Hai, ngày 29/02/2024",
            "thứ Năm, ngày 29/02/2024",
        ),
        ("Chiều thứ Ba (29/2), đoàn làm việc.", "thứ Ba (29/2", "thứ Năm (29/2"),
        (
            "Chủ nhật, ngày 29 tháng 02 năm 2024",
            "Chủ nhật, ngày 29 tháng 02 năm 2024",
            "Thứ Năm, ngày 29 tháng 02 năm 2024",
        ),
        ("Sáng Chủ nhật, 29/02/2024", "Chủ nhật, 29/02/2024", "thứ Năm, 29/02/2024"),
    ],
)
def test_a_weekday_that_day_does_not_have_is_found(found, text, words, right):
    assert found(text, rule=Rule.DATES, facts=TODAY) == [(words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Chiều ngày 29/02/2024, tại hội trường.",
        "Ngày 31/12/2024 là ngày làm việc cuối năm; ngày 29/2 họp.",
        "Giỗ Tổ Hùng Vương ngày 10/3 âm lịch, Tết ngày 30 tháng 2 âm lịch không có.",
        "Nghị định số 98/2023/NĐ-CP, Quyết định số 30/02/2024 của Sở.",
        "Tỷ lệ 31/4, phương án 30/2.",
        "Sáng thứ Năm, ngày 29/02/2024, đoàn làm việc.",
        "Kỳ họp thứ hai ngày 27/02/2024 thông qua nghị quyết.",
        "Đợt thi đua lần thứ ba, ngày 29/02/2024 tổng kết.",
        "Từ ngày 30/12/2023 đến ngày 02/01/2024 nghỉ.",
    ],
)
def test_days_that_are_and_numbers_that_are_none(found, text):
    assert found(text, rule=Rule.DATES, facts=TODAY) == []


def test_the_first_day_of_the_text_is_that_of_the_form(found):
    text = "Chiều ngày 28/02/2024, Sở tổ chức hội nghị."
    assert found(text, rule=Rule.DATES, facts=OF_EVENT) == [("28/02/2024", "29/02/2024")]
    assert found(text, rule=Rule.DATES, facts=TODAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Chiều ngày 29/02/2024, Sở tổ chức hội nghị.",
        "Ngày 29/2, Sở tổ chức hội nghị.",
        "Từ ngày 28 đến ngày 29/02/2024, Sở mở lớp.",
        "Thực hiện Kế hoạch ngày 12/01/2024, Sở tổ chức hội nghị.",
        "Sở tổ chức hội nghị.",
        "Ngày 03/01/1946, Chủ tịch Hồ Chí Minh ký Thông đạt số 1C/VP.",
    ],
)
def test_the_day_of_the_event_in_other_words_and_other_days(found, text):
    assert found(text, rule=Rule.DATES, facts=OF_EVENT) == []


COMMENDATION = ("Bằng khen của Bộ trưởng Bộ Nội vụ", "Bằng khen")
SENTENCE = "Bộ trưởng quyết định tặng Bằng khen cho 07 tập thể có thành tích xuất sắc."


def recorded(**kinds):
    return replace(
        HOUSE, grants=[RecordedGrant(COMMENDATION, kind, n) for kind, n in kinds.items()]
    )


def test_a_number_the_grants_do_not_come_to_is_found(found):
    six = recorded(organisation=6)
    told = [("07 tập thể", "06 tập thể")]
    assert found(SENTENCE, rule=Rule.COUNTS, facts=six) == told
    assert found(SENTENCE, rule=Rule.COUNTS, facts=recorded(unnamed=6)) == told


def test_no_number_is_offered_where_another_may_be_the_wrong_one(found):
    text = f"{SENTENCE} Bộ trưởng quyết định tặng Bằng khen cho 03 đơn vị."
    assert found(text, rule=Rule.COUNTS, facts=recorded(organisation=9)) == [("07 tập thể", None)]
    assert found(SENTENCE, rule=Rule.COUNTS, facts=recorded(person=2)) == [("07 tập thể", None)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (SENTENCE, recorded(organisation=7)),
        (SENTENCE, recorded(unnamed=7)),
        (SENTENCE, recorded(organisation=7, person=3)),
        (SENTENCE, HOUSE),
        (SENTENCE + " " + SENTENCE, recorded(unnamed=7)),
        (
            SENTENCE + " Giám đốc tặng Bằng khen cho Sở Tài chính và Sở Y tế.",
            recorded(organisation=7),
        ),
        (SENTENCE, replace(HOUSE, grants=[RecordedGrant(("Cờ thi đua",), "organisation", 1)])),
        ("Dự hội nghị có 07 tập thể, 12 cá nhân.", recorded(organisation=6)),
        ("Hội đồng đề nghị tặng Bằng khen cho 07 tập thể.", recorded(organisation=6)),
    ],
)
def test_numbers_that_agree_and_numbers_of_something_else(found, text, facts):
    assert found(text, rule=Rule.COUNTS, facts=facts) == []
