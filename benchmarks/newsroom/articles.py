"""The life of an article; withdrawn and put back, announcements and consultations too."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import Page

from news.models import ArticlePage
from news.scheduling import keep_schedule
from news.syndication.publications import changes

from .planting import new_article
from .room import Newsroom, NothingToDo

ORIGINAL = {"alias_of": None}  # an alias only follows


def write(room: Newsroom) -> None:
    new_article(room, published=True)


def write_a_draft(room: Newsroom) -> None:
    new_article(room, published=False)


def correct(room: Newsroom) -> None:
    page = room.page(**ORIGINAL)
    page.title = room.words("Sửa")
    page.save_revision().publish()


def save_a_draft(room: Newsroom) -> None:
    page = room.page(**ORIGINAL)
    page.title, page.slug = room.words("Chưa duyệt"), ""
    page.save_revision()


def give_a_new_address(room: Newsroom) -> None:
    page = room.page(**ORIGINAL)
    page.slug = room.slug("bai")
    page.save_revision().publish()


def save_without_a_revision(room: Newsroom) -> None:
    article = room.article(**ORIGINAL)
    article.title = room.words("Lưu thẳng")
    article.save()


def revert(room: Newsroom) -> None:
    page = room.page(**ORIGINAL)
    revision = room.one(page.revisions)
    try:
        reverted = RevertToPageRevisionAction(page, revision).execute()
    except ValidationError as refusal:
        if set(refusal.message_dict) != {"slug"}:
            raise
        raise NothingToDo from refusal  # its address is another page's by now
    reverted.publish()


def withdraw(room: Newsroom) -> None:
    room.page(live=True, **ORIGINAL).unpublish()


def withdraw_with_a_reason(room: Newsroom) -> None:
    """Written into the draft, or published first; the other page may be anything, or gone soon."""
    article = room.article(live=True, **ORIGINAL)
    article.removal_reason = room.chance.choice(["superseded", "redirected", "gone"])
    article.removal_note = room.words("Vì")
    article.replaced_by = room.page()
    revision = article.save_revision()
    if room.likely(0.5):
        revision.publish()
    ArticlePage.objects.get(pk=article.pk).unpublish()


def put_back(room: Newsroom) -> None:
    page = room.page(live=False, **ORIGINAL)
    if isinstance(page, ArticlePage):
        page.removal_reason = ""
    page.go_live_at = page.expire_at = None
    page.save_revision().publish()


def set_a_time(room: Newsroom) -> None:
    """To go live, of a draft or of a correction."""
    article = room.article(**ORIGINAL)
    article.title, article.go_live_at = room.words("Hẹn giờ"), _soon(room)
    article.expire_at = None
    article.save_revision().publish()


def set_an_end(room: Newsroom) -> None:
    page = room.page(live=True, **ORIGINAL)
    page.go_live_at, page.expire_at = None, _soon(room)
    page.save_revision().publish()


def look_at_the_clock(room: Newsroom) -> None:
    keep_schedule()


def move(room: Newsroom) -> None:
    article = room.article()
    place = room.another_place(article)
    if place.get_children().filter(slug=article.slug).exists():
        raise NothingToDo  # the admin says so, too
    article.move(place, pos="last-child")


def copy(room: Newsroom) -> None:
    room.needs_room_for_articles()
    article = room.article(**ORIGINAL)
    article.copy(
        to=room.another_place(article),
        update_attrs={"title": room.words("Bản sao"), "slug": room.slug("ban-sao")},
        copy_revisions=room.likely(0.5),
        keep_live=room.likely(0.7),
    )


def delete(room: Newsroom) -> None:
    room.needs_many_articles()
    room.article().delete()


def delete_several_by_a_query(room: Newsroom) -> None:
    room.needs_many_articles()
    articles = {room.article().pk, room.article().pk}
    with transaction.atomic():  # treebeard counts children beforehand
        ArticlePage.objects.filter(pk__in=articles).delete()


def change_several_at_once(room: Newsroom) -> None:
    pages: list[Any] = [room.page(live=True, **ORIGINAL) for _ in range(3)]
    with changes():
        for page in pages:
            page = Page.objects.get(pk=page.pk).specific
            page.title = room.words("Cùng lúc")
            page.save_revision().publish()
            if room.likely(0.3):
                Page.objects.get(pk=page.pk).specific.unpublish()


def _soon(room: Newsroom) -> datetime.datetime:
    return timezone.now() + datetime.timedelta(minutes=room.chance.randint(5, 300))


OPERATIONS = (
    *[write] * 4, write_a_draft, *[correct] * 3, save_a_draft, give_a_new_address,
    save_without_a_revision, revert, *[withdraw] * 2, withdraw_with_a_reason, *[put_back] * 4,
    *[set_a_time] * 2, set_an_end, *[look_at_the_clock] * 3, *[move] * 2, copy, *[delete] * 2,
    delete_several_by_a_query, change_several_at_once,
)  # fmt: skip
