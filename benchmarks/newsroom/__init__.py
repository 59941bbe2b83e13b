"""Editors at work, for tests and benchmarks: one list of all that can happen to what is public.

`SEEN` goes the ways editors have, and publications follow by themselves; `UNSEEN` gets past the
hooks, and is found by the sweep.
"""

from . import articles, awards, languages, things, tree, unseen
from .planting import plant
from .room import Newsroom

SEEN = (
    *articles.OPERATIONS,
    *awards.OPERATIONS,
    *languages.OPERATIONS,
    *things.OPERATIONS,
    *tree.OPERATIONS,
)
UNSEEN = unseen.OPERATIONS

__all__ = ["SEEN", "UNSEEN", "Newsroom", "plant"]
