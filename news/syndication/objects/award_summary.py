"""The totals of a part of the register, each group under its name."""

from collections.abc import Callable, Collection, Mapping

from news.awards.models import AwardGrant, AwardTitle
from news.awards.models.grants import AwardGrantQuerySet
from news.awards.summaries import Counts, Grouping, counts_by
from people.models import Organisation, Province

from .awards_contract import CountsObject, SummaryItemObject, SummaryObject
from .references import Asked

Value = int | str
Named = tuple[str, str]  # what a program goes by, and what is shown
Names = Callable[[Collection[Value], Asked], Mapping[Value, Named]]

NOT_KNOWN = ("Nguồn không ghi", "Not known")
NOT_KNOWN_OF = {"organisation": ("Không gắn với cơ quan nào", "No organisation")}


def summary_object(group: Grouping, grants: AwardGrantQuerySet, asked: Asked) -> SummaryObject:
    """Years newest first, titles by rank, all else by the number of recipients; unknown last."""
    counts = counts_by(group, grants)
    names = NAMES[group]([value for value in counts if value is not None], asked)
    items = [_item(*names[value], counts[value]) for value in names]
    if group not in IN_THEIR_ORDER:
        items.sort(key=lambda item: (-item["quantity"], -item["revoked"], item["name"]))
    if None in counts:
        said = asked.words(*NOT_KNOWN_OF.get(group, NOT_KNOWN))
        items.append(_item(None, said, counts[None]))
    return {
        "group_by": group,
        "items": items,
        "total": _counts(sum(counts.values(), Counts())),
        "next": None,
    }


def _item(key: str | None, name: str, counts: Counts) -> SummaryItemObject:
    return {"key": key, "name": name, **_counts(counts)}


def _counts(counts: Counts) -> CountsObject:
    return {
        "grants": counts.grants,
        "quantity": counts.quantity,
        "revoked": counts.revoked,
    }


def _years(values: Collection[Value], asked: Asked) -> Mapping[Value, Named]:
    return {year: (str(year), str(year)) for year in sorted(values, reverse=True)}


def _titles(values: Collection[Value], asked: Asked) -> Mapping[Value, Named]:
    titles = AwardTitle.objects.filter(pk__in=values).order_by("rank_order", "pk")
    return {each.pk: (each.code, asked.words(each.name, each.name_en)) for each in titles}


def _levels(values: Collection[Value], asked: Asked) -> Mapping[Value, Named]:
    return {
        level.value: (level.value, str(level.label))
        for level in AwardTitle.Level
        if level.value in values
    }


def _recipient_kinds(values: Collection[Value], asked: Asked) -> Mapping[Value, Named]:
    return {
        kind.value: (kind.value, str(kind.label))
        for kind in AwardGrant.RecipientKind
        if kind.value in values
    }


def _organisations(values: Collection[Value], asked: Asked) -> Mapping[Value, Named]:
    found = Organisation.objects.filter(pk__in=values)
    return {each.pk: (str(each.uuid), asked.words(each.name, each.name_en)) for each in found}


def _provinces(values: Collection[Value], asked: Asked) -> Mapping[Value, Named]:
    found = Province.objects.filter(pk__in=values)
    return {each.pk: (each.key, asked.words(str(each), each.name_en)) for each in found}


IN_THEIR_ORDER: tuple[Grouping, ...] = ("year", "title", "level", "recipient_kind")
NAMES: dict[Grouping, Names] = {
    "year": _years,
    "title": _titles,
    "level": _levels,
    "recipient_kind": _recipient_kinds,
    "organisation": _organisations,
    "province": _provinces,
}
