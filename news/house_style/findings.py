"""What a rule finds, and what it may know besides the text."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from django.db.models import TextChoices

from .known_names import Names
from .known_phrases import Phrases
from .passages import Passage


class Rule(TextChoices):
    NAMES = "names", "Tên cơ quan, nhân sự"
    PHRASES = "phrases", "Cụm từ, âm tiết viết sai"
    TONES = "tones", "Vị trí dấu thanh"
    CASES = "cases", "Viết hoa không thống nhất"
    DATES = "dates", "Ngày tháng"
    COUNTS = "counts", "Số lượng khen thưởng"
    PUNCTUATION = "punctuation", "Dấu câu, khoảng trắng"

    @property
    def is_of_facts(self) -> bool:
        """Its fixes are the likeliest, and each is for a person to decide."""
        return self in (Rule.DATES, Rule.COUNTS)


@dataclass(frozen=True, slots=True)
class Finding:
    """`words` stand at `passage.text[start:end]`; `replacement` is None where only a person can tell."""

    rule: Rule
    passage: Passage
    start: int
    end: int
    why: str
    replacement: str | None = None

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def key(self) -> str:
        """The same as long as these words stand at this place."""
        told = f"{self.rule}/{self.passage.place}/{self.start}/{self.words}"
        return sha256(told.encode()).hexdigest()[:20]

    @property
    def before(self) -> str:
        """A few words in front, for whoever looks for the place."""
        line = self.passage.text[max(self.start - 30, 0) : self.start].rpartition("\n")[2]
        return line if self.start <= 30 or "\n" in self.passage.text[:30] else f"…{line}"

    @property
    def after(self) -> str:
        line = self.passage.text[self.end : self.end + 30].partition("\n")[0]
        return f"{line}…" if self.end + 30 < len(self.passage.text) else line

    @property
    def can_be_fixed(self) -> bool:
        return self.fixed_source() is not None

    def fixed_source(self) -> str | None:
        """The passage as it is stored, with the replacement; None where there is none to make."""
        if self.replacement is None:
            return None
        return self.passage.replaced(self.start, self.end, self.replacement)


@dataclass(frozen=True)
class RecordedGrant:
    """A grant linked to the article; `kind` as in `AwardGrant.RecipientKind`."""

    title_names: tuple[str, ...]
    kind: str
    quantity: int


@dataclass(frozen=True)
class Facts:
    """What is known of one article, and of the house it is written in."""

    names: Names
    phrases: Phrases
    tone_placement: str = "old"
    published_on: datetime.date | None = None
    event: tuple[datetime.date, datetime.date] | None = None
    people: frozenset[str] = frozenset()
    """Full names of the persons the article is linked to."""
    grants: Sequence[RecordedGrant] = field(default=())

    @property
    def day(self) -> datetime.date | None:
        """The day the text tells of."""
        return self.event[0] if self.event else self.published_on


Found = Iterator[Finding]
