"""The slugs of pages, and their field in the admin, which makes the same ones as `vietnamese_slug`."""

import re
from collections.abc import Callable
from typing import Any

from anyascii import anyascii
from wagtail.admin.widgets.slug import SlugInput

from search.vietnamese.normalise import clean, strip_accents
from search.vietnamese.slugs import numbered, vietnamese_slug

# Latin letters with marks, Vietnamese ones, figures above and below the line, currencies, and
# signs such as № ™ ½ Ⅳ. Other alphabets are transliterated when the page is saved.
_BLOCKS = ((0xA1, 0x17F), (0x1A0, 0x1B0), (0x1EA0, 0x1EF9), (0x2070, 0x20BF), (0x2116, 0x217F))
_BEFORE_A_NUMBER = 90
_INVISIBLE = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff"
# Cut as `vietnamese_slug` does it: between words, if there are two.
_TOO_LONG = "^(?=.{101})(.{1,100}(?= )|.{100}).+$"


def _formatters() -> list[tuple[str, str]]:
    """Replacements the admin's script applies, in order, before it joins words with hyphens."""
    by_ascii: dict[str, str] = {}
    for first, last in _BLOCKS:
        for letter in map(chr, range(first, last + 1)):
            words = anyascii(strip_accents(clean(letter)))
            if any(sign.isalnum() for sign in words):
                by_ascii[words] = by_ascii.get(words, "") + letter
    letters = [(f"[{letters}]", words) for words, letters in by_ascii.items()]
    marks_and_the_invisible = (f"[\\u0300-\\u036f{_INVISIBLE}]", "")
    return [
        marks_and_the_invisible,
        *letters,
        ("[^A-Za-z0-9]+", " "),
        ("^ | $", ""),
        (_TOO_LONG, "$1"),
    ]


class VietnameseSlugInput(SlugInput):
    """Wagtail's slug field knows no Vietnamese: it writes Đ as "Dj" and drops most marks."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs=attrs, formatters=_formatters())

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """As it will be stored, whatever was typed."""
        typed = super().value_from_datadict(data, files, name)
        return vietnamese_slug(typed) if typed else typed


def free_slug(title: str, is_taken: Callable[[str], bool]) -> str:
    """The slug of a title, with a number behind it when the slug alone is taken."""
    slug = numbered(vietnamese_slug(title), is_taken)
    if slug == vietnamese_slug(slug):
        return slug
    # The number behind a long title would be cut off when the page is saved again.
    return numbered(vietnamese_slug(title, max_length=_BEFORE_A_NUMBER), is_taken)


def is_made_of(slug: str, title: str) -> bool:
    """Whether it is the one `free_slug` made of this title, for which others may have been taken."""
    bare = re.sub(r"-\d+\Z", "", slug)
    shorter = vietnamese_slug(title, max_length=_BEFORE_A_NUMBER)
    return slug == vietnamese_slug(title) or bare in (vietnamese_slug(title), shorter)
