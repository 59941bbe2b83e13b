"""What the page of an article shows.

What the public is told of an article stands ready in its publication. Nothing of that is asked for
again, nor what the publication says there is none of. A draft has no publication, nor has what only
some may see: of them everything is read from their rows.
"""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import prefetch_related_objects

from news.models import ArticlePage, Topic
from news.models.articles import ArticleByline, ArticleCorrection
from news.pageviews.models import views_of
from news.photo_blocks import photo_words
from news.syndication.publications.reading import content_told_of
from search.remembering import remembered

RELATED = 4
MOST_CHOSEN = 6  # as the form has it

Told = Mapping[str, Any]


def shown_of(article: ArticlePage, *, is_public: bool) -> dict[str, Any]:
    """For the template; `told` is the object of the contract, or None."""
    told = content_told_of(article.pk) if is_public else None
    photos = [photo_words(photo) for photo in article.photos]
    related = related_articles(article)
    _fetch_sizes([*(photo["image"] for photo in photos), *(each.lead_photo for each in related)])
    participants = article.participants.select_related("person")
    organisations = article.organisation_rows.select_related("organisation")
    return {
        **(_as_told(told) if told else _of_rows(article)),
        "told": told,
        "section": article.section,
        "photos": photos,
        "participant_rows": participants if _has(told, "people") else [],
        "organisation_rows": organisations if _has(told, "organisations") else [],
        "grants": list(article.confirmed_grants) if article.pk and _has(told, "awards") else [],
        "clusters": article.clusters.all() if article.may_have("clusters") else [],
        "related_articles": related,
    }


def _has(told: Told | None, name: str) -> bool:
    return told is None or bool(told[name])


def _as_told(told: Told) -> dict[str, Any]:
    return {
        "views": told["views"],
        "byline_rows": [ArticleByline(**row) for row in told["byline"]],
        "corrections": [
            ArticleCorrection(**{**row, "on": datetime.date.fromisoformat(row["on"])})
            for row in told["corrections"]
        ],
        "topics": [Topic(**row) for row in told["topics"]],
    }


def _of_rows(article: ArticlePage) -> dict[str, Any]:
    return {
        "views": views_of(article.translation_key),
        "byline_rows": article.byline.all(),
        "corrections": article.corrections.all(),
        "topics": article.topics.all(),
    }


def related_articles(article: ArticlePage) -> list[ArticlePage]:
    """Those an editor chose; filled up with the newest of the same section."""
    if not article.pk:
        return []
    chosen = _chosen(article) if article.may_have("related") else []
    known = {article.pk, *(each.pk for each in chosen)}
    newest = [each for each in _newest_beside(article) if each.pk not in known]
    return [*chosen, *newest][:RELATED]


def _chosen(article: ArticlePage) -> list[ArticlePage]:
    pks = [row.page_id for row in article.related.all()]
    public = ArticlePage.objects.publicly_visible().for_cards().prefetch_related(None)
    found = {page.pk: page for page in public.filter(pk__in=pks)}
    return [found[pk] for pk in pks if pk in found]


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
