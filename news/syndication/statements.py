"""Questions in plain SQL, for what an editor waits for.

Django takes several times as long to build such a question as the database to answer it.
"""

from collections.abc import Collection
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def answers(statement: str, keys: Collection[int | str]) -> list[tuple[Any, ...]]:
    """The rows of a statement of our own, with the keys wherever it says `{keys}`.

    As the database has them: dates, booleans and UUIDs are left out, or read with `objects`.
    """
    if not keys:
        return []
    with connection.cursor() as cursor:
        cursor.execute(*_with_keys(statement, keys))
        return cursor.fetchall()


def objects(model: type[Row], statement: str, keys: Collection[int | str]) -> list[Row]:
    """The same as objects of a model; columns it does not have become attributes."""
    if not keys:
        return []
    return list(model._default_manager.raw(*_with_keys(statement, keys)))


def _with_keys(statement: str, keys: Collection[int | str]) -> tuple[str, list[int | str]]:
    places = f"({', '.join(['%s'] * len(keys))})"
    return statement.replace("{keys}", places), [*keys] * statement.count("{keys}")
