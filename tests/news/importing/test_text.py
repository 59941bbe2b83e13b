"""Plain text files: lines into title, fields and blocks."""

import time

import pytest

from news.importing.errors import UnreadableFile
from news.importing.parsed import BulletList, Caption, Heading, Paragraph
from news.importing.text import read_text

pytestmark = pytest.mark.once

LEAD = (
    "Sáng ngày 05/03/2024, tại tỉnh Lai Châu, Sở Nội vụ tổ chức hội nghị giao ban quý I năm 2024."
)
BODY = (
    "Các phòng đã báo cáo kết quả và nêu những việc còn vướng để cùng nhau tháo gỡ trong tháng tới."
)


def article(*lines: str):
    return read_text("\n".join(lines), "bai.txt")


def texts(found):
    return [block.text for block in found.blocks]


def test_odd_spaces_and_invisible_letters_are_made_plain_and_composed():
    found = article(
        "Hội\u00a0nghị\u202fgiao\u2007ban \u200bquý\u00ad I",
        LEAD,
        "",
        "Hội nghi\u0323\u0302 bắt đầu".replace("nghi\u0323\u0302", "nghi\u0323"),
        BODY,
    )
    assert found.title == "Hội nghị giao ban quý I"
    assert texts(found)[0] == "Hội nghị bắt đầu"


def test_windows_line_ends_and_soft_breaks():
    found = read_text(f"Tiêu đề bài\r\n{LEAD}\r\n\r\n{BODY}\x0b{BODY}\r", "bai.txt")
    assert found.lead == LEAD
    assert texts(found) == [BODY, BODY]


def test_line_that_may_be_the_byline_is_not_asked_about_as_a_caption():
    found = article("Tiêu đề bài", LEAD, "", BODY, "Kết quả nổi bật", BODY, "Lan Anh")
    assert [one.name for one in found.byline_candidates] == ["Lan Anh"]
    assert [one.text for one in found.caption_candidates] == ["Kết quả nổi bật"]
    assert texts(found)[-1] == "Lan Anh"


def test_count_nobody_can_have_counted_is_left_out_with_a_warning():
    found = article("Tiêu đề bài", "Lượt xem: 5000000000", LEAD, "", BODY)
    assert found.views is None
    assert found.warnings == ("bai.txt: 5000000000 không phải số lượt xem có thật, nên bỏ qua",)


@pytest.mark.parametrize(
    ("line", "views"),
    [
        ("Lượt xem: 33", 33),
        ("Lượt xem : 1.413", 1413),
        ("Số lượt xem: 2,500", 2500),
        ("Đã xem: 7", 7),
        ("120 lượt xem", 120),
        ("09:42 14/05/2021 | Lượt xem : 1413", 1413),
    ],
)
def test_counters(line, views):
    found = article("Tiêu đề bài", line, LEAD, "", BODY)
    assert found.views == views
    assert texts(found) == [BODY]


def test_counter_line_may_carry_the_time_of_publication():
    found = article("Tiêu đề bài", "09:42 14/05/2021 | Lượt xem : 1413", LEAD, BODY)
    assert found.published_at.isoformat() == "2021-05-14T09:42:00+07:00"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Thứ Năm, 16/01/2025, 15:40 (GMT+7)", "2025-01-16T15:40:00+07:00"),
        ("Ngày đăng: 16-01-2025", "2025-01-16T00:00:00+07:00"),
        ("Cập nhật lúc: 03:05 PM, 16/01/2025", "2025-01-16T15:05:00+07:00"),
        ("16/01/2025 12:05:09 SA", "2025-01-16T00:05:00+07:00"),
    ],
)
def test_publication_stamps(line, iso):
    assert article("Tiêu đề bài", line, LEAD, BODY).published_at.isoformat() == iso


@pytest.mark.parametrize("line", ["16/01/2025 17/01/2025", "15:40", "16/01/0001 08:00", "Thứ Năm"])
def test_what_is_no_stamp_is_not_lost(line):
    found = article("Tiêu đề bài", line, LEAD, BODY)
    assert found.published_at is None
    assert line in [*texts(found), *(d.text for d in found.dropped)]


def test_bare_date_inside_the_text_is_text():
    assert "16/01/2025" in texts(article("Tiêu đề bài", LEAD, BODY, "16/01/2025", BODY))


def test_second_counter_is_dropped_not_added():
    found = article("Tiêu đề bài", "Lượt xem: 33", LEAD, BODY, "Lượt xem: 34")
    assert found.views == 33
    assert [d.text for d in found.dropped] == ["Lượt xem: 34"]


def test_views_told_in_a_sentence_are_text():
    line = "Đoạn phim đạt 3,36 tỷ lượt xem: 12 nước cùng chiếu."
    found = article("Tiêu đề bài", LEAD, BODY, line)
    assert found.views is None
    assert texts(found)[-1] == line


def test_publication_time_that_never_was_is_a_warning_with_file_and_line():
    found = article("Tiêu đề bài", "Ngày đăng: 30/02/2024 08:00", LEAD, BODY)
    assert found.published_at is None
    assert found.warnings[0].startswith("bai.txt, dòng 2: ")


def test_event_day_that_never_was_is_a_warning_with_file_and_line():
    found = article(
        "Tiêu đề bài", "", "Chiều ngày 30/02/2024, tại Hà Nội, Sở Nội vụ họp giao ban.", BODY
    )
    assert found.event is None
    assert found.warnings == (
        "bai.txt, dòng 3: ngày 30/02/2024 không có trong lịch, nên không ghi ngày diễn ra",
    )


@pytest.mark.parametrize(
    "line",
    ["web basic 2x", "In trang", "Chia sẻ", "Quay lại", "Tweet", "In trang | Gửi email | Tweet", "Về đầu trang",
     "Trang chủ » Tin tức » Hoạt động", "Trang chủ / Tin trong tỉnh", "A+ A A-"],
)  # fmt: skip
def test_template_noise_is_dropped_wherever_it_stands(line):
    for lines in ([line, "Tiêu đề bài", LEAD, BODY], ["Tiêu đề bài", LEAD, line, BODY, line]):
        found = article(*lines)
        assert (found.title, found.lead) == ("Tiêu đề bài", LEAD)
        assert {d.text for d in found.dropped} == {line}
        assert all(d.reason for d in found.dropped)


def test_words_that_only_begin_like_noise_stay():
    line = "Chia sẻ dữ liệu giữa các ngành là yêu cầu bắt buộc."
    assert line in texts(article("Tiêu đề bài", LEAD, BODY, line))


def test_lead_must_be_a_paragraph_before_others():
    assert article("Tiêu đề bài", BODY).lead == ""
    assert (
        article("Tiêu đề bài", "Gồm các nội dung sau, theo kế hoạch đã ban hành:", BODY, BODY).lead
        == ""
    )
    assert article("Tiêu đề bài", "Quang cảnh hội nghị", LEAD, BODY).lead == LEAD


def test_title_longer_than_the_field_is_cut_and_kept_whole_in_the_text():
    title = "Báo cáo " * 60
    found = article(title, LEAD, BODY)
    assert len(found.title) <= 255
    assert found.title.endswith(" Báo…")
    assert found.lead == title.strip()
    assert "255" in found.warnings[0]


def test_line_that_goes_on_with_a_small_letter_is_joined():
    found = article(
        "Tiêu đề bài",
        "",
        LEAD,
        "",
        "Hội nghị thống nhất",
        "các nội dung trên.",
        "a) Việc một",
        "b) Việc hai",
    )
    assert texts(found) == ["Hội nghị thống nhất các nội dung trên.", "a) Việc một", "b) Việc hai"]


def test_dashed_lines_behind_a_colon_are_a_list_and_elsewhere_a_voice():
    found = article(
        "Tiêu đề bài", LEAD, BODY, "Gồm có:", "- Một", "- Hai", BODY, "- Anh đi đâu?", "- Tôi về."
    )
    assert isinstance(found.blocks[2], BulletList)
    assert [item.text for item in found.blocks[2].items] == ["Một", "Hai"]
    assert [b.text for b in found.blocks[4:]] == ["- Anh đi đâu?", "- Tôi về."]


def test_credit_on_its_own_line_belongs_to_the_caption_above():
    found = article("Tiêu đề bài", LEAD, BODY, "Quang cảnh hội nghị", "Ảnh: Thu Trang", BODY)
    assert found.captions == (Caption("Quang cảnh hội nghị", 4, "overview", "Thu Trang"),)


def test_heading_and_paragraph():
    found = article("Tiêu đề bài", LEAD, "I. KẾT QUẢ", BODY)
    assert found.blocks == (Heading("I. KẾT QUẢ", 3), Paragraph(BODY, 4))


def test_identity_depends_on_the_words_not_on_views_or_template():
    one = article("Tiêu đề bài", "Lượt xem: 1", LEAD, BODY, "web basic 2x")
    two = article("Tiêu đề bài", "Lượt xem: 2", "", LEAD, "", BODY)
    three = article("Tiêu đề bài", "Lượt xem: 2", "", LEAD, "", BODY, "Câu thêm vào.")
    assert one.external_id == two.external_id != three.external_id
    assert one.source_digest != two.source_digest


@pytest.mark.parametrize("content", ["\n \u00a0\n", "In trang\nChia sẻ", "\u200b\ufeff"])
def test_text_without_any_words_is_refused(content):
    with pytest.raises(UnreadableFile, match=r"^bai\.txt: "):
        read_text(content, "bai.txt")


@pytest.mark.parametrize(
    "unit",
    ["a", "Nguyễn ", "ông Nguyễn Văn An, ", "Dự có ông Lê An, Giám đốc; ", "tặng Bằng khen cho 07 cá nhân, ",
     "tặng Bằng khen cho tập thể Sở Nội vụ và ", ", ", "29/02/2024 ", "Cụm thi đua ", "làm Cụm trưởng, ", "in trang "],
)  # fmt: skip
def test_one_megabyte_on_one_line_is_read_in_two_seconds(unit):
    line = "đã tặng Bằng khen cho " + unit * (1_000_000 // len(unit))
    started = time.process_time()
    article("Tiêu đề bài", LEAD, line)
    assert time.process_time() - started < 2
