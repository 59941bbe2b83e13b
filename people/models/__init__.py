"""Persons, their posts over time, organisations, clusters and provinces: facts with dates.

English names stand beside the Vietnamese ones instead of in rows of their own language: a
fact is stored once, whatever the language of the page that shows it.
"""

from .clusters import Cluster, ClusterMembership, ClusterYear
from .organisations import Organisation, OrganisationName, OrganisationSuccession
from .persons import Person, Post
from .provinces import Province, ProvinceSuccession

__all__ = [
    "Cluster",
    "ClusterMembership",
    "ClusterYear",
    "Organisation",
    "OrganisationName",
    "OrganisationSuccession",
    "Person",
    "Post",
    "Province",
    "ProvinceSuccession",
]
