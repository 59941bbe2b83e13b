"""Award titles and grants, as the public sees them."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from wagtail.documents import get_document_model

from news.awards.models import AwardDecision, AwardGrant, AwardTitle, GrantArticle
from news.awards.models.grants import AwardGrantQuerySet
from news.models import ArticlePage
from people.models import Province
from search.addresses import absolute

from .awards_contract import (
    DecisionObject,
    GrantObject,
    GrantStatus,
    RecipientKind,
    TitleKind,
    TitleLevel,
    TitleObject,
)
from .publicity import Publicity
from .references import Asked, day_or_none, person_ref, present_ref, province_ref

FROM_MEMORY = "memory"


@dataclass(frozen=True)
class Beside:
    """What a batch of grants shows beside its own rows. Public things only."""

    provinces: Mapping[int, Province]
    documents: Mapping[int, str]  # addresses
    articles: Mapping[int, list[uuid.UUID]]  # by the grant's pk


def title_object(title: AwardTitle, asked: Asked) -> TitleObject:
    """What the data itself says is not confirmed yet is not told."""
    checks = title.checks
    return {
        "code": title.code,
        "name": asked.words(title.name, title.name_en),
        "kind": cast(TitleKind, title.kind),
        "level": cast(TitleLevel, title.level),
        "awarding_authority": (
            None if checks.get("authority") == FROM_MEMORY else title.awarding_authority
        ),
        "recipients": title.recipients,
        "ranks": title.ranks,
        "law_article": None if checks.get("article") == FROM_MEMORY else title.law_article,
        "valid_from": day_or_none(title.valid_from),
        "valid_to": day_or_none(title.valid_to),
        "successor": title.successor.code if title.successor else None,
        "bonus_multiple": None if title.bonus_multiple is None else float(title.bonus_multiple),
        "public_consultation": title.public_consultation,
        "armed_forces": title.armed_forces,
    }


def with_all_that_is_shown(grants: AwardGrantQuerySet) -> AwardGrantQuerySet:
    related = ("title", "person", "organisation", "decider", "presenter", "movement")
    decisions = ("decision", "revocation")
    signed = (f"{each}__{field}" for each in decisions for field in ("issuer", "signer"))
    return grants.with_province().select_related(*related, *signed)


def grant_objects(grants: Sequence[AwardGrant], asked: Asked) -> list[GrantObject]:
    """Of grants from `with_all_that_is_shown`; as many queries for a thousand as for one."""
    beside = _beside(grants)
    return [_grant(grant, beside, asked) for grant in grants]


def _beside(grants: Sequence[AwardGrant]) -> Beside:
    decisions = [d for grant in grants for d in (grant.decision, grant.revocation) if d]
    pks = {decision.document_id for decision in decisions}
    documents = get_document_model().objects.filter(pk__in=pks)
    links = GrantArticle.objects.filter(
        grant__in=grants, article__in=ArticlePage.objects.publicly_visible()
    )
    articles: dict[int, list[uuid.UUID]] = defaultdict(list)
    for grant, key in links.order_by("pk").values_list("grant", "article__translation_key"):
        if key not in articles[grant]:  # its translations have the same
            articles[grant].append(key)
    return Beside(
        provinces=Province.objects.in_bulk({grant.province_pk for grant in grants} - {None}),
        documents={
            each.pk: absolute(each.url) for each in Publicity().in_public_collections(documents)
        },
        articles=articles,
    )


def _grant(grant: AwardGrant, beside: Beside, asked: Asked) -> GrantObject:
    title, person, organisation = grant.title, grant.person, grant.organisation
    province = beside.provinces.get(grant.province_pk)
    return {
        "id": str(grant.uuid),
        "title": {
            "code": title.code,
            "name": asked.words(title.name, title.name_en),
            "level": cast(TitleLevel, title.level),
        },
        "title_as_printed": grant.title_as_printed,
        "rank": grant.rank,
        "recipient_kind": cast(RecipientKind, grant.recipient_kind),
        "recipient": grant.recipient,
        "person": person_ref(person) if person else None,
        "organisation": present_ref(organisation, asked) if organisation else None,
        "quantity": grant.quantity,
        "quantity_note": grant.per_unit_note,
        "province": province_ref(province, asked) if province else None,
        "year": grant.year,
        "year_to": grant.year_to,
        "citation": grant.citation,
        "movement": grant.movement.name if grant.movement else "",
        "decided_by": grant.decided_by,
        "decider": present_ref(grant.decider, asked) if grant.decider else None,
        "decision": _decision(grant.decision, beside, asked),
        "presented_on": day_or_none(grant.presented_on),
        "presenter": grant.presented_by,
        "place": grant.place,
        "articles": [str(key) for key in beside.articles.get(grant.pk, ())],
        "status": cast(GrantStatus, grant.status),
        "revoked_on": day_or_none(grant.revoked_on),
        "revocation": _decision(grant.revocation, beside, asked),
        "revocation_note": grant.revocation_note,
    }


def _decision(
    decision: AwardDecision | None, beside: Beside, asked: Asked
) -> DecisionObject | None:
    if decision is None:
        return None
    return {
        "number": decision.number,
        "decided_on": day_or_none(decision.decided_on),
        "subject": decision.subject,
        "issuer": present_ref(decision.issuer, asked) if decision.issuer else None,
        "signer": decision.signed_by,
        "status": "revoked" if decision.status == AwardDecision.Status.REVOKED else "in_force",
        "document_url": beside.documents.get(decision.document_id or 0),
    }
