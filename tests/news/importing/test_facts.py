"""Facts in single sentences: what is read, and above all what must not be."""

import datetime

import pytest

from news.importing.bylines import read_byline
from news.importing.captions import judge, moment_of
from news.importing.clusters import read_cluster_years
from news.importing.events import read_event
from news.importing.grants import grants_in
from news.importing.language import Passage, sentences
from news.importing.people import read_participants

pytestmark = pytest.mark.once

PUBLISHED = datetime.date(2024, 11, 15)


def event_of(text: str, published: datetime.date | None = None):
    return read_event([Passage(1, text)], published)


def people_in(text: str):
    return [(p.honorific, p.name, p.posts, p.role) for p in read_participants([Passage(1, text)])]


def brief(sentence: str):
    return [
        (g.title_text, g.recipient_kind, g.recipient_name or f"{g.quantity} {g.unnamed_text}")
        for g in grants_in(sentence)
    ]


class TestEvents:
    @pytest.mark.parametrize(
        ("words", "part"),
        [
            ("Sáng ngày 29/02/2024", "morning"),
            ("Trưa 29/02/2024", "noon"),
            ("Chiều ngày 29-02-2024", "afternoon"),
            ("Tối ngày 29 tháng 02 năm 2024", "evening"),
            ("Chiều 29.2.2024", "afternoon"),
            ("Vào sáng ngày 29/2/2024", "morning"),
            ("Ngày 29/02/2024", ""),
            ("14 giờ 30 phút ngày 29/02/2024", ""),
            ("Tại Hà Nội, ngày 29/02/2024", ""),
        ],
    )
    def test_spellings_of_a_day(self, words, part):
        found = event_of(f"{words}, Sở Nội vụ tổ chức hội nghị.").sure
        assert (found.date, found.part_of_day) == (datetime.date(2024, 2, 29), part)

    @pytest.mark.parametrize(
        ("words", "first", "last"),
        [
            ("Từ ngày 26 đến ngày 28/3/2024", (3, 26), (3, 28)),
            ("Trong 02 ngày 14 và 15/11/2024", (11, 14), (11, 15)),
            ("Ngày 14-15/11/2024", (11, 14), (11, 15)),
            ("Từ ngày 28/6 đến ngày 01/7/2024", (6, 28), (7, 1)),
        ],
    )
    def test_several_days(self, words, first, last):
        found = event_of(f"{words}, Sở tổ chức lớp tập huấn.").sure
        assert found.date == datetime.date(2024, *first)
        assert found.end_date == datetime.date(2024, *last)

    def test_year_not_printed_is_taken_from_the_publication(self):
        assert event_of("Sáng 14/11, Sở họp.", PUBLISHED).sure.date == datetime.date(2024, 11, 14)
        assert event_of("Sáng 28/12, Sở họp.", PUBLISHED).sure.date == datetime.date(2023, 12, 28)

    def test_year_not_printed_and_not_known_is_only_offered(self):
        found = event_of("Sáng 14/11, tại Hà Nội, Sở họp.")
        assert found.sure is None
        assert (found.possible.date, found.possible.part_of_day) == (None, "morning")

    @pytest.mark.parametrize(
        "day", ["30/02/2024", "29/02/2023", "31-04-2024", "30 tháng 2 năm 2024"]
    )
    def test_day_that_is_in_no_calendar(self, day):
        found = event_of(f"Chiều ngày {day}, tại tỉnh Bắc Kạn, Sở họp.")
        assert found.sure is None
        assert found.possible.date is None
        assert found.possible.province_name == "Bắc Kạn"
        assert day in found.impossible_days[0][1]

    @pytest.mark.parametrize(
        "text",
        [
            "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ, Sở hướng dẫn như sau.",
            "Kỷ niệm Ngày truyền thống (28/8/1945 - 28/8/2024), Sở tổ chức hội thao.",
            "Tỷ lệ hồ sơ đúng hạn đạt 29/30, tăng 3.5 điểm so với năm 2023.",
        ],
    )
    def test_day_of_a_document_or_an_anniversary_is_no_event(self, text):
        assert event_of(text).sure is None

    @pytest.mark.parametrize(
        "since", ["Từ ngày 1/1/2024 trở đi", "Từ ngày 1/1/2024", "Từ sáng 1/1/2024 trở đi"]
    )
    def test_day_since_which_a_rule_holds_is_only_offered(self, since):
        found = event_of(f"{since}, tiền lương tính theo mức mới.", PUBLISHED)
        assert found.sure is None
        assert found.possible.date == datetime.date(2024, 1, 1)

    def test_long_gone_day_is_history(self):
        assert event_of("Ngày 19/8/1945, nhân dân giành chính quyền.", PUBLISHED).sure is None

    @pytest.mark.parametrize(
        ("place", "text", "province"),
        [
            ("tại tỉnh Hoà Bình, Cụm thi đua", "tỉnh Hoà Bình", "Hoà Bình"),
            ("tại Hà Nội đã diễn ra", "Hà Nội", "Hà Nội"),
            ("tại TP. Hồ Chí Minh, Sở", "TP. Hồ Chí Minh", "Hồ Chí Minh"),
            (
                "tại thành phố Bắc Kạn, tỉnh Bắc Kạn, Sở",
                "thành phố Bắc Kạn, tỉnh Bắc Kạn",
                "Bắc Kạn",
            ),
            ("tại Bảo tàng Hồ Chí Minh, Sở", "Bảo tàng Hồ Chí Minh", ""),
            ("tại số 1 đường Điện Biên Phủ, Sở", "số 1 đường Điện Biên Phủ", ""),
            ("tại tỉnh Bà Rịa - Vũng Tàu, Sở", "tỉnh Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
            ("tại Hội nghị giao ban, Sở", "", ""),
            ("tại các đơn vị, Sở", "", ""),
        ],
    )
    def test_places(self, place, text, province):
        found = event_of(f"Chiều ngày 29/02/2024, {place} tổ chức hội nghị.").sure
        assert (found.place_text, found.province_name) == (text, province)


class TestPeople:
    def test_several_people_with_several_posts(self):
        assert people_in(
            "Dự Hội nghị có ông Lò Văn Phong, Phó Chủ tịch UBND tỉnh, Trưởng ban Chỉ đạo; bà Ma Thị "
            "Ngân, Giám đốc Sở Nội vụ và đại diện các sở, ngành."
        ) == [
            ("ông", "Lò Văn Phong", ("Phó Chủ tịch UBND tỉnh", "Trưởng ban Chỉ đạo"), "attended"),
            ("bà", "Ma Thị Ngân", ("Giám đốc Sở Nội vụ",), "attended"),
        ]

    def test_one_honorific_for_all(self):
        assert people_in(
            "Cùng dự có các đồng chí: Lê Văn Đạt – Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh; Nông Thị Bé "
            "– Ủy viên dự khuyết Trung ương; các đồng chí trong Ban Thường vụ."
        ) == [
            ("đồng chí", "Lê Văn Đạt", ("Phó Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"), "attended"),
            ("đồng chí", "Nông Thị Bé", ("Ủy viên dự khuyết Trung ương",), "attended"),
        ]

    def test_department_with_a_comma_or_and_in_its_name_stays_whole(self):
        (person,) = people_in(
            "Dự có bà Vi Thị Hạnh, Giám đốc Sở Văn hóa, Thể thao và Du lịch; đại diện các phòng."
        )
        assert person[2] == ("Giám đốc Sở Văn hóa, Thể thao và Du lịch",)

    @pytest.mark.parametrize(
        "text",
        [
            "Chủ trì Hội nghị là đồng chí Bế Văn Sơn, Giám đốc Sở Nội vụ.",
            "Đồng chí Bế Văn Sơn, Giám đốc Sở Nội vụ chủ trì Hội nghị.",
            "Hội nghị do đồng chí Bế Văn Sơn, Giám đốc Sở Nội vụ chủ trì.",
        ],
    )
    def test_who_chaired(self, text):
        assert people_in(text) == [("đồng chí", "Bế Văn Sơn", ("Giám đốc Sở Nội vụ",), "chaired")]

    def test_who_spoke_is_the_same_person_as_who_attended(self):
        text = (
            "Dự Hội nghị có ông Đinh Quang Vinh, Chánh Văn phòng. Phát biểu tại Hội nghị, ông Đinh "
            "Quang Vinh đánh giá cao kết quả đạt được."
        )
        assert people_in(text) == [("ông", "Đinh Quang Vinh", ("Chánh Văn phòng",), "attended")]

    def test_posts_of_a_speaker_end_before_the_verb(self):
        assert people_in(
            "Phát biểu tại Hội nghị, bà Đàm Thu Cúc, Phó Giám đốc Sở Thông tin và Truyền thông nhấn "
            "mạnh ba việc."
        ) == [("bà", "Đàm Thu Cúc", ("Phó Giám đốc Sở Thông tin và Truyền thông",), "spoke")]

    def test_brackets_in_and_around_a_post(self):
        (person,) = people_in(
            "Dự có bà Vi Thị Hạnh (Phó Chủ tịch Liên minh Hợp tác xã (LMHTX), Trưởng ban)."
        )
        assert person[2] == ("Phó Chủ tịch Liên minh Hợp tác xã (LMHTX)", "Trưởng ban")

    @pytest.mark.parametrize(
        "text",
        [
            "Dự án có ông Trần Văn Bình, Giám đốc ban quản lý phụ trách.",
            "Dự thảo luật gồm ông bà, cha mẹ được hưởng chế độ.",
            "Dự Hội nghị có đại diện lãnh đạo các sở, ngành.",
            "Theo ông Trần Văn Bình, Giám đốc công ty, giá sẽ tăng.",
        ],
    )
    def test_nobody(self, text):
        assert people_in(text) == []


class TestGrants:
    def test_no_break_spaces_are_gone_before_this_and_leading_zeros_count(self):
        (grant,) = grants_in("Bộ trưởng Bộ Nội vụ tặng Bằng khen cho 07 cá nhân của 07 Sở Nội vụ.")
        assert (grant.quantity, grant.unnamed_text) == (7, "cá nhân")
        assert grant.per_unit_note == "của 07 Sở Nội vụ"
        assert grant.decider_text == "Bộ trưởng Bộ Nội vụ"

    def test_and_inside_a_name_does_not_split_it(self):
        assert brief(
            "Chủ tịch UBND tỉnh tặng Bằng khen cho Sở Giáo dục và Đào tạo, Sở Lao động - Thương binh và "
            "Xã hội và Sở Văn hóa, Thể thao và Du lịch."
        ) == [
            ("Bằng khen", "organisation", "Sở Giáo dục và Đào tạo"),
            ("Bằng khen", "organisation", "Sở Lao động - Thương binh và Xã hội"),
            ("Bằng khen", "organisation", "Sở Văn hóa, Thể thao và Du lịch"),
        ]

    def test_a_part_of_a_body_is_one_recipient_with_it(self):
        assert brief("Giám đốc tặng Giấy khen cho tập thể Phòng Tổ chức cán bộ, Sở Nội vụ.") == [
            ("Giấy khen", "organisation", "Phòng Tổ chức cán bộ, Sở Nội vụ")
        ]

    def test_post_of_a_person_is_no_second_recipient(self):
        (grant,) = grants_in(
            "Chủ tịch UBND tỉnh tặng Bằng khen cho ông Hà Văn Kiên, Phó Trưởng phòng, Sở Y tế."
        )
        assert grant.recipient_name == "Hà Văn Kiên"
        assert grant.per_unit_note == "Phó Trưởng phòng, Sở Y tế"

    def test_names_without_honorifics_behind_a_colon(self):
        first, second, third = grants_in(
            "Giám đốc Sở Nội vụ tặng Giấy khen cho các ông, bà: Lý Thị Hoa, chuyên viên; Cao Văn Tám, "
            "lái xe và Vi Anh Thơ."
        )
        assert (first.recipient_name, first.per_unit_note) == ("Lý Thị Hoa", "chuyên viên")
        assert (second.recipient_name, second.per_unit_note) == ("Cao Văn Tám", "lái xe")
        assert third.recipient_name == "Vi Anh Thơ"

    def test_counted_and_named(self):
        assert brief(
            "Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể: Sở Y tế và Sở Tài chính, 02 cá nhân gồm: bà "
            "Lý Thị Hoa, Chánh Văn phòng; ông Cao Văn Tám và 04 hộ gia đình."
        ) == [
            ("Bằng khen", "organisation", "Sở Y tế"),
            ("Bằng khen", "organisation", "Sở Tài chính"),
            ("Bằng khen", "person", "Lý Thị Hoa"),
            ("Bằng khen", "person", "Cao Văn Tám"),
            ("Bằng khen", "unnamed", "4 hộ gia đình"),
        ]

    def test_count_holds_when_the_names_do_not_agree_with_it(self):
        (grant,) = grants_in("UBND tỉnh tặng Bằng khen cho 05 tập thể: Sở Y tế, Sở Tài chính.")
        assert (grant.quantity, grant.recipient_name) == (5, "")
        assert grant.per_unit_note == "Sở Y tế, Sở Tài chính"

    def test_the_verb_is_said_once_for_two_titles(self):
        assert brief(
            "Bộ trưởng Bộ Nội vụ tặng Cờ thi đua cho Sở Nội vụ tỉnh Hà Giang, Bằng khen cho 03 tập thể và "
            "Bằng khen cho bà Hoàng Thị Mây."
        ) == [
            ("Cờ thi đua", "organisation", "Sở Nội vụ tỉnh Hà Giang"),
            ("Bằng khen", "unnamed", "3 tập thể"),
            ("Bằng khen", "person", "Hoàng Thị Mây"),
        ]

    def test_each_clause_has_its_own_decider(self):
        grants = grants_in(
            "Chủ tịch UBND tỉnh đã tặng Bằng khen cho 01 tập thể; Giám đốc Công an tỉnh cũng tặng Giấy "
            "khen cho 16 cá nhân; Quỹ Vì người nghèo tặng Giấy khen cho 02 cá nhân."
        )
        assert [g.decider_text for g in grants] == [
            "Chủ tịch UBND tỉnh",
            "Giám đốc Công an tỉnh",
            "",
        ]

    def test_who_hands_over_does_not_decide(self):
        (grant,) = grants_in(
            "Ông Triệu Văn Lâm, Phó Chủ tịch UBND tỉnh trao tặng Bằng khen của Thủ tướng Chính phủ cho "
            "Sở Nội vụ tỉnh Cao Bằng năm 2023."
        )
        assert grant.decider_text == "Thủ tướng Chính phủ"
        assert grant.year == 2023

    def test_order_with_its_class(self):
        (grant,) = grants_in(
            "Chủ tịch nước tặng Huân chương Lao động hạng Ba cho bà Lường Thị Inh."
        )
        assert (grant.title_text, grant.rank) == ("Huân chương Lao động", "hạng Ba")

    def test_name_of_a_medal_keeps_its_quotes_and_a_title_of_honour_loses_them(self):
        (medal,) = grants_in(
            "Bộ Nội vụ tặng Kỷ niệm chương “Vì sự nghiệp ngành Nội vụ” cho 08 cá nhân."
        )
        assert medal.title_text == "Kỷ niệm chương “Vì sự nghiệp ngành Nội vụ”"
        (honour,) = grants_in(
            "Bộ trưởng Bộ Nội vụ tặng danh hiệu “Lao động tiên tiến” cho 08 cá nhân."
        )
        assert honour.title_text == "Lao động tiên tiến"

    def test_somebody_who_acts_behind_the_recipient_is_no_part_of_it(self):
        assert (
            brief("Trao Huân chương Lao động hạng Ba cho tỉnh Lào Cai, Chủ tịch nước biểu dương.")
            == []
        )

    def test_period_or_two_years_are_no_year(self):
        for reason in ("giai đoạn 2019 - 2024", "năm học 2023 - 2024", "năm 2022 và năm 2023"):
            (grant,) = grants_in(
                f"UBND tỉnh tặng Bằng khen cho 05 cá nhân có thành tích trong {reason}."
            )
            assert grant.year is None
            assert reason in grant.citation

    @pytest.mark.parametrize(
        "sentence",
        [
            "Ông Vi Văn Tình trao tặng Bằng khen của Bộ trưởng Bộ Nội vụ cho các tập thể, cá nhân.",
            "UBND tỉnh tặng Bằng khen cho nhiều tập thể có thành tích xuất sắc.",
            "Sở đề nghị tặng Bằng khen cho 05 tập thể.",
            "Sở đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 05 tập thể.",
            "Sở đề nghị tặng Cờ thi đua cho Sở Y tế; tặng Bằng khen cho 05 tập thể.",
            "Hội đồng xét tặng danh hiệu “Nhà giáo ưu tú” cho 12 cá nhân.",
            "Huân chương Lao động hạng Nhất để tặng cho tập thể đạt tiêu chuẩn sau.",
            "Bộ sẽ tặng Bằng khen cho 10 cá nhân vào tháng tới.",
            "Lễ trao tặng Bằng khen cho 10 cá nhân diễn ra tại Hà Nội.",
            "Công ty trao tặng 50 suất quà cho 50 hộ nghèo.",
            "Năm 2005, bà vinh dự được Chủ tịch nước tặng Huân chương Lao động.",
            "UBND tỉnh tặng Bằng khen cho 00 cá nhân.",
            "Bộ trưởng Bộ Nội vụ tặng Cờ thi đua và Bằng khen cho 03 tập thể.",
        ],
    )
    def test_no_grant(self, sentence):
        assert grants_in(sentence) == []


class TestClusters:
    def test_cluster_named_before_and_no_deputy(self):
        (found,) = read_cluster_years(
            [Passage(3, "Cụm thi đua số 5 đã bầu Sở Xây dựng làm Cụm trưởng năm 2026.")]
        )
        assert (found.cluster_name, found.year, found.head) == (
            "Cụm thi đua số 5",
            2026,
            "Sở Xây dựng",
        )
        assert found.deputies == ()

    @pytest.mark.parametrize(
        "text",
        [
            "Sở Nội vụ là Cụm trưởng Cụm thi đua năm 2024.",
            "Các đơn vị được suy tôn là tập thể xuất sắc của Cụm thi đua năm 2024.",
            "Đồng chí Cụm trưởng phát biểu tại Hội nghị của Cụm thi đua.",
        ],
    )
    def test_nobody_was_chosen(self, text):
        assert read_cluster_years([Passage(1, text)]) == ()


class TestCaptions:
    @pytest.mark.parametrize(
        ("line", "moment"),
        [
            ("Quang cảnh buổi làm việc", "overview"),
            ("Toàn cảnh Đại hội", "overview"),
            ("Bà Lò Thị Mai phát biểu khai mạc", "speech"),
            ("Lãnh đạo Sở trao Bằng khen cho các tập thể", "handing_over"),
            ("Đại diện các đơn vị ký giao ước thi đua", "signing"),
            ("Các đại biểu chụp ảnh lưu niệm", "group"),
        ],
    )
    def test_line_that_shows_a_moment_is_a_caption(self, line, moment):
        assert judge(line).kind == "caption"
        assert moment_of(line) == moment

    @pytest.mark.parametrize(
        ("line", "kind"),
        [
            ("Lễ trao tặng Kỷ niệm chương ngành Nội vụ", "candidate"),
            ("Phát biểu của đại biểu", "candidate"),
            ("Kết quả nổi bật", "candidate"),
            ("II. Phương hướng, nhiệm vụ", "heading"),
            ("CÔNG TÁC CÁN BỘ", "heading"),
            ("(A00, A01, D01)", "paragraph"),
            ("Ông An phát biểu tại Hội nghị.", "paragraph"),
            ("- Ông An phát biểu tại Hội nghị", "paragraph"),
            ("Nơi nhận: Sở Nội vụ các tỉnh phát biểu", "paragraph"),
        ],
    )
    def test_other_short_lines(self, line, kind):
        assert judge(line).kind == kind

    def test_credit_is_parted_from_the_words(self):
        verdict = judge("Đoàn viên trồng cây tại xã Nà Phặc. (Ảnh: Thu Trang)")
        assert (verdict.kind, verdict.credit) == ("caption", "Thu Trang")
        assert verdict.text == "Đoàn viên trồng cây tại xã Nà Phặc."


class TestBylines:
    @pytest.mark.parametrize(
        ("line", "people"),
        [
            ("Lý Thu Hà - Văn phòng Sở", [("Lý Thu Hà", "Văn phòng Sở", "")]),
            ("Lý Thu Hà – Sở Nội vụ", [("Lý Thu Hà", "Sở Nội vụ", "")]),
            (
                "Lý Thu Hà (Phòng Nội vụ huyện Na Rì)",
                [("Lý Thu Hà", "Phòng Nội vụ huyện Na Rì", "")],
            ),
            ("Lý Thu Hà", [("Lý Thu Hà", "", "")]),
            ("Tin, ảnh: Lý Thu Hà", [("Lý Thu Hà", "", "Tin, ảnh")]),
            ("Tin: Lý Hà; Ảnh: Trần An", [("Lý Hà", "", "Tin"), ("Trần An", "", "Ảnh")]),
            (
                "Lý Thu Hà và Đỗ An - Ban Tổ chức",
                [("Lý Thu Hà", "Ban Tổ chức", ""), ("Đỗ An", "Ban Tổ chức", "")],
            ),
            ("Lý Hà (tổng hợp)", [("Lý Hà", "", "tổng hợp")]),
        ],
    )
    def test_sure(self, line, people):
        found = read_byline(line)
        assert found.sure
        assert [(one.name, one.unit, one.role) for one in found.people] == people

    @pytest.mark.parametrize("line", ["Hà Nội", "Sương Mai", "Sương Mai - Nắng Hạ"])
    def test_unsure(self, line):
        assert not read_byline(line).sure

    @pytest.mark.parametrize("line", ["Hội nghị kết thúc lúc 17 giờ", "Trân trọng./.", "x", "5"])
    def test_none(self, line):
        assert read_byline(line) is None

    def test_source(self):
        assert (
            read_byline("Nguồn: Cổng thông tin Bộ Nội vụ").source_name == "Cổng thông tin Bộ Nội vụ"
        )


def test_abbreviations_do_not_end_a_sentence():
    text = "Hội nghị họp tại TP. Huế. GS. Lê An dự. Ông N. V. A vắng."
    assert list(sentences(text)) == [
        "Hội nghị họp tại TP. Huế.",
        "GS. Lê An dự.",
        "Ông N. V. A vắng.",
    ]
