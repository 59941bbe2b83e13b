"""An office's sheet is read as its rows, however it was written and saved."""

import io
import time
import tracemalloc
import unicodedata
import zipfile
import zlib

import pytest

from news.awards.importing import reading, tables, views
from news.awards.models import AwardGrant

from .annexes import ANNEX, HEADS, as_csv, workbook
from .outcomes import grants, problems, refused, told

pytestmark = pytest.mark.django_db


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


# --- What its lines hold ---------------------------------------------------------------------------


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
def test_a_year_in_a_head_does_not_make_it_one_of_earlier_honours(bring_in):
    rows = [
        ["STT", "Họ và tên", "Danh hiệu thi đua năm 2024", "Hình thức khen thưởng"],
        [1, "Lý Văn Sáu", "Lao động tiên tiến", "Giấy khen"],
    ]
    bring_in(workbook(rows))
    assert [each[2] for each in grants()] == ["Lao động tiên tiến", "Giấy khen"]


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


# --- Broken, hostile, too long ---------------------------------------------------------------------


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
