"""Announcements as the public sees them."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db.models import Q
from wagtail.models import Page

from news.awards.models import AwardAnnouncementPage, AwardDecision, AwardGrant
from news.awards.models.grants import recipients
from search.addresses import address_of

from .blocks import public_blocks
from .body_facts import BodyFacts, document_addresses, documents_of, gather_bodies
from .contract import AnnouncementObject, DecisionInAnnouncement
from .html import body_html
from .publicity import Publicity
from .references import day_or_none
from .shapes import (
    award,
    event,
    lead_photo,
    moment,
    photos,
    published_at,
    translations,
    updated_at,
)


@dataclass(frozen=True)
class AnnouncementFacts:
    bodies: BodyFacts
    grants: Mapping[int, list[AwardGrant]]  # the public ones, by the page's pk
    by_hand: Mapping[int, set[int]]  # pks of those added by hand, public or not
    documents: Mapping[int, str]  # addresses of the public ones, by the decision's pk
    translations: Mapping[uuid.UUID, list[Page]]


def gather(pages: Sequence[AwardAnnouncementPage], public: Publicity) -> AnnouncementFacts:
    return _facts(pages, public, _by_hand(pages))


def of_draft(page: AwardAnnouncementPage, public: Publicity) -> AnnouncementFacts:
    """Of an announcement as it stands in memory, saved or not."""
    return _facts([page], public, {page.pk: {grant.pk for grant in page.more_grants.all()}})


def _facts(
    pages: Sequence[AwardAnnouncementPage], public: Publicity, by_hand: Mapping[int, set[int]]
) -> AnnouncementFacts:
    return AnnouncementFacts(
        bodies=gather_bodies(pages, public),
        grants=_grants(pages, by_hand),
        by_hand=by_hand,
        documents=_documents(pages, public),
        translations=public.translations(page.translation_key for page in pages),
    )


def announcement_object(
    page: AwardAnnouncementPage, facts: AnnouncementFacts
) -> AnnouncementObject:
    body = public_blocks(page, facts.bodies)
    grants = facts.grants.get(page.pk, [])
    awards = [award(grant) for grant in grants]
    return {
        "id": str(page.translation_key),
        "version": 0,
        "type": "announcement",
        "locale": page.locale.language_code,
        "locale_fallback": False,
        "title": page.title,
        "lead": page.lead,
        "url": address_of(page),
        "published_at": moment(published_at(page)),
        "updated_at": moment(updated_at(page)),
        "event": event(page.event_date, None, "", page.event_province, page.event_place),
        "decision": _decision(page.decision, facts) if page.decision else None,
        "awards": awards,
        "recipients": recipients(grants),
        "lead_photo": lead_photo(page, facts.bodies),
        "body": body,
        "body_html": body_html(body, awards, page.locale.language_code),
        "photos": photos(page, facts.bodies),
        "views": 0,
        "translations": translations(page, facts.translations),
    }


def _decision(decision: AwardDecision, facts: AnnouncementFacts) -> DecisionInAnnouncement:
    return {
        "number": decision.number,
        "decided_on": day_or_none(decision.decided_on),
        "subject": decision.subject,
        "issuer": str(decision.issuer or ""),
        "signer": decision.signer_text or str(decision.signer or ""),
        "document": facts.documents.get(decision.pk),
        "status": "revoked" if decision.status == AwardDecision.Status.REVOKED else "in_force",
    }


def _by_hand(pages: Sequence[AwardAnnouncementPage]) -> dict[int, set[int]]:
    rows = AwardAnnouncementPage.more_grants.through.objects.filter(awardannouncementpage__in=pages)
    found = defaultdict(set)
    for page, grant in rows.values_list("awardannouncementpage", "awardgrant"):
        found[page].add(grant)
    return found


def _grants(
    pages: Sequence[AwardAnnouncementPage], by_hand: Mapping[int, set[int]]
) -> dict[int, list[AwardGrant]]:
    """Those of each page's decision and those added by hand, in the register's order."""
    decisions = {page.decision_id for page in pages if page.decision_id}
    wanted = Q(pk__in=set(chain.from_iterable(by_hand.values()))) | Q(decision__in=decisions)
    grants = list(AwardGrant.objects.public().filter(wanted).for_display())
    return {page.pk: [grant for grant in grants if _is_on(page, grant, by_hand)] for page in pages}


def _is_on(page: AwardAnnouncementPage, grant: AwardGrant, by_hand: Mapping[int, set[int]]) -> bool:
    of_decision = bool(page.decision_id) and page.decision_id == grant.decision_id
    return of_decision or grant.pk in by_hand.get(page.pk, ())


def _documents(pages: Sequence[AwardAnnouncementPage], public: Publicity) -> dict[int, str]:
    """The texts of the decisions, by the decision's pk."""
    of_decision = {
        page.decision.pk: page.decision.document_id
        for page in pages
        if page.decision and page.decision.document_id
    }
    documents = documents_of(set(of_decision.values()))
    addresses = document_addresses(documents, public)
    return {
        decision: addresses[document]
        for decision, document in of_decision.items()
        if document in addresses
    }
