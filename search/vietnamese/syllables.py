"""The Vietnamese syllable as a value, so that it no longer matters where its marks were typed.

A syllable is its letters without marks, the marks that make other letters of them, and one tone.
Which letter carries a mark follows from these three, so "thuwowrng", "thuongwr" and "thưởng" are
one value, and `write` puts it on paper.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import chain, product

from .tones import LEVEL, TONE_OF_MARK

CIRCUMFLEX = "\N{COMBINING CIRCUMFLEX ACCENT}"  # â ê ô
BREVE = "\N{COMBINING BREVE}"  # ă
HORN = "\N{COMBINING HORN}"  # ơ ư
STROKE = "\N{COMBINING SHORT STROKE OVERLAY}"  # đ, which Unicode does not take apart

VOWELS = frozenset("aeiouy")
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")

_BEARERS = {CIRCUMFLEX: "aeo", BREVE: "a", HORN: "ou", STROKE: "d"}
_MARK_OF_TONE = {tone: mark for mark, tone in TONE_OF_MARK.items()}


@dataclass(frozen=True, slots=True)
class Syllable:
    """`letters` are a–z, `marks` some of the four above, `tone` one of `tones.TONES`."""

    letters: str
    marks: frozenset[str] = frozenset()
    tone: str = LEVEL


def parse(written: str) -> Syllable | None:
    """The syllable a word spells, in any case, Unicode form and school of tone placement.

    None when one syllable cannot hold what is written: two tones, a mark on a letter that never
    bears it, two hats (ôtô), a sign that is no letter. A horn on one half of "ươ" is taken for
    both, as people type it. Not every syllable is a possible one: see `is_possible`.

    >>> parse("Thưởng") == Syllable("thuong", frozenset({HORN}), "hoi")
    True
    """
    letters, marks, tones = take_apart(written)
    if not letters or not LETTERS.issuperset(letters) or len(tones) > 1:
        return None
    syllable = Syllable("".join(letters), frozenset(chain(*marks)), tones[0] if tones else LEVEL)
    return syllable if _are_in_place(marks, syllable) else None


def take_apart(written: str) -> tuple[list[str], list[set[str]], list[str]]:
    """The lower-case letters of a word, the marks on each, and the tones in the order written.

    Whatever is not one of our four marks or five tones is left among the letters.

    >>> take_apart("đố")[0], take_apart("đố")[2]
    (['d', 'o'], ['sac'])
    """
    letters: list[str] = []
    marks: list[set[str]] = []
    tones: list[str] = []
    for sign in unicodedata.normalize("NFD", written.lower()):
        if sign == "đ":
            letters.append("d")
            marks.append({STROKE})
        elif sign in _BEARERS and letters and letters[-1] in _BEARERS[sign]:
            marks[-1].add(sign)
        elif sign in TONE_OF_MARK and letters and letters[-1] in VOWELS:
            tones.append(TONE_OF_MARK[sign])
        else:
            letters.append(sign)
            marks.append(set())
    return letters, marks, tones


def write(syllable: Syllable) -> str:
    """The syllable as the older school writes it: hòa, thúy, but hoàn, quý, giữa, thuở, khuya.

    The rule, given in most grammars: the tone sits on the letter with a hat or horn, of "ươ" on
    the second; without one, on the last vowel letter before a consonant (hoàn), on the middle of
    three (ngoài), on the first of two (hòa). The u of "qu" and the i of "gi" are consonants as
    long as a vowel follows. Syllables that no one writes come out in some fixed way.

    >>> write(Syllable("thuong", frozenset({HORN}), "hoi"))
    'thưởng'
    """
    letters, marks = syllable.letters, _marks_by_letter(syllable)
    place = _place_of_tone(letters, marks) if syllable.tone != LEVEL else -1
    signs = []
    for position, letter in enumerate(letters):
        bare = marks[position] - {STROKE}
        signs += ["đ" if STROKE in marks[position] else letter, *sorted(bare)]
        if position == place:
            signs.append(_MARK_OF_TONE[syllable.tone])
    return unicodedata.normalize("NFC", "".join(signs))


def is_possible(syllable: Syllable) -> bool:
    """Whether Vietnamese spelling allows the syllable, whether or not it is a word.

    Three rules found in every description of the language (Đoàn Thiện Thuật, Ngữ âm tiếng Việt;
    L. C. Thompson, A Vietnamese Reference Grammar):

    - it is a rhyme, mostly with an onset before it, both from closed lists;
    - k, gh and ngh stand before e, ê, i, y; c, g and ng before the rest; q only in "qu";
    - before the stops c, ch, p and t there are only two tones, sắc and nặng.

    Added to it are rhymes of loan words (xoong, tuýp) and a few names of places whose official
    spelling follows another language: Bắc Kạn, Đắk Lắk, Krông, Mê Kông.

    >>> [is_possible(parse(word)) for word in ("thưởng", "quý", "kiếc", "ciếc", "kièc")]
    [True, True, True, False, False]
    """
    bearable = _possible_marks().get(syllable.letters, ())
    return syllable.marks in bearable and _fits(syllable.letters, syllable.tone)


def could_be_typed(syllable: Syllable) -> bool:
    """Whether a possible syllable is left when marks, or the tone, are still to be added.

    >>> could_be_typed(parse("đuoc")), could_be_typed(parse("đuwc"))
    (True, False)
    """
    return any(
        syllable.marks <= marks and _tone_can_come(syllable.letters, syllable.tone)
        for marks in _possible_marks().get(syllable.letters, ())
    )


def is_syllable(word: str) -> bool:
    """Whether somebody may have meant the word as it is: a syllable, or one without its marks.

    >>> [is_syllable(word) for word in ("chiếu", "chieu", "chíh")]
    [True, True, False]
    """
    syllable = parse(word)
    return syllable is not None and could_be_typed(syllable)


def beginnings(syllable: Syllable) -> list[str]:
    """The ways an unfinished syllable stands at the start of possible ones; [] if it cannot.

    For the word a visitor is still typing: "thuơ" is all of "thuở" but begins "thương" only when
    written "thươ", and "hòa" begins "hoàn" only as "hoà".

    >>> beginnings(parse("hòa")), beginnings(parse("thuơ"))
    (['hòa', 'hoà'], ['thuơ', 'thươ'])
    """
    starts = {
        write(Syllable(letters, marks, syllable.tone))[: len(syllable.letters)]
        for letters, marks in _bases_beginning().get(syllable.letters, ())
        if _tone_can_come(letters, syllable.tone)
    }
    same = [start for start in starts if parse(start) == syllable]
    return sorted(same, key=lambda start: (start != write(syllable), start))


@cache
def _possible_marks() -> dict[str, list[frozenset[str]]]:
    """What the letters of each possible syllable can bear: "ban" none, a hat or a breve."""
    found: dict[str, list[frozenset[str]]] = {}
    same: dict[
        frozenset[str], frozenset[str]
    ] = {}  # of few kinds: one of each takes a megabyte less
    for written in sorted(_bases()):
        letters, apart, _ = take_apart(written)
        marks = frozenset(chain(*apart))
        found.setdefault("".join(letters), []).append(same.setdefault(marks, marks))
    return found


@cache
def _bases_beginning() -> dict[str, list[tuple[str, frozenset[str]]]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for letters, sets in _possible_marks().items():
        for marks, length in product(sets, range(1, len(letters) + 1)):
            found.setdefault(letters[:length], []).append((letters, marks))
    return found


def _fits(letters: str, tone: str) -> bool:
    return tone in _TONES_BEFORE_STOPS or not letters.endswith(_STOPS)


def _tone_can_come(letters: str, tone: str) -> bool:
    """Whether the tone fits, or is none yet: it is often the last thing typed."""
    return tone == LEVEL or _fits(letters, tone)


def _marks_by_letter(syllable: Syllable) -> list[set[str]]:
    """Which letter bears which mark: the last one that can, but of u and o the horn's own rule."""
    letters = syllable.letters
    found: list[set[str]] = [set() for _ in letters]
    for mark in syllable.marks:
        if mark == HORN:
            places = _places_of_horn(letters)
        elif mark == STROKE:
            places = [letters.find("d")]
        else:
            places = [max(letters.rfind(letter) for letter in _BEARERS[mark])]
        for place in places:
            if place >= 0:
                found[place].add(mark)
    return found


def _are_in_place(marks: list[set[str]], syllable: Syllable) -> bool:
    """Whether every letter bears its marks; the two of "uo" may have one horn between them."""
    uo = syllable.letters.find("uo")
    halves = (uo, uo + 1) if uo >= 0 else ()
    return all(
        found == right or (place in halves and found ^ right == {HORN})
        for place, (found, right) in enumerate(zip(marks, _marks_by_letter(syllable), strict=True))
    )


def _places_of_horn(letters: str) -> list[int]:
    """Both of "uo" inside a syllable (thương), only the o at its end (thuở), else the first."""
    start = 2 if letters.startswith("qu") else 0
    both = letters.find("uo", start)
    if both >= 0:
        return [both + 1] if both + 2 == len(letters) else [both, both + 1]
    return [place for place in range(start, len(letters)) if letters[place] in "uo"][:1]


def _place_of_tone(letters: str, marks: list[set[str]]) -> int:
    start, end = _nucleus(letters)
    marked = [place for place in range(start, end) if marks[place]]
    if marked:
        return marked[-1]
    if end < len(letters):
        return end - 1
    return start + 1 if end - start == 3 else start


def _nucleus(letters: str) -> tuple[int, int]:
    """From the first vowel letter to the one after the last; without vowels from nowhere."""
    start = next((place for place, letter in enumerate(letters) if letter in VOWELS), -1)
    if letters[:2] in ("qu", "gi") and letters[2:3] and letters[2] in VOWELS:
        start = 2
    end = start
    while 0 <= end < len(letters) and letters[end] in VOWELS:
        end += 1
    return start, end


# --- The closed lists --------------------------------------------------------------------------

_STOPS = ("c", "ch", "p", "t")
_TONES_BEFORE_STOPS = ("sac", "nang")
_BEFORE_E_AND_I = {"c": "k", "g": "gh", "ng": "ngh"}
_ONSETS = "b c ch d đ g h kh l m n ng nh p ph r s t th tr v x".split()
_RHYMES = """
    a ai ao au ay am an ang anh ac ach ap at
    ăm ăn ăng ăc ăp ăt
    âu ây âm ân âng âc âp ât
    e eo em en eng ec ep et
    ê êu êm ên ênh êch êp êt
    i ia iu im in inh ich ip it
    iêu iêm iên iêng iêc iêp iêt
    o oi om on ong oc op ot
    oa oai oay oan oang oanh oac oach oat oăn oăng oăt oe oen oet
    ô ôi ôm ôn ông ôc ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua ui um un ung uc up ut
    uân uât uê uôi uôm uôn uông uôc uôt
    uy uyên uyêt uynh uych uyt
    ư ưa ưi ưu ưng ưc ưt ươi ươu ươm ươn ương ươc ươp ươt
""".split()
# Rhymes of a few words each, with their onsets: elsewhere they would let English words in.
_RARE_RHYMES = {
    "êng": "c",
    "oam": "ng nh",
    "oao": "ng",
    "oap": "ng",
    "oăc": "h ng",
    "oăm": "h kh ng",
    "oem": "ng",
    "oeo": "kh ng",
    "oong": "b c g l s t x",
    "ooc": "c m s t v",
    "ưm": "h",
    "uâng": "kh",
    "uây": "kh ng",
    "uênh": "h ch x",
    "uêch": "h kh t ng",
    "uơ": "h kh th",
    "uya": "kh l t",
    "uyn": "t",
    "uyp": "t",
    "uyu": "kh",
    "y": "c d h l m n s t th v",
}
_ONLY_ALONE = "y yêu yêm yên yêng yêt uênh oăm".split()
_AFTER_QU = """
    a ai ao au ay am an ang anh ac ach ap at
    ăm ăn ăng ăc ăp ăt
    âu ây ân âng ât
    e en eo et ê êu ên ênh êch êt
    i in inh ich it y yn ynh ych yt yên yêt
    ơ ơi ơn ôc
""".split()
# gi and a rhyme in i keep one i between them: gì, gìn, giếng.
_AFTER_GI = "i im in ip it iêc iên iêng iêt".split()
_FOREIGN_NAMES = "kan đăk lăk păk păh kông krông".split()


def _bases() -> set[str]:
    """The possible syllables without their tones, as written."""
    native = product(_ONSETS, _RHYMES)
    rare = ((onset, rhyme) for rhyme, some in _RARE_RHYMES.items() for onset in some.split())
    return {
        *(_spelt(onset, rhyme) for onset, rhyme in chain(native, rare)),
        *(rhyme for rhyme in _RHYMES if not rhyme.startswith("iê")),
        *_ONLY_ALONE,
        *("qu" + rhyme for rhyme in _AFTER_QU),
        *("gi" + rhyme for rhyme in _RHYMES if rhyme[0] not in "i"),
        *("g" + rhyme for rhyme in _AFTER_GI),
        *_FOREIGN_NAMES,
    }


def _spelt(onset: str, rhyme: str) -> str:
    return (_BEFORE_E_AND_I.get(onset, onset) if rhyme[0] in "eêiy" else onset) + rhyme
