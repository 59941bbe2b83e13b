"""One line of the log: at this moment somebody opened this article.

The three keys are hashes with the day's salt, which is thrown away (`salts`). Each is made for one
article or one minute alone: what they tell is which articles were opened from one address within
the same minute, and no more.
"""

import struct
import zlib
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

MARK = b"\xb6v"
BODY = struct.Struct("<2sBxI16s8s6s6s")
CHECKSUM = struct.Struct("<I")
SIZE = BODY.size + CHECKSUM.size


class Kind(IntEnum):
    READER = 0
    ROBOT = 1


class Record(NamedTuple):
    kind: Kind
    time: int  # seconds since 1970
    article: bytes  # 16 bytes, the text's translation key
    visitor: bytes  # 8, of an address, a browser and an article
    place: bytes  # 6, of an address and an article
    minute: bytes  # 6, of an address and a minute

    def packed(self) -> bytes:
        body = BODY.pack(MARK, *self)
        return body + CHECKSUM.pack(zlib.crc32(body))


def unpacked(data: bytes) -> Iterator[tuple[int, Record]]:
    """The whole records among the bytes, each with the place where it ends.

    A record is torn when the disk is full or the power fails, and what follows it may be whole: from
    a torn one on, the next mark is looked for. What is left at the end may still be growing.
    """
    at = 0
    while len(data) - at >= SIZE:
        body, end = data[at : at + BODY.size], at + SIZE
        if body.startswith(MARK) and CHECKSUM.unpack_from(data, end - 4)[0] == zlib.crc32(body):
            _mark, kind, *fields = BODY.unpack(body)
            yield end, Record(kind, *fields)
            at = end
        else:
            following = data.find(MARK, at + 1)
            at = following if following >= 0 else max(at + 1, len(data) - 1)
