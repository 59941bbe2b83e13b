"""What the log says in one line."""

import logging


def without_traceback(record: logging.LogRecord) -> bool:
    """For what anybody can bring about: where in Django it was refused tells nobody anything."""
    record.exc_info = None
    return True
