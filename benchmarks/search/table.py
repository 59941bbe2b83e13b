"""The figures of all contenders side by side."""

from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

from .asking import Answer
from .classes import CLASSES
from .measuring import COMMON_WORDS, Measured
from .scores import has_lookalike_above, percentile, score

_NOTHING = "–"
_KNOWN = {each.name: each for each in CLASSES}

Row = list[str]


def quality(measured: Sequence[Measured]) -> list[Row]:
    """MRR@10, or nDCG@10 where the whole page counts, for each class."""
    rows = [["class", "queries", "goal", *(each.contender.name for each in measured)]]
    for kind in _kinds(measured):
        of_kind = [_of(kind, each) for each in measured]
        known = _KNOWN.get(kind)
        about, goal = (known.explanation, known.goal) if known else ("questions asked", "")
        count = str(max(map(len, of_kind)))
        rows.append(
            [
                f"{kind} {about}",
                count,
                goal or _NOTHING,
                *(_mean(map(score, each)) for each in of_kind),
            ]
        )
    return rows


def times(measured: Sequence[Measured]) -> list[Row]:
    """The 95th percentile of each class in milliseconds."""
    rows = [["p95, ms", *(each.contender.name for each in measured)]]
    for kind in _kinds(measured):
        rows.append([kind, *(_percentile(_seconds(_of(kind, each)), 95) for each in measured)])
    return rows


def whole(measured: Sequence[Measured], raw: dict[str, float]) -> list[Row]:
    """What is measured over all classes, and beside them."""
    return [
        ["over all", "goal", *(each.contender.name for each in measured)],
        _row("pages without a result", "≤ 1 %", measured, lambda m: _share(m, _is_empty)),
        _row("a look-alike above (l)", "≤ 1 %", measured, _lookalikes),
        _row("errors", "0", measured, lambda m: str(sum(bool(a.error) for a in m.answers))),
        _row("degraded", "0", measured, lambda m: str(sum(a.degraded for a in m.answers))),
        _row("request p50, ms", "", measured, lambda m: _percentile(_seconds(m.answers), 50)),
        _row(
            "request p95, ms",
            "≤ 150, ≤ 100 on servers",
            measured,
            lambda m: _percentile(_seconds(m.answers), 95),
        ),
        _row("suggestions p95, ms", "≤ 40", measured, lambda m: _percentile(m.suggestions, 95)),
        _row("admin's search p95, ms", "≤ 150", measured, lambda m: _percentile(m.admin, 95)),
        *(_common(words, measured, raw[words], 0) for words in COMMON_WORDS),
        *(_common(words, measured, raw[words], 1) for words in COMMON_WORDS),
        _row("rebuild, s", "≤ 40 on SQLite", measured, lambda m: f"{m.rebuild:.0f}"),
        _row("longest write lock, s", "≤ 1", measured, _write_lock),
    ]


def as_text(rows: Sequence[Row]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "\n".join(lines) + "\n"


def as_markdown(rows: Sequence[Row]) -> str:
    header, *body = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([header, f"|{' --- |' * len(rows[0])}", *body]) + "\n"


def _row(
    name: str, goal: str, measured: Sequence[Measured], figure: Callable[[Measured], str]
) -> Row:
    return [name, goal or _NOTHING, *map(figure, measured)]


def _common(words: str, measured: Sequence[Measured], raw: float, again: int) -> Row:
    name = f"“{words}”{' again' * again}, ms (raw FTS5 {_milliseconds(raw)})"
    goal = f"≤ {_milliseconds(3 * raw)}"
    return _row(name, goal, measured, lambda each: _milliseconds(each.common[words][again]))


def _kinds(measured: Sequence[Measured]) -> list[str]:
    """In the order they were asked in."""
    return list(dict.fromkeys(answer.query.kind for each in measured for answer in each.answers))


def _of(kind: str, measured: Measured) -> list[Answer]:
    return [answer for answer in measured.answers if answer.query.kind == kind]


def _seconds(answers: Iterable[Answer]) -> list[float]:
    """Of those that never came too: the wait is what a visitor notices."""
    return [answer.seconds for answer in answers]


def _lookalikes(measured: Measured) -> str:
    answers = _of("l", measured)
    return _percent(sum(map(has_lookalike_above, answers)), len(answers))


def _is_empty(answer: Answer) -> bool:
    return not answer.error and not answer.ids


def _share(measured: Measured, of: Callable[[Answer], bool]) -> str:
    return _percent(sum(map(of, measured.answers)), len(measured.answers))


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else _NOTHING


def _mean(values: Iterable[float]) -> str:
    found = list(values)
    return f"{fmean(found):.3f}" if found else _NOTHING


def _percentile(values: Sequence[float], percent: int) -> str:
    return _milliseconds(percentile(values, percent))


def _milliseconds(seconds: float | None) -> str:
    if seconds is None:
        return _NOTHING
    return f"{1000 * seconds:.1f}" if seconds < 0.01 else f"{1000 * seconds:,.0f}"


def _write_lock(measured: Measured) -> str:
    return _NOTHING if measured.write_lock is None else f"{measured.write_lock:.2f}"
