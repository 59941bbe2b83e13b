"""Names of bodies and persons written almost, but not quite, as our own tables have them.

A name is near only when one thing is wrong: the case, one syllable left out, one mark. What two
names of the tables could have been meant by is left alone.
"""

import re
from collections.abc import Sequence

from .findings import Facts, Finding, Found, Rule
from .known_names import SHORTEST, Names, folded, forms
from .passages import Passage
from .words import (
    Word,
    hang_together,
    rewritten,
    same_but_for_tones,
    sentence_around,
    words_of,
)

# Behind a body's name whose last syllable is missing stands one of these, or no word at all.
_GOES_ON = frozenset(
    """
    và cùng với tỉnh thành các đã đang sẽ của cho về tại là có được phối tổ từ theo nhằm do
    đến ở cũng thì để khi vừa tiếp ban trong ngày năm
    """.split()
)
_NOT_ALONE = re.compile(
    r"trước đây|trước kia|tiền thân|nguyên |nay là|\bcũ\b|đổi tên|thành lập|sáp nhập|hợp nhất|lịch sử"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BLANK = " \u00a0"


def wrong_names(passages: Sequence[Passage], facts: Facts) -> Found:
    whole = "\n".join(each.text for each in passages)
    for passage in passages:
        words = words_of(passage.text)
        place = 0
        while place < len(words):
            finding, length = _name_at(passage, words, place, facts, whole)
            if finding:
                yield finding
            place += length


def _name_at(
    passage: Passage, words: list[Word], place: int, facts: Facts, whole: str
) -> tuple[Finding | None, int]:
    """What is to say of the longest name that begins there, and how many words it has."""
    for length in facts.names.lengths:
        stretch = words[place : place + length]
        if len(stretch) < length or not hang_together(passage.text, stretch):
            continue
        after = words[place + length : place + length + 1]
        right = facts.names.right.get(forms(stretch))
        if right:
            return _of_known(passage, stretch, after, right, facts), length
        finding = (
            _of_left_out(passage, stretch, after, facts.names)
            or _of_unmarked(passage, stretch, facts.names)
            or _of_person(passage, words, place, length, facts, whole)
        )
        if finding:
            return finding, length
    return None, 1


def _of_known(
    passage: Passage,
    words: Sequence[Word],
    after: Sequence[Word],
    right: set[tuple[str, ...]],
    facts: Facts,
) -> Finding | None:
    written = tuple(word.written for word in words)
    if any(same_but_for_tones(written, each) for each in right):
        return _of_former(passage, words, facts)
    letters = "".join(written)
    if len(right) > 1 or letters.islower() or letters.isupper():
        return None  # "các sở nội vụ" is no name, and a heading may be all capitals
    if letters[0].islower() and after and after[0].written[:1].isupper():
        return None  # "văn phòng Sở Tài chính" is not "Văn phòng Sở"
    name = facts.names.texts.get(next(iter(right)))
    if name is None:
        return None
    return _finding(passage, words, f"Tên chính thức viết hoa là “{name}”.", name)


def _of_former(passage: Passage, words: Sequence[Word], facts: Facts) -> Finding | None:
    """A name that was no longer borne on the day the text tells of, unless it is told as past."""
    name = forms(words)
    former = [each for each in facts.names.former if forms(words_of(each.name)) == name]
    current = [body for body in facts.names.bodies if forms(words_of(body)) == name]
    if len(former) != 1 or current or facts.day is None or facts.day <= former[0].until:
        return None
    start, end = words[0].start, words[-1].end
    sentence = sentence_around(passage.text, start, end)
    years = [int(year) for year in _YEAR.findall(sentence)]
    if _NOT_ALONE.search(sentence.lower()) or any(year <= former[0].until.year for year in years):
        return None
    held = facts.names.borne_on(facts.day, former[0])
    until = f"{former[0].until:%d/%m/%Y}"
    why = f"Tên này dùng đến hết ngày {until}; ngày {facts.day:%d/%m/%Y} tên là “{held}”."
    return Finding(Rule.NAMES, passage, start, end, why, held)


def _of_left_out(
    passage: Passage, words: Sequence[Word], after: Sequence[Word], names: Names
) -> Finding | None:
    written = tuple(word.written for word in words)
    meant = names.near.get(tuple(word.written.lower() for word in words), set())
    meant = {each for each in meant if set(written) <= set(each)}
    if len(meant) != 1:
        return None
    official = next(iter(meant))
    is_cut_off = written == official[: len(written)]
    if is_cut_off and not _ends_here(passage.text, words[-1], after):
        return None
    missing = next(
        each for number, each in enumerate(official) if written[number : number + 1] != (each,)
    )
    name = names.texts[official]
    return _finding(passage, words, f"Thiếu chữ “{missing}” trong tên “{name}”.", name)


def _ends_here(text: str, last: Word, after: Sequence[Word]) -> bool:
    """Whether the name is over, and not that of another body: "Sở Tài" of "Sở Tài nguyên"."""
    if not after or text[last.end : after[0].start].strip(_BLANK):
        return True
    return after[0].written in _GOES_ON


def _of_unmarked(passage: Passage, words: Sequence[Word], names: Names) -> Finding | None:
    """One mark wrong, as in "Sở Nội vu"."""
    meant = names.unmarked.get(folded(words), set())
    if len(meant) != 1 or not words[0].written[:1].isupper():
        return None
    official = next(iter(meant))
    wrong = [
        word
        for word, right in zip(words, words_of(" ".join(official)), strict=True)
        if word.form != right.form
    ]
    if len(wrong) != 1 or "".join(word.written for word in words).isupper():
        return None
    name = names.texts[official]
    why = f"“{wrong[0].written}” viết sai dấu: tên chính thức là “{name}”."
    return _finding(passage, words, why, name)


def _finding(passage: Passage, words: Sequence[Word], why: str, name: str) -> Finding | None:
    """None when other commas show that the words are of two phrases: "tại trụ sở, Nội vụ …"."""
    start, end = words[0].start, words[-1].end
    if passage.text.count(",", start, end) != name.count(","):
        return None
    return Finding(Rule.NAMES, passage, start, end, why, name)


def _of_person(
    passage: Passage, words: list[Word], place: int, length: int, facts: Facts, whole: str
) -> Finding | None:
    """A name of one other mark, where something else shows that it is our person who is meant."""
    stretch = words[place : place + length]
    candidates = facts.names.unmarked_people.get(folded(stretch), [])
    if len(candidates) != 1 or length < SHORTEST or forms(stretch) in facts.names.known_people:
        return None
    if _goes_on_as_name(passage.text, words, place, length):
        return None
    person = candidates[0]
    right = words_of(person.name)
    wrong = [one for one, other in zip(stretch, right, strict=True) if one.form != other.form]
    if len(wrong) != 1:
        return None
    end = stretch[-1].end
    behind = passage.text[end : end + 160]
    is_meant = (
        person.name in facts.people
        or person.name in whole
        or any(post in behind for post in person.posts)
    )
    if not is_meant:
        return None
    name = rewritten(passage.text, stretch, [word.written for word in right])
    why = f"Trong danh sách nhân sự, tên này viết là “{person.name}”."
    return Finding(Rule.NAMES, passage, stretch[0].start, end, why, name)


def _goes_on_as_name(text: str, words: list[Word], place: int, length: int) -> bool:
    """Whether more capital words stand around: then it is a longer, other name."""
    stretch = words[place : place + length]
    if not all(word.written[:1].isupper() for word in stretch):
        return True
    if "".join(word.written for word in stretch).isupper():
        return True
    after = words[place + length : place + length + 1]
    return (
        bool(after)
        and after[0].written[:1].isupper()
        and not text[stretch[-1].end : after[0].start].strip(_BLANK)
    )
