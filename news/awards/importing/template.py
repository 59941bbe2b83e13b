"""The sheet that a clerk may begin with: heads, the titles to choose from, and an example beside."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from news.awards.models import AwardGrant

from .tables import MOST_ROWS

HEADS = {
    "STT": 6, "Tên cá nhân, tập thể": 34, "Chức vụ, đơn vị": 40, "Đối tượng": 16,
    "Danh hiệu, hình thức khen thưởng": 44, "Năm thành tích": 16, "Thành tích": 50,
}  # fmt: skip
Kind = AwardGrant.RecipientKind
KINDS = (Kind.PERSON.label, Kind.ORGANISATION.label, Kind.HOUSEHOLD.label)
EXAMPLES = (
    (
        1, "Phòng Cải cách hành chính", "Sở Nội vụ", "Tập thể",
        "Bằng khen của Chủ tịch UBND tỉnh", 2025, "Hoàn thành xuất sắc nhiệm vụ năm 2025",
    ),
    (
        2, "Bà Nông Thị Kiều Oanh", "Chuyên viên, Phòng Tổ chức cán bộ", "Cá nhân",
        "Huân chương Lao động hạng Ba", "2021–2025", "Có thành tích xuất sắc trong công tác",
    ),
)  # fmt: skip


def template(titles: list[str]) -> bytes:
    book = Workbook()
    names = book.create_sheet("Danh hiệu, hình thức")
    for title in titles:
        names.append([title])
    names.column_dimensions["A"].width = 70
    _fill(book.worksheets[0], "Danh sách")
    _offer(book.worksheets[0], "D", f'"{",".join(KINDS)}"')
    _offer(book.worksheets[0], "E", f"'{names.title}'!$A$1:$A${len(titles)}")
    example = book.create_sheet("Ví dụ", 1)
    _fill(example, "Ví dụ")
    for row in EXAMPLES:
        example.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Worksheet, name: str) -> None:
    sheet.title = name
    sheet.append(list(HEADS))
    for cell, width in zip(sheet[1], HEADS.values(), strict=True):
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E8EEF7")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "A2"


def _offer(sheet: Worksheet, column: str, listed: str) -> None:
    """To choose from; other words may be typed."""
    offered = DataValidation(type="list", formula1=listed, showErrorMessage=False, allow_blank=True)
    offered.add(f"{column}2:{column}{MOST_ROWS + 1}")
    sheet.add_data_validation(offered)
