"""How facts name each other: by id, and under the name borne on the day that was asked for.

Facts are stored once: an English name, where there is one, stands beside the Vietnamese one.
"""

import datetime
from dataclasses import dataclass

from people.models import Cluster, Organisation, Person, Province

from .contract import ProvinceRef
from .people_contract import ClusterRef, OrganisationRef, PersonRef


@dataclass(frozen=True)
class Asked:
    """The day facts are asked of, and the language of the names."""

    day: datetime.date
    language: str

    def words(self, vietnamese: str, english: str) -> str:
        """The English words where English is asked for and there are any."""
        return english or vietnamese if self.language == "en" else vietnamese


def person_ref(person: Person) -> PersonRef:
    return {"id": str(person.uuid), "name": person.full_name}


def organisation_ref(organisation: Organisation, asked: Asked) -> OrganisationRef:
    return {"id": str(organisation.uuid), "name": organisation_name(organisation, asked)}


def organisation_name(organisation: Organisation, asked: Asked) -> str:
    """The name it bore that day. Of former names none is known in English."""
    name = organisation.name_on(asked.day)
    return asked.words(name, organisation.name_en if name == organisation.name else "")


def present_ref(organisation: Organisation, asked: Asked) -> OrganisationRef:
    """Under the name it bears now: for facts that have kept the printed one themselves."""
    name = asked.words(organisation.name, organisation.name_en)
    return {"id": str(organisation.uuid), "name": name}


def cluster_ref(cluster: Cluster, asked: Asked) -> ClusterRef:
    return {"id": str(cluster.uuid), "name": asked.words(cluster.name, cluster.name_en)}


def province_ref(province: Province, asked: Asked) -> ProvinceRef:
    return {"key": province.key, "name": asked.words(province.name, province.name_en)}


def day_or_none(value: datetime.date | None) -> str | None:
    return value.isoformat() if value else None
