"""Lists as CSV (RFC 4180), for open data and for whoever opens them in Excel."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

Row = TypeVar("Row")
Answer = TypeVar("Answer", bound=HttpResponseBase)
Cell = str | int | float | bool | None

# Without it Excel takes UTF-8 for the alphabet of whatever Windows it runs on.
BYTE_ORDER_MARK = "\ufeff"
# A cell that begins so is calculated by a spreadsheet instead of shown.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
CONTENT_TYPE = "text/csv; charset=utf-8"


@dataclass(frozen=True)
class Column(Generic[Row]):
    vietnamese: str
    english: str
    value: Callable[[Row], Cell]


@dataclass(frozen=True)
class Table(Generic[Row]):
    """`name` is what the file is called, without its ending."""

    name: str
    columns: Sequence[Column[Row]]

    def answer(self, rows: Iterable[Row], language: str) -> HttpResponse:
        content = "".join(self._lines(rows, language)).encode()
        return self._as_file(HttpResponse(content, content_type=CONTENT_TYPE))

    def stream(self, rows: Iterable[Row], language: str) -> StreamingHttpResponse:
        """Row by row: all of a register need not stand in memory."""
        lines = self._lines(rows, language)
        return self._as_file(StreamingHttpResponse(lines, content_type=CONTENT_TYPE))

    def _lines(self, rows: Iterable[Row], language: str) -> Iterator[str]:
        writer = csv.writer(_Lines())
        heads = (each.english if language == "en" else each.vietnamese for each in self.columns)
        yield BYTE_ORDER_MARK + writer.writerow(heads)
        for row in rows:
            yield writer.writerow(_harmless(each.value(row)) for each in self.columns)

    def _as_file(self, response: Answer) -> Answer:
        response["Content-Disposition"] = f'attachment; filename="{self.name}.csv"'
        return response


class _Lines:
    """Gives each line back to whoever wrote it."""

    def write(self, line: str) -> str:
        return line


def _harmless(cell: Cell) -> Cell:
    """Words that are only words, as OWASP advises: an apostrophe in front is not shown."""
    if isinstance(cell, bool):
        return int(cell)
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
