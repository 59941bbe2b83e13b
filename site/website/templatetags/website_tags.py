"""The site's ornament, and what every page's frame needs."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import cycle, islice

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse, translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info, gettext
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale, Page

from news.awards.models import ConsultationPage
from news.models import ArticlePage, PhotoUse
from news.models.base import PublicPageQuerySet
from search.addresses import absolute, address_of, front_page
from search.public_files import private_collections
from search.remembering import remembered
from search.templatetags.search_tags import (
    home_address,
    in_letters,
    language_of,
    or_english,
    title_in_menu,
)
from search.vietnamese.tones import LEVEL, tones
from website.front_page import MostRead, most_read_lately
from website.models import SiteSettings, StandardPage

register = template.Library()

TILE = 24
TONE_SETS = ("ngoc", "cham", "son", "vang", "lacquer")
PICTURE_COLUMNS, PICTURE_ROWS = 6, 4
MARK_TEXT = "Sở Nội vụ tỉnh"
# The wall of the 404 page: 6 × 6 bricks, of which these have fallen out.
LOST_BRICKS = (14, 15, 20, 27, 28)
LONGEST_MENU = 6
# A page and a topic are translated one by one; all else is under /en/ as it is without.
VIEWS_IN_ONE_LANGUAGE = {"wagtail_serve", "news:topic"}
PHOTOS_IN_A_LONG_ARTICLE = 8
MENU_PLACE_OF_DIRECTORY = 2
WORD_OF_ADDRESS = re.compile(r"[^\W_]+")
ENDING_OF_ADDRESS = re.compile(r"\.\w{1,5}$")


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str
    is_here: bool
    is_current: bool


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> list[MenuItem]:
    """Home, the pages marked "show in menus", and the directory, which is no page."""
    request = context.get("request")
    if request is None:
        return []
    home, front = home_address(context), front_page(request)
    links = remembered(
        f"menu below {front and front.pk} in {get_language()}", lambda: menu_links(request)
    )
    return [
        menu_item(title, url, request, home)
        for title, url in [(gettext("Trang chủ"), home), *links]
    ]


def menu_links(request: HttpRequest) -> list[tuple[str, str]]:
    pages = [page for page in top_pages(request) if page.show_in_menus]
    links = [(title_in_menu(page), page.get_url(request)) for page in pages]
    directory = (gettext("Nhân sự và tổ chức"), reverse("people:directory"))
    links.insert(MENU_PLACE_OF_DIRECTORY, directory)
    return links[:LONGEST_MENU]


@register.simple_tag(takes_context=True)
def footer_pages(context: Context) -> list[Page]:
    """Plain pages that are not in the menu: terms of use, accessibility, about us."""
    request = context.get("request")
    pages = top_pages(request) if request else []
    return [
        page
        for page in pages
        if not page.show_in_menus and issubclass(page.specific_class or Page, StandardPage)
    ]


@dataclass(frozen=True)
class OtherLanguage:
    code: str
    name: str
    url: str


@register.simple_tag(takes_context=True)
def other_languages(context: Context) -> list[OtherLanguage]:
    """This page in the other languages; where there is no such page, their home pages.

    What is no page of Wagtail's is there in every language, whether there is a home page or not.
    """
    request, page = context.get("request"), context.get("page")
    home = front_page(request) if request else None
    if request is None or home is None:
        return []
    here = page if isinstance(page, Page) and page.pk else None
    is_translated = context.get("is_translated") is not False
    pages = _pages_beside(here, home, is_translated=is_translated)
    read = language_of(here) if here else get_language()
    addresses = {
        code: _same_in(code, request) or (pages[code].get_url(request) if code in pages else "")
        for code in get_content_languages()
        if code != read
    }
    return [
        OtherLanguage(code, get_language_info(code)["name_local"], address)
        for code, address in addresses.items()
        if address
    ]


def _pages_beside(here: Page | None, home: Page, *, is_translated: bool) -> dict[str, Page]:
    """This page in each language; where it is not translated, the home page."""
    homes = remembered(f"homes of {home.translation_key}", lambda: translations_of(home))
    is_home = here is None or here.translation_key == home.translation_key
    if len(homes) < 2 or is_home or not is_translated:
        return homes
    return homes | translations_of(here)


def translations_of(page: Page) -> dict[str, Page]:
    """The public ones, and itself, by language."""
    same = PublicPageQuerySet(Page).publicly_visible().filter(translation_key=page.translation_key)
    return {each.locale.language_code: each for each in same.select_related("locale")}


def _same_in(code: str, request: HttpRequest) -> str:
    """This address in another language; empty where a page or nothing stands for it there."""
    match, here = request.resolver_match, request.get_full_path()
    if match is None or match.view_name in VIEWS_IN_ONE_LANGUAGE:
        return ""
    there = translate_url(here, code)
    return there if there != here else ""


@register.simple_tag(takes_context=True, name="front_page")
def front_page_of_reader(context: Context) -> Page | None:
    request = context.get("request")
    return front_page(request) if request else None


def top_pages(request: HttpRequest) -> list[Page]:
    """The public pages right under the home page."""
    home = front_page(request)
    return remembered(f"pages below {home.pk}", lambda: public_children(home)) if home else []


def public_children(page: Page) -> list[Page]:
    public = PublicPageQuerySet(Page).publicly_visible()
    return list(public.child_of(page).order_by("path"))


def menu_item(title: str, url: str, request: HttpRequest, home: str) -> MenuItem:
    here = request.path == url
    return MenuItem(title, url, here, here or (url != home and request.path.startswith(url)))


@register.filter
def full_name(site_settings: SiteSettings) -> str:
    """In the reader's language, for what takes words alone: titles, what others are told."""
    return in_letters(site_settings.vietnamese_name, site_settings.english_name)


@register.filter
def full_name_told(site_settings: SiteSettings) -> SafeString | str:
    """The same among words, marked where it is Vietnamese among English ones."""
    return or_english(site_settings.vietnamese_name, site_settings.english_name)


@register.filter
def told(site_settings: SiteSettings, field: str) -> SafeString | str:
    """What the department says of itself: in English for those who read it, where it is written."""
    return or_english(getattr(site_settings, field), getattr(site_settings, f"{field}_en"))


@register.filter
def words_of_address(path: str) -> str:
    """/tin-tuc/trao-co-thi-dua.html as words to search for: the last part, without its ending."""
    last = path.rstrip("/").rpartition("/")[2]
    return " ".join(WORD_OF_ADDRESS.findall(ENDING_OF_ADDRESS.sub("", last)))[:100]


@register.simple_tag
def most_read_articles() -> list[MostRead]:
    articles = ArticlePage.objects.publicly_visible()
    return most_read_lately(articles.filter(locale=Locale.get_active()))


@register.simple_tag
def photo_stories(limit: int = 4) -> list[PhotoUse]:
    """One photo from each of the newest articles that have several: the one after the first."""
    uses = (
        PhotoUse.objects.filter(
            photo__isnull=False,
            position__gt=0,
            article__in=ArticlePage.objects.publicly_visible().filter(locale=Locale.get_active()),
        )
        .exclude(photo__collection__in=private_collections())
        .select_related("photo", "article")
        .prefetch_related("photo__renditions")
        .order_by("-article__published_at", "position")
    )
    by_article: dict[int, PhotoUse] = {}
    for use in uses[: limit * PHOTOS_IN_A_LONG_ARTICLE]:
        by_article.setdefault(use.article_id, use)
    return list(by_article.values())[:limit]


@register.simple_tag
def open_consultations() -> list[ConsultationPage]:
    """What the public may comment on today, soonest to close first."""
    pages = ConsultationPage.objects.publicly_visible().order_by("closes_on")
    return [page for page in pages if page.is_open()]


@register.simple_tag
def share_picture(page: Page) -> str:
    return absolute(reverse("share-picture", args=[page.pk]))


@register.simple_tag
def canonical_address(page: Page) -> str:
    """The page's own, without what was behind it: filters, marks of whoever shared it."""
    return address_of(page)


@register.simple_tag
def tone_strip(
    text: str, name: str, height: int = 12, rows: int = 1, tone_set: str = "lacquer"
) -> SafeString:
    """A band of tiles across its container; `name` must be unique on the page.

    The text is laid once, as an SVG pattern, and repeats by itself: a band as wide as the
    screen costs no more bytes than its words.
    """
    columns = len(tones(text)) or 1
    return format_html(
        '<svg class="tone-strip tone-{}{}" width="100%" height="{}" aria-hidden="true" focusable="false">'
        '<defs><pattern id="{}" width="{}" height="{}" patternUnits="userSpaceOnUse"'
        ' patternTransform="scale({})">{}</pattern></defs>'
        '<rect width="100%" height="100%" fill="url(#{})" stroke="none"/></svg>',
        known_set(tone_set),
        " large" if height // rows >= TILE else "",
        height,
        name,
        columns * TILE,
        rows * TILE,
        round(height / rows / TILE, 4),
        draw_tiles(text, columns, rows),
        name,
    )


@register.simple_tag
def tone_picture(text: str, tone_set: str = "ngoc") -> SafeString:
    """The picture of an article without a photo: its title, brick by brick."""
    return format_html(
        '<svg class="tone-picture tone-{}" viewBox="0 0 144 96" width="144" height="96"'
        ' fill="none" aria-hidden="true" focusable="false">{}</svg>',
        known_set(tone_set),
        draw_tiles(text, PICTURE_COLUMNS, PICTURE_ROWS),
    )


@register.simple_tag
def tone_wall(text: str, tone_set: str = "son") -> SafeString:
    """A square wall with bricks missing, for pages that are not there."""
    return format_html(
        '<svg class="tone-picture square tone-{}" viewBox="0 0 144 144" width="144" height="144"'
        ' fill="none" aria-hidden="true" focusable="false">{}{}</svg>',
        known_set(tone_set),
        mark_safe(f'<path class="tone-gap" d="{"".join(gaps())}"/>'),  # noqa: S308
        draw_tiles(text, PICTURE_COLUMNS, PICTURE_COLUMNS, missing=LOST_BRICKS),
    )


@register.simple_tag
def tone_mark(text: str = MARK_TEXT) -> SafeString:
    """The default site mark: four tiles in a frame."""
    return format_html(
        '<svg class="tone-mark" viewBox="-8 -8 64 64" width="44" height="44" fill="none"'
        ' aria-hidden="true" focusable="false">'
        '<rect x="-7" y="-7" width="62" height="62" rx="7" stroke-width="2"/>{}</svg>',
        draw_tiles(text, 2, 2),
    )


def draw_tiles(
    text: str, columns: int, rows: int, missing: Collection[int] = frozenset()
) -> SafeString:
    """References to the six tile drawings of tone_tiles.html, in the order of the words."""
    drawn = islice(cycle(tones(text) or [LEVEL]), columns * rows)
    tiles = (tile(tone, *place) for tone, place in zip(drawn, places(columns, rows), strict=True))
    kept = (drawing for number, drawing in enumerate(tiles) if number not in missing)
    return mark_safe(f'<g fill="none" stroke-width="4.5">{"".join(kept)}</g>')  # noqa: S308 - no text in it


def places(columns: int, rows: int) -> Iterator[tuple[int, int]]:
    return ((column * TILE, row * TILE) for row in range(rows) for column in range(columns))


def tile(tone: str, x: int, y: int) -> str:
    across = f' x="{x}"' if x else ""
    down = f' y="{y}"' if y else ""
    return f'<use href="#t-{tone}"{across}{down}/>'


def gaps() -> Iterator[str]:
    for brick in LOST_BRICKS:
        row, column = divmod(brick, PICTURE_COLUMNS)
        yield f"M{column * TILE} {row * TILE}h24v24h-24z"


def known_set(tone_set: str) -> str:
    return tone_set if tone_set in TONE_SETS else TONE_SETS[0]
