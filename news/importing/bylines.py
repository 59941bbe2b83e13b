"""Who wrote, from which unit, as the last lines of an article say."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from search.vietnamese.normalise import normalise

from .language import CAPITAL_WORD, has_known_surname, looks_like_name
from .parsed import ParsedByline
from .places import is_province

LONGEST_BYLINE = 200

_LABELS = (
    r"Tin,? bài(?:,| và) ảnh|Tin(?:,| và|,? bài,?) ảnh|Bài(?:,| và) ảnh|Ảnh và bài|Tin, bài|Tin bài|"
    r"Tin|Bài viết|Bài|Ảnh|Tác giả|Người viết|Phóng viên|Thực hiện|Người thực hiện|Biên tập|"
    r"Tổng hợp|Người đăng|Người đưa tin"
)
_LABELLED = re.compile(rf"(?P<label>{_LABELS}) ?: ?", re.IGNORECASE)
_SOURCE = re.compile(r"(?:Nguồn(?: tin)?|Theo nguồn) ?: ?(?P<name>\S.{0,100})\Z")
_ACCORDING_TO = re.compile(r"Theo (?P<name>[^a-zđ.,;:!?][^.;:!?]{1,40})\Z")
_DASH = re.compile(r" [-–—] ")
_BRACKET = re.compile(r"(?P<names>[^()]{2,80}) ?\((?P<inside>[^()]{2,100})\)\Z")
_BETWEEN_NAMES = re.compile(r" ?[,;&] ?| và ")
# What a unit begins with; a dash in front of anything else may part a person from a place.
_UNIT = re.compile(
    r"(?:Văn phòng|VP|Phòng|P\.|Ban|Sở|Bộ|Cục|Chi cục|Tổng cục|Vụ|Viện|Thanh tra|Trung tâm|UBND|HĐND|"
    r"Ủy ban|Uỷ ban|Hội|Đoàn|Công đoàn|Liên đoàn|Tỉnh|Thành|Huyện|Đảng|Chi bộ|Báo|Đài|Cổng|Tạp chí|"
    r"TTXVN|VOV|VTV|Trường|Khoa|Học viện|Công an|Bệnh viện|Tòa án|Viện kiểm sát|Mặt trận|MTTQ|Trang|"
    r"BBT|Ban Biên tập|Bảo tàng|Thư viện|Công ty|Khối|Cụm)(?:[ ,]|\Z)"
)
# "Trường Thịnh" is a person, "Trường Chính trị tỉnh" is not.
_PEN_NAME = re.compile(rf"(?:Trường|Đoàn|Thành|Trang|Khoa|Hội|Ban|Đài|Cổng|Vụ|Viện) {CAPITAL_WORD}")
_WORK = re.compile(
    r"(?:thực hiện|tổng hợp|ghi|lược (?:ghi|dịch)|sưu tầm|biên tập|dịch|t/h)\Z", re.I
)


class FoundByline(NamedTuple):
    people: tuple[ParsedByline, ...]
    source_name: str
    sure: bool


def read_byline(line: str) -> FoundByline | None:
    """The byline a last line is; None when it looks like something else."""
    if not 2 <= len(line) <= LONGEST_BYLINE:
        return None
    if source := _SOURCE.match(line) or _ACCORDING_TO.match(line):
        return FoundByline((), source["name"].strip(), sure=True)
    if people := _labelled(line):
        return FoundByline(people, "", sure=True)
    if line[-1] in '.!?:;,…”"':
        return None
    return _unlabelled(line)


def names_only(found: FoundByline, names: Iterable[str]) -> bool:
    """Whether a line that was read as a byline names people, and none but these."""
    known = {normalise(name) for name in names}
    return bool(found.people) and all(normalise(one.name) in known for one in found.people)


def byline_given(text: str) -> tuple[ParsedByline, ...]:
    """The people of a field that is known to be a byline, whatever its shape."""
    found = read_byline(text)
    if found is not None and found.people:
        return found.people
    return (ParsedByline(text),) if text else ()


def is_labelled(line: str) -> bool:
    return _LABELLED.match(line) is not None


def _labelled(line: str) -> tuple[ParsedByline, ...]:
    """Of "Tin: A - Phòng X; Ảnh: B" each label with the names up to the next."""
    labels = list(_LABELLED.finditer(line))
    if not labels or labels[0].start() != 0:
        return ()
    people: list[ParsedByline] = []
    ends = [label.start() for label in labels[1:]] + [len(line)]
    for label, end in zip(labels, ends, strict=True):
        words = line[label.end() : end].strip(" ;,-–—|/")
        if not _may_name(words):
            return ()
        people += _with_role(words, label["label"])
    return tuple(people)


def _may_name(words: str) -> bool:
    """Whether people may be meant: "Thực hiện: Kế hoạch số 12 …" names nobody."""
    return 0 < len(words.split()) <= 12 and not re.search(r"\d|[.!?] ", words)


def _with_role(words: str, role: str) -> list[ParsedByline]:
    found = _unlabelled(words)
    if found is not None and found.people:
        return [ParsedByline(one.name, one.unit, role) for one in found.people]
    return [ParsedByline(words, "", role)]


def _unlabelled(line: str) -> FoundByline | None:
    if bracket := _BRACKET.match(line):
        return _bracketed(bracket["names"].strip(), bracket["inside"].strip())
    names, *unit_parts = _DASH.split(line)
    if not unit_parts:
        return _bare(line)
    unit = line[len(names) :].strip(" -–—")
    people = _names(names)
    if not people:
        return None
    if _UNIT.match(unit) and not _PEN_NAME.fullmatch(unit):
        return FoundByline(tuple(ParsedByline(name, unit) for name in people), "", sure=True)
    return _pair_of_names(names, unit)


def _bracketed(names: str, inside: str) -> FoundByline | None:
    people = _names(names)
    if not people:
        return None
    if _WORK.match(inside):
        return FoundByline(tuple(ParsedByline(name, "", inside) for name in people), "", sure=True)
    if _UNIT.match(inside):
        return FoundByline(tuple(ParsedByline(name, inside) for name in people), "", sure=True)
    return None


def _pair_of_names(first: str, second: str) -> FoundByline | None:
    if not looks_like_name(second) or _DASH.search(second):
        return None
    sure = _is_person(first) and _is_person(second)
    return FoundByline((ParsedByline(first), ParsedByline(second)), "", sure)


def _bare(line: str) -> FoundByline | None:
    people = _names(line)
    if not people or any(len(name.split()) > 4 for name in people):
        return None
    sure = all(_is_person(name) for name in people)
    return FoundByline(tuple(ParsedByline(name) for name in people), "", sure)


def _names(text: str) -> list[str]:
    """The names a text is made of; empty when any part is something else."""
    parts = [part.strip() for part in _BETWEEN_NAMES.split(text)]
    return parts if all(looks_like_name(part) for part in parts) else []


def _is_person(name: str) -> bool:
    return has_known_surname(name) and not is_province(name)
