"""Blanks and signs that an editor would put right without thinking."""

import re
from collections.abc import Sequence

from search.vietnamese.syllables import is_syllable

from .findings import Facts, Finding, Found, Rule
from .passages import Passage

_BLANK = r"[ \u00a0]"
_DOUBLE = re.compile(rf"(?<=\S){_BLANK}{{2,}}(?=\S)")
# Not before "..." nor before a sign with letters behind it, such as ".vn" or ":)".
_BEFORE_SIGN = re.compile(rf"(?<=\w){_BLANK}+(?P<sign>[,;:?!]|\.(?!\.))(?=\s|\Z)")
_BEFORE_INSTEAD = re.compile(rf"(?<=\w){_BLANK}+(?P<sign>[,;])(?=[^\W\d_])")
# Two sentences that touch; between words that can be no syllables it may be a name on the web.
_SENTENCES = re.compile(
    r"(?<![\w.@/-])(?P<last>[^\W\d_]{2,})(?P<stop>\.)(?P<first>[^\W\d_]{2,})(?![\w@])"
)
_NONE_BEHIND = re.compile(r"(?<=[^\W\d_])(?P<sign>[,;])(?=[^\W\d_])")
# Behind a letter or a digit it is no opening: 24" is a length.
_QUOTED = re.compile(r'(?<![\w"″])"(?P<words>[^"\n“”]*[^"\n“”\s])"(?![\w"])')


def careless_signs(passages: Sequence[Passage], facts: Facts) -> Found:
    for passage in passages:
        yield from _signs_of(passage)


def _signs_of(passage: Passage) -> Found:
    text = passage.text
    for found in _BEFORE_SIGN.finditer(text):
        yield _finding(passage, found, "Thừa khoảng trắng trước dấu câu.", found["sign"])
    for found in _BEFORE_INSTEAD.finditer(text):
        why = "Khoảng trắng phải đứng sau dấu câu."
        yield _finding(passage, found, why, f"{found['sign']} ")
    for found in _DOUBLE.finditer(text):
        if not re.match(r"[,;:?!]|\.(?!\.)", text[found.end() :]):
            yield _finding(passage, found, "Thừa khoảng trắng.", " ")
    for found in _NONE_BEHIND.finditer(text):
        yield _finding(passage, found, "Thiếu khoảng trắng sau dấu câu.", f"{found['sign']} ")
    for found in filter(_is_end_of_a_sentence, _SENTENCES.finditer(text)):
        why = "Thiếu khoảng trắng sau dấu chấm."
        yield Finding(Rule.PUNCTUATION, passage, *found.span("stop"), why, ". ")
    for found in _QUOTED.finditer(text):
        right = f"“{found['words'].strip()}”"
        yield _finding(passage, found, "Ngoặc kép thẳng; trang dùng “ ”.", right)


def _is_end_of_a_sentence(found: re.Match[str]) -> bool:
    last, first = found["last"], found["first"]
    return last.islower() and first.istitle() and is_syllable(last) and is_syllable(first.lower())


def _finding(passage: Passage, found: re.Match[str], why: str, replacement: str) -> Finding:
    return Finding(Rule.PUNCTUATION, passage, *found.span(), why, replacement)
