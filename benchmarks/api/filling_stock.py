"""Articles published one by one, and their rows copied."""

from typing import Any

from benchmarks.contenders import stock
from benchmarks.contenders.copies import copy_pages

MADE = 20
AT_ONCE = 500
SEVERAL = 100  # addresses of each sort
LIMIT = 20
LIST = f"/api/v2/pages/?type=articles.ArticlePage&fields=*&limit={LIMIT}"


def fill(number: int) -> dict[str, list[str]]:
    from django.db import connection, transaction

    articles = stock.make_articles(MADE)
    with transaction.atomic():
        for start in range(MADE, number, AT_ONCE):
            _copy(articles, range(start, min(start + AT_ONCE, number)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return _addresses(number)


def _copy(articles: list[Any], numbers: range) -> None:
    from articles.models import ArticleTag

    pages = copy_pages(articles, numbers, dated_by="date")
    tags = {article.pk: list(article.tags.all()) for article in articles}
    ArticleTag.objects.bulk_create(
        ArticleTag(content_object_id=page.pk, tag=tag)
        for page, n in zip(pages, numbers, strict=True)
        for tag in tags[articles[n % MADE].pk]
    )


def _addresses(number: int) -> dict[str, list[str]]:
    from articles.models import ArticlePage

    pks = list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True))

    def depths(parameters: str, start: int) -> list[str]:
        return [f"{LIST}{parameters}&offset={start + n}" for n in range(SEVERAL)]

    middle, last = number // 2, number - LIMIT - SEVERAL - 1
    return {
        "list of 20": [LIST],
        "first page": depths("", 1),
        "in the middle": depths("", middle),
        "near the end": depths("", last),
        "newest first, in the middle": depths("&order=-date", middle),
        "detail": [f"/api/v2/pages/{pk}/" for pk in pks[middle : middle + SEVERAL]],
    }
