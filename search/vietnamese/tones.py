"""The tone of each word of a Vietnamese text.

Vietnamese writes its tone as a mark on the vowel; a word without one is level. The site's ornament
is laid from these tones, so the same text must always give the same list.
"""

import re
import unicodedata

LEVEL = "ngang"

TONE_OF_MARK = {
    "\N{COMBINING GRAVE ACCENT}": "huyen",
    "\N{COMBINING ACUTE ACCENT}": "sac",
    "\N{COMBINING HOOK ABOVE}": "hoi",
    "\N{COMBINING TILDE}": "nga",
    "\N{COMBINING DOT BELOW}": "nang",
}

TONES = (LEVEL, *TONE_OF_MARK.values())

# Composed first: a mark standing by itself is no word character and would cut its word in two.
WORD = re.compile(r"[^\W_]+")


def tones(text: str) -> list[str]:
    """One tone per word, in reading order: ngang, huyen, sac, hoi, nga or nang."""
    return [tone_of(word) for word in WORD.findall(unicodedata.normalize("NFC", text))]


def tone_of(word: str) -> str:
    for character in unicodedata.normalize("NFD", word):
        if character in TONE_OF_MARK:
            return TONE_OF_MARK[character]
    return LEVEL
