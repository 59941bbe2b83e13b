"""Questions that people really asked, from a file in the format of SQuAD.

The texts bring none of their own. Where the passages of such a file are among the texts, its
questions can be asked: XQuAD's, or those of other sets for reading comprehension.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from search.vietnamese.analysis import tokens

from ..corpus import Corpus
from ..query import Query, QueryClass

_OPENING = 40


def asked_in(path: Path) -> QueryClass:
    def make(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
        answers = _answers(path, corpus)
        for question in chance.sample(sorted(answers), len(answers)):
            yield Query(question, tuple(sorted(answers[question])))

    name = path.stem.removeprefix("train_").partition(".")[0]
    return QueryClass(f"m-{name}", f"questions asked in {path.name}", "", make, whole_page=True)


def _answers(path: Path, corpus: Corpus) -> dict[str, set[str]]:
    """For each question the ids of the texts that answer it."""
    by_opening = {_opening(text.body): text.id for text in corpus.texts}
    answers: dict[str, set[str]] = defaultdict(set)
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for passage in article["paragraphs"]:
            text = by_opening.get(_opening(passage["context"]))
            for asked in passage["qas"]:
                if text and not asked.get("is_impossible"):
                    answers[asked["question"].strip()].add(text)
    return answers


def _opening(text: str) -> tuple[str, ...]:
    return tuple(tokens(text)[:_OPENING])
