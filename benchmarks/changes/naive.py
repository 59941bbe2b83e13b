"""The feed everybody writes first: a table of what changed, read on from the last id."""

from django.db import connection

ID = {"sqlite": "integer PRIMARY KEY AUTOINCREMENT", "postgresql": "bigserial PRIMARY KEY"}


def create() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE changed (id {ID[connection.vendor]}, article bigint)")


def tell(article: int) -> None:
    """In the transaction of the change. The id is given now, not when that commits."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO changed (article) VALUES (%s)", [article])


def told_after(last: int) -> list[tuple[int, int]]:
    """Id and article."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, article FROM changed WHERE id > %s ORDER BY id", [last])
        return cursor.fetchall()
