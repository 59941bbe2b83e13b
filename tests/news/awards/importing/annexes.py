"""Lists as offices write them, and their files."""

import csv
import io
from collections.abc import Sequence
from typing import Any

import openpyxl

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
