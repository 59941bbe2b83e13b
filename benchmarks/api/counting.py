"""How many queries the first address of each sort costs, once everything is warm.

In a project's environment; sorts and addresses come in as JSON, numbers go out. The application is
asked as a server asks it, with all that stands in front of Django.
"""

import json
import sys
from typing import Any
from wsgiref.util import setup_testing_defaults


def main() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.utils.module_loading import import_string

    application, queries = import_string(settings.WSGI_APPLICATION), {}
    for sort, addresses in json.load(sys.stdin).items():
        for _ in "12":  # what is written when it is shown first may make it all anew once more
            ask(application, addresses[0])
        with CaptureQueriesContext(connection) as captured:
            ask(application, addresses[0])
        queries[sort] = len(captured)
    print(json.dumps(queries))


def ask(application: Any, address: str) -> None:
    path, _mark, query = address.partition("?")
    environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "127.0.0.1"}
    setup_testing_defaults(environ)
    told: list[str] = []
    answer = application(environ, lambda status, headers: told.append(status))
    b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    if not told[0].startswith("200"):
        raise SystemExit(f"{address}: {told[0]}")


if __name__ == "__main__":
    main()
