"""A PostgreSQL that cuts a connection, as when it is started again.

A file of its own: the database is emptied after it, so it has to be the last one of its process.
"""

import pytest
from django.db import connection

from news.syndication.models import Edition
from tests.website.byte_path.conftest import new_site
from website.byte_path.editions import RowEdition

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_a_connection_that_was_cut_fails_no_reader():
    Edition.objects.get_or_create(pk=Edition.ONLY)
    site = new_site()
    assert site.ask("/").status == 200
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [process])
    other.close()

    assert [site.ask("/").status for _ in range(3)] == [200, 200, 200]
    assert RowEdition().read()
