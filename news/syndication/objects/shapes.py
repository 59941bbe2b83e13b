"""Parts that several kinds of objects share."""

import datetime
import uuid
from collections.abc import Mapping
from typing import Any, cast

from django.utils import timezone
from wagtail.models import Page

from news.awards.models import AwardGrant
from people.models import Province
from search.addresses import address_of

from .blocks import photo_object
from .body_facts import BodyFacts
from .contract import (
    AwardObject,
    EventObject,
    LeadPhotoObject,
    PartOfDay,
    PhotoObject,
    ProvinceRef,
    TranslationObject,
)
from .raw_body import raw_photos
from .references import day_or_none

# Of a page that was made live by other means than publishing, nobody knows when.
LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def moment(value: datetime.datetime) -> str:
    """By the clock of the site, so that who only reads the date reads the right one."""
    return timezone.localtime(value).isoformat(timespec="seconds")


def published_at(page: Any) -> datetime.datetime:
    known = page.published_at or page.first_published_at or page.latest_revision_created_at
    return known or LONG_AGO


def updated_at(page: Any) -> datetime.datetime:
    return page.last_published_at or published_at(page)


def event(
    first_day: datetime.date | None,
    last_day: datetime.date | None,
    part_of_day: str,
    where: Province | None,
    place: str,
) -> EventObject | None:
    if not (first_day or where or place):
        return None
    return {
        "date": day_or_none(first_day),
        "end_date": day_or_none(last_day),
        "part_of_day": cast(PartOfDay, part_of_day) or None,
        "province": province(where) if where else None,
        "place": place,
    }


def province(row: Province) -> ProvinceRef:
    return {"key": row.key, "name": row.name}


def photos(page: Page, facts: BodyFacts) -> list[PhotoObject]:
    return [photo_object(photo, facts) for photo in raw_photos(facts.blocks[page.pk])]


def lead_photo(page: Any, facts: BodyFacts) -> LeadPhotoObject | None:
    """With the words it carries in the text, when it stands there; else with its own."""
    photo = facts.photos.get(page.lead_photo_id or 0)
    if photo is None:
        return None
    raw = facts.blocks[page.pk]
    here = next((use for use in raw_photos(raw) if use.get("image") == photo.pk), None)
    words = photo_object(here or {"image": photo.pk}, facts)
    return {
        "caption": words["caption"],
        "alt": words["alt"],
        "credit": words["credit"],
        "width": photo.width,
        "height": photo.height,
        "renditions": facts.renditions[photo.pk],
    }


def award(grant: AwardGrant) -> AwardObject:
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


def translations(page: Page, public: Mapping[uuid.UUID, list[Page]]) -> list[TranslationObject]:
    return [
        {"locale": other.locale.language_code, "url": address_of(other)}
        for other in public.get(page.translation_key, ())
        if other.pk != page.pk
    ]
