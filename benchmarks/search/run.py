"""How well and how fast Vietnamese is found, by our engines and by stock Wagtail's.

    python -m benchmarks.search.run [--engines sqlite,stock-sqlite] [--texts 2000] [--keep FOLDER]

Starts each contender as a server on 127.0.0.1 and asks it every query over HTTP.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import CalledProcessError

from benchmarks.programs import Failed

from .asking import Answer
from .corpus import Corpus
from .engines import CONTENDERS, Contender, digest
from .measuring import COMMON_WORDS, Measured, measure, some_of_each
from .queries import add_options, queries_for, read_queries
from .query import Query
from .raw_fts5 import RawTable
from .scores import score
from .table import as_markdown, as_text, quality, times, whole
from .texts import Text, available_texts, multiplied, some_of, write_texts


def main() -> None:
    options = _options()
    texts = available_texts(options.corpus)
    texts = some_of(texts, options.texts or len(texts))
    queries = (
        read_queries(options.queries) if options.queries else queries_for(Corpus(texts), options)
    )
    if options.scale:
        texts = list(multiplied(texts, options.scale))
    with _kept(options.keep) as folder:
        measured = list(_measured(options, texts, queries, folder))
    if not measured:
        raise SystemExit("no engine could be measured")
    _print(options, measured, texts)
    if options.failures:
        _write_failures(options.failures, measured)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add_options(parser)
    parser.add_argument(
        "--queries", type=Path, help="ready-made ones, from the script of that name"
    )
    parser.add_argument("--engines", type=_contenders, default=list(CONTENDERS.values()))
    parser.add_argument("--stock-per-class", type=int, default=15, help="it takes seconds for each")
    parser.add_argument(
        "--timeout", type=float, default=60, help="seconds until a query has failed"
    )
    parser.add_argument("--scale", type=int, help="so many texts, with copies in another order")
    parser.add_argument("--keep", type=Path, help="folder for what was prepared, to use it again")
    parser.add_argument("--times", action="store_true", help="the times of each class too")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--failures", type=Path, help="JSONL of what was not found first")
    return parser.parse_args()


def _measured(
    options: argparse.Namespace, texts: Sequence[Text], queries: Sequence[Query], folder: Path
) -> Iterator[Measured]:
    file = folder / "texts.jsonl"
    write_texts(file, texts)
    place = folder / digest(file)
    for contender in options.engines:
        asked = queries if contender.is_ours else some_of_each(queries, options.stock_per_class)
        try:
            yield measure(contender, texts, file, place / contender.name, asked, options.timeout)
        except (Failed, CalledProcessError) as reason:
            print(f"✗ {contender.name} left out: {reason}", file=sys.stderr)


@contextmanager
def _kept(folder: Path | None) -> Iterator[Path]:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="search-", ignore_cleanup_errors=True) as made:
        yield Path(made)


def _print(
    options: argparse.Namespace, measured: Sequence[Measured], texts: Sequence[Text]
) -> None:
    table = RawTable(texts)
    raw = {words: table.seconds(words) for words in COMMON_WORDS}
    show = as_markdown if options.markdown else as_text
    print(f"{len(texts):,} texts, seed {options.seed}\n")
    print(show(quality(measured)))
    print(show(whole(measured, raw)))
    if options.times:
        print(show(times(measured)))


def _write_failures(path: Path, measured: Sequence[Measured]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for each in measured:
            for answer in each.answers:
                if score(answer) < 1:
                    row = _failure(each.contender, answer)
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _failure(contender: Contender, answer: Answer) -> dict[str, object]:
    return {
        "engine": contender.name,
        "class": answer.query.kind,
        "q": answer.query.words,
        "score": round(score(answer), 3),
        "wanted": answer.query.wanted[:10],
        "found": list(zip(answer.ids, answer.titles, strict=True)),
        "milliseconds": round(1000 * answer.seconds),
        "error": answer.error,
    }


def _contenders(names: str) -> list[Contender]:
    unknown = [name for name in names.split(",") if name not in CONTENDERS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(CONTENDERS)}")
    return [CONTENDERS[name] for name in names.split(",")]


if __name__ == "__main__":
    main()
