"""Every address the API tells begins with the one of the site. Whoever starts a program with another one,
most often by mistake, would have all of them written anew, and every portal take everything again.
"""

from urllib.parse import urljoin

from wagtail.models import Site

from news.syndication.models import Publication
from search.addresses import absolute, other_sites


def former_address() -> str:
    """Where most links were written for, if that is elsewhere: https://sonoivu.example.vn"""
    told = Publication.objects.filter(visible=True).exclude(url="")
    here = told.filter(url__startswith=absolute("/"))
    elsewhere = told.exclude(url__startswith=absolute("/"))
    for site in other_sites(Site.get_site_root_paths()):
        elsewhere = elsewhere.exclude(url__startswith=f"{site.root_url}/")
    if elsewhere.count() <= here.count():
        return ""
    return urljoin(elsewhere.values_list("url", flat=True)[0], "/").rstrip("/")


def why_not(former: str) -> str:
    """One sentence for whoever started the program."""
    return (
        f"Mọi liên kết đã ghi là của {former}, còn chương trình này chạy cho {absolute('/')}:"
        " hãy xem lại PUBLIC_URL và DJANGO_SETTINGS_MODULE; nếu trang đã chuyển sang địa chỉ mới thì chạy"
        " manage.py rebuild_publications --moved."
    )
