"""Which pages, photos and documents are public now."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page, PageViewRestriction

from search.addresses import address_of
from search.public_files import private_collections


class Publicity:
    """What an anonymous reader may see at one moment.

    The same answer as `PublicPageQuerySet.publicly_visible`; but the restrictions are read once for
    however many questions, and rows that are in hand can be asked about too.
    """

    def __init__(self) -> None:
        self.moment = timezone.now()
        self._private_pages = tuple(
            PageViewRestriction.objects.values_list("page__path", flat=True)
        )

    def pages(self, queryset: QuerySet) -> QuerySet:
        unexpired = Q(expire_at__isnull=True) | Q(expire_at__gt=self.moment)
        public = queryset.filter(unexpired, live=True)
        for path in self._private_pages:
            public = public.exclude(path__startswith=path)
        return public

    def includes(self, live: bool, expire_at: datetime.datetime | None, path: str) -> bool:
        """Whether a page with these values is public."""
        is_over = expire_at is not None and expire_at <= self.moment
        return live and not is_over and not self.is_private(path)

    def is_private(self, path: str) -> bool:
        return path.startswith(self._private_pages)

    def in_public_collections(self, items: Iterable[Any]) -> list[Any]:
        """Of these photos or documents."""
        return [each for each in items if each.collection_id not in self.private_collections]

    @cached_property
    def private_collections(self) -> frozenset[int]:
        return private_collections()

    def addresses(self, pages: Iterable[int]) -> dict[int, str]:
        """The full addresses of the public ones among these pages."""
        wanted = set(pages)
        if not wanted:
            return {}
        public = _for_addresses(self.pages(Page.objects.filter(pk__in=wanted)))
        return {page.pk: address_of(page) for page in public}

    def led_to(self, pages: Iterable[int], languages: Iterable[str]) -> dict[str, dict[int, Page]]:
        """By language and pk, where a link to one of these pages leads whoever reads in that language:
        to its translation where that is public, else to the page itself where it is. One query."""
        wanted = set(pages)
        found = _in_every_language(wanted) if wanted else []
        linked = [page for page in found if page.pk in wanted]
        public = {
            (page.translation_key, page.locale.language_code): page
            for page in found
            if self.includes(page.live, page.expire_at, page.path)
        }

        def led(page: Page, language: str) -> Page | None:
            itself = public.get((page.translation_key, page.locale.language_code))
            return public.get((page.translation_key, language), itself)

        return {
            language: {page.pk: there for page in linked if (there := led(page, language))}
            for language in languages
        }

    def translations(self, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Page]]:
        """The public pages of each text, in all its languages."""
        public = self.pages(Page.objects.filter(translation_key__in=set(keys)))
        found = defaultdict(list)
        for page in _for_addresses(public).order_by("locale__language_code"):
            found[page.translation_key].append(page)
        return found


def _in_every_language(pages: set[int]) -> list[Page]:
    """These and their translations, public or not."""
    texts = Page.objects.filter(pk__in=pages).values("translation_key")
    every = Page.objects.filter(translation_key__in=texts)
    return list(_for_addresses(every, "live", "expire_at", "path"))


def _for_addresses(pages: QuerySet[Page], *beside: str) -> QuerySet[Page]:
    """Of the forty columns of a page and its locale, what its address is made of."""
    return pages.select_related("locale").only(
        "url_path", "translation_key", "content_type", "locale__language_code", *beside
    )
