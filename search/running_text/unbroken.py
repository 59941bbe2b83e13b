"""Numbers of documents in running text: 98/2023/NĐ-CP stays on one line. So do short names of places,
and in titles those of offices.

By a style and not by a hyphen that does not break, which would go along when the text is copied. Only as
they are written officially: what readers type is for `vietnamese.document_numbers`.
"""

import re

from django.utils.html import conditional_escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from .markup import texts_and_tags

_SIGN = r"[A-ZĐ]{2,}[a-z]*\d*"
SHORT = 3  # syllables, which the narrowest screen has room for with the largest letters
NUMBER = re.compile(rf"(?<![\w/])\d+(?:/\d{{4}})?[/-]{_SIGN}(?:[-/]{_SIGN})*(?!\w)")
# Sở Nội vụ, Bộ Tài chính, and our own name wherever it is; but not “Bộ luật Lao động”.
OFFICE = re.compile(r"\b(?:Sở|Bộ) (?![a-zđ])[^\W\d_]+ [^\W\d_]+|Nội vụ")


def numbers_unbroken(html: str) -> SafeString:
    """Of safe HTML; what is in a tag is left alone."""
    return _unbroken(NUMBER, html)


def title_unbroken(title: str) -> SafeString:
    """Sở Nội vụ, Bộ Tài chính: the name of an office is read at one glance, in large letters too."""
    return _unbroken(OFFICE, conditional_escape(title))


def _unbroken(pattern: re.Pattern[str], html: str) -> SafeString:
    parts = texts_and_tags(html)
    parts[::2] = [pattern.sub(r'<span class="unbroken">\g<0></span>', each) for each in parts[::2]]
    return mark_safe("".join(parts))  # noqa: S308 - as safe as it was


def name_unbroken(name: str) -> SafeString:
    """Tỉnh Lam Giang; a longer name may go on in the next line."""
    html = conditional_escape(name)
    is_short = 0 < len(strip_tags(html).split()) <= SHORT
    return format_html('<span class="unbroken">{}</span>', html) if is_short else html
