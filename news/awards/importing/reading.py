"""The bytes of an Excel sheet or a CSV file, as lines of words under the numbers a clerk sees."""

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._reader import WorkSheetParser

from news.csv_tables import FORMULA
from search.vietnamese.normalise import clean
from search.vietnamese.syllables import is_possible, parse

SUFFIXES = (".xlsx", ".csv")
LARGEST_FILE = 5 * 1024 * 1024  # for whoever takes it in, before it is read
LARGEST_UNPACKED = 50 * 1024 * 1024
PIECE = 256 * 1024
MOST_LINES = 3000  # with titles, sections and signatures around the rows
MOST_WRITTEN = 20_000  # lines of a sheet, with the blank ones that are only ruled or coloured
MOST_COLUMNS = 40
DELIMITERS = ",;\t"

TOO_MANY = "có quá nhiều dòng; hãy chia danh sách thành nhiều tệp, mỗi tệp nhiều nhất 2.000 dòng"
TOO_MANY_WRITTEN = "có hơn 20.000 dòng, kể cả dòng trống chỉ kẻ khung; hãy xóa hẳn những dòng trống ở dưới rồi lưu lại"
NO_WORKBOOK = "không phải bảng tính Excel (.xlsx), hoặc tệp đã hỏng; hãy mở bằng Excel rồi lưu lại"
OLD_WORKBOOK = (
    "là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu; hãy mở bằng Excel rồi lưu dạng .xlsx, "
    "không đặt mật khẩu"
)
NOT_CALCULATED = "có ô công thức chưa tính ra kết quả; hãy mở bằng Excel rồi lưu lại"
UNKNOWN_CODING = (
    "dùng bảng mã không nhận ra được (có thể là TCVN3 hay VNI); hãy lưu lại dạng .xlsx hoặc "
    "“CSV UTF-8”"
)

_WORD = re.compile(r"[^\W\d_]+")
# What stands within a tag is never a “<”: so each is looked at but once, whatever a file repeats.
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^<>]*?\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"'
)
# A formula without the result that Excel stores beside it; an empty text is a result.
_WITHOUT_RESULT = re.compile(
    rb'<(?:\w+:)?c\b(?![^<>]*\bt="str")[^<>]*>\s*'
    rb"<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)\s*)?</(?:\w+:)?c>"
)


class UnreadableList(Exception):
    """Why a file gives no rows, as the rest of a Vietnamese sentence that begins with the file."""


@dataclass(frozen=True)
class Line:
    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """`name` is empty for a file that is but one. Blank lines are left out, and still counted."""

    name: str
    lines: tuple[Line, ...]


def read_sheets(name: str, content: bytes) -> Iterator[tuple[Sheet, ...]]:
    """The visible sheets of a workbook; of a CSV file the one sheet, in each way that it may be parted.

    What it is its bytes say, whatever its name; raises UnreadableList.
    """
    if PurePath(name).suffix.lower() not in SUFFIXES:
        raise UnreadableList("không thuộc loại nhận được; chỉ nhận tệp Excel (.xlsx) hoặc .csv")
    if not content.strip():
        raise UnreadableList("rỗng")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableList(OLD_WORKBOOK)
    if content.startswith(b"PK") or name.lower().endswith(".xlsx"):
        return _of_workbook(content)
    return _of_text(content)


# --- Excel ---------------------------------------------------------------------------------------


def _of_workbook(content: bytes) -> Iterator[tuple[Sheet, ...]]:
    try:
        unpacked = _unpacked(content)
        book = load_workbook(unpacked, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield (Sheet(sheet.title, _lines_of(sheet)),)
    except UnreadableList:
        raise
    except Exception as problem:  # a broken file breaks openpyxl in many ways
        raise UnreadableList(NO_WORKBOOK) from problem


def _unpacked(content: bytes) -> io.BytesIO:
    """The same archive with nothing left to unpack.

    The sizes that a file tells of itself may be untrue, and to read a part at once unpacks more than
    it tells; so all is read in pieces, no further than the limit. Of other compressions than the one
    that office programs use a piece has no bounds.
    """
    found, total = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(found, "w") as stored:
        for each in archive.infolist():
            if each.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise UnreadableList(NO_WORKBOOK)
            pieces = []
            with archive.open(each) as part:
                while piece := part.read(PIECE):
                    total += len(piece)
                    if total > LARGEST_UNPACKED:
                        raise UnreadableList("bung ra lớn bất thường nên không đọc")
                    pieces.append(piece)
            stored.writestr(each.filename, b"".join(pieces))
    return found


def _lines_of(sheet: Any) -> tuple[Line, ...]:
    with sheet._get_source() as source:
        written = source.read()
    if _WITHOUT_RESULT.search(written):
        raise UnreadableList(NOT_CALCULATED)
    cells: dict[int, list[str]] = {}
    for count, (number, words) in enumerate(_written_rows(sheet), 1):
        if any(words):
            cells[number] = words
        if len(cells) > MOST_LINES:
            raise UnreadableList(TOO_MANY)
        if count > MOST_WRITTEN:
            raise UnreadableList(TOO_MANY_WRITTEN)
    _fill_merged(cells, written)
    width = max(
        (place for words in cells.values() for place, each in enumerate(words, 1) if each),
        default=0,
    )
    return tuple(Line(number, tuple(words[:width])) for number, words in cells.items())


def _written_rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Only the rows that the file has: openpyxl's own reading fills up what lies before the last,
    which may be the row 1,048,576 that somebody once coloured.
    """
    book = sheet.parent
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, cells in parser.parse():
            words = [""] * MOST_COLUMNS
            for cell in cells:
                if cell["column"] <= MOST_COLUMNS:
                    words[cell["column"] - 1] = _words(cell["value"])
            yield number, words


def _fill_merged(cells: dict[int, list[str]], written: bytes) -> None:
    """A cell that goes over several lines says the same of each; across columns it stands once."""
    last_of = {
        (column_index_from_string(column.decode()) - 1, int(first)): int(last)
        for column, first, last in _MERGED.findall(written)
    }
    for place in {place for place, _ in last_of if place < MOST_COLUMNS}:
        words, last = "", 0
        for number in sorted(cells):
            if (place, number) in last_of:
                words, last = cells[number][place], last_of[place, number]
            elif number <= last:
                cells[number][place] = cells[number][place] or words


def _words(value: Any) -> str:
    """Days year first; whole numbers without a point."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    words = " ".join(clean(str(value)).split()) if value is not None else ""
    # The register's own CSV has an apostrophe in front of what Excel would calculate.
    return words[1:] if words.startswith("'") and FORMULA.match(words[1:]) else words


# --- CSV -----------------------------------------------------------------------------------------


def _of_text(content: bytes) -> Iterator[tuple[Sheet, ...]]:
    text = _decoded(content)
    try:
        yield tuple(Sheet("", tuple(_lines_of_text(text, each))) for each in DELIMITERS)
    except csv.Error as problem:
        raise UnreadableList("không đúng dạng CSV; hãy lưu lại dạng .xlsx") from problem


def _lines_of_text(text: str, delimiter: str) -> Iterator[Line]:
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found = 0
    for number, record in enumerate(records, 1):
        cells = tuple(_words(value) for value in record[:MOST_COLUMNS])
        if any(cells):
            found += 1
            yield Line(number, cells)
        if found > MOST_LINES:
            raise UnreadableList(TOO_MANY)


def _decoded(content: bytes) -> str:
    """UTF-8, UTF-16, or Vietnamese Windows where its words are Vietnamese."""
    for coding in _codings(content):
        try:
            text = content.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (coding != "cp1258" or _is_vietnamese(clean(text))):
            return text
    raise UnreadableList(UNKNOWN_CODING)


def _codings(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\0" in content:  # every other byte, in half of the letters at least
        return ("utf-16-le",) if content[1::2].count(0) > content[::2].count(0) else ("utf-16-be",)
    return ("utf-8-sig", "cp1258")


def _is_vietnamese(text: str) -> bool:
    """Whether the words with accents are syllables: those of another coding are none."""
    accented = [word for word in _WORD.findall(text) if not word.isascii()]
    possible = [word for word in accented if (read := parse(word)) and is_possible(read)]
    return len(possible) >= 0.9 * len(accented)
