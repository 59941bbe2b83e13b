"""A picture file is never kept as it came: what it shows is drawn anew into a clean file.

So nothing hides behind the picture, and where it was taken and with what goes with the old file.
All pictures come through here, typed in by an editor or brought by an import.
"""

import io
import re
import warnings
import zipfile
from dataclasses import dataclass
from typing import Any

import pillow_heif
from django.conf import settings
from django.utils.formats import number_format
from PIL import Image, ImageFile, ImageOps

from .metadata import PhotoFacts, facts_of

# What is kept: what telephones take (HEIC) is shown by few browsers, and becomes a JPEG.
SUFFIXES = {"JPEG": ".jpg", "MPO": ".jpg", "HEIF": ".jpg", "PNG": ".png", "WEBP": ".webp"}
KEPT_AS = {"MPO": "JPEG", "HEIF": "JPEG"}
WEB_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
MOST_PIXELS = 40_000_000  # where the settings say nothing
# Of these: their decoders take more memory than others.
PART_OF = {"WEBP": 0.4, "HEIF": 0.6}
MOST_SCANS = 100  # of a JPEG: each is drawn over the whole picture, an honest one has ten or so
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF")
_OF_TELEPHONES = re.compile(rb".{4}ftyp(heic|heix|heim|heis|mif1|msf1)", re.DOTALL)
_SCAN = b"\xff\xda"
_MARKUP = (b"<script", b"<html", b"<!doctype html", b"<?php", b"<iframe", b"<svg")

NO_PICTURE = (
    "Tệp này không phải ảnh JPEG, PNG, WebP hoặc HEIC, dù tên tệp ghi thế nào. Hãy chọn một tệp ảnh"
    " khác."
)
BROKEN = "Ảnh này bị hỏng hoặc chưa tải về hết nên không mở được. Hãy lấy lại tệp gốc rồi tải lên lần nữa."
EMPTY = "Ảnh này không có điểm ảnh nào. Hãy chọn một ảnh khác."
MOVING = "Ảnh động chưa dùng được trong bài. Hãy lưu thành ảnh tĩnh rồi tải lên."
HIDING = (
    "Tệp ảnh này có kèm thứ khác (trang web, mã lệnh hoặc tệp nén). Hãy mở ảnh, lưu thành một tệp "
    "mới rồi tải lên tệp mới ấy."
)


class UnusablePhoto(Exception):
    """Why a file is not taken, in a sentence for the person who brought it."""


@dataclass(frozen=True)
class CleanPhoto:
    content: bytes
    suffix: str  # ".jpg", ".png" or ".webp", whatever the file was called
    facts: PhotoFacts


def clean_photo(content: bytes) -> CleanPhoto:
    """The picture drawn anew, upright and in the colours of the web; and what it told of itself.

    Raises UnusablePhoto for everything that is no whole, still, honest picture of a sensible size.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a damaged file more than one can be told
            return _cleaned(content)
    except UnusablePhoto:
        raise
    except Image.UnidentifiedImageError:
        known = content.startswith(_BEGINNINGS) or _OF_TELEPHONES.match(content)
        raise UnusablePhoto(BROKEN if known else NO_PICTURE) from None
    except Image.DecompressionBombError:
        raise UnusablePhoto(_too_many(_most_pixels())) from None
    except Exception as error:  # decoders raise a dozen kinds for a broken picture
        raise UnusablePhoto(BROKEN) from error


def _cleaned(content: bytes) -> CleanPhoto:
    with _opened(content) as image:
        _refuse_dangerous(image, content)
        suffix, facts = SUFFIXES[image.format or ""], facts_of(image)
        return CleanPhoto(_drawn_anew(image), suffix, facts)


def _opened(content: bytes) -> ImageFile.ImageFile:
    formats = ["JPEG", "PNG", "WEBP"]
    if _OF_TELEPHONES.match(content):
        pillow_heif.register_heif_opener(thumbnails=False)
        formats = ["HEIF"]
    return Image.open(io.BytesIO(content), formats=formats)


def _refuse_dangerous(image: ImageFile.ImageFile, content: bytes) -> None:
    """By what can be read without drawing the picture."""
    width, height = image.size
    if not width or not height:
        raise UnusablePhoto(EMPTY)
    most = int(_most_pixels() * PART_OF.get(image.format or "", 1))
    if width * height > most:
        raise UnusablePhoto(_too_many(most, width, height))
    if image.format in ("PNG", "WEBP") and getattr(image, "is_animated", False):
        raise UnusablePhoto(MOVING)
    if image.format in ("JPEG", "MPO") and content.count(_SCAN) > MOST_SCANS:
        raise UnusablePhoto(BROKEN)
    small = content.lower()
    if any(mark in small for mark in _MARKUP) or zipfile.is_zipfile(io.BytesIO(content)):
        raise UnusablePhoto(HIDING)


def _drawn_anew(image: ImageFile.ImageFile) -> bytes:
    """JPEG is written with the tables it was read with: as good and as large as it came."""
    name = KEPT_AS.get(image.format or "", image.format or "")
    image.load()
    profile = image.info.get("icc_profile")
    ImageOps.exif_transpose(image, in_place=True)
    drawn = _in_web_colours(image, profile)
    if name == "JPEG" and "A" in drawn.mode:
        drawn = drawn.convert("RGB")  # which knows nothing transparent
    same = drawn is image and image.format == "JPEG"
    for told in ("exif", "xmp", "icc_profile", "comment"):
        drawn.info.pop(told, None)
    out = io.BytesIO()
    drawn.save(out, name, **_options(name, same=same))
    return out.getvalue()


def _options(name: str, *, same: bool) -> dict[str, Any]:
    if name == "JPEG":
        return {"quality": "keep" if same else 92}
    if name == "WEBP":
        return {"quality": 92, "method": 2, "exif": b"", "xmp": b"", "icc_profile": b""}
    return {"compress_level": 4, "pnginfo": None, "exif": b"", "icc_profile": b""}


def _in_web_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """In sRGB, so that no profile has to be kept: it may hold anything."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    if profile and image.mode in ("RGB", "CMYK") and (coloured := _coloured(image, profile)):
        return coloured
    return image if image.mode in WEB_MODES else image.convert("RGB")


def _coloured(image: Image.Image, profile: bytes) -> Image.Image | None:
    """None where the profile is sRGB already, or none that can be followed."""
    from PIL import ImageCms  # of the few pictures that bring a profile

    try:
        given = ImageCms.getOpenProfile(io.BytesIO(profile))
        if "srgb" in (ImageCms.getProfileDescription(given) or "").lower():
            return None
        web = ImageCms.createProfile("sRGB")
        if image.mode == "RGB":
            ImageCms.profileToProfile(image, given, web, inPlace=True)
            return image
        return ImageCms.profileToProfile(image, given, web, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _most_pixels() -> int:
    return getattr(settings, "WAGTAILIMAGES_MAX_IMAGE_PIXELS", None) or MOST_PIXELS


def _too_many(most: int, width: int = 0, height: int = 0) -> str:
    size = f" ({_grouped(width)} × {_grouped(height)} điểm ảnh)" if width else ""
    return (
        f"Ảnh này quá lớn{size}. Hãy thu nhỏ xuống dưới {most // 1_000_000} triệu điểm ảnh rồi "
        "tải lên."
    )


def _grouped(number: int) -> str:
    return str(number_format(number, force_grouping=True))
