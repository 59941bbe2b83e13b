"""Where a list begins, and which of its lines name who is honoured.

Above the heads stand titles, between the rows sections (“I. TẬP THỂ”), below them totals and signatures.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .columns import Columns, names_in, read_columns, read_columns_again
from .reading import Line, Sheet, UnreadableList
from .sections import Sections, TitleOf, is_number_of_section, is_section
from .spelling import plain

MOST_ROWS = 2000
NO_HEADS = (
    "không có dòng tiêu đề cột nào nhận ra được; cần ít nhất cột “Họ và tên” hoặc “Tên tập thể” "
    "và một cột nữa, như trong mẫu"
)
NO_ROWS = "có dòng tiêu đề cột nhưng chưa có dòng nào ở dưới"

_NUMBERED = re.compile(r"\(?\d{1,4}[.)]?")
# Not “Tổng công ty …”, “Công an …”, which are honoured.
_TOTAL = re.compile(
    r"(?:tong(?: cong| so)?|cong)(?: (?:tap the|ca nhan|luot|ho gia dinh)\b.*| \d.*)?"
    r"|(?:an dinh )?danh sach (?:nay |tren )?(?:co|gom)\b.*"
)
# Often two in one line: “Người lập biểu” and “Thủ trưởng đơn vị”.
_SIGNATURE = re.compile(
    r"(?:nguoi lap|thu truong|ke toan|xac nhan|noi nhan|ky ten|ngay \d+|(?:kt|tm|tl|tuq) )\b.*"
    r"|ky (?:va )?ghi ro ho (?:va )?ten|ky ghi ro.*|ky dong dau.*"
)


@dataclass(frozen=True)
class RawRow:
    """One line of a list. `cells` by what they are, those that are blank left out.

    Beside its own are what its section and the head of the names say: `section_kind`,
    `section_title`, `section_unit` (the nearest first, each in a line), `head_kind`. An empty `title`:
    it has columns for crosses, and none in them.
    """

    number: int
    cells: Mapping[str, str]


@dataclass
class Table:
    """`columns`: each head as it is written, with what it was taken for ("" where it is not used).

    `unread`: the heads of words that no grant has a place for, "" where there is no head above them.
    `left_out`: the lines between and below the rows, as they stand.
    """

    sheet: str
    columns: dict[str, str] = field(default_factory=dict)
    unread: dict[str, None] = field(default_factory=dict)
    rows: list[RawRow] = field(default_factory=list)
    left_out: list[Line] = field(default_factory=list)


def find_table(sheets: Iterable[Sequence[Sheet]], title_of: TitleOf) -> Table:
    """The rows of the first sheet with a line of heads; raises UnreadableList where there is none.

    Of a sheet that may be parted in several ways, in the one that gives most heads.
    """
    parted = (max(ways, key=_most_heads) for ways in sheets)
    sheet = next(filter(_most_heads, parted), None)
    if sheet is None:
        raise UnreadableList(NO_HEADS)
    reading = _Reading(sheet, title_of)
    for place, line in enumerate(sheet.lines):
        reading.take(place, line)
    table = reading.table
    if not table.rows:
        raise UnreadableList(NO_ROWS)
    if len(table.rows) > MOST_ROWS:
        raise UnreadableList(f"có {len(table.rows)} dòng; mỗi lần nhập nhiều nhất 2.000 dòng")
    return table


def _most_heads(sheet: Sheet) -> int:
    return max((len(names_in(line.cells)) for line in sheet.lines), default=0)


class _Reading:
    """One sheet, line by line."""

    def __init__(self, sheet: Sheet, title_of: TitleOf) -> None:
        self.table = Table(sheet.name)
        self._sheet = sheet
        self._title_of = title_of
        self._columns: Columns | None = None
        self._is_begun = self._is_signed = self._is_numbered = False

    def take(self, place: int, line: Line) -> None:
        below = self._sheet.lines[place + 1 :]
        if self._columns is None:
            heads = read_columns(line, below, self._title_of)
        else:
            heads = read_columns_again(
                line, below, self._title_of, self._columns, is_begun=self._is_begun
            )
        if heads:
            self._begin(heads)
        elif self._columns and not _counts_columns(line):
            self._is_begun = True
            self._take_below(line, self._columns)

    def _begin(self, columns: Columns) -> None:
        self._columns = columns
        self._sections = Sections(self._title_of)
        self._is_numbered = _is_numbered(self._sheet, columns)
        self._is_signed = self._is_begun = False
        self.table.columns |= columns.told

    def _take_below(self, line: Line, columns: Columns) -> None:
        cells = columns.cells(line)
        if cells.keys() == {"number"} and _NUMBERED.fullmatch(cells["number"]):
            return  # a number that was put there beforehand
        self._is_signed |= self._is_numbered and _is_signature(line)
        is_below = self._is_signed and "number" not in cells  # names of those who sign
        if is_below:
            self.table.left_out.append(line)
        elif _is_no_row(line, cells, self._is_numbered, self._title_of):
            name = cells.get("recipient", "")
            self._sections.hear(line, columns.before_names(line), name)
            self.table.left_out.append(line)
        else:
            self._add_rows(line, cells, columns)

    def _add_rows(self, line: Line, cells: Mapping[str, str], columns: Columns) -> None:
        self.table.unread |= dict.fromkeys(columns.unread(line))
        own = {name: words for name, words in cells.items() if name not in ("number", "title")}
        said = {**columns.said, **self._sections.said, **own}
        titles = columns.titles(line)
        self.table.rows += [RawRow(line.number, {**said, "title": title}) for title in titles]
        if not titles:
            self.table.rows.append(RawRow(line.number, said))


def _is_no_row(line: Line, cells: Mapping[str, str], is_numbered: bool, title_of: TitleOf) -> bool:
    """A section, a total, a signature: what names nobody who is honoured."""
    number, name = cells.get("number", ""), cells.get("recipient", "")
    filled = [words for words in line.cells if words]
    if _TOTAL.fullmatch(plain(filled[0])):
        return True
    if not number and _is_signature(line):
        return True
    beside = [words for words in filled if words not in (number, name)]
    is_heading = number and not _NUMBERED.fullmatch(number)
    if is_heading and (is_number_of_section(number) or not name) and _are_figures(beside):
        return True  # of those below
    is_award = name and ("title" in cells or "unit" in cells)
    if is_numbered and not number and len(filled) <= 2 and not is_award:
        return True
    if len(filled) - bool(number) > 1:
        return False
    return not name or is_section(line, name, title_of)


def _are_figures(cells: Iterable[str]) -> bool:
    return all(re.fullmatch(r"\d+", words) for words in cells)


def _is_signature(line: Line) -> bool:
    first = next(filter(None, line.cells))
    return _SIGNATURE.fullmatch(plain(first)) is not None


def _is_numbered(sheet: Sheet, columns: Columns) -> bool:
    places = [place for place, name in columns.names.items() if name == "number"]
    return any(
        _NUMBERED.fullmatch(line.cells[place]) is not None
        for line in sheet.lines
        for place in places
        if place < len(line.cells)
    )


def _counts_columns(line: Line) -> bool:
    """(1) (2) (3) … below the heads."""
    filled = [words for words in line.cells if words]
    return len(filled) > 1 and all(
        re.fullmatch(r"\(?(?:\d{1,2}|[A-H])\)?", words) for words in filled
    )
