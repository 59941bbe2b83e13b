"""From the pieces of a text to an article.

Every format (plain text, HTML, Word, a JSONL body) is first taken apart into pieces, a piece being
what stands between two line ends or tags. This module reads the pieces in one order for all of
them: what is noise goes to the dropped lines with its reason, what is surely title, counter, time,
lead or byline goes to its field, and all the rest stays in the blocks. No piece may vanish.
"""

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Literal

from search.vietnamese.normalise import normalise

from . import captions, noise
from .bylines import FoundByline, is_labelled, names_only, read_byline
from .clusters import read_cluster_years
from .dates import VIETNAM
from .errors import UnreadableFile, place
from .events import read_event
from .grants import read_grants
from .language import Passage
from .parsed import (
    Block,
    BulletList,
    Caption,
    CaptionCandidate,
    DroppedLine,
    Heading,
    Paragraph,
    ParsedArticle,
    ParsedByline,
    ParsedPhoto,
    Table,
)
from .people import read_participants

# What the fields of an article hold.
LONGEST_TITLE = 255
LONGEST_NAME = 100
LONGEST_UNIT = 150
LONGEST_SOURCE = 150
LONGEST_URL = 500
LARGEST_COUNT = 1_000_000_000
_LONGEST_LEAD = 700
_SHORTEST_LEAD = 40
_SHORTEST_PROSE = 120
_HEADER_PIECES = 6
_PASSAGES_WITH_EVENT = 3
_NO_LEAD = Passage(0, "")

REPEATS_TITLE = "lặp lại tiêu đề"
REPEATS_LEAD = "lặp lại sapo"
REPEATS_BYLINE = "lặp lại tác giả"
REPEATS_STAMP = "lượt xem hoặc thời gian đăng ghi lần thứ hai"
NO_SUCH_TIME = "thời gian đăng không có thật"

PieceKind = Literal["text", "title", "lead", "heading", "caption", "list", "table", "photo"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a source: its words, and what its markup says it is."""

    line: int
    text: str
    kind: PieceKind = "text"
    html: str = ""
    items: tuple[Paragraph, ...] = ()
    ordered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    has_header: bool = False
    photo: ParsedPhoto | None = None
    under_photo: bool = False
    """Laid out like a caption: centred, in italics, or in the photo's own cell."""
    strong: bool = False
    """All of it in bold, as old pages write their headings."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the source says outside its text: a JSONL row's fields, an HTML page's head."""

    external_id: str = ""
    title: str = ""
    lead: str = ""
    views: int | None = None
    published_at: datetime.datetime | None = None
    byline: tuple[ParsedByline, ...] = ()
    section: str = ""
    url: str = ""
    photos: tuple[ParsedPhoto, ...] = ()
    dropped: tuple[DroppedLine, ...] = ()
    warnings: tuple[str, ...] = ()
    digest: str = ""
    line: int | None = None


@dataclass(slots=True)
class _Draft:
    """An article half read: the pieces nobody has claimed yet, and what was found."""

    name: str
    pieces: list[Piece]
    given: Given
    title: str = ""
    lead: Passage = _NO_LEAD
    views: int | None = None
    published_at: datetime.datetime | None = None
    byline: list[ParsedByline] = field(default_factory=list)
    byline_candidates: tuple[ParsedByline, ...] = ()
    source_name: str = ""
    url: str = ""
    blocks: list[Block] = field(default_factory=list)
    candidates: list[CaptionCandidate] = field(default_factory=list)
    dropped: list[DroppedLine] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def drop(self, piece: Piece, reason: str) -> None:
        self.dropped.append(DroppedLine(piece.line, piece.text, reason))

    def warn(self, line: int, message: str) -> None:
        self.warnings.append(f"{place(self.name, self.given.line or line or None)}: {message}")


def read_pieces(pieces: Sequence[Piece], given: Given, name: str) -> ParsedArticle:
    """The article the pieces make; UnreadableFile when they hold no words at all."""
    draft = _Draft(
        name,
        list(pieces),
        given,
        views=given.views,
        published_at=given.published_at,
        byline=list(given.byline),
        url=given.url,
        dropped=list(given.dropped),
        warnings=list(given.warnings),
    )
    lines = [(one.number, one.text) for one in given.dropped]
    lines += [(piece.line, piece.text) for piece in pieces]
    _drop_noise(draft)
    _drop_other_news(draft)
    _take_stamps(draft)
    _take_title(draft)
    kept_words = [draft.title, *(piece.text for piece in draft.pieces)]
    _shorten_title(draft)
    _take_byline(draft)
    _take_lead(draft)
    _build_blocks(draft)
    article = _finish(draft, kept_words)
    return replace(article, lines=tuple(sorted(lines, key=itemgetter(0))))


# -- what is no part of the article ------------------------------------------------------------


def _drop_noise(draft: _Draft) -> None:
    kept: list[Piece] = []
    for piece in draft.pieces:
        reason = noise.reason_to_drop(piece.text) if piece.kind == "text" else ""
        if reason:
            draft.drop(piece, reason)
        else:
            kept.append(piece)
    draft.pieces = kept


def _drop_other_news(draft: _Draft) -> None:
    """Drop "Các tin khác" and the headlines under it, when nothing else follows."""
    for position, piece in enumerate(draft.pieces):
        if position == 0 or not noise.heads_other_news(piece.text):
            continue
        rest = draft.pieces[position:]
        if all(len(one.text) <= 300 and not one.text.endswith(".") for one in rest):
            del draft.pieces[position:]
            for one in rest:
                draft.drop(one, noise.OTHER_NEWS)
        return


# -- what stands above and below the text ------------------------------------------------------


def _take_stamps(draft: _Draft) -> None:
    kept: list[Piece] = []
    for piece in draft.pieces:
        in_header = _is_header(kept)
        stamp = noise.read_stamp(piece.text, in_header=in_header) if piece.kind == "text" else None
        if stamp is None:
            kept.append(piece)
        else:
            _take_stamp(draft, piece, stamp)
    draft.pieces = kept


def _is_header(above: Sequence[Piece]) -> bool:
    """Whether only the title and other short lines stand above."""
    return 0 < len(above) < _HEADER_PIECES and all(len(one.text) < 80 for one in above[1:])


def _take_stamp(draft: _Draft, piece: Piece, stamp: noise.Stamp) -> None:
    if stamp.impossible:
        draft.warn(piece.line, f"thời gian đăng {stamp.impossible} không có thật, nên không ghi")
        draft.drop(piece, NO_SUCH_TIME)
    elif _known(stamp.views, draft.views) or _known(stamp.published_at, draft.published_at):
        draft.drop(piece, REPEATS_STAMP)
    draft.views = stamp.views if draft.views is None else draft.views
    draft.published_at = draft.published_at or stamp.published_at


def _known(found: object, before: object) -> bool:
    return found is not None and before is not None


def _take_title(draft: _Draft) -> None:
    if not draft.given.title:
        draft.title = _title_from_pieces(draft)
        return
    draft.title = draft.given.title
    for piece in draft.pieces[:3]:
        if _same_words(piece.text, draft.title):
            draft.drop(piece, REPEATS_TITLE)
            draft.pieces.remove(piece)
            return


def _title_from_pieces(draft: _Draft) -> str:
    with_words = [
        piece for piece in draft.pieces if piece.text and piece.kind not in ("list", "table")
    ]
    if not with_words:
        raise UnreadableFile(draft.name, "không có chữ nào để làm tiêu đề", draft.given.line)
    title = with_words[0]
    for piece in with_words[:_HEADER_PIECES]:
        if piece.kind == "title":
            title = piece
            break
        if len(piece.text) > _SHORTEST_PROSE:  # a first-level heading below it heads a section
            break
    draft.pieces.remove(title)
    return title.text


def _shorten_title(draft: _Draft) -> None:
    """A title longer than the field: its first words, and the whole of it as a paragraph."""
    if len(draft.title) <= LONGEST_TITLE:
        return
    whole = Piece(draft.pieces[0].line if draft.pieces else 1, draft.title)
    draft.pieces.insert(0, whole)
    draft.title = _shortened(draft.title, LONGEST_TITLE)
    draft.warn(whole.line, f"tiêu đề dài quá {LONGEST_TITLE} ký tự: đã rút ngắn, giữ đủ trong bài")


def _shortened(words: str, longest: int) -> str:
    head = words[: longest - 1]
    return (head.rpartition(" ")[0] or head) + "…"


def _take_byline(draft: _Draft) -> None:
    """The last line, or the last few when each is labelled: "Tin: …", "Ảnh: …"."""
    while draft.pieces and (found := _byline_of(draft.pieces[-1])) is not None:
        if not found.sure:
            draft.byline_candidates = found.people
            return
        labelled = bool(found.source_name) or is_labelled(draft.pieces[-1].text)
        if draft.given.byline:
            _drop_repeated_byline(draft, found)
            return
        if (draft.byline and not labelled) or (draft.source_name and found.source_name):
            return
        draft.pieces.pop()
        draft.byline[:0] = found.people
        draft.source_name = draft.source_name or found.source_name
        if not labelled:
            return


def _byline_of(piece: Piece) -> FoundByline | None:
    return read_byline(piece.text) if piece.kind == "text" else None


def _drop_repeated_byline(draft: _Draft, found: FoundByline) -> None:
    if names_only(found, (one.name for one in draft.byline)):
        draft.drop(draft.pieces.pop(), REPEATS_BYLINE)


def _take_lead(draft: _Draft) -> None:
    if draft.given.lead:
        draft.lead = Passage(draft.given.line or 0, draft.given.lead)
        for piece in draft.pieces[:_HEADER_PIECES]:
            if _same_words(piece.text, draft.given.lead):
                draft.drop(piece, REPEATS_LEAD)
                draft.pieces.remove(piece)
                return
        return
    if lead := next(
        (piece for piece in draft.pieces if piece.kind == "lead"), None
    ) or _first_prose(draft):
        draft.pieces.remove(lead)
        draft.lead = Passage(lead.line, lead.text)


def _first_prose(draft: _Draft) -> Piece | None:
    """The first paragraph, when it is of a lead's length and not all there is."""
    if sum(piece.kind in ("text", "list", "table") for piece in draft.pieces) < 2:
        return None
    for piece in draft.pieces:
        if piece.kind == "photo" or (piece.kind == "caption" and piece.text):
            continue
        if piece.kind != "text" or piece.under_photo:
            return None
        verdict = captions.judge(piece.text)
        if verdict.kind == "caption":
            continue
        may_lead = verdict.kind == "paragraph" and _may_lead(piece.text)
        return piece if may_lead else None
    return None


def _may_lead(text: str) -> bool:
    of_its_length = _SHORTEST_LEAD < len(text) <= _LONGEST_LEAD
    return of_its_length and not text.endswith(":") and not captions.is_list_item(text)


def _same_words(text: str, known: str) -> bool:
    # Lengths first: most pieces are no repetition, and comparing costs more than counting.
    return abs(len(text) - len(known)) < 20 and normalise(text) == normalise(known)


# -- the body ----------------------------------------------------------------------------------


def _build_blocks(draft: _Draft) -> None:
    for position, piece in enumerate(draft.pieces):
        before = draft.blocks[-1] if draft.blocks else None
        after_photo = position > 0 and draft.pieces[position - 1].kind == "photo"
        if isinstance(before, Caption) and (joined := _joined(before, piece, after_photo)):
            draft.blocks[-1] = joined
        else:
            _add_block(draft, piece)


def _joined(before: Caption, piece: Piece, after_photo: bool) -> Caption | None:
    """The caption before with this piece's words, when they belong to it."""
    if piece.kind not in ("text", "caption"):
        return None
    if not before.credit and before.text and (credit := captions.credit_alone(piece.text)):
        return replace(before, credit=credit)
    laid_out_as_one = piece.kind == "caption" or (
        piece.under_photo and len(piece.text) <= captions.LONGEST_CAPTION
    )
    if not after_photo or before.text:
        return None
    verdict = captions.judge(piece.text)
    if laid_out_as_one or verdict.kind == "caption":
        moment = captions.moment_of(verdict.text)
        return replace(
            before, text=verdict.text, moment=moment, credit=verdict.credit, line=piece.line
        )
    return None


def _add_block(draft: _Draft, piece: Piece) -> None:
    if piece.kind in ("text", "lead"):
        _add_text(draft, piece)
    elif piece.kind in ("heading", "title"):
        draft.blocks.append(Heading(piece.text, piece.line))
    elif piece.kind == "caption":
        verdict = captions.judge(piece.text)
        moment = captions.moment_of(verdict.text)
        draft.blocks.append(Caption(verdict.text, piece.line, moment, verdict.credit))
    elif piece.kind == "photo":
        draft.blocks.append(Caption("", piece.line, photo=piece.photo))
    elif piece.kind == "list":
        draft.blocks.append(BulletList(piece.items, piece.ordered, piece.line))
    else:
        draft.blocks.append(Table(piece.rows, piece.has_header, piece.line))


def _add_text(draft: _Draft, piece: Piece) -> None:
    verdict = captions.judge(piece.text)
    if verdict.kind == "caption":
        draft.blocks.append(Caption(verdict.text, piece.line, verdict.moment, verdict.credit))
    elif verdict.kind == "heading" or (verdict.kind == "candidate" and piece.strong):
        draft.blocks.append(Heading(piece.text, piece.line))
    else:
        if verdict.kind == "candidate" and not _may_be_byline(draft, piece):
            draft.candidates.append(CaptionCandidate(piece.text, piece.line, len(draft.blocks)))
        draft.blocks.append(Paragraph(piece.text, piece.line, piece.html))


def _may_be_byline(draft: _Draft, piece: Piece) -> bool:
    """Whether the line is asked about as a byline already: two yeses would contradict each other."""
    return bool(draft.byline_candidates) and piece is draft.pieces[-1]


# -- the facts ---------------------------------------------------------------------------------


def _finish(draft: _Draft, kept_words: list[str]) -> ParsedArticle:
    passages = _passages(draft)
    published = draft.published_at
    found = read_event(
        passages[:_PASSAGES_WITH_EVENT], published.astimezone(VIETNAM).date() if published else None
    )
    for line, words in found.impossible_days:
        draft.warn(line, f"ngày {words} không có trong lịch, nên không ghi ngày diễn ra")
    given = draft.given
    _fit_fields(draft)
    identity = _digest(kept_words)
    return ParsedArticle(
        title=draft.title,
        lead=draft.lead.text,
        blocks=tuple(draft.blocks),
        external_id=given.external_id or f"sha256-{identity[:20]}",
        source_digest=given.digest or _digest([identity, str(draft.views), str(published)]),
        line=given.line,
        views=draft.views,
        published_at=published,
        byline=tuple(draft.byline),
        source_name=draft.source_name,
        canonical_url=draft.url,
        section=given.section,
        photos=given.photos,
        event=found.sure,
        possible_event=found.possible,
        participants=read_participants(passages),
        grants=read_grants(passages),
        cluster_years=read_cluster_years(passages),
        caption_candidates=tuple(draft.candidates),
        byline_candidates=draft.byline_candidates,
        dropped=tuple(draft.dropped),
        warnings=tuple(draft.warnings),
    )


def _fit_fields(draft: _Draft) -> None:
    """Fields no longer than the database takes; a warning keeps what is cut."""
    draft.byline = [
        replace(
            one,
            name=_fitting(draft, "tên tác giả", one.name, LONGEST_NAME),
            unit=_fitting(draft, "đơn vị của tác giả", one.unit, LONGEST_UNIT),
        )
        for one in draft.byline
    ]
    draft.source_name = _fitting(draft, "tên nguồn", draft.source_name, LONGEST_SOURCE)
    if len(draft.url) > LONGEST_URL:
        draft.warn(0, f"địa chỉ cũ dài quá {LONGEST_URL} ký tự, nên bỏ qua: {draft.url}")
        draft.url = ""
    if draft.views is not None and draft.views > LARGEST_COUNT:
        draft.warn(0, f"{draft.views} không phải số lượt xem có thật, nên bỏ qua")
        draft.views = None


def _fitting(draft: _Draft, what: str, words: str, longest: int) -> str:
    if len(words) <= longest:
        return words
    draft.warn(0, f"{what} dài quá {longest} ký tự, đã rút ngắn: {words}")
    return _shortened(words, longest)


def _passages(draft: _Draft) -> list[Passage]:
    """The running text, in order: captions and headings repeat what it tells."""
    passages = [draft.lead] if draft.lead.text else []
    for block in draft.blocks:
        if isinstance(block, Paragraph):
            passages.append(Passage(block.line, block.text))
        elif isinstance(block, BulletList):
            passages += [Passage(item.line, item.text) for item in block.items]
    return passages


def _digest(words: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(words).encode()).hexdigest()
