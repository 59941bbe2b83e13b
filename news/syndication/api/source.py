"""Where the API's answers come from: the live pages, read and shaped at every request."""

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page

from news.models import ArticlePage, SectionPage
from news.models.articles import ArticleQuerySet
from news.models.base import PublicPageQuerySet
from news.syndication.objects.contract import ArticleObject
from news.syndication.objects.facts import gather
from news.syndication.objects.shapes import article_object
from search.addresses import address_of

from .cursors import Cursor


@dataclass(frozen=True)
class ArticleSlice:
    items: list[ArticleObject]
    end: Cursor | None  # where to go on; None when nothing is left


@dataclass(frozen=True)
class Removal:
    """An article that was public once and was taken down with a reason."""

    reason: str
    note: str
    replaced_by: str | None


class NoSuchSection(Exception):
    pass


def default_language() -> str:
    return get_supported_content_language_variant(settings.LANGUAGE_CODE)


def newest_articles(
    language: str, limit: int, section: str | None = None, after: Cursor | None = None
) -> ArticleSlice:
    """Public articles, newest first, in a number of queries that does not depend on how many."""
    articles = _shown(language).filter(published_at__isnull=False)
    if section is not None:
        articles = articles.in_section(_section(section, language))
    if after:
        same_time = Q(published_at=after.published_at, pk__lt=after.number)
        articles = articles.filter(Q(published_at__lt=after.published_at) | same_time)
    pages = list(articles.newest_first()[: limit + 1])
    shown = pages[:limit]
    more = len(pages) > limit
    return ArticleSlice(
        items=_objects(shown), end=Cursor(shown[-1].published_at, shown[-1].pk) if more else None
    )


def find_article(key: uuid.UUID, language: str) -> ArticleObject | Removal | None:
    """The public article in that language; else in the default one, saying so; else its fate."""
    article = _one(key, language)
    if article:
        return article
    in_default = _one(key, default_language())
    if in_default:
        return {**in_default, "locale_fallback": True}
    return _removal(key)


def _shown(language: str) -> ArticleQuerySet:
    articles = ArticlePage.objects.publicly_visible().filter(locale__language_code=language)
    return articles.select_related("locale", "event_province", "alias_of")


def _one(key: uuid.UUID, language: str) -> ArticleObject | None:
    return next(iter(_objects(list(_shown(language).filter(translation_key=key)))), None)


def _objects(articles: list[ArticlePage]) -> list[ArticleObject]:
    if not articles:
        return []
    facts = gather(articles)
    return [article_object(article, facts) for article in articles]


def _section(slug: str, language: str) -> SectionPage:
    sections = SectionPage.objects.publicly_visible()
    section = sections.filter(slug=slug, locale__language_code=language).first()
    if section is None:
        raise NoSuchSection
    return section


def _removal(key: uuid.UUID) -> Removal | None:
    """Only what was public once: a draft's reason would tell that there is a draft."""
    removed = ArticlePage.objects.not_live().public()
    removed = removed.filter(translation_key=key, first_published_at__isnull=False)
    page = removed.exclude(removal_reason="").order_by("-last_published_at").first()
    return page and Removal(page.removal_reason, page.removal_note, _replacement(page))


def _replacement(page: ArticlePage) -> str | None:
    replacements = PublicPageQuerySet(Page).publicly_visible()
    replacement = replacements.filter(pk=page.replaced_by_id).first()
    return address_of(replacement) if replacement else None
