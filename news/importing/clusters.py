"""Who was chosen to lead a cluster, and for which year."""

import re
from collections.abc import Iterable, Iterator

from .language import UPPER, Passage, sentences
from .parsed import ParsedClusterYear

_CHOSEN = re.compile(
    r"\b(?:suy tôn|bầu|bầu chọn|nhất trí giao|nhất trí cử|thống nhất cử|giới thiệu)\s+(?:tập thể )?"
)
_HEAD = r"(?:Cụm trưởng|Trưởng [Cc]ụm|Khối trưởng|Trưởng [Kk]hối)"
_DEPUTY = r"(?:Cụm phó|Phó [Cc]ụm trưởng|Phó [Tt]rưởng [Cc]ụm|Phó [Cc]ụm|Khối phó|Phó [Kk]hối trưởng|Phó [Tt]rưởng [Kk]hối)"
_AS_HEAD = re.compile(
    rf"(?P<who>[^;.]{{3,200}}?) (?:làm|là|giữ vai trò|giữ chức) (?P<role>{_HEAD})(?![^\W_])",
    re.IGNORECASE,
)
_AS_DEPUTY = re.compile(
    rf"(?:[,;] | và )(?:các đơn vị |các |tập thể )?(?:: )?(?P<who>[^;.]{{3,300}}?) "
    rf"(?:làm|là|giữ vai trò|giữ chức) (?P<role>{_DEPUTY})(?![^\W_])",
    re.IGNORECASE,
)
_CLUSTER = re.compile(
    r"(?P<name>(?:Cụm|Khối) [Tt]hi đua(?: [^\s,.;:]+){1,25}?)(?=,? năm \d{4}|[,.;:]| (?:gồm|đã|tổ chức|làm|và triển khai)\b|\Z)"
)
# Right behind "làm Cụm phó" the name runs to the year, commas and all.
_CLUSTER_TO_YEAR = re.compile(
    r"(?: của)? (?P<name>(?:Cụm|Khối) [Tt]hi đua [^.;:]{2,150}?)(?=,? năm \d{4})"
)
_YEAR = re.compile(r"năm (\d{4})(?! ?[-–] ?\d)")
_BODY = (
    rf"(?:Sở|Ban|Văn phòng|UBND|Ủy ban|Uỷ ban|Chi cục|Cục|Viện|Trường|Trung tâm|Công ty|Hội|Đoàn|Công an|Bộ|"
    rf"Thanh tra|Bệnh viện|Tòa án|Toà án|Liên đoàn|Công đoàn|Báo|Đài|Tỉnh|Huyện|Thành phố|Phòng|Đảng ủy|Tỉnh đoàn)"
    rf" (?=[{UPPER}])"
)
_STARTS_WITH_BODY = re.compile(_BODY)
_BETWEEN = re.compile(rf"(?:, và | và |, )(?={_BODY})")


def read_cluster_years(passages: Iterable[Passage]) -> tuple[ParsedClusterYear, ...]:
    found: list[ParsedClusterYear] = []
    for passage in passages:
        lower = passage.text.lower()
        if "cụm" in lower or "khối" in lower:
            found += _in_passage(passage)
    return tuple(found)


def _in_passage(passage: Passage) -> Iterator[ParsedClusterYear]:
    for sentence in sentences(passage.text):
        chosen = _last_chosen(sentence)
        if chosen is None:
            continue
        head = _AS_HEAD.match(sentence, chosen)
        if head and _STARTS_WITH_BODY.match(head["who"]):
            yield _cluster_year(sentence, head, passage.line)


def _last_chosen(sentence: str) -> int | None:
    """Where the name behind "giới thiệu, suy tôn" begins."""
    starts = [found.end() for found in _CHOSEN.finditer(sentence)]
    return next((start for start in starts if _STARTS_WITH_BODY.match(sentence, start)), None)


def _cluster_year(sentence: str, head: re.Match[str], line: int) -> ParsedClusterYear:
    rest_at = head.end()
    deputy = _AS_DEPUTY.search(sentence, rest_at)
    roles_end = deputy.end() if deputy else rest_at
    cluster = (
        _CLUSTER_TO_YEAR.match(sentence, roles_end)
        or _CLUSTER.search(sentence, roles_end)
        or _CLUSTER.search(sentence)
    )
    years = set(_YEAR.findall(sentence, rest_at))
    return ParsedClusterYear(
        cluster_name=cluster["name"] if cluster else "",
        year=int(years.pop()) if len(years) == 1 else None,
        head=head["who"].strip(),
        deputies=_bodies(deputy["who"]) if deputy else (),
        sentence=sentence,
        line=line,
    )


def _bodies(words: str) -> tuple[str, ...]:
    parts = [part.strip(" ,") for part in _BETWEEN.split(words)]
    return tuple(part for part in parts if _STARTS_WITH_BODY.match(part))
