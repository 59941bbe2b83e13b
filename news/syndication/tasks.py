"""What the worker does for the portals."""

from django_tasks import task

from .objects.publicity import Publicity
from .objects.renditions import make_renditions, photos_of
from .publications import changes, touch


@task()
def make_photos_ready(pks: list[int]) -> None:
    """Every size: the pictures first, which takes long; then, in one short transaction, what shows
    them. Photos deleted meanwhile need none."""
    photos = Publicity().in_public_collections(photos_of(pks))
    made = [photo.pk for photo in photos if make_renditions(photo)]
    with changes():
        for photo in made:
            touch("photo", photo)
