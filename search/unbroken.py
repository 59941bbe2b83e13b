"""Numbers of documents in running text: 98/2023/NĐ-CP stays on one line.

By a style and not by a hyphen that does not break, which would go along when the text is copied.
"""

import re

from django.utils.safestring import SafeString, mark_safe

# In HTML: what is between tags, not what is in them.
NUMBER = re.compile(r"(?<![\w/])\d+(?:/\d{4})?/[A-ZĐ]{2,}\d*(?:-[A-ZĐ]{2,}\d*)*(?![^<>]*>)")


def numbers_unbroken(html: str) -> SafeString:
    """Of safe HTML."""
    marked = NUMBER.sub(r'<span class="unbroken">\g<0></span>', html)
    return mark_safe(marked)  # noqa: S308 - as safe as it was
