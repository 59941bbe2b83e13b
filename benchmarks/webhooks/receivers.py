"""One server on 127.0.0.1 that is all the portals: /0, /1, … take their messages, /hang never answers."""

import json
import threading
import time
from collections import Counter, defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import standardwebhooks


class Portals(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.lock = threading.Lock()
        self.verifiers: dict[str, standardwebhooks.Webhook] = {}
        self.messages: dict[str, Counter[str]] = defaultdict(Counter)  # by portal: webhook-id
        self.events: dict[str, set[str]] = defaultdict(set)  # by portal: id of the object
        self.first: dict[tuple[str, str], float] = {}  # portal and object: when it came first
        self.forged = 0
        self.cut = 0  # the sender died with half a message said
        self.over = threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def url(self, portal: str) -> str:
        return f"http://127.0.0.1:{self.server_port}/{portal}"

    def take(self, portal: str, headers: dict[str, str], body: bytes) -> None:
        now = time.time()
        try:
            self.verifiers[portal].verify(body, headers)
        except standardwebhooks.WebhookVerificationError as reason:
            print(f"{reason}: {headers} {body!r}", flush=True)
            self.forged += 1
            return
        event = json.loads(body)["data"]["id"]
        with self.lock:
            self.messages[portal][headers["webhook-id"]] += 1
            self.events[portal].add(event)
            self.first.setdefault((portal, event), now)

    @property
    def received(self) -> int:
        with self.lock:
            return sum(len(events) for events in self.events.values())

    @property
    def duplicates(self) -> int:
        with self.lock:
            return sum(
                count - 1 for messages in self.messages.values() for count in messages.values()
            )

    def close(self) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Portals

    def log_message(self, *args: object) -> None:
        pass

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:
            self.server.cut += 1
            return
        portal = self.path.strip("/")
        if portal.startswith("hang"):
            self.server.over.wait(60)
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.take(portal, headers, body)
        self.send_response(204)
        self.end_headers()
