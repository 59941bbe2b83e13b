"""/robots.txt: where the sitemap is, and what is no use to a search engine."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from search.addresses import absolute
from website.byte_path.keeping import ADMIN

NOTHING = "User-agent: *\nDisallow: /\n"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The admin's own host is nothing to be found at all."""
    host, _port = split_domain_port(request.get_host())
    words = NOTHING if settings.ADMIN_HOST and host == settings.ADMIN_HOST else _of_the_site()
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


def _of_the_site() -> str:
    searches = "".join(
        f"Disallow: {_in(code, 'search:search')}?\n" for code, _name in settings.LANGUAGES
    )
    return (
        "User-agent: *\n"
        f"Disallow: {ADMIN}\n"
        f"{searches}"
        "\n"
        f"Sitemap: {absolute(reverse('feeds:sitemap'))}\n"
    )


def _in(language: str, name: str) -> str:
    with override(language):
        return reverse(name)
