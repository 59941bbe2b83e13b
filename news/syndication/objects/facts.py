"""Everything a batch of articles shows, fetched in a fixed number of queries."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from news.awards.models import AwardGrant, GrantArticle
from news.models import ArticlePage, Photo, SectionPage
from news.models.articles import (
    ArticleByline,
    ArticleCorrection,
    ArticleOrganisation,
    ArticleParticipant,
    ArticleTag,
)
from news.models.base import PublicPageQuerySet
from news.pageviews.models import ViewTotal
from people.models import Person
from search.addresses import absolute, address_of

from .raw_body import RawBlock, list_items, raw_blocks, raw_photos, rich_texts, values_of
from .renditions import in_public_collections, public_photos
from .rich_text import LinkTargets, linked_pks

Rows = Mapping[int, list[Any]]  # by the article's pk


@dataclass(frozen=True)
class Facts:
    bodies: Mapping[int, list[RawBlock]]
    byline: Rows
    participants: Rows
    organisations: Rows
    corrections: Rows
    tags: Rows
    provinces: Rows
    topics: Rows
    other_sections: Rows
    main_sections: Mapping[str, SectionPage]  # by path
    photos: Mapping[int, Photo]
    documents: Mapping[int, AbstractDocument]
    speakers: Mapping[int, uuid.UUID]
    grants: Mapping[uuid.UUID, list[AwardGrant]]  # by the article's translation key
    grant_ids: Mapping[int, uuid.UUID]
    views: Mapping[uuid.UUID, int]
    translations: Mapping[uuid.UUID, list[ArticlePage]]
    links: LinkTargets


def gather(articles: list[ArticlePage]) -> Facts:
    """What the articles show. Public things only: whatever is not in here is not shown."""
    pks = [article.pk for article in articles]
    keys = [article.translation_key for article in articles]
    bodies = {article.pk: raw_blocks(article.body) for article in articles}
    blocks = list(chain.from_iterable(bodies.values()))
    documents = _documents(blocks)
    grants = _grants(keys)
    return Facts(
        bodies=bodies,
        byline=_rows(ArticleByline, pks),
        participants=_rows(ArticleParticipant, pks, "person"),
        organisations=_rows(ArticleOrganisation, pks, "organisation"),
        corrections=_rows(ArticleCorrection, pks),
        tags=_tags(pks),
        provinces=_linked("provinces", pks),
        topics=_linked("topics", pks),
        other_sections=_other_sections(pks),
        main_sections=_main_sections(articles),
        photos=_photos(articles, blocks),
        documents=documents,
        speakers=_speakers(blocks),
        grants=grants,
        grant_ids=_grant_ids(blocks),
        views=dict(ViewTotal.objects.filter(article__in=keys).values_list("article", "total")),
        translations=_translations(keys),
        links=LinkTargets(
            pages=_linked_pages(blocks),
            documents={pk: absolute(document.url) for pk, document in documents.items()},
        ),
    )


def _rows(model: Any, pks: list[int], *related: str) -> Rows:
    rows = model.objects.filter(article__in=pks).select_related(*related)
    return _by_article((row.article_id, row) for row in rows.order_by("sort_order", "pk"))


def _tags(pks: list[int]) -> Rows:
    rows = ArticleTag.objects.filter(content_object__in=pks).order_by("tag__name")
    return _by_article(rows.values_list("content_object", "tag__name"))


def _linked(field: str, pks: list[int]) -> Rows:
    """The other ends of a many-to-many field, in the order in which they were added."""
    relation: Any = ArticlePage._meta.get_field(field)
    target = relation.m2m_reverse_field_name()
    rows = relation.remote_field.through.objects.filter(articlepage__in=pks)
    rows = rows.select_related(target).order_by("pk")
    return _by_article((row.articlepage_id, getattr(row, target)) for row in rows)


def _by_article(pairs: Iterable[tuple[int, Any]]) -> Rows:
    rows = defaultdict(list)
    for article, row in pairs:
        rows[article].append(row)
    return rows


def _main_sections(articles: list[ArticlePage]) -> dict[str, SectionPage]:
    parents = [article.path[: -ArticlePage.steplen] for article in articles]
    sections = SectionPage.objects.publicly_visible().filter(path__in=parents)
    return {section.path: section for section in sections}


def _other_sections(pks: list[int]) -> Rows:
    named = _linked("other_sections", pks)
    every = {section.pk for sections in named.values() for section in sections}
    public = set(SectionPage.objects.publicly_visible().filter(pk__in=every))
    return {pk: [each for each in sections if each in public] for pk, sections in named.items()}


def _photos(articles: list[ArticlePage], blocks: list[RawBlock]) -> dict[int, Photo]:
    used = {photo.get("image") for photo in raw_photos(blocks)}
    leading = {article.lead_photo_id for article in articles}
    return public_photos(pk for pk in used | leading if pk)


def _documents(blocks: list[RawBlock]) -> dict[int, AbstractDocument]:
    attached = (block.get("document") for block in values_of(blocks, "document"))
    linked = chain.from_iterable(linked_pks(html, "document") for html in rich_texts(blocks))
    wanted = {pk for pk in chain(attached, linked) if pk}
    public = in_public_collections(get_document_model().objects.filter(pk__in=wanted))
    return {document.pk: document for document in public}


def _linked_pages(blocks: list[RawBlock]) -> dict[int, str]:
    linked = chain.from_iterable(linked_pks(html, "page") for html in rich_texts(blocks))
    pages = PublicPageQuerySet(Page).publicly_visible().filter(pk__in=set(linked))
    return {page.pk: address_of(page) for page in pages.select_related("locale")}


def _speakers(blocks: list[RawBlock]) -> dict[int, uuid.UUID]:
    named = {block.get("speaker_person") for block in values_of(blocks, "speech")}
    return dict(Person.objects.filter(pk__in=named - {None}).values_list("pk", "uuid"))


def _grants(keys: list[uuid.UUID]) -> dict[uuid.UUID, list[AwardGrant]]:
    """The public grants of each text, whichever of its translations they were linked to."""
    links = GrantArticle.objects.filter(article__translation_key__in=keys)
    pairs = list(links.values_list("grant", "article__translation_key"))
    public = AwardGrant.objects.public().filter(pk__in={grant for grant, _key in pairs})
    keys_of = defaultdict(set)
    for grant, key in pairs:
        keys_of[grant].add(key)
    found = defaultdict(list)
    for grant in public.for_display():
        for key in keys_of[grant.pk]:
            found[key].append(grant)
    return found


def _grant_ids(blocks: list[RawBlock]) -> dict[int, uuid.UUID]:
    """The public grants named at photos."""
    named = _grants_at_photos(blocks)
    return dict(AwardGrant.objects.public().filter(pk__in=set(named)).values_list("pk", "uuid"))


def _grants_at_photos(blocks: list[RawBlock]) -> Iterator[int]:
    for photo in raw_photos(blocks):
        yield from (pk for pk in list_items(photo.get("grants")) if pk)


def _translations(keys: list[uuid.UUID]) -> dict[uuid.UUID, list[ArticlePage]]:
    public = ArticlePage.objects.publicly_visible().filter(translation_key__in=keys)
    found = defaultdict(list)
    for page in public.select_related("locale").defer("body").order_by("locale__language_code"):
        found[page.translation_key].append(page)
    return found
