"""What a visitor finds, whichever engine stands behind the site: the same, in the same order."""

import unicodedata

import pytest

from people.models import OrganisationName

from .engines import both_ways

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("library")]

PRAISE = "Khen thưởng điển hình tiên tiến vùng cao"
FOREST, AUCTION, JURY = (
    "Bàn cách giữ rừng đầu nguồn",
    "Bán đấu giá trụ sở cũ",
    "Ban giám khảo làm quen thể lệ",
)
WATER = "Cấp nước sạch cho bản vùng sâu"
PLEDGE = "Ký kết giao ước thi đua giữa các huyện"
TRAINING = "Tập huấn nghiệp vụ văn thư"
ARCHIVE = "Số hoá tài liệu lưu trữ lịch sử"
VOTERS = "Trả lời cử tri về đường liên thôn"
COMMUNE, DISTRICT = (
    "UBND xã Yến Dương công khai thủ tục",
    "Uỷ ban nhân dân huyện Na Rì họp phiên thường kỳ",
)
WEAVERS, LOOM = (
    "Hợp tác xã miến dong bầu người điều hành",
    "HĐĐPTC chọn mẫu khung dệt",
)
REWARDS, HELPERS, CHECK = (
    "Công bố quy định mới về tiền thưởng",
    "Kiện toàn tổ giúp việc",
    "Đoàn kiểm tra đến Chợ Đồn",
)
BAC_KAN, THAI_NGUYEN = "Bắc Kạn tổng kết mùa vụ", "Thái Nguyên mở hội trà"
BEFORE, TODAY = (
    "Ban Tổ chức chính quyền tỉnh ngày đầu",
    "Sở Nội vụ tỉnh Thái Nguyên tiếp công dân",
)
LAKE = "Hội xuân Ba Bể"
AWARDED, PROPOSED = "Buổi lễ cuối năm", "Buổi lễ đầu năm"


# --- As people type ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("khen thưởng điển hình", PRAISE),
        ("khen thuong dien hinh", PRAISE),
        ("KHEN THUONG DIEN HINH", PRAISE),
        ("khen thưởng dien hinh", PRAISE),
        ("nhà văn hóa", PRAISE),  # the text writes hoá
        ("nhà văn hoá", PRAISE),
        ("thôn Hòa Bình", WATER),
        (unicodedata.normalize("NFD", "khen thưởng điển hình"), PRAISE),
        (unicodedata.normalize("NFD", "số hóa tài liệu"), ARCHIVE),
        ("khen thuwowrng ddieern hinhf", PRAISE),  # Telex
        ("khen thu7o73ng d9ie63n hinh2", PRAISE),  # VNI
        ("khen thuongwr ddien hinhf", PRAISE),  # keys at the end of the syllable
        ("khen thuong73 dien hinh2", PRAISE),
        ("caaps nwowcs sachj", WATER),  # w alone is ư
        ("khen\u00a0thưởng\u200b điển\u3000hình", PRAISE),
        ("tài liệu lưu trữ", ARCHIVE),
    ],
)
def test_however_it_is_typed_the_text_comes_first(titles, typed, wanted):
    assert titles(typed)[0] == wanted


@pytest.mark.parametrize(("typed", "wanted"), [("bàn", FOREST), ("bán", AUCTION)])
def test_exact_accents_come_before_look_alikes(titles, typed, wanted):
    assert titles(typed)[0] == wanted
    assert {FOREST, AUCTION, JURY} <= set(titles(typed, limit=100))


def test_a_word_without_accents_finds_every_look_alike(titles):
    assert {FOREST, AUCTION, JURY} <= set(titles("ban", limit=100))


def test_a_slip_is_repaired_and_said_in_the_spelling_of_the_text(found):
    answer = found("ky ket giao uocc thi dua")

    assert answer["items"][0]["title"] == PLEDGE
    assert answer["did_you_mean"] == "ký kết giao ước thi đua"
    assert answer["understood_as"] == "ký kết giao ước thi đua"


@pytest.mark.parametrize(
    "typed", ["luu trux lich su", "tai lieu luutru", "so hoa tai kieu luu tru"]
)
def test_other_slips_are_repaired_too(titles, typed):
    assert titles(typed)[0] in (ARCHIVE, VOTERS)


def test_what_is_typed_right_is_not_corrected(found):
    assert found("giao ước thi đua")["did_you_mean"] is None


def test_taken_exactly_nothing_is_repaired(shown):
    answer = shown("ky ket giao uocc thi dua", exact="1")

    assert (answer.total, answer.did_you_mean) == (0, None)


def test_taken_exactly_keys_are_letters(shown):
    typed = "kys keets giao uwowcs"
    answer = shown(typed, exact="1")

    assert (answer.total, answer.understood_as) == (0, typed)
    assert shown(typed).results[0].page.title == PLEDGE


def test_taken_exactly_nothing_is_added(shown):
    assert BAC_KAN not in [result.page.title for result in shown("Thái Nguyên", exact="1").results]
    assert BAC_KAN in [result.page.title for result in shown("Thái Nguyên").results]


# --- What ranks first ----------------------------------------------------------------------------


def test_a_phrase_comes_before_its_words_apart(titles):
    answers = titles("giao ước thi đua", limit=100)

    assert answers.index(PLEDGE) < answers.index(TRAINING)


def test_a_title_comes_before_a_body(titles):
    assert titles("số hóa tài liệu lưu trữ lịch sử")[:2] == [ARCHIVE, VOTERS]


def test_newest_first_goes_by_the_day_shown(titles, found):
    answers = titles("thi", limit=100, order="newest")

    assert answers.index(PLEDGE) < answers.index(TRAINING)
    assert found("thi", order="newest")["total"] == found("thi")["total"]


def test_a_sentence_that_no_text_says_still_finds_its_rare_words(titles):
    assert ARCHIVE in titles("làm thế nào để số hóa tài liệu cũ của gia đình tôi")


# --- Other ways to say it --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "UBND xã Yến Dương",
        "ủy ban nhân dân xã Yến Dương",
        "uy ban nhan dan xa yen duong",
        "ubnd xa yen duong",
    ],
)
def test_an_abbreviation_and_its_full_form_are_one(titles, typed):
    assert titles(typed)[0] == COMMUNE


def test_a_full_form_is_found_by_its_abbreviation(titles):
    assert titles("UBND huyện Na Rì")[0] == DISTRICT
    assert titles("ubnd huyen na ri")[0] == DISTRICT


def test_abbreviations_are_learnt_from_the_texts(titles):
    assert LOOM in titles("hội đồng điều phối thổ cẩm")
    assert WEAVERS in titles("HĐĐPTC")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("98/2023/NĐ-CP", REWARDS),
        ("98/2023/nd-cp", REWARDS),
        ("nghị định 98/2023", REWARDS),
        ("nghi dinh so 98 nam 2023", REWARDS),
        ("số 98 / 2023 / NĐ – CP", REWARDS),
        ("1147/QĐ-UBND", HELPERS),
        ("1147/qd-ubnd", HELPERS),
        ("quyết định 1147", HELPERS),
        ("quyet dinh so 1147", HELPERS),
    ],
)
def test_a_document_number_is_found_however_it_is_written(titles, typed, wanted):
    assert titles(typed)[0] == wanted


def test_what_names_a_document_comes_before_hundreds_with_the_other_words(titles):
    assert titles("rà soát định mức 98/2023/NĐ-CP")[0] == REWARDS


def test_a_document_number_finds_no_other_number(found):
    assert found("1148/QĐ-UBND")["total"] == 0


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("06/12/2024", HELPERS),
        ("6-12-2024", HELPERS),
        ("ngày 6 tháng 12 năm 2024", HELPERS),
        ("ngay 06 thang 12 nam 2024", HELPERS),
        ("kiện toàn tháng 12/2024", HELPERS),
        ("15/2/2024", CHECK),
        ("đoàn kiểm tra tháng 2/2024", CHECK),
        ("doan kiem tra thang hai nam 2024", CHECK),
        ("28/02/2024", PLEDGE),  # only the event is of that day
        ("giao ước tháng 2/2024", PLEDGE),
        ("giao ước ngày 28 tháng 2 năm 2024", PLEDGE),
    ],
)
def test_a_day_is_found_however_it_is_written(titles, typed, wanted):
    assert titles(typed)[0] == wanted


@pytest.mark.parametrize(
    "typed",
    ["nghề văn thư năm 1979 với", "nghe van thu nam 1979 voi", "máy chữ năm 1979", "năm 1979"],
)
def test_a_year_is_found_where_a_text_only_writes_it(titles, typed):
    assert titles(typed) == ["Người giữ con dấu"]


def test_a_month_finds_what_happened_then_and_nothing_else(titles):
    assert set(titles("tháng 2/2024")) == {CHECK, PLEDGE}


@pytest.mark.parametrize(
    "typed",
    ["giao ước thi đua là gì", "thế nào là giao ước thi đua", "giao uoc thi dua la gi"],
)
def test_words_that_only_ask_are_not_searched_for(titles, typed):
    assert set(titles(typed)[:2]) == {PLEDGE, "Giao ước thi đua là việc chung"}


# --- Names then and now ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "own", "other"),
    [
        ("Bắc Kạn", BAC_KAN, THAI_NGUYEN),
        ("Thái Nguyên", THAI_NGUYEN, BAC_KAN),
        ("bac kan", BAC_KAN, THAI_NGUYEN),
    ],
)
def test_a_province_is_found_by_its_name_then_and_now(found, typed, own, other):
    answer = found(typed, limit=100)
    answers = [item["title"] for item in answer["items"]]

    assert answers.index(own) < answers.index(other)
    assert "Bắc Kạn" in answer["also"][0]["reason"]
    assert "Thái Nguyên" in answer["also"][0]["reason"]
    assert answer["also"][0]["text"] in ("Bắc Kạn", "Thái Nguyên")


def test_a_query_without_a_former_name_has_nothing_to_explain(found):
    assert found("giao ước")["also"] == []


def test_an_organisation_is_found_by_its_name_then_and_now(found, titles):
    former = OrganisationName.objects.get().name
    now = "Sở Nội vụ tỉnh Thái Nguyên"

    assert {BEFORE, TODAY} <= set(titles(former))
    assert {BEFORE, TODAY} <= set(titles(now))
    assert f"{former} nay là {now}" in [each["reason"] for each in found(former)["also"]]


# --- What belongs to a text ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("thiếu nữ Tày múa bát", LAKE),  # a caption
        ("le tung con", LAKE),  # rich text, half of it bold
        ("Ma Thị Páo", AWARDED),
        ("gia đình văn hóa", AWARDED),
        ("Giàng Thị Súa", THAI_NGUYEN),
    ],
)
def test_captions_awards_and_participants_are_words_of_the_text(titles, typed, wanted):
    assert titles(typed)[0] == wanted


def test_a_grant_that_is_only_proposed_is_no_word_of_a_text(titles, found):
    assert PROPOSED not in titles("Lường Văn Khoẻ", limit=100)
    assert PROPOSED not in titles("nhà giáo ưu tú", limit=100)
    assert "NGUT" not in [each["value"] for each in found("buổi lễ")["facets"].get("award", [])]


def test_the_words_are_marked_in_the_spelling_of_the_text(found):
    (item, *_) = found("nha van hoa xa khang ninh")["items"]

    assert "<mark>nhà văn hoá xã Khang Ninh</mark>" in item["snippet_html"]


def test_what_was_meant_is_marked_not_what_was_typed(found):
    (item, *_) = found("ky ket giao uocc thi dua")["items"]

    assert "<mark>ký kết giao ước</mark>" in item["snippet_html"]


# --- Facets ----------------------------------------------------------------------------------------


def counts(answer: dict, facet: str) -> dict[str, int]:
    return {each["value"]: each["count"] for each in answer["facets"][facet]}


@both_ways
def test_each_facet_says_how_many_answers_have_a_value(found):
    answer = found("phiên chợ vùng cao")

    assert answer["total"] == 11
    assert counts(answer, "type") == {"article": 10, "standard": 1}
    assert counts(answer, "section") == {"thi-dua": 6, "to-chuc-bo-may": 5}
    assert counts(answer, "year") == {"2026": 1, "2024": 8, "2023": 1, "2022": 1}


@both_ways
def test_a_chosen_value_narrows_the_answer_and_still_offers_the_others(found):
    answer = found("phiên chợ vùng cao", type="article")

    assert {item["type"] for item in answer["items"]} == {"article"}
    assert answer["total"] == len(answer["items"]) == 10
    assert counts(answer, "type") == {"article": 10, "standard": 1}
    assert counts(answer, "year") == {"2024": 8, "2023": 1, "2022": 1}


@both_ways
def test_chosen_values_narrow_together(found):
    answer = found("phiên chợ vùng cao", type="article", year=2024, section="thi-dua")

    assert sorted(item["title"] for item in answer["items"]) == [
        f"Phiên chợ vùng cao lần thứ {number}" for number in (3, 4, 5, 6)
    ]
    assert answer["total"] == 4
    assert counts(answer, "year") == {"2024": 4, "2023": 1, "2022": 1}
    assert counts(answer, "section") == {"thi-dua": 4, "to-chuc-bo-may": 4}
    assert counts(answer, "type") == {"article": 4}


@both_ways
@pytest.mark.parametrize("value", [{"type": "standard"}, {"year": 2022}, {"year": 1999}])
def test_choosing_a_value_gives_what_was_counted_before(found, value):
    """Few answers have the value; that is no reason to look for looser ones."""
    ((facet, chosen),) = value.items()
    before = counts(found("phiên chợ vùng cao"), facet)
    answer = found("phiên chợ vùng cao", **value)

    of_it = before.get(str(chosen), 0)
    assert answer["total"] == len(answer["items"]) == of_it
    assert counts(answer, facet) == before | {str(chosen): of_it}


def test_an_article_is_found_in_every_section_it_names(titles):
    answers = titles("phiên chợ vùng cao", section="to-chuc-bo-may")

    assert sorted(answers) == [
        f"Phiên chợ vùng cao lần thứ {number}" for number in (1, 10, 7, 8, 9)
    ]


def test_a_province_counts_as_it_was_and_as_it_is(found):
    answer = found("tổng kết mùa vụ")

    assert counts(answer, "province") == {"vn63-bac-kan": 1, "vn34-thai-nguyen": 1}
    names = {each["value"]: each["name"] for each in answer["facets"]["province"]}
    assert names["vn63-bac-kan"] == "Bắc Kạn (đến 30/06/2025)"
    assert BAC_KAN in [i["title"] for i in found("mùa vụ", province="vn34-thai-nguyen")["items"]]


@pytest.mark.parametrize(
    ("typed", "facet", "value", "wanted"),
    [
        ("tiếp công dân", "organisation", "so-noi-vu-tinh-thai-nguyen", TODAY),
        ("hội trà", "person", "giang-thi-sua", THAI_NGUYEN),
        ("buổi lễ", "award", "GDVH", AWARDED),
    ],
)
def test_bodies_people_and_awards_narrow_the_page(shown, typed, facet, value, wanted):
    answer = shown(typed, **{facet: value})
    (choices,) = [each for each in answer.facets if each.facet.name == facet]

    assert [result.page.title for result in answer.results] == [wanted]
    assert (value, 1, True) in [(e.value, e.count, e.is_chosen) for e in choices.values]


def test_years_come_newest_first(found):
    years = [each["value"] for each in found("phiên chợ vùng cao")["facets"]["year"]]

    assert years == ["2026", "2024", "2023", "2022"]


# --- Pages of answers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limit", "more"), [(5, {}), (60, {"order": "newest"}), (60, {"section": "to-chuc-bo-may"})]
)
def test_pages_of_an_answer_have_no_gaps_and_no_doubles(found, limit, more):
    starts = range(0, 240, limit)
    pages = [found("rà soát định mức", limit=limit, offset=start, **more) for start in starts]
    ids = [item["id"] for page in pages for item in page["items"]]

    assert {page["total"] for page in pages} == {230}
    assert len(ids) == len(set(ids)) == 230


@both_ways
def test_a_page_over_the_seam_of_what_is_ranked_is_whole(found):
    across = found("rà soát định mức", limit=20, offset=90)["items"]
    before = found("rà soát định mức", limit=10, offset=90)["items"]
    after = found("rà soát định mức", limit=10, offset=100)["items"]

    assert across == before + after


@both_ways
def test_newest_first_holds_over_all_pages(found):
    titles = [
        item["title"]
        for start in (0, 100, 200)
        for item in found("rà soát định mức", order="newest", limit=100, offset=start)["items"]
    ]

    assert titles == [f"Phiếu rà soát định mức số {number}" for number in range(230)]


@both_ways
def test_loose_answers_are_counted_as_they_are_listed(found):
    """Words that stand in no text together: the rarest are asked for, some in many texts."""
    typed = "phiếu định mức thổ cẩm đấu giá hội trà giữ rừng"
    total = found(typed)["total"]
    ids = [
        item["id"]
        for start in range(0, total, 100)
        for item in found(typed, limit=100, offset=start)["items"]
    ]

    assert total > 3
    assert len(ids) == len(set(ids)) == total


def test_one_language_is_asked_for(found):
    assert found("phiên chợ vùng cao", locale="vi")["total"] == 11
    assert found("phiên chợ vùng cao", locale="en")["total"] == 0
