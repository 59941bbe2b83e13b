"""The grants of one text, asked for and fetched beforehand as Django's related objects are."""

from operator import attrgetter
from typing import Any

from news.models import ArticlePage

from .grants import AwardGrant, AwardGrantQuerySet


class GrantsOfText:
    """The grants that an article tells of in any of its languages: a grant is one row for all of them.

    Like Django's manager of related objects it can be fetched beforehand, for many articles at once.
    """

    name = "grants_of_text"

    def __init__(self, article: ArticlePage) -> None:
        self._article = article

    def get_queryset(self) -> AwardGrantQuerySet:
        """Its condition is worked out when it is asked: one that was fetched beforehand never is."""
        told = AwardGrant.objects.distinct()
        # As Django's own managers of related objects do.
        told._defer_next_filter = True  # type: ignore[attr-defined]
        return told.filter(articles__translation_key=self._article.translation_key)

    def all(self) -> AwardGrantQuerySet:
        fetched = getattr(self._article, "_prefetched_objects_cache", {})
        return fetched[self.name] if self.name in fetched else self.get_queryset()

    def get_prefetch_querysets(self, articles: list[ArticlePage], querysets: Any = None) -> tuple:
        grants = querysets[0] if querysets else AwardGrant.objects.all()
        return (
            grants.told_in({article.translation_key for article in articles}),
            attrgetter("text"),
            attrgetter("translation_key"),
            False,
            self.name,
            False,
        )
