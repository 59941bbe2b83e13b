"""What a picture file tells, as the fields of a photo."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django.db.models import CharField

from news.models import Photo

from .metadata import PhotoFacts

SHORT = 100  # signs of a title that is taken from a caption


def known_words(facts: PhotoFacts) -> Mapping[str, Any]:
    """By the fields of `Photo`, title apart; cut where a field is too short."""
    return {
        "caption": facts.caption,
        "description": _fitting("description", facts.alt),
        "photographer": _fitting("photographer", facts.photographer),
        "credit": _fitting("credit", facts.credit),
        "licence": _fitting("licence", facts.licence),
        "place": _fitting("place", facts.place),
        "taken_on": facts.taken_on,
    }


def title_of(facts: PhotoFacts) -> str:
    """Its own, or else how its caption begins; empty when it has neither."""
    return _cut(facts.title, 255) or _cut(facts.caption.partition("\n")[0], SHORT)


def is_file_name(title: str, file: str | None) -> bool:
    """Whether the title is nobody's words but the name of the file."""
    stem = PurePath(file or "").stem
    return not title or _letters(title) in (_letters(stem), _letters(PurePath(file or "").name))


def _fitting(name: str, words: str) -> str:
    field = Photo._meta.get_field(name)
    longest = field.max_length if isinstance(field, CharField) else None
    return _cut(" ".join(words.split()), longest or 255)


def _cut(words: str, longest: int) -> str:
    if len(words) <= longest:
        return words
    return words[: longest - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).lower()
