"""What the columns of a list hold, by the heads above them.

Every office writes its heads in its own way; they are compared by their words without accents.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from search.vietnamese.normalise import normalise

from .reading import Line
from .sections import TitleOf
from .spelling import plain

LONGEST_HEAD = 80  # letters
SEVERAL = ("unit", "title")  # what a list may have more than one column of

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
# Below the name of a title: given, or not. Ticks of symbol fonts are letters of their own.
_MARK = re.compile(r"x+|v|có|co|true|[üpþr×✓✔☑√+*●•]")
_NO_MARK = re.compile(r"[-–—0]|k|ko|không|khong|false")
_FIGURES = re.compile(r"\(?[\d.,]+\)?")


@dataclass(frozen=True)
class Columns:
    """`heads` as they stand. By place: `names`, what a column holds; `crossed`, the award titles that
    head columns in which a cross tells who has it."""

    heads: tuple[str, ...]
    names: Mapping[int, str]
    crossed: Mapping[int, str]

    @property
    def said(self) -> dict[str, str]:
        """The kind of all recipients, where the head of their names says it: “Họ và tên”."""
        words = plain(self.heads[self._recipient])
        if _OF_PERSONS.fullmatch(words):
            return {"head_kind": "person"}
        return {"head_kind": "organisation"} if _OF_BODIES.fullmatch(words) else {}

    @property
    def told(self) -> dict[str, str]:
        """Each head with what it was taken for, "" where it is not used."""
        return {words: self.names.get(place, "") for place, words in enumerate(self.heads) if words}

    @property
    def _recipient(self) -> int:
        return next(place for place, name in self.names.items() if name == "recipient")

    def holds(self, name: str) -> bool:
        return name in self.names.values()

    def cells(self, line: Line) -> dict[str, str]:
        """By what they are; a post and its unit, each in a column, as one."""
        cells: dict[str, list[str]] = {}
        for place, name in self.names.items():
            words = line.cells[place] if place < len(line.cells) else ""
            if words and words not in cells.setdefault(name, []):
                cells[name].append(words)
        return {name: ", ".join(words) for name, words in cells.items() if words}

    def titles(self, line: Line) -> list[str]:
        """One of each column that has one: “Danh hiệu thi đua” and “Hình thức khen thưởng” side by side,
        or crosses below “Bằng khen” and “Giấy khen”. An empty one where crosses are missing."""
        found = {
            self._title(place, words): None
            for place, words in enumerate(line.cells)
            if words and self.names.get(place) == "title"
        }
        titles = list(filter(None, found))
        return titles or ([""] if self.crossed else [])

    def _title(self, place: int, words: str) -> str:
        if place not in self.crossed or not (_is_mark(words) or _is_no_mark(words)):
            return words
        return self.crossed[place] if _is_mark(words) else ""

    def unread(self, line: Line) -> Iterator[str]:
        """The heads of words that no grant has a place for, "" where there is no head."""
        for place, words in enumerate(line.cells):
            if words and place not in self.names:
                yield self.heads[place] if place < len(self.heads) else ""

    def before_names(self, line: Line) -> str:
        """What stands in the column of numbers, or further left than the names without a head."""
        places = range(min(self._recipient, len(line.cells)))
        return " ".join(
            line.cells[place]
            for place in places
            if line.cells[place] and self.names.get(place, "number") == "number"
        )

    def goes_over(self, place: int) -> str:
        """The head of a column, or the one further left that goes over several."""
        return next(filter(None, reversed(self.heads[: place + 1])), "")


def read_columns(
    line: Line, below: Sequence[Line], title_of: TitleOf, above: Columns | None = None
) -> Columns | None:
    """If these are heads. `below` are the lines that follow; `above`, the heads right over these."""
    names = names_in(line.cells)
    return _with_crosses(line.cells, names, below, title_of, above) if names else None


def read_columns_again(
    line: Line, below: Sequence[Line], title_of: TitleOf, before: Columns, *, is_begun: bool
) -> Columns | None:
    """The heads of a further table, or the second line of these; a row that happens to use such words
    is neither. `is_begun`: whether anything has stood below them."""
    if not is_begun and _are_titles(line, before, title_of):
        both = zip_longest(line.cells, before.heads, fillvalue="")
        heads = [own or over for own, over in both]
        return _with_crosses(heads, before.names, below, title_of, before)
    found = read_columns(line, below, title_of, None if is_begun else before)
    if found is None or before.holds("number"):
        return found if found and found.holds("number") else None
    known = (_meaning(words) is not None for words in line.cells if words)
    return found if all(known) else None


def names_in(cells: Sequence[str]) -> dict[int, str]:
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
    earlier = [place for place in titles if _is_given_already(cells[place])]
    return earlier if len(earlier) < len(titles) else []


def _is_given_already(head: str) -> bool:
    return " da " in f" {plain(head)} "


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


# --- Crosses -------------------------------------------------------------------------------------


def _with_crosses(
    heads: Sequence[str],
    names: Mapping[int, str],
    below: Sequence[Line],
    title_of: TitleOf,
    above: Columns | None,
) -> Columns:
    """With the columns that a title heads, and where nothing but crosses stands: a column of papers,
    of amounts or of what was given earlier says nothing of this list."""
    crossed = {}
    for place, words in enumerate(heads):
        over = above.goes_over(place) if above else ""
        if names.get(place, "title") != "title" or _may_be_earlier(words) or _may_be_earlier(over):
            continue
        if (title := title_of(words)) and _has_crosses(place, below):
            crossed[place] = title
    return Columns(tuple(heads), {**names, **dict.fromkeys(crossed, "title")}, crossed)


def _may_be_earlier(head: str) -> bool:
    """What somebody had before; a year may be of that as well as of this list."""
    is_of_a_year = re.search(r"\d{4}", head) is not None
    return _is_given_already(head) or is_of_a_year or "thanh tich" in plain(head)


def _are_titles(line: Line, over: Columns, title_of: TitleOf) -> bool:
    """“Bằng khen” and “Giấy khen” below “Hình thức”, which goes over both."""
    filled = [place for place, words in enumerate(line.cells) if words]
    return len(filled) > 1 and all(
        _meaning(over.goes_over(place)) == "title" and title_of(line.cells[place])
        for place in filled
    )


def _has_crosses(place: int, lines: Iterable[Line]) -> bool:
    words = [line.cells[place] for line in lines if place < len(line.cells) and line.cells[place]]
    others = (each for each in words if not (_is_mark(each) or _is_no_mark(each)))
    return any(map(_is_mark, words)) and all(map(_FIGURES.fullmatch, others))


def _is_mark(words: str) -> bool:
    return _MARK.fullmatch(words.lower()) is not None


def _is_no_mark(words: str) -> bool:
    return _NO_MARK.fullmatch(words.lower()) is not None
