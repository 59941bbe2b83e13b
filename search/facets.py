"""What answers can be narrowed by: year, section, province … Other rooms register theirs.

A facet gives the values of an object, which are stored with its words, and the names of values
for the screen. Values are short keys that do not change when a name does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import get_language

from .remembering import remembered_each


@dataclass(frozen=True)
class Facet:
    """`name` is the parameter in the address, `label` what stands above its values."""

    name: str
    label: str
    values: Callable[[Sequence[Model]], Iterable[tuple[Model, str]]]
    """Of many objects at once, so that indexing asks the database once and not for each."""
    names_of: Callable[[Sequence[str]], Mapping[str, str]]
    """What the values are called on the screen; a value it leaves out is not offered."""
    by_value: bool = False
    """Largest value first (years), instead of the commonest first."""
    most: int = 8
    """How many values are offered."""
    names_are_marked: bool = False
    """The names come in the reader's language, or marked as Vietnamese."""

    def names(self, values: Sequence[str]) -> Mapping[str, str]:
        """As `names_of`; most answers have values in common, whose names are asked for once."""
        return remembered_each(f"name in {get_language()} of {self.name}", values, self.names_of)


KIND = "type"

_facets: dict[str, Facet] = {}


def register_facet(facet: Facet) -> Facet:
    """Offer the facet, in the order of registration; the same name again replaces it."""
    _facets[facet.name] = facet
    return facet


def facets() -> list[Facet]:
    """What kind of page it is comes first, whichever room registered first."""
    return sorted(_facets.values(), key=lambda facet: facet.name != KIND)


def facet_named(name: str) -> Facet | None:
    return _facets.get(name)


def facet_values(instances: Sequence[Model]) -> dict[Model, set[tuple[str, str]]]:
    """The name of each facet and its value, for each of the objects."""
    found: dict[Model, set[tuple[str, str]]] = {instance: set() for instance in instances}
    for facet in _facets.values():
        for instance, value in facet.values(instances):
            found[instance].add((facet.name, value))
    return found
