"""What the worker does for the portals."""

from collections.abc import Iterable

from django_tasks import task

from news.models import ArticlePage

from .objects.publicity import Publicity
from .objects.raw_body import raw_blocks, raw_photos
from .objects.renditions import make_renditions, photos_with_renditions
from .publications import changes, touch


@task()
def make_renditions_of_article(article: int) -> None:
    """Every size of every photo the article shows. An article deleted meanwhile needs none."""
    page = ArticlePage.objects.filter(pk=article).first()
    if page is None:
        return
    shown = {photo.get("image") for photo in raw_photos(raw_blocks(page.body))}
    _make_ready(pk for pk in {*shown, page.lead_photo_id} if pk)


@task()
def make_renditions_of_photo(photo: int) -> None:
    """Every size: of a portrait that was chosen, or again, after a file was replaced."""
    _make_ready([photo])


def _make_ready(pks: Iterable[int]) -> None:
    """The pictures first, which takes long; then, in one short transaction, what shows them."""
    photos = Publicity().in_public_collections(photos_with_renditions(pks))
    made = [photo.pk for photo in photos if make_renditions(photo)]
    with changes():
        for photo in made:
            touch("photo", photo)
