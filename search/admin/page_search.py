"""The admin's search of pages: Wagtail's own, asked once for all that it shows."""

from typing import Any

from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from search.backends.results import SearchResults


class PageSearchView(SearchView):
    verbose_name = Page._meta.verbose_name
    verbose_name_plural = Page._meta.verbose_name_plural
    all_pages: Any

    def get_queryset(self) -> Any:
        """Wagtail searches all pages to count them, and again those of the chosen type."""
        pages = super().get_queryset()
        if self.selected_content_type is None and isinstance(pages, SearchResults):
            pages.query_compiler.share(self.all_pages.query_compiler)
            self.all_pages = pages
        return pages


class SearchablePages(PageViewSet):
    """For types of pages that have no screens of their own, and for the search of all."""

    search_view_class = PageSearchView
