"""What the worker does for the portals."""

from django_tasks import task

from news.models import Photo

from .objects.publicity import Publicity
from .objects.renditions import make_renditions, photos_of
from .publications import changes, touch


@task(priority=50)  # somebody is writing the article
def make_sizes(pks: list[int]) -> None:
    """Every size of what nobody is told of yet. Photos deleted meanwhile need none."""
    for photo in _public(pks):
        make_renditions(photo)


@task()
def make_photos_ready(pks: list[int]) -> None:
    """Of what is told without its sizes: the pictures first, which takes long; then, in one short
    transaction, what shows them. Also where somebody else has made them since."""
    photos = _public(pks)
    for photo in photos:
        make_renditions(photo)
    with changes():
        for photo in photos:
            touch("photo", photo.pk)


def _public(pks: list[int]) -> list[Photo]:
    return Publicity().in_public_collections(photos_of(pks))
