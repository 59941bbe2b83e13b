"""Where a list was left: what its last item was sorted by, and its number.

To whoever holds it a cursor is a word without meaning. It is signed, with what the list was asked: one of
another list, order or site would be taken for its end, or pass over items.
"""

import base64
import datetime
import struct
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.core import signing
from pydantic import ValidationInfo

from search.parameters import refused

from .tokens import signer

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
MICROSECOND = datetime.timedelta(microseconds=1)
NUMBER = struct.Struct(">q")
LONGEST = 1200  # characters: a name of 200 letters, four bytes each, its number and a signature
HOW_MUCH = ("cursor", "limit", "fields")  # of a list, whatever it is of


def question(path: str, parameters: Mapping[str, str]) -> str:
    """What a list is asked, but for how much of it; an address may end in a slash or not."""
    asked = sorted(each for each in parameters.items() if each[0] not in HOW_MUCH)
    return f"{path.rstrip('/')}?{urlencode(asked)}"


class Packed(ABC):
    """A cursor as bytes; given out in base64 without the padding, and signed."""

    @abstractmethod
    def pack(self) -> bytes: ...

    @classmethod
    @abstractmethod
    def unpack(cls, packed: bytes) -> Self:
        """Any ValueError, OverflowError or struct.error says that the bytes are not ours."""

    def word(self, asked: str) -> str:
        """To go on with, where the same question is asked."""
        return signer(f"list.{asked}").sign(
            base64.urlsafe_b64encode(self.pack()).decode().rstrip("=")
        )

    @classmethod
    def of(cls, word: str, asked: str) -> Self:
        """A ValueError says that we gave no such word to whoever asked this."""
        try:
            if len(word) > LONGEST:
                raise ValueError("too long")
            text = signer(f"list.{asked}").unsign(word)
            return cls.unpack(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        except (signing.BadSignature, struct.error, ValueError, OverflowError) as error:
            raise refused(
                "không phải là con trỏ của danh sách này; hãy bắt đầu lại không có cursor",
                "is not a cursor of this list; start again without a cursor",
            ) from error

    @classmethod
    def parse(cls, word: str, info: ValidationInfo) -> Self:
        """As the parameter of the request that is validated."""
        request = (info.context or {})["request"]
        return cls.of(word, question(request.path, request.GET.dict()))


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
