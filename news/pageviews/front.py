"""In front of Django: the few requests of a page that was opened, answered without its machinery.

What is not exactly such a request goes on to Django, where the same operation of the API answers,
with all that may be wrong said in words. A project that does not wrap its application in this loses
speed and nothing else.
"""

import re
import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django import db
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.urls import NoReverseMatch, reverse

from .counting import NotPublic, desk

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

ANY = uuid.UUID(int=0)
UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
MOST_HOSTS = 100


class CountingFront:
    def __init__(self, application: Application) -> None:
        self._application = application
        self._hosts: set[tuple[str, str]] = set()
        self._address: re.Pattern[str] | None = None

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] == "POST" and self._is_plain(environ):
            article = self._pattern().fullmatch(environ.get("PATH_INFO", ""))
            if article and self._is_ours(environ):
                views = _counted(environ, uuid.UUID(article[1]))
                if views is not None:
                    return _answer(views, start_response)
        return self._application(environ, start_response)

    def _is_plain(self, environ: Environ) -> bool:
        """Without anything that would have to be looked at."""
        return (
            environ.get("CONTENT_LENGTH") in (None, "", "0")
            and not environ.get("QUERY_STRING")
            and "HTTP_AUTHORIZATION" not in environ
            and "HTTP_TRANSFER_ENCODING" not in environ
            and "HTTP_SEC_PURPOSE" not in environ
            and settings.SESSION_COOKIE_NAME not in environ.get("HTTP_COOKIE", "")
        )

    def _is_ours(self, environ: Environ) -> bool:
        """From a page of this site, at a host of this site; who does not say so may ask Django."""
        origin, host = environ.get("HTTP_ORIGIN", ""), environ.get("HTTP_HOST", "")
        if environ.get("HTTP_SEC_FETCH_SITE", "same-origin") != "same-origin":
            return False
        if (origin, host) in self._hosts:
            return True
        request = WSGIRequest(environ)
        try:
            own = f"{request.scheme}://{request.get_host()}"
        except Exception:  # a host that is not allowed: Django says so
            return False
        if origin not in ("", own):
            return False
        if len(self._hosts) < MOST_HOSTS:
            self._hosts.add((origin, host))
        return True

    def _pattern(self) -> re.Pattern[str]:
        if self._address is None:
            try:
                address = reverse("api-v1:count_view", args=[ANY])
            except NoReverseMatch:  # the project has no API
                address = f"\0{ANY}"
            before, after = map(re.escape, address.split(str(ANY)))
            self._address = re.compile(f"{before}({UUID}){after}")
        return self._address


def _counted(environ: Environ, article: uuid.UUID) -> int | None:
    """None: Django shall say why not. It also replaces a connection to the database that broke."""
    try:
        return desk().count(environ, article)
    except (NotPublic, OSError, db.Error):
        return None


def _answer(views: int, start_response: Callable[..., Any]) -> list[bytes]:
    body = b'{"views":%d}' % views
    headers = [
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    start_response("200 OK", headers)
    return [body]
