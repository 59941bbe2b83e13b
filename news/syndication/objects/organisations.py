"""Organisations, as the public sees them on a day."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from django.db.models import prefetch_related_objects

from people.models import Cluster, ClusterMembership, Organisation, OrganisationSuccession, Post
from search.addresses import address_in_first_language

from .people_contract import (
    ClusterRef,
    HolderObject,
    OrganisationChange,
    OrganisationDetailObject,
    OrganisationKind,
    OrganisationLevel,
    OrganisationObject,
    SuccessionObject,
)
from .references import (
    Asked,
    cluster_ref,
    day_or_none,
    organisation_name,
    organisation_ref,
    person_ref,
    province_ref,
)


def organisation_objects(
    organisations: Sequence[Organisation], asked: Asked
) -> list[OrganisationObject]:
    """In a number of queries that does not depend on how many they are."""
    prefetch_related_objects(organisations, "former_names", "parent__former_names", "province")
    return [_organisation(each, asked) for each in organisations]


def organisation_detail(organisation: Organisation, asked: Asked) -> OrganisationDetailObject:
    (shown,) = organisation_objects([organisation], asked)
    units = organisation.units.on(asked.day).prefetch_related("former_names")
    return {
        **shown,
        "description": organisation.description,
        "holders": _holders(organisation, asked),
        "units": [organisation_ref(unit, asked) for unit in units],
        "clusters": _clusters(organisation, asked),
        "former_names": [
            {"name": each.name, "start": day_or_none(each.start), "end": day_or_none(each.end)}
            for each in organisation.former_names.all()
        ],
        "predecessors": [
            _succession(each, each.predecessor, asked)
            for each in organisation.origins.order_by("on", "pk").prefetch_related(
                "predecessor__former_names"
            )
        ],
        "successors": [
            _succession(each, each.successor, asked)
            for each in organisation.successions.order_by("on", "pk").prefetch_related(
                "successor__former_names"
            )
        ],
    }


def _organisation(organisation: Organisation, asked: Asked) -> OrganisationObject:
    parent, province = organisation.parent, organisation.province
    return {
        "id": str(organisation.uuid),
        "name": organisation_name(organisation, asked),
        "short_name": organisation.short_name,
        "kind": cast(OrganisationKind, organisation.kind),
        "level": cast(OrganisationLevel, organisation.level),
        "url": address_in_first_language(organisation),
        "parent": organisation_ref(parent, asked) if parent else None,
        "province": province_ref(province, asked) if province else None,
        "founded_on": day_or_none(organisation.founded_on),
        "dissolved_on": day_or_none(organisation.dissolved_on),
        "exists": organisation.exists_on(asked.day),
        "phone": organisation.phone,
        "email": organisation.email,
        "address": organisation.address,
    }


def _holders(organisation: Organisation, asked: Asked) -> list[HolderObject]:
    posts = Post.objects.on(asked.day).filter(organisation=organisation).select_related("person")
    return [
        {
            "person": person_ref(post.person),
            "title": asked.words(post.title, post.title_en),
            "start": day_or_none(post.start),
            "end": day_or_none(post.end),
        }
        for post in posts.order_by("sort_order", "start", "pk")
    ]


def _clusters(organisation: Organisation, asked: Asked) -> list[ClusterRef]:
    memberships = ClusterMembership.objects.on(asked.day).filter(organisation=organisation)
    clusters = Cluster.objects.filter(memberships__in=memberships).distinct()
    return [cluster_ref(each, asked) for each in clusters]


def _succession(row: OrganisationSuccession, other: Organisation, asked: Asked) -> SuccessionObject:
    return {
        "organisation": organisation_ref(other, replace(asked, day=row.on)),
        "on": row.on.isoformat(),
        "kind": cast(OrganisationChange, row.kind),
        "legal_act": row.legal_act,
    }
