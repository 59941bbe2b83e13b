"""JSONL for bulk import: one article a row.

    {"id": …, "title": …, "body": plain text or HTML, "lead"?, "published_at"?, "section"?,
     "views"?, "url"?, "byline"?, "photos"?: [{"file", "caption", "alt"}]}

Rows are read one at a time, so the file may be of any size; a bad row is reported with its line
and the rest goes on.
"""

import datetime
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from .bylines import byline_given
from .dates import read_moment
from .errors import UnreadableFile, place
from .html import Parts, read_fragment
from .language import plain
from .parsed import ParsedArticle, ParsedByline, ParsedPhoto
from .reading import LARGEST_COUNT, Given, read_pieces
from .text import pieces_of

LONGEST_ROW = 20 * 1024 * 1024
_LONGEST_ID = 200
_HTML = re.compile(
    r"<(?:p|div|br|table|ul|ol|li|h[1-6]|b|i|u|strong|em|span|img|figure|font|a|center|blockquote"
    r"|section|article|script|style|iframe|svg|video|audio|object|embed|form)\b[^<>]*>",
    re.IGNORECASE,
)


class BadRow(Exception):
    """What is wrong with a row, in a sentence; the caller knows its line."""


def read_rows(path: Path) -> Iterator[ParsedArticle | UnreadableFile]:
    """The article of each row, or what is wrong with it; blank lines are passed over."""
    with path.open("rb") as file:
        for number, raw in enumerate(_lines(file), 1):
            if raw is not None and not raw.strip():
                continue
            try:
                yield read_row(_parse(raw), number, path.name)
            except BadRow as problem:
                yield UnreadableFile(path, str(problem), number)
            except UnreadableFile as problem:
                yield problem


def read_row(row: dict[str, Any], number: int, name: str) -> ParsedArticle:
    """The article of one row; its fields outweigh what the text says of the same."""
    warnings: list[str] = []
    where = place(name, number)
    digest = _digest(row)
    body = _body(row, where)
    given = Given(
        external_id=_external_id(row),
        title=_title(row),
        lead=plain(_text(row, "lead")),
        views=_views(row, where, warnings),
        published_at=_published_at(row, where, warnings),
        byline=_byline(row),
        section=plain(_text(row, "section")),
        url=plain(_text(row, "url")),
        photos=_photos(row, where, warnings),
        dropped=tuple(body.dropped),
        warnings=tuple(warnings + body.warnings),
        digest=digest,
        line=number,
    )
    return read_pieces(body.pieces, given, name)


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one so long that reading it whole would fill the memory."""
    while raw := file.readline(LONGEST_ROW + 1):
        if len(raw) <= LONGEST_ROW:
            yield raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = file.readline(LONGEST_ROW)
        yield None


def _parse(raw: bytes | None) -> dict[str, Any]:
    if raw is None:
        raise BadRow(f"dòng dài quá {LONGEST_ROW // 1024 // 1024} MB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRow(f"không phải UTF-8 (byte thứ {error.start + 1} của dòng)") from None
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadRow(f"không phải JSON (cột {error.colno})") from None
    except (ValueError, RecursionError):
        raise BadRow("không phải JSON đọc được") from None
    if not isinstance(row, dict):
        raise BadRow("không phải một đối tượng JSON {…}")
    return row


def _text(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadRow(f'trường "{key}" phải là chuỗi')
    return value


def _external_id(row: dict[str, Any]) -> str:
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not (value := plain(value)):
        raise BadRow('thiếu trường "id"')
    if len(value) > _LONGEST_ID:
        raise BadRow(f'trường "id" dài quá {_LONGEST_ID} ký tự')
    return value


def _title(row: dict[str, Any]) -> str:
    title = plain(_text(row, "title"))
    if not title:
        raise BadRow('thiếu trường "title"')
    return title


def _body(row: dict[str, Any], where: str) -> Parts:
    body = row.get("body")
    if not isinstance(body, str):
        raise BadRow('thiếu trường "body"')
    if "<" in body and _HTML.search(body):
        return read_fragment(body, where)
    return Parts(pieces=pieces_of(body))


def _views(row: dict[str, Any], where: str, warnings: list[str]) -> int | None:
    value = row.get("views")
    if isinstance(value, str):
        digits = re.sub(r"[.,\s]", "", value)
        value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 12 else value
    if value is None or (
        isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_COUNT
    ):
        return value
    warnings.append(f'{where}: trường "views" không phải số lượt xem, nên bỏ qua')
    return None


def _published_at(row: dict[str, Any], where: str, warnings: list[str]) -> datetime.datetime | None:
    value = row.get("published_at")
    if value is None or value == "":
        return None
    try:
        moment = read_moment(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None:
        warnings.append(f'{where}: trường "published_at" không phải thời gian có thật, nên bỏ qua')
    return moment


def _byline(row: dict[str, Any]) -> tuple[ParsedByline, ...]:
    value = row.get("byline")
    values = value if isinstance(value, list) else [value]
    found: list[ParsedByline] = []
    for one in values:
        if isinstance(one, dict):
            name = plain(_text(one, "name"))
            found += [ParsedByline(name, plain(_text(one, "unit")))] if name else []
        elif isinstance(one, str):
            found += byline_given(plain(one))
        elif one is not None:
            raise BadRow('trường "byline" phải là chuỗi')
    return tuple(found)


def _photos(row: dict[str, Any], where: str, warnings: list[str]) -> tuple[ParsedPhoto, ...]:
    value = row.get("photos")
    if value is None:
        return ()
    photos: list[ParsedPhoto] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and isinstance(one.get("file"), str) and one["file"]:
            caption, alt = plain(_text(one, "caption")), plain(_text(one, "alt"))
            photos.append(ParsedPhoto(one["file"], caption, alt))
        else:
            warnings.append(f'{where}: một ảnh trong "photos" thiếu "file", nên bỏ qua')
    return tuple(photos)


def _digest(row: dict[str, Any]) -> str:
    """Of the row as it is; a lone surrogate ("\\ud800") is valid JSON and nothing can store it."""
    try:
        content = json.dumps(row, sort_keys=True, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise BadRow("có ký tự hỏng (nửa cặp thay thế)") from None
    return hashlib.sha256(content).hexdigest()
