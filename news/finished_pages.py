"""Pages of articles made as finished HTML in the background, where a change has left none.

It is written only where nothing was touched while it was made; else the next turn makes it again. So
an article is never kept waiting for its page, nor a page older than its article. Where photos are still
being made ready it waits for them: they touch the article when they are. Those whose file is lost or broken
never will be, and are not waited for.
"""

import datetime
import logging
import time
import uuid
from dataclasses import replace

from django.http import HttpRequest
from django.utils import timezone, translation
from wagtail.models import Locale, Site

from news.article_shown import html_of
from news.cards import LARGE, ROW, card_of
from news.made_with import made_with
from news.models import ArticlePage
from news.pictures import picture_of
from news.syndication.models import PublicationHtml
from news.syndication.objects.renditions import make_large_card_renditions
from news.syndication.publications.html import (
    Html,
    PageTold,
    forget_outdated,
    keep_html,
    page_told,
)
from search.templatetags.search_tags import public_file

logger = logging.getLogger(__name__)

LONGEST_RUN = 1.0  # seconds; the worker has other things to do
AT_ONCE = 20
# For what no hook sees, as a statement in `psql`.
OLDEST = datetime.timedelta(days=1)
MOST_OUTDATED = 500

Empty = tuple[int, uuid.UUID, int, str]  # publication, touch, page, locale


def finish_pages(longest: float = LONGEST_RUN) -> None:
    """Those that have none, for some moments."""
    started = time.monotonic()
    while waiting := _waiting():
        Site.clear_site_root_paths_cache()  # it is kept for an hour, whoever changes it
        for each in waiting:
            if time.monotonic() - started >= longest:
                return
            _finish(*each)


def forget_outdated_pages() -> None:
    """Some of those that another release has made, or that are old; they are made anew in turn."""
    before = timezone.now() - OLDEST
    Site.clear_site_root_paths_cache()
    for code in Locale.objects.values_list("language_code", flat=True):
        forget_outdated(made_with(code), code, before, MOST_OUTDATED)


def _waiting() -> list[Empty]:
    """The newest first: they are asked for most."""
    empty = PublicationHtml.objects.filter(made_with=PublicationHtml.TO_BE_MADE).order_by(
        "-publication"
    )
    return list(
        empty.values_list("publication", "touch", "publication__page", "publication__locale")[
            :AT_ONCE
        ]
    )


def _finish(publication: int, touch: uuid.UUID, page: int, locale: str) -> None:
    key = made_with(locale)  # first: what changes meanwhile makes it outdated
    html = None
    try:
        with translation.override(locale):
            html = _made(page)
    except Exception:
        logger.exception("Không dựng được trang %s", page)
    if html:
        keep_html(publication, touch, key, html)
    else:
        empty = Html("", "", [], is_translated=False)
        keep_html(publication, touch, PublicationHtml.GIVEN_UP, empty)


def _made(page: int) -> Html | None:
    articles = ArticlePage.objects.to_be_read().with_section()
    article, told = articles.filter(pk=page).first(), page_told(page=page)
    if not (article and told) or _waits_for_photos(article, told):
        return None
    return replace(
        html_of(article, told, _request_for(article)),
        card=card_of(article, ROW),
        large_card=_large_card(article) if _is_newest(article) else "",
    )


def _is_newest(article: ArticlePage) -> bool:
    """Of its section. Such stand at the head of lists; the newest of all on the front page."""
    beside = ArticlePage.objects.publicly_visible().sibling_of(article)
    return not beside.filter(published_at__gt=article.published_at).exists()


def _large_card(article: ArticlePage) -> str:
    """The sizes of its photo first: no reader waits for them."""
    if photo := public_file(article.lead_photo):
        make_large_card_renditions(photo)
    return card_of(article, LARGE)


def _waits_for_photos(article: ArticlePage, told: PageTold) -> bool:
    """Of a photo that is there no size is told before all are; of one that nobody can read, none ever."""
    shown = zip(article.photos, told.content()["photos"], strict=False)
    unready = [
        block["image"] for block, photo in shown if photo["width"] and not photo["renditions"]
    ]
    unreadable = [photo.pk for photo in unready if picture_of(photo) is None]
    if unreadable:
        words = "Trang %s dựng thiếu %d ảnh, vì tệp mất hoặc hỏng: %s"
        logger.warning(words, article.pk, len(unreadable), unreadable)
    return len(unreadable) < len(unready)


def _request_for(article: ArticlePage) -> HttpRequest:
    """Such as a reader's: where there are several sites, links within its own are short."""
    request = HttpRequest()
    request._wagtail_site = article.get_site()  # type: ignore[attr-defined] # as Site.find_for_request
    return request
