"""Addresses from Vietnamese titles."""

import re
from collections.abc import Callable

from anyascii import anyascii

from .normalise import clean, strip_accents

_NOT_ALLOWED = re.compile(r"[^a-z0-9]+")


def vietnamese_slug(text: str, max_length: int = 100) -> str:
    """An ASCII slug of at most `max_length` characters, never empty, cut between words.

    Vietnamese letters lose their marks (đ becomes d, which Django's slugify drops);
    letters of other alphabets are transliterated. Text without any letter gives "tin".

    >>> vietnamese_slug("Đại hội Đảng bộ tỉnh")
    'dai-hoi-dang-bo-tinh'
    """
    ascii_text = anyascii(strip_accents(clean(text))).lower()
    slug = _NOT_ALLOWED.sub("-", ascii_text).strip("-")
    return _cut_between_words(slug, max_length) or "tin"


def numbered(slug: str, is_taken: Callable[[str], bool]) -> str:
    """The slug, or with the first number behind it that makes it free: tin, tin-2, tin-3 …"""
    free, number = slug, 1
    while is_taken(free):
        number += 1
        free = f"{slug}-{number}"
    return free


def _cut_between_words(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    head, _, tail = slug[: max_length + 1].rpartition("-")
    return (head if head else tail[:max_length]).strip("-")
