"""What the search tests share: an index that holds what was just saved."""

from collections.abc import Callable

import pytest

from search import outbox
from search.engine.lexicon import forget_words


@pytest.fixture
def write_index() -> Callable[[], None]:
    """Do what the worker does: write into the index whatever was saved since."""

    def write() -> None:
        outbox.write_what_is_due()
        forget_words()

    return write
