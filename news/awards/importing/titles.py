"""Award titles by any of their names, as offices write them in a list."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from django.utils.translation import gettext, override

from news.awards.models import AwardTitle
from search.vietnamese.normalise import fold
from search.vietnamese.spelling import canonical

from .spelling import plain

_LEADING = re.compile(r"(?:de nghi )?(?:tang(?: thuong)? |truy tang )?(?:danh hieu |hinh thuc )?")
_ENUMERATOR = re.compile(r"\s*(?:[IVX]{1,5}|[A-Za-z]|\d{1,2})\s*[.)\-:/]\s*")
_BEHIND_TITLE = re.compile(r"\s(?:cho|đối với)\s.*|\s*[:(].*", re.IGNORECASE)


@dataclass(frozen=True)
class Meaning:
    """`rank` where the words say it; `printed` are those without it, "" for the name of the law."""

    title: AwardTitle
    rank: str
    printed: str


class Titles:
    """All titles, looked up without a query; those in force on the day come first."""

    def __init__(self, titles: Iterable[AwardTitle], day: datetime.date | None) -> None:
        self._day = day
        self._known: dict[str, list[tuple[AwardTitle, str]]] = defaultdict(list)
        self._of_authorities: list[str] = []
        self._spelt: dict[str, str] = {}
        self.offered: list[str] = []
        for title in titles:
            self._add(title)
        self._of_authorities.sort(key=len, reverse=True)
        self.meaning = lru_cache(maxsize=None)(self._meaning)

    def _add(self, title: AwardTitle) -> None:
        named = [f"{title.name} {each}" for each in title.named_instances]
        for name in filter(None, (title.name, title.name_en, *title.aliases, *named)):
            self._known[_key(name)].append((title, ""))
            self._spelt.setdefault(_key(name), name)
            if " của " in name:
                self._of_authorities.append(_key(name))
            for place, rank in enumerate(title.ranks, 1):
                for written in (*spellings_of(rank, place), _in_english(rank)):
                    # In front of a name that happens to end with the rank: that is a fact of its own.
                    self._known[_key(f"{name} {written}")].insert(0, (title, rank))
        self.offered += [f"{title.name} {rank}".strip() for rank in title.ranks or [""]]

    def _meaning(self, words: str) -> Meaning | None:
        """What is meant; “Bằng khen của Chủ tịch UBND tỉnh Thái Nguyên” by its beginning, for behind
        the authority stands only which one."""
        key = _key(words)
        found = self._known.get(key)
        if not found:
            starts = (each for each in self._of_authorities if key.startswith(f"{each} "))
            found = self._known.get(next(starts, ""))
        if not found:
            return None
        title, rank = next((each for each in found if self._is_in_force(each[0])), found[0])
        kept = words.split()
        printed = " ".join(kept[: len(kept) - len(rank.split())]) if rank else words
        spelt = self._spelt.get(_key(printed), "")
        if spelt and fold(spelt) in fold(printed):  # in capitals, or with “tặng” in front of it
            printed = spelt
        return Meaning(title, rank, "" if printed in (title.name, title.name_en) else printed)

    def _is_in_force(self, title: AwardTitle) -> bool:
        if self._day is None:
            return title.valid_to is None
        started = title.valid_from is None or title.valid_from <= self._day
        return started and (title.valid_to is None or self._day <= title.valid_to)

    def in_section(self, words: str) -> str:
        """Of “II. Tặng Bằng khen cho 12 tập thể” the title alone; "" where there is none."""
        bare = _BEHIND_TITLE.sub("", _ENUMERATOR.sub("", words, count=1))
        return bare if bare and self.meaning(bare) else ""

    def nearest(self, words: str) -> list[str]:
        keys = get_close_matches(_key(words), self._spelt, n=3, cutoff=0.5)
        return [self._spelt[key] for key in keys]


def spellings_of(rank: str, place: int) -> tuple[str, ...]:
    """“hạng Ba”, the third from 1 on, is written “hạng 3” and “hạng III” too."""
    return (rank, f"hạng {place}", f"hạng {'I' * place}")


@lru_cache(maxsize=4096)
def _key(words: str) -> str:
    """The words without accents, marks and what offices put in or leave out as they like."""
    key = plain(canonical(words)).replace("uy ban nhan dan", "ubnd").replace(" cua ", " ")
    return _LEADING.sub("", key, count=1)


def _in_english(rank: str) -> str:
    with override("en"):
        return gettext(rank)
