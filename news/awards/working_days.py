"""Counting working days, for the time limits of the law."""

import datetime
from collections.abc import Collection, Iterator

ONE_DAY = datetime.timedelta(days=1)


def working_days_after(
    day: datetime.date,
    days_off: Collection[datetime.date] = (),
    extra_days: Collection[datetime.date] = (),
) -> Iterator[datetime.date]:
    """The working days that follow `day`, one after the other, without end.

    Saturdays, Sundays and `days_off` are not working days; `extra_days` are (a Saturday
    worked in exchange for a holiday). The first day itself is not counted: Bộ luật Dân sự
    91/2015/QH13, Điều 147 khoản 2.
    """
    while True:
        day += ONE_DAY
        if day in extra_days or (day.weekday() < 5 and day not in days_off):
            yield day
