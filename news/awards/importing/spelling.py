"""The form in which offices' ways to write the same words are equal."""

import re

from search.vietnamese.normalise import fold


def plain(words: str) -> str:
    """The words without accents and marks.

    >>> plain("Họ và tên / Tên tập thể")
    'ho va ten ten tap the'
    """
    return " ".join(re.findall(r"\w+", fold(words)))
