"""The shapes of the demo content: plain data, tied together by keys and slugs.

Nothing here knows Django. `load.py` turns it into pages, people and grants.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
CREDIT = "Ảnh minh họa"

# What each scene of `pictures.draw` shows, in the words of the photo block.
MOMENTS = {
    "hall": "overview",
    "speech": "speech",
    "handing_over": "handing_over",
    "signing": "signing",
    "group": "group",
    "training": "overview",
    "counter": "other",
    "office": "other",
    "hills": "other",
    "document": "other",
}

OrganisationKind = Literal["ministry", "committee", "council", "department", "office", "unit"]
PartOfDay = Literal["morning", "noon", "afternoon", "evening", ""]


def day(text: str) -> datetime.date:
    """A date as it is written here: 2026-11-20."""
    return datetime.date.fromisoformat(text)


def moment(text: str) -> datetime.datetime:
    """A local date and time: 2026-11-20 08:15."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=HERE)


# --- people -----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class FormerName:
    name: str
    start: datetime.date | None = None
    end: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class Organisation:
    key: str
    name: str
    short_name: str
    name_en: str
    kind: OrganisationKind
    level: Literal["central", "province", "commune", "internal"]
    parent: str = ""
    province: str = ""
    founded_on: datetime.date | None = None
    dissolved_on: datetime.date | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Succession:
    predecessor: str
    successor: str
    on: datetime.date
    kind: Literal["merged", "split", "renamed", "transferred"]
    legal_act: str = ""


@dataclass(frozen=True)
class Post:
    title: str
    organisation: str
    start: datetime.date
    end: datetime.date | None = None
    wording: str = ""
    title_en: str = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    key: str
    honorific: Literal["ông", "bà"]
    full_name: str
    portrait: int
    posts: tuple[Post, ...]
    phone: str = ""
    email: str = ""
    biography: str = ""


@dataclass(frozen=True)
class Membership:
    organisation: str
    start: datetime.date
    end: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class ClusterYear:
    year: int
    head: str
    deputies: tuple[str, ...]
    host: str = ""
    pledge_signed_on: datetime.date | None = None


@dataclass(frozen=True, kw_only=True)
class Cluster:
    key: str
    name: str
    name_en: str
    description: str
    members: tuple[Membership, ...]
    years: tuple[ClusterYear, ...]
    aliases: tuple[str, ...] = ()


# --- body blocks ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Speech:
    words: str
    person: str
    name: str
    posts: str


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """Cells of the columns named in `numbers` (by position) are figures, the others words."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Photo:
    """One use of a drawn picture, with its caption there; the same seed may serve twice."""

    scene: str
    seed: int
    caption: str
    alt: str
    people: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()
    place: str = ""
    credit: str = CREDIT

    @property
    def moment(self) -> str:
        return MOMENTS[self.scene]


@dataclass(frozen=True)
class Gallery:
    title: str
    photos: tuple[Photo, ...]


@dataclass(frozen=True)
class AwardsBox:
    """Shows the grants of the article it stands in."""

    title: str = "Khen thưởng trong bài"


Block = Paragraph | Heading | Speech | Bullets | Table | Photo | Gallery | AwardsBox


# --- news -------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Section:
    slug: str
    title: str
    introduction: str
    tile_set: Literal["ngoc", "cham", "son"]


@dataclass(frozen=True, kw_only=True)
class Topic:
    slug: str
    name: str
    description: str


@dataclass(frozen=True)
class Byline:
    name: str
    unit: str
    organisation: str = ""
    person: str = ""
    role: Literal["writer", "photographer", "editor"] = "writer"


@dataclass(frozen=True)
class Participant:
    """Posts as they were printed that day, one per entry."""

    person: str
    honorific: str
    name: str
    posts: tuple[str, ...]
    role: Literal["chaired", "attended", "spoke", "presented"] = "attended"


@dataclass(frozen=True)
class Involved:
    organisation: str
    role: Literal["host", "attending", "mentioned"] = "mentioned"


@dataclass(frozen=True)
class Event:
    """Where and when; `province` is the key valid that day, empty for Lam Giang (invented)."""

    on: datetime.date
    part_of_day: PartOfDay
    place: str
    province: str = ""
    until: datetime.date | None = None


@dataclass(frozen=True)
class Correction:
    on: datetime.date
    note: str
    changes_a_fact: bool = False


@dataclass(frozen=True)
class Source:
    name: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Article:
    slug: str
    section: str
    title: str
    lead: str
    published_at: datetime.datetime
    views: int
    body: tuple[Block, ...]
    byline: tuple[Byline, ...]
    event: Event | None = None
    participants: tuple[Participant, ...] = ()
    organisations: tuple[Involved, ...] = ()
    provinces: tuple[str, ...] = ()
    clusters: tuple[str, ...] = ()
    other_sections: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    grants: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    source: Source | None = None

    @property
    def photos(self) -> tuple[Photo, ...]:
        return photos_in(self.body)


def photos_in(body: tuple[Block, ...]) -> tuple[Photo, ...]:
    """The photos of a body in reading order, those in galleries too."""
    found: list[Photo] = []
    for block in body:
        if isinstance(block, Photo):
            found.append(block)
        elif isinstance(block, Gallery):
            found.extend(block.photos)
    return tuple(found)


# --- awards -----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Movement:
    key: str
    name: str
    year: int
    theme: str
    launched_by: str
    launched_on: datetime.date


@dataclass(frozen=True, kw_only=True)
class Decision:
    key: str
    number: str
    decided_on: datetime.date
    subject: str
    issuer: str
    signer: str
    signer_text: str
    law_basis: str


@dataclass(frozen=True, kw_only=True)
class Grant:
    """One title to one recipient, or to `quantity` unnamed ones."""

    key: str
    title: str
    printed: str
    decision: str
    recipient_kind: Literal["person", "organisation", "household", "unnamed"]
    year: int | None
    citation: str
    rank: str = ""
    person: str = ""
    organisation: str = ""
    recipient_name: str = ""
    quantity: int = 1
    per_unit_note: str = ""
    year_to: int | None = None
    decider: str = ""
    decider_text: str = ""
    movement: str = ""
    presented_on: datetime.date | None = None
    presenter: str = ""
    presenter_name: str = ""
    place: str = ""
    status: Literal["confirmed", "revoked"] = "confirmed"
    revoked_on: datetime.date | None = None
    revocation: str = ""
    revocation_note: str = ""


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """Its list is made of the grants of `decision`, and of `more_grants`."""

    slug: str
    title: str
    lead: str
    decision: str
    published_at: datetime.datetime
    body: tuple[Block, ...]
    views: int
    event: Event | None = None
    lead_photo: Photo | None = None
    more_grants: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Nominee:
    title: str
    rank: str
    recipient_name: str
    note: str
    achievement: str
    person: str = ""
    organisation: str = ""


@dataclass(frozen=True, kw_only=True)
class Consultation:
    """Its days are not written down: it is open when the demo is loaded."""

    slug: str
    title: str
    lead: str
    legal_basis: str
    nominees: tuple[Nominee, ...]
    comments_email: str
    comments_phone: str
    comments_address: str
    how_to_comment: tuple[str, ...]
    afterwards: tuple[str, ...] = field(default=())
    views: int = 0


# --- plain pages ------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class StandardPage:
    slug: str
    title: str
    introduction: str
    body: tuple[Block, ...]
    is_in_menu: bool = False


# --- in English -------------------------------------------------------------------------------


@dataclass(frozen=True)
class SiteDetailsInEnglish:
    """What header and footer say of the department, by the fields of the settings."""

    department_name_en: str
    province_line_en: str
    managing_authority_en: str
    address_en: str
    content_lead_en: str
    licence_line_en: str
    source_rule_en: str


@dataclass(frozen=True, kw_only=True)
class SectionInEnglish:
    slug: str
    title: str
    introduction: str


@dataclass(frozen=True)
class ParticipantInEnglish:
    honorific: str
    posts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TranslatedArticle:
    """The words of an article; its facts are those of the original. Rows follow its rows."""

    slug: str
    title: str
    lead: str
    place: str
    units: tuple[str, ...]
    participants: tuple[ParticipantInEnglish, ...]
    body: tuple[Block, ...]

    @property
    def photos(self) -> tuple[Photo, ...]:
        return photos_in(self.body)


# --- the site ---------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class SiteDetails:
    """What header and footer say of the department."""

    department_name: str
    province_line: str
    managing_authority: str
    address: str
    phone: str
    email: str
    content_lead: str
    licence_line: str
    source_rule: str
