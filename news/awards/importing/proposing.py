"""What each row of a list would be in the register: a new grant, one that is there, or a mistake.

Names are looked up in what was fetched before: a list of two thousand asks no more than one of two.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from news.awards.models import AwardDecision, AwardGrant, AwardTitle
from news.importing.dates import PrintedDay, read_day
from news.importing.grants import read_recipients
from search.vietnamese.normalise import fold

from .known import BEHIND_NAME, Key, KnownGrants, exact_keys, loose_keys
from .recipients import BEFORE_NAME, Organisations, Persons
from .sections import KINDS
from .spelling import plain
from .tables import RawRow
from .titles import Titles

Kind = AwardGrant.RecipientKind
Status = AwardGrant.Status

MOST_UNKNOWN = 30  # titles for which nearest names are looked for; it takes a while
BROKEN_FORMULA = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")
NAMESAKES = "Danh sách có nhiều người cùng tên nên không nối; chỉ ghi tên như in."
KIND_OF_TITLE = {
    "individual": Kind.PERSON,
    "collective": Kind.ORGANISATION,
    "household": Kind.HOUSEHOLD,
}
# Fetched or checked by what comes before; Django would ask for each of them again.
NOT_ASKED_AGAIN = {
    "title", "decision", "decider", "person", "organisation", "movement", "presenter", "revocation",
}  # fmt: skip

_YEARS = re.compile(r"(?:năm (?:học )?)?(\d{4})(?:\s?[-–—/]\s?(\d{4}))?", re.IGNORECASE)
_SIGNED_ON = re.compile(r",?\s(?:ký )?ngày ", re.IGNORECASE)
_COUNTED = re.compile(r"0*([1-9]\d{0,3}) (.+)")
_HOUSEHOLD = re.compile(r"(?:hộ|gia đình)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Choices:
    """What holds for the whole list; words stand in where a row has none of its own."""

    decision: AwardDecision | None = None
    status: str = Status.PROPOSED
    title: str = ""
    year: str = ""
    decided_by: str = ""


@dataclass
class Row:
    """`problems` keep it out, and leave `grant` half filled; `known` is the grant that is there already;
    `alike`, one that may be, and `notes` are only told.
    """

    number: int
    name: str
    beside: str = ""
    grant: AwardGrant = field(default_factory=AwardGrant)
    known: AwardGrant | None = None
    alike: AwardGrant | None = None
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return not self.problems and self.known is None


def titles_on(decision: AwardDecision | None) -> Titles:
    return Titles(AwardTitle.objects.all(), decision.decided_on if decision else None)


def propose(raw: Sequence[RawRow], choices: Choices, titles: Titles) -> list[Row]:
    """A row for each; nothing is stored."""
    rows = read_rows(raw, choices, titles)
    find_known(rows)
    return rows


def read_rows(raw: Sequence[RawRow], choices: Choices, titles: Titles) -> list[Row]:
    """What the list says by itself, whichever grants the register has."""
    reader = _Reader(raw, choices, titles)
    rows = [reader.read(each) for each in raw]
    _refuse_repetitions(rows)
    return rows


class _Reader:
    def __init__(self, raw: Sequence[RawRow], choices: Choices, titles: Titles) -> None:
        self._choices = choices
        self._titles = titles
        self._unknown = 0
        self._organisations = Organisations(
            choices.decision.decided_on if choices.decision else None
        )
        self._persons = Persons()
        named = [self._name_and_beside(each.cells) for each in raw]
        self._persons.fetch(name for name, _ in named)
        beside: dict[str, set[str]] = defaultdict(set)
        for name, words in named:
            beside[fold(name)].add(fold(words))
        self._namesakes = {name for name, words in beside.items() if len(words) > 1}

    def read(self, raw: RawRow) -> Row:
        name, beside = self._name_and_beside(raw.cells)
        row = Row(raw.number, name, beside)
        if broken := next(filter(BROKEN_FORMULA.fullmatch, raw.cells.values()), ""):
            row.problems.append(f"Có ô công thức lỗi ({broken}).")
        elif not name:
            row.problems.append("Thiếu tên người, tập thể nhận.")
        else:
            self._fill(row, raw.cells)
        return row

    def _fill(self, row: Row, cells: Mapping[str, str]) -> None:
        grant = row.grant
        grant.status = self._choices.status
        self._put_title(grant, cells, row)
        self._put_decision(grant, cells, row)
        self._put_years(grant, cells, row)
        self._put_days(grant, cells, row)
        if row.problems:
            return
        self._put_recipient(grant, cells, row)
        self._put_decider(grant, cells)
        if not row.problems:
            row.problems += _faults(grant)

    # --- What was given ----------------------------------------------------------------------------

    def _put_title(self, grant: AwardGrant, cells: Mapping[str, str], row: Row) -> None:
        words = cells.get("title") or cells.get("section_title") or self._choices.title
        meaning = self._titles.meaning(words) if words else None
        if cells.get("title") == "":
            row.problems.append("Không cột danh hiệu, hình thức nào được đánh dấu.")
        elif not words:
            row.problems.append(
                "Thiếu danh hiệu, hình thức: thêm cột, hoặc chọn chung cho cả danh sách."
            )
        elif meaning is None:
            row.problems.append(f"Không có danh hiệu, hình thức “{words}”.{self._nearest(words)}")
        else:
            grant.title = meaning.title
            grant.title_as_printed = meaning.printed
            grant.rank = meaning.rank or meaning.title.rank_called(cells.get("rank", ""))

    def _nearest(self, words: str) -> str:
        self._unknown += 1
        names = self._titles.nearest(words) if self._unknown <= MOST_UNKNOWN else []
        return f" Gần nhất: {'; '.join(names)}." if names else ""

    def _put_decision(self, grant: AwardGrant, cells: Mapping[str, str], row: Row) -> None:
        chosen, words = self._choices.decision, cells.get("decision", "")
        if not words:
            grant.decision = chosen
            return
        named = self._decisions_named(words, _day(cells.get("decided_on", "")))
        if len(named) == 1:
            grant.decision = named[0]
        elif chosen:
            row.problems.append(f"Dòng ghi quyết định khác: “{words}”.")
        elif named:
            row.problems.append(
                f"Có {len(named)} quyết định “{words}”; thêm cột “Ngày quyết định”."
            )
        else:
            row.problems.append(f"Chưa có quyết định “{words}” trong sổ; hãy tạo quyết định trước.")

    def _decisions_named(self, words: str, day: datetime.date | None) -> Sequence[AwardDecision]:
        for name, signed_on in _names_and_days(words, day):
            known = self._decisions.get(_squeezed(name), ())
            if found := [each for each in known if signed_on in (None, each.decided_on)]:
                return found
        return ()

    @cached_property
    def _decisions(self) -> dict[str, list[AwardDecision]]:
        """By number, or by subject where there is none; asked for where a list names decisions."""
        chosen = self._choices.decision
        found: dict[str, list[AwardDecision]] = defaultdict(list)
        for decision in [chosen] if chosen else AwardDecision.objects.all():
            found[_squeezed(decision.number or decision.subject)].append(decision)
        return found

    def _put_years(self, grant: AwardGrant, cells: Mapping[str, str], row: Row) -> None:
        merit = cells.get("merit", "")
        if "year" not in cells and _YEARS.fullmatch(merit):  # as in the register's own CSV
            words = merit
        else:
            words, grant.citation = cells.get("year") or self._choices.year, merit
        years = _YEARS.fullmatch(words)
        if years:
            grant.year = int(years[1])
            grant.year_to = int(years[2]) if years[2] else None
        elif words:
            row.problems.append(f"Không đọc được năm “{words}”; ghi 2025 hoặc 2024–2025.")

    def _put_days(self, grant: AwardGrant, cells: Mapping[str, str], row: Row) -> None:
        for name in ("presented_on", "revoked_on"):
            words = cells.get(name, "")
            setattr(grant, name, _day(words))
            if words and _day(words) is None:
                row.problems.append(f"Không đọc được ngày “{words}”; ghi ngày/tháng/năm.")
        if grant.revoked_on and grant.status == Status.CONFIRMED:
            grant.status = Status.REVOKED

    def _put_decider(self, grant: AwardGrant, cells: Mapping[str, str]) -> None:
        words = cells.get("decided_by") or self._choices.decided_by
        grant.decider = self._organisations.named(words)[0] if words else None
        grant.decider_text = "" if grant.decider else words

    # --- To whom -----------------------------------------------------------------------------------

    def _name_and_beside(self, cells: Mapping[str, str]) -> tuple[str, str]:
        """The name; the post and unit that the row has, and behind them that of its section."""
        name, beside = _own_name_and_beside(cells)
        for unit in cells.get("section_unit", "").splitlines():
            if f" {plain(unit)} " not in f" {plain(name)} {plain(beside)} ":
                beside = ", ".join(filter(None, (beside, self._organisations.spelt(unit))))
        return name, beside

    def _put_recipient(self, grant: AwardGrant, cells: Mapping[str, str], row: Row) -> None:
        quantity = cells.get("quantity", "")
        grant.quantity = int(quantity) if re.fullmatch(r"0*[1-9]\d{0,3}", quantity) else 1
        if quantity and not re.fullmatch(r"\d{1,4}", quantity):
            row.problems.append(f"Không đọc được số lượng “{quantity}”.")
        grant.recipient_name = ", ".join(filter(None, (row.name, row.beside)))
        kind = self._kind(cells, row.name, grant.title)
        if kind in (None, Kind.UNNAMED) and _count(grant, row):
            kind = Kind.UNNAMED
        if kind is None:
            row.problems.append(
                "Không rõ là cá nhân hay tập thể: thêm cột “Đối tượng”, hoặc dòng mục như “I. TẬP THỂ”."
            )
            return
        grant.recipient_kind = kind
        if kind == Kind.ORGANISATION:
            grant.organisation, why = self._organisations.named(row.name, row.beside)
            row.notes += [why] if why else []
        elif kind == Kind.PERSON:
            grant.person, why = self._persons.named(row.name, row.beside)
            if grant.person and fold(row.name) in self._namesakes:
                grant.person, why = None, NAMESAKES
            row.notes += [why] if why else []

    def _kind(self, cells: Mapping[str, str], name: str, title: AwardTitle) -> Kind | None:
        """What the row says, its section or the head of the names; then what the name or the title
        leaves no doubt of."""
        said = fold(cells.get("kind", ""))
        for kind, words in KINDS.items():
            if said and re.fullmatch(rf"(?:{words})\b.*", said):
                return Kind(kind)
        if told := cells.get("section_kind") or cells.get("head_kind"):
            return Kind(told)
        if _HOUSEHOLD.match(name):
            return Kind.HOUSEHOLD
        if BEFORE_NAME.match(name):
            return Kind.PERSON
        if self._organisations.named(name)[0]:
            return Kind.ORGANISATION
        if self._persons.named(name, "")[0]:
            return Kind.PERSON
        kinds = title.recipients
        return KIND_OF_TITLE.get(kinds[0]) if len(kinds) == 1 and not name[0].isdigit() else None


def _own_name_and_beside(cells: Mapping[str, str]) -> tuple[str, str]:
    name, beside = cells.get("recipient", ""), cells.get("unit", "")
    if beside or _says_body(cells):
        return name, beside
    parts = BEHIND_NAME.split(name, maxsplit=1)
    is_person = BEFORE_NAME.match(name) or "person" in (
        cells.get("section_kind"),
        cells.get("head_kind"),
    )
    if len(parts) < 2 or not is_person:
        return name, ""
    return parts[0], parts[1].rstrip(") ") if "(" in name else parts[1]


def _says_body(cells: Mapping[str, str]) -> bool:
    said = fold(cells.get("kind", ""))
    return bool(said) and not re.match(KINDS["person"], said)


def _count(grant: AwardGrant, row: Row) -> bool:
    """“7 cá nhân của 07 Sở Nội vụ”: how many of whom, and of where."""
    read = read_recipients(row.name)
    if read and read[0].kind == "unnamed":
        grant.quantity, grant.recipient_name = read[0].quantity, read[0].unnamed
        grant.per_unit_note = read[0].note or row.beside
        return True
    if counted := _COUNTED.fullmatch(row.name):
        grant.quantity, grant.recipient_name = int(counted[1]), counted[2]
    return False


def _names_and_days(
    words: str, day: datetime.date | None
) -> Iterator[tuple[str, datetime.date | None]]:
    """All of the words; and those before a day, behind which a subject may stand: “214/QĐ-UBND ngày
    20/02/2024 về việc …”. A subject may have days of its own."""
    yield words, day
    for each in _SIGNED_ON.finditer(words):
        if signed_on := _date_of(read_day(words, each.end())):
            yield words[: each.start()], signed_on


def _day(words: str) -> datetime.date | None:
    """As a cell has it, or “20/02/2024”, “ngày 20 tháng 02 năm 2024”."""
    printed = read_day(words, 0)
    if printed and printed.end == len(words):
        return _date_of(printed)
    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return None


def _date_of(printed: PrintedDay | None) -> datetime.date | None:
    """Of one day with its year, that is in a calendar."""
    try:
        return printed.dates()[0] if printed and not printed.last else None
    except ValueError:
        return None


def _squeezed(words: str) -> str:
    """A number without blanks and without the words before it: “Quyết định số 214 /QĐ-UBND”."""
    return re.sub(r"^(?:quyetdinh)?(?:so)?|\s", "", fold(words).replace(" ", ""))


def _faults(grant: AwardGrant) -> list[str]:
    """What the ordinary form would refuse, in its words."""
    found: list[str] = []
    if grant.recipient_kind != Kind.UNNAMED and grant.quantity > 1:
        found.append("Số lượng nhiều hơn 1 chỉ dùng cho nhóm chưa nêu tên.")
    if grant.year and grant.year_to and grant.year_to < grant.year:
        found.append("Năm cuối đứng trước năm đầu.")
    try:
        grant.clean_fields(exclude=NOT_ASKED_AGAIN)
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            label = str(AwardGrant._meta.get_field(name).verbose_name)
            found += [f"{label[0].upper()}{label[1:]}: {sentence}" for sentence in sentences]
    try:
        grant.clean()
    except ValidationError as error:
        found += error.messages
    return found


def _refuse_repetitions(rows: Iterable[Row]) -> None:
    first: dict[Key, int] = {}
    for row in rows:
        if row.problems:
            continue
        keys = exact_keys(row.grant)
        before = next((first[key] for key in keys if key in first), None)
        if before is not None:
            row.problems.append(
                f"Trùng với dòng {before}; nếu là hai người khác nhau thì ghi thêm chức vụ, đơn vị."
            )
        for key in keys:
            first.setdefault(key, row.number)


def find_known(rows: Iterable[Row]) -> None:
    """Each grant of the register stands for one row: those that say the same first."""
    rows = [row for row in rows if not row.problems]
    known = KnownGrants([row.grant for row in rows])
    for keys in (exact_keys, loose_keys):
        for row in rows:
            if row.known is None and (found := known.take(keys(row.grant))):
                row.known = found
                row.notes += _other_years(found, row.grant)
    for row in rows:
        if row.known is None:
            row.alike = known.alike(row.grant)


def _other_years(known: AwardGrant, grant: AwardGrant) -> list[str]:
    """What the register has of one person or body it has once, whatever the last year is."""
    if known.year_to == grant.year_to:
        return []
    years = f"{known.year}–{known.year_to}" if known.year_to else f"{known.year}"
    return [f"Sổ ghi năm {years}; nếu danh sách đúng thì sửa trong sổ."]
