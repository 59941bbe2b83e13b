"""What a visitor meant by what was typed: keys decoded, names and dates seen, other spellings.

Only for words typed freely. What is undone here is how it was typed; slips, which need guessing,
are left to `engine.repairs` and tried only when nothing fits as it stands.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from search.vietnamese.abbreviations import Abbreviations
from search.vietnamese.analysis import Token, spans, tokens
from search.vietnamese.keyboard import PLAIN, could_be_keys, decode
from search.vietnamese.normalise import clean
from search.vietnamese.person_names import person_names
from search.vietnamese.questions import without_question
from search.vietnamese.spelling import same_sound_spellings
from search.vietnamese.syllables import is_syllable
from search.vietnamese.tones import LEVEL, tone_of

from .documents import folded
from .expansions import Exchange, OtherName, exchanges, provinces_among, that_fit
from .hits import Variant
from .lexicon import EXACT, FOLDED, Lexicon
from .marks import Said, said_in
from .repairs import run_together

MOST_CHARACTERS = 300
MOST_WORDS = 32
MOST_VARIANTS = 10

ABBREVIATED = 2.0
RELATED = 5.0
SAME_SOUND = 1.0
TOGETHER = 16.0  # about what a phrase counts
# A decoded word must be so much commoner than the letters as typed: "was" is a word, "ứa" too.
SURELY = 5
UNLIKELY = 4  # the cost of a reading that passes keys over

_official = Abbreviations()


@dataclass(frozen=True)
class Understanding:
    """The words as understood, every reading of them, the days and numbers said beside them."""

    words: tuple[str, ...]
    variants: tuple[Variant, ...]
    said: tuple[Said, ...] = ()
    also: tuple[OtherName, ...] = field(default=())
    """Other names searched for too, with the reason to show."""
    whole: tuple[str, ...] = ()
    """Where figures of days or documents are said, the words with those: a text may have just these."""
    asked: tuple[str, ...] = ()
    """Of a question, the words of what it is about; else all of them."""
    names: frozenset[int] = frozenset()
    """The places of words that are names we know, right as they are."""
    persons: tuple[range, ...] = ()
    """Where the words name somebody, whether we know them or not."""
    text: str = ""
    """What was understood, for the screen."""

    @property
    def is_empty(self) -> bool:
        return not self.words and not self.said


def understand(
    typed: str, lexicon: Lexicon, today: datetime.date, doubtful: bool = True
) -> Understanding:
    """Read a query of at most 300 characters and 32 words; what lies behind is not read.

    `doubtful`: whether what may be no time at all is one, or words like others.
    """
    text = clean(typed)[:MOST_CHARACTERS].replace("\n", " ")
    said = [each for each in said_in(text, today) if doubtful or not each.is_doubtful]
    typed_words = [token for token in spans(text) if not _inside(token, said)][:MOST_WORDS]
    raw = [text[token.start : token.end] for token in typed_words]
    plain = [token.text for token in typed_words]
    words = _with_capitals_kept(read_words(plain, lexicon), raw, plain)
    as_typed = [
        each if word == own else word for each, own, word in zip(raw, plain, words, strict=True)
    ]
    persons = _persons(words, raw)
    named = that_fit(exchanges(words), words, persons, lexicon)
    variants = _variants(words, (as_typed, raw), named, lexicon)
    variants = _apart(words, lexicon, [*variants, *_keys_or_slips(plain, words)])
    return Understanding(
        words=words,
        variants=tuple(variants),
        said=tuple(said),
        whole=() if all(each.is_relative for each in said) else _whole(text, typed_words, words),
        also=tuple(dict.fromkeys(each.name for each in named if each.name.reason)),
        asked=without_question(words),
        names=frozenset(chain(*provinces_among(words), *(range(e.start, e.end) for e in named))),
        persons=persons,
        text=_told(typed_words, words, said),
    )


def _inside(token: Token, said: Sequence[Said]) -> bool:
    return any(each.start <= token.start and token.end <= each.end for each in said)


def _whole(text: str, typed: Sequence[Token], words: Sequence[str]) -> tuple[str, ...]:
    """All words of the text, those that were read as they were understood."""
    read = {token.start: word for token, word in zip(typed, words, strict=True)}
    return tuple(read.get(token.start, token.text) for token in spans(text)[:MOST_WORDS])


def _persons(words: Sequence[str], raw: Sequence[str]) -> tuple[range, ...]:
    """Hồ Chí Minh is a place until another name begins with it."""
    places = {place.start for place in provinces_among(words)}
    return tuple(name for name in person_names(words, raw) if name.start not in places)


def _told(typed: Sequence[Token], words: Sequence[str], said: Sequence[Said]) -> str:
    """Words and days in the order they were typed."""
    told = [(token.start, word) for token, word in zip(typed, words, strict=True)]
    told += [(each.start, each.label) for each in said]
    return " ".join(word for _, word in sorted(told))


# --- Keys ----------------------------------------------------------------------------------------


def read_words(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The words with keys typed for marks read as marks, where the texts know such words."""
    readings = {word: decode(word) for word in set(words) if could_be_keys(word)}
    texts = [reading.text for each in readings.values() for reading in each]
    lexicon.learn(_keys_of([*words, *texts]))
    return tuple(_best_reading(word, readings.get(word), lexicon) for word in words)


def _with_capitals_kept(
    words: tuple[str, ...], raw: Sequence[str], typed: Sequence[str]
) -> tuple[str, ...]:
    """An abbreviation in capitals is none of the keys it looks like: TW is not "tư"."""
    return tuple(
        own if each.isupper() and _official.expand([each]) else word
        for word, each, own in zip(words, raw, typed, strict=True)
    )


def _keys_of(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        yield EXACT, word
        yield FOLDED, folded(word)


def _best_reading(word: str, readings: list | None, lexicon: Lexicon) -> str:
    if not readings:
        return word
    plain = lexicon.exact(word) + lexicon.folded(word) * (word == folded(word))
    best, most = word, SURELY * plain
    tone = tone_of(word)
    for reading in readings:
        if reading.cost >= UNLIKELY or (tone != LEVEL and tone_of(reading.text) != tone):
            continue  # a finger slipped, most likely
        known = lexicon.exact(reading.text) or lexicon.folded(folded(reading.text)) // 10
        likelihood = known / 4**reading.cost if reading.method != PLAIN else 0
        if likelihood > most:
            best, most = reading.text, likelihood
    return best


def _keys_or_slips(typed: Sequence[str], words: Sequence[str]) -> list[Variant]:
    """Where most words bear no accent, a key for a mark in one may have been a slip."""
    read = sum(one != other for one, other in zip(typed, words, strict=True))
    plain = tuple(map(folded, words))
    bare = sum(word == folded(word) for word in words)
    return [Variant(plain, SAME_SOUND)] if read and bare >= len(words) / 2 else []


def _apart(words: Sequence[str], lexicon: Lexicon, variants: list[Variant]) -> list[Variant]:
    """A word alone that is several: who types "thiduakhenthuong" wants more than an address."""
    parts = run_together(words[0], lexicon) if len(words) == 1 else ()
    if not parts:
        return variants
    as_typed = [replace(each, penalty=each.penalty + TOGETHER) for each in variants]
    return [Variant(parts, is_repair=True), *as_typed]


# --- Other ways to say it --------------------------------------------------------------------------


def _variants(
    words: tuple[str, ...],
    as_typed: Sequence[Sequence[str]],
    named: Sequence[Exchange],
    lexicon: Lexicon,
) -> list[Variant]:
    """The words as understood first, then each other way to say them, once.

    `as_typed` are the words in their own capitals: with keys read, and as they came.
    """
    found: dict[tuple[str, ...], Variant] = {}
    if not words:
        return []
    found[words] = Variant(words, names=tuple(provinces_among(words)))
    for other in _other_names(words, named):
        found.setdefault(other.words, other)
    asked = without_question(words)
    found.setdefault(asked, Variant(asked, names=tuple(provinces_among(asked))))
    for table in (_official, Abbreviations(lexicon.acronyms(list(map(folded, words))))):
        for other in _abbreviated(words, as_typed, table):
            found.setdefault(other.words, other)
    for other in _same_sound(words, lexicon):
        found.setdefault(other.words, other)
    return list(found.values())[:MOST_VARIANTS]


def _other_names(words: tuple[str, ...], named: Sequence[Exchange]) -> Iterator[Variant]:
    for each in named:
        yield Variant(
            each.made_in(words),
            penalty=RELATED if each.name.reason else ABBREVIATED,
            reason=each.name if each.name.reason else None,
            names=_name_at(each.start, each.words),
        )


def _name_at(start: int, words: Sequence[str]) -> tuple[range, ...]:
    return (range(start, start + len(words)),) if len(words) > 1 else ()


def with_abbreviations(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words with one common abbreviation said in full, or with one name abbreviated."""
    return [each.words for each in _abbreviated(words, (words,), _official)]


def _abbreviated(
    words: tuple[str, ...], as_typed: Sequence[Sequence[str]], table: Abbreviations
) -> Iterator[Variant]:
    """With one abbreviation said in full, and the other way round."""
    for each in dict.fromkeys(each for typed in as_typed for each in table.expand(typed)):
        full = tuple(tokens(each.full))
        yield Variant(
            words[: each.start] + full + words[each.end :],
            ABBREVIATED,
            names=_name_at(each.start, full),
        )
    for each in table.shorten(words):
        short = tuple(tokens(each.abbreviation))
        # "Tư" would find every "thứ tư" and "tư nhân".
        if len(short) > 1 or not is_syllable(short[0]):
            yield Variant(words[: each.start] + short + words[each.end :], ABBREVIATED)


def _same_sound(words: tuple[str, ...], lexicon: Lexicon) -> Iterator[Variant]:
    """With every i or y that texts also write the other way written the other way."""
    others = []
    for word in words:
        other = next(iter(same_sound_spellings(word) - {word}), word)
        known = other != word and lexicon.exact(other)
        others.append(other if known else word)
    if tuple(others) != words:
        yield Variant(tuple(others), SAME_SOUND)
