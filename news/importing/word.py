"""Word documents (.docx), by way of mammoth's HTML."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import mammoth
from bs4 import BeautifulSoup

from .errors import UnreadableFile
from .markup import pieces_of
from .parsed import ParsedArticle, ParsedPhoto
from .reading import Given, Piece, read_pieces

MOST_ENTRIES = 1_000
LARGEST_CONTENT = 200 * 1024 * 1024
LARGEST_RATIO = 100
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.sapo:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
"""


def read_word(path: Path) -> ParsedArticle:
    """The article of a document; its "lines" are its paragraphs, counted."""
    _refuse_dangerous(path)
    photos: dict[str, ParsedPhoto] = {}
    markup = _convert(path, photos)
    soup = BeautifulSoup(markup, "html.parser")
    pieces = [
        _with_content(replace(piece, line=number), photos)
        for number, piece in enumerate(pieces_of(soup), 1)
    ]
    return read_pieces(pieces, Given(), path.name)


def _refuse_dangerous(path: Path) -> None:
    """What the archive says of itself is enough: a reader never takes out more than that."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UnreadableFile(path, _why_no_archive(path)) from None
    content = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFile(path, f"tệp nén chứa hơn {MOST_ENTRIES} mục, không mở")
    if content > LARGEST_CONTENT:
        raise UnreadableFile(
            path, f"nội dung giải nén quá {LARGEST_CONTENT // 1024 // 1024} MB, không mở"
        )
    if content > LARGEST_RATIO * max(packed, 1):
        raise UnreadableFile(path, f"nội dung nén quá {LARGEST_RATIO} lần, không mở")
    if not any(entry.filename == "word/document.xml" for entry in entries):
        raise UnreadableFile(path, "không phải tài liệu Word (.docx)")


def _why_no_archive(path: Path) -> str:
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError:
        return "không mở được tệp"
    if start == _OLD_WORD:
        return "là tệp Word cũ (.doc) hoặc có mật khẩu; hãy lưu lại dưới dạng .docx"
    return "tệp .docx bị hỏng" if start else "tệp rỗng"


def _convert(path: Path, photos: dict[str, ParsedPhoto]) -> str:
    def keep(image: Any) -> dict[str, str]:
        return {"src": _keep_photo(image, photos)}

    try:
        with path.open("rb") as file:
            result = mammoth.convert_to_html(
                file, style_map=_STYLES, convert_image=mammoth.images.img_element(keep)
            )
    # A damaged document fails in whichever reader meets the damage first: zip, XML or mammoth.
    except Exception as problem:
        raise UnreadableFile(path, "tài liệu Word bị hỏng, không đọc được") from problem
    return str(result.value)


def _keep_photo(image: Any, photos: dict[str, ParsedPhoto]) -> str:
    content_type = str(image.content_type or "")
    extension = content_type.removeprefix("image/").split("+")[0].replace("jpeg", "jpg")
    name = f"anh-{len(photos) + 1}.{extension or 'bin'}"
    try:
        with image.open() as source:
            content = source.read()
    except Exception:  # a photo the document only points at, or one that is damaged
        content = b""
    photos[name] = ParsedPhoto(name, content=content, content_type=content_type)
    return name


def _with_content(piece: Piece, photos: dict[str, ParsedPhoto]) -> Piece:
    if piece.photo is None or piece.photo.file not in photos:
        return piece
    kept = photos[piece.photo.file]
    return replace(piece, photo=replace(kept, alt=piece.photo.alt))
