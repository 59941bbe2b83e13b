"""The texts a search is measured on: read from a file, or some of them, or many more of them."""

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REAL_TEXTS = ROOT.parent / "shared" / "corpus" / "corpus.jsonl.gz"

# Between the id of a text and the number of its copy: whoever finds a copy found the text.
_COPY = "~"
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Text:
    """`source` says what kind of text it is, where the file tells."""

    id: str
    title: str
    body: str
    source: str = ""
    date: str = ""


def read_texts(path: Path) -> list[Text]:
    """The rows of a JSONL file, which may be compressed; fields we do not know are passed over."""
    names = Text.__dataclass_fields__
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as file
    ):
        rows = (json.loads(line) for line in file if line.strip())
        return [Text(**{name: row[name] for name in names if row.get(name)}) for row in rows]


def write_texts(path: Path, texts: Iterable[Text]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for text in texts:
            file.write(json.dumps(asdict(text), ensure_ascii=False) + "\n")


def some_of(texts: Sequence[Text], count: int) -> list[Text]:
    """The same so many each time, of every source, in their order."""
    if count >= len(texts):
        return list(texts)
    places = random.Random(2026).sample(range(len(texts)), count)
    return [texts[place] for place in sorted(places)]


def multiplied(texts: Sequence[Text], count: int) -> Iterator[Text]:
    """So many texts: these, then copies of them with their sentences in another order."""
    chance = random.Random(2026)
    for number in range(count):
        copy, place = divmod(number, len(texts))
        text = texts[place]
        yield text if not copy else _varied(text, copy, chance)


def original(text_id: str) -> str:
    """The id of the text that this one is, or is a copy of."""
    return text_id.partition(_COPY)[0]


def _varied(text: Text, copy: int, chance: random.Random) -> Text:
    sentences = [each for each in _SENTENCE_END.split(text.body) if each.strip()]
    chance.shuffle(sentences)
    return replace(text, id=f"{text.id}{_COPY}{copy}", body=" ".join(sentences))


def available_texts(file: Path | None) -> list[Text]:
    """Those of the file; without one the real texts beside this repository, or else made ones."""
    if file or REAL_TEXTS.exists():
        return read_texts(file or REAL_TEXTS)
    from .made_texts import made_texts

    return made_texts()
