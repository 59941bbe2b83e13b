"""Award grants told by a sentence: who decided, which title, to whom, for which year.

A grant is read only when all of it stands in the sentence in the usual order, "tặng <title> cho
<recipients>". Anything else (criteria of a law, honours of long ago told in passing, "các tập
thể, cá nhân" without names or numbers) is left to the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from search.vietnamese.normalise import normalise

from .language import DEGREE, LOWER, NAME, RANK, UPPER, Passage, sentences
from .parsed import ParsedGrant, RecipientKind
from .people import listed_names

_ORDER = (
    r"Sao [Vv]àng|Hồ Chí Minh|Độc lập|Quân công|Lao động|Bảo vệ Tổ quốc|Chiến công|"
    r"Đại đoàn kết dân tộc|Dũng cảm|Hữu nghị"
)
_QUOTED = r"[“\"][^”\"“]{2,120}[”\"]"
_TITLE = (
    rf"(?:[Cc]ờ [Tt]hi đua(?: xuất sắc| dẫn đầu)?|[Bb]ằng khen|[Gg]iấy khen|"
    rf"[Kk]ỷ niệm chương(?: {_QUOTED}| [Vv]ì sự nghiệp(?: [{UPPER}{LOWER}-]+){{1,8}}?)?|"
    rf"[Hh]uân chương (?:{_ORDER})|[Hh]uy chương {_QUOTED}|"
    rf"danh hiệu (?:{_QUOTED}|(?:Chiến s[iĩỹ] thi đua|Lao động tiên tiến|Tập thể [Ll]ao động|Đơn vị|"
    rf"Anh hùng|Nhà giáo|Thầy thuốc|Nghệ sĩ|Nghệ nhân|Gia đình)(?: [{UPPER}{LOWER}]+){{0,8}}?))"
)
_DEED = re.compile(
    rf"\b(?P<verb>(?:[Tt]rao |[Tt]ruy |[Pp]hong )?[Tt]ặng(?: thưởng)?|[Tt]rao)"
    rf" (?:(?P<number>\d{{1,4}}) )?(?P<title>{_TITLE})(?=[ ,])"
    # "tặng Cờ thi đua cho A, Bằng khen cho B": the verb is not said again.
    rf"|(?<=, )(?P<next_title>{_TITLE})(?= )|(?<= và )(?P<last_title>{_TITLE})(?= )"
)
# What may stand between the title and "cho".
_MIDDLE = re.compile(
    r"(?P<rank> [Hh]ạng [^\s,;.]{1,5})?(?: lần thứ [^\s,;.]{1,5})?"
    r"(?:,? năm (?P<year_before>\d{4})(?! ?[-–]))?"
    r"(?: (?:của|cấp) (?P<of>[^;.]{2,120}?))?"
    r"(?:,? năm (?:học )?(?P<year>\d{4})(?! ?[-–])(?: ?[-–] ?\d{4})?)?"
    r"(?: và (?:tiền thưởng|phần thưởng|thưởng \d[^;.,]{0,40}))?"
    r" cho (?:các )?(?=\S)"
)
# In front of the verb these make it a plan, a rule or a proposal and no grant.
_NOT_YET = re.compile(
    r"(?:\bxét|\bđể|\bsẽ|đề nghị|kiến nghị|đề xuất|dự kiến|\btrình|chưa|không|tiêu chuẩn|\bviệc|hồ sơ|"
    r"thủ tục|thẩm quyền|\bhoặc|\blễ|\bLễ|nghi thức|phương án|\bnếu|\bkhi|\bđược (?:xét )?|nhiều lần)\s*"
    r"(?:được |xét |quyết định )?\Z"
)
# … and these anywhere in its clause: "Sở đề nghị Chủ tịch UBND tỉnh tặng".
_PLANNED = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|xem xét|xét|sẽ|dự kiến|chuẩn bị|tiêu chuẩn|nếu|hồ sơ|thủ tục)\b"
)
_CLAUSE_END = re.compile(r"[,;:] ")
_DECIDES = re.compile(
    r" (?:(?:đã|vừa|cũng|đồng thời|ký|ban hành|có|ra|tiếp tục) ?){0,4}"
    r"(?:[Qq]uyết định)?(?: số [^\s,;]{1,30})?(?: ngày [\d/]{3,10})?(?: về việc)?\s*\Z"
)
_DECIDER = re.compile(
    rf"(?:Chủ tịch|Bộ trưởng|Thủ tướng|Giám đốc|Tổng Giám đốc|Chính phủ|UBND|Ủy ban|Uỷ ban|Bộ [{UPPER}]|"
    r"Sở [A-ZĐ]|Ban Thường vụ|Ban Chấp hành|Hội đồng|Thủ trưởng|Cục trưởng|Tổng cục trưởng|Chi cục trưởng|"
    r"Viện trưởng|Hiệu trưởng|Trưởng [Bb]an|Trưởng [Cc]ụm|Cụm trưởng|Cụm thi đua|Khối thi đua|Tổng Liên đoàn|"
    r"Liên đoàn Lao động|Tổng Thanh tra|Chánh án|Viện Kiểm sát|Công an|Ban Giám đốc|Tỉnh ủy|Thành ủy|Huyện ủy|"
    r"Đảng ủy|Thống đốc|Tổng Kiểm toán|Trung ương|Ban Giám hiệu|Hội [A-ZĐ]|Tỉnh đoàn|Công đoàn)"
)
_CLAUSE_START = re.compile(r"(?:[,;:] |\bđược |\bTheo đó |\bdịp này |\bĐồng thời |\bđồng thời )")

_ORGANISATION = (
    rf"(?:Sở|Phòng|Ban|Văn phòng|UBND|HĐND|Ủy ban|Uỷ ban|Chi cục|Cục|Tổng cục|Vụ|Viện|Trường|Trung tâm|"
    rf"Công ty|Tổng [Cc]ông ty|Tập đoàn|Hội|Đoàn|Công an|Bộ|Đảng bộ|Đảng ủy|Chi bộ|Thanh tra|Bệnh viện|Tòa án|"
    rf"Toà án|Viện [Kk]iểm sát|Cơ quan|Khối|Cụm|Công đoàn|Liên đoàn|Báo|Đài|Quỹ|Hợp tác xã|Bưu điện|Điện lực|"
    rf"Ngân hàng|Kho bạc|Thư viện|Bảo tàng|Bảo hiểm|Học viện|Khoa|Đội|Đồn|Trạm|Tỉnh ủy|Thành ủy|Huyện ủy|Mặt trận|"
    rf"Huyện|Thành phố|Xã|Phường|Thị trấn|Thôn|Ban Chỉ huy|Bộ Chỉ huy) (?=[{UPPER}0-9]|[{LOWER}]+ [{UPPER}])"
)
_HONORIFIC = (
    rf"(?:ông|bà|đồng chí|Đ/c|đ/c|anh|chị|em|cháu|thầy|cô|thầy giáo|cô giáo|bác sĩ)"
    rf"(?: {RANK}| {DEGREE})?|{RANK}|{DEGREE}"
)
_COUNTED = (
    r"(?:tập thể|cá nhân|đơn vị|cơ quan|hộ gia đình|hộ|gia đình|cán bộ|công chức|viên chức|học sinh|"
    r"sinh viên|giáo viên|nhà giáo|đồng chí|người|doanh nghiệp|doanh nhân|chiến s[iĩỹ]|đoàn viên|đảng viên|"
    r"hội viên|công dân|nghệ nhân|đội|xã|phường|thị trấn|huyện)"
)
_NUMBER_OF = re.compile(
    rf"(?P<quantity>\d{{1,4}}) (?P<what>{_COUNTED})(?![^\W_])"
    r"(?P<note>(?:,? (?:của|thuộc|trong|trên|tại|ở|đến từ|là|gồm|thành viên|trực thuộc)\b| ?\().*|)\Z",
    re.S,
)
_PERSON = re.compile(
    rf"(?:cá nhân )?(?P<honorific>{_HONORIFIC})\s?(?<=[ .])(?P<name>{NAME})(?P<note>(?: ?[,(]| [-–—]| (?:thuộc|của|ở|tại|công tác)\b).*|)\Z",
    re.S,
)
_HOUSEHOLD = re.compile(
    rf"(?:hộ gia đình|hộ|gia đình) (?P<honorific>{_HONORIFIC})\s?(?<=[ .])(?P<name>{NAME})(?P<note>(?: ?[,(]| [-–—]| (?:thuộc|của|ở|tại)\b).*|)\Z",
    re.S,
)
# Captions run into sentences where a page lost its line ends: "… Y dược cổ truyền Đến nay đã".
_RUN_ON = re.compile(
    rf" (?:Đến|Theo|Tại|Trong|Phát biểu|Nhân dịp|Sau|Trước|Ngay|Cùng|Với|Để|Khi|Đây|Những|Bên|Ông|Bà|Cô|Ngày|"
    rf"Sáng|Chiều|Tối|Hiện|Ảnh|Cũng|Đồng thời|Tuy) [{LOWER}]"
)
_COLLECTIVE = re.compile(
    rf"(?:tập thể |đơn vị )?(?P<name>(?:{_ORGANISATION}|"
    rf"(?:tỉnh|thành phố|huyện|xã|phường|thị trấn|công ty|trường) (?=[{UPPER}]))[^;]+)",
    re.S,
)
# "… cho tỉnh A, Chủ tịch nước B biểu dương": behind the comma somebody else acts.
_NEW_SUBJECT = re.compile(
    r", (?:(?:Phó )?(?:Chủ tịch|Bộ trưởng|Thủ tướng|Tổng Giám đốc|Giám đốc|Bí thư|Cục trưởng|Thứ trưởng) |"
    rf"(?:{_HONORIFIC}) )"
)
_SEPARATOR = re.compile(
    rf"(?P<joint>; |, và | và |, )(?=(?P<next>tập thể |cá nhân |\d{{1,4}} {_COUNTED}(?![^\W_])|hộ gia đình |hộ |"
    rf"(?:{_HONORIFIC})\s?(?<=[ .])[{UPPER}]|(?P<organisation>{_ORGANISATION})))"
)
# "02 tập thể: …", "các ông, bà: …", "03 cá nhân gồm …": names follow.
_LIST_OPENING = re.compile(
    rf"(?:(?P<quantity>\d{{1,4}}) )?(?P<what>{_COUNTED}|ông, bà|ông \(bà\)|ông|bà|cơ quan, đơn vị)"
    r"(?: sau| có tên sau)?(?: ?:|,? gồm(?: có)?:?|,? là:?) "
)
_JOINT = re.compile(r"(?:, và|;|,| và) ?\Z")
_CITATION = re.compile(
    r",? (?:đã có|đã đạt|đã lập|đã hoàn thành|đã tham gia|đã dũng cảm|đã|vì|do đã|do có|có (?:nhiều |những )?"
    r"(?:thành tích|đóng góp|công|cống hiến|sáng kiến|hành động|nghĩa cử|việc làm)|đạt|lập (?:nhiều )?thành tích|"
    r"hoàn thành|tiêu biểu|xuất sắc|trong (?:phong trào|công tác|việc|thực hiện|năm|giai đoạn|triển khai|tổ chức|"
    r"học tập|lao động|sản xuất|chiến đấu|xây dựng|đợt|chiến dịch|hoạt động|cuộc vận động)|"
    r"về (?:thành tích|việc)|nhân dịp|nhân kỷ niệm|tham gia|thực hiện tốt)(?![^\W_])"
)
# Between two deeds of one decider: "…; tặng", "… và tặng".
_CARRIES_ON = re.compile(r"(?:[;,]| và|[;,] đồng thời)\s*\Z")
_JOINT_AT_END = re.compile(r"(?:,|,? và|, đồng thời)\s*\Z")
_YEAR_TAIL = re.compile(r",? năm (?:học )?\d{4}.*\Z", re.S)
_YEAR = re.compile(r"(?<!học )năm (\d{4})(?! ?[-–] ?\d)")
_PARENT = (
    "Sở",
    "Bộ",
    "UBND",
    "Ủy ban",
    "Uỷ ban",
    "Tổng cục",
    "Cục",
    "Công an",
    "Huyện",
    "Trường",
    "Tỉnh",
    "Viện",
    "Tập đoàn",
)
_PARTS = (
    "Phòng",
    "Ban",
    "Văn phòng",
    "Thanh tra",
    "Chi cục",
    "Trung tâm",
    "Khoa",
    "Đội",
    "Trạm",
    "Đồn",
)
_LONGEST_NAME = 200
_LONGEST_SENTENCE = 4000


class _Deed(NamedTuple):
    """One award title given: the match, its verb ("" when it is not said again), the title."""

    deed: re.Match[str]
    verb: str
    title: str
    middle: re.Match[str] | None


class _Recipient(NamedTuple):
    kind: RecipientKind
    name: str = ""
    honorific: str = ""
    quantity: int = 1
    unnamed: str = ""
    note: str = ""


def read_grants(passages: Iterable[Passage]) -> tuple[ParsedGrant, ...]:
    """The grants of a text, each once however often it is told."""
    found: dict[tuple[object, ...], ParsedGrant] = {}
    for passage in passages:
        if "tặng" not in passage.text and "trao" not in passage.text and "Tặng" not in passage.text:
            continue
        for sentence in sentences(passage.text):
            if len(sentence) <= _LONGEST_SENTENCE:
                for grant in grants_in(sentence):
                    found.setdefault(_sameness(grant), replace(grant, line=passage.line))
    return tuple(found.values())


def grants_in(sentence: str) -> list[ParsedGrant]:
    """The grants of one sentence; a decider, a year and a reason told once hold for all of it."""
    deeds = _deeds_in(sentence)
    if not deeds:
        return []
    ends = [following.deed.start() for following in deeds[1:]] + [len(sentence)]
    grants: list[ParsedGrant] = []
    decider, read_to, is_fact = "", 0, False
    for deed, end in zip(deeds, ends, strict=True):
        before = sentence[read_to : deed.deed.start()]
        goes_on = not deed.verb or (read_to > 0 and _CARRIES_ON.search(before) is not None)
        read_to = deed.deed.end()
        if not goes_on:
            is_fact = not (_NOT_YET.search(before) or _PLANNED.search(_last_clause(before)))
            decider = _decider_before(before, deed.verb)
        if is_fact:
            grants += _of_deed(sentence, deed, end, decider)
    return _with_shared_citation(grants)


def _last_clause(before: str) -> str:
    return _CLAUSE_END.split(before)[-1]


def _deeds_in(sentence: str) -> list[_Deed]:
    """Every "tặng <title> … cho"; a title alone counts when it goes on such a deed."""
    deeds: list[_Deed] = []
    for found in _DEED.finditer(sentence):
        title = found["title"] or found["next_title"] or found["last_title"]
        middle = _MIDDLE.match(sentence, found.end())
        goes_on = bool(deeds) and deeds[-1].middle is not None
        if found["verb"] or (goes_on and middle is not None):
            deeds.append(_Deed(found, found["verb"] or "", title, middle))
    return deeds


def _of_deed(sentence: str, deed: _Deed, end: int, decider: str) -> Iterator[ParsedGrant]:
    middle = deed.middle
    if middle is None:
        return
    words = _recipient_words(sentence[middle.end() : end], is_last=end == len(sentence))
    words, citation = _split_citation(words)
    year = middle["year"] or middle["year_before"] or _year_in(citation) or _year_in(words)
    words = _YEAR_TAIL.sub("", words)
    for recipient in read_recipients(words):
        yield ParsedGrant(
            title_text=_bare_title(deed.title),
            rank=(middle["rank"] or "").strip(),
            decider_text=_decider_after(middle["of"]) or decider,
            recipient_kind=recipient.kind,
            recipient_name=recipient.name,
            honorific=recipient.honorific,
            quantity=recipient.quantity,
            unnamed_text=recipient.unnamed,
            per_unit_note=recipient.note,
            year=int(year) if year else None,
            citation=citation,
            sentence=sentence,
        )


def _bare_title(title: str) -> str:
    """The title alone: Lao động tiên tiến of "danh hiệu “Lao động tiên tiến”"."""
    if not title.startswith("danh hiệu "):
        return title
    return title.removeprefix("danh hiệu ").strip('“”"')


def _decider_before(before: str, verb: str) -> str:
    """Who decides, by the words in front of the verb.

    With "trao" they are who hands the award over, which is another matter.
    """
    if verb.lower().startswith("trao") and "uyết định" not in before[-30:]:
        return ""
    ending = _DECIDES.search(before if before.startswith(" ") else f" {before}")
    subject = before[: len(before) - len(ending[0])] if ending and ending[0].strip() else before
    subject = subject.rstrip()
    starts = [0] + [start.end() for start in _CLAUSE_START.finditer(subject)]
    words = subject[starts[-1] :].strip()
    return words if _DECIDER.match(words) and len(words) <= 150 else ""


def _decider_after(of: str | None) -> str:
    if of is None or not _DECIDER.match(of) or (" và " in of and re.search(_TITLE, of)):
        return ""
    return of.strip()


def _recipient_words(text: str, *, is_last: bool) -> str:
    """The words about who receives, without the beginning of the next deed's clause."""
    if is_last:
        return text.rstrip(" .…!/")
    if ";" in text:
        return text[: text.rindex(";")]
    if joint := _JOINT_AT_END.search(text):
        return text[: joint.start()]
    comma = text.rfind(", ")
    return text[:comma] if comma > 0 and _DECIDER.match(text, comma + 2) else ""


def _split_citation(words: str) -> tuple[str, str]:
    citation = _CITATION.search(words)
    if citation is None:
        return words, ""
    return words[: citation.start()], words[citation.start() :].strip(" ,")


def read_recipients(words: str) -> list[_Recipient]:
    """Who receives; empty when anything among the words is not understood."""
    openings = [
        found
        for found in _LIST_OPENING.finditer(words)
        if found.start() == 0 or _JOINT.search(words, 0, found.start())
    ]
    first = openings[0].start() if openings else len(words)
    found = _plain_recipients(_JOINT.sub("", words[:first])) if first else []
    ends = [following.start() for following in openings[1:]] + [len(words)]
    for opening, end in zip(openings, ends, strict=True) if openings else ():
        listed = _listed(opening, _JOINT.sub("", words[:end]))
        if not listed:
            return []
        found += listed
    return found if found or not first else []


def _listed(opening: re.Match[str], words: str) -> list[_Recipient]:
    """The recipients a list names; only their number when it names more or fewer."""
    names = words[opening.end() :]
    recipients = _plain_recipients(names) or _people_listed(names, opening["what"])
    if opening["quantity"] is None:
        return recipients
    quantity = int(opening["quantity"])
    named = [one for one in recipients if one.kind != "unnamed"]
    if len(named) == quantity and recipients[:quantity] == named:
        return recipients
    note = words[opening.end("what") :].strip(" :,")
    return [_unnamed(quantity, opening["what"], note if len(note) <= _LONGEST_NAME else "")]


def _people_listed(words: str, what: str) -> list[_Recipient]:
    """Names without honorifics: "Lý Thị Hoa, chuyên viên; Cao Văn Tám, lái xe"."""
    honorific = what if what in ("ông", "bà", "đồng chí") else ""
    found: list[_Recipient] = []
    for entry in words.split("; "):
        named = listed_names(entry)
        if not named:
            return []
        found += [_Recipient("person", name, honorific, note=_note(rest)) for name, rest in named]
    return found


def _plain_recipients(words: str) -> list[_Recipient]:
    recipients = [_recipient(part) for part in _split_recipients(words)]
    return [one for one in recipients if one] if all(recipients) else []


def _split_recipients(words: str) -> list[str]:
    """The words of each recipient: "Phòng X, Sở Y" stays one, so does "bà A, Phòng X"."""
    parts: list[str] = []
    start = 0
    for separator in _SEPARATOR.finditer(words):
        before = words[start : separator.start()]
        is_unit_of = separator["joint"] == ", " and separator["organisation"] is not None
        if is_unit_of and _PERSON.match(before):
            continue
        if is_unit_of and _is_part_of(before, words[separator.end() :]):
            continue
        parts.append(before)
        start = separator.end()
    parts.append(words[start:])
    return [part.strip() for part in parts]


def _is_part_of(unit: str, body: str) -> bool:
    unit = unit.removeprefix("tập thể ").strip()
    return unit.startswith(_PARTS) and body.startswith(_PARENT)


def _recipient(part: str) -> _Recipient | None:
    if _RUN_ON.search(part) or len(part) > _LONGEST_NAME:
        return None
    if counted := _NUMBER_OF.match(part):
        note = counted["note"].partition(", trong đó")[0].strip(" ,")
        quantity = int(counted["quantity"])
        return _unnamed(quantity, counted["what"], note) if quantity else None
    if household := _HOUSEHOLD.match(part):
        return _named("household", household)
    if person := _PERSON.match(part):
        return _named("person", person)
    if collective := _COLLECTIVE.match(part):
        name = collective["name"].strip(" ,")
        return None if _NEW_SUBJECT.search(name) else _Recipient("organisation", name)
    return None


def _named(kind: RecipientKind, found: re.Match[str]) -> _Recipient:
    return _Recipient(kind, found["name"], found["honorific"], note=_note(found["note"]))


def _unnamed(quantity: int, what: str, note: str) -> _Recipient:
    return _Recipient("unnamed", quantity=quantity, unnamed=what, note=note)


def _note(words: str) -> str:
    return words.strip(" ,-–—()")


def _year_in(words: str) -> str:
    """The one year the words name; two different ones say nothing."""
    years = set(_YEAR.findall(words))
    return years.pop() if len(years) == 1 else ""


def _with_shared_citation(grants: list[ParsedGrant]) -> list[ParsedGrant]:
    """A reason told at the end of the sentence holds for the grants that have none."""
    if not grants or not grants[-1].citation:
        return grants
    last = grants[-1]
    return [
        grant
        if grant.citation
        else replace(grant, citation=last.citation, year=grant.year or last.year)
        for grant in grants
    ]


def _sameness(grant: ParsedGrant) -> tuple[object, ...]:
    name = normalise(grant.recipient_name or f"{grant.unnamed_text} {grant.per_unit_note}")
    return (
        normalise(grant.title_text),
        grant.rank,
        grant.recipient_kind,
        name,
        grant.quantity,
        grant.year,
    )
