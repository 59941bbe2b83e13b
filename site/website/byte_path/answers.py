"""An answer of Django's that is finished: its bytes, plain and compressed, and its headers."""

import gzip
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import brotli
from django.utils.http import parse_etags

from search.given_again import GIVEN_AGAIN, EachTime

from .keeping import Environ, may_be_kept

Headers = list[tuple[str, str]]
StartResponse = Callable[..., Any]

NOTHING: list[bytes] = []
# Of the caller, not of the answer: whose request was counted is told to them alone.
OF_THE_CALLER = {"ratelimit"}
NOT_ON_304 = {"content-type", "content-length", "content-encoding"}

WORTH_COMPRESSING = 1000  # bytes
LONGEST_ACCEPTED = 200  # letters of an Accept-Encoding; browsers send about twenty
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}


class Answer:
    """The same for everybody who asks for its address.

    What it is known by (ETag) and all other headers are Django's, so a 304 carries the policy of
    its page too. `each_time` it is given again is called; only searches have that.
    """

    __slots__ = ("_body", "_each_time", "_etag", "_headers", "_sent", "_unchanged", "weight")

    def __init__(self, headers: Headers, body: bytes, each_time: EachTime | None = None) -> None:
        self._headers, self._body, self._each_time = headers, body, each_time
        self._etag = dict(headers)["ETag"]
        self._unchanged = [each for each in headers if each[0].lower() not in NOT_ON_304]
        self._sent: dict[str, tuple[Headers, list[bytes]]] = {"": (headers, [body])}
        # Compressed forms are made when first asked for, and kept where they are half as long.
        self.weight = 2 * len(body) + 2000

    @property
    def is_of_a_search(self) -> bool:
        return self._each_time is not None

    def send_again(self, environ: Environ, start_response: StartResponse) -> list[bytes]:
        """To somebody it was not made for."""
        if self._each_time:
            self._each_time(environ)
        return self.send(environ, start_response)

    def send(self, environ: Environ, start_response: StartResponse) -> list[bytes]:
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known is not None and self._is_known(known):
            start_response("304 Not Modified", self._unchanged)
            return NOTHING
        accepted = environ.get("HTTP_ACCEPT_ENCODING")
        encoding = encoding_for(accepted) if accepted else ""
        sent = self._sent.get(encoding) or self._compressed(encoding)
        start_response("200 OK", sent[0])
        return sent[1] if environ["REQUEST_METHOD"] == "GET" else NOTHING

    def _is_known(self, etags: str) -> bool:
        """Compared weakly (RFC 9110, 13.1.2): compressed or not, it says the same."""
        if etags == self._etag:
            return True
        known = {each.removeprefix("W/") for each in parse_etags(etags)}
        return bool(known & {"*", self._etag.removeprefix("W/")})

    def _compressed(self, encoding: str) -> tuple[Headers, list[bytes]]:
        body = COMPRESS[encoding](self._body) if self._is_long() else self._body
        if len(body) * 2 > len(self._body):
            sent = self._sent[""]
        else:
            told = {"Content-Length": str(len(body)), "ETag": f"W/{self._etag.removeprefix('W/')}"}
            headers = [(name, told.get(name, value)) for name, value in self._headers]
            sent = ([*headers, ("Content-Encoding", encoding)], [body])
        self._sent[encoding] = sent
        return sent

    def _is_long(self) -> bool:
        return len(self._body) >= WORTH_COMPRESSING


@lru_cache(maxsize=256)
def encoding_for(accepted: str) -> str:
    """The best of ours that whoever asks can read; "" for none."""
    weights: dict[str, float] = {}
    for each in accepted[:LONGEST_ACCEPTED].lower().split(","):
        name, _semicolon, parameter = each.partition(";")
        weights[name.strip()] = _weight(parameter)
    return next((name for name in COMPRESS if weights.get(name, weights.get("*", 0)) > 0), "")


def _weight(parameter: str) -> float:
    name, _equals, value = parameter.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def finished(response: Any, headers: Headers) -> Answer | None:
    """The answer to keep; None for one that may not be kept."""
    if not may_be_kept(response):
        return None
    own = [each for each in headers if each[0].lower() not in OF_THE_CALLER | {"vary"}]
    vary = ", ".join([*filter(None, [response.get("Vary")]), "Accept-Encoding"])
    return Answer([*own, ("Vary", vary)], response.content, getattr(response, GIVEN_AGAIN, None))


def of_the_caller(headers: Headers) -> Headers:
    return [each for each in headers if each[0].lower() in OF_THE_CALLER]
