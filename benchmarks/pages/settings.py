"""The site as it is; with KEEP=0 there is room for no answer, so that every one is made anew.

What the pages of an edition share is remembered as ever.
"""

import os

from benchmarks.contenders.settings import *  # noqa: F403
from benchmarks.contenders.settings import BYTE_PATH_ROOM as AS_IT_IS

BYTE_PATH_ROOM = AS_IT_IS if os.environ.get("KEEP", "1") == "1" else 1
