"""Choosing several of many, by typing a few letters: nobody scrolls through a thousand names."""

from typing import Any

from django import forms


class PickFromMany(forms.CheckboxSelectMultiple):
    template_name = "news/admin/pick_from_many.html"
    option_template_name = "django/forms/widgets/input.html"

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """Those that are ticked first; the others as the field has them."""
        groups = super().optgroups(name, value, attrs)
        return sorted(groups, key=lambda group: not group[1][0]["selected"])
