"""Words that stand in two articles only, and whether visitors find the first of them."""

from collections.abc import Callable

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from news.factories import ArticlePageFactory
from news.models import ArticlePage
from tests.site_tree import SiteTree

CANARY = "xuân quỳnh hoa"
FIRST, SECOND = f"Chuyện {CANARY} một", f"Chuyện {CANARY} hai"


def publish_canaries(site: SiteTree) -> ArticlePage:
    """The first; the second stays, so that the answer is never empty."""
    first = ArticlePageFactory(parent=site.emulation, title=FIRST)
    ArticlePageFactory(parent=site.structure, title=SECOND)
    return first


def is_found(found: Callable, shown: Callable) -> bool:
    """The first one: at the endpoint and on the page, listed and counted."""
    answer, page = found(CANARY), shown(CANARY)
    titles = [item["title"] for item in answer["items"]]
    assert titles == [result.page.title for result in page.results]
    assert set(titles) <= {FIRST, SECOND}
    assert SECOND in titles
    assert answer["total"] == page.total == len(titles)
    assert sum(each["count"] for each in answer["facets"]["type"]) == len(titles)
    return FIRST in titles


def restrict(page: Page, kind: str = PageViewRestriction.LOGIN) -> PageViewRestriction:
    made = PageViewRestriction.objects.create(
        page=page, restriction_type=kind, password="vung-oi-mo-ra"
    )
    made.groups.set(Group.objects.all())
    return made
