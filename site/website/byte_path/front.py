"""In front of Django: what anybody may see, from memory; all else goes on to it untouched."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from django import db
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest

from search.remembering import MEMORY

from .answers import Headers, StartResponse, finished, of_the_caller
from .editions import Mark, NoticedEdition, Reader, notice
from .keeping import Environ, is_read_by_anybody, query_that_counts, wants_what_all_get
from .store import Answers, Key, answers_from_now

Application = Callable[[Environ, StartResponse], Iterable[bytes]]

MOST_SITES = 100
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


class BytePath:
    """`room` is what kept answers may weigh in this process, in bytes; 0 keeps nothing."""

    def __init__(
        self, application: Application, edition: Reader | None = None, room: int | None = None
    ) -> None:
        self._application = application
        self._edition = edition or NoticedEdition(notice())
        self._room = settings.BYTE_PATH_ROOM if room is None else room
        self._answers: Answers | None = None
        self._lock = threading.Lock()
        self._sites: dict[tuple[Any, ...], str] = {}

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        key = self._key(environ)
        answers = self._newest_answers() if key else None
        if key is None or answers is None:
            return self._application(environ, start_response)
        answer = answers.get(key)
        if answer:
            return answer.send_again(environ, start_response)
        if not is_read_by_anybody(environ):
            return self._application(environ, start_response)
        asked = {**environ, "QUERY_STRING": key[2], MEMORY: answers.memory}
        if answers.is_made_each_time(key) or environ["REQUEST_METHOD"] == "HEAD":
            return self._application(asked, start_response)
        return self._make(answers, key, asked, start_response)

    # --- What is asked ---------------------------------------------------------------------------

    def _key(self, environ: Environ) -> Key | None:
        """None: not to be answered from memory."""
        if not self._room or not wants_what_all_get(environ):
            return None
        site = self._site(environ)
        if site is None:
            return None
        path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        return site, path, query_that_counts(path, query)

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
                return answer.send_again(environ, start_response)
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
