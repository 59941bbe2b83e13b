"""Texts that portals offer, into drafts that editors judge like any other.

Repeat-safe by the portal's own id: the same text again changes nothing, a changed one becomes a new
revision while nobody here has touched the draft. Nothing is published, nothing is fetched.
"""

import hashlib
import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any, Literal
from urllib.parse import urljoin

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page, WorkflowState

from news.importing.bulk import NewArticle, create_articles
from news.importing.drafts import Drafter
from news.importing.errors import UnreadableFile
from news.importing.jsonl import BadRow, read_row
from news.importing.parsed import Block, Caption, Paragraph, ParsedArticle, ParsedPhoto
from news.importing.photos import PhotoShelf
from news.importing.store import sections_for_imports
from news.models import ArticlePage, NewsIndexPage, SectionPage
from news.syndication.models import OfferedArticle, Portal
from news.syndication.publications import changes
from search.addresses import is_web_address

logger = logging.getLogger(__name__)

REVISED = (
    "title", "lead", "body", "published_at", "source_name", "source_url", "event_date",
    "event_end_date", "event_part_of_day", "event_province", "event_place",
)  # fmt: skip


State = Literal["draft", "in_review", "needs_changes", "published", "withdrawn", "deleted"]


class NoSuchSection(Exception):
    pass


class NowhereToPut(Exception):
    """The site has no news page yet."""


class Unreadable(Exception):
    """The text gives no article; says why, in Vietnamese."""


class NothingToRead(Unreadable):
    """Of what was sent nothing is left that anybody could read."""


class NotTaken(Exception):
    """A text that came in before, with other words, and is in our editors' hands by now."""

    def __init__(self, offer: OfferedArticle) -> None:
        super().__init__(offer)
        self.offer = offer


@dataclass(frozen=True)
class Offer:
    """What a portal sends, checked for its types. `photos` and the body name pictures by address."""

    external_id: str
    title: str
    body: str
    lead: str = ""
    published_at: str = ""
    section: str = ""
    byline: str = ""
    source_name: str = ""
    source_url: str = ""
    photos: Sequence[Mapping[str, str]] = ()  # url, caption


@dataclass(frozen=True)
class Taken:
    offer: OfferedArticle
    is_new: bool = False
    is_changed: bool = False
    warnings: tuple[str, ...] = ()
    """What of the text could not be taken over; told once, when it is read."""


def take(portal: Portal, offer: Offer) -> Taken:
    """The draft the text became, now or before. Raises one of the four above."""
    taken = _store(portal, offer)
    if taken.is_changed or not _was_submitted(taken.offer):
        _submit(taken.offer)
    return taken


def _store(portal: Portal, offer: Offer) -> Taken:
    content = {name: value for name, value in vars(offer).items() if value}
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    known = portal.offers.filter(external_id=offer.external_id).first()
    if known and known.digest == digest:
        return Taken(known)
    text = _read(offer)  # before others have to wait for us: it may take a while
    with changes():
        # One text of a portal at a time: the same one may come twice at once.
        Portal.objects.select_for_update().get(pk=portal.pk)
        known = portal.offers.filter(external_id=offer.external_id).first()
        if known and known.digest == digest:
            return Taken(known)
        if known and not _is_untouched(known):
            raise NotTaken(known)
        draft = Drafter(PhotoShelf(), None).article(text)
        draft.page.source_name = offer.source_name or portal.name
        draft.page.source_url = offer.source_url
        if known:
            revision = _revise(known, draft, _parent_of(offer, portal) if offer.section else None)
        else:
            known = OfferedArticle(portal=portal, external_id=offer.external_id)
            revision = _create(known, draft, _parent_of(offer, portal))
        known.revision, known.digest, known.content = revision, digest, content
        is_new = known.pk is None
        known.changed_at = known.received_at if is_new else timezone.now()
        known.save()
    return Taken(known, is_new, is_changed=True, warnings=text.warnings)


def state_of(page: Page | None) -> State:
    """What became of a text. A draft that no workflow asks about is as much a draft as any."""
    if page is None:
        return "deleted"
    if page.live:
        return "published"
    if page.first_published_at:
        return "withdrawn"
    workflow = page.current_workflow_state
    if workflow is None:
        return "draft"
    waits = workflow.status == WorkflowState.STATUS_IN_PROGRESS
    return "in_review" if waits else "needs_changes"


def _is_untouched(offer: OfferedArticle) -> bool:
    """Never published and never saved here; it may be under review, or sent back to be mended.

    Held until the transaction ends, so that nobody saves it in between.
    """
    page = Page.objects.select_for_update().filter(pk=offer.article_id).first()
    return (
        page is not None
        and page.first_published_at is None
        and page.latest_revision_id == offer.revision
    )


# --- Reading ---------------------------------------------------------------------------------------


def _read(offer: Offer) -> ParsedArticle:
    """By the importer, which cleans it as it cleans what editors import."""
    row = {
        "id": offer.external_id,
        "title": offer.title,
        "body": offer.body,
        "lead": offer.lead,
        "published_at": offer.published_at,
        "byline": offer.byline,
    }
    try:
        text = read_row(row, 1, "bài gửi đến")
    except UnreadableFile as problem:
        raise Unreadable(problem.message) from None
    except BadRow as problem:
        raise Unreadable(str(problem)) from None
    if not text.blocks:
        raise NothingToRead
    warnings: list[str] = []
    blocks = [
        *_with_links(text.blocks, offer.source_url, warnings),
        *(_link(photo["url"], photo.get("caption", "")) for photo in offer.photos),
    ]
    return replace(text, blocks=tuple(blocks), warnings=(*text.warnings, *warnings))


def _with_links(blocks: Sequence[Block], base: str, warnings: list[str]) -> Iterator[Block]:
    """Pictures as links to where they are; of others only the caption is left."""
    for block in blocks:
        if not isinstance(block, Caption) or block.photo is None:
            yield block
            continue
        address = _address_of(block.photo, base)
        if address:
            yield _link(address, " – ".join(filter(None, (block.text, block.credit))), block.line)
            continue
        warnings.append("một ảnh trong bài không có địa chỉ https:// đầy đủ, nên không giữ được")
        if block.text:
            yield replace(block, photo=None)


def _address_of(photo: ParsedPhoto, base: str) -> str:
    """Where the picture is; "" when that is nowhere on the web."""
    if photo.content:
        return ""
    try:
        address = urljoin(base, photo.file)
    except ValueError:  # http://[
        return ""
    return address if is_web_address(address) else ""


def _link(address: str, words: str, line: int = 0) -> Paragraph:
    shown = f"Ảnh: {words or address}"
    html = f'<a href="{escape(address)}">{escape(shown, quote=False)}</a>'
    return Paragraph(shown, line, html)


def _parent_of(offer: Offer, portal: Portal) -> Page:
    if offer.section:
        section = sections_for_imports().filter(slug=offer.section).first()
        if section is None:
            raise NoSuchSection
        return section
    chosen: SectionPage | None = portal.offers_go_to
    index = chosen or NewsIndexPage.objects.filter(locale=Locale.get_default()).first()
    if index is None:
        raise NowhereToPut
    return index


# --- Storing ---------------------------------------------------------------------------------------


def _create(offer: OfferedArticle, draft: NewArticle, parent: Page) -> int:
    create_articles(parent, [draft], publish=False, user=None)
    offer.article, offer.key = draft.page, draft.page.translation_key
    return int(draft.page.latest_revision_id)


def _revise(offer: OfferedArticle, draft: NewArticle, parent: Page | None) -> int:
    """The draft with the new words, in another section where one is named."""
    article = ArticlePage.objects.get(pk=offer.article_id)
    if parent and not article.is_child_of(parent):
        article.move(parent, pos="last-child")
        article.refresh_from_db()
    page = article.get_latest_revision_as_object()
    for name in REVISED:
        setattr(page, name, getattr(draft.page, name))
    for row in draft.participants:
        row.locale_id = page.locale_id
    page.byline, page.participants = draft.byline, draft.participants
    return int(page.save_revision(log_action=True, clean=False).pk)


def _was_submitted(offer: OfferedArticle) -> bool:
    """Or needs it no more: it was published, deleted, or is in an editor's hands."""
    page = offer.article
    if page is None or page.first_published_at or page.latest_revision_id != offer.revision:
        return True
    return WorkflowState.objects.for_instance(page).exists()


def _submit(offer: OfferedArticle) -> None:
    """To whoever reviews its section. After the draft is committed: that sends mail.

    A review that is under way begins anew: what is approved must be what was read. A workflow in
    which nobody has anything to do would publish at once; it is left alone.
    """
    page: Any = ArticlePage.objects.get(pk=offer.article_id)
    under_way, workflow = page.current_workflow_state, page.get_workflow()
    try:
        with transaction.atomic():
            if under_way and under_way.status == WorkflowState.STATUS_NEEDS_CHANGES:
                under_way.resume()
                return
            if under_way:
                under_way.cancel()
            if workflow and workflow.tasks.filter(active=True).exists():
                workflow.start(page, None)
    except Exception:
        logger.exception("Không đưa được bài %s vào quy trình duyệt", page.pk)
