"""Every syllable that Vietnamese spelling allows, some 15,000, for tests of all of them."""

from itertools import product

from search.vietnamese.syllables import Syllable, _possible_marks, is_possible
from search.vietnamese.tones import TONES

POSSIBLE = [
    syllable
    for letters, sets in _possible_marks().items()
    for marks, tone in product(sets, TONES)
    if is_possible(syllable := Syllable(letters, marks, tone))
]
