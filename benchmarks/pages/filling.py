"""A project's database filled with articles, and the addresses of what shows them.

In its environment, `python -m benchmarks.pages.filling ours|stock NUMBER`; prints JSON: addresses by what
they are of.
"""

import json
import sys
from typing import Any

from benchmarks.api import filling_ours, filling_stock
from benchmarks.contenders import ours
from benchmarks.contenders.copies import copy_pages

AT_ONCE = 500
SEVERAL = 20


def main() -> None:
    import django

    django.setup()
    name, number = sys.argv[1], int(sys.argv[2])
    print(json.dumps({"ours": fill_ours, "stock": fill_stock}[name](number)))


def fill_ours(number: int) -> dict[str, list[str]]:
    from django.db import connection, transaction

    from news.finished_pages import finish_pages

    articles = ours.make_articles(filling_ours.MADE)
    finish_pages(longest=float("inf"))  # as the worker does it, a moment after each
    section = articles[0].get_parent()
    with transaction.atomic():
        filling_ours.copy_publications(number - len(articles))
        for start in range(len(articles), number, AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, number))
            _give_cards(copy_pages(articles, numbers, "published_at"))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "article": [each.url for each in articles[:SEVERAL]],
        "index": ["/tin-tuc/"],
        "index, in the middle": [f"/tin-tuc/?{each}" for each in _in_the_middle(number)],
        "section": [section.url],
        "API list": [filling_ours.LIST],
        "API detail": [f"/api/v1/articles/{each.translation_key}/" for each in articles[:SEVERAL]],
    }


def fill_stock(number: int) -> dict[str, list[str]]:
    from articles.models import ArticlePage
    from listing.models import IndexPage
    from wagtail.models import Page

    addresses = filling_stock.fill(number)
    home = Page.objects.get(depth=2)
    home.add_child(instance=IndexPage(title="Tin", slug="danh-sach")).save_revision().publish()
    articles: Any = ArticlePage.objects.order_by("pk")[:SEVERAL]
    return {
        "article": [f"/{each.slug}/" for each in articles],
        "index": ["/danh-sach/"],
        "index, in the middle": [f"/danh-sach/?page={number // 40 + n}" for n in range(5)],
        "API list": addresses["list of 20"],
        "API detail": [f"/api/v2/pages/{each.pk}/" for each in articles],
    }


def _give_cards(pages: list[Any]) -> None:
    """Finished, as those that were made have: lists ask for them. What they tell is of the originals,
    but for their addresses: readers' pages are found by those."""
    from news.syndication.models import Publication, PublicationHtml

    finished = list(PublicationHtml.objects.exclude(card="").values("made_with", "card")[:SEVERAL])
    copies = Publication.objects.filter(kind="article", page=0).order_by("pk")[: len(pages)]
    publications = list(copies.only("page", "url"))
    for publication, page in zip(publications, pages, strict=True):
        section = publication.url.rstrip("/").rpartition("/")[0]
        publication.page, publication.url = page.pk, f"{section}/{page.slug}/"
    Publication.objects.bulk_update(publications, ["page", "url"])
    PublicationHtml.objects.bulk_create(
        PublicationHtml(publication=publication, **finished[n % len(finished)])
        for n, publication in enumerate(publications)
    )


def _in_the_middle(number: int) -> list[str]:
    """What leads on from there to older articles."""
    from news.models import ArticlePage
    from news.stretches import OLDER, Place

    rows = ArticlePage.objects.newest_first().values_list("published_at", "pk")
    return [f"{OLDER}={Place(*row)}" for row in rows[number // 2 : number // 2 + 5]]


if __name__ == "__main__":
    main()
