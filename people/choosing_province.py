"""Which province a text means: the 34 of today stand before the 63 until 2025."""

from django.db.models import F

from search.listed_names import ChooseListedResultsView, ChooseListedView, ListedChooserViewSet

TODAYS_FIRST = (F("valid_to").desc(nulls_first=True), "name")


class ChooseProvinceView(ChooseListedView):
    ordering = TODAYS_FIRST


class ChooseProvinceResultsView(ChooseListedResultsView):
    ordering = TODAYS_FIRST


class ProvinceChooserViewSet(ListedChooserViewSet):
    choose_view_class = ChooseProvinceView
    choose_results_view_class = ChooseProvinceResultsView
