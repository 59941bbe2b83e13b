"""Which rows of a list say what another row, or a grant of the register, says already."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from news.awards.models import AwardGrant

from .spelling import plain

# Between a name and the post and unit behind it; not in “Ông (bà) …”.
BEHIND_NAME = re.compile(r"\s*(?!\([Bb]à\))(?:[,;(]|\s[-–—]\s)\s*")
Key = tuple[object, ...]


def _award(grant: AwardGrant) -> Key:
    return (grant.title_id, grant.rank, grant.decision_id, grant.year, grant.year_to)


def _links(grant: AwardGrant) -> list[Key]:
    """By the fields of the two constraints `grant_once_to_…`, whatever the last year is."""
    award = (grant.title_id, grant.rank, grant.decision_id, grant.year)
    linked = [
        (kind, pk)
        for kind, pk in (("person", grant.person_id), ("body", grant.organisation_id))
        if pk
    ]
    return [(*award, *each) for each in linked]


def exact_keys(grant: AwardGrant) -> list[Key]:
    """Whoever is linked, and the words for the recipient, with what is written beside."""
    return [
        *_links(grant),
        (*_award(grant), "words", plain(f"{grant.recipient} {grant.per_unit_note}")),
    ]


def loose_keys(grant: AwardGrant) -> list[Key]:
    """A person's name alone, where one of the two has nothing behind it."""
    name, behind = _name(grant)
    keys: list[Key] = [(*_award(grant), "words", name)]
    return keys if behind else [*keys, (*_award(grant), "name", name)]


def _name(grant: AwardGrant) -> tuple[str, bool]:
    """And whether something stands behind it. Names of bodies have commas of their own."""
    if grant.recipient_kind != AwardGrant.RecipientKind.PERSON:
        return plain(grant.recipient), False
    name, *behind = BEHIND_NAME.split(grant.recipient, maxsplit=1)
    return plain(name), bool(behind or grant.per_unit_note)


def _alike(grant: AwardGrant) -> Key:
    """Whatever is written beside the name, and whichever the year is."""
    return (grant.title_id, grant.decision_id, _name(grant)[0])


class KnownGrants:
    """The grants of the register that these may repeat, fetched at once; each stands for one row."""

    def __init__(self, grants: Sequence[AwardGrant]) -> None:
        decisions = {grant.decision_id for grant in grants}
        asked = Q(decision__in=decisions - {None})
        if None in decisions:
            asked |= Q(decision=None, title__in={grant.title_id for grant in grants})
        self._by: dict[Key, list[AwardGrant]] = defaultdict(list)
        self._alike: dict[Key, list[AwardGrant]] = defaultdict(list)
        self._taken: set[int] = set()
        for grant in AwardGrant.objects.filter(asked).select_related("organisation"):
            english = plain(f"{grant.english_recipient} {grant.per_unit_note}")
            award, (name, _) = _award(grant), _name(grant)
            others = [(*award, "words", english), (*award, "name", name)]
            for key in (*exact_keys(grant), *others):
                self._by[key].append(grant)
            self._alike[_alike(grant)].append(grant)

    def take(self, keys: Iterable[Key]) -> AwardGrant | None:
        for key in keys:
            for grant in self._by.get(key, ()):
                if grant.pk not in self._taken:
                    self._taken.add(grant.pk)
                    return grant
        return None

    def alike(self, grant: AwardGrant) -> AwardGrant | None:
        """Of the same decision, with the same title for the same name, that no row stands for."""
        if grant.decision_id is None:
            return None
        found = self._alike.get(_alike(grant), ())
        return next((each for each in found if each.pk not in self._taken), None)
