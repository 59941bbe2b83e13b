"""What the page of an article shows.

What the public sees of an article stands ready as HTML beside its publication. Where it does not yet,
it is made here: of what the publication tells, and of rows. A draft has no publication, nor has what
only some may see: of them everything is read from their rows.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q, prefetch_related_objects
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from news.made_with import made_with
from news.models import ArticlePage, Topic
from news.models.articles import ArticleByline, ArticleCorrection
from news.pageviews.models import views_of
from news.photo_blocks import photo_words
from news.syndication.publications.html import Html, PageTold, page_told
from search.remembering import remembered
from search.templatetags.search_tags import number

RELATED = 4
MOST_CHOSEN = 6  # as the form has it
# Where the number of views belongs; no text of an article can be this, for texts are escaped.
VIEWS = mark_safe("<!--lượt xem-->")

Told = Mapping[str, Any]


def is_ready(told: PageTold) -> bool:
    """Whether its HTML may be shown here, by this release, in the reader's language."""
    return get_language() == told.locale and told.made_with == made_with(told.locale)


def shown_of(
    article: ArticlePage, request: HttpRequest | None, *, is_public: bool
) -> dict[str, Any]:
    """For the template: `head`, and `main` with the number of views in its place."""
    told = (article.told or page_told(page=article.pk)) if is_public else None
    html = told.html if told and is_ready(told) else html_of(article, told, request)
    views = told.views if told else views_of(article.translation_key)
    return {
        "head": mark_safe(html.head),  # noqa: S308 - made by our templates
        "main": mark_safe(html.main.replace(VIEWS, number(views), 1)),  # noqa: S308
        "is_translated": html.is_translated,
        "section": article.section,
        "related_articles": related_articles(article, html.chosen),
    }


def html_of(article: ArticlePage, told: PageTold | None, request: HttpRequest | None) -> Html:
    """Made now, of what is told and of rows."""
    content = told.content() if told else None
    shown = {"page": article, "request": request, **_facts_of(article, content)}
    return Html(
        head=render_to_string("news/includes/article_in_head.html", shown),
        main=render_to_string("news/includes/article.html", shown),
        chosen=[row.page_id for row in article.related.all()]
        if article.may_have("related")
        else [],
        is_translated=content is None or bool(content["translations"]),
    )


def _facts_of(article: ArticlePage, told: Told | None) -> dict[str, Any]:
    """`told` is the object of the contract, or None."""
    photos = [photo_words(photo) for photo in article.photos]
    _fetch_sizes(photo["image"] for photo in photos)
    participants = article.participants.select_related("person")
    organisations = article.organisation_rows.select_related("organisation")
    return {
        **(_as_told(told) if told else _of_rows(article)),
        "told": told,
        "views": VIEWS,
        "section": article.section,
        "photos": photos,
        "participant_rows": participants if _has(told, "people") else [],
        "organisation_rows": organisations if _has(told, "organisations") else [],
        "grants": list(article.confirmed_grants) if article.pk and _has(told, "awards") else [],
        "clusters": article.clusters.all() if article.may_have("clusters") else [],
    }


def _has(told: Told | None, name: str) -> bool:
    return told is None or bool(told[name])


def _as_told(told: Told) -> dict[str, Any]:
    return {
        "byline_rows": [ArticleByline(**row) for row in told["byline"]],
        "corrections": [
            ArticleCorrection(**{**row, "on": datetime.date.fromisoformat(row["on"])})
            for row in told["corrections"]
        ],
        "topics": [Topic(**row) for row in told["topics"]],
    }


def _of_rows(article: ArticlePage) -> dict[str, Any]:
    return {
        "byline_rows": article.byline.all(),
        "corrections": article.corrections.all(),
        "topics": article.topics.all(),
    }


def related_articles(article: ArticlePage, chosen: Sequence[int]) -> list[ArticlePage]:
    """Those an editor chose; filled up with the newest of the same section."""
    if not article.pk:
        return []
    first = _public(chosen, article.locale_id) if chosen else []
    known = {article.pk, *(each.pk for each in first)}
    newest = [each for each in _newest_beside(article) if each.pk not in known]
    return [*first, *newest][:RELATED]


def _public(pks: Sequence[int], locale: int) -> list[ArticlePage]:
    """For cards, in the order given; each in the language, where it was translated."""
    chosen = ArticlePage.objects.filter(pk__in=pks)
    public = ArticlePage.objects.publicly_visible().for_cards()
    wanted = Q(translation_key__in=chosen.values("translation_key"), locale=locale)
    found = {page.pk: page for page in public.filter(wanted | Q(pk__in=pks))}
    own = {page.translation_key: page for page in found.values() if page.locale_id == locale}
    shown = (own.get(found[pk].translation_key, found[pk]) for pk in pks if pk in found)
    return list(dict.fromkeys(shown))  # of a text and its translation both may be chosen


def _newest_beside(article: ArticlePage) -> list[ArticlePage]:
    """Of its section, so many that enough are left without itself and those chosen."""

    def ask() -> list[ArticlePage]:
        beside = ArticlePage.objects.publicly_visible().for_cards().sibling_of(article)
        return list(beside[: RELATED + MOST_CHOSEN + 1])

    if article.depth <= 1:
        return []
    return remembered(f"newest below {article.path[: -article.steplen]}", ask)


def _fetch_sizes(photos: Iterable[Any]) -> None:
    """Of all at once."""
    prefetch_related_objects([photo for photo in photos if photo], "renditions")
