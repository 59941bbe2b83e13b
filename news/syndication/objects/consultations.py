"""Consultations as the public sees them."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from news.awards.models import ConsultationNominee, ConsultationPage
from search.addresses import address_of

from .body_facts import documents_of, link_targets
from .contract import ConsultationObject, NomineeObject
from .publicity import Publicity
from .rich_text import LinkTargets, linked_pks, public_html
from .shapes import moment, published_at, translations, updated_at


@dataclass(frozen=True)
class ConsultationFacts:
    nominees: Mapping[int, list[ConsultationNominee]]  # by the page's pk
    links: Mapping[str, LinkTargets]  # by the language of the page
    documents: Sequence[AbstractDocument]  # those linked to, public or not
    translations: Mapping[uuid.UUID, list[Page]]


def gather(pages: Sequence[ConsultationPage], public: Publicity) -> ConsultationFacts:
    nominees = defaultdict(list)
    rows = ConsultationNominee.objects.filter(page__in=pages).select_related("title")
    for row in rows.order_by("sort_order", "pk"):
        nominees[row.page_id].append(row)
    return _facts(pages, public, nominees)


def of_draft(page: ConsultationPage, public: Publicity) -> ConsultationFacts:
    """Of a consultation as it stands in memory, saved or not."""
    rows = sorted(page.nominees.all(), key=lambda row: row.sort_order or 0)
    return _facts([page], public, {page.pk: rows})


def _facts(
    pages: Sequence[ConsultationPage],
    public: Publicity,
    nominees: Mapping[int, list[ConsultationNominee]],
) -> ConsultationFacts:
    documents = documents_of(linked(pages, "document"))
    return ConsultationFacts(
        nominees=nominees,
        links=link_targets(linked(pages, "page"), documents, public, pages),
        documents=documents,
        translations=public.translations(page.translation_key for page in pages),
    )


def linked(pages: Sequence[ConsultationPage], kind: str) -> set[int]:
    """The pks of what the pages' texts link to."""
    texts = [text for page in pages for text in (page.how_to_comment, page.result)]
    return {pk for text in texts for pk in linked_pks(text, kind)}


def consultation_object(page: ConsultationPage, facts: ConsultationFacts) -> ConsultationObject:
    language = page.locale.language_code
    links = facts.links[language]
    return {
        "id": str(page.translation_key),
        "version": 0,
        "type": "consultation",
        "locale": language,
        "locale_fallback": False,
        "title": page.title,
        "lead": page.lead,
        "url": address_of(page),
        "published_at": moment(published_at(page)),
        "updated_at": moment(updated_at(page)),
        "opens_on": page.opens_on.isoformat(),
        "closes_on": page.closes_on.isoformat(),
        "legal_basis": page.legal_basis,
        "comments": {
            "email": page.comments_email,
            "phone": page.comments_phone,
            "address": page.comments_address,
            "how": public_html(page.how_to_comment, links),
        },
        "nominees": [_nominee(row) for row in facts.nominees.get(page.pk, ())],
        "result": public_html(page.result, links),
        "views": 0,
        "translations": translations(page, facts.translations),
    }


def _nominee(row: ConsultationNominee) -> NomineeObject:
    return {
        "title": row.title.name,
        "code": row.title.code,
        "rank": row.rank,
        "recipient": row.recipient_name,
        "note": row.recipient_note,
        "achievement": row.achievement,
    }
