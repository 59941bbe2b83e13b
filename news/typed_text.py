"""What is typed or pasted into a form, as it is stored: one spelling, and nothing that only Word could see."""

import re
from typing import Any

from django.forms import CharField
from django.http import QueryDict
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.rich_text import RichText

from search.vietnamese.normalise import clean

_SPACE = r"(?:\s|<br ?/?>)+"
_AFTER_THE_START = re.compile(rf"(<(?:p|li)\b[^>]*>){_SPACE}")
_BEFORE_THE_END = re.compile(rf"{_SPACE}(</(?:p|li)>)")
_EMPTY = re.compile(r"<(p|li|ul|ol)\b[^>]*></\1>")


def tidy(markup: str) -> str:
    """Rich text in one spelling, without lines of blanks and the breaks that pasting leaves behind.

    >>> tidy("<p>\\u00a0</p><ul><li>Cờ thi\\u00a0đua<br/> </li></ul>")
    '<ul><li>Cờ thi đua</li></ul>'
    """
    markup = _AFTER_THE_START.sub(r"\1", clean(markup))
    markup = _BEFORE_THE_END.sub(r"\1", markup)
    while markup != (without := _EMPTY.sub("", markup)):
        markup = without
    return markup


def in_one_spelling(data: Any) -> Any:
    """The fields of a form; rich text comes as JSON whose numbers count letters, and is tidied later."""
    if not isinstance(data, QueryDict):
        return data
    tidied = data.copy()
    for name, values in data.lists():
        tidied.setlist(name, [v if v.startswith('{"') else clean(v) for v in values])
    return tidied


class TidyRichTextBlock(blocks.RichTextBlock):
    @cached_property
    def field(self) -> CharField:
        """Read out by the block's label, as `named` does it for plain fields."""
        field: CharField = super().field
        field.widget.options["ariaLabel"] = self.label
        return field

    def value_from_form(self, value: str) -> RichText:
        return super().value_from_form(tidy(value))

    def get_comparison_class(self) -> type:
        from .admin.comparing import RichTextComparison  # needs the admin, which needs the tables

        return RichTextComparison

    class Meta:
        icon = "pilcrow"
