"""Captions as data: which photo stands where in a published article, and what it says there."""

from django.db import transaction

from news.blocks import photo_words
from news.models.articles import ArticlePage
from news.models.photos import PhotoUse


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


@transaction.atomic
def record_photo_uses(article: ArticlePage) -> None:
    """Replace the article's rows with what it shows now."""
    PhotoUse.objects.filter(article=article).delete()
    uses = PhotoUse.objects.bulk_create(build_photo_uses(article))
    for use, photo in zip(uses, article.photos, strict=True):
        use.grants.set([grant for grant in photo.get("grants") or [] if grant])
