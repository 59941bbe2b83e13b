"""Where a list was left: what its last item was sorted by, and its number.

To whoever holds it a cursor is a word without meaning, and not a promise: only what we gave out
ourselves is understood.
"""

import base64
import binascii
import datetime
import struct
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Self

from search.parameters import refused

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
MICROSECOND = datetime.timedelta(microseconds=1)
NUMBER = struct.Struct(">q")
LONGEST = 1200  # characters: a name of 200 letters, four bytes each, and its number


class Packed(ABC):
    """A cursor as bytes; written in base64 without the padding."""

    @abstractmethod
    def pack(self) -> bytes: ...

    @classmethod
    @abstractmethod
    def unpack(cls, packed: bytes) -> Self:
        """Any ValueError, OverflowError or struct.error says that the bytes are not ours."""

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(self.pack()).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str) -> Self:
        try:
            if len(text) > LONGEST:
                raise ValueError("too long")
            packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            cursor = cls.unpack(packed)
            if str(cursor) != text:
                raise ValueError("not as we write it")
        except (binascii.Error, struct.error, ValueError, OverflowError) as error:
            raise refused(
                "không phải là con trỏ do API này cấp; hãy bắt đầu lại không có cursor",
                "is not a cursor of this API; start again without a cursor",
            ) from error
        return cursor


@dataclass(frozen=True)
class Cursor(Packed):
    """In a list sorted by publication time, or by how often something was read."""

    sorted_by: int  # microseconds since 1970, or views
    number: int

    @classmethod
    def at(cls, published_at: datetime.datetime, number: int) -> Self:
        return cls((published_at - EPOCH) // MICROSECOND, number)

    @property
    def published_at(self) -> datetime.datetime:
        return EPOCH + self.sorted_by * MICROSECOND

    def pack(self) -> bytes:
        return NUMBER.pack(self.sorted_by) + NUMBER.pack(self.number)

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        (sorted_by,) = NUMBER.unpack(packed[: NUMBER.size])
        cursor = cls(sorted_by, _number(packed[NUMBER.size :]))
        _ = cursor.published_at  # one that is no time was not made by us
        return cursor


@dataclass(frozen=True)
class NameCursor(Packed):
    """In a list sorted by name."""

    name: str
    number: int

    def pack(self) -> bytes:
        return NUMBER.pack(self.number) + self.name.encode()

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        name = packed[NUMBER.size :].decode()
        if "\x00" in name:  # PostgreSQL refuses even to look for it
            raise ValueError("no name")
        return cls(name, _number(packed[: NUMBER.size]))


@dataclass(frozen=True)
class NumberCursor(Packed):
    """In a list sorted by nothing but the order in which its items were written down."""

    number: int

    def pack(self) -> bytes:
        return NUMBER.pack(self.number)

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        return cls(_number(packed))


def _number(packed: bytes) -> int:
    (number,) = NUMBER.unpack(packed)
    if number < 1:
        raise ValueError("no number of an item")
    return int(number)
