"""The queries of all classes, made from the texts: the same for one seed and the same texts.

    python -m benchmarks.search.queries --out FILE [--corpus FILE] [--seed 2026] [--per-class 100]

One JSON object a line: class, q, wanted (ids, any of which is right), and where there are any,
lookalikes (ids that must stand below) and titles (ids that must stand first). With whole_page all
of the wanted should be found, else any of them.
"""

import argparse
import json
import random
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from .classes import CLASSES
from .classes.asked import asked_in
from .corpus import Corpus
from .query import Query, QueryClass
from .texts import available_texts, some_of

SEED = 2026
PER_CLASS = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    texts = available_texts(options.corpus)
    corpus = Corpus(some_of(texts, options.texts or len(texts)))
    with options.out.open("w", encoding="utf-8") as file:
        for query in queries_for(corpus, options):
            file.write(json.dumps(_as_row(query), ensure_ascii=False) + "\n")


def add_options(parser: argparse.ArgumentParser) -> None:
    """What says which queries are made, and of which texts."""
    parser.add_argument("--corpus", type=Path, help="JSONL or JSONL.gz; made texts without any")
    parser.add_argument("--texts", type=int, help="only so many of them")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--per-class", type=int, default=PER_CLASS)
    parser.add_argument("--classes", type=_names, default=[], help="a,b,m …; default: all")
    parser.add_argument(
        "--questions", type=Path, nargs="+", default=[], help="SQuAD files of real questions"
    )
    parser.add_argument("--without", type=Path, help="queries to leave out, tuned with perhaps")


def classes_for(options: argparse.Namespace) -> list[QueryClass]:
    """Those asked for: "m" stands for every class m-…, and no names for all."""
    known = [*CLASSES, *map(asked_in, options.questions)]
    names = {*options.classes}
    wanted = [
        each for each in known if not names or {each.name, each.name.partition("-")[0]} & names
    ]
    if not wanted:
        raise SystemExit(f"no such class; there are {', '.join(each.name for each in known)}")
    return wanted


def queries_for(corpus: Corpus, options: argparse.Namespace) -> list[Query]:
    left_out = {query.words for query in read_queries(options.without)} if options.without else ()
    queries: list[Query] = []
    for each in classes_for(options):
        made = make_queries(
            corpus, each, seed=options.seed, count=options.per_class, left_out=left_out
        )
        print(f"{len(made):5} queries of class {each.name}", file=sys.stderr)
        queries += made
    return queries


def make_queries(
    corpus: Corpus, made: QueryClass, *, seed: int, count: int, left_out: Collection[str] = ()
) -> list[Query]:
    """So many different ones, or as many as the texts give."""
    chance = random.Random(f"{seed} {made.name}")
    found = islice(_different(made.make(corpus, chance), left_out), count)
    return [replace(query, kind=made.name, whole_page=made.whole_page) for query in found]


def read_queries(path: Path) -> Sequence[Query]:
    with path.open(encoding="utf-8") as file:
        return [_from_row(json.loads(line)) for line in file]


def _as_row(query: Query) -> dict[str, object]:
    row: dict[str, object] = {"class": query.kind, "q": query.words, "wanted": query.wanted}
    row |= {"lookalikes": query.lookalikes} if query.lookalikes else {}
    row |= {"titles": query.titles} if query.titles else {}
    return row | ({"whole_page": True} if query.whole_page else {})


def _from_row(row: dict) -> Query:
    wanted, lookalikes, titles = (
        tuple(row.get(name, ())) for name in ("wanted", "lookalikes", "titles")
    )
    whole_page = row.get("whole_page", False)
    return Query(row["q"], wanted, lookalikes, titles, row["class"], whole_page)


def _different(queries: Iterable[Query], left_out: Collection[str]) -> Iterator[Query]:
    seen = {*left_out}
    for query in queries:
        if query.words not in seen:
            seen.add(query.words)
            yield query


def _names(names: str) -> list[str]:
    return [name for name in names.split(",") if name]


if __name__ == "__main__":
    main()
