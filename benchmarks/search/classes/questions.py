"""Whole questions. The texts bring none, so these stand in for them.

Of a provision or a procedure the heading is turned into a question, its kind into question words.
Of a passage a few words of one sentence are asked for. Real questions use other words than the
text more often than these do.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from search.vietnamese.analysis import tokens

from ..corpus import Corpus
from ..phrases import pieces
from ..query import MOST_WANTED, Query
from .keywords import unmistakable, words_of

_DRAWS = 20_000
_LONGEST = 15

_PROVISION = re.compile(r"Điều \d+\w?\.? (?P<heading>[^(]{8,}?)\s*(?:\((?P<law>[^)]*)\))?$")
_PROCEDURE = re.compile(r"Thủ tục (?P<heading>.{8,})$")

# How a heading begins, and what someone asks who does not know that it does.
_SHAPES: Sequence[tuple[str, Sequence[str]]] = (
    (
        r"nhiệm vụ,? (?:và )?quyền hạn của (.+)",
        ("{} có nhiệm vụ quyền hạn gì", "{} được làm những gì"),
    ),
    (r"quyền(?:,| và) nghĩa vụ của (.+)", ("{} có những quyền và nghĩa vụ nào",)),
    (r"trách nhiệm của (.+)", ("{} phải chịu trách nhiệm gì", "{} có trách nhiệm như thế nào")),
    (r"nghĩa vụ của (.+)", ("{} có những nghĩa vụ gì",)),
    (r"quyền(?: hạn)? của (.+)", ("{} có những quyền gì",)),
    (r"thẩm quyền của (.+)", ("{} có thẩm quyền gì", "{} được giải quyết những việc gì")),
    (r"thẩm quyền (.+)", ("ai có thẩm quyền {}", "cơ quan nào được {}")),
    (r"thời hạn (.+)", ("{} trong thời hạn bao lâu", "{} mất bao nhiêu ngày")),
    (r"thời hiệu (.+)", ("thời hiệu {} là bao lâu",)),
    (r"điều kiện (.+)", ("muốn {} phải có điều kiện gì", "khi nào thì được {}")),
    (r"hồ sơ (.+)", ("{} cần giấy tờ gì", "hồ sơ {} gồm những gì")),
    (r"(?:trình tự, )?thủ tục (.+)", ("làm thế nào để {}", "{} phải qua những bước nào")),
    (r"nguyên tắc (.+)", ("{} theo nguyên tắc nào",)),
    (r"căn cứ (.+)", ("{} dựa vào căn cứ nào",)),
    (r"chấm dứt (.+)", ("khi nào {} chấm dứt", "{} chấm dứt trong trường hợp nào")),
    (r"xử lý (.+)", ("{} bị xử lý thế nào",)),
    (r"hậu quả (.+)", ("{} thì hậu quả ra sao",)),
    (r"hình thức (.+)", ("{} có những hình thức nào",)),
    (r"nội dung (.+)", ("{} gồm những nội dung gì",)),
    (r"đối tượng (.+)", ("những ai là đối tượng {}", "ai được {}")),
    (r"((?:những )?người .+)", ("{} là ai", "{} gồm những ai")),
    (r"mức (.+)", ("mức {} là bao nhiêu",)),
    (r"(.+)", ("{} là gì", "thế nào là {}", "{} được quy định như thế nào")),
)
_OF_PROCEDURES = (
    "làm thế nào để xin {}",
    "{} cần giấy tờ gì",
    "nộp hồ sơ {} ở đâu",
    "{} mất bao lâu",
)
_WITH_LAW = "{} theo {}"

_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_REASON = re.compile(r"\b(?:vì|do|bởi|nên)\b")
_SENTENCE = re.compile(r"[^.!?\n]{60,400}[.!?\n]")


def about_provisions(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    for _ in range(_DRAWS):
        title = corpus.texts[chance.randrange(len(corpus.texts))].title
        if provision := _PROVISION.match(title):
            query = _about_provision(corpus, provision, chance)
        elif procedure := _PROCEDURE.match(title):
            query = _about_procedure(corpus, procedure["heading"], chance)
        else:
            continue
        if query and len(tokens(query.words)) <= _LONGEST:
            yield query


def about_passages(source: str) -> Callable[[Corpus, random.Random], Iterator[Query]]:
    """Of this source, or of all where the texts do not tell theirs."""

    def make(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
        places = [n for n, text in enumerate(corpus.texts) if text.source == source]
        for _ in range(_DRAWS):
            text = corpus.texts[chance.choice(places or range(len(corpus.texts)))]
            sentences = _SENTENCE.findall(text.body)
            if sentences and (query := _about_sentence(corpus, chance.choice(sentences), chance)):
                yield query

    return make


def _about_provision(
    corpus: Corpus, provision: re.Match[str], chance: random.Random
) -> Query | None:
    heading = provision["heading"].strip().lower()
    alike = corpus.in_title(tokens(heading))
    question = _shaped(heading, chance)
    law = (provision["law"] or "").lower()
    if law and (len(alike) > MOST_WANTED or chance.random() < 0.3):
        alike &= corpus.in_title(tokens(law))
        question = _WITH_LAW.format(question, law)
    return Query(_plain(question), corpus.ids(alike)) if 0 < len(alike) <= MOST_WANTED else None


def _about_procedure(corpus: Corpus, heading: str, chance: random.Random) -> Query | None:
    alike = corpus.in_title(tokens(heading))
    question = chance.choice(_OF_PROCEDURES).format(heading.lower())
    return Query(_plain(question), corpus.ids(alike)) if 0 < len(alike) <= MOST_WANTED else None


def _shaped(heading: str, chance: random.Random) -> str:
    for shape, questions in _SHAPES:
        if match := re.fullmatch(shape, heading):
            return chance.choice(questions).format(match[1])
    raise AssertionError("the last shape fits any heading")


def _about_sentence(corpus: Corpus, sentence: str, chance: random.Random) -> Query | None:
    words = [word for piece in pieces(sentence) for word in words_of(corpus, piece)]
    words = list(dict.fromkeys(words))
    count = chance.choice((3, 4))
    if len(words) < count:
        return None
    start = chance.randrange(len(words) - count + 1)
    asked = words[start : start + count]
    found = unmistakable(corpus, asked)
    if not found:
        return None
    return Query(_asked(" ".join(chain(*asked)), sentence, chance), found)


def _asked(words: str, sentence: str, chance: random.Random) -> str:
    if _YEAR.search(sentence):
        return f"{words} {chance.choice(('vào năm nào', 'khi nào'))}"
    if _REASON.search(sentence):
        return f"{chance.choice(('vì sao', 'tại sao'))} {words}"
    if any(sign.isdigit() for sign in sentence):
        return f"{words} {chance.choice(('là bao nhiêu', 'có bao nhiêu'))}"
    return f"{words} {chance.choice(('là gì', 'như thế nào', 'ở đâu', 'là ai'))}"


def _plain(question: str) -> str:
    return " ".join(re.sub(r"[,;]", " ", question).split())
