"""/rss.xml, /atom.xml, /feed.json: of everything, of a section, a province, an award title."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from news.syndication.api import source
from news.syndication.api.answers import by_edition
from news.syndication.models import Edition
from news.syndication.models.publications import Kind
from news.syndication.publisher import publisher
from search.addresses import address_asked_for

from . import formats, scopes
from .answers import for_any_site, missing
from .entries import entry, writable
from .formats import Channel
from .scopes import Scope

NEWEST = 30
FORMS: dict[str, tuple[Callable[..., bytes], str]] = {
    "rss.xml": (formats.rss, "application/rss+xml; charset=utf-8"),
    "atom.xml": (formats.atom, "application/atom+xml; charset=utf-8"),
    "feed.json": (formats.json_feed, "application/feed+json; charset=utf-8"),
}
NEWEST_ARTICLES = {"vi": "Tin bài mới nhất", "en": "Latest news"}


@for_any_site
def everything(request: HttpRequest, form: str, locale: str | None = None) -> HttpResponse:
    return _feed(request, form, lambda: scopes.everything(locale))


@for_any_site
def section(request: HttpRequest, form: str) -> HttpResponse:
    """The address is that of the section's page, with the name of the form behind it."""
    home = address_asked_for(request, request.path.removesuffix(form))
    return _feed(request, form, lambda: scopes.section(home))


@for_any_site
def province(request: HttpRequest, form: str, key: str, locale: str | None = None) -> HttpResponse:
    return _feed(request, form, lambda: scopes.province(key, locale))


@for_any_site
def award(request: HttpRequest, form: str, code: str, locale: str | None = None) -> HttpResponse:
    return _feed(request, form, lambda: scopes.award(code, locale))


def _feed(request: HttpRequest, form: str, find: Callable[[], Scope]) -> HttpResponse:
    try:
        scope = find()
    except scopes.Unknown as unknown:
        return missing(str(unknown))
    return by_edition(request, Edition.now(), lambda: _answer(request, scope, form))


def _answer(request: HttpRequest, scope: Scope, form: str) -> HttpResponse:
    wanted = source.Wanted(Kind.ARTICLE, scope.language, scope.facets)
    rows = source.publications_in_order(wanted, NEWEST).rows
    name = writable(publisher(scope.language).name)
    channel = Channel(
        title=f"{writable(scope.name)} – {name}" if scope.name else name,
        description=NEWEST_ARTICLES.get(scope.language, NEWEST_ARTICLES["en"]),
        home=scope.home,
        address=address_asked_for(request),
        language=scope.language_tag,
        author=name,
    )
    write, content_type = FORMS[form]
    return HttpResponse(write(channel, map(entry, rows)), content_type=content_type)
