"""Who was there: the people an article introduces by name, with the posts it prints."""

import re
from collections.abc import Iterable, Iterator, Sequence

from search.vietnamese.normalise import normalise

from .language import HONORIFIC, NAME, Passage, has_known_surname, sentences
from .parsed import ParsedParticipant, ParticipantRole
from .places import is_province

# "Dự Hội nghị có", "Cùng dự còn có các đồng chí:", "Chủ trì Hội nghị là".
_LIST_OPENING = re.compile(
    r"(?:Tại (?:đây|[^,.;]{2,60}), )?"
    r"(?P<verb>(?:(?:cùng|đến|tới|về|tham|đồng|cùng tham|đến tham|tới tham) )?"
    r"(?:dự(?! án| thảo| kiến| báo| toán| luật| phòng| trữ)|chủ trì|tham gia)|về phía|đại diện phía)\b"
    r"[^.;:]{0,90}?(?: còn)?,? (?:có|là|gồm có|gồm)(?: sự (?:tham dự|hiện diện|tham gia) của)?\s?:? ?",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:các )?(?:(?P<one>đồng chí|ông|bà|Đ/c|đ/c)|ông, bà|ông \(bà\))(?P<about> [^:;,.]{2,60})?\s?: ",
)
_PERSON = re.compile(
    rf"(?P<honorific>{HONORIFIC})\s?(?<=[ .])(?P<name>{NAME})(?= ?[,;(:]| [-–—] |\.?\Z| (?:và|cùng) )"
)
_PERSON_THEN_VERB = re.compile(
    rf"(?P<honorific>{HONORIFIC})\s?(?<=[ .])(?P<name>{NAME})(?P<rest>(?:,| [-–—]) [^.;]{{2,300}}?)? "
    r"(?:đã |cũng )?(?:đến |tới |về )?(?P<verb>đồng chủ trì|chủ trì|tham dự|dự)\b"
    r"(?! án| thảo| kiến| báo| toán| luật)"
)
_CHAIRED_BY = re.compile(
    rf"\b(?:do|sự chủ trì của) (?P<honorific>{HONORIFIC})\s?(?<=[ .])(?P<name>{NAME})"
    r"(?P<rest>(?:,| [-–—]) [^.;]{2,300}?)?(?=,? (?:đồng )?(?:chủ trì|làm chủ trì)|, )"
)
_SPEECH = re.compile(
    rf"(?:Phát biểu|Kết luận|Khai mạc|Bế mạc|Tham luận)(?: [^.;:,]{{2,30}}?)? "
    rf"(?:tại|Hội nghị|hội nghị|buổi|cuộc|phiên|lễ|Lễ)\b[^.;:]{{0,60}}?, "
    rf"(?P<honorific>{HONORIFIC})\s?(?<=[ .])(?P<name>{NAME})(?P<rest>(?:,| [-–—]) [^.;]{{2,300}})?"
)
_POST = re.compile(
    r"(?:[Nn]guyên |[Qq]uyền |[Hh]àm )?(?:Phó\b|phó [cgtb]|Chánh|Giám đốc|Chủ tịch|Chủ nhiệm|Bí thư|Ủy viên|Uỷ viên|"
    r"UV|Trưởng|Tổng|Thường trực|Thành viên|Hiệu trưởng|Cục trưởng|Vụ trưởng|Viện trưởng|"
    r"Bộ trưởng|Thứ trưởng|Đại biểu|Thư ký|Chuyên viên|Thủ tướng|Thống đốc|Đại sứ|Chính ủy|"
    r"Chính uỷ|Tư lệnh|Chỉ huy trưởng|Chi cục trưởng|Đội trưởng|Thẩm phán|Kế toán trưởng|"
    r"Phụ trách|Quyền|Cụm trưởng|Cụm phó|Khối trưởng|Khối phó|Người phát ngôn)"
)
_AND_POST = re.compile(rf" và (?={_POST.pattern})")
# Where the words about one person end and a group or a deed begins.
_TAIL = re.compile(
    r",? cùng\b|,? (?:và|cũng|với) (?:các|đại diện|lãnh đạo|toàn thể|một số|đông đảo|hơn|gần|"
    r"trên|khoảng|\d|nhiều|sự|cán bộ|công chức|những|đoàn|tập thể|thành viên|bà con|hàng)\b"
    r"|,? (?:đã |đến |tới |về |cùng )?(?:tham dự|dự(?! khuyết)|chủ trì|đồng chủ trì|phát biểu)\b"
    r"|,? (?:xin|cho (?:biết|hay|rằng)|xác nhận|từng|nói|trả lời|giải thích|đánh giá|đề nghị|nhấn mạnh|yêu cầu|khẳng định|ghi nhận|biểu dương|"
    r"chúc mừng|bày tỏ|nêu|chia sẻ|báo cáo|trình bày|thay mặt|đã|cũng|mong muốn|kỳ vọng|"
    r"lưu ý|tin tưởng|hoan nghênh|cảm ơn|trân trọng|phân tích|kết luận|gợi ý|quán triệt)\b"
)
_DASH = re.compile(r"\s?[-–—]\s")
_NEXT_PERSON = re.compile(r", | và (?=\w)")
_BARE_PERSON = re.compile(rf"{NAME}(?= ?[,;(]| [-–—] |\.?\Z| và )")
_STRONGER: dict[ParticipantRole, int] = {"spoke": 0, "attended": 1, "chaired": 2}
_LONGEST_POST = 200


def read_participants(passages: Iterable[Passage]) -> tuple[ParsedParticipant, ...]:
    """Every person once, with the strongest role (chaired over attended over spoke)."""
    found: dict[str, ParsedParticipant] = {}
    for passage in passages:
        if not _worth_reading(passage.text):
            continue
        for person in _in_passage(passage):
            key = normalise(person.name)
            found[key] = _merge(found[key], person) if key in found else person
    return tuple(found.values())


def split_posts(rest: str, *, continues: bool = True) -> tuple[str, ...]:
    """The posts in the words behind a name: ", Phó Giám đốc Sở Nội vụ, Trưởng ban …".

    A comma before words that are no post is part of the post before it ("Cục trưởng Cục A, Bộ
    B"), unless `continues` is off because a new clause may follow.
    """
    if tail := _TAIL.search(rest):
        rest = rest[: tail.start()]
    rest = _DASH.sub("", rest, count=1) if _DASH.match(rest) else rest
    posts: list[str] = []
    for part in re.split(r":|\. ", rest, maxsplit=1)[0].strip(" ,;.").split(", "):
        part = _before_next_person(_without_bracket(part.strip(" -–—")))
        if _POST.match(part):
            posts.append(part)
        elif (
            posts
            and continues
            and part[:1].isupper()
            and not part.startswith(("Hội nghị", "Ông", "Bà"))
        ):
            posts[-1] = f"{posts[-1]}, {part}"
        else:
            break
    return tuple(post for post in posts if len(post) <= _LONGEST_POST)


def _without_bracket(part: str) -> str:
    """The post alone: "(Phó Giám đốc)" loses both brackets, "Chủ tịch Liên minh (IPU)" none."""
    part = part.lstrip("(")
    return part.rstrip(")") if part.count(")") > part.count("(") else part


def _before_next_person(post: str) -> str:
    """In "Bộ trưởng Bộ A và Chủ nhiệm Ủy ban B Võ Văn C" the second post is another's."""
    joint = _AND_POST.search(post)
    if joint and any(has_known_surname(word) for word in post[joint.end() :].split()[2:-1]):
        return post[: joint.start()]
    return post


def _worth_reading(text: str) -> bool:
    return any(word in text for word in ("dự", "Dự", "hủ trì", "hát biểu", "uận,", "ham gia"))


def _merge(known: ParsedParticipant, again: ParsedParticipant) -> ParsedParticipant:
    role = max(known.role, again.role, key=_STRONGER.__getitem__)
    posts = known.posts or again.posts
    return ParsedParticipant(known.honorific, known.name, posts, role, known.line)


def _in_passage(passage: Passage) -> Iterator[ParsedParticipant]:
    listing = False
    for sentence in sentences(passage.text):
        opening = _LIST_OPENING.match(sentence)
        about_a_side = opening is not None and opening["verb"].lower().endswith("phía")
        if opening is not None and (listing or not about_a_side):
            role: ParticipantRole = (
                "chaired" if "chủ trì" in opening["verb"].lower() else "attended"
            )
            people = list(_listed(sentence[opening.end() :], role, passage.line))
            listing = listing or bool(people)
            yield from people
        else:
            yield from _in_sentence(sentence, passage.line)


def _in_sentence(sentence: str, line: int) -> Iterator[ParsedParticipant]:
    if subject := _PERSON_THEN_VERB.match(sentence):
        role: ParticipantRole = "chaired" if "chủ trì" in subject["verb"] else "attended"
        yield _person(subject, subject["rest"] or "", role, line)
    elif "chủ trì" in sentence and (chair := _CHAIRED_BY.search(sentence)):
        yield _person(chair, chair["rest"] or "", "chaired", line, continues=False)
    elif speech := _SPEECH.match(sentence):
        yield _person(speech, speech["rest"] or "", "spoke", line, continues=False)


def _person(
    found: re.Match[str], rest: str, role: ParticipantRole, line: int, *, continues: bool = True
) -> ParsedParticipant:
    posts = split_posts(rest, continues=continues)
    honorific = found["honorific"]
    if honorific.startswith(("Ông", "Bà", "Đồng")):  # a capital only because a sentence begins
        honorific = honorific[0].lower() + honorific[1:]
    return ParsedParticipant(honorific, found["name"], posts, role, line)


def _listed(text: str, role: ParticipantRole, line: int) -> Iterator[ParsedParticipant]:
    """The people of "có ông A, chức vụ; bà B, chức vụ và đại diện …"."""
    plural = ""
    for entry in text.split(";"):
        entry = entry.strip()
        if opening := _PLURAL.match(entry):
            plural = opening["one"] or ""
            yield from _named_after_plural(entry[opening.end() :], plural, role, line)
        elif starts := _starts(entry):
            plural = ""
            yield from _split_at(entry, starts, role, line)
        elif plural:
            yield from _named_after_plural(entry, plural, role, line)


def _starts(entry: str) -> list[re.Match[str]]:
    """The people in an entry; only those at its beginning or behind a comma, "và" or "cùng"."""
    return [
        found
        for found in _PERSON.finditer(entry)
        if found.start() == 0 or entry.endswith((", ", " và ", " cùng "), 0, found.start())
    ]


def _split_at(
    entry: str, starts: Sequence[re.Match[str]], role: ParticipantRole, line: int
) -> Iterator[ParsedParticipant]:
    if starts[0].start() != 0:
        return
    ends = [following.start() for following in starts[1:]] + [len(entry)]
    for found, end in zip(starts, ends, strict=True):
        yield _person(found, _without_joint(entry[found.end() : end]), role, line)


def _named_after_plural(
    entry: str, honorific: str, role: ParticipantRole, line: int
) -> Iterator[ParsedParticipant]:
    """The people of "Nguyễn Văn A – Phó Bí thư", or several: "Lê B, Chủ tịch, Trần C, Giám đốc"."""
    for name, rest in listed_names(entry):
        yield ParsedParticipant(honorific, name, split_posts(rest), role, line)


def listed_names(entry: str) -> list[tuple[str, str]]:
    """The names of a list that gives no honorifics, each with the words behind it.

    Empty when the list does not begin with a name.
    """
    cuts = [0] + [cut.end() for cut in _NEXT_PERSON.finditer(entry)]
    found = [person for cut in cuts if (person := _BARE_PERSON.match(entry, cut))]
    found = [person for person in found if _is_person(person[0])]
    if not found or found[0].start() != 0:
        return []
    ends = [following.start() for following in found[1:]] + [len(entry)]
    return [
        (person[0], _without_joint(entry[person.end() : end]))
        for person, end in zip(found, ends, strict=True)
    ]


def _is_person(name: str) -> bool:
    return has_known_surname(name) and not is_province(name) and not _POST.match(name)


def _without_joint(rest: str) -> str:
    """The words about one person without the "và" that leads to the next."""
    return re.sub(r",? (?:và|cùng) \Z", "", rest)
