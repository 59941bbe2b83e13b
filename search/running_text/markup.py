"""HTML of running text taken apart, so that its words can be marked and its tags left alone."""

import re

_TAG = re.compile(r"(<[^>]*>)")


def texts_and_tags(html: str) -> list[str]:
    """By turns, beginning and ending with a text, which may be empty; joined they are the HTML again.

    >>> texts_and_tags("<p>Gọi <b>1022</b></p>")
    ['', '<p>', 'Gọi ', '<b>', '1022', '</b>', '', '</p>', '']
    """
    return _TAG.split(html)
