"""Dates and numbers as Vietnamese readers write them, and the small things news templates need."""

import base64
import datetime
import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from wagtail.models import Page

from news.links import without_empty_links
from news.models import Photo
from news.pictures import CardPicture, Picture, picture_of, picture_of_large_card
from people.models import Province
from search.addresses import address_of
from search.remembering import remembered
from search.running_text.unbroken import name_unbroken
from search.templatetags.search_tags import (
    day,
    in_letters,
    month_of,
    number,
    on_site_clock,
    public_file,
    reads_vietnamese,
    views_counted,
)

register = template.Library()

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
PARTS_OF_DAY = {"morning": "sáng", "noon": "trưa", "afternoon": "chiều", "evening": "tối"}
HOME_DEPTH = 2


register.filter(number)  # the search writes them the same way
register.filter(day)
register.filter(views_counted)
register.filter(without_empty_links)


@register.filter
def kicker(section: str) -> SafeString:
    """The section that a card names."""
    return format_html('<p class="kicker">{}</p>', section)


@register.simple_tag
def card_here(card: SafeString, title: str) -> SafeString:
    """On the page of that title: a card does not name the section whose page it stands on."""
    return mark_safe(card.replace(kicker(title), "", 1))  # noqa: S308 - as safe as it was


@register.filter
def photos_counted(count: int) -> str:
    """4 ảnh; 1 photo, 4 photos."""
    return ngettext("%(shown)s ảnh", "%(shown)s ảnh", count) % {"shown": number(count)}


@register.filter
def weekday(value: datetime.date) -> str:
    return gettext(WEEKDAYS[on_site_clock(value).weekday()])


@register.filter
def month(value: datetime.date) -> str:
    """Tháng 2/2024; February 2024."""
    local = on_site_clock(value)
    return f"Tháng {local.month}/{local.year}" if reads_vietnamese() else month_of(local)


@register.filter
def published(value: datetime.datetime | None) -> str:
    """16:40, thứ Sáu 14/11/2025."""
    return f"{on_site_clock(value):%H:%M}, {weekday(value)} {day(value)}" if value else ""


@register.filter
def iso(value: datetime.date | None) -> str:
    """For the datetime attribute of <time>."""
    return on_site_clock(value).isoformat() if value else ""


@register.filter
def event_time(article: Any) -> str:
    """Chiều thứ Năm, 29/02/2024; or from the first day to the last."""
    if not article.event_date:
        return ""
    when = _in_part_of_day(article, f"{weekday(article.event_date)}, {day(article.event_date)}")
    if article.event_end_date and article.event_end_date > article.event_date:
        when = f"{when} {gettext('đến')} {weekday(article.event_end_date)}, {day(article.event_end_date)}"
    return upper_first(when)


@register.filter
def event_day(article: Any) -> str:
    """Sự kiện chiều 29/02/2024: the short form under a headline."""
    if not article.event_date:
        return ""
    words = [gettext("Sự kiện"), _in_part_of_day(article, day(article.event_date))]
    if article.event_end_date and article.event_end_date > article.event_date:
        words += ["–", day(article.event_end_date)]
    return " ".join(words)


def _in_part_of_day(article: Any, when: str) -> str:
    """chiều 29/02/2024; 29 February 2024, afternoon."""
    if article.event_part_of_day not in PARTS_OF_DAY:
        return when
    part = gettext(PARTS_OF_DAY[article.event_part_of_day])
    return f"{part} {when}" if reads_vietnamese() else f"{when}, {part}"


@register.filter
def upper_first(words: object) -> str:
    """A capital at the start only; the rest stays as written."""
    text = str(words)
    return text[:1].upper() + text[1:]


@register.filter
def event_location(page: Any) -> SafeString:
    """Hội trường Sở, tỉnh Bắc Kạn; the province once, also when the place already names it.

    The place is in the language of the page; the province bears the name its readers know.
    """
    place, province = upper_first(page.event_place), page.event_province
    if not province or _names(place, province):
        return name_unbroken(place)
    name = in_letters(province.full_name, province.name_en)
    if not place:
        return name_unbroken(upper_first(name))
    within = lower_first(name) if reads_vietnamese() else name
    return format_html("{}, {}", place, name_unbroken(within))


def _names(place: str, province: Province) -> bool:
    names = filter(None, (province.name, province.name_en))
    return any(name.casefold() in place.casefold() for name in names)


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


@register.filter
def photo_credit(credit: str) -> str:
    """Ảnh: Thu Hà; a credit that already says it is a picture stays as it is."""
    return (
        credit
        if not credit or credit.casefold().startswith("ảnh")
        else f"{gettext('Ảnh:')} {credit}"
    )


@register.simple_tag
def picture_in_text(photo: Photo) -> Picture | None:
    return picture_of(photo)


@register.simple_tag
def large_card_picture(photo: Photo) -> CardPicture:
    return picture_of_large_card(photo)


@register.inclusion_tag("news/includes/preload_photo.html", takes_context=True)
def preload_photo(context: Context) -> dict[str, Any]:
    """In the head of a page whose body begins with a photo: it is asked for before the text is read."""
    photos = context.get("photos")
    photo = public_file(photos[0]["image"]) if photos else None
    return {"picture": picture_of(photo) if photo else None}


@register.simple_tag
def full_address(page: Page) -> str:
    """For taking away; "" of one that is not saved yet."""
    return address_of(page) if page.pk else ""


@register.filter
def zalo_share(address: str) -> str:
    """Where Zalo offers to send an address on; it wants it wrapped."""
    wrapped = base64.b64encode(json.dumps({"url": address}).encode()).decode()
    return (
        f"https://button-share.zalo.me/share_external?{urlencode({'d': wrapped, 'shareType': 0})}"
    )


@register.filter
def kept(photos: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of which the picture is kept, not only the caption."""
    return [photo for photo in photos if photo["image"]]


@register.filter
def lost(photos: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [photo for photo in photos if not photo["image"]]


@register.filter
def by_role(rows: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Rows of participants or organisations under each role's name, roles in their own order."""
    rows = list(rows)
    roles = rows[0].Role if rows else ()
    groups = [(gettext(role.label), [row for row in rows if row.role == role]) for role in roles]
    return [(label, members) for label, members in groups if members]


@register.filter
def has_block(body: Iterable[Any], block_type: str) -> bool:
    return any(block.block_type == block_type for block in body)


@register.filter
def labelled_rows(table: Any) -> list[list[dict[str, Any]]]:
    """The rows of a table block, each cell with its column's heading and kind."""
    return [
        [
            {"label": column["heading"], "kind": column["block"].name, "cell": cell}
            for column, cell in zip(table.columns, row, strict=False)
        ]
        for row in table.rows
    ]


@register.inclusion_tag("news/includes/breadcrumb.html", takes_context=True)
def breadcrumb(context: Context) -> dict[str, Any]:
    """The way from the home page to this page, without the page itself."""
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, Page) or not page.path:
        return {"crumbs": []}
    return {
        "crumbs": [
            {
                "title": gettext("Trang chủ") if ancestor.depth == HOME_DEPTH else ancestor.title,
                "url": ancestor.get_url(request),
            }
            for ancestor in pages_above(page)
        ]
    }


def pages_above(page: Page) -> list[Page]:
    """Home first. Of drafts their links would lead nowhere."""
    return remembered(
        f"pages above {page.path[: -page.steplen]}",
        lambda: list(page.get_ancestors().filter(depth__gte=HOME_DEPTH).live()),
    )
