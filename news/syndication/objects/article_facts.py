"""Everything a batch of articles shows, fetched in a fixed number of queries."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from wagtail.models import Page

from news.awards.models import AwardGrant
from news.models import ArticlePage, SectionPage
from news.models.articles import (
    ArticleByline,
    ArticleCorrection,
    ArticleOrganisation,
    ArticleParticipant,
    ArticleTag,
)
from news.syndication.statements import answers, objects

from .body_facts import BodyFacts, gather_bodies
from .publicity import Publicity

Rows = Mapping[int, list[Any]]  # by the article's pk

ROWS = (ArticleByline, ArticleParticipant, ArticleOrganisation, ArticleCorrection, ArticleTag)
LINKS = ("provinces", "topics", "other_sections")


class Author(NamedTuple):
    name: str
    unit: str
    role: str


class NamedTag(NamedTuple):
    pk: int
    name: str


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
    translations: Mapping[uuid.UUID, list[Page]]  # of texts that have more than one language


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
        byline=beside.byline(),
        participants=beside.rows(ArticleParticipant, person=["uuid"]),
        organisations=beside.rows(ArticleOrganisation, organisation=["uuid", "name"]),
        corrections=beside.rows(ArticleCorrection),
        tags=beside.tags(),
        provinces=beside.linked("provinces", "key", "name"),
        topics=beside.linked("topics", "slug", "name"),
        other_sections=other_sections,
        sections=_sections(articles, other_sections, public),
        grants=_grants(keys) if AwardGrant in beside.filled else {},
        translations=public.translations(keys) if Page in beside.filled else {},
    )


def of_draft(article: ArticlePage, public: Publicity) -> ArticleFacts:
    """Of an article as it stands in memory, whether its rows were saved or not."""

    def rows(name: str) -> Rows:
        return {article.pk: list(getattr(article, name).all())}

    def in_order(name: str) -> Rows:
        return {article.pk: sorted(rows(name)[article.pk], key=lambda row: row.sort_order or 0)}

    keys, other_sections = [article.translation_key], rows("other_sections")
    return ArticleFacts(
        bodies=gather_bodies([article], public),
        byline=in_order("byline"),
        participants=in_order("participants"),
        organisations=in_order("organisation_rows"),
        corrections=in_order("corrections"),
        tags={article.pk: sorted(article.tags.all(), key=lambda tag: tag.name)},
        provinces=rows("provinces"),
        topics=rows("topics"),
        other_sections=other_sections,
        sections=_sections([article], other_sections, public),
        grants=_grants(keys),
        translations=public.translations(keys),
    )


class _Beside:
    """The rows that hang on articles. Tables that have none of these are not asked for them: of most
    articles that is most tables, and an empty answer takes as long as any."""

    def __init__(self, pks: list[int]) -> None:
        self._pks = pks
        self.filled = _filled(pks)

    def rows(self, model: Any, **related: list[str]) -> Rows:
        """Inline rows in their order; `related` names what comes with them, and its fields."""
        if model not in self.filled:
            return {}
        rows = model.objects.filter(article__in=self._pks).order_by("sort_order", "pk")
        if related:
            others = [f"{name}__{field}" for name, fields in related.items() for field in fields]
            own = [field.name for field in model._meta.concrete_fields]
            rows = rows.select_related(*related).only(*own, *others)
        return _by_article((row.article_id, row) for row in rows)

    def byline(self) -> Rows:
        if ArticleByline not in self.filled:
            return {}
        return _by_article(
            (article, Author(*words)) for article, *words in answers(_BYLINE, self._pks)
        )

    def tags(self) -> Rows:
        if ArticleTag not in self.filled:
            return {}
        return _by_article((article, NamedTag(*tag)) for article, *tag in answers(_TAGS, self._pks))

    def linked(self, field: str, *shown: str) -> Rows:
        """The other ends of a many-to-many field, in the order in which they were added."""
        if _through(field) not in self.filled:
            return {}
        relation: Any = ArticlePage._meta.get_field(field)
        target = relation.m2m_reverse_field_name()
        rows = _through(field).objects.filter(articlepage__in=self._pks).order_by("pk")
        rows = rows.select_related(target).only(
            "articlepage", target, *(f"{target}__{name}" for name in shown)
        )
        return _by_article((row.articlepage_id, getattr(row, target)) for row in rows)


def _filled(pks: list[int]) -> set[Any]:
    """Those among the tables that have rows of these articles; one statement for all.

    AwardGrant stands for grants in any language of the texts, Page for other languages of them.
    """
    rows = {model: _rows_beside(model) for model in (*ROWS, *map(_through, LINKS))}
    rows |= {AwardGrant: _GRANTS, Page: _TRANSLATIONS}
    models = list(rows)
    questions = (
        f"SELECT {number} WHERE EXISTS (SELECT 1 FROM {rows[model]} IN {{keys}})"  # noqa: S608 - ours
        for number, model in enumerate(models)
    )
    return {models[number] for (number,) in answers(" UNION ALL ".join(questions), pks)}


_BYLINE = """
    SELECT article_id, name, unit, role FROM news_articlebyline
    WHERE article_id IN {keys} ORDER BY sort_order, id
"""
_TAGS = """
    SELECT content_object_id, tag_id, name FROM news_articletag
    JOIN taggit_tag ON taggit_tag.id = tag_id
    WHERE content_object_id IN {keys} ORDER BY name
"""
_TEXT = "wagtailcore_page article JOIN wagtailcore_page each_language USING (translation_key)"
_TRANSLATIONS = f"{_TEXT} WHERE each_language.id <> article.id AND article.id"
_GRANTS = f"{_TEXT} JOIN awards_grantarticle ON article_id = each_language.id WHERE article.id"


def _rows_beside(model: Any) -> str:
    return f"{model._meta.db_table} WHERE {_link_to_article(model).column}"


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
    return {
        section.path: section
        for section in objects(SectionPage, _SECTIONS, paths)
        if public.includes(section.live, section.expire_at, section.path)
    }


_SECTIONS = """
    SELECT page_ptr_id, id, path, slug, title, translation_key, live, expire_at
    FROM news_sectionpage JOIN wagtailcore_page ON id = page_ptr_id WHERE path IN {keys}
"""


def _grants(keys: list[uuid.UUID]) -> dict[uuid.UUID, list[AwardGrant]]:
    """The public grants of each text, whichever of its translations they were linked to."""
    found = defaultdict(list)
    for grant in AwardGrant.objects.public().told_in(keys).for_display():
        found[grant.text].append(grant)
    return found
