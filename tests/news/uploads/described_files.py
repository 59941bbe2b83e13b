"""Pictures that say something of themselves, in each of the three ways."""

import struct
from typing import Any

from PIL import ExifTags, Image

from .hostile_files import picture

UTF_8 = b"\x1b%G"  # the mark that IPTC texts are UTF-8
HANOI = {1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 15.0)}


def with_iptc(jpeg: bytes, fields: list[tuple[int, bytes]], *, mark: bytes = b"") -> bytes:
    """`fields` are numbers of the second record with their bytes, repeated where they repeat."""
    records = [(1, 90, mark)] if mark else []
    records += [(2, number, text) for number, text in fields]
    data = b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(text)) + text
        for record, number, text in records
    )
    data += b"\0" * (len(data) % 2)
    block = b"Photoshop 3.0\0" + b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(data)) + data
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


def xmp(inner: str, attributes: str = "") -> bytes:
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:exif="http://ns.adobe.com/exif/1.0/" '
        'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" '
        f"{attributes}>{inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    ).encode()


def listed(name: str, *words: str) -> str:
    items = "".join(f'<rdf:li xml:lang="x-default">{word}</rdf:li>' for word in words)
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def exif(**fields: Any) -> Image.Exif:
    """By the names of EXIF's fields. Text as bytes, or Pillow would write question marks."""
    written = Image.Exif()
    for name, value in fields.items():
        if name in ("DateTimeOriginal", "UserComment"):
            written.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base[name]] = value
        elif name == "GPSInfo":
            written.get_ifd(ExifTags.IFD.GPSInfo).update(value)
        else:
            written[ExifTags.Base[name]] = value
    return written


def from_a_telephone(caption: bytes = b"") -> bytes:
    """A portrait lying on its side, as cameras store it, with all a telephone knows."""
    told = exif(
        Orientation=6,
        Make="Oppo",
        ImageDescription=caption or b"Quang c\xe1\xba\xa3nh",
        DateTimeOriginal="2024:02:29 14:05:00",
        GPSInfo=HANOI,
    )
    return picture(size=(80, 60), exif=told, comment=b"serial 0123456789", xmp=xmp("GPSLatitude"))
