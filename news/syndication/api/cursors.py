"""Where a list was left: the publication time and the number of its last item.

To whoever holds it a cursor is a word without meaning, and not a promise: only what we gave out
ourselves is understood.
"""

import base64
import binascii
import datetime
import struct
from dataclasses import dataclass

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
MICROSECOND = datetime.timedelta(microseconds=1)
FORM = struct.Struct(">qq")
LENGTH = 22  # of 16 bytes in base64, without the padding


class BadCursor(ValueError):
    def __init__(self) -> None:
        super().__init__("không phải là con trỏ do API này cấp; hãy bắt đầu lại không có cursor")


@dataclass(frozen=True)
class Cursor:
    published_at: datetime.datetime
    number: int

    def __str__(self) -> str:
        packed = FORM.pack((self.published_at - EPOCH) // MICROSECOND, self.number)
        return base64.urlsafe_b64encode(packed).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        try:
            if len(text) != LENGTH:
                raise BadCursor
            packed = base64.b64decode(f"{text}==", altchars=b"-_", validate=True)
            microseconds, number = FORM.unpack(packed)
            cursor = cls(EPOCH + microseconds * MICROSECOND, number)
        except (binascii.Error, struct.error, ValueError, OverflowError) as error:
            raise BadCursor from error
        if number < 1 or str(cursor) != text:
            raise BadCursor
        return cursor
