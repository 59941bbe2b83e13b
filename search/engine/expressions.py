"""What a query asks of a document, in no engine's language.

Each backend translates these few kinds into its own. Words are given as the index stores them:
normalised, or folded where `folded` says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """These words side by side, in the title or the body; one word alone is the commonest case."""

    words: tuple[str, ...]
    folded: bool = False
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class Beginning:
    """A word that begins with these folded letters, in what the object is chosen by."""

    letters: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A day, month or document number, however the document writes it; see `engine.marks`."""

    text: str


@dataclass(frozen=True, slots=True)
class All:
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Any:
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    part: "Expression"


@dataclass(frozen=True, slots=True)
class Everything:
    pass


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


Expression = Words | Beginning | Mark | All | Any | Not | Everything | Nothing

EVERYTHING = Everything()
NOTHING = Nothing()


def all_of(parts: Iterable[Expression]) -> Expression:
    """All the parts, said as simply as can be: what is empty asks nothing."""
    asked = list(dict.fromkeys(part for part in parts if part != EVERYTHING))
    if NOTHING in asked:
        return NOTHING
    if len(asked) < 2:
        return asked[0] if asked else EVERYTHING
    return All(tuple(asked))


def any_of(parts: Iterable[Expression]) -> Expression:
    """Any of the parts, said as simply as can be; any of none is nothing."""
    asked = list(dict.fromkeys(part for part in parts if part != NOTHING))
    if EVERYTHING in asked:
        return EVERYTHING
    if len(asked) < 2:
        return asked[0] if asked else NOTHING
    return Any(tuple(asked))


def none_of(part: Expression) -> Expression:
    if isinstance(part, Not):
        return part.part
    if part == EVERYTHING:
        return NOTHING
    return EVERYTHING if part == NOTHING else Not(part)


def parts_of(expression: Expression) -> "tuple[Expression, ...]":
    return expression.parts if isinstance(expression, (All, Any)) else ()


def asks_for_names(expression: Expression) -> bool:
    """Whether it asks for beginnings, which stand beside words only as another way to be found."""
    return isinstance(expression, Beginning) or any(map(asks_for_names, parts_of(expression)))


def names_and_texts(expression: Expression) -> list[Expression]:
    """Apart what asks for names and what asks for texts: stores keep them in two places."""
    parts = expression.parts if isinstance(expression, Any) else (expression,)
    named = any_of(part for part in parts if asks_for_names(part))
    texts = any_of(part for part in parts if not asks_for_names(part))
    return [each for each in (named, texts) if each != NOTHING]


def marks_in(expression: Expression) -> Iterator[str]:
    """The days and numbers it asks for, however deep in it."""
    if isinstance(expression, Mark):
        yield expression.text
    for part in parts_of(expression):
        yield from marks_in(part)


def has_negation(expression: Expression) -> bool:
    parts = parts_of(expression)
    return isinstance(expression, (Not, Everything, Nothing)) or any(map(has_negation, parts))
