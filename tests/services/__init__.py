"""The real services our tests talk to, started on loopback and stopped when we are done.

Every service is a module of the same shape, `Service` below: what it is called, the variable
its address is handed on in, its Debian packages, how to find its program, how to run it.
A new one is a new module and a line in `ALL`.
"""

from tests.services import chromium, elasticsearch, opensearch, postgresql, redis
from tests.services.service import Service, Unavailable, running

ALL: tuple[Service, ...] = (postgresql, redis, opensearch, elasticsearch, chromium)

__all__ = [
    "ALL",
    "Service",
    "Unavailable",
    "chromium",
    "elasticsearch",
    "opensearch",
    "postgresql",
    "redis",
    "running",
]
