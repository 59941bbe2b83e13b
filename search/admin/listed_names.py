"""Choosing in the admin from a short list that the law made, by a few letters of a name."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from search.vietnamese.normalise import fold


class ListedNames(SearchFilterMixin, BaseFilterForm):
    """Compares all names one by one: migrations load such lists, and tell no index of it."""

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        self.search_query = self.cleaned_data.get("q")
        asked = fold(self.search_query or "")
        self.is_searching = bool(asked)
        called = [each.pk for each in objects if _is_called(each, asked)]
        return objects.filter(pk__in=called)


def _is_called(each: Any, asked: str) -> bool:
    return any(asked in fold(name) for name in (str(each), each.name_en, *each.aliases))


class ListedChooserViewSet(SnippetChooserViewSet):
    ordering: Sequence[Any] | None = None
    """None: as the model says."""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        own = {"filter_form_class": ListedNames, "ordering": self.ordering}
        given: dict[str, Any] = super().get_common_view_kwargs(**own, **kwargs)
        return given
