"""Counts are written by a thread of their own, a moment after they were made.

A file of its own: the database is emptied after it, so it has to be the last one of its process.
"""

import threading

import pytest

from news.syndication.models import Portal, PortalDay, PortalKey
from news.syndication.portals import usage

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def test_counts_are_written_by_themselves_after_a_moment(client, settings):
    usage.forget()  # of tests before this one
    settings.API_USAGE_WRITTEN_EVERY = 0.01
    _, key = PortalKey.make(Portal.objects.create(name="Cổng tỉnh Bắc Kạn"))
    for times in (1, 2):
        client.get("/api/v1/articles/", headers={"Authorization": f"Bearer {key}"})
        for thread in threading.enumerate():
            if isinstance(thread, threading.Timer):
                thread.join()

        assert PortalDay.objects.get().requests == times
