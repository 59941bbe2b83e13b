"""What belongs to an answer, and what is offered where texts do not say what was asked."""

import pytest

from search.engine import expansions
from search.engine.expansions import OtherName
from search.engine.expressions import Words, parts_of
from search.templatetags.telling_tags import why

from .known_store import answer, found

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def no_other_names(monkeypatch):
    """No names that rooms register, which stand in the database."""
    monkeypatch.setattr(expansions, "_sources", [])


FILLERS = tuple(f"Bản tin số {number} của cơ quan" for number in range(30))


def test_a_text_with_all_the_words_comes_before_one_that_repeats_a_few():
    whole = "Xe máy chở thức ăn qua trạm vệ sinh tới trại chăn nuôi trong xã"
    repeats = "Chăn nuôi lợn, chăn nuôi gà, chăn nuôi bò: vệ sinh chăn nuôi, vệ sinh chuồng trại"
    assert found("xe máy vệ sinh chăn nuôi", repeats, whole, *FILLERS)[:2] == [whole, repeats]


MEETINGS = tuple(f"Đảng viên họp lần {number}" for number in range(70))
LOOK_ALIKES = tuple(f"Đáng viện trợ lần {number}" for number in range(3))


@pytest.mark.parametrize(
    "typed",
    ["đảng viên", "dang vien", "đảng vien", "đảng viên họp", "đảng viên vắng", "đang viên", "dnag vien họp",
     "đảng viên họp lần 5 hay lần 6 rồi thôi"],
)  # fmt: skip
def test_the_best_belong_to_the_answer(typed):
    """Else its count and facets would tell of others than are shown."""
    asked = answer(typed, *LOOK_ALIKES, *MEETINGS, *FILLERS)
    belonging = asked.store.best(asked.expression, 1000)

    assert asked.head
    assert {hit.key for hit in asked.head} <= {hit.key for hit in belonging}


# --- Words without their blanks ------------------------------------------------------------------

CONTACT = "Liên hệ: thiduakhenthuong@sonoivu.example hoặc bandung@sonoivu.example"
AWARDS = tuple(f"Ban dựng phim về thi đua, khen thưởng của Sở Nội vụ, số {n}" for n in range(5))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("thiduakhenthuong", "thi đua khen thưởng"), ("SONOIVU", "sở nội vụ")],
)
def test_words_that_only_an_address_has_in_one_are_read_apart(typed, meant):
    asked = answer(typed, CONTACT, *AWARDS, *FILLERS)
    assert (asked.did_you_mean, asked.is_partial) == (meant, False)
    assert [hit.key for hit in asked.head[:5]] == list(reversed(AWARDS))
    assert asked.head[5].key == CONTACT


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("thiduakhenthuong", "thi đua khen thưởng"), ("khenthuong", "khen thưởng")],
)
def test_words_that_nothing_has_in_one_are_read_apart(typed, meant):
    asked = answer(typed, *AWARDS, *FILLERS)
    assert (asked.did_you_mean, len(asked.head)) == (meant, len(AWARDS))


def test_a_word_that_texts_have_is_no_two():
    towns = [f"Thành phố Bandung, lần {n}" for n in range(2)]
    asked = answer("bandung", *towns, *AWARDS, *FILLERS)
    assert asked.did_you_mean is None
    assert {hit.key for hit in asked.head} == {*towns}


# --- Other words for the same --------------------------------------------------------------------


def test_an_expression_is_found_by_another_that_means_the_same():
    text = "Chi trả chế độ cho cán bộ nghỉ hưu tại phường"
    asked = answer("chế độ cho cán bộ về hưu", text, *FILLERS)
    assert [hit.key for hit in asked.head] == [text]
    assert asked.head[0].is_phrase
    assert [(each.name, each.other) for each in asked.also] == [("về hưu", "nghỉ hưu")]
    assert "cách nói khác" in why(asked.also[0])


def test_who_says_all_the_words_comes_before_who_says_them_otherwise():
    exact = "Cán bộ cấp xã; khi về hưu"
    other = "Cán bộ; rồi nghỉ hưu"
    assert found("về hưu cán bộ", other, exact, *FILLERS)[:2] == [exact, other]


def test_nothing_else_is_looked_for_where_texts_say_it_as_typed():
    exact, other = "Danh sách cán bộ về hưu", "Danh sách cán bộ nghỉ hưu"
    assert found("cán bộ về hưu", exact, other, *FILLERS)[0] == exact
    assert answer("cán bộ về hưu", exact, *FILLERS).also == []
    assert other not in found("cán bộ về hưu", *[f"{exact} {n}" for n in range(30)], other)


@pytest.fixture
def pay(monkeypatch):
    """That an editor says "thù lao" for "lương"."""
    monkeypatch.setattr(expansions, "_sources", [lambda: [OtherName("lương", "thù lao", "Thêm")]])


PAY = "Cơ quan trả thù lao; ông Trần Văn thực hiện"


@pytest.mark.parametrize("typed", ["lương cơ quan", "cơ quan lương", "lương"])
def test_a_syllable_beside_whole_words_is_said_otherwise(pay, typed):
    assert [each.other for each in answer(typed, PAY, *FILLERS).also] == ["thù lao"]


@pytest.mark.parametrize("typed", ["lương thực", "hiện lương", "cơ quan lương thực"])
def test_half_of_a_longer_word_is_not_said_otherwise(pay, typed):
    assert answer(typed, PAY, *FILLERS).also == []


@pytest.mark.parametrize("typed", ["trần văn lương", "Tran Van Luong", "ông Trần Lương"])
def test_of_the_name_of_a_person_no_part_is_said_otherwise(pay, typed):
    assert answer(typed, PAY.replace("ông ", "Trần Văn ông "), *FILLERS).also == []


# --- Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "also"), [("nguyễn hòa bình", ""), ("tỉnh hòa bình", "Phú Thọ")])
def test_in_the_name_of_a_person_no_place_is_seen(monkeypatch, typed, also):
    monkeypatch.setattr(
        expansions, "_sources", [lambda: [OtherName("Hòa Bình", "Phú Thọ", "nay thuộc Phú Thọ")]]
    )
    asked = answer(typed, "Nguyễn Phú Thọ họp", "Tỉnh Phú Thọ họp", *FILLERS)
    assert [each.other for each in asked.also] == [also] * bool(also)


@pytest.mark.parametrize("typed", ["Phú Thọ", "phu tho"])
def test_the_name_of_a_province_is_never_taken_for_a_slip(typed):
    asked = answer(typed, *[f"Trong phút thi thứ {number}" for number in range(30)])
    assert asked.did_you_mean is None
    assert asked.understood_as == typed.lower()


def test_a_slip_beside_the_name_of_a_province_is_undone():
    text = "Tỉnh Phú Thọ khen thưởng"
    assert answer("phú thọ khem thưởng", text, *FILLERS).did_you_mean == "phú thọ khen thưởng"


def test_a_slip_that_makes_another_word_is_undone_where_no_text_has_it_with_the_rest():
    """For "nuột nà" is a word as good as what was meant."""
    meant = "Hố sâu nuốt nhà dân ở huyện miền núi"
    others = ["Da đẹp nuột nà"] * 30 + [f"Người dân ở huyện {number}" for number in range(30)]
    asked = answer("nuot na dan o huyen", meant, *others, *FILLERS)
    assert asked.head[0].key == meant
    assert asked.did_you_mean == "nuốt nhà dân ở huyện"


def test_what_was_meant_is_told_with_the_accents_of_the_texts():
    texts = ("Đường lên Bắc Kạn, qua cầu mới", "Cầu treo và đường liên thôn")
    assert answer("duong cau treoo", *texts, *FILLERS).did_you_mean == "đường cầu treo"


def test_words_beside_a_slip_keep_the_accents_that_were_typed():
    others = [f"Thứ Hai, tương tự: bằng khen số {number}" for number in range(3)]
    asked = answer("bằng khn thủ tướng", *others, "Thủ tướng tặng Bằng khen", *FILLERS)
    assert asked.did_you_mean == "bằng khen thủ tướng"


@pytest.mark.parametrize("typed", ["Bắc Cạn", "bac can"])
def test_a_province_is_found_by_the_other_spelling_of_its_name(typed):
    text = "Tỉnh Bắc Kạn họp"
    assert found(typed, text, *FILLERS) == [text]


@pytest.mark.parametrize("typed", ["Bắc Kạn", "bac kan"])
def test_half_of_the_other_spelling_of_a_province_is_looked_for_in_no_text(typed):
    text = "Tỉnh Bắc Kạn họp"
    asked = answer(typed, text, "Cán bộ phía Bắc", "Cạn nguồn nước", *FILLERS)
    assert asked.store.keys(asked.expression, 0, None) == [text]


# --- Accents -------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["đảng", "đường sắt"])
def test_mere_look_alikes_are_told_to_be_only_the_nearest(typed):
    text = "Hồ sơ đang xử lý: khảo sát tuyến đường"
    asked = answer(typed, text, *FILLERS)
    assert [hit.key for hit in asked.head] == [text]
    assert asked.is_partial


def test_other_accents_on_words_on_end_were_hardly_meant():
    asked = answer("khen thưỡng", "Lễ khen thưởng", *FILLERS)
    assert (asked.did_you_mean, asked.is_partial) == ("khen thưởng", False)


@pytest.mark.parametrize("typed", ["khen thuong", "khen thưởng", "khen thuowrng"])
def test_nothing_is_said_of_accents_that_texts_have(typed):
    asked = answer(typed, "Lễ khen thưởng", *FILLERS)
    assert (asked.did_you_mean, asked.is_partial) == (None, False)


def test_of_three_words_none_is_taken_for_one_that_only_happens_to_stand_there():
    """ "Đã" stands behind anything, now and then behind "sáp nhập" too."""
    common = [text for n in range(60) for text in (f"Tin {n} đã đăng", f"Nhập hàng đợt {n}")]
    text = "Từ nay xã không còn; việc sáp nhập"
    asked = answer("sáp nhập xã", "Việc sáp nhập đã xong", text, *common)
    assert asked.head[0].key == text
    assert asked.did_you_mean is None


# --- Days ----------------------------------------------------------------------------------------


def test_a_day_without_the_word_ngay_is_found_however_it_is_asked_for():
    text = "Tại nhiệm từ 12 tháng 8 năm 2012 đến 26 tháng 3 năm 2014."
    assert found("26.3.2014", text, *FILLERS) == [text]


@pytest.mark.parametrize("typed", ["bầu cử tổng thống năm 2016", "nam 2016 bau cu tong thong"])
def test_a_year_is_found_where_a_text_only_writes_it(typed):
    written = "Sau cuộc bầu cử tổng thống năm 2016 đã có nhiều thay đổi"
    of_it = "Ngày 3/12/2016 họp về bầu cử tổng thống"
    of_another = "Ngày 3/12/2017 họp về bầu cử tổng thống"
    assert set(found(typed, of_another, of_it, written, *FILLERS)) == {of_it, written}


@pytest.mark.parametrize(
    "typed", ["họp bàn tổng kết năm 2016 và phương hướng", "kết năm 2016", "kết năm 2016 và phương"]
)
def test_words_with_a_year_between_are_first_found_on_end(typed):
    on_end = "Ngành đã họp bàn tổng kết năm 2016 và phương hướng"
    apart = "Ngày 3/12/2016 họp bàn, kết quả và phương pháp: tổng công ty, hướng đi"
    assert found(typed, apart, on_end, *FILLERS)[0] == on_end


@pytest.mark.parametrize(
    ("typed", "text", "meant", "also"),
    [
        ("mồng 5 tháng 6 năm 2017", "Họp lúc 5/6/2017", None, []),
        ("năm 2016", "Hoa hậu Việt Nam 2016", None, []),
        ("khen thưởng năm 2016", "Khen thưởng: ngày 3/12/2016", None, []),
        ("phú thọ khem thưởng ngày 5/2/2017", "Phú Thọ khen thưởng 5/2/2017", "phú thọ khen thưởng", []),
        ("cán bộ về hưu ngày 5/2/2017", "Cán bộ nghỉ hưu ngày 5/2/2017", None, ["nghỉ hưu"]),
    ],
)  # fmt: skip
def test_how_a_text_writes_a_day_is_nothing_to_tell(typed, text, meant, also):
    asked = answer(typed, text, *FILLERS)
    assert [hit.key for hit in asked.head] == [text]
    assert (asked.did_you_mean, asked.is_partial) == (meant, False)
    assert [each.other for each in asked.also] == also


def test_the_words_beside_a_day_count_more_than_how_it_is_written():
    on_end = "Lịch tiếp dân: 15/2/2017"
    scattered = "Ngày 15 tháng 2 năm 2017: lịch gặp dân, tiếp khách"
    typed = "lịch tiếp dân ngày 15 tháng 2 năm 2017"
    assert found(typed, scattered, on_end, *FILLERS)[:2] == [on_end, scattered]


def test_a_time_that_no_mark_tells_is_found_as_it_was_typed():
    text = "Khai trương vào quý III năm 2018, theo lời chủ đầu tư"
    assert found("vao quy III nam 2018", "Ngày 3/8/2018 vào việc", text, *FILLERS)[0] == text


@pytest.mark.parametrize("typed", ["so 25/nq-cp", "Số: 25/NQ-CP", "nghị quyết số 25"])
def test_a_text_may_name_a_document_without_saying_number(typed):
    text = "Nghị quyết 25/NQ-CP về chương trình hành động"
    assert found(typed, "Số liệu của 25 đơn vị", text, *FILLERS) == [text]


def test_a_number_of_which_half_the_sign_is_typed_is_found_as_it_was_typed():
    text = "Theo Thông tư liên tịch số 06/2013/TTLT-BCA-BQP-BTC-VKSNDTC"
    assert found("số 06/2013/TTLT-BCA-BQP", text, *FILLERS) == [text]


def test_of_a_time_alone_the_figures_of_something_else_are_none():
    assert found("12/2023", "Nghị định 12/2023/NĐ-CP", "Họp tháng 12 năm 2023", *FILLERS) == [
        "Họp tháng 12 năm 2023"
    ]


def test_of_several_years_a_text_writes_both_ends():
    both, other = "Kế hoạch nhiệm kỳ 2016-2021", "Kế hoạch nhiệm kỳ 2021-2026"
    assert found("kế hoạch nhiệm kỳ 2016-2021", other, both, *FILLERS) == [both]


@pytest.mark.parametrize(
    ("text", "instead"),
    [("Ngày 3/12/2017 khai mạc", "tháng 12/2017"), ("Ngày 5 tháng 6 năm 2017", "năm 2017")],
)
def test_for_a_day_no_text_has_its_month_or_year_is_shown_and_told(text, instead):
    asked = answer("9/12/2017", text, "Ngày 3/12/2016", *FILLERS)
    assert [hit.key for hit in asked.head] == [text]
    assert asked.instead == asked.understood_as == instead
    assert (asked.did_you_mean, asked.is_partial) == (None, False)


def test_of_words_that_no_text_of_the_day_has_those_of_its_month_are_shown_first():
    text = "Khen thưởng ngày 3/12/2017"
    asked = answer("khen thưởng ngày 9/12/2017", text, "Họp ngày 9/12/2017", *FILLERS)
    assert [hit.key for hit in asked.head] == [text]
    assert asked.instead == "tháng 12/2017"


def test_a_day_may_be_two_figures_alone():
    first, last = "Chương trình ngày 01/07/2025", "Chương trình dự kiến ngày 1 tháng 7 năm 2024"
    apart = "Chương trình của 7 xã ở trang 1"
    for typed in ("chương trình 1/7", "chuong trinh 01/07"):
        assert sorted(found(typed, first, apart, last, *FILLERS)) == sorted([first, last])
    assert sorted(found("1/7", first, apart, last)) == sorted([first, last])


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("hỗ trợ 24/7", "Đường dây hỗ trợ 24/7"),
        ("2/3 cử tri", "Có 2/3 cử tri tán thành"),
        ("tiêu chí 19/19", "Đạt 19/19 tiêu chí"),
    ],
)
def test_a_part_is_no_day_where_texts_say_so(typed, text):
    other = "Cử tri gọi đường dây hỗ trợ về tiêu chí ngày 24/7/2024 và 2/3/2024"
    asked = answer(typed, text, other, *FILLERS)
    assert asked.head[0].key == text
    assert not asked.instead
    alone = answer(typed, text, *FILLERS)
    assert [hit.key for hit in alone.head] == [text]
    assert not alone.understanding.said


def test_a_day_without_a_year_is_looked_for_in_every_year():
    asked = answer("ngày 10/9", "Lũ về rạng sáng 10/9/2019", "Họp ngày 30/9/2026", *FILLERS)
    assert [hit.key for hit in asked.head] == ["Lũ về rạng sáng 10/9/2019"]
    assert asked.instead == ""


def test_of_a_sentence_with_a_day_what_says_it_apart_on_that_day_is_first():
    on_day = "Ngày 9/12/2017 trao quyết định; lễ bổ nhiệm giám đốc, ông A, sở Y tế"
    other = "Trao quyết định bổ nhiệm giám đốc sở"
    typed = "lễ trao quyết định bổ nhiệm ông giám đốc sở ngày 9/12/2017"
    assert found(typed, other, on_day, *FILLERS) == [on_day, other]


def test_last_year_is_a_word_like_others_where_no_text_of_that_year_says_the_rest():
    text = "Năm ngoái cả làng trồng rừng"
    asked = answer("năm ngoái trồng rừng", text, "Ngày 1/2/2025 họp", *FILLERS)
    assert [hit.key for hit in asked.head] == [text]


def test_last_year_is_a_time_where_texts_of_that_year_say_the_rest():
    of_year = "Trồng rừng ngày 1/2/2025"
    asked = answer("năm ngoái trồng rừng", of_year, "Năm ngoái trồng rừng", *FILLERS)
    assert [hit.key for hit in asked.head] == [of_year]


# --- How it is asked for -------------------------------------------------------------------------


def test_what_every_reading_says_is_asked_for_once():
    asked = answer("UBND xã họp phiên", "UBND xã họp phiên", *FILLERS)
    assert asked.head
    common = [part for part in parts_of(asked.store.asked[0]) if isinstance(part, Words)]
    assert common == [Words(("xã",)), Words(("họp",)), Words(("phiên",))]


def test_words_without_accents_are_not_asked_for_twice():
    asked = answer("ban tin", *FILLERS[:3])
    assert asked.head
    assert len(set(asked.store.asked)) == len(asked.store.asked)


# --- What was meant as it is ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed", ["hộ chiếu", "lễ hội", "nhà thờ", "xe máy", "Sài Gòn", "quà tết", "đ", "NOT NOT NOT"]
)
def test_syllables_that_could_be_meant_are_no_slips(typed):
    texts = ["Bộ phiếu lệ hồ", "Nhà thôi xã mất", "Sau góp quả xét", "Dữ nội một nét", *FILLERS]
    assert answer(typed, *texts).did_you_mean is None


@pytest.mark.parametrize("typed", ["bằng khn", "congchuc", "cong chuk", "công chưucs"])
def test_what_is_no_syllable_is_a_slip(typed):
    text = "Trao bằng khen cho công chức"
    assert found(typed, text, *FILLERS) == [text]


def test_of_two_bare_syllables_only_what_is_surely_a_word_is_looked_for():
    texts = [f"Thái Nguyên năm {number}" for number in range(9)] + ["Qua xét duyệt", "Qua cầu"]
    assert answer("tha nguyen", *texts, *FILLERS).did_you_mean == "thái nguyên"
    assert answer("nam tet", "Năm xét duyệt", *texts).did_you_mean is None


# --- Names and abbreviations in a row ------------------------------------------------------------


def test_a_name_is_found_on_end_and_not_in_pieces():
    assert found("hòa bình", "Nền hòa bình", "Bình xét, rồi hòa giải", *FILLERS) == ["Nền hòa bình"]
    assert found("hòa bình", "Bình xét, rồi hòa giải", *FILLERS) == []


def test_an_abbreviation_stands_for_its_words_on_end():
    whole, pieces = "Hội đồng nhân dân xã họp", "Hội chợ: đồng bào, nhân viên, dân quân"
    assert found("HĐND", whole, pieces, *FILLERS) == [whole]


def test_a_name_said_in_full_is_not_found_by_a_common_syllable():
    text = "Ban Tổ chức Trung ương"
    assert found("Trung ương", text, "Thứ tư hằng tuần", "Từ nay", *FILLERS) == [text]


@pytest.mark.parametrize("typed", ["TW", "Ban Tổ chức TW"])
def test_an_abbreviation_in_capitals_is_no_key(typed):
    text = "Ban Tổ chức Trung ương"
    asked = answer(typed, text, "Thứ tư hằng tuần", "Tư nhân", *FILLERS)
    assert [hit.key for hit in asked.head] == [text]
    assert asked.understood_as == typed.lower()


# --- What the visitor is told --------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["giấy phép lái xe", "zzqwx không thấy", "nghị quyết 18-NQ/TW"])
def test_it_is_told_when_texts_hold_only_some_of_the_words(typed):
    asked = answer(typed, "Giấy mời họp không thấy ai", "Nghị quyết của xã", *FILLERS)
    assert asked.head
    assert asked.is_partial


def test_a_text_with_all_the_words_is_no_partial_answer():
    assert not answer("họp giấy mời", "Giấy mời họp", *FILLERS).is_partial


def test_only_names_that_texts_have_are_told(monkeypatch):
    other = expansions.OtherName("Bình Dương", "Hồ Chí Minh", "{name} nay thuộc {other}")
    monkeypatch.setattr(expansions, "_sources", [lambda: [other]])
    assert answer("bình dương", "Thành phố Hồ Chí Minh", *FILLERS).also == [other]
    assert (
        answer("bình dương", "Tỉnh Bình Dương, hồ nước, chí hướng, minh bạch", *FILLERS).also == []
    )


def test_a_ministry_leads_to_the_one_that_took_its_work_over():
    text = "Sở Nội vụ tiếp nhận hồ sơ"
    asked = answer("sở lao động thương binh và xã hội", text, *FILLERS)
    assert [hit.key for hit in asked.head] == [text]
    assert "nay do sở nội vụ" in why(asked.also[0])
    assert "(từ 01/03/2025)" in why(asked.also[0])
