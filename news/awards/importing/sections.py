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
# A unit by itself; not “Sở, ban, ngành”, which are many.
_UNIT = re.compile(
    r"(?:sở(?! ban ngành| ngành)|ban(?! hành| ngành)|bộ|cục|chi cục|vụ|viện|tòa án|thanh tra|văn phòng|"
    r"phòng(?! ban)|trung tâm|trường(?! học\Z)|học viện|bệnh viện|trạm y tế|thư viện|bảo tàng|ubnd|hđnd|"
    r"ủy ban|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|đảng bộ|chi bộ|mặt trận|đoàn (?:thanh niên|tncs)|tỉnh đoàn|"
    r"hội(?! nghị)|công đoàn|liên đoàn|công an|kho bạc|ngân hàng|bảo hiểm|bưu điện|điện lực|tổng công ty|"
    r"công ty|tập đoàn|hợp tác xã|báo|đài|quỹ|tỉnh|thành phố|huyện|thị xã|thị trấn|phường|xã(?! phường)|"
    r"thôn|tổ dân phố) \S.*"
)
_LABEL = re.compile(r"(?:đơn vị|cơ quan)(?: công tác)?\s*[:–-]\s*", re.IGNORECASE)
_COUNT = re.compile(r"\s*[:(–-]\s*\d.*")
_GIVES = re.compile(r"\b(?:tặng|khen|danh hiệu|đề nghị|quyết định)\b")


def is_section(line: Line, name: str, title_of: TitleOf) -> bool:
    """Of a line with but a name, perhaps beside a number: whether it heads what stands below."""
    first = next(filter(None, line.cells))
    return bool(_ENUMERATED.match(first) or _SECTION.fullmatch(plain(name)) or title_of(name))


class Sections:
    """What they say of the rows below; “B. …” ends what “II. …” below “A. …” said.

    `said` holds `section_kind`, `section_title` and `section_unit`. Which sort of number is the
    higher is told by which comes first in the table. A section without a number ends nothing, and
    holds until another says otherwise; only a unit is ended by any section that may stand beside it.
    """

    def __init__(self, title_of: TitleOf) -> None:
        self.said: dict[str, str] = {}
        self._title_of = title_of
        self._sorts: list[str] = []
        self._depth: dict[str, int] = {}

    def hear(self, line: Line) -> None:
        numbered = _ENUMERATED.match(next(filter(None, line.cells)))
        depth = self._depth_of(numbered[0]) if numbered else -1
        said = self._said_by(line)
        self.said = {name: words for name, words in self.said.items() if self._lasts(name, depth)}
        self.said |= said
        self._depth |= dict.fromkeys(said, depth)

    def _lasts(self, name: str, depth: int) -> bool:
        own = self._depth[name]
        if name == "section_unit":
            return own >= 0 and (depth < 0 or own < depth)
        return depth < 0 or own <= depth

    def _depth_of(self, number: str) -> int:
        sort = "roman" if number[0] in "IVX" else "letter"
        if sort not in self._sorts:
            self._sorts.append(sort)
        return self._sorts.index(sort)

    def _said_by(self, line: Line) -> Mapping[str, str]:
        """The kind, the title and the unit of the rows below, where the line says one."""
        words = " ".join(filter(None, (_ENUMERATED.sub("", each) for each in line.cells)))
        unit = _unit_in(words)
        kinds = [] if unit else [kind for kind, named in KINDS.items() if _names(named, words)]
        said = {
            "section_unit": unit,
            "section_kind": kinds[0] if len(kinds) == 1 else "",
            "section_title": next(filter(None, map(self._title_of, line.cells)), ""),
        }
        return {name: each for name, each in said.items() if each}


def _names(kind: str, words: str) -> bool:
    return re.search(rf"\b(?:{kind})\b", plain(words)) is not None


def _unit_in(words: str) -> str:
    """“SỞ NỘI VỤ” of “SỞ NỘI VỤ: 05 cá nhân”; "" where the line names no unit, or what it gives."""
    bare = _COUNT.sub("", _LABEL.sub("", words, count=1))
    said = normalise(bare)
    return bare if _UNIT.fullmatch(said) and not _GIVES.search(said) else ""
