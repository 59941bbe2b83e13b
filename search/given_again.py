"""Answers of searches that may be given again to whoever asks the same.

Who keeps them, in front of Django, ends them with the first change of anything public. An index learns of
a change a little later: so what was found may only be kept if nothing waited for the index before it
was looked for.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse

from .models import IndexWrite

GIVEN_AGAIN = "given_again"  # of a response: what is called each time it is given again
EachTime = Callable[[Mapping[str, Any]], None]
MANY = 8  # attempts, in a minute and a half


def nothing_waits() -> bool:
    """Whether the indexes hold all that was changed so far; to be asked before searching.

    But for what an engine has refused time and again, which may stay so for good.
    """
    return not IndexWrite.objects.filter(attempts__lt=MANY).exists()


def let_be_given_again(response: HttpResponse, each_time: EachTime | None = None) -> None:
    """`each_time` is called with the request (as WSGI names things) of everybody but the one it was
    made for."""
    response["Cache-Control"] = "no-cache"
    setattr(response, GIVEN_AGAIN, each_time or _nothing)


def _nothing(environ: Mapping[str, Any]) -> None:
    pass
