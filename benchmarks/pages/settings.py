"""The site as it is; with KEEP=0 nothing is kept, so that every answer is made."""

import os

from benchmarks.contenders.settings import *  # noqa: F403
from benchmarks.contenders.settings import BYTE_PATH_ROOM as AS_IT_IS

BYTE_PATH_ROOM = AS_IT_IS if os.environ.get("KEEP", "1") == "1" else 0
