"""From the logs into the database: each record once, whatever is killed and when.

What was counted and up to where stand in one transaction. Who is killed before its end has done
nothing; who starts again reads on from there, after reading what lies before it for the rules.
"""

import datetime
import logging
import uuid
from collections import Counter, defaultdict

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.functional import cached_property

from .logs import Log, Logs, open_logs
from .models import WEBSITE, CountedLog, ViewDay, ViewTotal, make_totals
from .salts import SaltOf, shared_salts
from .settings import log_address
from .tally import Tally, Verdict

logger = logging.getLogger(__name__)

STILL_WRITTEN = datetime.timedelta(hours=1)  # after midnight, by processes that do not know yet
Found = defaultdict[bytes, Counter[Verdict]]  # by article


class Folder:
    """Keeps what it read between two runs, so that it need not read a day again and again."""

    def __init__(self) -> None:
        self._readers: dict[datetime.date, _Reader] = {}
        self._today = datetime.date.min

    def run(self) -> None:
        """All that stands in the logs now. A log that cannot be read waits."""
        self._forget_the_salt_of_yesterday()
        for day in self._logs.days():
            reader = self._reader_of(day)
            while reader.fold_some():
                pass
            if _is_over(day):
                reader.say_what_is_left()
                self._logs.remove(day)
                del self._readers[day]

    @cached_property
    def _logs(self) -> Logs:
        return open_logs(log_address())

    @cached_property
    def _salt_of(self) -> SaltOf:
        return shared_salts(log_address())

    def _reader_of(self, day: datetime.date) -> "_Reader":
        reader = self._readers.get(day)
        if reader is None or reader.log.is_lost():
            reader = self._readers[day] = _Reader(day, self._logs.of(day))
        return reader

    def _forget_the_salt_of_yesterday(self) -> None:
        """Readers' requests do so too; but there may be none for hours."""
        today = timezone.localdate()
        if today != self._today:
            self._salt_of(today)
            self._today = today


class _Reader:
    """One day's log, judged up to a position."""

    def __init__(self, day: datetime.date, log: Log) -> None:
        self._day, self.log = day, log
        self._start_again()

    def _start_again(self) -> None:
        self._name, self._position, self._tally = "", 0, Tally()

    def say_what_is_left(self) -> None:
        if torn := self.log.left(self._position):
            _warn_of(self._name, torn)

    def fold_some(self) -> bool:
        """The next batch of records; False when there is none."""
        batch = self.log.read(self._position)
        if not batch.records and not batch.more and batch.log == self._name:
            return False
        counted = _counted_to(batch.log, self._day)
        if (batch.log, counted) != (self._name, self._position):
            self._catch_up(batch.log, counted)
            batch = self.log.read(counted)
        if batch.torn:
            _warn_of(batch.log, batch.torn)
        found: Found = defaultdict(Counter)
        for _end, record in batch.records:
            found[record.article][self._tally.take(record)] += 1
        self._position = batch.position
        try:
            with transaction.atomic():
                if _advance(batch.log, counted, batch.position):
                    _add(self._day, found)
        except BaseException:
            self._start_again()  # the tally took what was not written
            raise
        return bool(batch.records) or batch.more

    def _catch_up(self, name: str, position: int) -> None:
        """Read again, for the rules alone, what is counted already: by us before, or by another."""
        self._start_again()
        self._name = name
        while self._position < position:
            batch = self.log.read(self._position)
            for end, record in batch.records:
                if end <= position:
                    self._tally.take(record)
            go_on = batch.records or batch.more
            self._position = min(batch.position, position) if go_on else position


def _warn_of(log: str, torn: int) -> None:
    logger.warning("Sổ lượt xem %s có %d byte ghi dở", log, torn)


def _counted_to(log: str, day: datetime.date) -> int:
    row, _is_new = CountedLog.objects.get_or_create(log=log, defaults={"day": day})
    return row.position


def _advance(log: str, before: int, after: int) -> bool:
    """Whether nobody else counted these records meanwhile; none will, until the transaction ends."""
    return bool(CountedLog.objects.filter(log=log, position=before).update(position=after))


def _add(day: datetime.date, found: Found) -> None:
    keys = [uuid.UUID(bytes=article) for article in sorted(found)]
    make_totals(keys)
    ViewDay.objects.bulk_create(
        [ViewDay(article=key, day=day, channel=WEBSITE) for key in keys], ignore_conflicts=True
    )
    today = timezone.localdate()
    for key in keys:
        verdicts = found[key.bytes]
        views = verdicts[Verdict.COUNTED]
        ViewDay.objects.filter(article=key, day=day, channel=WEBSITE).update(
            views=F("views") + views,
            robots=F("robots") + verdicts[Verdict.ROBOT],
            surplus=F("surplus") + verdicts[Verdict.SURPLUS],
        )
        if views:
            total = ViewTotal.objects.filter(article=key)
            total.update(website=F("website") + views)
            total.settle_periods(today)


def _is_over(day: datetime.date) -> bool:
    midnight = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
    return timezone.make_naive(timezone.now()) > midnight + STILL_WRITTEN
