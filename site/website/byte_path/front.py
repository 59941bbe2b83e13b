"""In front of Django: what anybody may see, from memory; all else goes on to it untouched."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from django import db
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest

from website.middleware import ADMIN

from .answers import Environ, Headers, StartResponse, finished, of_the_caller
from .editions import Mark, Reader, reader
from .store import Answers, Key, answers_from_now

Application = Callable[[Environ, StartResponse], Iterable[bytes]]

LONGEST_ADDRESS = 1000  # letters
MOST_SITES = 100
# With one of these a request wants something else than the whole answer for everybody.
UNUSUAL = (
    "HTTP_AUTHORIZATION",
    "HTTP_RANGE",
    "HTTP_IF_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
    "HTTP_TRANSFER_ENCODING",
)
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


class BytePath:
    """`room` is what kept answers may weigh in this process, in bytes; 0 keeps nothing."""

    def __init__(
        self, application: Application, edition: Reader | None = None, room: int | None = None
    ) -> None:
        self._application = application
        self._edition = edition or reader()
        self._room = settings.BYTE_PATH_ROOM if room is None else room
        self._answers: Answers | None = None
        self._lock = threading.Lock()
        self._sites: dict[tuple[Any, ...], str] = {}
        # Whose cookies say that somebody is known.
        self._cookies = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
        self._left_alone = (ADMIN, "/documents/", "/-/", settings.MEDIA_URL, settings.STATIC_URL)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = self._key(environ)
        answers = self._newest_answers() if key else None
        if key is None or answers is None:
            return self._application(environ, start_response)
        answer = answers.get(key)
        if answer:
            return answer.send(environ, start_response)
        if key in answers or environ["REQUEST_METHOD"] == "HEAD":
            return self._application(environ, start_response)
        return self._make(answers, key, environ, start_response)

    # --- What is asked ---------------------------------------------------------------------------

    def _key(self, environ: Environ) -> Key | None:
        """None: not to be answered from memory."""
        method = environ["REQUEST_METHOD"]
        if not self._room or (method != "GET" and method != "HEAD"):
            return None
        for each in UNUSUAL:
            if each in environ:
                return None
        if "HTTP_IF_MODIFIED_SINCE" in environ and "HTTP_IF_NONE_MATCH" not in environ:
            return None
        if environ.get("CONTENT_LENGTH") not in (None, "", "0"):
            return None
        cookie = environ.get("HTTP_COOKIE")
        if cookie and any(name in cookie for name in self._cookies):
            return None
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        if len(path) + len(query) > LONGEST_ADDRESS or path.startswith(self._left_alone):
            return None
        site = self._site(environ)
        return (site, path, query) if site else None

    def _site(self, environ: Environ) -> str | None:
        """Scheme and host as Django understands them; None for a host that is not ours."""
        told = (
            environ.get("HTTP_HOST"),
            environ.get("HTTP_X_FORWARDED_PROTO"),
            environ.get("wsgi.url_scheme"),
        )
        return self._sites.get(told) or self._site_as_told(told, environ)

    def _site_as_told(self, told: tuple[Any, ...], environ: Environ) -> str | None:
        request = WSGIRequest({**environ})  # it changes what it is given
        try:
            site = f"{request.scheme}://{request.get_host()}"
        except Exception:  # a host that is not allowed, or none: Django says so
            return None
        if len(self._sites) < MOST_SITES:
            self._sites[told] = site
        return site

    # --- What is answered --------------------------------------------------------------------------

    def _newest_answers(self) -> Answers | None:
        """Those of the edition of this moment. None when it cannot be told."""
        mark = self._edition.read()
        answers = self._answers
        if answers and answers.mark == mark and time.time() < answers.until:
            return answers
        return self._begin_again(mark) if mark else None

    def _begin_again(self, mark: Mark) -> Answers | None:
        with self._lock:
            answers = self._answers
            if not (answers and answers.mark == mark and time.time() < answers.until):
                try:
                    answers = answers_from_now(mark, self._room)
                except db.Error:
                    return None
                self._answers = answers
            return answers

    def _make(
        self, answers: Answers, key: Key, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Once for all who ask for it now; the edition was read before."""
        if not answers.is_mine_to_make(key):
            answer = answers.get(key)
            if answer:
                return answer.send(environ, start_response)
            return self._application(environ, start_response)
        answer, told = None, _Told()
        whole = {name: value for name, value in environ.items() if name not in CONDITIONS}
        try:
            response = self._application(whole, told)
            answer = finished(response, told.headers)
        finally:
            answers.made(key, answer)
        if answer is None:
            start_response(told.status, told.headers)
            return response
        response.close()  # type: ignore[attr-defined] # Django's: its request has ended
        own = of_the_caller(told.headers)
        return answer.send(environ, lambda status, headers: start_response(status, headers + own))


class _Told:
    """What an application calls to begin its answer, kept back."""

    status = ""
    headers: Headers = []

    def __call__(self, status: str, headers: Headers, exc_info: Any = None) -> None:
        self.status, self.headers = status, headers
