"""Two at one photo at the same moment: one makes its sizes, the other puts another file in its place.

A file of its own: the database is emptied after it, so it has to be the last one of its process.
"""

import threading
import time
from collections.abc import Callable
from contextlib import closing

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from wagtail.images.forms import get_image_form

from news.factories import PhotoFactory
from news.models import Photo
from news.syndication.objects.renditions import make_renditions
from news.uploads import forms

from .test_replaced_photos import RIGHT, WRONG, colours

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_whoever_comes_first_no_size_of_the_old_file_is_left(monkeypatch):
    """The first stands still in the middle until the second waits for what the first holds."""
    sizes_are_made = (Photo, "_stored")
    row_is_written_and_old_sizes_are_deleted = (forms, "enqueue_with_commit")
    for first, second, middle in (
        (make_renditions, replace, sizes_are_made),
        (replace, make_renditions, row_is_written_and_old_sizes_are_deleted),
    ):
        photo = PhotoFactory(file__color=WRONG)
        with monkeypatch.context() as patch:
            both(photo, first, second, patch, *middle)
        assert colours(photo) == {"blue"}, f"{first.__name__} came first"


def both(photo, first, second, patch, place, name) -> None:
    failures: list[BaseException] = []
    is_in_the_middle = threading.Event()
    does = getattr(place, name)

    def stopping(*args):
        if not is_in_the_middle.is_set():
            is_in_the_middle.set()
            until_somebody_waits_or_is_done(threads[1])
        return does(*args)

    def thread(does: Callable[[Photo], object]) -> threading.Thread:
        def run():
            try:
                does(Photo.objects.get(pk=photo.pk))
            except BaseException as error:
                failures.append(error)
            finally:
                connections.close_all()

        return threading.Thread(target=run)

    patch.setattr(place, name, stopping)
    threads = [thread(first), thread(second)]
    threads[0].start()
    assert is_in_the_middle.wait(30), failures
    threads[1].start()
    for each in threads:
        each.join(30)
    assert failures == []


def replace(photo: Photo) -> None:
    """As the admin does."""
    file = PhotoFactory.build(file__color=RIGHT).file.read()
    form = get_image_form(Photo)(
        {"title": "Ảnh đúng", "collection": photo.collection_id},
        {"file": SimpleUploadedFile("anh.jpg", file, "image/jpeg")},
        instance=photo,
    )
    assert form.is_valid(), form.errors
    form.save()


def until_somebody_waits_or_is_done(second: threading.Thread) -> None:
    with closing(connection.copy()) as onlooker, onlooker.cursor() as cursor:
        while second.ident is None or second.is_alive():
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)
