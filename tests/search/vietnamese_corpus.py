"""The words of real texts, for tests that a list of our own could not stand for."""

import gzip
import json
import os
from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from search.vietnamese.analysis import spans
from search.vietnamese.normalise import clean

BESIDE_THE_PROJECT = Path(__file__).resolve().parents[3] / "shared" / "corpus"
CORPUS = Path(os.environ.get("SEARCH_CORPUS") or BESIDE_THE_PROJECT / "corpus.jsonl.gz")


@cache
def some_texts() -> list[str]:
    """Every tenth text; skips the test where there is no corpus."""
    if not CORPUS.is_file():
        pytest.skip("no corpus of Vietnamese texts here (SEARCH_CORPUS names one)")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as rows:
        found = [json.loads(row) for row in islice(rows, 0, None, 10)]
    return [clean(f"{row['title']}\n{row['body']}") for row in found]


@cache
def frequent_words(at_least: int = 5) -> list[str]:
    """Words as written, most frequent first, without those that are mostly in capitals."""
    counts: Counter[str] = Counter()
    shouted: Counter[str] = Counter()
    for text in some_texts():
        for token in spans(text):
            word = text[token.start : token.end]
            counts[word.lower()] += 1
            shouted[word.lower()] += len(word) > 1 and word.isupper()
    return [
        word
        for word, count in counts.most_common()
        if count >= at_least and shouted[word] * 2 <= count and word.isalpha()
    ]
