"""What the search tells of its answer, in the reader's language: other names, and times."""

import re
from collections.abc import Sequence

from django import template
from django.utils.dates import MONTHS
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from search.engine.expansions import OtherName
from search.engine.marks import Said

from .search_tags import day, reads_vietnamese, vietnamese

register = template.Library()

# The engine calls a time so, and two that belong together: từ tháng 1/2024 đến nay.
_TIME = re.compile(r"(ngày|tháng|quý|năm) (\d+)(?:/(\d+))?(?:/(\d+))?|từ|đến nay|đến|và")
_BETWEEN = {"từ": "from", "đến nay": "to today", "đến": "to", "và": "and"}


@register.filter
def why(name: OtherName) -> SafeString:
    """Why it was searched for too."""
    names = {"name": vietnamese(name.name), "other": vietnamese(name.other)}
    return format_html(gettext(name.reason), since=day(name.since), **names)


def why_in_letters(name: OtherName) -> str:
    """The same in letters alone, which cannot be marked."""
    said = gettext(name.reason)
    return said.format(name=name.name, other=name.other, since=day(name.since))


@register.filter
def time_told(label: str) -> SafeString | str:
    """February 2024 for tháng 2/2024; what somebody typed otherwise stays, marked as Vietnamese."""
    said = _time(label)
    return said if said != label else vietnamese(label)


@register.filter
def hint(said: Sequence[Said]) -> str:
    """What the visitor got wrong about days, in sentences; empty where all is well."""
    sentences = []
    if wrong := [each for each in said if each.missing]:
        told = gettext("Lịch không có {missing}; đang tìm {instead}.")
        missing = ", ".join(_time(each.missing) for each in wrong)
        sentences.append(
            told.format(missing=missing, instead=", ".join(_time(each.label) for each in wrong))
        )
    told = gettext("Thời gian “{turned}” bị viết ngược; đang tìm {instead}.")
    sentences += [
        told.format(turned=each.turned, instead=_time(each.label)) for each in said if each.turned
    ]
    return " ".join(sentences)


def _time(label: str) -> str:
    if reads_vietnamese():
        return label
    said = _TIME.sub(_in_english, label)
    return said if said.isascii() else label


def _in_english(match: re.Match[str]) -> str:
    unit, *figures = match.groups()
    if not unit:
        return _BETWEEN[match[0]]
    numbers = [int(each) for each in figures if each]
    if unit == "ngày" and len(numbers) > 1 and numbers[1] in MONTHS:
        return " ".join(map(str, [numbers[0], MONTHS[numbers[1]], *numbers[2:]]))
    if unit == "tháng" and numbers[0] in MONTHS:
        return " ".join(map(str, [MONTHS[numbers[0]], *numbers[1:]]))
    called = {"tháng": "month ", "quý": "quarter "}.get(unit, "")
    return called + (" of " if called else "/").join(map(str, numbers))
