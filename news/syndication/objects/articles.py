"""An article as the public sees it: from a page and its gathered facts to the contract's object.

Nothing here asks the database. Where the answer is kept or sent is decided elsewhere, and so are
`version`, which is that of the kept row, and `views`, which grow without anything being published.
"""

from typing import cast

from news.models import ArticlePage
from news.models.articles import ArticleParticipant
from search.addresses import address_of

from .article_facts import ArticleFacts
from .blocks import public_blocks
from .contract import (
    ArticleObject,
    BylineObject,
    CorrectionObject,
    OrganisationInArticle,
    ParticipantRole,
    PersonInArticle,
    SectionObject,
    SourceObject,
    TopicObject,
)
from .html import body_html
from .shapes import (
    award,
    event,
    lead_photo,
    moment,
    photos,
    province,
    published_at,
    translations,
    updated_at,
)


def article_object(article: ArticlePage, facts: ArticleFacts) -> ArticleObject:
    body = public_blocks(article, facts.bodies)
    awards = [award(grant) for grant in facts.grants.get(article.translation_key, ())]
    return {
        "id": str(article.translation_key),
        "external_id": article.external_id or None,
        "version": 0,
        "type": "article",
        "locale": article.locale.language_code,
        "locale_fallback": False,
        "title": article.title,
        "lead": article.lead,
        "url": address_of(article),
        "published_at": moment(published_at(article)),
        "updated_at": moment(updated_at(article)),
        "event": event(
            article.event_date,
            article.event_end_date,
            article.event_part_of_day,
            article.event_province,
            article.event_place,
        ),
        "byline": _byline(article, facts),
        "sections": _sections(article, facts),
        "provinces": [province(each) for each in facts.provinces.get(article.pk, ())],
        "lead_photo": lead_photo(article, facts.bodies),
        "body": body,
        "body_html": body_html(body, awards, article.locale.language_code),
        "photos": photos(article, facts.bodies),
        "people": [_person(each) for each in facts.participants.get(article.pk, ())],
        "organisations": _organisations(article, facts),
        "awards": awards,
        "topics": _topics(article, facts),
        "tags": [tag.name for tag in facts.tags.get(article.pk, ())],
        "source": _source(article),
        "corrections": _corrections(article, facts),
        "views": 0,
        "translations": translations(article, facts.translations),
    }


def _byline(article: ArticlePage, facts: ArticleFacts) -> list[BylineObject]:
    return [
        {"name": row.name, "unit": row.unit, "role": row.role}
        for row in facts.byline.get(article.pk, ())
    ]


def _sections(article: ArticlePage, facts: ArticleFacts) -> list[SectionObject]:
    main = facts.sections.get(article.path[: -article.steplen])
    named = (facts.sections.get(each.path) for each in facts.other_sections.get(article.pk, ()))
    others = [each for each in named if each and each != main]
    sections = [main, *others] if main else others
    return [
        {"slug": section.slug, "title": section.title, "main": section is main}
        for section in sections
    ]


def _person(row: ArticleParticipant) -> PersonInArticle:
    return {
        "id": str(row.person.uuid) if row.person else None,
        "name": row.name,
        "honorific": row.honorific,
        "posts": row.post_lines,
        "role": cast(ParticipantRole, row.role),
    }


def _organisations(article: ArticlePage, facts: ArticleFacts) -> list[OrganisationInArticle]:
    return [
        {"id": str(row.organisation.uuid), "name": row.organisation.name, "role": row.role}
        for row in facts.organisations.get(article.pk, ())
    ]


def _topics(article: ArticlePage, facts: ArticleFacts) -> list[TopicObject]:
    topics = facts.topics.get(article.pk, ())
    return [{"slug": topic.slug, "name": topic.name} for topic in topics]


def _source(article: ArticlePage) -> SourceObject | None:
    if not (article.source_name or article.source_url):
        return None
    return {"name": article.source_name, "url": article.source_url}


def _corrections(article: ArticlePage, facts: ArticleFacts) -> list[CorrectionObject]:
    return [
        {"on": row.on.isoformat(), "note": row.note, "changes_a_fact": row.changes_a_fact}
        for row in facts.corrections.get(article.pk, ())
    ]
