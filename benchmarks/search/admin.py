"""How long an editor waits for the admin's own search of pages."""

import http.client
import sys
import time
from collections.abc import Iterator, Sequence
from urllib.parse import quote_plus

from benchmarks.programs import Project

from .query import Query

_SIGN_IN = """
from importlib import import_module
from django.conf import settings
from django.contrib import auth
from django.utils.crypto import get_random_string
user, _ = auth.get_user_model().objects.get_or_create(
    username="benchmark", defaults={"is_staff": True, "is_superuser": True})
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[auth.SESSION_KEY] = str(user.pk)
session[auth.BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session[auth.HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(session.session_key)
"""


def admin_seconds(
    project: Project, port: int, queries: Sequence[Query], timeout: float
) -> Iterator[float]:
    """For the page of results of each query, signed in; none after one that is not answered."""
    cookie = f"sessionid={_signed_in(project)}"
    for place, query in enumerate([*queries[:1], *queries]):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
        started = time.perf_counter()
        try:
            path = f"/admin/pages/search/?q={quote_plus(query.words)}"
            connection.request("GET", path, headers={"Cookie": cookie})
            response = connection.getresponse()
            response.read()
        finally:
            connection.close()
        if response.status != 200:
            print(f"{path}: {response.status}", file=sys.stderr)
            return
        if place:  # the first request loads what all others find loaded
            yield time.perf_counter() - started


def _signed_in(project: Project) -> str:
    project.manage("shell", "--no-imports", "-c", _SIGN_IN)
    return (project.folder / "shell.log").read_text().strip().splitlines()[-1]
