"""Which day it is by the clock of the site, asked so often that it is worth remembering."""

import datetime
import time

from django.utils import timezone


class Clock:
    """The seconds since 1970 and the day; the day is worked out once a day."""

    def __init__(self) -> None:
        self._day = datetime.date.min
        self._from, self._until = 0.0, 0.0

    def now(self) -> tuple[int, datetime.date]:
        seconds = time.time()
        if not self._from <= seconds < self._until:
            zone = timezone.get_default_timezone()
            self._day = datetime.datetime.fromtimestamp(seconds, zone).date()
            midnight = datetime.datetime.combine(self._day, datetime.time(), zone)
            following = datetime.datetime.combine(
                self._day + datetime.timedelta(days=1), datetime.time(), zone
            )
            self._from, self._until = midnight.timestamp(), following.timestamp()
        return int(seconds), self._day
