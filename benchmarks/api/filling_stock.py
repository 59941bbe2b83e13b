"""Articles published one by one, and their rows copied."""

import datetime
from typing import Any

from benchmarks.contenders import stock

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
    from articles.models import ArticlePage, ArticleTag
    from django.db import connection
    from wagtail.models import Page

    home = Page.objects.get(depth=2)
    pages = [_page(articles[n % MADE], home, n) for n in numbers]
    Page.objects.bulk_create(pages)
    home.numchild += len(pages)
    home.save(update_fields=["numchild"])
    own = [field for field in ArticlePage._meta.local_concrete_fields if not field.primary_key]
    columns = ", ".join(["page_ptr_id", *(field.column for field in own)])
    marks = ", ".join(["%s"] * (len(own) + 1))
    originals = [articles[n % MADE] for n in numbers]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO articles_articlepage ({columns}) VALUES ({marks})",  # noqa: S608 - its columns
            [
                [page.pk, *(_value(field, original, page) for field in own)]
                for page, original in zip(pages, originals, strict=True)
            ],
        )
    tags = {article.pk: list(article.tags.all()) for article in articles}
    ArticleTag.objects.bulk_create(
        ArticleTag(content_object_id=page.pk, tag=tag)
        for page, original in zip(pages, originals, strict=True)
        for tag in tags[original.pk]
    )


def _page(original: Any, home: Any, number: int) -> Any:
    from wagtail.models import Page

    fields = {
        field.attname: getattr(original, field.attname)
        for field in Page._meta.concrete_fields
        if field.attname not in ("id", "translation_key", "latest_revision_id", "live_revision_id")
    }
    slug = f"tin-{number}"
    return Page(
        **fields
        | {
            "path": Page._get_path(home.path, home.depth + 1, number + 2),
            "slug": slug,
            "url_path": f"{home.url_path}{slug}/",
        }
    )


def _value(field: Any, original: Any, page: Any) -> Any:
    from django.db import connection

    value = getattr(original, field.attname)
    if field.name == "date":
        value -= datetime.timedelta(minutes=7 * int(page.slug.removeprefix("tin-")))
    return field.get_db_prep_save(value, connection)


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
