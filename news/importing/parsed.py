"""What an imported text says: the article, and the facts its words state.

Nothing here is stored and nothing is guessed. What is sure fills its field; what is not stays in
the blocks and is listed beside them (`possible_event`, `caption_candidates`, `byline_candidates`)
for an editor to judge. Every name, number and phrase stands in the source, with odd spaces made
plain; only dates are computed, from digits that stand there.
"""

import datetime
from dataclasses import dataclass
from html import escape
from typing import Literal

Moment = Literal["overview", "speech", "handing_over", "signing", "group", "other"]
PartOfDay = Literal["morning", "noon", "afternoon", "evening", ""]
RecipientKind = Literal["person", "organisation", "household", "unnamed"]
ParticipantRole = Literal["chaired", "attended", "spoke"]


@dataclass(frozen=True, slots=True)
class ParsedPhoto:
    """A photo named by the source; `content` only when the file itself carries it."""

    file: str
    caption: str = ""
    alt: str = ""
    content: bytes = b""
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    line: int = 0
    html: str = ""

    @property
    def rich_text(self) -> str:
        """Safe inline HTML: b, i, a and br only."""
        return self.html or escape(self.text, quote=False)


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Caption:
    """The words under a photo; often only they are left (`photo` is None)."""

    text: str
    line: int = 0
    moment: Moment = "other"
    credit: str = ""
    photo: ParsedPhoto | None = None


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[Paragraph, ...]
    ordered: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain cells, all of one length."""

    rows: tuple[tuple[str, ...], ...]
    has_header: bool = False
    line: int = 0


Block = Paragraph | Heading | Caption | BulletList | Table


@dataclass(frozen=True, slots=True)
class ParsedEvent:
    """When and where; `date` is None when the source gives no year or a day that never was."""

    date: datetime.date | None
    end_date: datetime.date | None = None
    part_of_day: PartOfDay = ""
    place_text: str = ""
    province_name: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ParsedByline:
    name: str
    unit: str = ""
    role: str = ""
    """The label in front of the name, as printed: "Tin, ảnh"."""


@dataclass(frozen=True, slots=True)
class ParsedParticipant:
    honorific: str
    name: str
    posts: tuple[str, ...]
    role: ParticipantRole
    line: int


@dataclass(frozen=True, slots=True)
class ParsedGrant:
    """One award title to one recipient, or to `quantity` recipients without names."""

    title_text: str
    recipient_kind: RecipientKind
    decider_text: str = ""
    rank: str = ""
    recipient_name: str = ""
    honorific: str = ""
    quantity: int = 1
    unnamed_text: str = ""
    """What the unnamed ones are: "cá nhân", "tập thể"."""
    per_unit_note: str = ""
    """What stands beside the recipient: "của 07 Sở Nội vụ", a person's post."""
    year: int | None = None
    citation: str = ""
    sentence: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class ParsedClusterYear:
    """Who leads a cluster in a year; the name is empty when the sentence leaves it out."""

    cluster_name: str
    year: int | None
    head: str
    deputies: tuple[str, ...]
    sentence: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class CaptionCandidate:
    """A short line that may be a caption; it stands in the blocks as a paragraph."""

    text: str
    line: int
    block: int
    """Its place in `blocks`, counted from 0."""


@dataclass(frozen=True, slots=True)
class DroppedLine:
    number: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    title: str
    lead: str
    blocks: tuple[Block, ...]
    external_id: str
    """The row's own id; for a file "sha256-…" of the lines it keeps, so that the same text gives
    the same id whatever its view count or the template around it."""
    source_digest: str
    """Changes with anything that would be stored, the view count too."""
    line: int | None = None
    """The line of a JSONL file; None for a file that is one article."""
    views: int | None = None
    published_at: datetime.datetime | None = None
    byline: tuple[ParsedByline, ...] = ()
    source_name: str = ""
    canonical_url: str = ""
    section: str = ""
    photos: tuple[ParsedPhoto, ...] = ()
    """Photos given beside the body; those inside it are in their captions."""
    event: ParsedEvent | None = None
    possible_event: ParsedEvent | None = None
    participants: tuple[ParsedParticipant, ...] = ()
    grants: tuple[ParsedGrant, ...] = ()
    cluster_years: tuple[ParsedClusterYear, ...] = ()
    caption_candidates: tuple[CaptionCandidate, ...] = ()
    byline_candidates: tuple[ParsedByline, ...] = ()
    dropped: tuple[DroppedLine, ...] = ()
    warnings: tuple[str, ...] = ()
    lines: tuple[tuple[int, str], ...] = ()
    """All there was to read, dropped lines too, with their numbers."""

    @property
    def captions(self) -> tuple[Caption, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Caption))
