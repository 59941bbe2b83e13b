"""How many received an award, by the text and by the grants linked to the article."""

import re
from collections import Counter
from collections.abc import Sequence

from news.importing.grants import grants_in
from news.importing.language import plain, sentences
from news.importing.parsed import ParsedGrant
from search.vietnamese.normalise import normalise

from .findings import Facts, Finding, Found, RecordedGrant, Rule
from .passages import Passage

_KIND_OF_WORDS = {
    "tập thể": "organisation",
    "đơn vị": "organisation",
    "cơ quan": "organisation",
    "cá nhân": "person",
    "đồng chí": "person",
    "hộ gia đình": "household",
    "hộ": "household",
    "gia đình": "household",
}


def differing_counts(passages: Sequence[Passage], facts: Facts) -> Found:
    """Numbers of unnamed recipients that the recorded grants of that title do not come to.

    Without a grant of the title there is nothing to compare: the article may not be filed yet.
    """
    for title, told in _told(passages).items():
        recorded = [each for each in facts.grants if _is_called(each, title)]
        if recorded:
            yield from _differing(told, recorded, passages)


def _differing(
    told: dict[str, list[ParsedGrant]],
    recorded: Sequence[RecordedGrant],
    passages: Sequence[Passage],
) -> Found:
    counted: Counter[str] = Counter()
    for each in recorded:
        counted[each.kind] += each.quantity
    if counted["unnamed"]:  # nobody knows whether they are persons or bodies
        told = {"": [grant for grants in told.values() for grant in grants]}
        counted = Counter({"": counted.total()})
    for kind, grants in told.items():
        unnamed = [grant for grant in grants if grant.recipient_kind == "unnamed"]
        # "07 tập thể" may be named one by one in the next sentence.
        in_all, without_names = (sum(each.quantity for each in some) for some in (grants, unnamed))
        if unnamed and counted[kind] not in (in_all, without_names):
            is_alone = len(grants) == 1
            yield from _at(unnamed[0], counted[kind], passages, is_alone=is_alone)


def _at(grant: ParsedGrant, recorded: int, passages: Sequence[Passage], *, is_alone: bool) -> Found:
    """Beside others of its title nobody knows which of the numbers is wrong."""
    words = re.compile(rf"(?<!\d)0*{grant.quantity}\s{re.escape(grant.unnamed_text)}(?!\w)")
    for passage in passages:
        found = words.search(passage.text)
        if found:
            why = f"Gắn với bài là {recorded} lượt “{grant.title_text}”, trong bài ghi {found[0]}."
            number, unit = found[0].split(maxsplit=1)
            right = f"{recorded:0{len(number)}} {unit}" if is_alone and recorded else None
            yield Finding(Rule.COUNTS, passage, *found.span(), why, right)
            return


def _told(passages: Sequence[Passage]) -> dict[str, dict[str, list[ParsedGrant]]]:
    """The grants the text tells of, once each, by their title and then by who received."""
    found: dict[str, dict[str, list[ParsedGrant]]] = {}
    seen = set()
    for passage in passages:
        for sentence in sentences(plain(passage.text)):
            for grant in grants_in(sentence):
                kind = _KIND_OF_WORDS.get(grant.unnamed_text, "") or grant.recipient_kind
                name = normalise(grant.recipient_name or f"{grant.unnamed_text}{grant.quantity}")
                title = normalise(grant.title_text)
                if (title, kind, name) not in seen:
                    seen.add((title, kind, name))
                    found.setdefault(title, {}).setdefault(kind, []).append(grant)
    return found


def _is_called(recorded: RecordedGrant, title: str) -> bool:
    return any(normalise(name).startswith(title) for name in recorded.title_names)
