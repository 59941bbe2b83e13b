"""/sitemap.xml and the files it names."""

import datetime
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from news.syndication.publisher import publisher
from search.addresses import absolute

from . import sitemaps
from .answers import by_content, for_any_site, missing
from .entries import writable
from .sitemap_files import index, news_sitemap, sitemap
from .sitemaps import SITEMAPS

XML = "application/xml; charset=utf-8"


@for_any_site
def sitemap_index(request: HttpRequest) -> HttpResponse:
    return by_content(request, index(_files()), XML)


@for_any_site
def sitemap_file(request: HttpRequest, name: str, number: str) -> HttpResponse:
    if name not in SITEMAPS:
        return missing("Không có sơ đồ trang này; danh sách ở /sitemap.xml.")
    lines = list(SITEMAPS[name].lines(int(number)))
    if not lines:
        return missing("Không có sơ đồ trang nào mang số này; danh sách ở /sitemap.xml.")
    return by_content(request, sitemap(lines), XML)


@for_any_site
def news_file(request: HttpRequest) -> HttpResponse:
    content = news_sitemap(sitemaps.news(), _publication)
    return by_content(request, content, XML)


def _publication(language: str) -> str:
    return writable(publisher(language).name)


def _files() -> Iterator[tuple[str, datetime.datetime | None]]:
    yield absolute(reverse("feeds:news-sitemap")), None
    for name, each in SITEMAPS.items():
        for file in each.files():
            yield absolute(reverse("feeds:sitemap-file", args=[name, file.number])), file.changed_at
