"""What a picture file says of itself: XMP before IPTC before EXIF, the first that says anything.

Where it was taken by satellite, with which camera, and whatever else is nobody's business is not
read here, and is gone when the picture is made new.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from PIL import ExifTags, ImageFile, IptcImagePlugin

from .encodings import words_of

LONGEST_XMP = 1024 * 1024  # bytes
MOST_KEYWORDS = 20
LONGEST_KEYWORD = 100

# What cameras and programs write where a caption should stand; people write with accents.
_SAYS_NOTHING = re.compile(
    r"(olympus|samsung|konica|minolta|sony|canon|nikon|kodak|dcim|dsc|img|default|untitled|ascii"
    r"|exif[ _]jpeg|created with|processed with|screenshot|charset=|\W*$).*",
    re.IGNORECASE | re.DOTALL,
)
_DAY = re.compile(r"(\d{4})[-:.]?(\d{2})[-:.]?(\d{2})")
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "iptc": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "ps": "http://ns.adobe.com/photoshop/1.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rights": "http://ns.adobe.com/xap/1.0/rights/",
}
# Where each fact stands, the best place first.
_XMP: Mapping[str, Iterable[str]] = {
    "title": ("dc:title", "ps:Headline"),
    "caption": ("dc:description",),
    "alt": ("iptc:AltTextAccessibility",),
    "photographer": ("dc:creator",),
    "credit": ("ps:Credit", "ps:Source"),
    "licence": ("rights:UsageTerms", "dc:rights"),
    "day": ("ps:DateCreated", "exif:DateTimeOriginal"),
    "place": ("iptc:Location", "ps:City"),
    "keywords": ("dc:subject",),
}
_IPTC: Mapping[str, Iterable[tuple[int, int]]] = {
    "title": ((2, 5), (2, 105)),
    "caption": ((2, 120),),
    "photographer": ((2, 80),),
    "credit": ((2, 110), (2, 115)),
    "licence": ((2, 116),),
    "day": ((2, 55),),
    "place": ((2, 92), (2, 90)),
    "keywords": ((2, 25),),
}
_EXIF: Mapping[str, Iterable[int]] = {
    "title": (0x9C9B,),
    "caption": (ExifTags.Base.ImageDescription, 0x9C9C, ExifTags.Base.UserComment),
    "photographer": (ExifTags.Base.Artist, 0x9C9D),
    "licence": (ExifTags.Base.Copyright,),
    "day": (ExifTags.Base.DateTimeOriginal,),
    "keywords": (0x9C9E,),
}
_WINDOWS = range(0x9C9B, 0x9CA0)  # the fields of Windows Explorer, in UTF-16

Facts = Mapping[str, list[str]]


@dataclass(frozen=True)
class PhotoFacts:
    """Empty where the file says nothing, or nothing that can be read."""

    title: str = ""
    caption: str = ""
    alt: str = ""
    photographer: str = ""
    credit: str = ""
    licence: str = ""
    place: str = ""
    taken_on: datetime.date | None = None
    keywords: tuple[str, ...] = ()


def facts_of(image: ImageFile.ImageFile) -> PhotoFacts:
    """Of a picture as it was opened; what is damaged or hostile is as good as not there."""
    sources = [_quietly(read, image) for read in (_from_xmp, _from_iptc, _from_exif)]

    def first(name: str) -> str:
        return next((found[0] for facts in sources if (found := facts.get(name))), "")

    keywords = next((facts["keywords"] for facts in sources if facts.get("keywords")), [])
    return PhotoFacts(
        title=first("title").partition("\n")[0],
        caption=first("caption"),
        alt=first("alt"),
        photographer=first("photographer"),
        credit=first("credit"),
        licence=first("licence"),
        place=first("place"),
        taken_on=next(filter(None, map(_day_in, _all_of(sources, "day"))), None),
        keywords=_separate(keywords),
    )


def _quietly(read: Any, image: ImageFile.ImageFile) -> Facts:
    """Readers of broken metadata raise a dozen kinds of errors; the picture may still be good."""
    try:
        found: dict[str, list[str]] = read(image)
    except Exception:
        return {}
    return {
        name: [word for word in words if name == "day" or _says_something(word)]
        for name, words in found.items()
    }


def _says_something(word: str) -> bool:
    return not (word.isascii() and _SAYS_NOTHING.fullmatch(word))


def _all_of(sources: list[Facts], name: str) -> list[str]:
    return [word for facts in sources for word in facts.get(name, [])]


def _from_xmp(image: ImageFile.ImageFile) -> dict[str, list[str]]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    raw = packet.encode() if isinstance(packet, str) else bytes(packet)
    if not raw.strip() or len(raw) > LONGEST_XMP:
        return {}
    root = fromstring(raw.rstrip(b"\0 "), forbid_dtd=True)
    return {
        name: [word for place in places for word in _xmp_words(root, place)]
        for name, places in _XMP.items()
    }


def _xmp_words(root: Element, place: str) -> list[str]:
    """Written as an element with a list, as a plain element, or as an attribute."""
    prefix, _, name = place.partition(":")
    key = f"{{{_NAMESPACES[prefix]}}}{name}"
    found = [root_of.get(key, "") for root_of in root.iter(f"{{{_NAMESPACES['rdf']}}}Description")]
    for element in root.iter(key):
        items = element.findall(".//rdf:li", _NAMESPACES)
        found += [item.text or "" for item in items] or [element.text or ""]
    return list(filter(None, map(words_of, found)))


def _from_iptc(image: ImageFile.ImageFile) -> dict[str, list[str]]:
    fields = IptcImagePlugin.getiptcinfo(image) or {}

    def words(key: tuple[int, int]) -> list[str]:
        found = fields.get(key, [])
        return [words_of(raw) for raw in (found if isinstance(found, list) else [found])]

    return {
        name: [word for key in keys for word in words(key) if word] for name, keys in _IPTC.items()
    }


def _from_exif(image: ImageFile.ImageFile) -> dict[str, list[str]]:
    exif = image.getexif()
    fields = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    return {
        name: [word for tag in tags if (word := _exif_words(tag, fields.get(tag)))]
        for name, tags in _EXIF.items()
    }


def _exif_words(tag: int, value: Any) -> str:
    """Pillow reads text as Latin-1, whatever it is."""
    if isinstance(value, str):
        return words_of(value.encode("latin-1", "ignore") if tag not in _WINDOWS else value)
    if not isinstance(value, bytes):
        return ""
    if tag in _WINDOWS:
        return words_of(value.decode("utf-16-le", "ignore"))
    if tag == ExifTags.Base.UserComment:
        code, value = value[:8], value[8:]
        if code.startswith(b"UNICODE"):
            return words_of(value.decode("utf-16", "ignore"))
    return words_of(value)


def _day_in(text: str) -> datetime.date | None:
    """None for a day that is none, or that no camera could know."""
    found = _DAY.match(text)
    try:
        day = datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    if day is None or not day.year >= 1900 or day > datetime.date.today():
        return None
    return day


def _separate(keywords: list[str]) -> tuple[str, ...]:
    """Some programs write them all into one, with ; or , between."""
    words = (word.strip() for each in keywords for word in re.split(r"[;,\n]", each))
    fitting = (word for word in words if 0 < len(word) <= LONGEST_KEYWORD)
    return tuple(dict.fromkeys(fitting))[:MOST_KEYWORDS]
