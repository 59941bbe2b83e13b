"""The site behind a real port, inside the transaction of an ordinary test.

pytest-django's `live_server` empties the database after each test, and with it what the tests that
follow in the same process rely on. Here the server answers in one thread, over the connection of
the test, which waits meanwhile.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection, connections


class _Silent(WSGIRequestHandler):
    def log_message(self, *args):
        pass


@contextmanager
def real_server() -> Iterator[str]:
    """Its address."""
    connection_of_the_test = connections[connection.alias]
    server = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=_Silent)

    def serve():
        connections[connection.alias] = connection_of_the_test
        server.serve_forever(poll_interval=0.01)

    thread = threading.Thread(target=serve)
    connection_of_the_test.inc_thread_sharing()
    # Django would close a connection that is inside a transaction; its test client does the same.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
        connection_of_the_test.dec_thread_sharing()
