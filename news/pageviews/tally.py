"""What counts: the rules, applied to the records of one day in the order of its log.

Nothing but the records is asked, neither clock nor database. So each process that reads the same log
decides alike, and one that starts again comes to where it was by reading it again.
"""

from enum import Enum

from .records import Kind, Record

AGAIN_AFTER = 30 * 60  # seconds until the same reader of an article is another view
FROM_ONE_PLACE = 50  # views of one article from one address that count on a day
IN_A_MINUTE = 60  # views from one address that count in a minute
WRITTEN_IN_A_MINUTE = 600  # what an address sends beyond this is not even written down


class Verdict(Enum):
    COUNTED = "counted"
    AGAIN = "again"  # the same reader, not long after
    SURPLUS = "surplus"  # more than one address can honestly be: counted apart
    ROBOT = "robot"
    REFUSED = "refused"


class Tally:
    def __init__(self) -> None:
        self._seen: dict[bytes, int] = {}  # visitors, by when they last counted, oldest first
        self._places: dict[bytes, int] = {}
        self._minutes: dict[bytes, int] = {}
        self._minute = 0

    def judge(self, record: Record) -> Verdict:
        """What the record would be, if it were the next one."""
        last = self._seen.get(record.visitor)
        if last is not None and record.time - last < AGAIN_AFTER:
            return Verdict.AGAIN
        sent = self._minutes.get(record.minute, 0) if record.time // 60 == self._minute else 0
        if sent >= WRITTEN_IN_A_MINUTE:
            return Verdict.REFUSED
        if record.kind == Kind.ROBOT:
            return Verdict.ROBOT
        if sent >= IN_A_MINUTE or self._places.get(record.place, 0) >= FROM_ONE_PLACE:
            return Verdict.SURPLUS
        return Verdict.COUNTED

    def take(self, record: Record) -> Verdict:
        """Judge the next record of the log, and remember it."""
        verdict = self.judge(record)
        if verdict in (Verdict.AGAIN, Verdict.REFUSED):
            return verdict
        self._forget_before(record.time - AGAIN_AFTER)
        self._seen.pop(record.visitor, None)
        self._seen[record.visitor] = record.time
        if record.time // 60 != self._minute:
            self._minute = record.time // 60
            self._minutes.clear()
        self._minutes[record.minute] = self._minutes.get(record.minute, 0) + 1
        if verdict is Verdict.COUNTED:
            self._places[record.place] = self._places.get(record.place, 0) + 1
        return verdict

    def _forget_before(self, time: int) -> None:
        """A few at a time: as many as come are enough to keep up."""
        for _ in range(2):
            oldest = next(iter(self._seen), None)
            if oldest is None or self._seen[oldest] >= time:
                return
            del self._seen[oldest]
