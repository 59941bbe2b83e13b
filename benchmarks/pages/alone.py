"""Our server with nothing of ours in it: finished bytes, found by their address alone.

What stands between this and nginx is the server's; what stands between this and ours is ours.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

HTML, JSON = "text/html; charset=utf-8", "application/json"


def _finished(body: bytes, name: str) -> tuple[list[tuple[str, str]], list[bytes]]:
    headers = [
        ("Content-Type", JSON if name.startswith("api-") else HTML),
        ("Content-Length", str(len(body))),
        ("ETag", '"1"'),
        ("Vary", "Accept-Encoding"),
    ]
    if name.endswith(".gz"):
        headers.append(("Content-Encoding", "gzip"))
    return headers, [body]


ANSWERS = {
    f"/{file.name}": _finished(file.read_bytes(), file.name)
    for file in Path(os.environ["FILES"]).iterdir()
}


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    is_compressed = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
    answer = ANSWERS.get(environ["PATH_INFO"] + (".gz" if is_compressed else ""))
    if answer is None:
        start_response("404 Not Found", [("Content-Length", "0")])
        return []
    if "HTTP_IF_NONE_MATCH" in environ:
        start_response("304 Not Modified", [("ETag", '"1"')])
        return []
    headers, body = answer
    start_response("200 OK", headers)
    return body
