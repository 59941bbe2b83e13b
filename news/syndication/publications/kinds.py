"""The page types that have publications, and what is kept of each page."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import prefetch_related_objects
from wagtail.models import Locale

from news.awards.models import AwardAnnouncementPage, AwardGrant, ConsultationPage
from news.models import ArticlePage
from news.models.base import BasePage
from news.syndication.models.publications import Kind
from news.syndication.objects import announcements, article_facts, consultations
from news.syndication.objects.articles import article_object
from news.syndication.objects.publicity import Publicity
from news.syndication.statements import objects
from people.models import Province, ProvinceSuccession

Facets = frozenset[tuple[str, str]]  # name and value
Dependencies = frozenset[tuple[str, int]]  # kind and pk


@dataclass(frozen=True)
class Projection:
    """What the public is to see of one page; `version` and `views` in the content are 0."""

    page: Any
    content: Mapping[str, Any]
    facets: Facets
    dependencies: Dependencies
    unready_photos: frozenset[int] = frozenset()
    event_from: datetime.date | None = None
    event_to: datetime.date | None = None


@dataclass(frozen=True)
class PublishedType:
    model: type[BasePage]
    related: tuple[str, ...]
    project: Callable[[Sequence[Any], Publicity], Iterator[Projection]]

    def projections(self, pages: Iterable[int], public: Publicity) -> list[Projection]:
        """Of the pages with these pks, in a number of queries that does not depend on how many."""
        statement = f"""
            SELECT own.*, page.*, language_code AS code
            FROM {self.model._meta.db_table} own
            JOIN wagtailcore_page page ON page.id = page_ptr_id
            JOIN wagtailcore_locale locale ON locale.id = page.locale_id
            WHERE page.id IN {{keys}}
        """  # noqa: S608 - the name is ours
        loaded: list[Any] = objects(self.model, statement, set(pages))
        for page in loaded:
            page.locale = Locale(pk=page.locale_id, language_code=page.code)
        prefetch_related_objects(loaded, *self.related)
        return list(self.project(loaded, public)) if loaded else []


def published_types() -> dict[int, Kind]:
    """The kinds by the pk of their content type."""
    types = ContentType.objects.get_for_models(*(each.model for each in TYPES.values()))
    return {types[published.model].pk: kind for kind, published in TYPES.items()}


# --- What each kind shows ----------------------------------------------------------------------


def _articles(pages: Sequence[ArticlePage], public: Publicity) -> Iterator[Projection]:
    facts = article_facts.gather(pages, public)
    provinces = {page.pk: _provinces_of(page, facts) for page in pages}
    now = _keys_now(chain.from_iterable(provinces.values()))
    for page in pages:
        yield Projection(
            page=page,
            content=article_object(page, facts),
            facets=frozenset(
                {
                    *_sections(page, facts),
                    *_province_facets(provinces[page.pk], now),
                    *_people(page, facts),
                    *_award_facets(facts.grants.get(page.translation_key, ())),
                }
            ),
            dependencies=frozenset(_article_dependencies(page, facts, provinces[page.pk])),
            unready_photos=frozenset(facts.bodies.unready_photos(page)),
            event_from=page.event_date,
            event_to=page.event_end_date or page.event_date,
        )


def _announcements(
    pages: Sequence[AwardAnnouncementPage], public: Publicity
) -> Iterator[Projection]:
    facts = announcements.gather(pages, public)
    now = _keys_now(page.event_province for page in pages if page.event_province)
    for page in pages:
        grants = facts.grants[page.pk]
        provinces = [page.event_province] if page.event_province else []
        yield Projection(
            page=page,
            content=announcements.announcement_object(page, facts),
            facets=frozenset({*_province_facets(provinces, now), *_award_facets(grants)}),
            dependencies=frozenset(
                {
                    *facts.bodies.dependencies(page),
                    *_of_grants(grants),
                    *_of_decision(page),
                    *(("grant", pk) for pk in facts.by_hand.get(page.pk, ())),
                    *(("province", province.pk) for province in provinces),
                }
            ),
            unready_photos=frozenset(facts.bodies.unready_photos(page)),
            event_from=page.event_date,
            event_to=page.event_date,
        )


def _consultations(pages: Sequence[ConsultationPage], public: Publicity) -> Iterator[Projection]:
    facts = consultations.gather(pages, public)
    for page in pages:
        nominees = facts.nominees.get(page.pk, ())
        linked = consultations.linked([page], "document")
        documents = [each for each in facts.documents if each.pk in linked]
        yield Projection(
            page=page,
            content=consultations.consultation_object(page, facts),
            facets=frozenset(("award", nominee.title.code) for nominee in nominees),
            dependencies=frozenset(
                {
                    *(("award_title", nominee.title_id) for nominee in nominees),
                    *(("page", pk) for pk in consultations.linked([page], "page")),
                    *(("document", pk) for pk in linked),
                    *(("collection", document.collection_id) for document in documents),
                }
            ),
            event_from=page.opens_on,
            event_to=page.closes_on,
        )


TYPES: Mapping[Kind, PublishedType] = {
    Kind.ARTICLE: PublishedType(ArticlePage, ("event_province",), _articles),
    Kind.ANNOUNCEMENT: PublishedType(
        AwardAnnouncementPage,
        ("event_province", "decision__issuer", "decision__signer", "decision__document"),
        _announcements,
    ),
    Kind.CONSULTATION: PublishedType(ConsultationPage, (), _consultations),
}


# --- Facets and dependencies ---------------------------------------------------------------------


def _sections(page: ArticlePage, facts: article_facts.ArticleFacts) -> Iterator[tuple[str, str]]:
    """By translation key: a translated article names the section its original names."""
    main = facts.sections.get(page.path[: -page.steplen])
    for section in (main, *facts.other_sections.get(page.pk, ())):
        if section:
            yield "section", str(section.translation_key)


def _provinces_of(page: ArticlePage, facts: article_facts.ArticleFacts) -> list[Province]:
    named = facts.provinces.get(page.pk, [])
    return [*named, page.event_province] if page.event_province else list(named)


def _province_facets(
    provinces: Iterable[Province], now: Mapping[int, str]
) -> Iterator[tuple[str, str]]:
    """As it was recorded, as it is called today, and under either name."""
    for province in provinces:
        yield "province_then", province.key
        yield "province_now", now[province.pk]
        yield from (("province", key) for key in (province.key, now[province.pk]))


def _keys_now(provinces: Iterable[Province]) -> dict[int, str]:
    """The key of the province that stands today where each of these stood."""
    by_pk = {province.pk: province for province in provinces}
    if not by_pk:
        return {}
    rows = ProvinceSuccession.objects.order_by("-pk").values_list("predecessor", "successor")
    successors = dict(rows)
    keys = dict(Province.objects.values_list("pk", "key"))
    return {pk: keys[_last(pk, successors)] for pk in by_pk}


def _last(pk: int, successors: Mapping[int, int]) -> int:
    while pk in successors:
        pk = successors[pk]
    return pk


def _people(page: ArticlePage, facts: article_facts.ArticleFacts) -> Iterator[tuple[str, str]]:
    """Persons who took part or spoke, and the bodies that are named."""
    for row in facts.participants.get(page.pk, ()):
        if row.person:
            yield "person", str(row.person.uuid)
    for kind, pk in facts.bodies.dependencies(page):
        if kind == "person" and pk in facts.bodies.speakers:
            yield "person", str(facts.bodies.speakers[pk])
    for row in facts.organisations.get(page.pk, ()):
        yield "organisation", str(row.organisation.uuid)


def _award_facets(grants: Iterable[AwardGrant]) -> Iterator[tuple[str, str]]:
    """The titles, and who received them."""
    for grant in grants:
        yield "award", grant.title.code
        if grant.person:
            yield "person", str(grant.person.uuid)
        if grant.organisation:
            yield "organisation", str(grant.organisation.uuid)


def _article_dependencies(
    page: ArticlePage, facts: article_facts.ArticleFacts, provinces: Iterable[Province]
) -> Iterator[tuple[str, int]]:
    yield from facts.bodies.dependencies(page)
    yield from _of_grants(facts.grants.get(page.translation_key, ()))
    yield from (("province", province.pk) for province in provinces)
    yield from (("page", section.pk) for section in facts.other_sections.get(page.pk, ()))
    yield from (("topic", topic.pk) for topic in facts.topics.get(page.pk, ()))
    yield from (("tag", tag.pk) for tag in facts.tags.get(page.pk, ()))
    for row in facts.participants.get(page.pk, ()):
        if row.person_id:
            yield "person", row.person_id
    for row in facts.organisations.get(page.pk, ()):
        yield "organisation", row.organisation_id
    if page.replaced_by_id:
        yield "page", page.replaced_by_id


def _of_grants(grants: Iterable[AwardGrant]) -> Iterator[tuple[str, int]]:
    for grant in grants:
        yield "grant", grant.pk
        yield "award_title", grant.title_id
        if grant.decision_id:
            yield "decision", grant.decision_id
        for organisation in (grant.decider_id, grant.organisation_id):
            if organisation:
                yield "organisation", organisation
        if grant.person_id:
            yield "person", grant.person_id


def _of_decision(page: AwardAnnouncementPage) -> Iterator[tuple[str, int]]:
    decision = page.decision
    if decision is None:
        return
    yield "decision", decision.pk
    if decision.issuer_id:
        yield "organisation", decision.issuer_id
    if decision.signer_id:
        yield "person", decision.signer_id
    if decision.document:
        yield "document", decision.document_id
        yield "collection", decision.document.collection_id
