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
            copy_pages(articles, range(start, min(start + AT_ONCE, number)), "published_at")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "article": [each.url for each in articles[:SEVERAL]],
        "index": ["/tin-tuc/"],
        "index, in the middle": _depths("/tin-tuc/", number),
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
        "index, in the middle": _depths("/danh-sach/", number),
        "API list": addresses["list of 20"],
        "API detail": [f"/api/v2/pages/{each.pk}/" for each in articles],
    }


def _depths(address: str, number: int) -> list[str]:
    return [f"{address}?page={number // 40 + n}" for n in range(5)]


if __name__ == "__main__":
    main()
