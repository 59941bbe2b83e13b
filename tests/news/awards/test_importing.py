"""“Nhập danh sách khen thưởng”: an office's sheet becomes grants of the register, all seen before."""

import csv
import datetime
import io
import time
import tracemalloc
import unicodedata
import uuid
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, ModelLogEntry, ReferenceIndex

from news.awards.factories import (
    AwardAnnouncementPageFactory,
    AwardDecisionFactory,
    AwardGrantFactory,
)
from news.awards.importing import reading, storing, tables, views
from news.awards.importing.proposing import find_known
from news.awards.models import AwardGrant
from news.syndication.models import Publication, PublicationDependency
from people.factories import OrganisationFactory, PersonFactory, PostFactory
from people.models import Organisation, OrganisationName, Person
from search.models import IndexWrite
from search.outbox import write_what_is_due

pytestmark = pytest.mark.django_db

HEADS = ["STT", "Họ và tên / Tên tập thể", "Chức vụ, đơn vị", "Danh hiệu", "Năm"]
ANNEX: list[list[Any]] = [
    ["ỦY BAN NHÂN DÂN TỈNH"],
    ["DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN"],
    ["(Kèm theo Quyết định số 214/QĐ-UBND ngày 20/02/2024)"],
    [],
    HEADS,
    ["I", "TẬP THỂ"],
    [1, "Phòng Nội vụ", "UBND thành phố Bắc Kạn", "Bằng khen của Chủ tịch UBND tỉnh", 2023],
    ["II", "CÁ NHÂN"],
    [1, "Ông Lý Văn Sáu", "Chuyên viên Sở Nội vụ", "Bằng khen", 2023],
    [2, "Bà Cao Thị Tám", "Công chức xã Yên Bình", "Bằng khen", "2021-2023"],
    [None, "Tổng cộng: 01 tập thể, 02 cá nhân"],
    [None, None, None, "KT. CHỦ TỊCH"],
]


def workbook(*sheets: Sequence[Sequence[Any]], merged=(), hidden=()) -> bytes:
    book, content = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Trang {number + 1}")
        for row in rows:
            sheet.append(row)
        if number in hidden:
            sheet.sheet_state = "hidden"
    for place in merged:
        book.worksheets[0].merge_cells(place)
    book.save(content)
    return content.getvalue()


def sheet_of(*rows: Sequence[Any]) -> bytes:
    return workbook([HEADS, *rows])


def as_csv(rows: Sequence[Sequence[Any]], delimiter=",") -> str:
    lines = io.StringIO()
    csv.writer(lines, delimiter=delimiter).writerows(rows)
    return lines.getvalue()


@pytest.fixture
def decision():
    return AwardDecisionFactory(number="214/QĐ-UBND", decided_on=datetime.date(2024, 2, 20))


@pytest.fixture
def read(client, lan, site_tree, decision):
    """Send a file as Lan; the screen that answers."""
    client.force_login(lan)

    def send(content, name="danh-sach.xlsx", **fields):
        content = content.encode() if isinstance(content, str) else content
        fields = {"decision": decision.pk, "status": "confirmed"} | fields
        file = SimpleUploadedFile(name, content)
        answer = client.post(reverse("awards_import"), {**fields, "file": file})
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    return send


@pytest.fixture
def bring_in(client, read):
    """Send a file and say yes; what is told then."""

    def say_yes(content, **fields):
        screen = read(content, **fields)
        packed = screen.select_one("input[name=list]")["value"]
        answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)
        assert len(answer.redirect_chain) == 1
        return (
            BeautifulSoup(answer.content, "html.parser").select_one(".messages").get_text(" ", True)
        )

    return say_yes


def told(screen, heading):
    """The rows of one table: number, recipient, title, remarks."""
    (head,) = (each for each in screen.select("h2") if each.get_text().startswith(heading))
    rows = head.find_next("table").select("tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in rows]


def problems(screen):
    return {int(number): remark for number, _, _, remark in told(screen, "Sai")}


def refused(screen):
    return " ".join(each.get_text(" ", strip=True) for each in screen.select(".w-field__errors"))


def grants():
    return [
        (each.recipient_kind, each.recipient_name, each.shown_title, each.year)
        for each in AwardGrant.objects.order_by("pk")
    ]


# --- What offices write ----------------------------------------------------------------------------


def test_an_annex_of_a_decision_becomes_its_grants(bring_in, decision):
    said = bring_in(workbook(ANNEX))

    assert "Đã nhập 3 lượt khen thưởng của Quyết định 214/QĐ-UBND ngày 20/02/2024" in said
    assert grants() == [
        (
            "organisation", "Phòng Nội vụ, UBND thành phố Bắc Kạn",
            "Bằng khen của Chủ tịch UBND tỉnh", 2023,
        ),
        (
            "person", "Ông Lý Văn Sáu, Chuyên viên Sở Nội vụ",
            "Bằng khen", 2023,
        ),
        (
            "person", "Bà Cao Thị Tám, Công chức xã Yên Bình",
            "Bằng khen", 2021,
        ),
    ]  # fmt: skip
    assert {each.title.code for each in AwardGrant.objects.all()} == {"BK_BNT"}
    assert AwardGrant.objects.get(year=2021).year_to == 2023
    assert {each.decision for each in AwardGrant.objects.all()} == {decision}
    assert {each.status for each in AwardGrant.objects.all()} == {"confirmed"}


def test_every_row_is_shown_before_and_nothing_is_written(read):
    screen = read(workbook(ANNEX))

    assert [row[:2] for row in told(screen, "Sẽ nhập")] == [
        ["7", "Phòng Nội vụ UBND thành phố Bắc Kạn Tập thể"],
        ["9", "Ông Lý Văn Sáu Chuyên viên Sở Nội vụ Cá nhân"],
        ["10", "Bà Cao Thị Tám Công chức xã Yên Bình Cá nhân"],
    ]
    left_out = screen.select_one(".list-left-out").get_text(" ", strip=True)
    assert "Dòng 11: Tổng cộng" in left_out
    assert "Dòng 12: KT. CHỦ TỊCH" in left_out
    assert not AwardGrant.objects.exists()
    assert "Nhập 3 lượt" in screen.select_one(".list-answer button").get_text()


@pytest.mark.once
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", as_csv(ANNEX).encode("utf-8-sig")),
        ("a.csv", as_csv(ANNEX, ";").encode()),
        ("a.CSV", as_csv(ANNEX, "\t").encode("utf-16")),
        ("a.csv", as_csv(ANNEX, "\t").encode("utf-16-le")),
        ("a.csv", unicodedata.normalize("NFD", as_csv(ANNEX)).encode()),
        ("a.csv", workbook(ANNEX)),
        ("a.xlsx", workbook([["Trang bìa"]], ANNEX)),
        ("a.xlsx", workbook([HEADS, [1, "Sai", "", "", ""]], ANNEX, hidden=[0])),
    ],
    ids=["utf-8", "semicolons", "tabs", "no mark", "NFD", "named so", "cover", "hidden sheet"],
)
def test_the_same_list_is_read_however_it_was_saved(read, name, content):
    rows = told(read(content, name=name), "Sẽ nhập")

    assert [row[1] for row in rows] == [
        "Phòng Nội vụ UBND thành phố Bắc Kạn Tập thể",
        "Ông Lý Văn Sáu Chuyên viên Sở Nội vụ Cá nhân",
        "Bà Cao Thị Tám Công chức xã Yên Bình Cá nhân",
    ]


def windows_1258(text: str) -> bytes:
    """As Vietnamese Windows writes: the letter with its mark, then the tone."""
    parts = []
    for letter in text:
        try:
            parts.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            base, tone = letter, ""
            decomposed = unicodedata.normalize("NFD", letter)
            tones = [mark for mark in decomposed if mark in "\u0300\u0301\u0303\u0309\u0323"]
            tone = "".join(tones)
            base = unicodedata.normalize("NFC", "".join(m for m in decomposed if m not in tones))
            parts.append((base + tone).encode("cp1258"))
    return b"".join(parts)


@pytest.mark.once
def test_a_file_of_vietnamese_windows_is_read_and_one_of_an_older_coding_refused(read):
    rows = told(read(windows_1258(as_csv(ANNEX)), name="a.csv"), "Sẽ nhập")
    assert rows[1][1] == "Ông Lý Văn Sáu Chuyên viên Sở Nội vụ Cá nhân"

    tcvn3 = b"STT,H\xe4 v\xb5 t\xaan,Danh hi\xd6u\r\n1,Nguy\xd4n V\xa8n H\xb6i,B\xbbng khen\r\n"
    assert "bảng mã không nhận ra được" in refused(read(tcvn3, name="a.csv"))


@pytest.mark.once
@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (["TT", "HỌ TÊN", "Đơn vị", "Hình thức khen thưởng"], [1, "Lý Văn Sáu", "Sở A", "Bằng khen"]),
        (["Tên cá nhân", "Danh hiệu\nthi đua"], ["Lý Văn Sáu", "Chiến sỹ thi đua cơ sở"]),
        (["Người nhận", "Đối tượng", "Hình thức"], ["Lý Văn Sáu", "cá nhân", "BẰNG KHEN"]),
        (["Họ và tên, chức vụ, đơn vị", "Danh hiệu"], ["Lý Văn Sáu, Sở A", "danh hiệu “Lao động tiên tiến”"]),
        (["Ho va ten", "Danh hieu"], ["Lý Văn Sáu", "Lao dong tien tien"]),
        (["Họ\u00a0và\u00a0tên", "Danh hiệu"], ["Lý Văn Sáu\u00a0", "\u00a0Bằng khen "]),
    ],
)  # fmt: skip
def test_heads_and_titles_are_known_however_they_are_spelt(read, heads, row):
    (shown,) = told(read(workbook([heads, row])), "Sẽ nhập")
    assert shown[1].startswith("Lý Văn Sáu")
    assert "Cá nhân" in shown[1]


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
        ["Ma Văn Năm", "Huân chương Lao động", "hạng 3"],
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
def test_a_cell_that_was_merged_over_rows_holds_for_each(bring_in):
    rows = [
        HEADS,
        [1, "Lý Văn Sáu", "Sở A", "Giấy khen", 2023],
        [2, "Cao Thị Tám", "Sở B", None, 2023],
        [3, "Đỗ Văn Chín", "Sở C", "Bằng khen", 2023],
    ]
    rows[0] = ["STT", "Họ và tên", *HEADS[2:]]
    bring_in(workbook(rows, merged=["D2:D3"]), title="Lao động tiên tiến")

    assert [each[2] for each in grants()] == ["Giấy khen", "Giấy khen", "Bằng khen"]


@pytest.mark.once
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
        ("person", "Cao Thị Tám", "Lao động tiên tiến"),
    ]


@pytest.mark.once
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


@pytest.mark.once
def test_a_second_table_of_the_same_sheet_has_heads_of_its_own(bring_in):
    rows = [
        ["STT", "Tên tập thể", "Hình thức"],
        [1, "Phòng Nội vụ", "Bằng khen"],
        [],
        ["STT", "Họ và tên", "Đơn vị", "Hình thức"],
        ["(1)", "(2)", "(3)", "(4)"],
        [1, "Lý Văn Sáu", "Sở A", "Bằng khen"],
    ]
    bring_in(workbook(rows))

    assert [each[:2] for each in grants()] == [
        ("organisation", "Phòng Nội vụ"),
        ("person", "Lý Văn Sáu, Sở A"),
    ]


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
@pytest.mark.parametrize("head", ["Đơn vị", "Cơ quan, đơn vị", "CƠ QUAN"])
def test_a_list_of_bodies_alone_has_their_names_under_one_head(read, head):
    (shown,) = told(
        read(workbook([["STT", head, "Hình thức"], [1, "Phòng Nội vụ huyện A", "Bằng khen"]])),
        "Sẽ nhập",
    )
    assert "Phòng Nội vụ huyện A" in shown[1]
    assert "Tập thể" in shown[1]


@pytest.mark.once
def test_bodies_whose_names_sound_like_totals_are_honoured(bring_in):
    heads = ["Tên tập thể", "Danh hiệu"]
    names = [
        "Công an tỉnh Bắc Kạn",
        "Tổng công ty Điện lực miền Bắc",
        "Cộng đồng dân cư thôn Nà Pò",
    ]
    bring_in(workbook([heads, *([name, "Bằng khen"] for name in names), ["Cộng: 3 tập thể"]]))

    assert [each[1] for each in grants()] == names


@pytest.mark.once
def test_a_year_of_birth_is_no_year_of_merit(bring_in):
    heads = ["STT", "Họ và tên, chức vụ, đơn vị", "Nam/Nữ", "Năm sinh", "Hình thức"]
    bring_in(workbook([heads, [1, "Lý Văn Sáu, Chuyên viên Sở Nội vụ", "Nam", 1975, "Bằng khen"]]))

    assert grants() == [("person", "Lý Văn Sáu, Chuyên viên Sở Nội vụ", "Bằng khen", None)]


@pytest.mark.once
@pytest.mark.parametrize(
    ("lines", "merged"),
    [
        ([["STT", "Họ và tên", "Năm sinh", None, "Hình thức"], [None, None, "Nam", "Nữ"]], False),
        ([["STT", "Họ và tên", "Năm sinh", None, "Hình thức"], [None, None, "Nam", "Nữ"]], True),
        ([["STT", "Họ và tên", "Nam", "Nữ", "Hình thức"]], False),
        ([["STT", "Ho va ten", "Nam", "Nu", "Hinh thuc"]], False),
        ([["STT", "Họ và tên", "Năm vào ngành", "Ngày, tháng, năm sinh", "Hình thức"]], False),
    ],
)
def test_years_of_men_and_of_women_are_no_years_of_merit(read, lines, merged):
    people = [
        [1, "Lý Văn Sáu", 1975, None, "Bằng khen"],
        [2, "Cao Thị Tám", None, 1980, "Bằng khen"],
    ]
    over = ["A1:A2", "B1:B2", "C1:D1", "E1:E2"] if merged else []
    screen = read(workbook([*lines, *people], merged=over))

    rows = told(screen, "Sẽ nhập")
    assert [row[1] for row in rows] == ["Lý Văn Sáu Cá nhân", "Cao Thị Tám Cá nhân"]
    assert not [row for row in rows if "Năm" in row[2]]


@pytest.mark.once
@pytest.mark.parametrize(
    "head", ["Năm", "NĂM HỌC", "Nam", "Năm khen thưởng", "Năm đạt thành tích", "Năm/giai đoạn"]
)
def test_years_of_merit_are_known_by_their_head(bring_in, head):
    heads = ["STT", "Ho va ten", head, "Danh hieu"]
    bring_in(workbook([heads, [1, "Lý Văn Sáu", 2023, "Bằng khen"]]))

    assert [each[3] for each in grants()] == [2023]


@pytest.mark.once
def test_two_titles_in_one_row_are_two_grants(bring_in):
    heads = ["STT", "Họ và tên", "Danh hiệu đã được tặng", "Danh hiệu thi đua", "Hình thức khen"]
    rows = [
        [1, "Lý Văn Sáu", "CSTĐ cơ sở", "Lao động tiên tiến", "Giấy khen"],
        [2, "Cao Thị Tám", None, None, "Giấy khen"],
        [3, "Đỗ Văn Chín", None, "Giấy khen", "Giấy khen"],
    ]
    bring_in(workbook([heads, *rows]))

    assert [each[1:3] for each in grants()] == [
        ("Lý Văn Sáu", "Lao động tiên tiến"),
        ("Lý Văn Sáu", "Giấy khen"),
        ("Cao Thị Tám", "Giấy khen"),
        ("Đỗ Văn Chín", "Giấy khen"),
    ]
    bring_in(workbook([heads[:3], [1, "Lý Văn Sáu", "CSTĐ cơ sở"]]))
    assert grants()[-1][2] == "CSTĐ cơ sở"


@pytest.mark.once
def test_a_row_whose_number_was_forgotten_is_a_row_and_a_signature_is_none(read):
    rows = [
        ["STT", "Họ và tên", "Đơn vị"],
        [1, "Ông Lý Văn Sáu", "Sở A"],
        [None, "Bà Cao Thị Tám", "Sở B"],
        [3, "Ông Đỗ Văn Chín", "Sở C"],
        [None, "NGƯỜI LẬP BIỂU", "KT. GIÁM ĐỐC"],
        [None, "(Ký, ghi rõ họ tên)", "PHÓ GIÁM ĐỐC"],
        [None, "Bế Thị Mười", "Nông Văn Một"],
    ]
    screen = read(workbook(rows), title="Giấy khen")

    assert [row[0] for row in told(screen, "Sẽ nhập")] == ["2", "3", "4"]
    left_out = screen.select_one(".list-left-out").get_text(" ", strip=True)
    assert "Dòng 5: NGƯỜI LẬP" in left_out
    assert "Dòng 6: (Ký" in left_out


@pytest.mark.once
def test_what_the_register_has_no_place_for_is_told(read):
    heads = ["STT", "Họ và tên", "Năm sinh", "Hình thức", "Ghi chú", "Giới tính"]
    rows = [
        [1, "Lý Văn Sáu", 1975, "Bằng khen", None],
        [2, "Cao Thị Tám", 1980, "Bằng khen", "Truy tặng", None, "Đã nghỉ hưu"],
    ]
    said = read(workbook([heads, *rows])).select_one(".list-read").get_text(" ", strip=True)
    assert "cột “Năm sinh”, cột “Ghi chú”, cột không có tiêu đề; chữ trong đó không" in said

    said = read(workbook([heads, [1, "Lý Văn Sáu", None, "Bằng khen"]])).select_one(".list-read")
    assert "không được ghi" not in said.get_text()


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


def test_two_of_one_name_in_a_list_are_two_persons(bring_in):
    PersonFactory(full_name="Lý Văn Sáu")
    bring_in(
        sheet_of(
            [1, "Ông Lý Văn Sáu", "Sở A", "Bằng khen", 2023],
            [2, "Ông Lý Văn Sáu", "Sở B", "Bằng khen", 2023],
        )
    )

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


def broken_zip(*files: tuple[str, bytes], by=zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", by) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return content.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def with_rows(rows: str, behind="") -> bytes:
    """Further rows in the file's own writing, below those of the annex."""
    files = files_of(workbook(ANNEX))
    files[SHEET] = files[SHEET].replace(b"</sheetData>", f"{rows}</sheetData>{behind}".encode())
    return broken_zip(*files.items())


def bomb() -> bytes:
    files = files_of(workbook(ANNEX)).items()
    return broken_zip(*files, ("xl/media/anh.png", b"\0" * (reading.LARGEST_UNPACKED + 1)))


def liar() -> bytes:
    """A sheet of 200 MB that says it has a few hundred bytes, with the right sum of those."""
    files, content = files_of(workbook(ANNEX)), io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data + b" " * (200 * 1024 * 1024 if name == SHEET else 0))
        told = archive.getinfo(SHEET)
        told.file_size, told.CRC = len(files[SHEET]), zlib.crc32(files[SHEET])
    return content.getvalue()


def with_entities() -> bytes:
    """Nine lines that a careless program unfolds into gigabytes."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    files = files_of(workbook(ANNEX))
    sheet = files[SHEET].decode()
    start = sheet.index("<worksheet")
    sheet = f"{sheet[:start]}<!DOCTYPE worksheet [{laughs}]>{sheet[start:]}"
    files[SHEET] = sheet.replace("TẬP THỂ", "&l9;").encode()
    return broken_zip(*files.items())


@pytest.mark.once
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"%PDF", "chỉ nhận tệp Excel (.xlsx) hoặc .csv"),
        ("a.xlsx", b"", "rỗng"),
        ("a.csv", b"  \r\n ", "rỗng"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "Excel kiểu cũ"),
        ("a.xlsx", b"PK\x03\x04 cut off", "không phải bảng tính"),
        ("a.xlsx", b"<html>", "không phải bảng tính"),
        ("a.xlsx", workbook(ANNEX)[:3000], "không phải bảng tính"),
        ("a.xlsx", broken_zip(("word/document.xml", b"<w/>")), "không phải bảng tính"),
        ("a.xlsx", bomb(), "bung ra lớn bất thường"),
        (
            "a.xlsx",
            broken_zip(*files_of(workbook(ANNEX)).items(), by=zipfile.ZIP_BZIP2),
            "không phải bảng tính",
        ),
        ("a.xlsx", with_entities(), "không phải bảng tính"),
        ("a.xlsx", workbook([["Nội dung"], ["Bằng khen"]]), "không có dòng tiêu đề cột"),
        ("a.xlsx", workbook([HEADS]), "chưa có dòng nào"),
        (
            "a.xlsx",
            workbook([HEADS, [1, '=A1&"x"', None, "Bằng khen", 2023]]),
            "công thức chưa tính",
        ),
        ("a.csv", b"Ho va ten,Danh hieu\r\n" + b'"' + b"a" * 200_000, "không đúng dạng CSV"),
        ("a.csv", b"\xff\xfe\x00", "bảng mã"),
        ("a.csv", b"Ho va ten\x00\x01,Danh hieu", "bảng mã"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(read, name, content, said):
    assert said in refused(read(content, name=name))


@pytest.mark.once
def test_a_list_that_is_too_long_is_refused(read, monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    assert "mỗi lần nhập nhiều nhất" in refused(read(workbook(ANNEX)))
    monkeypatch.setattr(reading, "MOST_LINES", 3)
    assert "quá nhiều dòng" in refused(read(workbook(ANNEX)))
    monkeypatch.setattr(views, "LARGEST_FILE", 100)
    assert "lớn quá" in refused(read(workbook(ANNEX)))


@pytest.mark.once
def test_a_file_that_says_it_is_small_is_unpacked_no_further(read):
    content = liar()
    tracemalloc.start()
    try:
        screen = read(content)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert len(told(screen, "Sẽ nhập")) == 3
    assert most < 100 * 1024 * 1024


@pytest.mark.once
@pytest.mark.parametrize("last", [1_048_576, 20_000_000])
def test_a_stray_cell_far_below_costs_nothing(read, last):
    started = time.process_time()
    merged = '<mergeCells><mergeCell ref="C9:C1048576"/></mergeCells>'
    screen = read(with_rows(f'<row r="{last}"><c r="A{last}" s="0"/></row>', behind=merged))

    assert len(told(screen, "Sẽ nhập")) == 3
    assert time.process_time() - started < 5

    cell = f'<c r="B{last}" t="inlineStr"><is><t>Ông Đỗ Văn Chín</t></is></c>'
    screen = read(with_rows(f'<row r="{last}"><c r="A{last}"><v>3</v></c>{cell}</row>'))
    assert list(problems(screen)) == [last]  # nothing of what is written is lost


@pytest.mark.once
@pytest.mark.parametrize("repeated", ["<c ", "<mergeCell ", " "], ids=["cells", "merged", "blanks"])
def test_what_a_file_repeats_costs_no_more_than_its_length(read, repeated):
    started = time.process_time()
    screen = read(with_rows("", behind=f"<!-- <c><f/>{repeated * 60_000} -->"))

    assert len(told(screen, "Sẽ nhập")) == 3
    assert time.process_time() - started < 5


@pytest.mark.once
def test_a_sheet_of_endless_ruled_lines_is_refused(read):
    ruled = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(20, 20_020))
    assert "có hơn 20.000 dòng, kể cả dòng trống" in refused(read(with_rows(ruled)))


@pytest.mark.once
def test_a_list_with_more_words_than_a_form_can_carry_is_refused(read, monkeypatch):
    monkeypatch.setattr(views, "LONGEST_LIST", 100)
    assert "quá nhiều chữ" in refused(read(workbook(ANNEX)))


def test_what_was_tampered_with_or_is_of_another_is_refused(client, read, minh):
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    for sent in ("", "a", packed[:-1], "x\x00"):
        answer = client.post(reverse("awards_import"), {"list": sent}, follow=True)
        assert "không còn nguyên vẹn" in answer.content.decode()
    client.force_login(minh)
    answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)
    assert "không còn nguyên vẹn" in answer.content.decode()
    assert not AwardGrant.objects.exists()


def test_what_is_a_day_old_or_of_an_older_version_is_refused(client, read, lan):
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    given = signing.loads(packed, salt=views.SALT)
    older = [
        given | {"chosen": given["chosen"] | {"former": 1}},
        {"user": lan.pk, "rows": given["rows"]},
        given | {"rows": [{"number": 1}]},
    ]
    sent = [signing.dumps(each, salt=views.SALT, compress=True) for each in older]
    yesterday = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=25)
    with time_machine.travel(yesterday):
        sent.append(signing.dumps(given, salt=views.SALT, compress=True))
    for each in sent:
        answer = client.post(reverse("awards_import"), {"list": each}, follow=True)
        assert "đã cũ hoặc không còn nguyên vẹn" in answer.content.decode()
    assert not AwardGrant.objects.exists()


def test_a_decision_that_is_gone_meanwhile_takes_no_grants(client, read, decision):
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    decision.delete()
    answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)

    assert "không còn trong sổ" in answer.content.decode()
    assert not AwardGrant.objects.exists()


# --- Twice -----------------------------------------------------------------------------------------


def test_a_list_comes_in_once(bring_in, read, client):
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    for _ in range(2):  # a button that was pressed twice
        answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)
    assert "3 lượt đã có trong sổ" in answer.content.decode()
    screen = read(workbook(ANNEX))

    assert AwardGrant.objects.count() == 3
    assert len(told(screen, "Đã có trong sổ")) == 3
    assert screen.select_one(".list-answer button") is None


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


# --- Who may, and what follows ---------------------------------------------------------------------


def test_only_who_may_add_grants_sees_and_does_it(client, lan, stranger, decision, site_tree):
    client.force_login(lan)
    for address in (
        f"/admin/snippets/awards/awarddecision/edit/{decision.pk}/",
        "/admin/snippets/awards/awarddecision/",
    ):
        assert (
            f"/admin/awards/import/?decision={decision.pk}" in client.get(address).content.decode()
        )
    assert (
        "/admin/awards/import/" in client.get("/admin/snippets/awards/awardgrant/").content.decode()
    )
    screen = client.get(f"/admin/awards/import/?decision={decision.pk}").content.decode()
    assert "Quyết định 214/QĐ-UBND" in screen

    may_look = Permission.objects.filter(
        codename__in=["view_awardgrant", "change_awarddecision", "access_admin"]
    )
    stranger.user_permissions.set(may_look)
    client.force_login(stranger)
    for address in (
        "/admin/snippets/awards/awardgrant/",
        f"/admin/snippets/awards/awarddecision/edit/{decision.pk}/",
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "/admin/awards/import/" not in answer.content.decode()
    for address in ("/admin/awards/import/", "/admin/awards/import/template/"):
        assert client.get(address).status_code in (302, 403)
    assert client.post("/admin/awards/import/", {"list": "a"}).status_code in (302, 403)


def test_who_may_not_change_grants_proposes_them(client, read, bring_in, lan):
    editors = Group.objects.get(name="Biên tập viên")
    editors.permissions.remove(Permission.objects.get(codename="change_awardgrant"))
    screen = BeautifulSoup(client.get("/admin/awards/import/").content, "html.parser")
    assert [each["value"] for each in screen.select("[name=status]")] == ["proposed"]
    assert refused(read(workbook(ANNEX)))  # who asks for more than is offered
    bring_in(workbook(ANNEX), status="proposed")

    assert {each.status for each in AwardGrant.objects.all()} == {"proposed"}


def test_the_log_says_who_brought_in_what(client, bring_in, decision, lan):
    bring_in(workbook(ANNEX), name="Phụ lục 1.xlsx")

    of_decision = ModelLogEntry.objects.for_instance(decision).get()
    assert (of_decision.user, of_decision.message) == (
        lan,
        "Đã nhập 3 lượt khen thưởng từ “Phụ lục 1.xlsx”",
    )
    grant = AwardGrant.objects.get(recipient_name__startswith="Ông Lý Văn Sáu")
    assert (
        ModelLogEntry.objects.for_instance(grant).get().message
        == "Đã nhập từ “Phụ lục 1.xlsx”, dòng 9"
    )


def test_register_announcement_api_and_search_follow(client, bring_in, site_tree, decision):
    page = AwardAnnouncementPageFactory(parent=site_tree.awards, decision=decision)
    before = Publication.objects.get(page=page.pk).version
    write_what_is_due()
    bring_in(workbook(ANNEX))
    write_what_is_due()

    assert "Lý Văn Sáu" in client.get("/khen-thuong/").content.decode()
    assert "Lý Văn Sáu" in client.get(page.url).content.decode()
    assert Publication.objects.get(page=page.pk).version == before + 1  # once, not for each row
    found = client.get("/api/v1/search/", {"q": "ly van sau"}).json()["items"]
    assert [each["title"] for each in found] == [page.title]
    assert len(client.get("/api/v1/awards/grants/").json()["items"]) == 3


def test_what_is_proposed_is_shown_to_nobody(client, bring_in, site_tree):
    bring_in(workbook(ANNEX), status="proposed")
    assert "Lý Văn Sáu" not in client.get("/khen-thuong/").content.decode()


def left_behind(page):
    """What is noted, shown and known of the grants, each by its place among them."""
    places = {grant.pk: place for place, grant in enumerate(AwardGrant.objects.order_by("pk"))}
    noted = IndexWrite.objects.values_list("content_type__model", "object_id")
    shown = PublicationDependency.objects.filter(publication__page=page.pk)
    kind = ContentType.objects.get_for_model(AwardGrant)
    known = ReferenceIndex.objects.filter(content_type=kind)
    return {
        "noted": sorted(
            (model, places[int(key)] if model == "awardgrant" else key) for model, key in noted
        ),
        "shown": sorted(
            (kind, places[key] if kind == "grant" else key)
            for kind, key in shown.values_list("kind", "key")
        ),
        "known": sorted(
            (places[int(key)], path, to)
            for key, path, to in known.values_list("object_id", "content_path", "to_object_id")
        ),
    }


def test_a_list_leaves_behind_what_grants_typed_one_by_one_do(bring_in, site_tree, decision):
    page = AwardAnnouncementPageFactory(parent=site_tree.awards, decision=decision)
    PersonFactory(full_name="Lý Văn Sáu")
    IndexWrite.objects.all().delete()
    bring_in(workbook(ANNEX))
    of_list = left_behind(page)

    typed = list(AwardGrant.objects.order_by("pk"))
    AwardGrant.objects.all().delete()
    IndexWrite.objects.all().delete()
    for grant in typed:
        grant.pk, grant.uuid = None, uuid.uuid4()
        grant.save()
    assert of_list == left_behind(page)
    assert len(of_list["noted"]) == 3 + 1
    assert {place for place, *_ in of_list["known"]} == {0, 1, 2}


def test_a_list_is_refused_whole_where_somebody_types_one_of_it_just_then(
    client, read, decision, monkeypatch
):
    sau = PersonFactory(full_name="Lý Văn Sáu")
    packed = read(workbook(ANNEX)).select_one("input[name=list]")["value"]
    IndexWrite.objects.all().delete()

    def find_known_too_early(rows):
        find_known(rows)
        AwardGrantFactory(person=sau, decision=decision, year=2023)

    monkeypatch.setattr(storing, "find_known", find_known_too_early)
    answer = client.post(reverse("awards_import"), {"list": packed}, follow=True)

    assert "chưa nhập dòng nào" in answer.content.decode()
    assert not AwardGrant.objects.exists()
    assert not IndexWrite.objects.exists()
    assert not ModelLogEntry.objects.for_instance(decision).exists()


def test_a_long_list_is_stored_with_no_more_queries_than_a_short_one(client, read, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

    def queries(first, count):
        people = [
            [n, f"Ông Lý Văn {n}", "Sở A", "Bằng khen", 2023] for n in range(first, first + count)
        ]
        packed = read(sheet_of(*people)).select_one("input[name=list]")["value"]
        with CaptureQueriesContext(connection) as asked:
            client.post(reverse("awards_import"), {"list": packed})
        return len(asked)

    queries(100, 1)
    assert queries(200, 2) == queries(300, 20)


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


@pytest.mark.once
def test_the_template_is_read_as_it_is_filled_in(client, bring_in, read):
    answer = client.get("/admin/awards/import/template/")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["Danh sách", "Ví dụ", "Danh hiệu, hình thức"]
    assert "chưa có dòng nào" in refused(read(answer.content))

    for row in book["Ví dụ"].iter_rows(min_row=2, values_only=True):
        book["Danh sách"].append(row)
    filled = io.BytesIO()
    book.save(filled)
    bring_in(filled.getvalue(), decision="")
    assert len(grants()) == 2
