"""Grants gathered for the eye, and the clock of a consultation."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext, npgettext

from news.awards.models import AwardDecision, AwardGrant, AwardsIndexPage, ConsultationPage
from news.awards.models.consultations import days_until
from news.awards.models.grants import recipients
from news.awards.summaries import Counts
from search.remembering import remembered
from search.templatetags.search_tags import in_letters, number, or_english
from search.vietnamese.normalise import normalise

register = template.Library()

ONE_DAY = datetime.timedelta(days=1)
KINDS = {
    AwardGrant.RecipientKind.ORGANISATION: "tập thể",
    AwardGrant.RecipientKind.PERSON: "cá nhân",
    AwardGrant.RecipientKind.HOUSEHOLD: "hộ gia đình",
    AwardGrant.RecipientKind.UNNAMED: "chưa nêu tên",
}


STATES = {
    "gone": "đã qua",
    "open": "còn nhận ý kiến",
    "today": "hôm nay",
    "last": "ngày cuối",
    "rest": "ngày nghỉ",
}


@dataclass
class Entry:
    """One line of an awards box: a title, who decided, and all who got it."""

    title: str
    decided_by: str
    grants: list[AwardGrant] = field(default_factory=list)

    @property
    def quantity(self) -> int:
        return recipients(self.grants)


@register.filter
def entries(grants: Iterable[AwardGrant]) -> list[Entry]:
    """The grants by title, authority and kind of recipient, in the order they come."""
    found: dict[tuple[str, str, str], Entry] = {}
    for grant in grants:
        decided_by = decider_beside_title(grant)
        key = (grant.shown_title, decided_by, grant.recipient_kind)
        entry = found.setdefault(key, Entry(grant.shown_title, decided_by))
        entry.grants.append(grant)
    return list(found.values())


register.filter("recipients", recipients)


@register.filter
def years_of_merit(grants: Iterable[AwardGrant]) -> list[str]:
    return sorted({merit(grant) for grant in grants} - {""})


@register.filter
def merit(grant: AwardGrant) -> str:
    """2024, or 2019–2024; empty when the source does not say."""
    if not grant.year:
        return ""
    return f"{grant.year}–{grant.year_to}" if grant.year_to else f"{grant.year}"


@register.filter
def decisions(grants: Iterable[AwardGrant]) -> list[AwardDecision]:
    """Each decision behind the grants once."""
    return list({grant.decision_id: grant.decision for grant in grants if grant.decision}.values())


@register.filter
def register_totals(counts: Mapping[str, Counts]) -> list[tuple[str, int]]:
    """What a list of the register adds up to: all, each kind of recipient, and the revoked."""
    whole = sum(counts.values(), Counts())
    totals = [("lượt trong kết quả này", whole.quantity)]
    totals += [
        (words, counts[kind].quantity)
        for kind, words in KINDS.items()
        if kind in counts and counts[kind].quantity
    ]
    return [*totals, ("đã hủy bỏ, không tính", whole.revoked)] if whole.revoked else totals


@register.filter
def announcement_totals(grants: Iterable[AwardGrant]) -> list[tuple[str, int]]:
    """All recipients, then each kind of recipient."""
    grants = list(grants)
    if not grants:
        return []
    kinds = [
        (words, recipients(grant for grant in grants if grant.recipient_kind == kind))
        for kind, words in KINDS.items()
    ]
    return [("lượt khen thưởng", recipients(grants)), *(pair for pair in kinds if pair[1])]


@register.filter
def presenters(grants: Iterable[AwardGrant]) -> list[str]:
    """Whoever handed the awards over, as printed where it was printed."""
    return list(dict.fromkeys(filter(None, (grant.presented_by for grant in grants))))


@register.simple_tag
def recipient(grant: AwardGrant) -> SafeString:
    """Who received it, with no blanks around: a comma may follow."""
    words = render_to_string("awards/includes/recipient.html", {"grant": grant})
    return mark_safe(words.strip())  # noqa: S308 - the template escapes


@register.filter
def awards_counted(count: int) -> str:
    """1.284 lượt khen thưởng; 1 award, 1,284 awards."""
    shown = {"shown": number(count)}
    return ngettext("%(shown)s lượt khen thưởng", "%(shown)s lượt khen thưởng", count) % shown


@register.filter
def grants_counted(count: int) -> str:
    """The same where it is clear what of: 1.284 lượt."""
    return npgettext("khen thưởng", "%(shown)s lượt", "%(shown)s lượt", count) % {
        "shown": number(count)
    }


@register.simple_tag
def award_title(grant: AwardGrant) -> SafeString | str:
    """As it was printed; for those who read English by its English name, with the rank."""
    return or_english(grant.shown_title, grant.english_title)


@register.simple_tag
def awarded_by(grant: AwardGrant) -> SafeString:
    """do Chủ tịch nước tặng; nothing where the title as it is read says so."""
    words = decider_beside_title(grant)
    who = conditional_escape(or_english(words, grant.english_decider))
    return SafeString(gettext("do %(who)s tặng") % {"who": who} if words else "")


def decider_beside_title(grant: AwardGrant) -> str:
    """Whoever decided, unless the title as it is read says so: "Bằng khen của Chủ tịch UBND tỉnh"."""
    title = title_read(grant)
    who = grant.decided_by if title == grant.shown_title else grant.english_decider
    is_said = bool(who) and normalise(who) in normalise(title)
    return "" if is_said else grant.decided_by


def title_read(grant: AwardGrant) -> str:
    """The title in letters alone, for a file too."""
    return in_letters(grant.shown_title, grant.english_title)


@register.simple_tag
def awards_index() -> AwardsIndexPage | None:
    """The register in the reader's language; in the first one where it is not translated."""
    return remembered(f"awards index in {get_language()}", _awards_index)


def _awards_index() -> AwardsIndexPage | None:
    public = AwardsIndexPage.objects.publicly_visible()
    index = public.first()
    if index is None:
        return None
    return public.filter(pk=index.localized.pk).first() or index


@dataclass(frozen=True)
class Clock:
    """Where a consultation stands today, counted in its working days."""

    ticks: list[str]
    gone: int
    left: int
    is_open: bool
    is_over: bool
    weeks: list[list["Cell"]]

    @property
    def legend(self) -> list[tuple[str, str]]:
        """The states there are, with their words."""
        found = {state for week in self.weeks for cell in week for state in cell.state.split()}
        return [(state, gettext(words)) for state, words in STATES.items() if state in found]


@dataclass(frozen=True)
class Cell:
    """A day of the calendar; `state` is what its colours are called by."""

    day: datetime.date
    state: str

    @property
    def words(self) -> str:
        """The same for those who see no colours."""
        return ", ".join(gettext(STATES[state]) for state in self.state.split())


@register.simple_tag
def clock(consultation: ConsultationPage) -> Clock:
    """Ticks, days left and calendar of a consultation, as of today."""
    opens, closes = consultation.opens_on, consultation.closes_on
    return clock_of(days_until(closes, opens), opens, closes, datetime.date.today())


def clock_of(
    days: list[datetime.date], opens: datetime.date, closes: datetime.date, today: datetime.date
) -> Clock:
    """Today still counts as left: somebody may write until the evening."""
    return Clock(
        ticks=[tick(day, today) for day in days],
        gone=sum(day < today for day in days),
        left=sum(day >= today for day in days),
        is_open=opens <= today <= closes,
        is_over=today > closes,
        weeks=calendar(days, opens, closes, today),
    )


def tick(day: datetime.date, today: datetime.date) -> str:
    if day == today:
        return "today"
    return "gone" if day < today else ""


def calendar(
    days: list[datetime.date], opens: datetime.date, closes: datetime.date, today: datetime.date
) -> list[list[Cell]]:
    """Whole weeks, Monday first, from the one it opens in to the one it closes in."""
    monday = opens - opens.weekday() * ONE_DAY
    length = (closes - monday).days // 7 + 1
    return [
        [cell(monday + (week * 7 + day) * ONE_DAY, days, closes, today) for day in range(7)]
        for week in range(length)
    ]


def cell(
    day: datetime.date, days: list[datetime.date], closes: datetime.date, today: datetime.date
) -> Cell:
    states = []
    if day in days:
        states.append("gone" if day < today else "open")
    elif day.weekday() >= 5 or days[0] < day < days[-1]:
        states.append("rest")
    if day == today:
        states.append("today")
    if day == closes:
        states.append("last")
    return Cell(day, " ".join(states))
