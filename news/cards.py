"""The articles of a list, each with its card as HTML.

Cards stand ready beside publications, as pages of articles do (`news.finished_pages`): in a row of a
list for every article, and large for those that are the newest of their section. Others are made now.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from news.made_with import made_with
from news.models import ArticlePage
from news.stretches import Stretch, stretch_of
from news.syndication.publications.html import cards_kept

ROW = {"shape": "row", "level": 3, "with_lead": True}
LARGE = {"shape": "wide", "level": 2, "with_lead": True}


def listed(articles: QuerySet, asked: Mapping[str, str]) -> Stretch:
    """The stretch of that list which an address asks for; its articles have a `card`, and little else."""
    stretch = stretch_of(articles.only("published_at"), asked)
    large = [article.pk for article in stretch][: stretch.is_newest]
    rows = [article.pk for article in stretch.rows]
    language = get_language() or ""
    cards = cards_kept(rows, large, language, made_with(language))
    missing = {*rows, *large} - cards.keys()
    if missing:
        for page in ArticlePage.objects.for_cards().filter(pk__in=missing):
            cards[page.pk] = card_of(page, LARGE if page.pk in large else ROW)
    for article in stretch:
        article.card = mark_safe(cards.get(article.pk, ""))  # noqa: S308 - made by our templates
    return stretch


def card_of(article: ArticlePage, shape: Mapping[str, Any]) -> str:
    """With the name of its section; `article` has what cards are made of."""
    return render_to_string("news/includes/card.html", {"article": article, **shape})
