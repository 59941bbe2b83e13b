"""Pages, and their cards in lists, as finished HTML beside their publications, for as long as nothing they show was touched.

What an editor waits for is only that the old HTML is forgotten, in the transaction of the change. The
worker makes it anew (`news.finished_pages`); whoever asks before is shown a page made of its rows.
"""

import datetime
import json
import uuid
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from news.pageviews.models import ViewTotal
from news.syndication.models import Edition, Publication, PublicationHtml
from news.syndication.models.publications import Kind

from .pages import chunks

TO_BE_MADE = PublicationHtml.TO_BE_MADE
FORGOTTEN: dict[str, Any] = {
    "made_with": TO_BE_MADE,
    "head": "",
    "main": "",
    "card": "",
    "large_card": "",
}


@dataclass(frozen=True)
class Html:
    """What stands in the head of an article's page, and its main part; what both depend on beside."""

    head: str
    main: str
    chosen: list[int]  # articles that an editor chose to stand below it
    is_translated: bool
    # In lists, and read by themselves.
    card: str = ""
    large_card: str = ""


@dataclass(frozen=True)
class PageTold:
    """What the public is told of a page at this moment."""

    page: int
    locale: str
    views: int
    made_with: str  # as in PublicationHtml
    html: Html
    _content: bytes | memoryview

    def content(self) -> dict[str, Any]:
        """The object of the contract; its own count of views is 0."""
        content: dict[str, Any] = json.loads(bytes(self._content))
        return content


def page_told(page: int) -> PageTold | None:
    """None: nothing is told. One query."""
    told = Publication.objects.told(timezone.now()).filter(page=page)
    totals = ViewTotal.objects.filter(article=OuterRef("key")).values("total")
    html = ("html__head", "html__main", "html__chosen", "html__is_translated")
    row = (
        told.annotate(views=Subquery(totals[:1]))
        .values_list("locale", "views", "html__made_with", "content__json", *html)
        .first()
    )
    if row is None:
        return None
    locale, views, made_with, content, *kept, is_translated = row
    html_kept = html_of_row(*kept, is_translated=is_translated)
    return PageTold(page, locale, views or 0, made_with or TO_BE_MADE, html_kept, content)


def cards_kept(
    rows: Collection[int], large: Collection[int], locale: str, made_with: str
) -> dict[int, str]:
    """Of these pages, those whose card stands ready in that language. One query."""
    html = PublicationHtml.objects.filter(made_with=made_with, publication__locale=locale)
    kept = html.filter(publication__page__in=[*rows, *large])
    cards = kept.values_list("publication__page", "card", "large_card")
    found = {page: large_card if page in large else card for page, card, large_card in cards}
    return {page: card for page, card in found.items() if card}


def html_of_row(head: str | None, main: str | None, chosen: Any, *, is_translated: Any) -> Html:
    """Of a row as the database gives it; of one that is not there, nothing."""
    pks = json.loads(chosen) if isinstance(chosen, str) else chosen
    return Html(head or "", main or "", pks or [], bool(is_translated))


def forget_html(publications: Iterable[Publication]) -> None:
    """Something that these show was touched, whether or not it makes a difference."""
    for chunk in chunks(publications):
        of_these = PublicationHtml.objects.filter(publication__in=chunk)
        of_these.update(touch=uuid.uuid4(), **FORGOTTEN)


def have_html_made(appeared: Iterable[Publication]) -> None:
    """Of articles; other pages show what changes by the day."""
    PublicationHtml.objects.bulk_create(
        [PublicationHtml(publication=row) for row in appeared if row.kind == Kind.ARTICLE],
        ignore_conflicts=True,
    )


def forget_outdated(key: str, locale: str, before: datetime.datetime, most: int) -> None:
    """What was made with something else than `key` names, or so long ago."""
    rows = PublicationHtml.objects.filter(publication__locale=locale).exclude(made_with=TO_BE_MADE)
    outdated = rows.filter(~Q(made_with=key) | Q(made_at__lt=before))
    pks = list(outdated.values_list("pk", flat=True)[:most])
    with transaction.atomic():
        Edition.locked()  # first, as everybody does: two that wait for each other never end
        PublicationHtml.objects.filter(pk__in=pks).update(touch=uuid.uuid4(), **FORGOTTEN)


def keep_html(publication: int, touch: uuid.UUID, made_with: str, html: Html) -> None:
    """Unless something it shows was touched since `touch` was read."""
    untouched = PublicationHtml.objects.filter(pk=publication, touch=touch)
    untouched.update(made_with=made_with, made_at=timezone.now(), **asdict(html))
