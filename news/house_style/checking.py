"""All rules over a text, what an article adds to them, and how a finding is put right."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from news.awards.models import AwardGrant, AwardTitle
from news.models import ArticlePage
from people.models import Cluster, Organisation, OrganisationName, Person, Province

from .cases import mixed_cases
from .counts import differing_counts
from .dates import wrong_days
from .findings import Facts, Finding, Found, RecordedGrant, Rule
from .known_names import FormerName, Names, PersonName
from .known_phrases import house_phrases
from .names import wrong_names
from .passages import Passage, passages, put_back
from .phrases import misspelt_phrases
from .punctuation import careless_signs
from .tones import OLD, misplaced_tones

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

LOG_ACTION = "news.house_style"

RULES: dict[Rule, Callable[[Sequence[Passage], Facts], Found]] = {
    Rule.NAMES: wrong_names,
    Rule.PHRASES: misspelt_phrases,
    Rule.COUNTS: differing_counts,
    Rule.DATES: wrong_days,
    Rule.CASES: mixed_cases,
    Rule.TONES: misplaced_tones,
    Rule.PUNCTUATION: careless_signs,
}


def check(texts: Sequence[Passage], facts: Facts) -> list[Finding]:
    """What all rules find, in reading order; of two about the same words the earlier rule's."""
    found: list[Finding] = []
    for rule in RULES.values():
        found += [
            each for each in rule(texts, facts) if not any(_overlap(each, one) for one in found)
        ]
    order = {each.place: number for number, each in enumerate(texts)}
    return sorted(found, key=lambda each: (order[each.passage.place], each.start))


def _overlap(one: Finding, other: Finding) -> bool:
    same = one.passage is other.passage
    return same and one.start < other.end and other.start < one.end


# --- Of an article -------------------------------------------------------------------------------


@dataclass(frozen=True)
class House:
    """What holds for all articles, read once for as many as are looked at."""

    facts: Facts

    @classmethod
    def read(cls) -> "House":
        titles = AwardTitle.objects.values_list("name", flat=True)
        placement = getattr(settings, "NEWS_TONE_PLACEMENT", OLD)
        return cls(Facts(read_names(), house_phrases(titles), placement))

    def check(self, article: ArticlePage) -> list[Finding]:
        """Of the article as it is in memory: a draft, or what is published."""
        if not article.locale.language_code.startswith("vi"):
            return []
        return check(passages(article), self._facts_of(article))

    def _facts_of(self, article: ArticlePage) -> Facts:
        shown = article.published_at or article.first_published_at or timezone.now()
        first, last = article.event_date, article.event_end_date or article.event_date
        people = [*article.participants.all(), *article.byline.all()]
        return replace(
            self.facts,
            published_on=timezone.localdate(shown),
            event=(first, last) if first and last else None,
            people=frozenset(each.person.full_name for each in people if each.person),
            grants=recorded_grants(article),
        )


def recorded_grants(article: ArticlePage) -> tuple[RecordedGrant, ...]:
    """Those an editor confirmed, and what an import proposes: both were read off some paper."""
    if not article.pk:
        return ()
    return tuple(
        RecordedGrant(
            (grant.title.name, *grant.title.aliases), grant.recipient_kind, grant.quantity
        )
        for grant in article.grants_of_text.all()
        if grant.status != AwardGrant.Status.REVOKED
    )


def read_names() -> Names:
    bodies = list(Organisation.objects.values_list("name", "short_name", "aliases"))
    others = [alias for *_, aliases in bodies for alias in aliases]
    others += Cluster.objects.values_list("name", flat=True)
    others += Province.objects.values_list("name", flat=True)
    former = OrganisationName.objects.filter(end__isnull=False).select_related("organisation")
    return Names(
        bodies=tuple(name for *names, _ in bodies for name in names if name),
        others=tuple(others),
        people=tuple(
            PersonName(person.full_name, tuple({post.title for post in person.posts.all()}))
            for person in Person.objects.prefetch_related("posts").order_by("pk")
        ),
        former=tuple(
            FormerName(each.name, each.organisation.name, each.end, each.start)
            for each in former
            if each.end and each.name != each.organisation.name
        ),
    )


class HasChanged(Exception):
    """The words are no longer where they were found."""


def fix(article: ArticlePage, keys: Iterable[str], user: "AbstractBaseUser") -> int:
    """Put the findings of these keys right in the latest draft, as one new revision.

    The number of places. Raises HasChanged when none of them is found there any more.
    """
    with transaction.atomic():
        # Locked, so that of two who mend at once the second mends what the first has saved.
        article = ArticlePage.objects.select_for_update().get(pk=article.pk)
        draft = article.get_latest_revision_as_object()
        house, wanted, fixed = House.read(), set(keys), 0
        # From the end, so that no place moves before its turn; each on the text as it is by then.
        for finding in reversed(house.check(draft)):
            if finding.key not in wanted:
                continue
            text = next(each for each in passages(draft) if each.place == finding.passage.place)
            source = replace(finding, passage=text).fixed_source()
            if source is not None:
                put_back(draft, text.place, source)
                fixed += 1
        if not fixed:
            raise HasChanged
        draft.save_revision(user=user, log_action=LOG_ACTION, clean=False)
    return fixed
