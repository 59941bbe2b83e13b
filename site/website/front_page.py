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
        articles = list(section.articles().exclude(pk__in=shown)[:3])
        if articles:
            bands.append(SectionBand(section, articles[0], articles[1:]))
        if len(bands) == limit:
            break
    return bands


def most_read(articles: QuerySet, limit: int = 5) -> QuerySet:
    """The articles read most; each carries the number as `views_total`."""
    total = ViewTotal.objects.filter(article=OuterRef("translation_key")).values("total")
    return (
        articles.annotate(views_total=Subquery(total))
        .exclude(views_total=None)
        .order_by("-views_total", "-published_at")
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
