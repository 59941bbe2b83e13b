"""What became of an address where no page answers any more."""

import re
from urllib.parse import urlsplit

from django.db import connection
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from news.models import ArticlePage
from news.syndication.models import Publication
from news.syndication.models.publications import Reason, told_at
from search.addresses import address_asked_for

OURS = re.compile(r"/(?:[-\w]+/)+", re.ASCII)  # every page of ours had such an address
HEADINGS = {
    Reason.WITHDRAWN: "Trang này đã được rút lại",
    Reason.REDIRECTED: "Trang này đã chuyển sang địa chỉ khác",
    Reason.GONE: "Trang này đã được gỡ hẳn",
    Reason.SUPERSEDED: "Trang này đã có bản thay thế",
}
LONGEST = Redirect._meta.get_field("old_path").max_length or 0
OVER = "Trang này đã hết thời hạn đăng"


def what_became_of(request: HttpRequest, last_address: str = "") -> HttpResponse | None:
    """410 with the reason, or the way to where it went; None of what was never public here.

    `last_address` is where a page stood last that had the address asked for before. Of what was made
    private nothing is told: that it is still there is nobody's business.
    """
    path = urlsplit(last_address).path or request.path
    has_slash = path.endswith("/")
    publication = _stood_at(request, path if has_slash else f"{path}/")
    if publication is None or is_a_page_with_a_slash(request):
        return None
    if publication.reason == Reason.REDIRECTED and publication.replaced_by:
        # Not for ever: the text may be published again where it stood.
        return HttpResponseRedirect(publication.replaced_by)
    if not has_slash:
        return None  # Django leads to where it stood
    is_over = publication.visible or _ran_out(publication)  # no worker may have written so yet
    context = {
        "publication": publication,
        "heading": OVER if is_over else HEADINGS[Reason(publication.reason)],
        "since": publication.expires_at if is_over else publication.changed_at,
    }
    return render(request, "410.html", context, status=410)


def is_a_page_with_a_slash(request: HttpRequest) -> bool:
    """Whether only the slash at its end is missing, which Django adds where nothing else is known."""
    if request.path.endswith("/"):
        return False
    try:
        match = resolve(f"{request.path}/")
    except Resolver404:
        return False
    is_in_tree = match.view_name == "wagtail_serve"
    return not is_in_tree or Page.find_for_request(request, *match.args) is not None


def _ran_out(publication: Publication) -> bool:
    """Whether it was taken down at the end of its time, and not by somebody before that."""
    end = publication.expires_at
    return (
        publication.reason == Reason.WITHDRAWN and end is not None and end <= publication.changed_at
    )


def _stood_at(request: HttpRequest, path: str) -> Publication | None:
    if not OURS.fullmatch(path):
        return None
    address = address_asked_for(request, path)
    over = Publication.objects.filter(~told_at(timezone.now()), url=address)
    told = over.filter(Q(visible=True) | Q(reason__in=HEADINGS))
    return told.order_by("-changed_at").first()


def only_one_with_a_query(path: str, site: Site | None) -> Redirect | None:
    """Where an address led on only with a query: if all that were known lead to the same, the first.

    Never for good: another may become known.
    """
    address = uri_to_iri(path)
    if "\0" in address or len(address) > LONGEST:
        return None
    known = Redirect.get_for_site(site).filter(old_path__startswith=f"{address}?")
    if connection.vendor == "sqlite":  # its LIKE ignores capitals, and looks at every row
        known = known.filter(old_path__gte=f"{address}?", old_path__lt=f"{address}@")
    ways = known.values("redirect_page", "redirect_page_route_path", "redirect_link")
    if len(ways.distinct()[:2]) != 1:
        return None
    found: Redirect = known.order_by("pk").first()
    found.is_permanent = False
    return found


def keep_old_address(article: ArticlePage) -> None:
    """Whoever asks for what the older system called this text is led to it.

    An address that already leads somewhere stays as it is: an editor may have said so.
    """
    old = Redirect.normalise_path(article.legacy_url)
    new = Redirect.normalise_path(article.get_url() or "")
    if old in ("", "/", new) or len(old) > LONGEST or "\0" in old:
        return
    Redirect.objects.get_or_create(
        old_path=old,
        site=None,
        defaults={"redirect_page": article, "automatically_created": True},
    )
