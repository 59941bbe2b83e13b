"""What the front page chooses by itself."""

import datetime
from dataclasses import dataclass

from django.db.models import Max, OuterRef, QuerySet, Subquery, Sum
from wagtail.models import Locale

from news.awards.models import AwardGrant, AwardTitle
from news.awards.models.grants import AwardGrantQuerySet
from news.models import ArticlePage, SectionPage
from news.pageviews.models import ViewTotal


@dataclass(frozen=True)
class SectionBand:
    """One section on the front page: its newest article large, the next ones as headlines."""

    section: SectionPage
    lead: ArticlePage
    more: list[ArticlePage]


def section_bands(locale: Locale, shown: set[int], limit: int = 3) -> list[SectionBand]:
    """Bands for the first sections that have articles not shown above already."""
    bands = []
    for section in SectionPage.objects.publicly_visible().filter(locale=locale):
        articles = list(section.articles().exclude(pk__in=shown).for_cards()[:3])
        if articles:
            bands.append(SectionBand(section, articles[0], articles[1:]))
        if len(bands) == limit:
            break
    return bands


@dataclass(frozen=True)
class MostRead:
    """What was read most in a period; each article carries the number as `views_counted`."""

    heading: str
    articles: list[ArticlePage]


PERIODS = {"last_week": "Trong tuần", "last_month": "Trong tháng"}  # fields of ViewTotal


def most_read_lately(articles: QuerySet, limit: int = 5) -> list[MostRead]:
    """In the week and in the month; a period in which nobody read anything is left out."""
    lists = (
        MostRead(said, list(most_read(articles, name, limit))) for name, said in PERIODS.items()
    )
    return [each for each in lists if each.articles]


def most_read(articles: QuerySet, counted: str, limit: int = 5) -> QuerySet:
    """By one of the PERIODS."""
    read = ViewTotal.objects.filter(**{f"{counted}__gt": 0})
    own = ViewTotal.objects.filter(article=OuterRef("translation_key")).values(counted)
    return (
        articles.filter(translation_key__in=read.values("article"))
        .annotate(views_counted=Subquery(own))
        .order_by("-views_counted", "-published_at")
        .defer("body")[:limit]
    )


@dataclass(frozen=True)
class AwardTotal:
    title: AwardTitle
    quantity: int


@dataclass(frozen=True)
class AwardYear:
    """What the register adds up to in one year. `parameter` narrows it to just these grants."""

    year: int
    parameter: str
    quantity: int
    totals: list[AwardTotal]


def award_year(limit: int = 4) -> AwardYear | None:
    """The newest year in which decisions were signed, as the newest grants beside it are of;
    where no decision is known, the newest year of merit. The first titles by rank."""
    confirmed = AwardGrant.objects.confirmed()
    today = datetime.date.today()
    signed = confirmed.filter(decision__decided_on__lte=today)
    if day := signed.aggregate(newest=Max("decision__decided_on"))["newest"]:
        return _award_year(day.year, "decided", confirmed.decided_in(day.year), limit)
    earned = confirmed.filter(year__lte=today.year)
    if year := earned.aggregate(newest=Max("year"))["newest"]:
        return _award_year(year, "year", confirmed.of_merit_in(year), limit)
    return None


def _award_year(year: int, parameter: str, grants: AwardGrantQuerySet, limit: int) -> AwardYear:
    sums = grants.order_by("title__rank_order").values("title").annotate(sum=Sum("quantity"))
    quantities = dict(sums.values_list("title", "sum"))
    first = list(quantities)[:limit]
    titles = AwardTitle.objects.in_bulk(first)
    totals = [AwardTotal(titles[key], quantities[key]) for key in first]
    return AwardYear(year, parameter, sum(quantities.values()), totals)
