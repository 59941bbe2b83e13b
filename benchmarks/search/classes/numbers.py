"""Numbers of documents, written in a text as they should be and typed in a hurry."""

import random
import re
from collections.abc import Callable, Iterator

from search.vietnamese.analysis import tokens
from search.vietnamese.normalise import strip_accents

from ..corpus import Corpus
from ..query import MOST_WANTED, Query

_DRAWS = 20_000
_SIGN = r"[A-ZĐ][A-ZĐƯa-z]*\d*(?:[-&][A-ZĐƯ][A-ZĐƯa-z]*\d*){0,3}"
_WRITTEN = re.compile(
    rf"(?<![\w/.-])(?P<number>\d{{1,5}})(?:/(?P<year>(?:19|20)\d\d))?"
    rf"(?:/|-(?=(?:NQ|CT|KL|QĐ|QC|HD|TB|KH)/))(?P<sign>{_SIGN}(?:/[A-ZĐƯ]+)?)(?![\w/])"
)
_KINDS = {
    "NĐ": "nghị định",
    "NQ": "nghị quyết",
    "QĐ": "quyết định",
    "TT": "thông tư",
    "CT": "chỉ thị",
    "KH": "kế hoạch",
}

# The text typed, and the words of it that a right text must hold side by side.
_Spelling = Callable[[re.Match[str]], tuple[str, list[str]]]


def in_a_hurry(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    for _ in range(_DRAWS):
        text = corpus.texts[chance.randrange(len(corpus.texts))]
        numbers = list(_WRITTEN.finditer(f"{text.title}\n{text.body}"))
        if not numbers:
            continue
        number = chance.choice(numbers)
        words, held = chance.choice(_spellings(number))(number)
        found = corpus.with_folded_phrase(held)
        if 0 < len(found) <= MOST_WANTED:
            yield Query(words, corpus.ids(found))


def _spellings(number: re.Match[str]) -> list[_Spelling]:
    anyhow: list[_Spelling] = [
        _small,
        _small_unaccented,
        _small_unaccented_behind_a_word,
        _with_blanks,
        _blanks_only,
        _without_hyphens,
    ]
    return [*anyhow, _in_words, _in_words_unaccented] if _kind(number) else anyhow


def _small(number: re.Match[str]) -> tuple[str, list[str]]:
    return number[0].lower(), tokens(number[0])


def _small_unaccented(number: re.Match[str]) -> tuple[str, list[str]]:
    return strip_accents(number[0]).lower(), tokens(number[0])


def _small_unaccented_behind_a_word(number: re.Match[str]) -> tuple[str, list[str]]:
    return f"so {strip_accents(number[0]).lower()}", tokens(number[0])


def _with_blanks(number: re.Match[str]) -> tuple[str, list[str]]:
    return "số " + re.sub(r"([/-])", r" \1 ", number[0]), tokens(number[0])


def _blanks_only(number: re.Match[str]) -> tuple[str, list[str]]:
    return strip_accents(re.sub(r"[/-]", " ", number[0])).lower(), tokens(number[0])


def _without_hyphens(number: re.Match[str]) -> tuple[str, list[str]]:
    return number[0].replace("-", "").lower(), tokens(number[0])


def _in_words(number: re.Match[str]) -> tuple[str, list[str]]:
    """Nghị định 16/2024: people leave the rest out."""
    given = f"{number['number']}/{number['year']}" if number["year"] else number["number"]
    sign = tokens(number["sign"])[0]
    return f"{_kind(number)} {given}", [*tokens(given), sign]


def _in_words_unaccented(number: re.Match[str]) -> tuple[str, list[str]]:
    words, held = _in_words(number)
    return strip_accents(words).replace("/", " nam "), held


def _kind(number: re.Match[str]) -> str:
    return _KINDS.get(re.split(r"[-/&]", number["sign"])[0], "")
