"""Many pages out of a few: rows copied below the parent of the originals, each a little older."""

import datetime
from collections.abc import Sequence
from typing import Any

APART = datetime.timedelta(minutes=7)


def copy_pages(originals: Sequence[Any], numbers: range, dated_by: str) -> list[Any]:
    """A copy of the originals in turn for each number, as rows of Wagtail's page model.

    `dated_by` names the moment by which they are listed. Numbers begin behind those of the originals.
    """
    from wagtail.models import Page

    model, parent = type(originals[0]), originals[0].get_parent()
    turns = [(originals[n % len(originals)], n) for n in numbers]
    pages = [_page(original, parent, n) for original, n in turns]
    Page.objects.bulk_create(pages)
    parent.numchild += len(pages)
    parent.save(update_fields=["numchild"])
    own = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    _insert(
        model._meta.db_table,
        ["page_ptr_id", *(field.column for field in own)],
        [
            [page.pk, *(_value(field, original, n, dated_by) for field in own)]
            for page, (original, n) in zip(pages, turns, strict=True)
        ],
    )
    return pages


def _page(original: Any, parent: Any, number: int) -> Any:
    from wagtail.models import Page

    own = ("id", "translation_key", "latest_revision_id", "live_revision_id")
    fields = {
        field.attname: getattr(original, field.attname)
        for field in Page._meta.concrete_fields
        if field.attname not in own
    }
    slug = f"tin-{number}"
    return Page(
        **fields
        | {
            "path": Page._get_path(parent.path, parent.depth + 1, number + 2),
            "slug": slug,
            "url_path": f"{parent.url_path}{slug}/",
        }
    )


def _value(field: Any, original: Any, number: int, dated_by: str) -> Any:
    from django.db import connection

    value = getattr(original, field.attname)
    if field.name == dated_by:
        value -= APART * number
    return field.get_db_prep_save(value, connection)


def _insert(table: str, columns: Sequence[str], rows: list[list[Any]]) -> None:
    from django.db import connection

    names, marks = ", ".join(columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - its own
