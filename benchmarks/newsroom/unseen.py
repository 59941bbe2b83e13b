"""What no hook can see; the sweep finds it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction

from news.awards.models import AwardGrant
from news.models import ArticlePage, Photo, SectionPage
from news.syndication.publications import reconcile
from news.syndication.publications.reconcile import sweep
from people.models import Organisation, Person

from .room import Newsroom

Operation = Callable[[Newsroom], None]


def swept_after(change: Operation) -> Operation:
    """First too: or it would mend in silence what a hook should have seen."""

    @wraps(change)
    def changing(room: Newsroom) -> None:
        room.missed += sweep()
        change(room)
        with _in_silence():
            sweep()

    return changing


@contextmanager
def _in_silence() -> Iterator[None]:
    """It warns of all it finds, and here it has to find something."""
    level = reconcile.logger.level
    reconcile.logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        reconcile.logger.setLevel(level)


@swept_after
def take_down_by_an_update(room: Newsroom) -> None:
    Page.objects.filter(pk=room.page(live=True).pk).update(live=False)


@swept_after
def put_up_by_an_update(room: Newsroom) -> None:
    Page.objects.filter(pk=room.page(live=False).pk).update(live=True, expire_at=None)


@swept_after
def rename_all_by_an_update(room: Newsroom) -> None:
    Page.objects.filter(path__startswith=room.section().path).update(title=room.words("Hàng loạt"))


@swept_after
def correct_by_an_update(room: Newsroom) -> None:
    ArticlePage.objects.filter(pk=room.article().pk).update(lead=room.words("Sapo"))


@swept_after
def give_a_reason_by_an_update(room: Newsroom) -> None:
    which = ArticlePage.objects.filter(pk=room.article(live=False).pk)
    which.update(removal_reason="gone", removal_note=room.words("Vì"))


@swept_after
def make_private_in_bulk(room: Newsroom) -> None:
    room.needs(PageViewRestriction.objects.count() < 2)
    page = room.chance.choice([room.section(), room.page()])
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page, restriction_type="login")]
    )


@swept_after
def make_public_by_sql(room: Newsroom) -> None:
    """Deleted without a signal."""
    which = PageViewRestriction.objects.filter(pk=room.one(PageViewRestriction.objects).pk)
    which._raw_delete(which.db)


@swept_after
def make_a_collection_private_by_an_update(room: Newsroom) -> None:
    which = CollectionViewRestriction.objects.filter(
        pk=room.one(CollectionViewRestriction.objects).pk
    )
    which.update(collection=room.one(Photo.objects).collection)


@swept_after
def correct_captions_by_an_update(room: Newsroom) -> None:
    Photo.objects.update(caption=room.words("Ảnh"))


@swept_after
def rename_people_by_an_update(room: Newsroom) -> None:
    Person.objects.update(full_name=room.words("Đỗ Hữu Ước"))
    Organisation.objects.update(name_en=room.words("Department"))


@swept_after
def revoke_by_an_update(room: Newsroom) -> None:
    AwardGrant.objects.filter(pk=room.one(AwardGrant.objects).pk).update(status="proposed")


@swept_after
def rename_a_section_by_an_update(room: Newsroom) -> None:
    """A page that has no publication; those below tell of it."""
    SectionPage.objects.filter(pk=room.section().pk).update(title=room.words("Mục"))


OPERATIONS = (
    take_down_by_an_update, put_up_by_an_update, rename_all_by_an_update, correct_by_an_update,
    give_a_reason_by_an_update, make_private_in_bulk, make_public_by_sql,
    make_a_collection_private_by_an_update, correct_captions_by_an_update,
    rename_people_by_an_update, revoke_by_an_update, rename_a_section_by_an_update,
)  # fmt: skip
