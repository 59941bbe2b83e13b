"""An article as the public sees it: from a page and its gathered facts to the contract's object.

Nothing here asks the database. Where the answer is kept or sent is decided elsewhere.
"""

import datetime
from typing import cast

from django.utils import timezone

from news.awards.models import AwardGrant
from news.models import ArticlePage
from news.models.articles import ArticleParticipant
from people.models import Province
from search.addresses import address_of

from .blocks import photo_object, public_blocks
from .contract import (
    ArticleObject,
    AwardObject,
    BylineObject,
    CorrectionObject,
    EventObject,
    LeadPhotoObject,
    OrganisationInArticle,
    ParticipantRole,
    PartOfDay,
    PersonInArticle,
    PhotoObject,
    ProvinceRef,
    SectionObject,
    SourceObject,
    TopicObject,
    TranslationObject,
)
from .facts import Facts
from .html import body_html
from .raw_body import RawBlock, raw_photos
from .renditions import renditions_of


def article_object(article: ArticlePage, facts: Facts) -> ArticleObject:
    raw = facts.bodies[article.pk]
    body = public_blocks(raw, facts)
    awards = [_award(grant) for grant in facts.grants.get(article.translation_key, ())]
    return {
        "id": str(article.translation_key),
        "external_id": article.external_id or None,
        "version": version_of(article),
        "type": "article",
        "locale": article.locale.language_code,
        "locale_fallback": False,
        "title": article.title,
        "lead": article.lead,
        "url": address_of(article),
        "published_at": moment(_published_at(article)),
        "updated_at": moment(article.last_published_at or _published_at(article)),
        "event": _event(article),
        "byline": _byline(article, facts),
        "sections": _sections(article, facts),
        "provinces": [_province(each) for each in facts.provinces.get(article.pk, ())],
        "lead_photo": _lead_photo(article, facts),
        "body": body,
        "body_html": body_html(body, awards),
        "photos": _photos(raw, facts),
        "people": [_person(each) for each in facts.participants.get(article.pk, ())],
        "organisations": _organisations(article, facts),
        "awards": awards,
        "topics": _topics(article, facts),
        "tags": list(facts.tags.get(article.pk, ())),
        "source": _source(article),
        "corrections": _corrections(article, facts),
        "views": facts.views.get(article.translation_key, 0),
        "translations": _translations(article, facts),
    }


def version_of(article: ArticlePage) -> int:
    """The number of the revision that is live: publishing again always takes a later one.

    An alias has none of its own and follows the page it copies.
    """
    source = article if article.live_revision_id else article.alias_of
    return source.live_revision_id or 0 if source else 0


def moment(value: datetime.datetime) -> str:
    """By the clock of the site, so that who only reads the date reads the right one."""
    return timezone.localtime(value).isoformat(timespec="seconds")


def _published_at(article: ArticlePage) -> datetime.datetime:
    return article.published_at or article.first_published_at or article.latest_revision_created_at


def _event(article: ArticlePage) -> EventObject | None:
    if not (article.event_date or article.event_province or article.event_place):
        return None
    province = article.event_province
    return {
        "date": _day(article.event_date),
        "end_date": _day(article.event_end_date),
        "part_of_day": cast(PartOfDay, article.event_part_of_day) or None,
        "province": _province(province) if province else None,
        "place": article.event_place,
    }


def _day(value: datetime.date | None) -> str | None:
    return value.isoformat() if value else None


def _province(province: Province) -> ProvinceRef:
    return {"key": province.key, "name": province.name}


def _byline(article: ArticlePage, facts: Facts) -> list[BylineObject]:
    return [
        {"name": row.name, "unit": row.unit, "role": row.role}
        for row in facts.byline.get(article.pk, ())
    ]


def _sections(article: ArticlePage, facts: Facts) -> list[SectionObject]:
    main = facts.main_sections.get(article.path[: -article.steplen])
    others = [each for each in facts.other_sections.get(article.pk, ()) if each != main]
    sections = [main, *others] if main else others
    return [
        {"slug": section.slug, "title": section.title, "main": section is main}
        for section in sections
    ]


def _lead_photo(article: ArticlePage, facts: Facts) -> LeadPhotoObject | None:
    """With the words it carries in the text, when it stands there; else with its own."""
    photo = facts.photos.get(article.lead_photo_id or 0)
    if photo is None:
        return None
    raw = facts.bodies[article.pk]
    here = next((use for use in raw_photos(raw) if use.get("image") == photo.pk), None)
    words = photo_object(here or {"image": photo.pk}, facts)
    return {
        "caption": words["caption"],
        "alt": words["alt"],
        "credit": words["credit"],
        "width": photo.width,
        "height": photo.height,
        "renditions": renditions_of(photo),
    }


def _photos(raw: list[RawBlock], facts: Facts) -> list[PhotoObject]:
    return [photo_object(photo, facts) for photo in raw_photos(raw)]


def _person(row: ArticleParticipant) -> PersonInArticle:
    return {
        "id": str(row.person.uuid) if row.person else None,
        "name": row.name,
        "honorific": row.honorific,
        "posts": row.post_lines,
        "role": cast(ParticipantRole, row.role),
    }


def _organisations(article: ArticlePage, facts: Facts) -> list[OrganisationInArticle]:
    return [
        {"id": str(row.organisation.uuid), "name": row.organisation.name, "role": row.role}
        for row in facts.organisations.get(article.pk, ())
    ]


def _award(grant: AwardGrant) -> AwardObject:
    return {
        "id": str(grant.uuid),
        "title": grant.title_as_printed or grant.title.name,
        "code": grant.title.code,
        "rank": grant.rank,
        "recipient": grant.recipient,
        "quantity": grant.quantity,
        "decided_by": grant.decided_by,
        "year": grant.year,
        "status": "revoked" if grant.is_revoked else "confirmed",
    }


def _topics(article: ArticlePage, facts: Facts) -> list[TopicObject]:
    topics = facts.topics.get(article.pk, ())
    return [{"slug": topic.slug, "name": topic.name} for topic in topics]


def _source(article: ArticlePage) -> SourceObject | None:
    if not (article.source_name or article.source_url):
        return None
    return {"name": article.source_name, "url": article.source_url}


def _corrections(article: ArticlePage, facts: Facts) -> list[CorrectionObject]:
    return [
        {"on": row.on.isoformat(), "note": row.note, "changes_a_fact": row.changes_a_fact}
        for row in facts.corrections.get(article.pk, ())
    ]


def _translations(article: ArticlePage, facts: Facts) -> list[TranslationObject]:
    return [
        {"locale": page.locale.language_code, "url": address_of(page)}
        for page in facts.translations.get(article.translation_key, ())
        if page.pk != article.pk
    ]
