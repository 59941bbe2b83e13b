"""Persons and bodies by the names that lists print: linked where one alone is meant, else as printed."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from news.importing.language import HONORIFIC
from people.models import Organisation, Person
from search.vietnamese.normalise import fold, normalise, strip_accents

from .spelling import plain

Thing = TypeVar("Thing")

BEFORE_NAME = re.compile(rf"(?:ông \(bà\)|anh|chị|em|cháu|{HONORIFIC})[\s.:]+(?=\S)", re.IGNORECASE)


class Names(Generic[Thing]):
    """Accents count, unless none were typed."""

    def __init__(self) -> None:
        self._exact: dict[str, dict[Thing, None]] = defaultdict(dict)
        self._bare: dict[str, dict[Thing, None]] = defaultdict(dict)

    def add(self, name: str, thing: Thing) -> None:
        self._exact[normalise(name)][thing] = None
        self._bare[fold(name)][thing] = None

    def called(self, name: str) -> list[Thing]:
        asked = normalise(name)
        found = self._exact.get(asked)
        if found is None and strip_accents(asked) == asked:
            found = self._bare.get(asked)
        return list(found or ())


class Persons:
    """Everybody who is listed, by full name."""

    def __init__(self) -> None:
        self._names: Names[int] = Names()
        for pk, name in Person.objects.values_list("pk", "full_name"):
            self._names.add(name, pk)

    def fetch(self, names: Iterable[str]) -> None:
        """Those of one name alone, with the bodies they hold or held posts in."""
        alone = {found[0] for name in names if len(found := self._called(name)) == 1}
        self._known = Person.objects.prefetch_related("posts__organisation").in_bulk(alone)

    def named(self, name: str, beside: str) -> tuple[Person | None, str]:
        """The one person meant, and why none is; `beside` is the post and unit in the list."""
        found = self._called(name)
        if len(found) > 1:
            return None, f"Có {len(found)} nhân sự tên này nên không nối; chỉ ghi tên như in."
        person = self._known.get(found[0]) if found else None
        if person is None or _may_be(person, beside):
            return person, ""
        return (
            None,
            "Có nhân sự cùng tên nhưng chức vụ, đơn vị khác nên không nối; chỉ ghi tên như in.",
        )

    def _called(self, name: str) -> list[int]:
        return self._names.called(BEFORE_NAME.sub("", name, count=1))


def _may_be(person: Person, beside: str) -> bool:
    """Whether what is known of the person and what the list says go together: a body in both.

    The post alone says nothing: there is a “Giám đốc” everywhere.
    """
    posts = list(person.posts.all())
    if not (posts and beside):
        return True
    said = plain(beside)
    return any(
        f" {name} " in f" {said} " or _begins(name, said.removeprefix(plain(post.title)).strip())
        for post in posts
        for name in map(plain, (post.organisation.name, post.organisation.short_name))
        if name
    )


def _begins(name: str, unit: str) -> bool:
    """“Sở Nội vụ” is how a list of the province calls the “Sở Nội vụ tỉnh Thái Nguyên”."""
    return bool(unit) and f"{name} ".startswith(f"{unit} ")


class Organisations:
    """Every body, by present names before others."""

    def __init__(self, day: datetime.date | None) -> None:
        self._day = day
        self._present: Names[Organisation] = Names()
        self._other: Names[Organisation] = Names()
        self._spelt: dict[str, str] = {}
        for body in Organisation.objects.select_related("parent").prefetch_related("former_names"):
            self._present.add(body.name, body)
            former = [each.name for each in body.former_names.all()]
            for name in filter(None, (body.name_en, body.short_name, *body.aliases, *former)):
                self._other.add(name, body)
            self._spelt |= {normalise(each): each for each in _beginnings(body.name)}

    def spelt(self, words: str) -> str:
        """Capitals as a body of that name, or of one that begins with it, is written here."""
        return self._spelt.get(normalise(words), words) if words.isupper() else words

    def named(self, name: str, beside: str = "") -> tuple[Organisation | None, str]:
        """The one body meant, and why none is; `beside` is the unit in the list that it is part of."""
        if beside and (whole := self._called(f"{name} {beside}")):
            return (whole[0], "") if len(whole) == 1 else (None, _of_many(whole))
        found = self._called(name)
        if beside:
            found = [body for body in found if body.parent and _is_named_in(body.parent, beside)]
        if len(found) > 1:
            return None, _of_many(found)
        return (found[0], "") if found else (None, "")

    def _called(self, name: str) -> list[Organisation]:
        found = self._present.called(name) or self._other.called(name)
        if len(found) < 2 or self._day is None:
            return found
        return [body for body in found if body.exists_on(self._day)] or found


def _beginnings(name: str) -> Iterator[str]:
    """“Sở Nội vụ” among those of “Sở Nội vụ tỉnh Lam Giang”."""
    words = name.split()
    return (" ".join(words[:count]) for count in range(2, len(words) + 1))


def _is_named_in(body: Organisation, words: str) -> bool:
    return any(fold(name) in fold(words) for name in (body.name, body.short_name) if name)


def _of_many(found: list[Organisation]) -> str:
    return f"Có {len(found)} cơ quan tên này nên không nối; chỉ ghi tên như in."
