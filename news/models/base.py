"""What every page type of ours shares."""

import datetime
from collections.abc import Iterable
from functools import cache
from http import HTTPMethod
from typing import Any, Self

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import (
    Page,
    PageManager,
    PagePermissionTester,
    PageQuerySet,
    PageViewRestriction,
)
from wagtail.url_routing import RouteResult

from news.page_forms import PageForm
from news.references import indexed_once
from news.slugs import VietnameseSlugInput, free_slug
from search.private_pages import private_paths, without_private
from search.vietnamese.slugs import vietnamese_slug

from .review import PermissionsOfOthers


class PublicPageQuerySet(PageQuerySet):
    def publicly_visible(self) -> Self:
        """What an anonymous reader may see now: live, not private, not expired.

        Expiry is asked here and not left to the scheduler, so a worker that stands still
        cannot keep a page public past its end.
        """
        now = timezone.now()
        due = self.live().filter(Q(expire_at__isnull=True) | Q(expire_at__gt=now))
        return without_private(due)


PublicPageManager = PageManager.from_queryset(PublicPageQuerySet)


class BasePage(Page):
    """A page with an ASCII address made from its Vietnamese title.

    An ordinary abstract class: Wagtail 8's swappable page model is not supported by
    wagtail-localize, and cannot be left again once chosen.
    """

    objects = PublicPageManager()
    base_form_class = PageForm
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    slug: str  # Wagtail's own field

    content_panels = [TitleFieldPanel("title", placeholder="Tiêu đề")]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug", widget=VietnameseSlugInput),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            heading="Đường dẫn và máy tìm kiếm",
        )
    ]

    class Meta:
        abstract = True

    def search_time(self) -> datetime.datetime | None:
        """The time a search sorts by, and narrows by its year: the one shown to readers."""
        return getattr(self, "published_at", None) or self.first_published_at

    def get_view_restrictions(self) -> Any:
        """On most sites nothing is private, and the pages above need not be asked for."""
        return super().get_view_restrictions() if private_paths() else _no_restrictions()

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Past its end a page is gone, even when no worker has taken it down yet."""
        if not path_components and self.expire_at and self.expire_at <= timezone.now():
            raise Http404
        return super().route(request, path_components)

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return PermissionsOfOthers(user, self)

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        with indexed_once(self, update_fields):
            super().save(*args, update_fields=update_fields, **kwargs)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._settle_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """What Wagtail asks of a draft."""
        self._settle_slug()
        super().minimal_clean()

    def _settle_slug(self) -> None:
        """Before Wagtail makes its own slug, which would lose every Đ."""
        if self.slug:
            self.slug = vietnamese_slug(self.slug)
        elif self._parent_is_known:
            self.slug = free_slug(self.title, self._is_slug_taken)

    def _is_slug_taken(self, slug: str) -> bool:
        return not self._slug_is_available(slug, self.get_parent(), self)

    @property
    def _parent_is_known(self) -> bool:
        return bool(self.path or getattr(self, "_cached_parent_obj", None))


@cache
def _no_restrictions() -> QuerySet[PageViewRestriction]:
    """Looked into already: to find that there is nothing to ask takes a twentieth of an article's page."""
    none = PageViewRestriction.objects.none()
    len(none)
    return none
