"""What the lines between the rows of a list say of the rows below: “I. TẬP THỂ”, “II. SỞ NỘI VỤ”.

They are compared by their words without accents, but for the names of units: “Trường” is where
somebody works, “Trương” who.
"""

import re
from collections.abc import Callable, Mapping

from search.vietnamese.normalise import normalise

from .reading import Line
from .spelling import plain

KINDS = {
    "unnamed": r"(?:nhom )?chua neu ten|group without names",
    "person": r"ca nhan|person",
    "organisation": r"tap the|don vi|group",
    "household": r"ho gia dinh|household",
}
TitleOf = Callable[[str], str]
"""Of the words of a section, those that name an award title; "" for one that names none."""

_ENUMERATED = re.compile(r"\A(?:[IVX]{1,5}|[A-H])(?:\s*[.)\-:/]\s*|\Z)")
_SECTION = re.compile(
    r"(?:(?:danh sach|doi voi|khen thuong|tang|cho|ve|cac|\d+)\s)*"
    r"(?:tap the|ca nhan|ho gia dinh)(?: \d+(?: (?:tap the|ca nhan|nguoi|ho))?)?"
)
_UNIT = re.compile(
    r"(?:sở|ban|bộ|cục|chi cục|vụ|viện|tòa án|thanh tra|văn phòng|phòng|trung tâm|trường|học viện|bệnh viện|"
    r"trạm y tế|thư viện|bảo tàng|ubnd|hđnd|ủy ban|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|đảng bộ|chi bộ|mặt trận|"
    r"đoàn (?:thanh niên|tncs)|tỉnh đoàn|hội|công đoàn|liên đoàn|công an|kho bạc|ngân hàng|bảo hiểm|bưu điện|"
    r"điện lực|tổng công ty|công ty|tập đoàn|hợp tác xã|báo|đài|quỹ|tỉnh|thành phố|huyện|thị xã|thị trấn|phường|"
    r"xã|thôn|tổ dân phố) \S.*"
)
# Many units, a kind of them, or words that only begin like one.
_NO_UNIT = re.compile(
    r"(?:\S+|ủy ban|ủy ban nhân dân) (?:các|ngoài|khác|thuộc)\b.*|.* và các .*|(?:sở|ban|bộ) (?:ban )?ngành\b.*|ban hành\b.*|"
    r"bộ (?:đội|phận)\b.*|(?:xã|phường) (?:hội|phường)\b.*|hội (?:viên|thi|thao|diễn|nghị|thảo)\b.*|"
    r"phòng chống\b.*|báo (?:chí|cáo)\b.*|viện trợ\b.*|vụ việc\b.*|"
    r"trường (?:hợp\b.*|học|mầm non|mẫu giáo|tiểu học|trung học|thcs|thpt|trung học (?:cơ sở|phổ thông))"
)
_LABEL = re.compile(r"\A(?:đơn vị|cơ quan)(?: công tác)?\s*[:–-]\s*", re.IGNORECASE)
_COUNT = re.compile(r"(?:\s*[:(]|\s+[–-])\s*\d.*")
_GIVES = re.compile(r"\b(?:tặng|khen|danh hiệu|đề nghị|quyết định)\b")


def is_section(line: Line, name: str, title_of: TitleOf) -> bool:
    """Of a line with but a name, perhaps beside a number: whether it heads what stands below."""
    first = next(filter(None, line.cells))
    return bool(_ENUMERATED.match(first) or _SECTION.fullmatch(plain(name)) or title_of(name))


def is_number_of_section(words: str) -> bool:
    """“II”, “B.”, not the 2 of a row."""
    return _ENUMERATED.fullmatch(words) is not None


class Sections:
    """What they say of the rows below; “B. …” ends what “II. …” below “A. …” said.

    Which sort of number is the higher is told by which comes first in the table. A section without
    a number ends nothing, and holds until another says otherwise; only a unit is ended by whatever
    may stand beside it.
    """

    def __init__(self, title_of: TitleOf) -> None:
        self._title_of = title_of
        self._said: dict[str, str] = {}
        self._units: dict[int, str] = {}
        self._sorts: list[str] = []
        self._depth: dict[str, int] = {}

    @property
    def said(self) -> dict[str, str]:
        """`section_kind`, `section_title`, and `section_unit`: the nearest first, each in a line."""
        units = "\n".join(self._units[depth] for depth in sorted(self._units, reverse=True))
        return self._said | ({"section_unit": units} if units else {})

    def hear(self, line: Line, before: str, name: str) -> None:
        """`before`: the words in front of the column of names; `name`: those in it. Only there is a
        unit looked for: elsewhere it is the end of a cell that was broken into two lines."""
        numbered = _ENUMERATED.match(next(filter(None, line.cells)))
        depth = self._depth_of(numbered[0]) if numbered else -1
        title = next(filter(None, map(self._title_of, line.cells)), "")
        unit, behind = ("", "") if title else _unit(before, name)
        kind = _kind(behind if unit else " ".join(line.cells))
        self._say(depth, {"section_kind": kind, "section_title": title})
        self._units = {
            each: words
            for each, words in self._units.items()
            if each >= 0 and (depth < 0 or each < depth)
        }
        if unit:
            self._units[depth] = unit

    def _say(self, depth: int, said: Mapping[str, str]) -> None:
        if depth >= 0:
            self._said = {
                name: words for name, words in self._said.items() if self._depth[name] <= depth
            }
        for name, words in said.items():
            if words:
                self._said[name], self._depth[name] = words, depth

    def _depth_of(self, number: str) -> int:
        sort = "roman" if number[0] in "IVX" else "letter"
        if sort not in self._sorts:
            self._sorts.append(sort)
        return self._sorts.index(sort)


def _kind(words: str) -> str:
    """Of the recipients, where the words say one kind and no other."""
    said = plain(words)
    kinds = [kind for kind, named in KINDS.items() if re.search(rf"\b(?:{named})\b", said)]
    return kinds[0] if len(kinds) == 1 else ""


def _unit(before: str, name: str) -> tuple[str, str]:
    """“SỞ NỘI VỤ” and “: 05 cá nhân” of “II. SỞ NỘI VỤ: 05 cá nhân”; nothing where no unit is named.

    In the column of names, without a number, it may be the end of the name above, so there only
    capitals are taken for a unit.
    """
    words = _ENUMERATED.sub("", before) or name
    bare = _LABEL.sub("", _ENUMERATED.sub("", words))
    count = _COUNT.search(bare)
    unit = bare[: count.start()] if count else bare
    said = normalise(unit)
    is_heading = before or bare != name or unit.isupper()
    if (
        not is_heading
        or not _UNIT.fullmatch(said)
        or _NO_UNIT.fullmatch(said)
        or _GIVES.search(said)
    ):
        return "", ""
    return unit, bare[len(unit) :]
