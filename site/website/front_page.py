"""What the front page chooses by itself."""

import datetime
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from wagtail.models import Locale

from news.awards.models import AwardGrant, AwardTitle
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


def award_totals(limit: int = 5) -> list[AwardTotal]:
    """Recipients per title in the newest year that has confirmed grants."""
    confirmed = AwardGrant.objects.confirmed()
    year = confirmed.filter(year__lte=datetime.date.today().year).order_by("-year")
    newest = year.values_list("year", flat=True).first()
    rows = (
        confirmed.filter(year=newest)
        .values("title")
        .annotate(quantity=Sum("quantity"))
        .order_by("title__rank_order")
    )
    titles = AwardTitle.objects.in_bulk([row["title"] for row in rows])
    return [AwardTotal(titles[row["title"]], row["quantity"]) for row in rows][:limit]
