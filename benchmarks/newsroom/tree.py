"""Sections, addresses and privacy: what counts for all that stands below."""

from typing import Any

from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction, Site

from news.awards.models import AwardsIndexPage
from news.factories import SectionPageFactory
from news.models import NewsIndexPage, SectionPage

from .planting import administrator
from .room import Newsroom

FEW_SECTIONS, MANY_SECTIONS = 3, 6
MOST_PRIVATE = 3  # places at a time, or there would be nothing public left


def open_a_section(room: Newsroom) -> None:
    room.needs(SectionPage.objects.count() < MANY_SECTIONS)
    news = NewsIndexPage.objects.filter(locale__language_code="vi").order_by("pk").first()
    SectionPageFactory(parent=news, title=room.words("Chuyên mục"))


def rename_a_section(room: Newsroom) -> None:
    section = room.section()
    section.title = room.words("Mục")
    section.save_revision().publish()


def change_the_address_of_a_section(room: Newsroom) -> None:
    section = room.section()
    section.slug = room.slug("muc")
    section.save_revision().publish()


def change_the_address_of_the_news(room: Newsroom) -> None:
    news = NewsIndexPage.objects.get(locale__language_code="vi")
    news.slug = room.chance.choice(["tin-tuc", "tin-bai"])
    news.save_revision().publish()


def introduce_a_section(room: Newsroom) -> None:
    """Articles do not tell of it."""
    section = room.section()
    section.introduction = room.words("Giới thiệu")
    section.save_revision().publish()


def move_a_section(room: Newsroom) -> None:
    section = room.section()
    news = NewsIndexPage.objects.get(locale__language_code="vi")
    elsewhere = room.chance.choice([news, news.get_parent(), room.section()])
    room.needs(not elsewhere.path.startswith(section.path))
    section.move(elsewhere, pos="last-child")


def reorder_the_sections(room: Newsroom) -> None:
    """Paths change, addresses do not."""
    section, other = room.section(), room.section()
    room.needs(section.get_parent() == other.get_parent() and section != other)
    section.move(other, pos="left")


def delete_a_section(room: Newsroom) -> None:
    sections = SectionPage.objects.filter(locale__language_code="vi")
    room.needs(sections.count() > FEW_SECTIONS)
    section = room.section()
    room.needs(sections.exclude(path__startswith=section.path).count() >= FEW_SECTIONS)
    section.delete()


def unpublish_a_section_with_all_below(room: Newsroom) -> None:
    section = room.one(SectionPage.objects.filter(live=True))
    UnpublishPageAction(section, user=administrator(), include_descendants=True).execute()


def unpublish_a_section_alone(room: Newsroom) -> None:
    room.section().unpublish()


def publish_a_section(room: Newsroom) -> None:
    section = room.one(SectionPage.objects.filter(live=False, alias_of=None))
    section.save_revision().publish()


def make_private(room: Newsroom) -> None:
    room.needs(PageViewRestriction.objects.count() < MOST_PRIVATE)
    PageViewRestriction.objects.create(page=_somewhere(room), restriction_type="login")


def make_something_else_private(room: Newsroom) -> None:
    restriction = room.one(PageViewRestriction.objects)
    restriction.page = _somewhere(room)
    restriction.save()


def make_public(room: Newsroom) -> None:
    room.one(PageViewRestriction.objects).delete()


def make_all_public_by_a_query(room: Newsroom) -> None:
    room.needs(PageViewRestriction.objects.exists())
    PageViewRestriction.objects.all().delete()


def give_the_site_another_name(room: Newsroom) -> None:
    site = Site.objects.get()
    site.hostname = room.chance.choice(["localhost", "sonoivu.example.vn"])
    site.save()


def _somewhere(room: Newsroom) -> Any:
    """A page, a section, in one case of ten everything of a kind, or the whole site."""
    if room.likely(0.1):
        news, awards = NewsIndexPage.objects.first(), AwardsIndexPage.objects.first()
        return room.chance.choice(
            [Page.objects.get(depth=2, locale__language_code="vi"), news, awards]
        )
    return room.section() if room.likely(0.3) else room.page()


OPERATIONS = (
    *[open_a_section] * 2, rename_a_section, change_the_address_of_a_section,
    change_the_address_of_the_news, introduce_a_section, move_a_section, reorder_the_sections,
    delete_a_section, unpublish_a_section_with_all_below, unpublish_a_section_alone,
    *[publish_a_section] * 2, *[make_private] * 2, make_something_else_private,
    *[make_public] * 2, make_all_public_by_a_query, give_the_site_another_name,
)  # fmt: skip
