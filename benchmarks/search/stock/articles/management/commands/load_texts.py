"""load_texts FILE: every row of a JSONL file a live page; the slug carries the row's id.

In two bulk inserts, because the time it takes is not what is measured. The index is left to
`update_index`.
"""

import json
from argparse import ArgumentParser
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from wagtail.models import Locale, Page

from ...models import ArticlePage

BATCH = 500


class Command(BaseCommand):
    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        home = Page.objects.get(depth=2)
        with options["file"].open(encoding="utf-8") as file:
            rows = (json.loads(line) for line in file)
            while batch := list(islice(rows, BATCH)):
                _add(batch, home)
        home.save(update_fields=["numchild"])


def _add(rows: list[dict[str, str]], home: Page) -> None:
    pages = []
    for row in rows:
        home.numchild += 1
        pages.append(_page(row, home))
    Page.objects.bulk_create(pages)
    bodies = [(page.pk, _html(row["body"])) for page, row in zip(pages, rows, strict=True)]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO articles_articlepage (page_ptr_id, body) VALUES (%s, %s)", bodies
        )


def _page(row: dict[str, str], home: Page) -> Page:
    title = row["title"][:255]
    return Page(
        path=Page._get_path(home.path, 3, home.numchild),
        depth=3,
        title=title,
        draft_title=title,
        slug=row["id"],
        url_path=f"{home.url_path}{row['id']}/",
        content_type=ContentType.objects.get_for_model(ArticlePage),
        locale=Locale.get_default(),
        live=True,
    )


def _html(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line)
