"""Small things of the search page, and of lists in the other rooms."""

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.db.models import prefetch_related_objects
from django.template import Context, Node
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils import dateformat, timezone
from django.utils.html import conditional_escape, format_html, strip_tags
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import (
    get_language,
    get_language_info,
    gettext,
    ngettext,
    override,
)
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale
from wagtail.models import Page as AnyPage

from search.addresses import absolute, front_page
from search.facets import KIND, Facet, facet_named
from search.finding import FacetChoice, Question, Result
from search.kinds import page_kinds
from search.named import named_kinds
from search.public_files import private_collections
from search.remembering import remembered
from search.running_text.contacts import contacts_linked, email_link, telephones_linked
from search.running_text.unbroken import name_unbroken, numbers_unbroken, title_unbroken

register = template.Library()

register.filter(name_unbroken)
register.filter(numbers_unbroken)
register.filter(title_unbroken)

MOST_WORDS_TO_LEAVE_OUT = 6
VIETNAMESE = "vi"
UNENDED_LINE = re.compile(r"(?<![.!?…:\s])\s*\n\s*")


@register.filter
def elided(page: Page) -> Iterator[int | str]:
    """The page numbers to offer around this one: 1 … 4 5 6 … 18."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


def page_name(page: Page) -> str:
    """trang 2, for the title of the document; the first page is the list itself."""
    return gettext("trang %(number)s") % {"number": page.number} if page.number > 1 else ""


@register.filter
def number(value: int | None) -> str:
    """1284 as 1.284, or 1,284 for those who read English; nothing as 0."""
    grouped = f"{value or 0:,}"
    return grouped.replace(",", ".") if reads_vietnamese() else grouped


@register.filter
def views_counted(count: int) -> str:
    """1.284 lượt xem; 1 view, 1,284 views."""
    return ngettext("%(shown)s lượt xem", "%(shown)s lượt xem", count) % {"shown": number(count)}


@register.filter
def day(value: datetime.date | None) -> str:
    """29/02/2024 by the clock of the site; in English 29 February 2024: 01/02 must not be two days."""
    return _written(value, "d/m/Y", "j F Y")


@register.filter
def month_of(value: datetime.date | None) -> str:
    """02/2024; February 2024."""
    return _written(value, "m/Y", "F Y")


def _written(value: datetime.date | None, vietnamese_form: str, english_form: str) -> str:
    form = vietnamese_form if reads_vietnamese() else english_form
    return dateformat.format(on_site_clock(value), form) if value else ""


def on_site_clock(value: datetime.date) -> datetime.date:
    """Moments are kept in UTC; readers live by the site's clock. Plain dates stay as they are."""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


@register.simple_tag
def public_file(file: Any) -> Any:
    """The photo or document; nothing where it stands in a private collection, whoever looks."""
    return file if file and file.collection_id not in private_collections() else None


# --- What pages share ------------------------------------------------------------------------------


@register.tag("remembered")
def remembered_part(parser: Parser, token: Token) -> "RememberedPart":
    """{% remembered "footer" home %}…{% endremembered %}: rendered once for an edition and language.

    All that differs from page to page within is named behind its name.
    """
    _tag, name, *depends_on = token.split_contents()
    inside = parser.parse(("endremembered",))
    parser.delete_first_token()
    return RememberedPart(name, [parser.compile_filter(each) for each in depends_on], inside)


class RememberedPart(Node):
    def __init__(self, name: str, depends_on: list[FilterExpression], inside: NodeList) -> None:
        self.name, self.depends_on, self.nodelist = name, depends_on, inside

    def render(self, context: Context) -> SafeString:
        values = [each.resolve(context) for each in self.depends_on]
        name = f"part {self.name} in {get_language()} of {values!r}"
        return remembered(name, lambda: self.nodelist.render(context))


# --- Languages -----------------------------------------------------------------------------------
# The words around a text follow the address; names, places and what editors wrote are Vietnamese
# wherever they stand, and a program that reads aloud has to be told so.


@register.filter
def vietnamese(words: object) -> SafeString | str:
    """Words that nobody translates, marked as such among words of another language."""
    if not words or reads_vietnamese():
        return str(words or "")
    return format_html('<span lang="vi">{}</span>', words)


@register.filter
def or_english(words: object, english: str) -> SafeString | str:
    """The English words for those who read English, where there are any."""
    return vietnamese(words) if reads_vietnamese() or not english else english


def in_letters(words: str, english: str) -> str:
    """The same in letters alone, which cannot be marked: for titles, files and drawings."""
    return words if reads_vietnamese() or not english else english


def letters_of(shown: SafeString | str) -> str:
    """What may be marked, in letters alone."""
    return unescape(strip_tags(conditional_escape(shown)))


@register.filter
def called(thing: Any) -> SafeString | str:
    """By the English name for those who read English, where it has one."""
    return or_english(thing, thing.name_en)


@register.filter
def known_words(words: str) -> SafeString | str:
    """In the reader's language where the catalogue has them; a name it does not have is Vietnamese."""
    said = gettext(words)
    return said if said != words or words.isdigit() else vietnamese(words)


@register.simple_tag
def in_vietnamese() -> SafeString:
    """The same for a whole element: its attribute."""
    return SafeString("" if reads_vietnamese() else ' lang="vi"')


@register.simple_tag
def in_language_of(page: AnyPage) -> SafeString | str:
    """The attribute of what shows a page, where that is not in the reader's language."""
    code = language_of(page)
    return format_html(' lang="{}"', code) if code not in ("", get_language()) else ""


@register.simple_tag
def other_language(page: AnyPage) -> str:
    """“ · Tiếng Anh”, behind what a page is, where that is not in the reader's language."""
    code = language_of(page)
    if code in ("", get_language()):
        return ""
    try:
        name = get_language_info(code)["name_translated"]
    except KeyError:  # a host's own, which Django has no name for
        name = get_content_languages().get(code, code)
    return f" · {name}"


@register.filter
def title_in_menu(page: AnyPage) -> SafeString | str:
    """A menu falls back to Vietnamese pages where a site has no English ones, never the other way."""
    if reads_vietnamese() or language_of(page) != VIETNAMESE:
        return page.title
    return vietnamese(page.title)


def language_of(page: AnyPage) -> str:
    codes = remembered("languages", lambda: dict(Locale.objects.values_list("pk", "language_code")))
    return codes.get(page.locale_id, "")


def reads_vietnamese() -> bool:
    return (get_language() or VIETNAMESE).startswith(VIETNAMESE)


# --- Addresses -----------------------------------------------------------------------------------


register.filter(absolute)
register.filter(telephones_linked)
register.filter(email_link)
register.filter(contacts_linked)


@register.simple_tag(takes_context=True)
def home_address(context: Context) -> str:
    """Of the front page in the reader's language; where one would be, if it is not translated."""
    request, language = context.get("request"), get_language()
    home = front_page(request) if request else None
    if home is None:
        return "/"
    address = remembered(f"address of home {home.pk}", lambda: home.get_url(request)) or "/"
    if language in (None, settings.LANGUAGE_CODE, language_of(home)):
        return address
    with override(settings.LANGUAGE_CODE):  # the one it is an address of
        return translate_url(address, language)


@register.inclusion_tag("search/includes/crumbs.html", takes_context=True)
def crumbs(context: Context, *way: str) -> dict[str, Any]:
    """The way from the front page to a page that is none of Wagtail's: address, title, address …"""
    return {"home": home_address(context), "way": list(zip(way[::2], way[1::2], strict=True))}


@register.simple_tag
def search_address(question: Question, **changes: Any) -> str:
    """Where the question is answered with something changed in it, from the first page on."""
    asked = replace(question, **changes)
    parameters = {"q": asked.typed, **asked.chosen}
    if asked.newest_first:
        parameters["sort"] = "newest"
    if asked.as_typed:
        parameters["exact"] = "1"
    return f"{reverse('search:search')}?{urlencode(parameters)}"


@register.simple_tag
def with_facet(question: Question, name: str, value: str) -> str:
    """The address with that value chosen of a facet, in place of another one."""
    return search_address(question, chosen={**question.chosen, name: value})


@register.simple_tag
def without_facet(question: Question, name: str) -> str:
    others = {each: value for each, value in question.chosen.items() if each != name}
    return search_address(question, chosen=others)


@register.simple_tag
def without_facets(question: Question) -> str:
    return search_address(question, chosen={})


@register.simple_tag
def suggestions() -> SafeString:
    """What suggest.js reads from a search form: where to ask, what to say, what kinds are called here.

    Nothing in a project that does not offer the API.
    """
    try:
        address = reverse("api-v1:suggest")
    except NoReverseMatch:
        return SafeString("")
    language = get_language()
    if language != settings.LANGUAGE_CODE and language in get_content_languages():
        address += f"?{urlencode({'locale': language})}"
    words = {
        "list": gettext("Gợi ý"),
        "some": gettext("gợi ý. Dùng phím mũi tên để chọn."),
        "none": gettext("Không có gợi ý."),
    }
    return format_html(
        ' data-suggest="{}" data-kinds="{}" data-words="{}"',
        address,
        json.dumps(_kind_names(), ensure_ascii=False),
        json.dumps(words, ensure_ascii=False),
    )


def _kind_names() -> dict[str, str]:
    """Of pages and of what has a name of its own, by what the API calls them."""
    kinds = facet_named(KIND)
    names = dict(kinds.names_of(list(page_kinds()))) if kinds else {}
    names |= {each.kind: each.label for each in named_kinds()}
    return {kind: gettext(name) for kind, name in names.items()}


# --- What is shown -------------------------------------------------------------------------------


@register.filter
def chosen(values: Sequence[FacetChoice]) -> list[FacetChoice]:
    return [value for value in values if value.is_chosen]


@register.filter
def name_in(value: FacetChoice, facet: Facet) -> SafeString | str:
    """What a value of the facet is called, marked where it is not in the reader's language."""
    return value.name if facet.names_are_marked else known_words(value.name)


@register.filter
def rows_apart(html: SafeString) -> SafeString:
    """A passage on one line: rows of a table or list stay apart, paragraphs have ended by themselves."""
    return SafeString(UNENDED_LINE.sub("\u00a0· ", html))


@register.filter
def fewer_words(typed: str) -> list[str]:
    """The words without one of them, for each of a few words."""
    words = typed.split()
    if not 2 <= len(words) <= MOST_WORDS_TO_LEAVE_OUT:
        return []
    shorter = (" ".join(words[:place] + words[place + 1 :]) for place in range(len(words)))
    return list(dict.fromkeys(shorter))


@register.filter
def with_places(results: Sequence[Result]) -> Sequence[Result]:
    """The same, with the provinces that rows name, then and now, fetched for all at once."""
    placed = [result.page for result in results if getattr(result.page, "event_province_id", None)]
    prefetch_related_objects(placed, "event_province__successions__successor")
    return results
