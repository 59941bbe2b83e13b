"""Two whole articles in the form of the seed, with other people, awards, times and noise."""

import datetime
from pathlib import Path

import pytest

from news.importing.files import read_one
from news.importing.parsed import (
    BulletList,
    Caption,
    Heading,
    Paragraph,
    ParsedByline,
    ParsedEvent,
    ParsedParticipant,
)

pytestmark = pytest.mark.once

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="module")
def cluster_two():
    return read_one(SAMPLES / "cum-thi-dua-so-2.txt")


@pytest.fixture(scope="module")
def evening():
    return read_one(SAMPLES / "dem-ton-vinh.txt")


class TestClusterTwo:
    def test_header(self, cluster_two):
        assert cluster_two.title.startswith(
            "Cụm thi đua số 2 các sở, ngành tỉnh Quảng Trị tổng kết"
        )
        assert cluster_two.lead.startswith("Sáng ngày 15/01/2025")
        assert cluster_two.views == 1208
        assert cluster_two.published_at.isoformat() == "2025-01-16T15:40:00+07:00"

    def test_event_in_the_morning_in_a_hall(self, cluster_two):
        assert cluster_two.event == ParsedEvent(
            date=datetime.date(2025, 1, 15),
            part_of_day="morning",
            place_text="Hội trường UBND thành phố Đông Hà, tỉnh Quảng Trị",
            province_name="Quảng Trị",
            words="Sáng ngày 15/01/2025",
        )

    def test_two_people_of_one_unit_wrote_it(self, cluster_two):
        unit = "Phòng Thi đua, Khen thưởng"
        assert cluster_two.byline == (
            ParsedByline("Hoàng Anh Thư", unit),
            ParsedByline("Đoàn Gia Bảo", unit),
        )

    def test_blocks(self, cluster_two):
        kinds = [type(block) for block in cluster_two.blocks]
        assert kinds == [
            Paragraph, Caption, Paragraph, BulletList, Caption, Paragraph,
            Paragraph, Caption, Paragraph, Paragraph, Paragraph,
        ]  # fmt: skip
        assert [c.moment for c in cluster_two.captions] == ["overview", "speech", "handing_over"]
        assert [item.text for item in cluster_two.blocks[3].items][2] == "Hòm thư góp ý trực tuyến"

    def test_unsure_short_line_stays_a_paragraph_and_is_offered(self, cluster_two):
        (candidate,) = cluster_two.caption_candidates
        assert candidate.text == "Kết quả chấm điểm cuối năm"
        assert cluster_two.blocks[candidate.block].text == candidate.text

    def test_participants(self, cluster_two):
        assert cluster_two.participants == (
            ParsedParticipant(
                "đồng chí",
                "Lê Thị Hoài Thương",
                ("Giám đốc Sở Nội vụ", "Cụm trưởng Cụm thi đua"),
                "chaired",
                7,
            ),
            ParsedParticipant("đồng chí", "Hồ Văn Rin", ("Phó Giám đốc Sở Tư pháp",), "chaired", 7),
            ParsedParticipant(
                "bà", "Trương Mỹ Duyên", ("Trưởng phòng Thi đua - Khen thưởng",), "attended", 7
            ),
        )

    def test_letters_of_commendation_to_named_persons_and_to_counted_ones(self, cluster_two):
        grants = cluster_two.grants
        assert {g.title_text for g in grants} == {"Giấy khen"}
        assert {g.decider_text for g in grants} == {"Giám đốc Sở Nội vụ"}
        assert {g.year for g in grants} == {2024}
        assert [
            (g.recipient_kind, g.honorific, g.recipient_name, g.quantity, g.unnamed_text)
            for g in grants
        ] == [
            ("person", "ông", "Phan Đăng Khoa", 1, ""),
            ("person", "bà", "Nguyễn Hoàng Yến", 1, ""),
            ("unnamed", "", "", 2, "tập thể"),
            ("unnamed", "", "", 5, "cá nhân"),
        ]
        assert [g.per_unit_note for g in grants] == [
            "Trưởng phòng Cải cách hành chính",
            "chuyên viên Văn phòng Sở",
            "",
            "thuộc Sở Tư pháp",
        ]

    def test_cluster_with_two_deputies(self, cluster_two):
        (year,) = cluster_two.cluster_years
        assert year.cluster_name == "Cụm thi đua số 2 các sở, ngành tỉnh Quảng Trị"
        assert (year.year, year.head) == (2025, "Sở Tư pháp")
        assert year.deputies == ("Sở Tài chính", "Sở Y tế")

    def test_breadcrumb_and_buttons_are_dropped_with_their_lines(self, cluster_two):
        assert [(d.number, d.text) for d in cluster_two.dropped] == [
            (1, "Trang chủ > Tin tức > Thi đua - Khen thưởng"),
            (31, "In trang | Chia sẻ"),
        ]


class TestEvening:
    def test_header(self, evening):
        assert evening.title == "Đêm tôn vinh điển hình tiên tiến ngành Nội vụ tỉnh Kiên Giang"
        assert evening.views == 87
        assert evening.published_at is None

    def test_a_sentence_broken_over_two_lines_is_one_lead(self, evening):
        assert "tổ chức đêm tôn vinh" in evening.lead

    def test_event_written_out(self, evening):
        assert evening.event.date == datetime.date(2024, 11, 20)
        assert evening.event.part_of_day == "evening"
        assert evening.event.place_text == "Nhà văn hóa tỉnh"
        assert evening.event.province_name == ""

    def test_labelled_bylines(self, evening):
        assert evening.byline == (
            ParsedByline("Lý Cẩm Tú", "Văn phòng Sở", "Tin"),
            ParsedByline("Mai Lan", "", "Ảnh"),
        )

    def test_captions_and_heading(self, evening):
        assert [(c.moment, c.credit) for c in evening.captions] == [
            ("speech", "Mai Lan"),
            ("group", ""),
        ]
        assert Heading("I. NHỮNG VIỆC CÒN PHẢI LÀM", 16) in evening.blocks

    def test_participants(self, evening):
        assert [(p.name, p.posts) for p in evening.participants] == [
            (
                "Danh Sơn Rích",
                ("Phó Chủ tịch UBND tỉnh", "Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh"),
            ),
            ("Tăng Kim Phụng", ("Giám đốc Sở Nội vụ",)),
        ]

    def test_grants_of_the_day_and_none_of_the_plan(self, evening):
        assert [
            (g.title_text, g.decider_text, g.recipient_kind, g.recipient_name)
            for g in evening.grants
        ] == [
            ("Cờ thi đua", "Chính phủ", "organisation", "Sở Nội vụ tỉnh Kiên Giang"),
            ("Bằng khen", "Chủ tịch UBND tỉnh", "household", "Thạch Ngọc Em"),
            ("Bằng khen", "Chủ tịch UBND tỉnh", "organisation", "Phòng Nội vụ huyện Hòn Đất"),
            ("Bằng khen", "Chủ tịch UBND tỉnh", "organisation", "Phòng Nội vụ huyện An Biên"),
            ("Bằng khen", "Chủ tịch UBND tỉnh", "organisation", "Trung tâm Lưu trữ lịch sử"),
        ]
        assert {g.year for g in evening.grants} == {None}

    def test_other_news_below_is_dropped(self, evening):
        assert [d.number for d in evening.dropped] == [22, 23, 24]
