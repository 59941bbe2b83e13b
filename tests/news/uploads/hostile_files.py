"""Files that are no honest pictures, made from nothing each time, and honest ones with secrets."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator

import pillow_heif
from PIL import Image

PNG = b"\x89PNG\r\n\x1a\n"
MARKUP = b"<html><script>alert('B\xc3\xacnh')</script></html>"


def picture(name: str = "JPEG", size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    """A small scene with edges and a slope of colours, so that a flipped bit is seen."""
    image = Image.linear_gradient("L").resize(size)
    image = Image.merge("RGB", (image, image.transpose(Image.Transpose.ROTATE_180), image))
    out = io.BytesIO()
    image.save(out, name, **options)
    return out.getvalue()


def heic(size: tuple[int, int] = (64, 48)) -> bytes:
    """The same scene as a telephone keeps it."""
    pillow_heif.register_heif_opener()
    return picture("HEIF", size, quality=60)


def heic_of(width: int, height: int) -> bytes:
    """Small, and said to be so large."""
    small = heic()
    start = small.index(b"ispe") + 8  # behind its name and version
    return small[:start] + struct.pack(">II", width, height) + small[start + 8 :]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int, *more: bytes, rows: bytes = b"") -> bytes:
    """A grey PNG with the size it claims, whatever its rows are; `more` are chunks before them."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return PNG + header + b"".join(more) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def png_of_many_pixels(side: int) -> bytes:
    """A whole grey square, small on the wire."""
    packer = zlib.compressobj(9)
    row = bytes(side + 1)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    return PNG + header + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("ma-doc.js", "alert(1)")
    return out.getvalue()


def moving(name: str) -> bytes:
    frames = [Image.new("RGB", (32, 24), colour) for colour in ("red", "navy")]
    out = io.BytesIO()
    frames[0].save(out, name, save_all=True, append_images=frames[1:])
    return out.getvalue()


def many_scans() -> bytes:
    """A JPEG whose last scan is there a thousand times; each costs as much as a whole picture."""
    jpeg = picture(progressive=True)
    last = jpeg.rindex(b"\xff\xda")
    return jpeg[:last] + jpeg[last:-2] * 1_000 + b"\xff\xd9"


def refused(text: int = 50_000_000, side: int = 11_000) -> Iterator[tuple[str, bytes]]:
    """Names and contents, none of which may become a photo; the last two are large on purpose."""
    jpeg, png, webp = (picture(name) for name in ("JPEG", "PNG", "WEBP"))
    telephone = heic()
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    yield "cut-short.jpg", jpeg[: len(jpeg) // 2]
    yield "head-only.jpg", jpeg[:200]
    yield "cut-short.png", png[:-60]
    yield "head-only.png", png[:30]
    yield "cut-short.webp", webp[:-30]
    yield "cut-short.heic", telephone[: len(telephone) // 2]
    yield "head-only.heic", telephone[:60]
    yield "no-height.heic", heic_of(64, 0)
    yield "claims-too-much.heic", heic_of(50_000, 50_000)
    yield "with-archive.heic", telephone + archive()
    yield "no-height.png", png_of(64, 0)
    yield "no-width.png", png_of(0, 48)
    yield "claims-too-much.png", png_of(50_000, 50_000, rows=bytes(100))
    yield "claims-the-most.png", png_of(2**31 - 1, 2**31 - 1)
    yield "wrong-sum.png", png[:40] + bytes([png[40] ^ 255]) + png[41:]
    yield "with-markup.jpg", jpeg + MARKUP
    yield "markup-in-comment.jpg", picture(comment=MARKUP)
    yield "with-archive.jpg", jpeg + archive()
    yield "with-archive.png", png + archive()
    yield "with-markup.webp", webp + MARKUP
    yield "many-scans.jpg", many_scans()
    yield "moving.webp", moving("WEBP")
    yield "moving.png", moving("PNG")
    yield "drawing.svg", svg
    yield "drawing.png", svg
    yield "program.jpg", b"MZ\x90\x00" + bytes(512)
    yield "program.png", b"\x7fELF\x02\x01\x01" + bytes(512)
    yield "page.jpg", b"<!doctype html><title>H\xe1\xbb\x99i ngh\xe1\xbb\x8b</title>"
    yield "animation.jpg", moving("GIF")
    yield "scan.png", picture("TIFF")
    yield "bitmap.jpg", picture("BMP")
    yield "empty.jpg", b""
    yield "zeros.webp", bytes(4096)
    yield "long-text.png", png_of(64, 48, chunk(b"zTXt", b"Chu\0\0" + zlib.compress(bytes(text))))
    yield "many-pixels.png", png_of_many_pixels(side)


def flipped(count: int, seed: int = 2902) -> Iterator[tuple[str, bytes]]:
    """Good pictures with some bits turned over, and some cut short too."""
    chance = random.Random(seed)
    good = {
        "jpg": picture(comment="Hội nghị"),
        "png": picture("PNG"),
        "webp": picture("WEBP"),
        "heic": heic(),
    }
    for number in range(count):
        suffix, content = chance.choice(list(good.items()))
        broken = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        end = chance.randrange(len(broken)) if chance.random() < 0.2 else len(broken)
        yield f"flipped-{number}.{suffix}", bytes(broken[:end])
