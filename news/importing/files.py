"""Any file an editor may bring: what it is, whether it can be read, and its articles."""

import re
from collections.abc import Iterator
from pathlib import Path

from .errors import UnreadableFile
from .html import read_html
from .jsonl import read_rows
from .parsed import ParsedArticle
from .text import read_text

LARGEST_TEXT = 20 * 1024 * 1024
LARGEST_WORD = 200 * 1024 * 1024
OF_ONE_ARTICLE = (".txt", ".html", ".htm", ".docx")
SUFFIXES = (*OF_ONE_ARTICLE, ".jsonl")

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,30})", re.IGNORECASE)
# Old pages say so themselves; nothing is tried that is not said.
_OLD_CODINGS = {
    "windows-1258": "cp1258",
    "cp1258": "cp1258",
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
}
# Vietnamese in UTF-8 that was taken for another coding and saved again: "Hội" as "Há»™i".
_TWICE_CODED = re.compile(r"á»|áº|Ä‘|Æ°|Ã[¡ ©ª­³´ºàâ]")


def read_file(path: Path) -> Iterator[ParsedArticle | UnreadableFile]:
    """The articles of a file, or what keeps it from being read; this never raises.

    A .jsonl gives one answer a row and is read as it is asked for; any other file gives one.
    """
    try:
        if path.suffix.lower() == ".jsonl":
            _refuse(path, None)
            yield from read_rows(path)
        else:
            yield read_one(path)
    except UnreadableFile as problem:
        yield problem
    except OSError as problem:
        yield UnreadableFile(path, f"không mở được tệp ({problem.strerror or problem})")


def read_one(path: Path) -> ParsedArticle:
    """The one article of a .txt, .html or .docx; raises UnreadableFile."""
    suffix = path.suffix.lower()
    if suffix == ".docx":
        from .word import read_word  # mammoth is loaded where a document is read, and nowhere else

        _refuse(path, LARGEST_WORD)
        return read_word(path)
    if suffix not in SUFFIXES:
        raise UnreadableFile(path, f"không nhận loại tệp này; chỉ nhận {', '.join(SUFFIXES)}")
    _refuse(path, LARGEST_TEXT)
    content = path.read_bytes()
    if suffix == ".txt":
        return read_text(decode(content, path), path.name)
    return read_html(decode(content, path, is_html=True), path.name)


def decode(content: bytes, path: Path, *, is_html: bool = False) -> str:
    """The characters of a file in UTF-8, UTF-16 with its mark, or what its own HTML declares."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _decode_utf16(content, path)
    else:
        text = _decode_utf8(content, path, is_html=is_html)
    if "\x00" in text:
        raise UnreadableFile(
            path, "không phải tệp văn bản (có byte rỗng)", _line_at(text.find("\x00"), text)
        )
    if not text.strip():
        raise UnreadableFile(path, "tệp rỗng")
    if len(_TWICE_CODED.findall(text[:20_000])) >= 5:
        raise UnreadableFile(path, "chữ đã hỏng vì lưu sai bảng mã; hãy lấy lại bản gốc bằng UTF-8")
    return text


def _refuse(path: Path, largest: int | None) -> None:
    """By its size alone, before anything of it is read."""
    if not path.exists():
        raise UnreadableFile(path, "không có tệp này")
    if not path.is_file():
        raise UnreadableFile(path, "không phải là tệp")
    size = path.stat().st_size
    if size == 0:
        raise UnreadableFile(path, "tệp rỗng")
    if largest is not None and size > largest:
        raise UnreadableFile(
            path, f"tệp {size / 1024 / 1024:.0f} MB, lớn quá {largest // 1024 // 1024} MB"
        )


def _decode_utf16(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise UnreadableFile(path, f"UTF-16 bị hỏng ở byte thứ {error.start + 1}") from None


def _decode_utf8(content: bytes, path: Path, *, is_html: bool) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        declared = _DECLARED.search(content[:4096]) if is_html else None
        coding = _OLD_CODINGS.get(declared[1].decode("ascii").lower()) if declared else None
        if coding is not None:
            return content.decode(coding, errors="replace")
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(
            path,
            f"tệp không phải UTF-8 (byte thứ {error.start + 1}); có thể là bảng mã cũ như "
            "windows-1258 hay TCVN3, hãy lưu lại dưới dạng UTF-8",
            line,
        ) from None


def _line_at(position: int, text: str) -> int:
    return text.count("\n", 0, position) + 1
