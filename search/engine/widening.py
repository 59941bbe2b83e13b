"""The steps from narrow to wide by which the documents of an answer are found."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .cohesion import SURELY_A_WORD, cohesion
from .documents import folded
from .expansions import OtherName, synonyms_among, that_fit
from .expressions import EVERYTHING, NOTHING, Expression, Mark, Words, all_of, any_of, marks_in
from .hits import Hit, Variant, phrases_held
from .lexicon import EXACT, FOLDED, PAIR, Key, Lexicon
from .marks import Said, are_of_document
from .ranking import Ranker, weight_of_pair
from .repairs import Repair, repairs
from .store import Store
from .understanding import Understanding

ENOUGH = 20  # of answers that fit as typed, so that looser ones are not looked for
TOO_FEW = 4
HEAD = 60
OF_PHRASES = 40
OF_ANY = 100
MANY_WORDS = 5
MOST_STRICT = 7  # words; longer queries are found by any of their accents
MOST_REPAIRED = 10
FEWEST_UNITS, MOST_UNITS = 2, 8
COMMON = 0.1  # the share of documents from which on a word tells nothing
PERHAPS_A_WORD = 0.004  # cohesion, from which on two syllables are looked for together
BY_CHANCE = 0.02  # cohesion, below which one of two neighbours may be a slip
FEW = 0.0005  # the share of documents; rarer words may be slips that were printed
REPAIRED = 3.0
SYNONYM = 16.0  # about what a phrase counts
MOST_SYNONYMS = 6
TRIED_TOGETHER = ((0, 4), (4, 12), (12, 32))


@dataclass(frozen=True)
class Candidates:
    expression: Expression
    head: list[Hit]
    ranker: Ranker | None = None
    instead: str = ""
    """What was searched for where no text has the day that was asked for."""
    is_loose: bool = False
    """Whether no text holds all the words, said in any way."""
    synonyms: Mapping[OtherName, Variant] = field(default_factory=dict)
    """Other words for a part of the query, and the query said with them."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A folded word of one or two syllables, and what it says that a text holds it."""

    words: tuple[str, ...]
    documents: int
    weight: float


class Finding:
    """The steps from narrow to wide; each is taken only when the one before found too little."""

    def __init__(self, understanding: Understanding, store: Store, today: datetime.date) -> None:
        self.store, self.lexicon, self.today = store, store.lexicon, today
        self.words, self.names = understanding.words, understanding.names
        self.persons = understanding.persons
        self._in_names = {folded(self.words[place]) for place in self.names}
        self.variants = list(understanding.variants)
        # Of a question, what it asks about; and every way to say it that needs no explaining.
        self._asked = [
            each
            for each in self.variants
            if not each.reason and (each.words != self.words or self.words == understanding.asked)
        ]
        self.said: Sequence[Said] = understanding.said
        self.hits: dict[str, Hit] = {}
        self.sets: list[Expression] = []
        self.instead = ""
        self.synonyms: dict[OtherName, Variant] = {}
        self._last_ranker: Ranker | None = None
        self.whole = Variant(understanding.whole) if understanding.whole else None
        self._learn([*self.variants, *filter(None, [self.whole])])

    def has_as_typed(self) -> bool:
        """Whether any text says all the words, on the day that was asked for."""
        return bool(self.store.best(self._with_said(self._any_variant()), 1))

    def run(self) -> Candidates:
        if not self._take_common() and self._take_as_typed() >= HEAD:
            self._take_phrases(self.variants[:1], self.variants[1:])
        self._take_whole()
        if len(self.words) <= MOST_REPAIRED and not self._has_phrase():
            self._take_synonyms()
        if self._may_hold_slips():
            self._take_repairs()
        if not self.hits and len(self.words) <= MOST_STRICT:
            self._take_wider_time(self._any_variant())
        is_loose = not self.hits
        if self._is_too_little():
            self._take_any()
        if not self.hits:
            self._take_wider_time(EVERYTHING)
        return Candidates(
            any_of(self.sets),
            self._ranked(),
            self._ranker(),
            self.instead,
            is_loose,
            self.synonyms,
        )

    # --- Steps -----------------------------------------------------------------------------------

    def _take_common(self) -> bool:
        """What hundreds say as a phrase: those that only hold the words need no looking at."""
        plain = self.variants[0].folded if self.variants else ()
        counts = [self.lexicon.pair(one, other) for one, other in pairwise(plain)]
        if len(self.words) > MOST_STRICT or not counts or min(counts) < HEAD:
            return False
        self._gather(self._with_said(_strict_phrase(self.variants[0], self.lexicon)), HEAD)
        if len(self.hits) < HEAD:
            return False
        self.sets.append(self._with_said(self._any_variant(self.lexicon)))
        self._take_phrases(self.variants[1:2], self.variants[2:])
        return True

    def _take_as_typed(self) -> int:
        """All the words, with the accents that were typed, and with any; how many were found."""
        if len(self.words) > MOST_STRICT:
            return self._take_long()
        strict, loose = self._any_variant(self.lexicon), self._any_variant()
        found = self._take(self._with_said(strict), HEAD)
        if found < ENOUGH and strict != loose:
            # What is strict is in what is loose, which takes its place.
            self.sets.clear()
            found = self._take(self._with_said(loose), HEAD)
        return found

    def _take_long(self) -> int:
        """Of a sentence, no text holds all the words but not as a phrase, except by chance."""
        phrases = any_of(
            Words(each.folded, folded=True)
            for each in self.variants
            if may_be_phrase(each.folded, self.lexicon)
        )
        return self._take(self._with_said(phrases), HEAD) if phrases != NOTHING else 0

    def _take_phrases(self, *readings: Sequence[Variant]) -> None:
        """Of many documents that hold the words, those that hold them as a phrase."""
        within = any_of(self.sets)
        for some in readings:
            phrases = any_of(
                _phrase(each) for each in some if may_be_phrase(each.folded, self.lexicon)
            )
            if phrases != NOTHING:
                self._gather(all_of([within, phrases]), OF_PHRASES)

    def _take_whole(self) -> None:
        """The query as a phrase, as it was typed: a text may say a time that the index has no mark of.

        Of a time alone its figures may be part of anything.
        """
        is_told = bool(self.words) or any(map(_names_document, self.said))
        if self.whole and is_told and may_be_phrase(self.whole.folded, self.lexicon):
            self._take(Words(self.whole.folded, folded=True), HEAD)

    def _take_synonyms(self) -> None:
        """Where no text says it in these words, those that say one expression otherwise."""
        exchanges = [
            each
            for each in that_fit(synonyms_among(self.words), self.words, self.persons, self.lexicon)
            if may_be_phrase(list(map(folded, each.words)), self.lexicon)
        ][:MOST_SYNONYMS]
        others = [Variant(each.made_in(self.words), SYNONYM) for each in exchanges]
        if not others:
            return
        self.synonyms = {each.name: other for each, other in zip(exchanges, others, strict=True)}
        self._learn(others)
        self.variants += others
        said_otherwise = (
            all_of(
                [
                    *_each_word(self.words[: each.start] + self.words[each.end :]),
                    Words(tuple(map(folded, each.words)), folded=True),
                ]
            )
            for each in exchanges
        )
        if self._take(self._with_said(any_of(said_otherwise)), HEAD) >= HEAD:
            self._take_phrases(others)

    def _take_repairs(self) -> None:
        """Slips undone, where texts hold the words as they were meant."""
        tries = repairs(self.words, self.lexicon, self.names)
        likely = [each for each in tries if self._may_be_meant(each)]
        # Words that all texts know were hardly meant otherwise.
        for start, end in TRIED_TOGETHER if self._unknown() else TRIED_TOGETHER[:2]:
            tried = [
                Variant(each.words, REPAIRED + (each.cost - tries[0].cost) / 2, is_repair=True)
                for each in likely[start:end]
            ]
            phrases = any_of(Words(each.words, folded=True) for each in tried)
            hits = self.store.best(self._with_said(phrases), OF_PHRASES)
            held = phrases_held(hits, tried)
            if held:
                self._learn(held)
                self.variants += held
                self._keep(hits)
                self.sets += [self._with_said(Words(each.words, folded=True)) for each in held]
                return
        self._take_known_words(tries)

    def _may_be_meant(self, repair: Repair) -> bool:
        """Of two syllables that could be meant as they are, only what is surely one word; of three,
        only what makes a word: "đã" goes well behind "sáp nhập", and is not what "xã" meant."""
        if len(repair.words) == 2 and repair.changes_syllables:
            is_known = self.lexicon.pair(*repair.words) >= TOO_FEW
            return is_known and cohesion(*repair.words, self.lexicon) >= SURELY_A_WORD
        of_three = len(repair.words) == len(self.words) == 3 and repair.changes_syllables
        return may_be_phrase(repair.words, self.lexicon) and (
            not of_three or self._makes_a_word(repair.words)
        )

    def _makes_a_word(self, words: Sequence[str]) -> bool:
        """Whether each word in place of another belongs to one beside it."""
        joints = [0.0, *(cohesion(one, other, self.lexicon) for one, other in pairwise(words)), 0.0]
        return all(
            max(joints[place : place + 2]) >= BY_CHANCE
            for place, (word, typed) in enumerate(zip(words, self.words, strict=True))
            if word != folded(typed)
        )

    def _take_known_words(self, tries: Sequence[Repair]) -> None:
        """No phrase was meant: exchange only the words that no text has."""
        if not self._unknown() or not tries:
            return
        if len(self.words) < 3 and tries[0].changes_syllables:
            return
        likely = Variant(tries[0].words, REPAIRED, is_repair=True)
        self._learn([likely])
        self.variants.append(likely)
        self._take(self._with_said(all_of(words_asked(likely))), HEAD)

    def _take_any(self) -> None:
        """Documents that hold some of the words: those that tell most."""
        most = COMMON * self.lexicon.documents
        by_weight = sorted(self._units(), key=lambda unit: (-unit.weight, unit.words))
        weights: dict[Expression, float] = {
            Words(unit.words, folded=True): unit.weight
            for place, unit in enumerate(by_weight[:MOST_UNITS])
            if place < FEWEST_UNITS or unit.documents <= most
        }
        # Whoever names a document wants the texts that name it, whatever else they say.
        most_of_all = 1 + sum(weights.values())
        for each in self.said:
            if _names_document(each):
                weights |= dict.fromkeys(map(Mark, marks_in(each.expression)), most_of_all)
        asked = any_of([*weights, *(each.expression for each in self.said)])
        if asked != NOTHING:
            self._keep(self.store.best(asked, OF_ANY, weights))
            self.sets.append(asked)

    def _units(self) -> set["_Unit"]:
        """The words of two syllables that texts know, and single ones that belong to no other."""
        units: set[_Unit] = set()
        for asked in self._asked:
            in_pairs: set[str] = set()
            for one, other in pairwise(asked.folded):
                surely = cohesion(one, other, self.lexicon)
                if surely >= PERHAPS_A_WORD:
                    weight = weight_of_pair(one, other, self.lexicon)
                    units.add(_Unit((one, other), self.lexicon.pair(one, other), weight))
                if surely >= SURELY_A_WORD:
                    in_pairs |= {one, other}
            in_names = self._in_names.union(*asked.folded_names)
            for word in {*asked.folded} - in_pairs - in_names:
                if count := self.lexicon.folded(word):
                    units.add(_Unit((word,), count, self.lexicon.weight(count)))
        return units

    def _take_wider_time(self, words: Expression) -> None:
        """No text of that day has the words: those of its month, or of its year."""
        for said in self.said:
            others = [each.expression for each in self.said if each is not said]
            for wider in said.wider:
                within = all_of([words, *others, wider.expression])
                if self.store.best(within, 1):
                    self._take(within, HEAD)
                    self.instead = wider.label
                    return

    def _unknown(self) -> list[str]:
        return [
            word
            for place, word in enumerate(self.words)
            if place not in self.names and not self.lexicon.folded(folded(word))
        ]

    def _may_hold_slips(self) -> bool:
        """Whether a word is hardly known, or stands beside none that it belongs to."""
        if self._has_phrase():
            return False
        if not 1 < len(self.words) <= MOST_REPAIRED:
            return (len(self.words) == 1 and not self.hits) or bool(self._unknown())
        if not self.hits and MANY_WORDS <= len(self.words) <= MOST_STRICT:
            return True  # "nuột nà" is a word too, but no text has it with the rest
        words = [folded(word) for word in self.words]
        rare = FEW * self.lexicon.documents
        joints = [cohesion(one, other, self.lexicon) for one, other in pairwise(words)]
        return any(
            self.lexicon.folded(word) <= rare
            or max(joints[max(place - 1, 0) : place + 1]) < BY_CHANCE
            for place, word in enumerate(words)
            if place not in self.names
        )

    def _has_phrase(self) -> bool:
        return any(hit.is_phrase for hit in self._ranked())

    def _is_too_little(self) -> bool:
        """Few documents; or a whole sentence that none of them says as it was typed.

        A day or a number asks for just the documents that have it.
        """
        if self.said:
            return not self.hits
        return len(self.hits) < TOO_FEW or (
            len(self.words) >= MANY_WORDS and not self._has_phrase()
        )

    # --- Details ---------------------------------------------------------------------------------

    def _take(self, expression: Expression, limit: int) -> int:
        """Let the documents belong to the answer; how many of the best were found."""
        hits = self.store.best(expression, limit)
        self._keep(hits)
        self.sets.append(expression)
        return len(hits)

    def _gather(self, expression: Expression, limit: int) -> None:
        self._keep(self.store.best(expression, limit))

    def _keep(self, hits: Iterable[Hit]) -> None:
        """Each is scored once, by the readings known when it was last found."""
        for hit in hits:
            if hit.key not in self.hits or self._is_repaired():
                self.hits[hit.key] = hit

    def _is_repaired(self) -> bool:
        return any(each.is_repair for each in self.variants)

    def _any_variant(self, lexicon: Lexicon | None = None) -> Expression:
        """All the words of any reading; everything where only days and numbers were said."""
        if not self.variants:
            return EVERYTHING
        return _any_of_all([words_asked(each, lexicon) for each in self.variants])

    def _with_said(self, words: Expression) -> Expression:
        return all_of([words, *(each.expression for each in self.said)]) if self.said else words

    def _ranked(self) -> list[Hit]:
        return self._ranker().rank(list(self.hits.values()))

    def _ranker(self) -> Ranker:
        """The same one until another reading comes up: it has looked up what their words weigh."""
        if self._last_ranker is None or len(self._last_ranker.variants) < len(self.variants):
            marks = [frozenset(marks_in(each.expression)) for each in self.said]
            self._last_ranker = Ranker(
                list(self.variants), self.lexicon, marks, self.today, self.whole
            )
        return self._last_ranker

    def _learn(self, variants: Iterable[Variant]) -> None:
        self.lexicon.learn(key for each in variants for key in keys_of(each))


def _names_document(said: Said) -> bool:
    return are_of_document(list(marks_in(said.expression)))


def words_asked(variant: Variant, lexicon: Lexicon | None = None) -> list[Words]:
    """Each of the words, and each name as a phrase.

    Given a lexicon, with the accents that were typed and that texts have.
    """
    in_names = {place for name in variant.names for place in name}
    parts = [*variant.names, *({*range(len(variant.words))} - in_names)]
    parts = [each if isinstance(each, range) else range(each, each + 1) for each in parts]
    return [_asked(variant, each, lexicon) for each in sorted(parts, key=lambda part: part.start)]


def _asked(variant: Variant, part: range, lexicon: Lexicon | None) -> Words:
    words = variant.words[part.start : part.stop]
    plain = variant.folded[part.start : part.stop]
    is_exact = lexicon and words != plain and all(map(lexicon.exact, words))
    return Words(words) if is_exact else Words(plain, folded=True)


def _each_word(words: Sequence[str]) -> list[Words]:
    return [Words((folded(word),), folded=True) for word in words]


def _any_of_all(readings: Sequence[Sequence[Expression]]) -> Expression:
    """All the parts of any reading; what is in every one is asked for once, which is faster."""
    common = [part for part in readings[0] if all(part in reading for reading in readings)]
    rest = any_of(all_of(part for part in each if part not in common) for each in readings)
    return all_of([*common, rest])


def _phrase(variant: Variant) -> Expression:
    """All of it as a phrase; with the accents that were typed it counts more."""
    plain = Words(variant.folded, folded=True)
    if len(variant.words) == 1:
        return Words(variant.folded, folded=True, in_title=True)
    return plain if variant.is_plain else any_of([Words(variant.words), plain])


def _strict_phrase(variant: Variant, lexicon: Lexicon) -> Expression:
    """The phrase, of the documents that hold what `words_asked` asks for, and of no look-alike."""
    words, plain = words_asked(variant, lexicon), Words(variant.folded, folded=True)
    if all(each.folded for each in words):
        return plain
    if not any(each.folded for each in words):
        return Words(variant.words)
    return all_of([*words, plain])


def may_be_phrase(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether each two of the folded words stand side by side somewhere: else not all of them do."""
    return all(lexicon.pair(one, other) for one, other in pairwise(words))


def keys_of(variant: Variant) -> Iterator[Key]:
    """All that ranking by it asks the lexicon."""
    plain = variant.folded
    for word in variant.words:
        yield EXACT, word
    for word in plain:
        yield FOLDED, word
    for one, other in pairwise(plain):
        yield PAIR, f"{one} {other}"
