"""wrk asks one address again and again over eight connections."""

import http.client
import re
import shutil
import subprocess
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from benchmarks.contenders import processor
from benchmarks.programs import Failed
from tests.services import debian

CONNECTIONS = 8
NO_HEADERS: Mapping[str, str] = MappingProxyType({})
RATE = re.compile(r"Requests/sec:\s*([\d.]+)")
REQUESTS = re.compile(r"(\d+) requests in")
WRONG = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)")


class Round(NamedTuple):
    rate: float  # requests a second
    cost: float  # seconds of the processor for one; 0 where it is not measured


def have_wrk() -> None:
    """Installs Debian's package where there is none."""
    if not shutil.which("wrk"):
        debian.install(["wrk"])


def ask(port: int, address: str, headers: Mapping[str, str], seconds: int) -> Round:
    before = processor.seconds_of_server(port)
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}", "--timeout", "30"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{address}"], capture_output=True, text=True, check=True
    ).stdout
    wrong = WRONG.search(said)
    if wrong:
        raise Failed(f"{address}: {wrong[0]}")
    rate, requests = RATE.search(said), REQUESTS.search(said)
    if not (rate and requests and int(requests[1])):
        raise Failed(f"{address}: nothing was answered within {seconds} s: give it more")
    spent = processor.seconds_of_server(port) - before
    return Round(float(rate[1]), spent / int(requests[1]))


def get(port: int, address: str, headers: Mapping[str, str] = NO_HEADERS) -> tuple[bytes, str]:
    """The whole answer once, as it is sent, and what it is known by."""
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        client.request("GET", address, headers=dict(headers))
        answer = client.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise Failed(f"{address} is answered with {answer.status}")
        return body, answer.headers.get("ETag", "")
    finally:
        client.close()
