"""Whether a portal's copy is what our API shows, and what by the rules is public."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.request import urlopen

from benchmarks.newsroom.public import public_now
from news.syndication.models import Edition, Publication
from news.syndication.publications.reconcile import sweep
from news.syndication.publications.waiting import write_waiting_pages

from .mirror import Mirror

Key = tuple[str, str]
Objects = Mapping[Key, Mapping[str, Any]]


def differences(mirror: Mirror) -> list[str]:
    """One line for each, after the worker had its turn and the portal has caught up."""
    write_waiting_pages()
    missed = sweep()
    mirror.catch_up()
    newcomer = Mirror(mirror.api.removesuffix("api/v1/"), ":memory:")
    newcomer.catch_up()
    shown, held = shown_by(mirror.api), held_by(mirror)
    return [
        *([f"the sweep found {missed} wrong"] if missed else []),
        *_between("the portal", shown, held),
        *_between("a new portal", shown, held_by(newcomer)),
        *_against_the_rules(held),
        *_of_numbers(),
    ]


def shown_by(api: str) -> Objects:
    """All the public lists, in every language."""
    return {
        key_of(item): item
        for kind in ("article", "announcement", "consultation")
        for locale in ("vi", "en")
        for item in _items(f"{api}articles/?type={kind}&locale={locale}&limit=100")
    }


def held_by(mirror: Mirror) -> Objects:
    return {key_of(item): item for item in mirror.objects()}


def key_of(item: Mapping[str, Any]) -> Key:
    return item["id"], item["locale"]


def _items(url: str | None) -> Iterator[Mapping[str, Any]]:
    while url:
        with urlopen(url, timeout=30) as answer:  # noqa: S310
            page = json.load(answer)
        yield from page["items"]
        url = page["next"]


def _between(portal: str, shown: Objects, held: Objects) -> Iterator[str]:
    for key in sorted(shown.keys() | held.keys()):
        if key not in held:
            yield f"{portal} lacks {key}"
        elif key not in shown:
            yield f"{portal} still shows {key}"
        else:
            fields = [name for name in shown[key] if shown[key][name] != held[key].get(name)]
            yield from (f"{portal} has another {name} of {key}" for name in fields)


def _against_the_rules(held: Objects) -> Iterator[str]:
    public = public_now()
    for key in sorted(public.keys() | held.keys()):
        if key not in held:
            yield f"public, and not told: {key}"
        elif key not in public:
            yield f"told, and not public: {key}"
        elif (held[key]["title"], held[key]["url"]) != (public[key].title, public[key].url):
            yield f"told otherwise than it is: {key} {public[key]}"


def _of_numbers() -> Iterator[str]:
    number = Edition.now().number
    if Publication.objects.filter(edition__gt=number).exists():
        yield f"a publication is ahead of the edition, {number}"
