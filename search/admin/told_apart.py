"""Choosing in the admin among what may be called alike: beside each name stands what tells it apart."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet


class _ToldApart:
    beside: Sequence[Column] = ()
    fetched: Sequence[str] = ()
    """What the columns ask for, at once for all rows."""

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, *self.beside]  # type: ignore[misc]

    def get_object_list(self) -> QuerySet[Any]:
        objects: QuerySet[Any] = super().get_object_list()  # type: ignore[misc]
        return objects.prefetch_related(*self.fetched)


class _ChooseView(_ToldApart, ChooseView):
    pass


class _ChooseResultsView(_ToldApart, ChooseResultsView):
    pass


class ToldApartChooserViewSet(SnippetChooserViewSet):
    choose_view_class = _ChooseView
    choose_results_view_class = _ChooseResultsView
    beside: Sequence[Column] = ()
    fetched: Sequence[str] = ()

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        own = {"beside": self.beside, "fetched": self.fetched}
        given: dict[str, Any] = super().get_common_view_kwargs(**own, **kwargs)
        return given
