"""Clusters, as the public sees them on a day: members, and head and deputies of the year."""

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from people.models import Cluster, ClusterMembership, ClusterYear
from people.models.periods import PeriodQuerySet
from search.addresses import address_in_first_language

from .people_contract import ClusterDetailObject, ClusterObject, ClusterYearObject
from .references import Asked, cluster_ref, day_or_none, organisation_ref, province_ref


def cluster_objects(clusters: Sequence[Cluster], asked: Asked) -> list[ClusterObject]:
    """In a number of queries that does not depend on how many they are."""
    members = _memberships().on(asked.day)
    years = _years().filter(year=asked.day.year)
    prefetch_related_objects(
        clusters,
        Prefetch("memberships", members, to_attr="members_that_day"),
        Prefetch("years", years, to_attr="that_year"),
    )
    return [_cluster(each, asked) for each in clusters]


def cluster_detail(cluster: Cluster, asked: Asked) -> ClusterDetailObject:
    (shown,) = cluster_objects([cluster], asked)
    return {
        **shown,
        "all_members": [
            {
                "organisation": organisation_ref(each.organisation, asked),
                "start": day_or_none(each.start),
                "end": day_or_none(each.end),
            }
            for each in _memberships().filter(cluster=cluster)
        ],
        "all_years": [_year(each, asked) for each in _years().filter(cluster=cluster)],
    }


def _memberships() -> PeriodQuerySet:
    memberships = ClusterMembership.objects.select_related("organisation")
    return memberships.prefetch_related("organisation__former_names")


def _years() -> QuerySet[ClusterYear]:
    years = ClusterYear.objects.select_related("head", "host")
    return years.prefetch_related("head__former_names", "deputies__former_names")


def _cluster(cluster: Cluster, asked: Asked) -> ClusterObject:
    return {
        **cluster_ref(cluster, asked),
        "url": address_in_first_language(cluster),
        "description": cluster.description,
        "members": [organisation_ref(m.organisation, asked) for m in cluster.members_that_day],
        "year": next((_year(each, asked) for each in cluster.that_year), None),
    }


def _year(year: ClusterYear, asked: Asked) -> ClusterYearObject:
    return {
        "year": year.year,
        "head": organisation_ref(year.head, asked) if year.head else None,
        "deputies": [organisation_ref(each, asked) for each in year.deputies.all()],
        "host": province_ref(year.host, asked) if year.host else None,
        "pledge_signed_on": day_or_none(year.pledge_signed_on),
    }
