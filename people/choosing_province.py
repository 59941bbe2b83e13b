"""Which province a text means: the 34 of today stand before the 63 until 2025."""

from django.db.models import F

from search.admin.listed_names import ListedChooserViewSet


class ProvinceChooserViewSet(ListedChooserViewSet):
    ordering = (F("valid_to").desc(nulls_first=True), "name")
