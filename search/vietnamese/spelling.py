"""The two letters of one sound: kỷ luật and kỉ luật, quý and quí are the same words.

After some onsets i and y are one sound, and offices, schoolbooks and newspapers never agreed which
to write: the ministry of education asked for i in 1984 (Quyết định 240/QĐ), most offices kept y.
"""

import re
from dataclasses import replace
from functools import lru_cache

from .normalise import normalise
from .syllables import could_be_typed, parse, write

# i or y alone behind consonants, or behind "qu" with its consonants. Never behind another vowel,
# where it changes the word: hai and hay, thúi and thúy.
_ONE_SOUND = re.compile(r"(?P<before>qu|[^aeiouy]*)[iy](?P<after>(?<=qu.)(?:n|nh|t|ch))?")
_WORD = re.compile(r"[^\W_]+")


def same_sound_spellings(word: str) -> set[str]:
    """The word, normalised, and the same word with i for y or y for i where both are written.

    For the query: search for the second spelling with a little less weight, and only when the
    site's texts hold it. Accented or not: "ky" gives "ki" as "kỷ" gives "kỉ".

    Not for the index. In 8.4 million words of news and law the rarer spelling made 0.05 % of them,
    and in level syllables it was mostly a different word: Vy is a name and vi is not, so with My
    and mi, công ty and ti. One form for all would also end prefixes early ("ky" no longer begins
    what "ki" became) and show readers a spelling that no text has.

    >>> sorted(same_sound_spellings("Kỷ")), same_sound_spellings("thúy")
    (['kỉ', 'kỷ'], {'thúy'})
    """
    word = normalise(word)
    return {word, _other_spelling(word)}


def canonical(text: str) -> str:
    """The normalised text with i wherever i and y are one sound, to compare two texts by.

    For names of bodies and their abbreviations; see above why not for the index.

    >>> canonical("Kỷ luật, mỹ thuật, quý, thúy")
    'kỉ luật, mĩ thuật, quí, thúy'
    """
    return _WORD.sub(lambda word: _canonical_word(word.group()), normalise(text))


@lru_cache(maxsize=8192)
def _canonical_word(word: str) -> str:
    return max(word, _other_spelling(word), key=lambda spelling: "i" in _letters(spelling))


@lru_cache(maxsize=8192)
def _other_spelling(word: str) -> str:
    syllable = parse(word)
    found = _ONE_SOUND.fullmatch(syllable.letters) if syllable else None
    if not syllable or not found:
        return word
    place = found.end("before")
    swapped = "y" if syllable.letters[place] == "i" else "i"
    letters = syllable.letters[:place] + swapped + syllable.letters[place + 1 :]
    other = replace(syllable, letters=letters)
    return write(other) if could_be_typed(syllable) and could_be_typed(other) else word


def _letters(word: str) -> str:
    syllable = parse(word)
    return syllable.letters if syllable else ""
