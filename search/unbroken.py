"""Numbers of documents in running text: 98/2023/NĐ-CP stays on one line.

By a style and not by a hyphen that does not break, which would go along when the text is copied. Only as
they are written officially: what readers type is for `vietnamese.document_numbers`.
"""

import re

from django.utils.safestring import SafeString, mark_safe

from .running_text import texts_and_tags

_SIGN = r"[A-ZĐ]{2,}[a-z]*\d*"
NUMBER = re.compile(rf"(?<![\w/])\d+(?:/\d{{4}})?[/-]{_SIGN}(?:[-/]{_SIGN})*(?!\w)")


def numbers_unbroken(html: str) -> SafeString:
    """Of safe HTML; what is in a tag is left alone."""
    parts = texts_and_tags(html)
    parts[::2] = [NUMBER.sub(r'<span class="unbroken">\g<0></span>', each) for each in parts[::2]]
    return mark_safe("".join(parts))  # noqa: S308 - as safe as it was
