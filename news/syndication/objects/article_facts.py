"""Everything a batch of articles shows, fetched in a fixed number of queries."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import connection
from wagtail.models import Page

from news.awards.models import AwardGrant, GrantArticle
from news.models import ArticlePage, SectionPage
from news.models.articles import (
    ArticleByline,
    ArticleCorrection,
    ArticleOrganisation,
    ArticleParticipant,
    ArticleTag,
)

from .body_facts import BodyFacts, gather_bodies
from .publicity import Publicity

Rows = Mapping[int, list[Any]]  # by the article's pk

ROWS = (ArticleByline, ArticleParticipant, ArticleOrganisation, ArticleCorrection, ArticleTag)
LINKS = ("provinces", "topics", "other_sections")


@dataclass(frozen=True)
class ArticleFacts:
    bodies: BodyFacts
    byline: Rows
    participants: Rows
    organisations: Rows
    corrections: Rows
    tags: Rows
    provinces: Rows
    topics: Rows
    other_sections: Rows  # public or not
    sections: Mapping[str, SectionPage]  # public ones, by path
    grants: Mapping[uuid.UUID, list[AwardGrant]]  # by the article's translation key
    translations: Mapping[uuid.UUID, list[Page]]


def gather(articles: Sequence[ArticlePage], public: Publicity) -> ArticleFacts:
    """What the articles show, and what they would show if it were public.

    An editor waits for this. Most of its time goes into building queries, column by column: where
    a row comes with another one, only what is shown is asked for.
    """
    beside = _Beside([article.pk for article in articles])
    keys = [article.translation_key for article in articles]
    other_sections = beside.linked("other_sections", "path", "translation_key")
    return ArticleFacts(
        bodies=gather_bodies(articles, public),
        byline=beside.rows(ArticleByline),
        participants=beside.rows(ArticleParticipant, person=["uuid"]),
        organisations=beside.rows(ArticleOrganisation, organisation=["uuid", "name"]),
        corrections=beside.rows(ArticleCorrection),
        tags=beside.tags(),
        provinces=beside.linked("provinces", "key", "name"),
        topics=beside.linked("topics", "slug", "name"),
        other_sections=other_sections,
        sections=_sections(articles, other_sections, public),
        grants=_grants(keys),
        translations=public.translations(keys),
    )


class _Beside:
    """The rows that hang on articles. Tables that have none of these are not asked for them: of most
    articles that is most tables, and an empty answer takes as long as any."""

    def __init__(self, pks: list[int]) -> None:
        self._pks = pks
        self._filled = _filled(pks)

    def rows(self, model: Any, **related: list[str]) -> Rows:
        """Inline rows in their order; `related` names what comes with them, and its fields."""
        if model not in self._filled:
            return {}
        rows = model.objects.filter(article__in=self._pks).order_by("sort_order", "pk")
        if related:
            others = [f"{name}__{field}" for name, fields in related.items() for field in fields]
            own = [field.name for field in model._meta.concrete_fields]
            rows = rows.select_related(*related).only(*own, *others)
        return _by_article((row.article_id, row) for row in rows)

    def tags(self) -> Rows:
        if ArticleTag not in self._filled:
            return {}
        rows = ArticleTag.objects.filter(content_object__in=self._pks).select_related("tag")
        return _by_article((row.content_object_id, row.tag) for row in rows.order_by("tag__name"))

    def linked(self, field: str, *shown: str) -> Rows:
        """The other ends of a many-to-many field, in the order in which they were added."""
        if _through(field) not in self._filled:
            return {}
        relation: Any = ArticlePage._meta.get_field(field)
        target = relation.m2m_reverse_field_name()
        rows = _through(field).objects.filter(articlepage__in=self._pks).order_by("pk")
        rows = rows.select_related(target).only(
            "articlepage", target, *(f"{target}__{name}" for name in shown)
        )
        return _by_article((row.articlepage_id, getattr(row, target)) for row in rows)


def _filled(pks: list[int]) -> set[Any]:
    """Those among the tables that have rows of these articles; one statement for all."""
    models = [*ROWS, *map(_through, LINKS)]
    those = ", ".join(["%s"] * len(pks))
    questions = (
        f"SELECT {number} WHERE EXISTS (SELECT 1 FROM {model._meta.db_table}"  # noqa: S608 - ours
        f" WHERE {_link_to_article(model).column} IN ({those}))"
        for number, model in enumerate(models)
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(questions), pks * len(models))
        return {models[number] for (number,) in cursor.fetchall()}


def _through(field: str) -> Any:
    relation: Any = ArticlePage._meta.get_field(field)
    return relation.remote_field.through


def _link_to_article(model: Any) -> Any:
    return next(field for field in model._meta.fields if field.related_model is ArticlePage)


def _by_article(pairs: Iterable[tuple[int, Any]]) -> Rows:
    rows = defaultdict(list)
    for article, row in pairs:
        rows[article].append(row)
    return rows


def _sections(
    articles: Sequence[ArticlePage], other_sections: Rows, public: Publicity
) -> dict[str, SectionPage]:
    """The public ones among those the articles stand in and those they name."""
    paths = {article.path[: -ArticlePage.steplen] for article in articles}
    paths |= {section.path for section in chain.from_iterable(other_sections.values())}
    sections = public.pages(SectionPage.objects.filter(path__in=paths))
    sections = sections.only("path", "slug", "title", "translation_key")
    return {section.path: section for section in sections}


def _grants(keys: list[uuid.UUID]) -> dict[uuid.UUID, list[AwardGrant]]:
    """The public grants of each text, whichever of its translations they were linked to."""
    links = GrantArticle.objects.filter(article__translation_key__in=keys)
    pairs = list(links.values_list("grant", "article__translation_key"))
    if not pairs:
        return {}
    public = AwardGrant.objects.public().filter(pk__in={grant for grant, _key in pairs})
    keys_of = defaultdict(set)
    for grant, key in pairs:
        keys_of[grant].add(key)
    found = defaultdict(list)
    for grant in public.for_display():
        for key in keys_of[grant.pk]:
            found[key].append(grant)
    return found
