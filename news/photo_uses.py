"""Captions as data: which photo stands where in a published article, and what it says there."""

from collections import defaultdict
from typing import Any

from django.db import transaction

from news.blocks import photo_words
from news.models.articles import ArticlePage
from news.models.photos import PhotoUse

Words = tuple[Any, ...]  # a photo's place, and what it says there


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
    """Replace the article's rows with what it shows now, if that differs: it seldom does."""
    uses = build_photo_uses(article)
    grants = [_grants_at(photo) for photo in article.photos]
    if _stored(article) == [(_words(use), at) for use, at in zip(uses, grants, strict=True)]:
        return
    with transaction.atomic():
        PhotoUse.objects.filter(article=article).delete()
        for use, shown in zip(PhotoUse.objects.bulk_create(uses), grants, strict=True):
            if shown:
                use.grants.set(shown)


def _stored(article: ArticlePage) -> list[tuple[Words, set[int]]]:
    linked = defaultdict(set)
    links = PhotoUse.grants.through.objects.filter(photouse__article=article)
    for use, grant in links.values_list("photouse", "awardgrant"):
        linked[use].add(grant)
    return [(_words(use), linked[use.pk]) for use in PhotoUse.objects.filter(article=article)]


def _grants_at(photo: Any) -> set[int]:
    return {grant.pk for grant in photo.get("grants") or [] if grant}


def _words(use: PhotoUse) -> Words:
    return (use.photo_id, use.position, use.caption, use.alt, use.credit, use.moment)
