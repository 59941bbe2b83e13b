"""What a visitor typed, made safe, and the pages it finds."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, PageQuerySet

from .vietnamese.normalise import clean

MAX_CHARACTERS = 200
MAX_WORDS = 16


def clean_query(typed: str) -> str:
    """The words to search for: at most 16 of them, without signs an engine could stumble over.

    Letters and digits of any script stay; everything else is a gap between words.
    """
    letters = "".join(
        sign if sign.isalnum() or sign == "_" else " " for sign in clean(typed)[:MAX_CHARACTERS]
    )
    return " ".join(letters.split()[:MAX_WORDS])


@dataclass(frozen=True)
class Found:
    """One page of answers: `pages` are specific page objects, `total` counts all answers."""

    query: str
    pages: list[Page]
    total: int


def find_pages(
    typed: str, *, limit: int, offset: int = 0, model: type[Page] | None = None, locale: str = ""
) -> Found:
    """Public pages that hold all the words, best first; nothing for a query without words.

    `model` and `locale` (a language code) narrow the answers. As many queries for a hundred
    answers as for ten.
    """
    query = clean_query(typed)
    if not query:
        return Found(query="", pages=[], total=0)
    public = publicly_visible_pages()
    if model:
        public = public.filter(content_type=ContentType.objects.get_for_model(model))
    if locale:
        public = public.filter(locale__language_code=locale)
    # A sub-query, because the search only filters by what it has indexed, and that is little.
    results = Page.objects.filter(pk__in=public.values("pk")).search(query, operator="and")
    total = results.count()
    found = [page.pk for page in results[offset : offset + limit]] if offset < total else []
    specific = {page.pk: page for page in Page.objects.filter(pk__in=found).specific()}
    return Found(query, [specific[pk] for pk in found if pk in specific], total)


def publicly_visible_pages() -> PageQuerySet:
    """Live, not private, and not past their end even when no worker has taken them down yet."""
    unexpired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    return Page.objects.live().public().filter(unexpired, depth__gt=2)
