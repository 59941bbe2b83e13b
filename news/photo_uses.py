"""Captions as data: which photo stands where in a published article, and what it says there."""

from collections import defaultdict
from operator import attrgetter
from typing import Any

from django.db import transaction

from news.models.articles import ArticlePage
from news.models.photos import Photo, PhotoUse
from news.photo_blocks import photo_words
from search.outbox import remember_all

Words = tuple[Any, ...]  # which photo stands where, and what it says there
WORDS = ("photo_id", "position", "caption", "alt", "credit", "moment")


def build_photo_uses(article: ArticlePage) -> list[PhotoUse]:
    """The rows an article's photos make, not saved yet."""
    return [
        PhotoUse(
            article=article,
            photo=words.pop("image"),
            position=position,
            **words,
        )
        for position, words in enumerate(map(photo_words, article.photos))
    ]


def record_photo_uses(article: ArticlePage) -> None:
    """Replace the article's rows with what it shows now, if that differs: it seldom does.

    The photos are found by the article's own words too, so they are indexed again with it.
    """
    uses = build_photo_uses(article)
    grants = [_grants_at(photo) for photo in article.photos]
    words, stored = map(attrgetter(*WORDS), uses), _stored(article)
    concerned = {use.photo_id for use in uses} | {photo for photo, *_words in stored}
    remember_all(Photo, concerned - {None})
    if stored == dict(zip(words, grants, strict=True)):
        return
    with transaction.atomic():
        PhotoUse.objects.filter(article=article).delete()
        for use, shown in zip(PhotoUse.objects.bulk_create(uses), grants, strict=True):
            if shown:
                use.grants.set(shown)


def _stored(article: ArticlePage) -> dict[Words, set[int]]:
    """With the grants seen at each, in one question: an editor waits for the answer."""
    stored: dict[Words, set[int]] = defaultdict(set)
    rows = PhotoUse.objects.filter(article=article).values_list(*WORDS, "grants")
    for *words, grant in rows:
        stored[tuple(words)] |= {grant} - {None}
    return stored


def _grants_at(photo: Any) -> set[int]:
    return {grant.pk for grant in photo.get("grants") or [] if grant}
