"""How surely two adjacent syllables are one word: Vietnamese writes a blank inside its words."""

import math

from .lexicon import Lexicon

# Two syllables of so much cohesion are one word; of less, they may be neighbours by chance: "máy vệ"
# in "xe máy vệ sinh" is rare and yet tells nothing.
SURELY_A_WORD = 0.05
BELONGS = 0.02  # from which on a syllable mostly has its word in the one beside it


def cohesion(one: str, other: str, lexicon: Lexicon) -> float:
    """The share of the texts holding either folded word that hold both side by side, from 0 to 1.

    Above some hundredths they are a word, "nhan dan"; what is adjacent by chance has thousandths.
    """
    of_each = lexicon.folded(one) * lexicon.folded(other)
    return lexicon.pair(one, other) / math.sqrt(of_each) if of_each else 0.0
