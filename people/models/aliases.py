"""Other ways to write a name: a list of strings, typed one a line."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from search.vietnamese.analysis import tokens


class AliasesFormField(forms.CharField):
    """Gives a list of strings, whatever is typed; an empty one for nothing."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = _lines(super().clean(value))
        for line in lines:
            if not tokens(line):
                raise ValidationError(f"“{line}”: cần có chữ cái hoặc chữ số.")
        return lines

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _lines(data or "") != (initial or [])


class AliasesField(models.JSONField):
    def formfield(self, **kwargs: Any) -> forms.Field | None:
        # Not JSONField's own, which would take what is typed for JSON.
        kwargs["show_hidden_initial"] = False
        return models.Field.formfield(self, form_class=AliasesFormField, **kwargs)


def _lines(text: str) -> list[str]:
    """Each once, in the order they were typed."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return list(dict.fromkeys(filter(None, lines)))
