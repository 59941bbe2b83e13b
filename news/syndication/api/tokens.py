"""Where a portal stands in the changes or in a snapshot: words only we can write.

Signed, so that a portal can't make one up and skip what it never saw; with the epoch in it, so that
after a restore from a backup nobody goes on from a number that will be given out a second time.
"""

import uuid
from dataclasses import dataclass

from django.core import signing

SALT = "news.syndication.api"


def signer(purpose: str) -> signing.Signer:
    """What is signed for one purpose is good for no other."""
    return signing.Signer(salt=f"{SALT}.{purpose}", sep=".")


class StartAgain(Exception):
    """Not a word of ours, or of a time before a restore: what the portal has may be anything."""


@dataclass(frozen=True)
class Place:
    """Behind the publication with this id and edition.

    `since` is the edition a snapshot began at; in the changes it is 0.
    """

    epoch: uuid.UUID
    edition: int
    number: int
    since: int = 0

    def word(self, purpose: str) -> str:
        return signer(purpose).sign(f"{self.epoch.hex}.{self.edition}.{self.number}.{self.since}")

    @classmethod
    def of(cls, word: str, purpose: str, epoch: uuid.UUID) -> "Place":
        try:
            told, edition, number, since = signer(purpose).unsign(word).split(".")
            place = cls(uuid.UUID(told), int(edition), int(number), int(since))
        except (signing.BadSignature, ValueError) as error:
            raise StartAgain from error
        if place.epoch != epoch:
            raise StartAgain
        return place
