"""What the worker does for the portals."""

from django_tasks import task

from news.models import ArticlePage

from .objects.raw_body import raw_blocks, raw_photos
from .objects.renditions import make_renditions, public_photos


@task()
def make_renditions_of_article(article: int) -> None:
    """Every size of every photo the article shows. An article deleted meanwhile needs none."""
    page = ArticlePage.objects.filter(pk=article).first()
    if page is None:
        return
    shown = {photo.get("image") for photo in raw_photos(raw_blocks(page.body))}
    for photo in public_photos(pk for pk in {*shown, page.lead_photo_id} if pk).values():
        make_renditions(photo)


@task()
def make_renditions_of_portrait(photo: int) -> None:
    """None where it was deleted meanwhile, or stands in a private collection."""
    for portrait in public_photos([photo]).values():
        make_renditions(portrait)
