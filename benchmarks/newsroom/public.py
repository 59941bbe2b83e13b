"""What is public, worked out again from the rules: published, not over, nothing above it private.

On purpose it uses nothing of `news.syndication`, nor Wagtail's own query for it.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from news.awards.models import AwardAnnouncementPage, ConsultationPage
from news.models import ArticlePage

STEP = 4  # characters of a path for each level of the tree
TYPES = (ArticlePage, AwardAnnouncementPage, ConsultationPage)


@dataclass(frozen=True)
class Shown:
    """The least anybody can tell of a page without knowing how the API is made."""

    title: str
    url: str


def public_now() -> dict[tuple[str, str], Shown]:
    """By id and language."""
    pages = Page.objects.select_related("locale", "content_type")
    private = set(PageViewRestriction.objects.values_list("page__path", flat=True))
    return {
        (str(page.translation_key), page.locale.language_code): Shown(page.title, _url(page))
        for page in pages
        if page.content_type.model_class() in TYPES and _is_public(page, private)
    }


def _is_public(page: Page, private: set[str]) -> bool:
    is_over = page.expire_at is not None and page.expire_at <= timezone.now()
    itself_and_above = {page.path[:end] for end in range(STEP, len(page.path) + 1, STEP)}
    return page.live and not is_over and not itself_and_above & private


def _url(page: Page) -> str:
    """The home page's own slug is left out; Vietnamese is the language without a prefix."""
    below_home = page.url_path.strip("/").partition("/")[2]
    prefix = "" if page.locale.language_code == "vi" else f"{page.locale.language_code}/"
    return f"{settings.PUBLIC_URL}/{prefix}{below_home}/"
