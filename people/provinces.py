"""Which province a name meant on a day."""

import datetime
import functools
import re

from search.vietnamese.normalise import fold, normalise

from .models import Province


def province_at(name: str, day: datetime.date) -> Province | None:
    """The province that bore this name (or alias) on that day; None when there was none.

    "Bắc Kạn" on 2024-02-29 is Bắc Kạn; on 2025-07-01 it is none: the province had become part
    of Thái Nguyên. "tỉnh", "TP." and the like before the name do not matter, nor does the place
    of the tone mark. Accents do: without them Hà Nam and Hà Năm would be the same, so a name
    typed without any is compared folded and found only when it fits one province.
    """
    wanted = _bare(normalise(name))
    provinces = Province.objects.on(day)
    exact = [province for province in provinces if wanted in _names(province)]
    if exact:
        return exact[0]
    if wanted != fold(wanted):
        return None
    folded = [p for p in provinces if wanted in {fold(known) for known in _names(p)}]
    return folded[0] if len(folded) == 1 else None


def province_now(province: Province) -> Province:
    """The province that stands today where this one stood."""
    while (succession := next(iter(province.successions.all()), None)) is not None:
        province = succession.successor
    return province


def with_predecessors(province: Province) -> list[Province]:
    """The province, and those that went into it: who asks for Thái Nguyên means Bắc Kạn too."""
    return [province, *province.predecessors.all()]


def _names(province: Province) -> set[str]:
    return {
        _bare(normalise(name)) for name in (province.name, province.full_name, *province.aliases)
    }


# "Bà Rịa - Vũng Tàu" is printed with every kind of dash, with blanks around it and without.
_DASH = re.compile(r"\s*[-–—]\s*")
_TITLES = ("tỉnh ", "thành phố ", "thủ đô ", "tp. ", "tp ", "tp.", "t. ")


@functools.lru_cache(maxsize=1024)
def _bare(name: str) -> str:
    name = _DASH.sub(" ", name)
    for title in _TITLES:
        if name.startswith(title):
            return name.removeprefix(title).strip()
    for title in ("tinh ", "thanh pho ", "thu do "):
        if name.startswith(title):
            return name.removeprefix(title).strip()
    return name
