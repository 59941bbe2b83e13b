"""What a change left to the worker, because it met too many pages to keep an editor waiting."""

import logging
import time
from collections.abc import Sequence

from django.db import InterfaceError, OperationalError, transaction

from news.syndication.models import Edition, WaitingPage

from .pages import AT_ONCE
from .writing import write

logger = logging.getLogger(__name__)

LONGEST_RUN = 5.0  # seconds; the worker has other things to do


def write_waiting_pages(longest: float = LONGEST_RUN) -> int:
    """Write what is waiting, for some seconds; returns how many publications changed."""
    changed, started = 0, time.monotonic()
    while time.monotonic() - started < longest:
        pages = list(WaitingPage.objects.order_by("page").values_list("page", flat=True)[:AT_ONCE])
        if not pages:
            break
        changed += write_in_turn(pages)
    return changed


def write_in_turn(pages: Sequence[int]) -> int:
    """Write these in one transaction; when one cannot be written, each in its own.

    None of them waits any longer, not even one that failed: the sweep tries it again. Where the
    database is busy or away it says nothing of the pages, so all of them go on waiting.
    """
    try:
        with transaction.atomic():
            Edition.locked()  # first, as everybody does: two that wait for each other never end
            WaitingPage.objects.filter(page__in=pages).delete()
            return write(pages)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        if len(pages) == 1:
            logger.exception("Không ghi được bản công khai của trang %s", pages[0])
            WaitingPage.objects.filter(page__in=pages).delete()
            return 0
        return sum(write_in_turn([page]) for page in pages)
