"""Which province a text means: the 34 of today first, then the 63 until 2025, by a few letters."""

from django.db.models import F
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from search.vietnamese.normalise import fold

from .models import Province
from .models.provinces import ProvinceQuerySet


class NameFilter(SearchFilterMixin, BaseFilterForm):
    """The names are looked through one by one: law made the lists, and no index holds them."""

    def filter(self, objects: ProvinceQuerySet) -> ProvinceQuerySet:
        self.search_query = self.cleaned_data.get("q")
        asked = fold(self.search_query or "")
        self.is_searching = bool(asked)
        named = [province.pk for province in objects if _is_called(province, asked)]
        return objects.filter(pk__in=named)


def _is_called(province: Province, asked: str) -> bool:
    return any(asked in fold(name) for name in (province.full_name, *province.aliases))


class _TodaysFirst:
    filter_form_class = NameFilter
    ordering = (F("valid_to").desc(nulls_first=True), "name")


class ChooseProvinceView(_TodaysFirst, ChooseView):
    pass


class ChooseProvinceResultsView(_TodaysFirst, ChooseResultsView):
    pass


class ProvinceChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseProvinceView
    choose_results_view_class = ChooseProvinceResultsView
