"""Where a list begins, what its columns hold, and which of its lines name who is honoured.

Every office writes its heads in its own way; they are compared by their words without accents.
Above them stand titles, between the rows sections (“I. TẬP THỂ”), below them totals and signatures.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from search.vietnamese.normalise import normalise

from .reading import Line, Sheet, UnreadableList
from .sections import Sections, TitleOf, is_section
from .spelling import plain

MOST_ROWS = 2000
LONGEST_HEAD = 80  # letters
SEVERAL = ("unit", "title")  # what a list may have more than one column of
NO_HEADS = (
    "không có dòng tiêu đề cột nào nhận ra được; cần ít nhất cột “Họ và tên” hoặc “Tên tập thể” "
    "và một cột nữa, như trong mẫu"
)
NO_ROWS = "có dòng tiêu đề cột nhưng chưa có dòng nào ở dưới"

# What a head says it is; the first that fits. Empty: known, and of no use to the register.
_HEADS = [
    (name, re.compile(words))
    for name, words in (
        ("number", r"(?:so )?(?:stt|tt|thu tu)|no"),
        ("", r"(?:dia chi|address).*"),
        ("revoked_on", r".*(?:huy bo|thu hoi).*|revoked on"),
        ("kind", r"(?:loai )?doi tuong.*|kind of recipient"),
        ("title", r".*(?:danh hieu|hinh thuc|muc khen).*|title"),
        ("rank", r"(?:xep )?hang\b.*|rank"),
        ("decided_by", r"(?:cap|co quan|nguoi|tham quyen)(?: co tham quyen)? (?:khen|quyet dinh|ban hanh|tang|ky).*|decided by"),
        ("decided_on", r"ngay (?:thang (?:nam )?)?(?:ky|quyet dinh|qd|ban hanh).*|decided on"),
        ("presented_on", r"(?:ngay )?trao(?: tang)?|presented on"),
        ("decision", r"(?:so )?(?:quyet dinh|qd).*|so (?:va )?ngay (?:thang (?:nam )?)?(?:quyet dinh|qd|ky).*|decision"),
        ("year", r"nam(?: (?:(?:co |lap )?thanh tich|giai doan|duoc|dat|de nghi|xet|cong nhan|khen|phong|tang|trao|thi dua|hoc)\b.*)?|year"),
        ("", r"gioi tinh.*|(?:ngay |ngay thang )?nam (?:sinh|vao)\b.*|nam nu|nam|nu"),
        ("quantity", r"so (?:luong|luot|nguoi|tap the|ca nhan).*|grants|quantity"),
        ("recipient", r"(?:ho (?:va )?ten|ten|nguoi|tap the|ca nhan|ho gia dinh|recipient)\b.*|don vi (?:duoc|nhan).*"),
        ("merit", r".*thanh tich.*|merit|(?:ly do|noi dung) .*"),
        ("unit", r".*(?:chuc vu|chuc danh|don vi|co quan|noi (?:cong tac|lam viec)).*"),
    )
]  # fmt: skip
_MEN = re.compile(r"nam\b")
_VALUES = ("ca nhan", "tap the", "ho gia dinh")  # heads of names, or what stands below “Đối tượng”
_ALONE = re.compile(r"ho (?:va )?ten|ten (?:tap the|ca nhan|don vi).*|nguoi tap the nhan|recipient")
# What one column of names may say of all of them.
_OF_PERSONS = re.compile(r"ho (?:va )?ten(?!.* (?:tap the|ten don vi)).*|ten ca nhan")
_BODIES = r"don vi|co quan(?: don vi)?"  # the names themselves, where no other column has any
_OF_BODIES = re.compile(
    rf"ten (?:tap the|don vi|co quan)(?! .*ca nhan).*|tap the|don vi duoc.*|{_BODIES}"
)

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
# Below the name of a title: given, or not. Ticks of symbol fonts are letters of their own.
_MARK = re.compile(r"x+|v|ü|[×✓✔☑√+*]|0?1|true")
_NO_MARK = re.compile(r"[-–—0]|k|ko|không|false")


@dataclass(frozen=True)
class RawRow:
    """One line of a list. `cells` by what they are, those that are blank left out.

    Beside its own are what its section and the head of the names say: `section_kind`,
    `section_title`, `section_unit`, `head_kind`.
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
    table = _read(sheet, title_of)
    if not table.rows:
        raise UnreadableList(NO_ROWS)
    if len(table.rows) > MOST_ROWS:
        raise UnreadableList(f"có {len(table.rows)} dòng; mỗi lần nhập nhiều nhất 2.000 dòng")
    return table


def _most_heads(sheet: Sheet) -> int:
    return max((len(_heads(line.cells)) for line in sheet.lines), default=0)


def _heads(cells: Sequence[str]) -> dict[int, str]:
    """What the columns hold, by their place, if these are heads; otherwise nothing."""
    found: dict[int, str] = {}
    for place, words in enumerate(_without_men(cells)):
        name = _meaning(words)
        if name and (name in SEVERAL or name not in found.values()):
            found[place] = name
    for place in _earlier(cells, found):
        del found[place]
    if "recipient" not in found.values():
        units = [place for place, name in found.items() if name == "unit"]
        if len(units) == 1 and re.fullmatch(_BODIES, plain(cells[units[0]])):
            found[units[0]] = "recipient"
    recipient = next((plain(cells[place]) for place in found if found[place] == "recipient"), "")
    if not recipient:
        return {}
    if "number" in found.values() or (len(found) > 1 and recipient not in _VALUES):
        return found
    is_alone = len(list(filter(None, cells))) == 1 and _ALONE.fullmatch(recipient)
    return found if is_alone else {}


def _earlier(cells: Sequence[str], found: Mapping[int, str]) -> list[int]:
    """“Danh hiệu đã được tặng”, where another column says what is given now."""
    titles = [place for place, name in found.items() if name == "title"]
    earlier = [place for place in titles if " da " in f" {plain(cells[place])} "]
    return earlier if len(earlier) < len(titles) else []


def _heads_again(line: Line, before: Mapping[int, str]) -> dict[int, str]:
    """The heads of a further table below; a row that happens to use such words is none."""
    found = _heads(line.cells)
    if "number" in before.values():
        return found if "number" in found.values() else {}
    known = (_meaning(words) is not None for words in line.cells if words)
    return found if all(known) else {}


def _title_heads(line: Line, heads: Mapping[int, str], title_of: TitleOf) -> dict[int, str]:
    """The columns that are headed by a title itself, where no other head stands: which title."""
    places = (place for place in range(len(line.cells)) if heads.get(place, "title") == "title")
    return {place: title for place in places if (title := title_of(line.cells[place]))}


def _heads_below(line: Line, heads: Mapping[int, str], title_of: TitleOf) -> dict[int, str]:
    """“Bằng khen” and “Giấy khen” in the line below “Hình thức”: titles and nothing else."""
    titles = _title_heads(line, heads, title_of)
    return titles if len(titles) == len(list(filter(None, line.cells))) else {}


def _without_men(cells: Sequence[str]) -> Sequence[str]:
    """“Nam” and “Nữ” stand above years of birth; “Nam” alone is “Năm” where no accents are typed."""
    if all(words.isascii() for words in cells) and "nu" not in map(plain, cells):
        return cells
    return ["" if _MEN.match(normalise(words)) else words for words in cells]


def _meaning(head: str) -> str | None:
    words = plain(head)
    if not words or len(words) > LONGEST_HEAD or words.startswith("danh sach"):
        return None
    return next((name for name, pattern in _HEADS if pattern.fullmatch(words)), None)


def _read(sheet: Sheet, title_of: TitleOf) -> Table:
    table = Table(sheet.name)
    heads: dict[int, str] = {}
    head_line = Line(0, ())
    by_head: dict[str, str] = {}
    titles: dict[int, str] = {}
    sections = Sections(title_of)
    is_numbered = is_signed = is_begun = False
    for line in sheet.lines:
        again = _heads_again(line, heads) if heads else _heads(line.cells)
        if again:
            titles = _title_heads(line, again, title_of)
            heads = again | dict.fromkeys(titles, "title")
            by_head, sections = _said_by_head(line, heads), Sections(title_of)
            head_line = line
            table.columns |= _columns(line, heads)
            is_numbered, is_signed, is_begun = _is_numbered(sheet, heads), False, False
        elif heads and not is_begun and (below := _heads_below(line, heads, title_of)):
            titles |= below
            heads |= dict.fromkeys(below, "title")
            table.columns |= _columns(line, heads)
        elif heads and not _counts_columns(line):
            is_begun = True
            cells = _cells(line, heads)
            if cells.keys() == {"number"} and _NUMBERED.fullmatch(cells["number"]):
                continue  # a number that was put there beforehand
            is_signed |= is_numbered and _is_signature(line)
            is_below = is_signed and "number" not in cells  # names of those who sign
            if is_below or _is_no_row(line, heads, is_numbered, title_of):
                sections.hear(line)
                table.left_out.append(line)
            else:
                table.unread |= dict.fromkeys(_unread(line, heads, head_line))
                cells = {
                    name: words for name, words in cells.items() if name not in ("number", "title")
                }
                table.rows += [
                    RawRow(line.number, {**by_head, **sections.said, **cells, **title})
                    for title in _titles(line, heads, titles) or [{}]
                ]
    return table


def _cells(line: Line, heads: Mapping[int, str]) -> dict[str, str]:
    """What stands under the heads, by what it is; a post and its unit, each in a column, as one."""
    cells: dict[str, list[str]] = {}
    for place, name in heads.items():
        words = line.cells[place] if place < len(line.cells) else ""
        if words and words not in cells.setdefault(name, []):
            cells[name].append(words)
    return {name: ", ".join(words) for name, words in cells.items() if words}


def _unread(line: Line, heads: Mapping[int, str], head_line: Line) -> Iterator[str]:
    for place, words in enumerate(line.cells):
        if words and place not in heads:
            yield head_line.cells[place] if place < len(head_line.cells) else ""


def _titles(
    line: Line, heads: Mapping[int, str], titles: Mapping[int, str]
) -> list[dict[str, str]]:
    """One of each column that has one: “Danh hiệu thi đua” and “Hình thức khen thưởng” side by side,
    or crosses below “Bằng khen” and “Giấy khen”."""
    found: dict[str, None] = {}
    for place, words in enumerate(line.cells):
        if heads.get(place) != "title":
            continue
        if place in titles:
            mark = words.lower()
            words = "" if _NO_MARK.fullmatch(mark) else words
            words = titles[place] if _MARK.fullmatch(mark) else words
        found[words] = None
    return [{"title": each} for each in found if each]


def _is_no_row(line: Line, heads: Mapping[int, str], is_numbered: bool, title_of: TitleOf) -> bool:
    """A section, a total, a signature: what names nobody who is honoured."""
    cells = _cells(line, heads)
    number, name = cells.get("number", ""), cells.get("recipient", "")
    filled = [words for words in line.cells if words]
    if _TOTAL.fullmatch(plain(filled[0])):
        return True
    if not number and _is_signature(line):
        return True
    is_award = name and ("title" in cells or "unit" in cells)
    if is_numbered and not number and len(filled) <= 2 and not is_award:
        return True
    if len(filled) - bool(number) > 1:
        return False
    return not name or is_section(line, name, title_of)


def _is_signature(line: Line) -> bool:
    first = next(filter(None, line.cells))
    return _SIGNATURE.fullmatch(plain(first)) is not None


def _columns(line: Line, heads: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    return ((words, heads.get(place, "")) for place, words in enumerate(line.cells) if words)


def _said_by_head(line: Line, heads: Mapping[int, str]) -> dict[str, str]:
    """The kind of all recipients, where the head of their names says it: “Họ và tên”."""
    (place,) = (place for place, name in heads.items() if name == "recipient")
    words = plain(line.cells[place])
    if _OF_PERSONS.fullmatch(words):
        return {"head_kind": "person"}
    return {"head_kind": "organisation"} if _OF_BODIES.fullmatch(words) else {}


def _is_numbered(sheet: Sheet, heads: Mapping[int, str]) -> bool:
    places = [place for place, name in heads.items() if name == "number"]
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
