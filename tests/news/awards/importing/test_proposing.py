"""Each row of a list is shown as what it would be in the register: new, there already, or wrong."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from news.awards.factories import AwardDecisionFactory, AwardGrantFactory
from news.awards.models import AwardGrant
from people.factories import OrganisationFactory, PersonFactory, PostFactory
from people.models import Organisation, OrganisationName, Person

from .annexes import sheet_of, workbook
from .outcomes import grants, problems, told

pytestmark = pytest.mark.django_db


# --- What was given --------------------------------------------------------------------------------


@pytest.mark.once
def test_a_rank_is_read_from_its_column_or_from_the_title(bring_in):
    heads = ["Họ và tên", "Danh hiệu", "Hạng"]
    rows = [
        ["Lý Văn Sáu", "Huân chương Lao động", "Ba"],
        ["Cao Thị Tám", "Huân chương Lao động hạng Nhì", None],
        ["Đỗ Văn Chín", "HCLĐ hạng nhất", None],
        ["Bế Thị Mười", "Huân chương Lao động", 2],
        ["Lê Thị Hai", "Huân chương Lao động hạng III", None],
        ["Hà Văn Tư", "Huân chương Lao động hạng 1", None],
        ["Ma Văn Năm", "Huân chương Lao động", "hang ba"],
    ]
    bring_in(workbook([heads, *rows]))

    assert [each[2] for each in grants()] == [
        "Huân chương Lao động hạng Ba",
        "Huân chương Lao động hạng Nhì",
        "HCLĐ hạng Nhất",
        "Huân chương Lao động hạng Nhì",
        "Huân chương Lao động hạng Ba",
        "Huân chương Lao động hạng Nhất",
        "Huân chương Lao động hạng Ba",
    ]


def test_title_year_and_decider_can_be_chosen_for_the_rows_without(bring_in):
    rows = [["Họ và tên", "Danh hiệu"], ["Lý Văn Sáu"], ["Cao Thị Tám", "Giấy khen"]]
    rows = [["STT", *rows[0]], [1, *rows[1]], [2, *rows[2]]]
    chosen = {"title": "Huân chương Lao động hạng Ba", "year": "2021–2025"}
    bring_in(workbook(rows), **chosen, decided_by="Chủ tịch nước")

    assert [each[2] for each in grants()] == ["Huân chương Lao động hạng Ba", "Giấy khen"]
    assert {(each.year, each.year_to) for each in AwardGrant.objects.all()} == {(2021, 2025)}
    assert {each.decided_by for each in AwardGrant.objects.all()} == {"Chủ tịch nước"}


@pytest.mark.once
@pytest.mark.parametrize("head", ["Cấp khen thưởng", "Cơ quan ban hành quyết định", "Người ký"])
def test_decision_decider_and_merit_of_a_row_are_shown(read, decision, head):
    heads = ["STT", "Họ và tên", "Đơn vị", "Hình thức", "Số, ngày quyết định", head, "Thành tích"]
    row = [1, "Lý Văn Sáu", "Sở A", "Giấy khen", "214/QĐ-UBND ngày 20/02/2024", "Giám đốc Sở A"]
    content = workbook([heads, [*row, "Dân vận khéo"]])

    ((_, recipient, title, _),) = told(read(content, decision=""), "Sẽ nhập")
    assert recipient == "Lý Văn Sáu Sở A Cá nhân"
    assert title == (
        "Giấy khen Quyết định 214/QĐ-UBND ngày 20/02/2024 Do Giám đốc Sở A tặng Dân vận khéo"
    )
    ((_, _, title, _),) = told(read(content), "Sẽ nhập")
    assert "Quyết định" not in title  # it stands above


def test_a_group_without_names_is_counted(bring_in):
    heads = ["Người, tập thể nhận", "Đối tượng", "Danh hiệu", "Số lượng"]
    rows = [
        ["7 cá nhân của 07 Sở Nội vụ", "Nhóm chưa nêu tên", "Bằng khen", 7],
        ["học sinh", "Nhóm chưa nêu tên", "Giấy khen", 12],
    ]
    bring_in(workbook([heads, *rows]))

    first, second = AwardGrant.objects.order_by("pk")
    assert (first.recipient, first.per_unit_note) == ("7 cá nhân", "của 07 Sở Nội vụ")
    assert second.recipient == "12 học sinh"


@pytest.mark.once
@pytest.mark.parametrize(
    "written",
    [datetime.date(2024, 3, 1), "2024-03-01", "01/3/2024", "1-03-2024", "01.03.2024", "1 / 3 / 2024",
     "ngày 01 tháng 3 năm 2024"],
)  # fmt: skip
def test_days_are_read_as_offices_write_them(bring_in, read, written):
    heads = ["Họ và tên", "Danh hiệu", "Ngày trao tặng"]
    bring_in(workbook([heads, ["Lý Văn Sáu", "Bằng khen", written]]))
    assert AwardGrant.objects.get().presented_on == datetime.date(2024, 3, 1)

    for wrong in ("30/02/2024", "tháng 3 năm 2024", "01/3", "1-3/3/2024", "01/3/2024 hoặc sau"):
        screen = read(workbook([heads, ["Lý Văn Sáu", "Bằng khen", wrong]]))
        assert f"Không đọc được ngày “{wrong}”" in problems(screen)[2]


def test_a_row_of_another_decision_is_refused(read, decision):
    AwardDecisionFactory(number="9/QĐ-SNV", decided_on=datetime.date(2024, 3, 1))
    heads = ["Họ và tên", "Danh hiệu", "Số quyết định", "Ngày ký"]
    rows = [
        ["Lý Văn Sáu", "Bằng khen", "214/QĐ-UBND", datetime.date(2024, 2, 20)],
        ["Cao Thị Tám", "Bằng khen", "9/QĐ-SNV", "01/03/2024"],
        ["Đỗ Văn Chín", "Bằng khen", "77/QĐ-SNV", None],
    ]
    content = workbook([heads, *rows])

    assert "Dòng ghi quyết định khác" in problems(read(content))[3]
    screen = read(content, decision="")
    assert list(problems(screen)) == [4]
    assert "Chưa có quyết định “77/QĐ-SNV”" in problems(screen)[4]


@pytest.mark.parametrize("head", ["Quyết định", "Số, ngày quyết định", "Số và ngày ký"])
def test_a_decision_is_known_by_its_number_and_day_in_one_cell(bring_in, read, decision, head):
    heads = ["Họ và tên", "Danh hiệu", head]
    rows = [
        ["Lý Văn Sáu", "Bằng khen", "214/QĐ-UBND ngày 20/02/2024"],
        ["Cao Thị Tám", "Bằng khen", "Số 214/QĐ-UBND, ngày 20/2/2024"],
        ["Bế Thị Mười", "Bằng khen", "Số 214/QĐ-UBND ngày 20 tháng 02 năm 2024"],
        ["Đỗ Văn Chín", "Bằng khen", "214/QĐ-UBND ngày 21/02/2024"],
        ["Hà Văn Tư", "Bằng khen", "214/QĐ-UBND ngày 30/02/2024"],
    ]
    said = problems(read(workbook([heads, *rows]), decision=""))
    assert "Chưa có quyết định" in said[5]
    assert "Chưa có quyết định" in said[6]
    bring_in(workbook([heads, *rows]), decision="")
    assert [each.decision for each in AwardGrant.objects.all()] == [decision] * 3


OF_MAY = "Về việc tặng Bằng khen nhân dịp kỷ niệm ngày sinh Bác"


@pytest.mark.once
@pytest.mark.parametrize(
    ("number", "subject", "written"),
    [
        ("", f"{OF_MAY}, ngày 19/5", f"{OF_MAY}, ngày 19/5"),
        ("", f"{OF_MAY} ngày 19/5/2024", f"{OF_MAY} ngày 19/5/2024"),
        ("", f"{OF_MAY} ngày 19/5/2024", f"Quyết định {OF_MAY} ngày 19/5/2024 ngày 12/05/2024"),
        ("", OF_MAY, f"{OF_MAY}, ký ngày 12/5/2024"),
        ("9/QĐ-SNV", OF_MAY, f"Quyết định số 9/QĐ-SNV ngày 12/5/2024 {OF_MAY} ngày 19/5"),
        ("9/QĐ-SNV", OF_MAY, f"9/QĐ-SNV ngày 12.5.2024 {OF_MAY} ngày 19.5.2024"),
    ],
)
@pytest.mark.parametrize("is_chosen", [True, False])
def test_a_subject_may_stand_behind_the_day_and_have_days_of_its_own(
    bring_in, number, subject, written, is_chosen
):
    meant = AwardDecisionFactory(
        number=number, subject=subject, decided_on=datetime.date(2024, 5, 12)
    )
    rows = [["Họ và tên", "Danh hiệu", "Quyết định"], ["Lý Văn Sáu", "Bằng khen", written]]
    bring_in(workbook(rows), decision=meant.pk if is_chosen else "")

    assert AwardGrant.objects.get().decision == meant


# --- Who is meant ----------------------------------------------------------------------------------


def test_whoever_is_known_by_one_name_is_linked_and_nobody_is_made(bring_in):
    sau = PersonFactory(full_name="Lý Văn Sáu")
    office = OrganisationFactory(name="Sở Nội vụ tỉnh Thái Nguyên")
    OrganisationName.objects.create(organisation=office, name="Sở Nội vụ tỉnh Bắc Kạn")
    bring_in(
        sheet_of(
            [1, "Ông LÝ VĂN SÁU", None, "Bằng khen", 2023],
            [2, "Sở Nội vụ tỉnh Bắc Kạn", None, "Bằng khen", 2023],
            [3, "Bà Cao Thị Tám", None, "Bằng khen", 2023],
        )
    )

    first, second, third = AwardGrant.objects.order_by("pk")
    assert (first.person, first.recipient_name) == (sau, "Ông LÝ VĂN SÁU")
    assert (second.organisation, second.recipient_name) == (office, "Sở Nội vụ tỉnh Bắc Kạn")
    assert (third.person, third.recipient_name) == (None, "Bà Cao Thị Tám")
    assert (Person.objects.count(), Organisation.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "written",
    ["Ông Lý Văn Sáu", "ông (bà): Lý Văn Sáu", "Đ/c Lý Văn Sáu", "THƯỢNG TÁ LÝ VĂN SÁU",
     "PGS.TS. Lý Văn Sáu", "Ông ThS. Lý Văn Sáu", "Đồng chí Đại tá Lý Văn Sáu", "Cháu Lý Văn Sáu"],
)  # fmt: skip
def test_a_person_is_known_whatever_stands_before_the_name(bring_in, written):
    sau = PersonFactory(full_name="Lý Văn Sáu")
    bring_in(workbook([["Người, tập thể nhận", "Danh hiệu"], [f"{written}, Sở A", "Bằng khen"]]))

    grant = AwardGrant.objects.get()
    assert (grant.person, grant.recipient_name) == (sau, f"{written}, Sở A")


@pytest.mark.parametrize(
    ("known", "beside", "why"),
    [
        (["Lý Văn Sáu", "Lý Văn Sáu"], "", "Có 2 nhân sự tên này"),
        (["Lý Văn Sáu"], "Giáo viên Trường Tiểu học Đức Xuân", "chức vụ, đơn vị khác"),
        (["Lý Văn Sấu"], "", ""),
    ],
)
def test_a_person_who_may_be_another_is_not_linked(read, known, beside, why):
    office = OrganisationFactory(name="Sở Nội vụ")
    for name in known:
        PostFactory(person=PersonFactory(full_name=name), organisation=office)
    ((_, recipient, _, remark),) = told(
        read(sheet_of([1, "Ông Lý Văn Sáu", beside, "Bằng khen", 2023])), "Sẽ nhập"
    )

    assert recipient.startswith("Ông Lý Văn Sáu")
    assert "nối với" not in recipient
    assert why in remark


@pytest.mark.parametrize(
    ("post", "unit", "is_meant"),
    [
        ("Giám đốc", "Công ty TNHH Thép Bắc Sơn", False),
        ("Giám đốc", "Sở Nội vụ", True),
        ("Giám đốc", "Sở Nội vụ tỉnh Thái Nguyên", True),
        ("Chuyên viên", "Phòng A, SNV", True),
        ("Chuyên viên", "Phòng SNVA", False),
        ("Giám đốc", None, False),
        (None, "tỉnh Thái Nguyên", False),
    ],
)
def test_a_post_and_its_unit_in_two_columns_are_one_and_a_unit_says_who_is_meant(
    bring_in, post, unit, is_meant
):
    office = OrganisationFactory(name="Sở Nội vụ tỉnh Thái Nguyên", short_name="SNV")
    sau = PersonFactory(full_name="Lý Văn Sáu")
    PostFactory(person=sau, organisation=office, title="Giám đốc")
    heads = ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Hình thức"]
    bring_in(workbook([heads, [1, "Ông Lý Văn Sáu", post, unit, "Bằng khen"]]))

    grant = AwardGrant.objects.get()
    assert grant.recipient_name == ", ".join(filter(None, ["Ông Lý Văn Sáu", post, unit]))
    assert grant.person == (sau if is_meant else None)


def test_two_of_one_name_in_a_list_are_two_persons(bring_in, read):
    content = sheet_of(
        [1, "Ông Lý Văn Sáu", "Sở A", "Bằng khen", 2023],
        [2, "Ông Lý Văn Sáu", "Sở B", "Bằng khen", 2023],
    )
    assert not any(remark for *_, remark in told(read(content), "Sẽ nhập"))
    PersonFactory(full_name="Lý Văn Sáu")
    assert all("cùng tên nên không nối" in each[3] for each in told(read(content), "Sẽ nhập"))
    bring_in(content)

    assert [each[1] for each in grants()] == [
        "Ông Lý Văn Sáu, Sở A",
        "Ông Lý Văn Sáu, Sở B",
    ]
    assert not AwardGrant.objects.exclude(person=None).exists()


def test_the_office_of_another_body_is_not_taken_for_ours(read):
    ours = OrganisationFactory(name="Sở Nội vụ")
    OrganisationFactory(name="Văn phòng Sở", parent=ours)
    rows = [
        [1, "Văn phòng Sở", "Sở Tài chính", "Bằng khen", 2023],
        [2, "Văn phòng Sở", "Sở Nội vụ", "Bằng khen", 2023],
    ]
    heads = ["STT", "Tên đơn vị", "Cơ quan", "Danh hiệu", "Năm"]
    first, second = told(read(workbook([heads, *rows])), "Sẽ nhập")

    assert "nối với" not in first[1]
    assert "nối với cơ quan Văn phòng Sở" in second[1]


def test_a_long_list_asks_no_more_than_a_short_one(read):
    def queries(count):
        people = [[n, f"Ông Lý Văn {n}", f"Sở {n}", "Bằng khen", 2023] for n in range(count)]
        with CaptureQueriesContext(connection) as asked:
            assert len(told(read(sheet_of(*people)), "Sẽ nhập")) == count
        return len(asked)

    for number in range(60):
        PersonFactory(full_name=f"Lý Văn {number}")
    read(sheet_of([1, "Ông A", "B", "Bằng khen", 2023]))
    assert queries(3) == queries(60)


# --- What is wrong ---------------------------------------------------------------------------------


def test_what_is_wrong_is_told_by_row_and_the_rest_can_come_in(bring_in, read):
    rows = [
        [1, "Ông Lý Văn Sáu", None, "Bằng khen", 2023],
        [2, "Bà Cao Thị Tám", None, "Bằng khem của tỉnh", 2023],
        [3, None, "Sở A", "Bằng khen", 2023],
        [4, "Ông Đỗ Văn Chín", None, "Huân chương Lao động", 2023],
        [5, "Ông Đỗ Văn Chín", None, "Huân chương Lao động hạng Tư", 2023],
        [6, "Ông Đỗ Văn Chín", None, "Tập thể lao động xuất sắc", 2023],
        [7, "Ông Đỗ Văn Chín", None, None, 2023],
        [8, "Ông Đỗ Văn Chín", None, "Bằng khen", "năm ngoái"],
        [9, "Ông Đỗ Văn Chín", None, "Bằng khen", 1823],
        [10, "Ông Đỗ Văn Chín", None, "Bằng khen", "2024-2021"],
        [11, "Ông Đỗ Văn Chín", None, "#REF!", 2024],
        [12, "ông  lý văn sáu", None, "BẰNG KHEN", 2023],
        [13, "Đơn vị nào đó", None, "Bằng khen", 2023],
        [14, f"Ông {'Dài ' * 70}", None, "Bằng khen", 2023],
        [15, "Ông Đỗ Văn Chín", None, "Huy hiệu (tỉnh, thành phố)", 2023],
    ]
    said = problems(read(sheet_of(*rows)))

    assert "Không có danh hiệu, hình thức “Bằng khem của tỉnh”. Gần nhất: Bằng khen" in said[3]
    assert said[4] == "Thiếu tên người, tập thể nhận."
    assert "cần ghi hạng: hạng Nhất" in said[5]
    assert "Không có danh hiệu" in said[6]
    assert "Tập thể lao động xuất sắc không dành cho đối tượng này" in said[7]
    assert "Thiếu danh hiệu" in said[8]
    assert "Không đọc được năm “năm ngoái”" in said[9]
    assert said[10].startswith("Năm thành tích: ")
    assert "Năm cuối" in said[11]
    assert "Có ô công thức lỗi (#REF!)" in said[12]
    assert "Trùng với dòng 2" in said[13]
    assert "Không rõ là cá nhân hay tập thể" in said[14]
    assert said[15].startswith("Người nhận như in trong bài: ")
    assert "ngoài thời gian áp dụng" in said[16]
    assert "Đã nhập 1 lượt khen thưởng" in (told_then := bring_in(sheet_of(*rows)))
    assert "14 dòng sai chưa nhập" in told_then
    assert [each[1] for each in grants()] == ["Ông Lý Văn Sáu"]


# --- Twice -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["proposed", "confirmed", "revoked"])
def test_what_was_typed_by_hand_is_not_doubled(bring_in, decision, status):
    day = datetime.date(2024, 5, 1) if status == "revoked" else None
    given = {"decision": decision, "status": status, "revoked_on": day, "year": 2023}
    AwardGrantFactory(person=None, recipient_name="Ông Lý Văn Sáu", **given)
    AwardGrantFactory(person=PersonFactory(full_name="Cao Thị Tám"), **given | {"year_to": 2023})
    said = bring_in(
        sheet_of(
            [1, "Ông Lý Văn Sáu", "Sở A", "Bằng khen", 2023],
            [2, "Ông Lý Văn Sáu", "Sở B", "Bằng khen", 2023],
            [3, "Bà Cao Thị Tám", None, "Bằng khen", "2023-2023"],
        )
    )

    assert "Đã nhập 1 lượt" in said
    assert "2 lượt đã có" in said


def test_one_award_with_other_last_years_is_one_to_whoever_is_linked(bring_in, read, decision):
    """As the database holds it; a list with one such row came in not at all."""
    sau, office = PersonFactory(full_name="Lý Văn Sáu"), OrganisationFactory(name="Sở Nội vụ")
    given = {"decision": decision, "year": 2021, "recipient_name": "Ông Lý Văn Sáu"}
    AwardGrantFactory(person=sau, **given)
    rows = [
        [1, "Ông Lý Văn Sáu", None, "Bằng khen", "2021-2023"],
        [2, "Sở Nội vụ", None, "Bằng khen", 2022],
        [3, "Sở Nội vụ", None, "Bằng khen", "2022-2023"],
    ]
    screen = read(sheet_of(*rows))
    ((_, _, _, remark),) = told(screen, "Đã có")
    assert "Sổ ghi năm 2021; " in remark
    assert "Trùng với dòng 3" in problems(screen)[4]

    assert "Đã nhập 1 lượt" in bring_in(sheet_of(*rows))
    assert AwardGrant.objects.get(organisation=office).year == 2022


@pytest.mark.once
@pytest.mark.parametrize(
    "changed",
    [["Lý Văn Sáu", "Sở B", "Bằng khen", 2025], ["Lý Văn Sáu", "Sở A", "Bằng khen", 2024]],
)
def test_what_may_be_in_the_register_already_is_told(bring_in, read, changed):
    heads = ["Họ và tên", "Đơn vị", "Danh hiệu", "Năm"]
    bring_in(workbook([heads, ["Lý Văn Sáu", "Sở A", "Bằng khen", 2025]]))

    screen = read(workbook([heads, changed, ["Cao Thị Tám", "Sở A", "Bằng khen", 2025]]))

    shown, other = told(screen, "Sẽ nhập")
    assert "Sổ đã có “Lý Văn Sáu, Sở A” cùng danh hiệu, cùng quyết định" in " ".join(shown)
    assert "Sổ đã có" not in " ".join(other)
    (link,) = screen.select(".list-rows a")
    assert link["href"].endswith(f"/awardgrant/edit/{AwardGrant.objects.get().pk}/")


def of_register(client, site_tree, language="vi"):
    page = site_tree.awards
    if language == "en":
        english = Locale.objects.get(language_code="en")
        for each in (site_tree.home, page):
            each.copy_for_translation(english).save_revision().publish()
        page = page.get_translation(english)
    answer = client.get(page.url, {"format": "csv"})
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


@pytest.fixture
def register(site_tree, decision):
    """Of every sort one."""
    body = OrganisationFactory(name="Sở Nội vụ", name_en="Department of Home Affairs")
    AwardGrantFactory(decision=decision, person=PersonFactory(full_name="Lý Văn Sáu"))
    AwardGrantFactory(
        decision=decision, to_organisation=True, organisation=body, code="HC_LD", rank="hạng Ba"
    )
    AwardGrantFactory(decision=decision, to_household=True, year=2019, year_to=2024)
    AwardGrantFactory(decision=decision, to_unnamed=True, presented_on=datetime.date(2024, 3, 1))
    AwardGrantFactory(decision=decision, person=None, recipient_name="=Tên lạ", year=None)
    AwardGrantFactory(decision=decision, revoked=True)
    AwardGrantFactory(person=None, recipient_name="Cao Thị Tám", per_unit_note="Sở A")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_csv_of_the_register_reads_back(client, read, register, site_tree, language):
    content = of_register(client, site_tree, language)
    screen = read(content, name="so-khen-thuong.csv", decision="")

    assert "0 sai" in screen.select_one(".list-read").get_text()
    assert len(told(screen, "Đã có trong sổ")) == AwardGrant.objects.count()


def as_shown():
    return {
        (each.recipient_kind, f"{each.recipient} {each.per_unit_note}".strip(), each.shown_title)
        for each in AwardGrant.objects.all()
    }


def test_the_csv_of_the_register_brings_in_what_was_lost(
    client, bring_in, register, site_tree, decision
):
    content = of_register(client, site_tree)
    before = as_shown()
    AwardGrant.objects.all().delete()
    bring_in(content, name="so-khen-thuong.csv", decision="")

    assert as_shown() == before
    assert AwardGrant.objects.filter(decision=decision).count() == 6
    assert AwardGrant.objects.get(status="revoked").revoked_on == datetime.date(2025, 5, 12)
