"""How long another writer has to wait while an index is rebuilt on SQLite."""

import sqlite3
import subprocess
import time
from pathlib import Path

_BETWEEN_TRIES = 0.005


def longest_wait(database: Path, program: subprocess.Popen[bytes]) -> float:
    """Seconds of the longest wait for the write lock until the program ends.

    Tries again and again and gives the lock back at once, as an editor does who saves a page.
    """
    longest = 0.0
    connection = sqlite3.connect(database, timeout=0, isolation_level=None)
    try:
        since = time.perf_counter()
        while program.poll() is None:
            if _takes(connection):
                longest = max(longest, time.perf_counter() - since)
                since = time.perf_counter()
            time.sleep(_BETWEEN_TRIES)
        return max(longest, time.perf_counter() - since)
    finally:
        connection.close()


def _takes(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return False
    connection.execute("ROLLBACK")
    return True
